"""What was drawn is saved at the end of a show, where something was, and a disk that is full costs one line."""

import logging
from pathlib import Path

import pytest
from msgspec import structs

from jn_presenter.model.ink import Ink, Point, Stroke
from jn_presenter.qt.ink_file import save_ink
from jn_presenter.show.inkfile import decoded
from jn_presenter.show.state import initial
from tests.decks import deck, points_slide

DECK = structs.replace(deck(points_slide("a/one")), folder="/briefings/spring tour")
LINE = Stroke("pen", "coral", 6.0, (Point(0.1, 0.2),))
START = initial(DECK, visit="2021-06-04 14.05.00")


def test_it_is_called_as_the_log_of_the_visit_and_reads_as_it_was_drawn(tmp_path: Path) -> None:
    path = save_ink(structs.replace(START, ink={"a/one": Ink((LINE,))}), DECK, tmp_path / "logs")
    assert path == tmp_path / "logs" / "2021-06-04 14.05.00 spring-tour.ink.json"
    assert decoded(path.read_bytes()) == {"a/one": (LINE,)}


def test_where_nothing_is_drawn_any_more_there_is_no_file(tmp_path: Path) -> None:
    assert save_ink(structs.replace(START, ink={"a/one": Ink((), ((LINE,),))}), DECK, tmp_path) is None
    assert not any(tmp_path.iterdir())


def test_where_it_cannot_be_written_a_line_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert save_ink(structs.replace(START, ink={"a/one": Ink((LINE,))}), DECK, tmp_path / "file") is None
    assert "the ink cannot be saved" in caplog.text
    caplog.clear()
