"""Work on the deck off the GUI thread: taken only where it was done on the deck there still is."""

import threading
from collections.abc import Callable, Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from jn_presenter.load import Loaded
from jn_presenter.model.deck import Deck
from jn_presenter.qt import background as module
from jn_presenter.qt.background import Background
from jn_presenter.qt.store import Store
from jn_presenter.show.state import initial
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import loaded

DECK = deck(points_slide("a/one"))
Job = Callable[[Loaded], Loaded]


@pytest.fixture
def store(qtbot: QtBot) -> Store:
    return Store(loaded(DECK), initial(DECK), lambda: 0.0)


@pytest.fixture
def background(store: Store) -> Iterator[Background]:
    made = Background(store)
    yield made
    made.stop()


def adds(*names: str) -> Job:
    """A job that adds slides behind those there are."""

    def job(given: Loaded) -> Loaded:
        return with_deck(given, deck(*given.deck.slides.values(), *map(points_slide, names)))

    return job


def with_deck(given: Loaded, new: Deck) -> Loaded:
    return structs.replace(given, deck=new)


def test_a_job_runs_on_another_thread_and_its_result_is_taken(
    qtbot: QtBot, store: Store, background: Background
) -> None:
    threads: list[threading.Thread] = []

    def job(given: Loaded) -> Loaded:
        threads.append(threading.current_thread())
        return adds("a/two")(given)

    with qtbot.waitSignals([store.deck_changed, background.idle]):
        background.run(job)
        assert store.deck is DECK, "nothing changes under the feet of whoever asked"
    assert store.deck.order == ("a/one", "a/two")
    assert threads != [threading.current_thread()]


def test_jobs_follow_each_other_and_idle_comes_once_after_the_last(
    qtbot: QtBot, store: Store, background: Background
) -> None:
    idle: list[tuple[str, ...]] = []
    background.idle.connect(lambda: idle.append(store.deck.order))
    for name in ("a/two", "a/three", "a/four"):
        background.run(adds(name))
    qtbot.waitUntil(lambda: bool(idle))
    assert len(idle) == 1
    assert set(idle[0]) == {"a/one", "a/two", "a/three", "a/four"}


def test_a_result_from_a_deck_that_is_no_more_is_thrown_away_and_the_job_done_again(
    qtbot: QtBot, store: Store, background: Background
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    given: list[tuple[str, ...]] = []

    def slow(base: Loaded) -> Loaded:
        given.append(base.deck.order)
        begun.set()
        go_on.wait()
        return adds("a/slow")(base)

    background.run(slow)
    begun.wait()
    store.take(adds("a/key")(store.loaded))
    with qtbot.waitSignal(background.idle):
        go_on.set()
    assert given == [("a/one",), ("a/one", "a/key")]
    assert store.deck.order == ("a/one", "a/key", "a/slow")


def test_a_job_that_changes_nothing_is_not_told(qtbot: QtBot, store: Store, background: Background) -> None:
    with qtbot.assertNotEmitted(store.deck_changed), qtbot.waitSignal(background.idle):
        background.run(lambda given: given)


def test_it_can_be_stopped_before_it_began_and_with_work_left(store: Store) -> None:
    Background(store).stop()
    background = Background(store)
    background.run(adds("a/two"))
    background.stop()
    assert not background._thread.is_alive()


def test_a_job_that_hangs_does_not_keep_a_show_from_ending(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LEAVE_S", 0.01)
    begun, go_on = threading.Event(), threading.Event()

    def hangs(given: Loaded) -> Loaded:
        begun.set()
        go_on.wait()
        return given

    background = Background(store)
    background.run(hangs)
    begun.wait()
    background.stop()
    assert background._thread.is_alive()
    go_on.set()
    background._thread.join()


def test_once_stopped_nothing_is_taken_and_nothing_told(store: Store, qtbot: QtBot) -> None:
    background, told = Background(store), []
    background.idle.connect(lambda: told.append("idle"))
    background.run(adds("a/two"))
    background.stop()
    assert not background._thread.is_alive()
    QCoreApplication.processEvents()
    assert (store.deck, told) == (DECK, [])


def test_a_job_that_fails_costs_itself_alone(
    qtbot: QtBot, store: Store, background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_given: Loaded) -> Loaded:
        raise ZeroDivisionError

    with qtbot.waitSignal(background.idle):
        background.run(fails)
        background.run(adds("a/two"))
    assert store.deck.order == ("a/one", "a/two")
    assert "ZeroDivisionError" in caplog.text


def test_after_the_end_nothing_is_asked_for(store: Store) -> None:
    background = Background(store)
    background.run(lambda given: given)
    background.stop()
    assert background.busy, "what was done by then is not taken"
    background.run(adds("a/two"))
    assert background._open == 1
