"""One file in a package is one part."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jn_presenter.model.registry import Registry


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry[str]]:
    package = tmp_path / "some_parts"
    package.mkdir()
    for name, source in {
        "__init__": "",
        "_hidden": "PART = 'hidden'",
        "bar": "PART = 'a bar'",
        "chart_right": "PART = 'a chart'",
        "broken": "import no_such_module_of_ours",
    }.items():
        (package / f"{name}.py").write_text(source, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield Registry("some_parts", "PART")
    for name in [name for name in sys.modules if name.partition(".")[0] == "some_parts"]:
        del sys.modules[name]


def test_parts_are_named_by_their_files_and_loaded_when_asked_for(parts: Registry[str]) -> None:
    assert parts.names() == ("bar", "broken", "chart-right")
    assert "some_parts.bar" not in sys.modules
    assert parts["chart-right"] == "a chart"
    assert "some_parts.bar" not in sys.modules
    assert parts.get("bar") is parts["bar"]


@pytest.mark.parametrize("name", ["", "no-such", "Bar", "../bar", "bar.x", "_hidden", "chart_right"])
def test_no_other_name_finds_a_part(parts: Registry[str], name: str) -> None:
    assert parts.get(name) is None
    with pytest.raises(KeyError, match="chart-right"):
        parts[name]


def test_a_part_that_cannot_be_imported_says_why(parts: Registry[str]) -> None:
    with pytest.raises(ModuleNotFoundError, match="no_such_module_of_ours"):
        parts.get("broken")
