"""What was exported and is imported again: titles, themes, points, figures and notes are what they were."""

from pathlib import Path

import pytest

from jn_presenter.draw.resolve import resolve
from jn_presenter.export.pptx import write
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.text import Text
from jn_presenter.moving_in.found import Figures, Found, Grid, Sheet, Words
from jn_presenter.moving_in.pptx_file import read_pptx
from jn_presenter.paths import shipped_slides

GALLERY = Path(__file__).parents[3] / "examples" / "gallery"


def exchanged(deck: Deck, measure: Measure, file: Path) -> Found:
    request = Request(
        deck=deck,
        slides=deck.order,
        languages=("zh",),
        style=deck.styles["night"],
        measure=measure,
        snapshots=read_snapshots(deck),
    )
    file.write_bytes(write(request, untold))
    return read_pptx(file)


@pytest.fixture(scope="module")
def briefing() -> Deck:
    return load_deck(shipped_slides()).deck


@pytest.fixture(scope="module")
def found(briefing: Deck, measure: Measure, tmp_path_factory: pytest.TempPathFactory) -> Found:
    return exchanged(briefing, measure, tmp_path_factory.mktemp("file") / "a.pptx")


def said(text: Text, deck: Deck) -> str:
    return resolve(text, deck.facts, ("zh",), deck.briefing.languages)[0].plain


def sheets(found: Found) -> list[Sheet]:
    return [sheet for part in found.parts for sheet in part.sheets]


def test_themes_and_titles_come_back(found: Found, briefing: Deck) -> None:
    assert [part.title for part in found.parts] == [said(theme.title, briefing) for theme in briefing.themes]
    titles = ["".join(sheet.title.split()) for sheet in sheets(found)]
    assert titles == ["".join(said(briefing.slides[name].title, briefing).split()) for name in briefing.order]


def test_covers_and_sections_are_known_as_such(found: Found, briefing: Deck) -> None:
    kinds = {name: sheet.kind for name, sheet in zip(briefing.order, sheets(found), strict=True)}
    assert kinds["opening/cover"] == "cover"
    assert {kind for name, kind in kinds.items() if name.endswith("/section")} == {"section"}


def test_points_come_back_whole(found: Found, briefing: Deck) -> None:
    at = briefing.order.index("industry/smart-grid")
    (points,) = (block for block in sheets(found)[at].blocks if isinstance(block, Words) and len(block.lines) == 3)
    told = [line.words.replace("==", "") for line in points.lines]
    assert told[1] == "特高压、柔性直流电网等，重点企业建树颇多"


def test_notes_come_back(found: Found, briefing: Deck) -> None:
    for name, sheet in zip(briefing.order, sheets(found), strict=True):
        notes = briefing.slides[name].notes
        assert "".join(sheet.notes.split()) == "".join(said(notes, briefing).split() if notes else [])


def test_charts_and_tables_come_back_with_their_figures(measure: Measure, tmp_path: Path) -> None:
    gallery = load_deck(GALLERY).deck
    back = dict(zip(gallery.order, sheets(exchanged(gallery, measure, tmp_path / "g.pptx")), strict=True))

    def figures(name: str) -> Figures:
        (made,) = (block for block in back[f"gallery/{name}"].blocks if isinstance(block, Figures))
        return made

    assert (figures("bar").kind, figures("bar").rows[0]) == ("bar", ("陶瓷馆", "50842"))
    assert (figures("stacked").kind, figures("stacked").mode) == ("column", "stacked")
    assert figures("grouped").columns[1:] == ("本地观众", "外地观众", "海外观众")
    assert figures("share").mode == "share"
    assert figures("column").rows[2] == ("去年春季", "")
    assert (figures("line").kind, figures("line").rows[0][0]) == ("line", "2016")
    assert figures("radar").kind == "radar"
    assert figures("stacked-area").kind == "stacked-area"
    (grid,) = (block for block in back["gallery/table"].blocks if isinstance(block, Grid))
    assert grid.rows[1] == ("书画馆", "3", "2.75", "周二至周日")
