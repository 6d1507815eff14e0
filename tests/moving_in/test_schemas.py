"""New files name their schema in the first line, where there is one that the line can lead to."""

import json
from pathlib import Path

import pytest

from jn_presenter.cli import main
from jn_presenter.moving_in import schemas
from jn_presenter.schema import KINDS, kind_of

SLIDE = "layout: section\ntitle: 标题\n"
MARKDOWN = "# 开发区汇报\n\n## 概况\n\n- 第一条\n- 第二条\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tmp_path / "汇报 deck"
    (folder / "industry").mkdir(parents=True)
    (folder / "briefing.yaml").write_text("title: 汇报\nlanguages: [zh]\nthemes: [industry]\n", "utf-8")
    (folder / "industry" / "theme.yaml").write_text("title: 产业\nslides: [first]\n", "utf-8")
    (folder / "industry" / "first.yaml").write_text(SLIDE, "utf-8")
    return folder


def named(file: Path) -> Path | None:
    """The schema that the first line leads to."""
    first = file.read_text("utf-8").split("\n")[0]
    way = first.partition("$schema=")[2]
    return (file.parent / way).resolve() if way else None


def begin(deck: Path) -> tuple[Path, ...]:
    assert main(["new", "slide", "industry/second", "--deck", str(deck)]) == 0
    assert main(["new", "theme", "robots", "--deck", str(deck)]) == 0
    return deck / "industry" / "second.yaml", deck / "robots" / "theme.yaml", deck / "robots" / "section.yaml"


def test_new_files_name_the_schemas_of_their_deck(deck: Path) -> None:
    assert main(["schema", "-o", str(deck / "schema")]) == 0
    for file in begin(deck):
        assert named(file) == (deck / "schema" / f"{kind_of(file.relative_to(deck))}.json").resolve()
    assert main(["check", "--strict", str(deck)]) == 0


def test_new_files_in_a_checkout_name_its_schemas(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schemas, "checkout", lambda: deck.parent)
    monkeypatch.setattr(schemas, "resources", lambda: deck.parent / "resources")
    for file in begin(deck):
        assert named(file) == deck.parent / "resources" / "schema" / f"{kind_of(file.relative_to(deck))}.json"


def test_no_line_leads_nowhere(deck: Path) -> None:
    assert [named(file) for file in begin(deck)] == [None, None, None]


def test_an_imported_deck_brings_its_schemas_along(tmp_path: Path) -> None:
    (tmp_path / "汇报.md").write_text(MARKDOWN, "utf-8")
    deck = tmp_path / "新 deck"
    assert main(["import", str(tmp_path / "汇报.md"), "-o", str(deck)]) == 0
    files = sorted(deck.rglob("*.yaml"))
    assert {kind_of(file.relative_to(deck)) for file in files} >= {"briefing", "theme", "slide"}
    for file in files:
        schema = named(file)
        assert schema == (deck / "schema" / f"{kind_of(file.relative_to(deck))}.json").resolve()
        assert json.loads(schema.read_text("utf-8"))["$schema"]
    assert {file.stem for file in (deck / "schema").iterdir()} == set(KINDS)
    assert main(["check", str(deck)]) == 0
    assert main(["new", "slide", "second", "--deck", str(deck)]) == 0
    (second,) = deck.rglob("second.yaml")
    assert named(second) == (deck / "schema" / "slide.json").resolve()
