"""How the program is started once more, and with what arguments."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

from jn_presenter.arguments import parse
from jn_presenter.model.options import KioskOptions
from jn_presenter.supervise.ladder import DECK, GOOD, SAFE
from jn_presenter.supervise.launch import Launch, arguments, has_good
from jn_presenter.supervise.program import program

MODULE, SCRIPT = SimpleNamespace(__spec__=object()), SimpleNamespace(__spec__=None)


def system(**more: object) -> SimpleNamespace:
    return SimpleNamespace(**{"executable": "/venv/bin/python", "argv": [""]} | more)


def test_started_by_its_module_it_is_started_by_it_again() -> None:
    assert program(system(argv=["/x/jn_presenter/__main__.py"]), MODULE) == ["/venv/bin/python", "-m", "jn_presenter"]


def test_started_as_a_script_it_is_that_script_whatever_the_folder(tmp_path: Path) -> None:
    script = tmp_path / "jn-presenter"
    script.touch()
    assert program(system(argv=[str(script)]), SCRIPT) == ["/venv/bin/python", str(script)]
    assert program(system(argv=[str(tmp_path / "gone")]), SCRIPT)[1:] == ["-m", "jn_presenter"]


def test_frozen_it_is_its_own_executable() -> None:
    assert program(system(frozen=True, executable="/opt/jn-presenter"), SCRIPT) == ["/opt/jn-presenter"]


def test_it_runs(tmp_path: Path) -> None:
    """By its module and as a script, from another folder that has a package of the same name."""
    says = "import sys\nfrom jn_presenter.supervise.program import program\nprint(*program(), sep='\\n')\n"
    script = tmp_path / "bin" / "jn-presenter"
    script.parent.mkdir()
    script.write_text(
        f"{says}if '--version' in sys.argv:\n    from jn_presenter.cli import main\n    sys.exit(main())\n"
    )
    decoy = tmp_path / "jn_presenter"
    decoy.mkdir()
    (decoy / "__init__.py").write_text("raise SystemExit('the wrong one')\n")
    home = Path(__file__).parents[2]
    env = os.environ | {"PYTHONPATH": str(home)}
    found = subprocess.run([sys.executable, script], cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
    again = subprocess.run(
        [*found.stdout.split("\n")[:-1], "--version"], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert "jn-presenter" in again.stdout


def asked(launch: Launch) -> KioskOptions:
    """What the grammar makes of the arguments."""
    found = parse(arguments(launch, ("--lang=en", "--windowed"), "/decks/展厅 1", Path("/state/kiosk-1")))
    assert isinstance(found, KioskOptions)
    return found


def test_the_grammar_understands_what_it_is_started_with() -> None:
    place = '{"phase":"slides","slide":"a/b","step":1}'
    found = asked(Launch(DECK, ("a/b", "c/d"), place))
    assert found.child
    assert (found.deck, found.folder) == ("/decks/展厅 1", "/state/kiosk-1")
    assert (found.languages, found.windowed) == (("en",), True)
    assert (found.aside, found.resume, found.safe) == (("a/b", "c/d"), place, False)


def test_on_lower_rungs_it_is_the_good_copy_or_none() -> None:
    good = asked(Launch(GOOD, ("a/b",), "{}"))
    assert (good.deck, good.aside, good.resume) == ("/state/kiosk-1/good/deck", ("a/b",), "{}")
    safe = asked(Launch(SAFE, ("a/b",), "{}"))
    assert (safe.safe, safe.aside, safe.resume, safe.deck) == (True, (), "", "/decks/展厅 1")


def test_a_good_copy_is_one_with_a_briefing(tmp_path: Path) -> None:
    assert not has_good(tmp_path)
    (tmp_path / "good" / "deck").mkdir(parents=True)
    assert not has_good(tmp_path)
    (tmp_path / "good" / "deck" / "briefing.yaml").touch()
    assert has_good(tmp_path)
