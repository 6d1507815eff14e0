"""Opening hours by the clock on the wall: over midnight and the week's end, and who is there at closing time."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.kiosk import Span
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.kiosk.hours import DAY, GRACE_MS, due, is_open, until_change_ms
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.kiosk.visit import fresh

MONDAY = datetime.combine(date(2026, 11, 23), time())
MINUTE = timedelta(minutes=1)
WORKDAYS = (Span((0, 1, 2, 3, 4), 9 * 60, 17 * 60 + 30),)

days = st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found)))
spans = st.builds(Span, days, st.integers(0, DAY - 1), st.integers(0, DAY)).filter(lambda span: span.start != span.end)
hours_ = st.lists(spans, min_size=1, max_size=5).map(tuple)
times = st.datetimes(MONDAY - timedelta(20_000), MONDAY + timedelta(60_000))


def at(day: int, clock: str) -> datetime:
    """A time in the week of MONDAY."""
    hour, minute, *seconds = map(int, clock.split(":"))
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute, seconds=sum(seconds))


def opens_as_read(hours: tuple[Span, ...], when: datetime) -> bool:
    """The same as an owner reads it: today's spans, and yesterday's that go on into today."""
    minute = when.hour * 60 + when.minute
    for span in hours:
        overnight = span.end <= span.start
        if when.weekday() in span.days and span.start <= minute < (DAY if overnight else span.end):
            return True
        if overnight and (when.weekday() - 1) % 7 in span.days and minute < span.end:
            return True
    return False


@pytest.mark.parametrize(
    ("day", "clock", "there"),
    [
        (0, "08:59:59", False),
        (0, "09:00", True),
        (4, "17:29:59", True),
        (4, "17:30", False),
        (5, "12:00", False),
        (6, "12:00", False),
    ],
)
def test_it_is_open_from_the_first_minute_to_before_the_last_on_the_days_that_are_named(day, clock, there):
    assert is_open(WORKDAYS, at(day, clock)) is there


def test_without_hours_it_is_always_open():
    assert is_open((), at(6, "03:00"))
    assert until_change_ms((), at(6, "03:00")) is None


def test_a_span_over_midnight_ends_on_the_next_day_and_sunday_s_on_monday():
    hours = (Span((5, 6), 20 * 60, 2 * 60),)
    assert [is_open(hours, at(day, "01:59")) for day in range(7)] == [True, False, False, False, False, False, True]
    assert not is_open(hours, at(0, "02:00"))
    assert is_open(hours, at(5, "20:00"))
    assert not is_open(hours, at(5, "19:59"))


def test_all_day_has_no_gap_at_midnight():
    hours = (Span(tuple(range(7)), 0, DAY),)
    assert is_open(hours, at(2, "23:59:59"))
    assert is_open(hours, at(3, "00:00"))
    assert until_change_ms(hours, at(2, "12:00")) is None


def test_how_long_yet_counts_seconds_and_days_off():
    assert until_change_ms(WORKDAYS, at(0, "17:29:30")) == 30_000.0
    assert until_change_ms(WORKDAYS, at(4, "17:30")) == (2 * 24 + 15.5) * 3_600_000.0


@given(hours_, times)
def test_it_is_open_as_an_owner_reads_his_hours(hours, when):
    assert is_open(hours, when) == opens_as_read(hours, when)


@given(hours_, times)
def test_nothing_changes_before_the_change_and_something_with_it(hours, when):
    left = until_change_ms(hours, when)
    now = is_open(hours, when)
    if left is None:
        assert {is_open(hours, when + k * MINUTE) for k in range(0, 7 * DAY, 7)} == {now}
        return
    assert 0.0 < left <= 7 * DAY * 60_000.0
    change = when + timedelta(milliseconds=left)
    assert is_open(hours, change + MINUTE / 2) != now
    assert is_open(hours, change - MINUTE / 2) == now
    assert all(is_open(hours, when + (change - when) * share / 16) == now for share in range(16))


def test_the_loop_closes_at_once_and_opens_at_once():
    assert due(Stand(), opened=False, over_ms=0.0) == "kiosk-close"
    assert due(Stand(phase="closed"), opened=True, over_ms=0.0) == "kiosk-open"


@pytest.mark.parametrize("stand", [Stand(phase="home"), Stand(phase="slides"), Stand(staff=True)])
def test_whoever_is_there_at_closing_time_has_five_minutes(stand):
    assert due(stand, opened=False, over_ms=GRACE_MS - 1.0) is None
    assert due(stand, opened=False, over_ms=GRACE_MS) == "kiosk-close"
    assert GRACE_MS == 300_000.0


def test_the_pad_is_not_taken_from_staff_by_the_opening():
    assert due(Stand(phase="closed", staff=True), opened=True, over_ms=0.0) is None


@given(st.builds(Stand, phase=st.sampled_from(["loop", "home", "slides"])), st.floats(0, 1e6))
def test_open_and_shown_nothing_is_due(stand, over_ms):
    assert due(stand, opened=True, over_ms=over_ms) is None
    assert due(structs.replace(stand, phase="closed"), opened=False, over_ms=over_ms) is None


@given(st.sampled_from(["loop", "home", "slides", "closed"]), st.booleans(), st.booleans(), st.floats(0, 1e6))
def test_what_is_due_is_due_once(three, phase, staff, opened, over_ms):
    """No flicker: the command leads to where none is due."""
    state = fresh(three, 0.0)
    state = structs.replace(state, kiosk=structs.replace(state.kiosk, phase=phase, staff=staff))
    name = due(state.kiosk, opened=opened, over_ms=over_ms)
    if name is not None:
        after = COMMANDS[name](state, three, 0.0)
        assert (after.kiosk.phase == "closed") is (not opened)
        assert due(after.kiosk, opened=opened, over_ms=over_ms) is None
