"""What was drawn is saved at a show's end or when asked, where something was; a full disk costs one line."""

import logging
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from jn_presenter.model.ink import Ink, Point, Stroke
from jn_presenter.qt.ink_file import TOLD_MS, InkFile, save_ink
from jn_presenter.qt.store import Store
from jn_presenter.show.inkfile import decoded
from jn_presenter.show.state import initial
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import loaded

DECK = structs.replace(deck(points_slide("a/one")), folder="/briefings/spring tour")
LINE = Stroke("pen", "coral", 6.0, (Point(0.1, 0.2),))
START = initial(DECK, visit="2021-06-04 14.05.00")


def test_it_is_called_as_the_log_of_the_visit_and_reads_as_it_was_drawn(tmp_path: Path) -> None:
    path = save_ink(structs.replace(START, ink={"a/one": Ink((LINE,))}, log_folder=str(tmp_path / "logs")), DECK)
    assert path == tmp_path / "logs" / "2021-06-04 14.05.00 spring-tour.ink.json"
    assert decoded(path.read_bytes()) == {"a/one": (LINE,)}


def test_where_nothing_is_drawn_any_more_there_is_no_file(tmp_path: Path) -> None:
    assert save_ink(structs.replace(START, ink={"a/one": Ink((), ((LINE,),))}, log_folder=str(tmp_path)), DECK) is None
    assert not any(tmp_path.iterdir())


def test_where_it_cannot_be_written_a_line_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert (
            save_ink(structs.replace(START, ink={"a/one": Ink((LINE,))}, log_folder=str(tmp_path / "file")), DECK)
            is None
        )
    assert "the ink cannot be saved" in caplog.text
    caplog.clear()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(loaded(DECK), structs.replace(START, log_folder=str(tmp_path)))


def told(store: Store) -> str:
    return store.state.saving.told.en if store.state.saving.told is not None else ""


def test_asked_in_mid_show_it_is_saved_at_once_and_told_for_some_seconds(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    file = InkFile(store, store)
    store.dispatch("draw", slide="a/one", stroke=LINE)
    assert not any(tmp_path.iterdir())
    store.dispatch("save-ink")
    qtbot.waitUntil(lambda: told(store) != "")
    path = tmp_path / "2021-06-04 14.05.00 spring-tour.ink.json"
    assert told(store) == f"Ink saved: {path}"
    assert decoded(path.read_bytes()) == {"a/one": (LINE,)}
    assert (file._told.isActive(), file._told.interval()) == (True, TOLD_MS)
    file._told.timeout.emit()
    assert told(store) == ""
    store.dispatch("ink-undo")
    store.dispatch("save-ink")
    assert told(store) == "There is no ink to save"


def test_asked_where_it_cannot_be_written_the_console_tells_that(
    qtbot: QtBot, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store.state = structs.replace(store.state, log_folder=str(tmp_path / "file"))
    InkFile(store, store)
    store.dispatch("draw", slide="a/one", stroke=LINE)
    with caplog.at_level(logging.WARNING):
        store.dispatch("save-ink")
        qtbot.waitUntil(lambda: told(store) != "")
    assert told(store).startswith("The ink cannot be saved")
    caplog.clear()
