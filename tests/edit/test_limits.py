"""How long a text should be: by the room that its layout gives it, or proposed, and never less than what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from jn_presenter.edit.document import Document
from jn_presenter.edit.limits import OTHERWISE, Room, limit, rooms
from jn_presenter.edit.texts_of import texts_of
from jn_presenter.elements.points import Points
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Slide
from jn_presenter.model.text import plain
from jn_presenter.paths import shipped_slides

DECKS = (shipped_slides(), *(Path(__file__).parents[2] / "examples" / name for name in ("gallery", "museum")))


def slide(count: int) -> Slide:
    points = Points(items=tuple(plain(str(k)) for k in range(count)))
    return Slide(id="a/b", theme="a", layout="points", title=plain("t"), slots=(("points", (points,)),))


def test_a_room_is_counted_in_lines_of_characters() -> None:
    """Of a slide that is set a little smaller, as one with much to say is."""
    room = Room(width=720, height=162, size=90, leading=1.12)
    assert room.letters("zh") == 10 * 2
    assert room.letters("en") == 17 * 2
    assert Room(720, 243, 90, 1.12, count=3).letters("zh-Hans") == 10


def read(folder: Path, slide: str) -> Document:
    return Document("a/b.yaml", (folder / f"{slide}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_of_texts_that_have_been_seen_to_fit_few_are_longer(folder: Path) -> None:
    deck = load_deck(folder).deck
    measured = [
        (len(one.words), most)
        for name, slide in deck.slides.items()
        for text in texts_of(read(folder, name), deck.briefing.languages)
        for one in text.wordings
        if (most := limit(text.path, one.language or deck.briefing.languages[0], rooms(slide))) is not None
    ]
    assert len(measured) > 50
    assert sum(count > most for count, most in measured) <= 0.03 * len(measured)


def test_texts_that_share_a_place_have_less_the_more_they_are() -> None:
    few, many = (limit("points.1", "zh", rooms(slide(count))) for count in (2, 6))
    assert few is not None
    assert many is not None
    assert few > many >= 10


def test_english_may_have_more_letters_than_chinese() -> None:
    known = rooms(slide(3))
    for path in ("title", "points.2", "kpis.1.label"):
        zh, en = limit(path, "zh", known), limit(path, "en", known)
        assert zh is not None
        assert en is not None
        assert 1.5 < en / zh < 2.5


def test_what_is_there_fits_and_notes_may_be_as_long_as_they_like() -> None:
    known = rooms(slide(3))
    assert limit("title", "zh", known, "长" * 500) == 500
    assert limit("notes", "zh", known) is None
    assert limit("questions.3.answer", "en", {}) is None
    assert limit("chart.anything", "zh", {}) == OTHERWISE
