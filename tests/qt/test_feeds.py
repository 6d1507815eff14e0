"""Feeds while a show runs: off the GUI thread, the latest snapshot alone, and only where somebody may see it."""

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from jn_presenter.draw.bound import Values
from jn_presenter.load import Sources
from jn_presenter.load.sources import Pool
from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Feed, FeedError, Request, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.qt import feeds as module
from jn_presenter.qt import readers
from jn_presenter.qt.feeds import AGAIN_MS, KEPT, Feeds
from jn_presenter.qt.store import Store
from jn_presenter.show.state import initial
from tests.decks import deck, element, points_slide, rows, table_slide
from tests.qt.windows.conftest import Time, loaded

BROKEN = FeedError(Finding(code="x", message=Message("坏", "broken"), hint=Message("修", "mend")))


class Source:
    """What a fake feed reads: it counts, and can be held up or broken."""

    def __init__(self) -> None:
        self.reads = 0
        self.requests: list[Request] = []
        self.threads: set[str] = set()
        self.error: Exception | None = None
        self.open = threading.Event()
        self.open.set()
        self.begun = threading.Event()

    def read(self, request: Request) -> Snapshot:
        self.reads += 1
        self.requests.append(request)
        self.threads.add(threading.current_thread().name)
        self.begun.set()
        self.open.wait()
        if self.error:
            raise self.error
        return rows(a=self.reads)


class Fake(Feed, frozen=True, kw_only=True):
    """A feed by hand. every: its period; file: what it depends on."""

    name: str
    every: float = 0.0
    file: str = ""

    def files(self) -> tuple[str, ...]:
        return (self.file,) if self.file else ()

    def period_s(self) -> float:
        return self.every

    def read(self, request: Request) -> Snapshot:
        return SOURCES.setdefault(self.name, Source()).read(request)


SOURCES: dict[str, Source] = {}


@pytest.fixture(autouse=True)
def _sources() -> Iterator[None]:
    yield
    for source in SOURCES.values():
        source.open.set()
    SOURCES.clear()


def source(feed: Fake) -> Source:
    return SOURCES.setdefault(feed.name, Source())


class Rig:
    """A show of one slide a feed, its feeds and its time."""

    def __init__(self, qtbot: QtBot, found: Deck) -> None:
        self.qtbot = qtbot
        self.time = Time()
        files = structs.replace(loaded(found), sources=Sources(folder="/deck", pool=Pool()))
        self.store = Store(files, initial(found, animate=False), self.time)
        self.feeds = Feeds(self.store, self.time)

    def go_on(self, ms: float) -> None:
        """Let time pass and what is due be asked for."""
        self.time.ms += ms
        self.feeds.look()

    def settle(self) -> None:
        """Until everything asked for is read and taken."""
        self.qtbot.waitUntil(lambda: not any(known.open for known in self.feeds._known.values()))

    def value(self, feed: Feed) -> object:
        return self.store.snapshots[feed].rows[0][1]


Make = Callable[..., Rig]


@pytest.fixture
def rig(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setattr(module, "FRAME_MS", 0.0)
    made: list[Rig] = []

    def make(*feeds: Feed, begin: bool = True) -> Rig:
        slides = (points_slide("a/end"),) if not feeds else ()
        one = Rig(qtbot, deck(*(table_slide(f"a/s{k:02}", feed) for k, feed in enumerate(feeds)), *slides))
        made.append(one)
        if begin:
            one.feeds.begin()
        return one

    yield make
    for one in made:
        one.feeds.stop()


def test_the_first_picture_has_its_data_without_an_event_having_been_worked_off(rig: Make) -> None:
    one = Fake(name="one", file="data/one.csv")
    made = rig(one)
    assert made.value(one) == 1
    assert source(one).threads == {"data"}
    assert source(one).requests[0].folder == ""


def test_the_first_picture_does_not_wait_for_what_comes_from_afar(rig: Make) -> None:
    far = Fake(name="far", every=5.0)
    source(far).open.clear()
    made = rig(far)
    assert far not in made.store.snapshots
    source(far).open.set()
    made.settle()
    assert made.value(far) == 1


def test_the_first_picture_waits_for_a_file_only_so_long(rig: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_S", 0.001)
    one = Fake(name="one", file="data/one.csv")
    source(one).open.clear()
    made = rig(one)
    assert one not in made.store.snapshots
    source(one).open.set()
    made.settle()
    assert made.value(one) == 1


def test_a_file_that_changed_is_read_again_and_others_are_not(rig: Make) -> None:
    one, two = Fake(name="one", file="data/one.csv"), Fake(name="two", file="data/two.csv")
    made = rig(one, two)
    made.settle()
    made.feeds.changed(("/deck/data/one.csv", "/deck/a/s00.yaml"))
    made.settle()
    assert (source(one).reads, source(two).reads) == (2, 1)
    assert made.value(one) == 2
    assert source(one).requests[1].before is not None


def test_a_feed_is_told_which_columns_the_slides_ask_for_as_the_deck_is_now(rig: Make) -> None:
    one = Fake(name="one", file="data/one.csv")
    made = rig(one)
    made.settle()
    assert "sold" not in source(one).requests[-1].wants.named
    slide = table_slide("a/s00", one)
    named = structs.replace(slide, slots=(("chart", (element("bar", data=one, values=(Values(column="sold"),)),)),))
    made.store.take(structs.replace(made.store.loaded, deck=deck(named)))
    made.feeds.refresh()
    made.feeds.changed(("/deck/data/one.csv",))
    made.settle()
    assert "sold" in source(one).requests[-1].wants.named


def test_a_file_that_changes_while_it_is_read_is_read_once_more(rig: Make) -> None:
    one = Fake(name="one", file="data/one.csv")
    made = rig(one)
    source(one).open.clear()
    source(one).begun.clear()
    made.feeds.changed(("/deck/data/one.csv",))
    source(one).begun.wait()
    for _ in range(5):
        made.feeds.changed(("/deck/data/one.csv",))
    source(one).open.set()
    made.qtbot.waitUntil(lambda: source(one).reads == 3)
    made.settle()
    assert source(one).reads == 3


def test_a_burst_of_readings_is_told_once(rig: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = Fake(name="one", file="x"), Fake(name="two", file="x")
    made = rig(one, two)
    made.settle()
    told: list[frozenset[Feed]] = []
    made.store.data_changed.connect(told.append)
    made.feeds.changed(("/deck/x",))
    made.feeds._readers.wait(frozenset({one, two}), 5.0)
    QCoreApplication.processEvents()
    assert told == [frozenset({one, two})]


def test_within_a_frame_the_newer_reading_replaces_the_older_one(rig: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Fake(name="one", every=0.01)
    made = rig(one)
    made.settle()
    monkeypatch.setattr(module, "FRAME_MS", 1000.0)
    told: list[frozenset[Feed]] = []
    made.store.data_changed.connect(told.append)
    for _ in range(3):
        made.go_on(20.0)
        made.feeds._readers.wait(frozenset({one}), 5.0)
        QCoreApplication.processEvents()
    assert told == []
    assert made.feeds._frame.isActive()
    made.feeds.take()
    assert len(told) == 1


def test_a_feed_is_read_by_its_period_as_long_as_its_slide_is_shown(rig: Make) -> None:
    one, two = Fake(name="one", every=2.0), Fake(name="two", every=2.0)
    made = rig(one, two, Fake(name="three"))
    made.settle()
    made.go_on(1999.0)
    made.settle()
    assert source(one).reads == 1
    made.go_on(1.0)
    made.settle()
    assert source(one).reads == 2
    made.store.dispatch("last")
    made.go_on(10_000.0)
    made.settle()
    assert (source(one).reads, source(two).reads) == (2, 2), "hidden charts sleep; next is one that is not hidden"
    made.store.dispatch("first")
    made.settle()
    assert source(one).reads == 3


def test_the_slides_under_the_keys_have_data_before_they_are_shown(rig: Make) -> None:
    three = tuple(Fake(name=name, file=name) for name in ("one", "two", "three"))
    made = rig(*three, begin=False)
    made.store.dispatch("jump", slide="a/s01")
    made.feeds.begin()
    made.settle()
    assert made.store.snapshots.keys() == set(three)


def test_the_pre_flight_keeps_the_data_of_the_whole_show_up_to_date(rig: Make) -> None:
    feeds = tuple(Fake(name=name, file=name) for name in ("one", "two", "three", "four"))
    made = rig(*feeds)
    made.settle()
    assert feeds[3] not in made.store.snapshots
    made.store.offers["overlays"] = lambda: ("preflight",)
    made.store.dispatch("preflight")
    made.settle()
    assert made.store.snapshots.keys() == set(feeds)
    made.feeds.changed(["/deck/four"])
    made.settle()
    assert source(feeds[3]).reads == 2
    made.store.dispatch("overlay-none")
    made.feeds.changed(["/deck/four"])
    made.settle()
    assert source(feeds[3]).reads == 2, "it sleeps again"


def test_what_changes_while_its_slide_is_hidden_is_read_when_the_slide_comes_near(rig: Make) -> None:
    three = tuple(Fake(name=name, file=name) for name in ("one", "two", "three"))
    made = rig(*three)
    made.settle()
    made.store.dispatch("last")
    made.settle()
    made.feeds.changed(("/deck/one",))
    made.settle()
    assert source(three[0]).reads == 1
    made.store.dispatch("first")
    made.settle()
    assert made.value(three[0]) == 2


def test_a_broken_file_keeps_its_last_figures_and_is_tried_every_second(rig: Make) -> None:
    one = Fake(name="one", file="one")
    made = rig(one)
    source(one).error = BROKEN
    made.feeds.changed(("/deck/one",))
    made.settle()
    stale = made.store.snapshots[one]
    assert (stale.state, stale.rows, stale.finding) == ("stale", rows(a=1).rows, BROKEN.finding)
    for _ in range(3):
        made.go_on(AGAIN_MS)
        made.settle()
        assert made.store.snapshots[one] is stale, "the same failure is no news"
    assert source(one).reads == 5
    source(one).error = None
    made.go_on(AGAIN_MS)
    made.settle()
    assert made.store.snapshots[one].state == "fresh"
    made.go_on(10 * AGAIN_MS)
    made.settle()
    assert source(one).reads == 6


def test_a_source_from_afar_that_fails_is_asked_less_and_less_often(rig: Make) -> None:
    far = Fake(name="far", every=2.0)
    source(far).error = BROKEN
    made = rig(far)
    made.settle()
    waits: list[float] = []
    for _ in range(7):
        waits.append(made.feeds._known[far].due_ms - made.time.ms)
        made.go_on(waits[-1])
        made.settle()
    assert waits == [2000.0, 4000.0, 8000.0, 15_000.0, 15_000.0, 15_000.0, 15_000.0]
    source(far).error = None
    made.go_on(15_000.0)
    made.settle()
    assert made.feeds._known[far].due_ms == made.time.ms + 2000.0


def test_a_slow_source_does_not_hold_up_files(rig: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLOW_S", -1.0)
    far, file = Fake(name="far", every=1.0), Fake(name="file", file="file")
    made = rig(far, file)
    made.settle()
    source(far).open.clear()
    source(far).begun.clear()
    made.go_on(1000.0)
    source(far).begun.wait()
    made.feeds.changed(("/deck/file",))
    made.qtbot.waitUntil(lambda: made.value(file) == 2)
    assert source(far).threads == {"data", "data-slow"}
    source(far).open.set()
    made.settle()


def test_a_stream_keeps_its_rate_though_it_is_asked_late_and_nothing_is_made_up_for(rig: Make) -> None:
    one = Fake(name="one", every=0.1)
    made = rig(one)
    made.settle()
    made.go_on(130.0)
    made.settle()
    made.go_on(70.0)
    made.settle()
    assert source(one).reads == 3
    made.go_on(5000.0)
    made.settle()
    made.go_on(99.0)
    made.settle()
    assert source(one).reads == 4


def test_a_mistake_of_ours_in_a_feed_is_told_and_the_thread_goes_on(
    rig: Make, caplog: pytest.LogCaptureFixture
) -> None:
    one, two = Fake(name="one", file="one"), Fake(name="two", file="two")
    source(one).error = ZeroDivisionError("oops")
    with caplog.at_level(logging.ERROR):
        made = rig(one, two)
        made.settle()
    assert made.store.snapshots[one].state == "failed"
    finding = made.store.snapshots[one].finding
    assert finding is not None
    assert "ZeroDivisionError: oops" in finding.message.en
    assert made.value(two) == 1


def test_only_so_many_sleeping_feeds_are_remembered(rig: Make) -> None:
    many = tuple(Fake(name=f"n{k}", file=f"n{k}") for k in range(KEPT + 20))
    made = rig(*many)
    for _ in many:
        made.settle()
        made.store.dispatch("next")
    made.settle()
    made.feeds.look()
    assert len(made.feeds._known) <= KEPT + 3
    assert made.store.snapshots.keys() <= made.feeds._known.keys()
    assert many[-1] in made.store.snapshots


def test_a_show_without_data_begins_no_thread(rig: Make) -> None:
    made = rig()
    assert not any(lane._begun for lane in made.feeds._readers._lanes.values())
    made.feeds.stop()


def test_threads_end_with_the_show_and_nothing_is_taken_after(rig: Make, qtbot: QtBot) -> None:
    one = Fake(name="one", file="one")
    made = rig(one)
    made.feeds.stop()
    assert not any(lane._thread.is_alive() for lane in made.feeds._readers._lanes.values())
    with qtbot.assertNotEmitted(made.store.data_changed):
        made.feeds.changed(("/deck/one",))


def test_a_source_that_hangs_does_not_keep_a_show_from_ending(rig: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "LEAVE_S", 0.01)
    one = Fake(name="one", every=1.0)
    source(one).open.clear()
    made = rig(one)
    source(one).begun.wait()
    made.feeds.stop()
    assert any(lane._thread.is_alive() for lane in made.feeds._readers._lanes.values())
    source(one).open.set()
    for lane in made.feeds._readers._lanes.values():
        lane.join(5.0)
    assert not made.feeds._readers.take()


def test_files_of_data_are_watched_first(tmp_path: Path) -> None:
    from jn_presenter.load import load_deck, watched
    from tests.e2e import decks

    folder = decks.write(tmp_path / "deck", (decks.Page(name="one", number=10),))
    slide: Any = folder / "a" / "one.yaml"
    slide.write_text(
        "layout: chart-full\ntitle:\n  zh: 数\n  en: Data\nchart:\n  type: bar\n  data: data/x.csv\n", encoding="utf-8"
    )
    assert watched(load_deck(folder))[0] == str(folder / "data" / "x.csv")
