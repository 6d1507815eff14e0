"""From what was seen before to new content: exact at both ends, matched by key in between."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.animate import Morph, Way
from jn_presenter.draw.tween import MOST_NUMBERS
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Line, PlotAxis, PlotMark, Run, Series, ShapeMark, TextMark
from jn_presenter.model.style import Font

FONT = Font(24.0)


def bar(key: str, length: float, fill: str = "#6fc3ff") -> ShapeMark:
    return ShapeMark(key=key, shape=Box(0.0, 0.0, length, 20.0), fill=fill)


def words(key: str, text: str, x: float) -> TextMark:
    return TextMark(key=key, lines=(Line(x, 100.0, 50.0, (Run(text, FONT, "#ffffff"),)),))


def plot(*series: Series, high: float = 10.0) -> PlotMark:
    bottom, left = (PlotAxis(low=0.0, high=h, ticks=(), extent=0.0) for h in (1.0, high))
    return PlotMark(
        key="plot",
        x=0.0,
        y=0.0,
        w=400.0,
        h=300.0,
        series=series,
        bottom=bottom,
        left=left,
        font=FONT,
        ink="#fff",
        grid="#333333",
    )


def curve(key: str, *ys: float) -> Series:
    return Series(key=key, xs=tuple(map(float, range(len(ys)))), ys=ys, colour="#ff0000")


marks = st.lists(
    st.builds(bar, st.sampled_from("abcdef"), st.floats(0, 1000), st.sampled_from(["#000000", "#ffffff"])),
    unique_by=lambda mark: mark.key,
).map(tuple)


@given(old=marks, new=marks)
def test_it_begins_with_the_old_marks_and_ends_with_the_new(old: tuple[AnyMark, ...], new: tuple[AnyMark, ...]) -> None:
    assert Morph(old, new).at(0.0) == old
    assert Morph(old, new).at(1.0) == new


@given(old=marks, new=marks, t=st.floats(0.01, 0.99))
def test_a_mark_of_the_same_key_is_between_its_two_lengths_and_others_fade(
    old: tuple[AnyMark, ...], new: tuple[AnyMark, ...], t: float
) -> None:
    was = {mark.key: mark for mark in old}
    now = {mark.key: mark for mark in new}
    shown = {mark.key: mark for mark in Morph(old, new).at(t)}
    assert shown.keys() == was.keys() | now.keys()
    for key, mark in shown.items():
        if key in was and key in now:
            low, high = sorted((was[key].shape.w, now[key].shape.w))
            assert low - 1e-9 <= mark.shape.w <= high + 1e-9
            assert mark.opacity == 1.0
        else:
            assert mark.opacity == pytest.approx(t if key in now else 1.0 - t)


def test_the_order_of_categories_may_change_and_each_keeps_its_mark() -> None:
    halfway = Morph((bar("a", 100), bar("b", 50)), (bar("b", 200), bar("a", 10))).at(0.5)
    assert {mark.key: mark.shape.w for mark in halfway} == {"b": 125.0, "a": 55.0}


def test_new_words_travel_from_the_place_of_the_old_ones() -> None:
    (mark,) = Morph((words("value.a", "80", 100.0),), (words("value.a", "120", 300.0),)).at(0.25)
    assert mark.lines[0].text == "120"
    assert mark.lines[0].x + mark.dx == 150.0


def test_the_same_words_go_from_their_old_place_and_size_to_the_new() -> None:
    old = words("name.a", "馆", 100.0)
    large = Line(300.0, 200.0, 100.0, (Run("馆", Font(48.0), "#ffffff"),))
    (mark,) = Morph((old,), (TextMark(key="name.a", lines=(large,)),)).at(0.5)
    assert (mark.lines[0].x, mark.lines[0].y, mark.lines[0].width) == (200.0, 150.0, 75.0)
    assert mark.lines[0].runs[0].font.size == 36.0
    assert (mark.dx, mark.dy) == (0.0, 0.0)


def test_curves_are_matched_by_key_and_their_points_travel() -> None:
    old = plot(curve("a", 0.0, 10.0), curve("b", 5.0, 5.0))
    (mark,) = Morph((old,), (plot(curve("b", 7.0, 9.0), high=20.0),)).at(0.5)
    assert [(one.key, one.ys) for one in mark.series] == [("b", (6.0, 7.0))]
    assert mark.left.high == 15.0


def test_a_gap_stays_a_gap_and_another_number_of_points_is_there_at_once() -> None:
    (mark,) = Morph((plot(curve("a", 0.0, 1.0)),), (plot(curve("a", math.nan, 3.0)),)).at(0.5)
    assert math.isnan(mark.series[0].ys[0])
    assert mark.series[0].ys[1] == 2.0
    (mark,) = Morph((plot(curve("a", 0.0, 1.0)),), (plot(curve("a", 1.0, 2.0, 3.0)),)).at(0.5)
    assert mark.series[0].ys == (1.0, 2.0, 3.0)


def test_more_points_than_a_frame_has_time_for_are_new_at_once() -> None:
    many = [float(k) for k in range(MOST_NUMBERS + 1)]
    old, new = plot(curve("a", *many)), plot(curve("a", *many[::-1]))
    (mark,) = Morph((old,), (new,)).at(0.5)
    assert mark.series[0].ys is new.series[0].ys


class Growing(Fitted, frozen=True):
    """A bar that is as long as its step."""

    length: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        return (bar("a", self.length * phase.step),)


def test_a_way_leads_to_what_is_asked_for_also_after_something_else_was() -> None:
    way = Way((bar("a", 0.0),))
    place = Rect(0.0, 0.0, 500.0, 100.0)
    short, long = Growing(rect=place, length=10.0), Growing(rect=place, length=40.0)
    for fitted, step in ((short, 1), (long, 1), (long, 3), (short, 2)):
        (mark,) = way.marks(fitted, Phase(step=step), 0.5)
        assert mark.shape.w == fitted.length * step / 2  # type: ignore[union-attr]
