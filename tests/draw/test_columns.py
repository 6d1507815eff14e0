"""Columns: a width shared out fairly, and numbers that hang from the decimal point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.columns import hanging, share_out

WIDTHS = st.lists(st.tuples(st.integers(0, 800), st.integers(0, 400)), min_size=1, max_size=7)


def test_columns_that_fit_get_what_they_would_like() -> None:
    assert share_out([100, 300, 50], [40, 40, 40], 450) == (100, 300, 50)


def test_narrow_columns_keep_theirs_and_wide_ones_share_the_rest() -> None:
    assert share_out([100, 600, 500], [40, 40, 40], 700) == (100, 300, 300)


def test_a_column_has_its_least_though_others_get_less_then() -> None:
    assert share_out([600, 600], [400, 40], 500) == (400, 100)


def test_leasts_that_are_too_many_stay_as_they_are() -> None:
    assert share_out([600, 600], [400, 300], 500) == (400, 300)


@given(WIDTHS, st.integers(0, 3000))
def test_widths_are_between_least_and_natural_and_take_all_the_room_there_is(
    columns: list[tuple[int, int]], room: int
) -> None:
    naturals = [natural for natural, _ in columns]
    leasts = [min(pair) for pair in columns]
    widths = share_out(naturals, [least for _, least in columns], room)
    assert all(
        least - 1e-6 <= width <= natural + 1e-6 for least, width, natural in zip(leasts, widths, naturals, strict=True)
    )
    assert sum(widths) == pytest.approx(max(sum(leasts), min(sum(naturals), room)))


def px(words: str) -> float:
    return 10.0 * len(words)


def test_decimal_points_stand_under_one_another() -> None:
    assert hanging(["3.2", "2.75", "11", "1.4"], px) == (10.0, 0.0, 30.0, 10.0)
    assert hanging(["4.5%", "12%", ""], px) == (0.0, 20.0, 20.0)


def test_figures_of_different_units_end_together() -> None:
    assert hanging(["4.5%", "12家"], px) == (0.0, 0.0)


def test_whole_numbers_need_no_room() -> None:
    assert hanging(["48000", "36500", "7"], px) == (0.0, 0.0, 0.0)
    assert hanging([], px) == ()
