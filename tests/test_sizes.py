"""Modules and classes stay small enough to be read in one go."""

import ast
from pathlib import Path

import pytest

import jn_presenter

ROOT = Path(jn_presenter.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
MOST_LINES, MOST_METHODS = 300, 20


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_and_its_classes_are_no_longer_than_that(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert source.count("\n") <= MOST_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
            assert methods <= MOST_METHODS, node.name
