"""A show that is never lost, in process: what is written of it, and what the next one offers."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from jn_presenter.model.daytime import HOUR_MS
from jn_presenter.model.options import PresentOptions
from jn_presenter.qt.journal import WORTH_MS, Journal, journal
from jn_presenter.qt.journal_file import JournalFile
from jn_presenter.qt.recorder import Recorder
from jn_presenter.qt.store import Store
from jn_presenter.qt.visit_file import VisitFile
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.journal import encode, entry
from jn_presenter.show.pace import elapsed_ms
from jn_presenter.show.state import Place, ShowState, initial
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import loaded

DECK = deck(points_slide("a/one"), points_slide("a/two"))
START = initial(DECK, animate=False)
THERE = structs.replace(START, shown=Place("a/two", 2), at=Place("a/two", 2), started_ms=-60_000.0)
WALL = 1.7e9
"""Seconds since 1970."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.journal"


Make = Callable[..., Journal]


@pytest.fixture
def begin(qtbot: QtBot, path: Path) -> Iterator[Make]:
    """Begins shows that are written down, and waits until each has looked for an earlier one."""
    made: list[Journal] = []

    def make(wall: float = WALL, visit: VisitFile | None = None, state: ShowState = START) -> Journal:
        store = Store(loaded(DECK), state, lambda: 0.0)
        made.append(Journal(store, Recorder(path, visit), START, lambda: wall))
        made[-1].begin()
        qtbot.waitUntil(lambda: made[-1]._looked)
        return made[-1]

    yield make
    for one in made:
        one.stop()


def store_of(made: Journal) -> Store:
    store = made.parent()
    assert isinstance(store, Store)
    return store


def die(made: Journal) -> None:
    """What a power cut leaves: the files as they are."""
    made._latest = None
    made.stop()


def leave_behind(path: Path, state: ShowState = THERE) -> bytes:
    path.write_bytes(encode(entry(state, DECK, 0.0, WALL * 1000.0)))
    return path.read_bytes()


def kept_in(path: Path) -> Place | None:
    found = JournalFile(path).read().entry
    return found.shown if found is not None else None


def test_the_place_is_on_the_disk_soon_after_a_key(qtbot: QtBot, begin: Make, path: Path) -> None:
    made = begin()
    for place in (Place("a/one", 1), Place("a/one", 2), Place("a/one", 3), Place("a/two")):
        store_of(made).dispatch("next")
        qtbot.waitUntil(lambda place=place: kept_in(path) == place)


def test_what_happened_ahead_of_the_journal_is_written_too(qtbot: QtBot, begin: Make, path: Path) -> None:
    begin(state=COMMANDS["next"](START, DECK, 0.0))
    qtbot.waitUntil(lambda: kept_in(path) == Place("a/one", 1))


def test_a_key_waits_for_no_disk(begin: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    answers, asked = threading.Event(), threading.Event()
    made = begin()

    def never(_instant: object) -> None:
        asked.set()
        assert answers.wait(30.0)

    monkeypatch.setattr(made._recorder, "keep", never)
    store_of(made).dispatch("next")
    assert asked.wait(30.0)
    for _ in range(3):
        store_of(made).dispatch("next")
    assert store_of(made).state.shown == Place("a/two")
    answers.set()


def test_a_change_that_follows_from_another_is_not_overtaken_by_it(qtbot: QtBot, begin: Make, path: Path) -> None:
    """As when a key for the next slide ends a stroke: whoever listens first brings it about, amid the first change."""
    state = initial(DECK, animate=False)
    store = Store(loaded(DECK), state, lambda: 0.0)
    store.changed.connect(lambda old, new: None if new.blank != "none" else store.dispatch("blank-black"))
    made = Journal(store, Recorder(path), START, lambda: WALL)
    made.begin()
    qtbot.waitUntil(lambda: made._looked)
    store.dispatch("last")
    qtbot.waitUntil(lambda: kept_in(path) == Place("a/two", 0))
    found = JournalFile(path).read().entry
    made.stop()
    assert found is not None
    assert found.blank == "black"


def test_a_burst_of_changes_is_written_once(qtbot: QtBot, begin: Make, path: Path) -> None:
    made = begin()
    written: list[Place] = []
    keep = made._recorder.keep
    made._recorder.keep = lambda instant: (written.append(instant.state.shown), keep(instant))[1]  # type: ignore[method-assign]
    for _ in range(4):
        store_of(made).dispatch("next")
    qtbot.waitUntil(lambda: kept_in(path) == Place("a/two"))
    assert written[-1] == Place("a/two")
    assert len(written) <= 2


def test_a_show_that_comes_to_its_end_leaves_nothing_to_go_on_with(qtbot: QtBot, begin: Make, path: Path) -> None:
    made = begin()
    store_of(made).dispatch("next")
    qtbot.waitUntil(path.exists)
    made.stop()
    assert not path.exists()


def test_what_a_power_cut_ended_is_offered_and_enter_takes_it(qtbot: QtBot, begin: Make, path: Path) -> None:
    leave_behind(path)
    made = begin(WALL + 30.0)
    store = store_of(made)
    assert (store.state.asking, store.state.shown) == ("resume", Place("a/one"))
    store.dispatch("resume")
    assert store.state.shown == Place("a/two", 2)
    assert elapsed_ms(store.state, 0.0) == pytest.approx(90_000.0), "the time has run on meanwhile"
    store.dispatch("next")
    qtbot.waitUntil(lambda: kept_in(path) == Place("a/two", 3))


def test_until_somebody_answers_a_second_power_cut_loses_nothing(begin: Make, path: Path) -> None:
    content = leave_behind(path)
    made = begin()
    store_of(made).dispatch("leave")
    store_of(made).dispatch("cancel-leave")
    assert store_of(made).state.asking == "resume"
    made.stop()
    assert path.read_bytes() == content


def test_begun_anew_the_old_show_is_forgotten_at_once(qtbot: QtBot, begin: Make, path: Path) -> None:
    leave_behind(path)
    made = begin()
    store_of(made).dispatch("begin-anew")
    qtbot.waitUntil(lambda: kept_in(path) == Place("a/one"))
    die(made)
    offered = store_of(begin()).state.offered
    assert offered is not None
    assert offered.shown == Place("a/one")


def test_a_show_of_another_day_is_not_offered(begin: Make, path: Path) -> None:
    leave_behind(path)
    assert store_of(begin(WALL + WORTH_MS / 1000.0 + 1.0)).state.asking == ""
    assert WORTH_MS == 12 * HOUR_MS


def test_a_show_whose_clock_was_ahead_is_offered(begin: Make, path: Path) -> None:
    leave_behind(path)
    assert store_of(begin(WALL - 3600.0)).state.asking == "resume"


def test_a_damaged_end_is_said_in_both_languages_and_the_rest_offered(
    begin: Make, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(leave_behind(path) + b'{"crc":17,"ent')
    state = store_of(begin()).state
    assert (state.asking, state.torn) == ("resume", True)
    assert state.offered is not None
    assert state.offered.shown == Place("a/two", 2)
    assert [record.getMessage() for record in caplog.records] == [
        "上次放映的记录有损坏 / the record of the last show is damaged"
    ]


def test_a_record_that_gives_nothing_is_said_and_the_show_begins(
    qtbot: QtBot, begin: Make, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(b"\x00" * 600)
    made = begin(time.time())
    store = store_of(made)
    assert (store.state.asking, store.state.offered, store.state.torn) == ("resume", None, True)
    store.dispatch("begin-anew")
    store.dispatch("next")
    qtbot.waitUntil(lambda: kept_in(path) == Place("a/one", 1))
    assert len(caplog.records) == 1


def test_an_old_damaged_record_troubles_nobody_with_a_question(
    begin: Make, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(b"\x00" * 600)
    assert store_of(begin(time.time() + 13 * 3600.0)).state.asking == ""


def test_the_log_goes_on_in_the_same_file_after_a_power_cut(qtbot: QtBot, begin: Make, tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    first = begin(visit=VisitFile(), state=structs.replace(START, visit="then", log_folder=str(logs)))
    store_of(first).dispatch("last")
    qtbot.waitUntil(lambda: any(b"a/two" in found.read_bytes() for found in logs.glob("*.csv")))
    die(first)
    second = begin(visit=VisitFile(), state=structs.replace(START, visit="now"))
    store_of(second).dispatch("resume")
    second.stop()
    assert [found.name for found in logs.iterdir()] == ["then show.csv"]
    assert second.log_path == logs / "then show.csv"


def test_the_options_say_what_is_written_and_where(tmp_path: Path) -> None:
    store = Store(loaded(DECK), START, lambda: 0.0)
    shown = PresentOptions(deck=str(tmp_path))
    assert journal(store, structs.replace(shown, logged=False), START)._recorder._visit is None
    made = journal(store, structs.replace(shown, log=str(tmp_path), console_language="en"), START)._recorder._visit
    assert made is not None
    assert made._language == "en"
