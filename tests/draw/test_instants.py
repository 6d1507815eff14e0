"""Time axes: moments from cells, round ticks, and words that say as much as is needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.instants import DAY, HOUR, instant, time_ticks, time_words

SPANS = st.tuples(st.integers(-2_000_000_000, 4_000_000_000), st.integers(600, 3_000_000_000))


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("2024-03", "2024-03-01"),
        ("2024/3/8", "2024-03-08"),
        ("2024.3.8", "2024-03-08"),
        ("2024年3月8日", "2024-03-08"),
        ("2024年3月", "2024-03-01"),
        ("2024-03-08T00:00:00Z", "2024-03-08"),
    ],
)
def test_dates_are_read_as_people_write_them(words: str, same: str) -> None:
    assert instant(words) == instant(same) is not None


def test_a_time_of_day_counts() -> None:
    morning, evening = instant("2024-03-08 06:30"), instant("2024-03-08 18:30:00")
    assert morning is not None
    assert evening == morning + 12 * HOUR


@pytest.mark.parametrize("words", ["", "2024", "2024-13", "2024-02-30", "3月", "120000", "2024-03-08 25:00"])
def test_what_is_no_date_is_none(words: str) -> None:
    assert instant(words) is None


@given(SPANS, st.integers(1, 12))
def test_ticks_lie_within_and_are_not_too_many(span: tuple[int, int], count: int) -> None:
    low, high = float(span[0]), float(span[0] + span[1])
    ticks, step = time_ticks(low, high, count)
    assert all(low - 1e-3 <= tick <= high + 1e-3 for tick in ticks)
    assert list(ticks) == sorted(set(ticks))
    assert len(ticks) <= count * 1.2 + 2
    assert step > 0.0
    assert len(time_words(ticks, step, "zh")) == len(ticks)


def words(low: str, high: str, count: int, language: str) -> list[str]:
    first, last = instant(low), instant(high)
    assert first is not None
    assert last is not None
    ticks, step = time_ticks(first, last, count)
    return list(time_words(ticks, step, language))


def test_years_months_days_and_hours_are_said_as_each_language_says_them() -> None:
    assert words("2016-01", "2024-01", 8, "zh") == [str(year) for year in range(2016, 2025)]
    assert words("2023-10", "2024-05", 8, "zh") == ["2023年10月", "11月", "12月", "2024", "2月", "3月", "4月", "5月"]
    assert words("2023-10", "2024-05", 8, "en")[:4] == ["Oct 2023", "Nov", "Dec", "2024"]
    assert words("2023-10", "2023-12", 3, "") == ["2023-10", "2023-11", "2023-12"]
    assert words("2024-03-08", "2024-03-10", 2, "en") == ["8 Mar", "9 Mar", "10 Mar"]
    assert words("2024-03-08", "2024-03-10", 2, "zh") == ["3月8日", "3月9日", "3月10日"]
    assert words("2024-03-08 06:00", "2024-03-09 00:00", 3, "zh") == ["06:00", "12:00", "18:00", "3月9日"]


def test_days_are_whole_days() -> None:
    ticks, step = time_ticks(0.5 * DAY, 9.5 * DAY, 10)
    assert step == DAY
    assert ticks[0] == DAY


def test_figures_of_each_month_are_not_ticked_by_the_week() -> None:
    first, second, last = instant("2024-01"), instant("2024-02"), instant("2024-03")
    assert first is not None
    assert second is not None
    assert last is not None
    assert time_ticks(first, last, 9, second - first)[0] == (first, second, last)
