import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.daytime import DAY_MS, HOUR_MS, MINUTE_MS, Daytime, daytime


def at(hour, minute):
    return hour * HOUR_MS + minute * MINUTE_MS


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("15:30", Daytime(15, 30)),
        ("9:05", Daytime(9, 5)),
        ("0:00", Daytime(0, 0)),
        ("24:00", Daytime(0, 0)),
        (" １５：３０ ", Daytime(15, 30)),
        ("25:00", None),
        ("24:01", None),
        ("12:60", None),
        ("1530", None),
        ("15:3", None),
        ("٣:30", None),
        ("", None),
    ],
)
def test_a_time_is_hours_and_minutes(words, time):
    assert daytime(words) == time


@pytest.mark.parametrize(
    ("until", "now", "minutes"),
    [
        (Daytime(15, 30), at(15, 0), 30),
        (Daytime(15, 0), at(15, 5), -5),
        (Daytime(0, 30), at(23, 50), 40),
        (Daytime(23, 50), at(0, 5), -15),
        (Daytime(2, 0), at(14, 0), 720),
        (Daytime(15, 0), at(15, 0), 0),
    ],
)
def test_the_nearest_such_time_counts_across_midnight_too(until, now, minutes):
    assert until.ahead_ms(now) == minutes * MINUTE_MS


@given(hour=st.integers(0, 23), minute=st.integers(0, 59), now=st.integers(0, int(DAY_MS) - 1))
def test_what_lies_ahead_leads_to_that_time_and_is_read_as_written(hour, minute, now):
    ahead = Daytime(hour, minute).ahead_ms(now)
    assert -DAY_MS / 2 < ahead <= DAY_MS / 2
    assert (now + ahead) % DAY_MS == at(hour, minute)
    assert daytime(str(Daytime(hour, minute))) == Daytime(hour, minute)
