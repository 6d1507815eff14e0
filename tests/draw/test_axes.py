"""Axes: measured, with words that keep apart, and values placed on linear, logarithmic and right ones."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.axes import along_axis, as_drawn, at, inside, matched_axis, overhang, plot, value_axis
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import PlotAxis, Series
from jn_presenter.model.style import Font
from tests.look import LANGUAGES, env

VALUES = st.floats(-1e9, 1e9).map(lambda value: round(value, 3))
WIDTHS = st.integers(120, 3600).map(float)


@given(VALUES, st.floats(0.01, 1e9), WIDTHS, st.sampled_from(LANGUAGES), st.sampled_from(["number", "year", "date"]))
def test_words_at_ticks_keep_apart(
    low: float, span: float, width: float, languages: tuple[str, ...], kind: str
) -> None:
    here = env(languages)
    axis = along_axis(low, low + span, width, here, kind)  # type: ignore[arg-type]
    ends = -math.inf
    for value, words in axis.ticks:
        half = FixedMeasure().advance(words, Font(24.0)) / 2
        middle = at(axis, value, 0.0, width)
        assert -1.0 <= middle <= width + 1.0
        assert middle - half > ends or len(axis.ticks) <= 2
        ends = middle + half


@given(st.floats(0.001, 1e9), st.floats(1.0, 1e6))
def test_a_logarithmic_axis_encloses_its_values(low: float, factor: float) -> None:
    axis = value_axis(low, low * factor, 600.0, env(), log=True)
    assert axis.low <= low * (1 + 1e-6)
    assert axis.high >= low * factor * (1 - 1e-6)
    assert axis.low > 0.0


def test_on_a_logarithmic_axis_equal_factors_are_equal_px() -> None:
    axis = value_axis(1.0, 1000.0, 600.0, env(), log=True)
    assert [at(axis, value, 0.0, 300.0) for value in (1.0, 10.0, 100.0, 1000.0)] == pytest.approx([0, 100, 200, 300])


def test_an_axis_without_zero_is_marked_as_cut() -> None:
    assert value_axis(900.0, 1000.0, 600.0, env()).cut
    assert not value_axis(0.0, 1000.0, 600.0, env()).cut
    assert not value_axis(-5.0, 5.0, 600.0, env()).cut


def test_the_first_and_the_last_word_stay_inside_the_place() -> None:
    place = Rect(100.0, 100.0, 1200.0, 600.0)
    left = value_axis(0.0, 1.0, 500.0, env())
    mark = plot(place, (), lambda width: along_axis(-2_000_000.0, 2_000_000.0, width, env(("en",))), left, env(("en",)))
    before, behind = overhang(mark.bottom, inside(mark).w, env(("en",)))
    assert before > 0.0
    assert behind > 0.0
    assert inside(mark).x - before >= place.x - 1.0
    assert inside(mark).right + behind <= place.right + 1.0


def test_what_the_right_axis_measures_is_drawn_on_its_scale() -> None:
    left = value_axis(0.0, 100.0, 500.0, env())
    right = PlotAxis(low=0.0, high=10.0, ticks=((0.0, "0"), (10.0, "10")), extent=50.0)
    series = Series(key="a", xs=(0.0, 1.0), ys=(5.0, 10.0), floors=(0.0, 0.0), colour="#ffffff", right=True)
    other = Series(key="b", xs=(0.0, 1.0), ys=(50.0, 100.0), colour="#ffffff")
    mark = plot(
        Rect(0.0, 0.0, 900.0, 600.0),
        (series, other),
        lambda width: along_axis(0.0, 1.0, width, env()),
        left,
        env(),
        right=right,
    )
    drawn = as_drawn(mark)
    assert [one.ys for one in drawn] == [(50.0, 100.0), (50.0, 100.0)]
    assert drawn[0].floors == (0.0, 0.0)
    assert inside(mark).right == pytest.approx(900.0 - 50.0)


def test_values_that_a_logarithmic_axis_has_no_place_for_are_gaps() -> None:
    left = value_axis(1.0, 100.0, 500.0, env(), log=True)
    series = Series(key="a", xs=(0.0, 1.0), ys=(0.0, 10.0), colour="#ffffff")
    mark = plot(Rect(0, 0, 900, 600), (series,), lambda width: along_axis(0.0, 1.0, width, env()), left, env())
    (drawn,) = as_drawn(mark)
    assert math.isnan(drawn.ys[0])
    assert drawn.ys[1] == pytest.approx(1.0)


@given(VALUES, st.floats(1.0, 1e9), st.integers(2, 9))
def test_a_matched_axis_has_its_ticks_where_the_other_has_them(low: float, span: float, count: int) -> None:
    other = value_axis(0.0, float(count), 100.0 * count, env())
    axis = matched_axis(low, low + span, other, env())
    assert len(axis.ticks) == len(other.ticks)
    assert axis.low <= low + 1e-6 * max(abs(low), span)
    assert axis.high >= (low + span) - 1e-6 * max(abs(low + span), span)
    for (mine, _), (others, _) in zip(axis.ticks, other.ticks, strict=True):
        assert at(axis, mine, 0.0, 500.0) == pytest.approx(at(other, others, 0.0, 500.0), abs=0.01)
