"""On a machine without Qt: everything below the windows is imported, tested and used for `check` all the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import jn_presenter

PACKAGE = Path(jn_presenter.__file__).parent
ROOT = Path(__file__).parents[1]
BLOCKED = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
"""
WITH_QT = {"qt", "export"}
"""The parts of the package that paint."""
PURE = ("model", "draw", "elements", "layouts", "show", "load", "test_compose.py", "test_check.py", "test_choices.py")
"""Tests of all other parts; those of the command line block Qt themselves where it matters."""
PYTEST = """
import pytest
from hypothesis import settings

settings.register_profile("few", max_examples=2)
settings.load_profile("few")
sys.exit(pytest.main(sys.argv[1:]))
"""
INI = f"""
[pytest]
pythonpath = {ROOT}
addopts = --import-mode=importlib
markers = needs(*commands)
"""


def without_qt(script: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run a script in a process in which Qt cannot be imported."""
    command = [sys.executable, "-c", BLOCKED + script, *map(str, arguments)]
    environ = os.environ | {"LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False, timeout=300)


def pure_modules() -> list[str]:
    files = (path.relative_to(PACKAGE.parent) for path in PACKAGE.rglob("*.py"))
    names = (".".join(path.with_suffix("").parts) for path in files if path.parts[1] not in WITH_QT)
    return sorted(name.removesuffix(".__init__") for name in names if not name.endswith("__main__"))


def test_every_module_but_those_that_paint_can_be_imported() -> None:
    modules = pure_modules()
    assert len(modules) > 80
    done = without_qt("import importlib\nfor name in sys.argv[1:]: importlib.import_module(name)", *modules)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", PURE)
def test_the_pure_parts_pass_their_tests(name: str, tmp_path: Path) -> None:
    ini = tmp_path / "pytest.ini"
    ini.write_text(INI, encoding="utf-8")
    plugins = ("-p", "no:pytest-qt", "-p", "no:xdist", "-p", "no:cacheprovider")
    pictures = "--ignore-glob=*/test_golden_*"
    done = without_qt(PYTEST, "-c", ini, "--rootdir", ROOT, *plugins, pictures, "-q", ROOT / "tests" / name)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_shipped_briefing_is_checked_but_for_how_its_texts_fit() -> None:
    done = without_qt("from jn_presenter.cli import main\nsys.exit(main(sys.argv[1:]))", "check", "--json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["problems"]) == (0, [])
    assert report["slides"] >= 10
    assert "Qt cannot be loaded: No module named 'PySide6'" in done.stderr
    assert "how texts fit was not checked" in done.stderr
