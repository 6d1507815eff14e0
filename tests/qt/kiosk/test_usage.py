"""What a kiosk was used for reaches the disk: every minute, with the end of a visit, and with the end of the show."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.qt.kiosk.usage import MOST_QUEUED, WRITE_MS, Usage
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.usage import Count, Row, Seen
from jn_presenter.show.kiosk.visit import fresh
from jn_presenter.usage_file import NAME, UsageFile, read_usage
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Time, loaded

NOON = time(12)
LOOP = Seen("loop", "a", "a/one", "zh")


class Kiosk:
    def __init__(self, path: Path) -> None:
        here = deck(points_slide("a/one", 0), points_slide("b/two", 0))
        self.path = path
        self.time = Time()
        self.at: datetime | None = datetime.combine(date(2026, 11, 23), NOON)
        self.store = Store(loaded(here), fresh(here, self.time.ms, animate=False), self.time)
        self.usage = Usage(self.store, path.parent, lambda: self.at)

    def written(self) -> dict[tuple[str, Seen], Count]:
        try:
            return {(row.day, row.seen): row.amount for row in read_usage(self.path)}
        except FileNotFoundError:
            return {}


@pytest.fixture
def kiosk(qtbot: QtBot, tmp_path: Path) -> Kiosk:
    return Kiosk(tmp_path / "own" / NAME)


def test_each_minute_is_written_under_its_day(qtbot: QtBot, kiosk: Kiosk) -> None:
    assert WRITE_MS == 60_000
    kiosk.usage.begin()
    kiosk.time.ms += 60_000.0
    kiosk.usage.flush()
    kiosk.at = datetime.combine(date(2026, 11, 24), NOON)
    kiosk.time.ms += 1000.0
    kiosk.usage.flush()
    kiosk.at = None
    kiosk.time.ms += 2000.0
    kiosk.usage.stop()
    qtbot.waitUntil(lambda: not kiosk.usage._thread.is_alive())
    assert kiosk.written() == {
        ("2026-11-23", LOOP): Count(60_000.0, 1),
        ("2026-11-24", LOOP): Count(3000.0),
    }


def test_a_visit_is_written_as_it_ends(qtbot: QtBot, kiosk: Kiosk) -> None:
    kiosk.usage.begin()
    kiosk.store.dispatch("kiosk-touch")
    kiosk.time.ms += 60_000.0
    kiosk.store.dispatch("kiosk-tick")
    home = ("2026-11-23", Seen("home", language="zh"))
    qtbot.waitUntil(lambda: kiosk.written().get(home) == Count(60_000.0, 1, 1))
    kiosk.usage.stop()


def test_stopped_it_counts_no_more_and_twice_is_once(qtbot: QtBot, kiosk: Kiosk) -> None:
    kiosk.usage.stop()
    kiosk.usage.begin()
    kiosk.time.ms += 1000.0
    kiosk.usage.stop()
    qtbot.waitUntil(lambda: not kiosk.usage._thread.is_alive())
    kiosk.store.dispatch("kiosk-touch")
    kiosk.usage.stop()
    assert list(kiosk.written().values()) == [Count(1000.0, 1)]


def test_a_disk_that_does_not_answer_keeps_nobody_and_loses_nothing(
    qtbot: QtBot, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    answers, keep = Event(), UsageFile.keep

    def slow(file: UsageFile, *batch: object) -> bool:
        answers.wait()
        return keep(file, *batch)  # type: ignore[arg-type]

    monkeypatch.setattr(UsageFile, "keep", slow)
    kiosk.usage.begin()
    for _ in range(5 * MOST_QUEUED):
        kiosk.time.ms += 60_000.0
        kiosk.usage.flush()
    assert kiosk.usage._tallies.qsize() <= MOST_QUEUED
    answers.set()
    qtbot.waitUntil(kiosk.usage._tallies.empty)
    kiosk.usage.stop()
    qtbot.waitUntil(lambda: not kiosk.usage._thread.is_alive())
    assert list(kiosk.written().values()) == [Count(5 * MOST_QUEUED * 60_000.0, 1)]


def test_the_record_is_of_days_and_of_nobody(qtbot: QtBot, kiosk: Kiosk) -> None:
    """What a row has is all there is: no time of day, no order, no number of a visit."""
    assert Row._fields == ("day", "seen", "amount")
    assert Seen._fields == ("state", "theme", "slide", "language")
    assert Count._fields == ("ms", "times", "visits", "large", "contrast")
