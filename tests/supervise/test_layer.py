"""The supervisor stands on the standard library alone."""

import ast
import subprocess
import sys
from pathlib import Path

import jn_presenter.supervise

FOLDER = Path(jn_presenter.supervise.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))
LISTS = """
import sys
before = set(sys.modules)
for name in sys.argv[1:]:
    __import__(f"jn_presenter.supervise.{name}")
print(*sorted(set(sys.modules) - before))
"""


def test_importing_it_brings_nothing_else_of_ours_and_nothing_of_others() -> None:
    run = subprocess.run([sys.executable, "-c", LISTS, *MODULES], capture_output=True, text=True, check=True)
    found = run.stdout.split()
    ours = {name for name in found if name.startswith("jn_presenter")}
    assert ours == {"jn_presenter", "jn_presenter.supervise", *(f"jn_presenter.supervise.{name}" for name in MODULES)}
    others = {name.partition(".")[0] for name in found} - {"jn_presenter"}
    assert others <= sys.stdlib_module_names


def test_not_even_a_function_imports_more() -> None:
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.startswith("jn_presenter.supervise") or name.partition(".")[0] in sys.stdlib_module_names
