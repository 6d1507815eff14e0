"""The application as it is made: what it leaves out, and that nothing is left of one that does not work."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.delivery import frozen
from tests.packaging.world import ROOT

RECIPE = ROOT / "packaging" / "application" / "jn-presenter.spec"
BESIDE = RECIPE.parent / "beside"
WORKS = """#!/bin/sh
cd "$HOME/../.."
echo "$@" >> ran
ls -A "$HOME" >> ran
case "$*" in
    kiosk) touch up; exec tail -f /dev/null;;
    *--status) test -e up;;
esac
"""


def test_the_recipe_is_python_and_leaves_no_part_of_qt_out_that_the_program_imports() -> None:
    text = RECIPE.read_text("utf-8")
    compile(text, str(RECIPE), "exec")
    left_out = set(re.findall(r'"(Qt\w+)"', text.split("UNUSED += ")[1].split("]")[0]))
    assert len(left_out) > 10
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "jn_presenter").rglob("*.py"))
    assert left_out.isdisjoint(re.findall(r"PySide6\.(Qt\w+)", sources))


def test_windows_is_told_the_version_by_four_numbers() -> None:
    told: dict[str, object] = {}

    def keep(name: str):  # type: ignore[no-untyped-def]
        def kept(*values: object, **named: object) -> object:
            told[name] = (values, named)
            return name

        return kept

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct")
    strings: dict[str, str] = {}
    scope = {name: keep(name) for name in names} | {"StringStruct": strings.__setitem__}
    eval(frozen.version_facts("1.20.3", "汇报 'x'"), scope)
    assert told["FixedFileInfo"] == ((), {"filevers": (1, 20, 3, 0), "prodvers": (1, 20, 3, 0)})
    assert (strings["ProductVersion"], strings["FileDescription"]) == ("1.20.3", "汇报 'x'")


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Stands for PyInstaller: what the program that it makes does."""
    made = {"program": WORKS}

    def built(_root: Path, work: Path) -> int:
        folder = work / "dist" / frozen.NAME
        folder.mkdir(parents=True)
        (folder / frozen.NAME).write_text(made["program"])
        (folder / frozen.NAME).chmod(0o755)
        (folder / "libQt6Core.so.6").symlink_to(frozen.NAME)
        return 0 if made["program"] else 1

    monkeypatch.setattr(frozen, "_build", built)
    return made


def test_it_appears_when_it_has_shown_that_it_works_in_an_empty_home(
    build: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "放映 app"
    seen: list[str] = []
    real = frozen.tried

    def tried(made: Path, work: Path) -> str | None:
        assert not output.exists()
        failed = real(made, work)
        seen.extend((work.parent / "ran").read_text().splitlines())
        return failed

    monkeypatch.setattr(frozen, "tried", tried)
    assert frozen.main(ROOT, ["-o", str(output)]) == 0
    assert [line.split()[0] for line in seen[:3]] == ["check", "export", "export"], "and nothing is in the home"
    assert {seen[1].split()[-1], seen[2].split()[-1]} == {"pdf", "pptx"}
    assert set(seen[3:]) == {"kiosk", "kiosk --status"}
    there = {path.name for path in output.iterdir()}
    assert there == {"jn-presenter", "jn-presenter.png", "jn-presenter.ico", *(path.name for path in BESIDE.iterdir())}
    assert (output / "START.txt").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "program", ["#!/bin/sh\nexit 2\n", "#!/bin/sh\ntest $1 = check\n", "#!/bin/sh\ntest $1 != kiosk\n", ""]
)
def test_one_that_does_not_work_leaves_nothing(build: dict[str, str], tmp_path: Path, program: str) -> None:
    build["program"] = program
    assert frozen.main(ROOT, ["-o", str(tmp_path / "app")]) == frozen.CANNOT_RUN
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_is_left_alone(build: dict[str, str], tmp_path: Path) -> None:
    assert frozen.main(ROOT, ["-o", str(tmp_path)]) == frozen.CANNOT_RUN
    assert list(tmp_path.iterdir()) == []


def test_its_script_puts_it_into_the_menu_from_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "U 盘 100% $HOME"
    shutil.copytree(BESIDE, folder)
    shell = shutil.which("sh")
    assert shell is not None
    environ = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run([shell, str(folder / "add-to-menu.sh")], env=environ, check=True, capture_output=True, timeout=60)
    entry = (tmp_path / ".local/share/applications/jn-presenter.desktop").read_text("utf-8")
    quoted = str(folder).replace("%", "%%").replace("$", "\\\\$")
    assert f'Exec="{quoted}/jn-presenter"\n' in entry
    assert f"Icon={folder}/jn-presenter.png\n" in entry


def test_a_run_is_handed_over_to_the_python_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    from scripts import bootstrap

    provided: list[list[str]] = []
    commands: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "provide", lambda _checkout, parts: provided.append(parts))
    monkeypatch.setattr(bootstrap, "hand_over", lambda command: commands.append(command) or 0)
    for name in bootstrap.DELIVERIES:
        assert bootstrap.main([name, "-o", "x"]) == 0
        assert Path(commands[-1][1]).is_file()
        assert commands[-1][2:] == ["-o", "x"]
        assert {"run", *bootstrap.DELIVERIES[name]} <= set(provided[-1])
