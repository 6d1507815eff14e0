"""Imports go downward only, Qt stays in qt/, YAML in load/, and elements and layouts know no sibling. No exceptions."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import jn_presenter

PACKAGE = Path(jn_presenter.__file__).parent
# What each part may import of the package: the layers beneath it, never one beside it.
SHARED = {"paths", "confined", "durable", "lock"}
DOWN = {
    "paths": set[str](),
    "durable": set[str](),
    "lock": set[str](),
    "model": set[str](),
    "confined": {"model"},
    "draw": {"model"},
    "elements": {"model", "draw"},
    "layouts": {"model", "draw"},
    "feeds": {"model", "draw"},
    "show": {"model", "draw"},
    "visiting": {"model", "draw", "elements", "layouts"},
    "load": {"model", "draw", "elements", "layouts", "feeds", "show", "visiting"},
    "edit": {"model", "draw", "elements", "layouts", "feeds", "show", "load", "schema"},
    "packs": {"model", "draw", "elements", "layouts", "feeds", "show", "load"},
    "schema": {"model", "draw", "elements", "layouts", "feeds", "show", "load"},
    "compose": {"model", "draw", "elements", "layouts", "feeds", "show"},
    "answer": {"model", "draw", "show", "compose"},
    "interpreter": {"model", "draw", "layouts", "show"},
    "kiosk": {"model", "draw", "show"},
    "usage_file": {"show"},
    "supervise": set[str](),
    "choices": {"model", "load"},
    "qt": {
        "model",
        "draw",
        "elements",
        "layouts",
        "feeds",
        "show",
        "load",
        "compose",
        "answer",
        "interpreter",
        "kiosk",
        "usage_file",
        "packs",
        "edit",
        "moving_in",
        "choices",
    },
    "check": {"model", "draw", "elements", "layouts", "feeds", "show", "load", "compose"},
    "check_visits": {"model", "show", "visiting", "load"},
    "fit_memory": {"model", "draw"},
    "fit_helpers": {"fit_memory"},
    "check_fit": {"model", "draw", "show", "load", "compose", "kiosk", "check", "fit_memory", "fit_helpers"},
    "tables": {"model", "draw", "elements", "layouts", "feeds", "show", "load", "schema", "edit"},
    "moving_in": {"model", "draw", "elements", "layouts", "feeds", "show", "load", "edit", "schema"},
    "export": {"model", "draw", "elements", "layouts", "feeds", "show", "visiting", "load", "compose", "qt"},
}
QT = {"PySide6", "shiboken6", "pyqtgraph"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(name: str) -> str:
    """The layer of a module of ours: `jn_presenter.qt.scene.text` is in qt."""
    return name.split(".")[1] if name.startswith("jn_presenter.") else ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_downward_only(path: Path) -> None:
    here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    top = path.parent == PACKAGE
    allowed = DOWN.get(here)
    for name in imported(path):
        there = part_of(name)
        if there in QT or name.split(".")[0] in QT:
            assert here == "qt", f"Qt is imported in {here}"
        if name.split(".")[0] == "yaml":
            assert here == "load", f"yaml is imported in {here}"
        if not there or there not in DOWN or allowed is None:
            continue
        assert there == here or there in allowed or there in SHARED, f"{here} imports {there}"
    assert allowed is not None or top, f"{here} is a new part of the package: say in DOWN where it stands"


@pytest.mark.parametrize("folder", ["elements", "layouts", "feeds"])
def test_parts_of_a_registry_know_no_sibling(folder: str) -> None:
    for path in sorted((PACKAGE / folder).glob("[a-z]*.py")):
        for name in imported(path):
            assert not name.startswith(f"jn_presenter.{folder}"), f"{path.name} imports {name}"


def test_the_parts_below_the_command_line_do_not_import_it() -> None:
    tops = {path.stem for path in PACKAGE.glob("*.py")} - set(DOWN) - {"__init__"}
    for path in modules():
        here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if here in DOWN:
            for name in imported(path):
                assert part_of(name) not in tops, f"{path.name} imports {name}"


def test_windows_import_no_other_window() -> None:
    windows = PACKAGE / "qt" / "windows"
    entries = {"audience", "console", "interpreter", "kiosk", "editor"}
    for path in windows.rglob("*.py"):
        own = path.relative_to(windows).parts[0].removesuffix(".py")
        for name in imported(path):
            if name.startswith("jn_presenter.qt.windows."):
                other = name.split(".")[3]
                assert other == own or other not in entries, f"{path.name} imports {name}"
