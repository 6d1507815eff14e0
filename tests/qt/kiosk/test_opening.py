"""Opening and closing by the clock on the wall, whatever happens to that clock; and who is there meanwhile."""

from datetime import date, datetime, time, timedelta
from time import tzset

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jn_presenter.model.kiosk import Span
from jn_presenter.qt.kiosk.opening import LOOK_MS, Opening, PlainOpening, wall
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.visit import fresh
from jn_presenter.show.state import ShowState
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Time, loaded

HOURS = (Span(tuple(range(7)), 9 * 60, 17 * 60),)
MONDAY = datetime.combine(date(2026, 11, 23), time())
HOUR, YEAR = timedelta(hours=1), timedelta(days=365)
GRACE_MS = 5 * 60_000.0


class House:
    """A kiosk, open from nine to five, with a clock on the wall and one that nobody sets."""

    def __init__(self, clock: str, hours: tuple[Span, ...] = HOURS) -> None:
        here = deck(points_slide("a/one", 0), points_slide("b/two", 0))
        self.time = Time()
        self.wall: datetime | None = at(clock)
        self.store = Store(loaded(here), fresh(here, self.time.ms, animate=False), self.time)
        self.lit: list[bool] = []
        self.changes: list[str] = []
        self.store.changed.connect(self._note)
        self.opening = Opening(self.store, hours, self.lit.append, lambda: self.wall)

    def _note(self, old: ShowState, new: ShowState) -> None:
        assert old.kiosk is not None
        assert new.kiosk is not None
        if old.kiosk.phase != new.kiosk.phase:
            self.changes.append(new.kiosk.phase)

    @property
    def phase(self) -> str:
        assert self.store.state.kiosk is not None
        return self.store.state.kiosk.phase

    @property
    def wait_ms(self) -> float:
        """How long until it looks again."""
        return self.opening._timer.interval()

    def look(self, clock: str = "", ms: float = 0.0) -> None:
        """Time goes on; the clock on the wall shows that; and it is looked at."""
        self.time.ms += ms
        if clock:
            self.wall = at(clock)
        self.opening.look()


def at(clock: str) -> datetime:
    return MONDAY + timedelta(**dict(zip(("hours", "minutes", "seconds"), map(int, clock.split(":")), strict=False)))


def test_closed_it_is_black_before_there_is_a_window_and_in_the_morning_the_loop_begins(qtbot: QtBot) -> None:
    house = House("08:59")
    house.opening.settle()
    assert (house.phase, house.store.state.blank) == ("closed", "black")
    house.opening.begin()
    house.look("09:00")
    assert (house.phase, house.store.state.blank) == ("loop", "none")
    house.look("17:00")
    assert (house.phase, house.store.state.blank) == ("closed", "black")
    assert house.changes == ["closed", "loop", "closed"]


def test_without_hours_it_is_never_closed(qtbot: QtBot) -> None:
    house = House("03:00", ())
    house.opening.begin()
    house.look("23:59")
    assert house.changes == []
    assert house.wait_ms == pytest.approx(LOOK_MS, abs=50)


def test_the_clock_is_looked_at_again_at_the_hour_and_in_any_case_before_long(qtbot: QtBot) -> None:
    house = House("16:59:50")
    house.opening.begin()
    assert 10_000 < house.wait_ms < 10_100
    for clock in ("12:00", "20:00", "03:00"):
        house.look(clock)
        assert LOOK_MS <= house.wait_ms < 60_000


@pytest.mark.parametrize("jump", [HOUR, -HOUR, YEAR, -YEAR, 12 * HOUR, timedelta(days=-20_000)])
@pytest.mark.parametrize("clock", ["00:30", "09:00", "12:00", "16:30", "17:00", "23:59"])
def test_a_clock_that_is_set_is_followed_with_the_next_look_and_once(qtbot: QtBot, clock: str, jump: timedelta) -> None:
    """Summer begins and ends like that too."""
    house = House(clock)
    house.opening.settle()
    house.opening.begin()
    before, count = house.phase, len(house.changes)
    assert house.wall is not None
    house.wall += jump
    opened = 9 <= house.wall.hour < 17
    for _ in range(3):
        house.look()
        assert house.phase == ("loop" if opened else "closed")
    assert len(house.changes) - count == (before != house.phase)
    house.wall -= jump
    house.look()
    assert house.phase == before


def test_a_clock_that_shows_no_date_changes_nothing(qtbot: QtBot) -> None:
    house = House("12:00")
    house.opening.begin()
    house.wall = None
    house.look()
    assert house.phase == "loop"
    house.look("18:00")
    house.wall = None
    house.look()
    assert house.phase == "closed"
    assert LOOK_MS <= house.wait_ms < 60_000


def test_a_visitor_finishes_and_when_he_has_gone_it_closes_without_the_loop_being_told_to_anybody(
    qtbot: QtBot,
) -> None:
    house = House("16:59")
    house.opening.begin()
    house.store.dispatch("kiosk-touch")
    house.look("17:00", 60_000.0)
    assert house.phase == "home"
    house.time.ms += 60_000.0
    house.store.dispatch("kiosk-tick")
    assert house.phase == "closed"
    assert house.changes == ["home", "loop", "closed"]


def test_a_visitor_who_stays_has_five_minutes(qtbot: QtBot) -> None:
    house = House("16:59")
    house.opening.begin()
    house.store.dispatch("kiosk-touch")
    house.store.dispatch("kiosk-theme", theme="b")
    house.look("17:00")
    house.look("17:04", GRACE_MS - 1000.0)
    assert house.phase == "slides"
    assert house.wait_ms < 1100
    house.store.dispatch("kiosk-touch")
    house.look("17:05", 1000.0)
    assert house.phase == "closed"
    assert house.store.state.shown.slide == "a/one"


def test_the_five_minutes_are_another_evening_s_again(qtbot: QtBot) -> None:
    house = House("17:10")
    house.opening.settle()
    house.opening.begin()
    house.look("09:00", 16 * 3_600_000.0)
    house.store.dispatch("kiosk-touch")
    house.look("17:00", 8 * 3_600_000.0)
    assert house.phase == "home"


def test_touches_outside_the_hours_wake_nothing(qtbot: QtBot) -> None:
    house = House("20:00")
    house.opening.settle()
    house.opening.begin()
    for command in ("kiosk-touch", "kiosk-home", "next", "previous", "kiosk-language", "kiosk-large"):
        house.store.dispatch(command)
    assert (house.phase, house.store.state.blank) == ("closed", "black")
    assert house.lit == [False]


def test_the_staff_s_pad_comes_up_outside_the_hours_and_lights_the_screen_meanwhile(qtbot: QtBot) -> None:
    house = House("20:00")
    house.opening.settle()
    house.opening.begin()
    house.store.dispatch("kiosk-staff")
    assert house.store.state.kiosk is not None
    assert house.store.state.kiosk.staff
    assert house.lit == [False, True]
    house.look("09:00")
    assert house.phase == "closed"
    assert house.store.state.kiosk.staff
    house.store.dispatch("kiosk-staff")
    assert house.phase == "loop"
    assert house.lit[-1] is True


def test_the_screen_is_to_be_dark_when_it_is_closed_and_said_so_with_each_look(qtbot: QtBot) -> None:
    house = House("16:59")
    house.opening.begin()
    house.look("17:00")
    house.look("17:01")
    assert house.lit[0] is True
    assert house.lit[-2:] == [False, False]


def test_the_timer_itself_looks(qtbot: QtBot) -> None:
    house = House("16:59:59")
    assert house.wall is not None
    house.wall += timedelta(milliseconds=990)
    house.opening.begin()
    house.wall = at("17:00")
    qtbot.waitUntil(lambda: house.phase == "closed")


def test_stopped_it_looks_no_more(qtbot: QtBot) -> None:
    house = House("12:00")
    house.opening.begin()
    house.opening.stop()
    assert not house.opening._timer.isActive()
    house.store.dispatch("kiosk-touch")
    assert house.lit == [True]
    House("12:00").opening.stop()


def test_a_time_zone_that_the_owner_chooses_meanwhile_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        hours = []
        for zone in ("UTC0", "CST-8", "EST5"):
            monkeypatch.setenv("TZ", zone)
            now = wall()
            assert now is not None
            hours.append(now)
        assert [round((hour - hours[0]) / HOUR) for hour in hours] == [0, 8, -5]
    finally:
        monkeypatch.undo()
        tzset()


def test_a_clock_beyond_all_calendars_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Beyond:
        @staticmethod
        def now() -> datetime:
            raise OverflowError

    monkeypatch.setattr("jn_presenter.qt.kiosk.opening.datetime", Beyond)
    assert wall() is None


def test_a_page_that_nobody_visits_has_the_same_hours(qtbot: QtBot) -> None:
    clock: list[datetime | None] = [at("16:59:50")]
    told: list[bool] = []
    page = QObject()
    opening = PlainOpening(page, HOURS, told.append, lambda: clock[0])
    opening.look()
    assert 10_000 < opening._timer.interval() < 10_100
    for now in ("17:00", "08:59", "09:00"):
        clock[0] = at(now)
        opening.look()
    clock[0] = None
    opening.look()
    assert told == [True, False, False, True, True]
    clock[0] = at("12:00")
    opening.look()
    assert LOOK_MS <= opening._timer.interval() < 60_000
    opening.stop()
    assert not opening._timer.isActive()
