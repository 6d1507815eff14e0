from pathlib import Path

import pytest
from pptx import Presentation

from bench import decks, office
from bench.pptx import Times, requested, timed, unpack, with_slides
from bench.rows.pptx import row_of
from jn_presenter.load import load_deck

TIMES = [Times(700.0, 300.0, 200.0, 600.0), Times(1200.0, 310.0, 210.0, 700.0), Times(800.0, 320.0, 190.0, 650.0)]


def test_times_are_read_back() -> None:
    assert unpack(TIMES[0].pack()) == TIMES[0]


def test_the_line_is_about_the_first_file_of_a_process() -> None:
    row = row_of("the briefing", TIMES, 4000.0)
    assert (row.ours, row.base, row.within) == (800.0, 200.0, True)
    assert "4000" in row.spread
    assert row_of("the briefing", TIMES[1:2], None).within is False


def test_slides_are_taken_in_turn_until_there_are_enough(tmp_path: Path) -> None:
    deck = load_deck(decks.plain_deck(tmp_path / "deck", 2)).deck
    many = with_slides(deck, 5)
    assert len(many.order) == len(set(many.order)) == len(many.slides) == 5
    assert many.slides[many.order[2]].title == many.slides[many.order[0]].title
    assert with_slides(deck, 1).order == deck.order[:1]


def test_what_is_timed_is_a_file_with_all_slides(qapp: object, tmp_path: Path) -> None:
    deck = with_slides(load_deck(decks.plain_deck(tmp_path / "deck", 2)).deck, 3)
    found = timed(requested(deck), tmp_path / "a.pptx")
    assert min(found.first, found.again, found.floor) > 0.0
    assert len(Presentation(str(tmp_path / "a.pptx")).slides) == 3


def test_a_program_that_makes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PROGRAM", "true")
    with pytest.raises(RuntimeError, match="made no pdf"):
        office.converted_ms(tmp_path / "a.pptx", tmp_path)
    monkeypatch.setattr(office, "PROGRAM", str(tmp_path / "nothing"))
    assert not office.is_there()
    with pytest.raises(RuntimeError, match="nothing"):
        office.converted_ms(tmp_path / "a.pptx", tmp_path)
