"""Round ticks and how they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.ticks import log_ticks, nice_step, tick_words, ticks_over, ticks_within, year_words


@pytest.mark.parametrize(
    ("span", "intervals", "step"),
    [(100, 5, 20), (97, 5, 20), (1, 4, 0.5), (0.3, 3, 0.1), (7, 4, 2), (120_000, 6, 20_000)],
)
def test_steps_are_one_two_or_five_times_a_power_of_ten(span: float, intervals: int, step: float) -> None:
    assert nice_step(span, intervals) == pytest.approx(step)


@given(st.floats(1e-6, 1e12), st.integers(1, 12))
def test_a_step_makes_no_more_intervals_than_asked(span: float, intervals: int) -> None:
    step = nice_step(span, intervals)
    assert span / step <= intervals * (1 + 1e-6)
    assert float(f"{step:.3e}".partition("e")[0]) in (1.0, 2.0, 5.0)


def test_a_span_of_nothing_has_a_step() -> None:
    assert nice_step(0.0, 5) == 1.0


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(2, 8))
def test_ticks_over_a_range_enclose_it(low: float, span: float, intervals: int) -> None:
    ticks = ticks_over(low, low + span, intervals)
    slack = span * 1e-6
    assert ticks[0] <= low + slack
    assert ticks[-1] >= low + span - slack
    assert list(ticks) == sorted(set(ticks))


def test_ticks_carry_no_dust_of_binary_fractions() -> None:
    assert ticks_over(0.0, 0.6, 6) == (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


def test_years_are_whole_however_few_there_are() -> None:
    assert ticks_within(2019.0, 2021.0, 12, least=1.0) == (2019.0, 2020.0, 2021.0)
    assert year_words((2019.0, 2020.0)) == ("2019", "2020")


def test_ticks_within_leave_out_what_is_beyond() -> None:
    assert ticks_within(2016.0, 2024.0, 4, least=1.0) == (2016.0, 2018.0, 2020.0, 2022.0, 2024.0)
    assert ticks_within(1.0, 9.0, 4) == (2.0, 4.0, 6.0, 8.0)


@pytest.mark.parametrize(
    ("values", "language", "words"),
    [
        ((0, 20_000, 120_000), "zh", ("0", "2万", "12万")),
        ((0, 5_000), "zh", ("0", "5000")),
        ((0, 15_000), "zh", ("0", "1.5万")),
        ((0, 150_000_000), "zh-Hans", ("0", "1.5亿")),
        ((0, 20_000, 120_000), "ja", ("0", "2万", "12万")),
        ((0, 5_000), "ja", ("0", "5,000")),
        ((0, 150_000_000), "ja", ("0", "1.5億")),
        ((0, 20_000), "en", ("0", "20,000")),
        ((0, 1_500_000), "en", ("0", "1.5M")),
        ((0, 2_000_000_000), "en", ("0", "2B")),
        ((-0.5, 0.0, 0.25), "en", ("-0.50", "0", "0.25")),
    ],
)
def test_labels_of_one_axis_share_scale_and_places(
    values: tuple[float, ...], language: str, words: tuple[str, ...]
) -> None:
    assert tick_words(values, language) == words


def test_an_axis_for_several_languages_writes_plain_thousands() -> None:
    assert tick_words((0.0, 120_000.0), "") == ("0", "120,000")


def test_tiny_values_are_powers_of_ten() -> None:
    assert tick_words((0.0, 2e-9, 4e-9), "zh") == ("0", "2e-09", "4e-09")


@given(st.floats(1e-6, 1e9), st.floats(1.0, 1e8))
def test_logarithmic_ticks_enclose_their_values_and_are_round(low: float, factor: float) -> None:
    ticks = log_ticks(low, low * factor)
    assert ticks[0] <= low * (1 + 1e-6)
    assert ticks[-1] >= low * factor * (1 - 1e-6)
    assert list(ticks) == sorted(set(ticks))
    assert all(f"{tick:e}"[:8] in ("1.000000", "2.000000", "5.000000") for tick in ticks)
