"""Every slide of the briefing as a picture, exact; the gallery stacked in both languages."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from jn_presenter.compose import fit_slide
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.deck import Deck
from jn_presenter.model.geometry import WIDE
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.scene.text import QtMeasure
from tests.golden_images import assert_golden

SIZE = QSize(640, 360)
BRIEFING = load_deck(shipped_slides()).deck
GALLERY = load_deck(shipped_slides().parent / "examples" / "gallery").deck


def assert_as_before(deck: Deck, slide: str, languages: tuple[str, ...], style: str, name: str) -> None:
    load_fonts()
    snapshots = read_snapshots(deck, [slide])
    fitted = fit_slide(deck, deck.slides[slide], WIDE, languages, deck.styles[style], QtMeasure(), snapshots)
    assert_golden(whole(fitted, fitted.last_step, SIZE, Grounds()).toImage(), name)


@pytest.mark.parametrize("slide", BRIEFING.order)
def test_a_slide_of_the_briefing_looks_as_it_did(qtbot: QtBot, slide: str) -> None:
    assert_as_before(BRIEFING, slide, ("zh",), "night", f"briefing-{slide.replace('/', '-')}")


@pytest.mark.parametrize("slide", GALLERY.order)
def test_an_element_stacked_in_both_languages_looks_as_it_did(qtbot: QtBot, slide: str) -> None:
    assert_as_before(GALLERY, slide, ("zh", "en"), "day", f"stacked-{slide.replace('/', '-')}")
