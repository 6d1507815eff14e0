"""One figure stands out; the others are dimmed, and what is no figure stays."""

from decimal import Decimal

import pytest

from jn_presenter.draw.focus import DIMMED, belongs, dimmed, foci
from jn_presenter.model.marks import AnyMark, Box, Datum, PlotAxis, PlotMark, Series, ShapeMark, TextMark
from jn_presenter.model.style import Font


def bar(key: str) -> ShapeMark:
    return ShapeMark(key=key, shape=Box(0, 0, 1, 1), datum=Datum(value=Decimal(1)))


def words(key: str) -> TextMark:
    return TextMark(key=key, lines=())


MARKS: tuple[AnyMark, ...] = (
    words("badge"),
    ShapeMark(key="zero", shape=Box(0, 0, 1, 1)),
    words("name.a"),
    bar("bar.a"),
    words("value.a"),
    words("name.b"),
    bar("bar.b"),
    bar("bar.b.late"),
)


def opacities(focus: str) -> dict[str, float]:
    return {mark.key: mark.opacity for mark in dimmed(MARKS, focus)}


def test_the_figures_that_can_stand_out_are_told_in_their_order() -> None:
    assert foci(MARKS) == ("a", "b", "b.late")


def test_marks_of_the_focus_stay_with_what_is_no_figure_and_the_others_are_dimmed() -> None:
    assert opacities("a") == {
        "badge": 1.0,
        "zero": 1.0,
        "name.a": 1.0,
        "bar.a": 1.0,
        "value.a": 1.0,
        "name.b": DIMMED,
        "bar.b": DIMMED,
        "bar.b.late": DIMMED,
    }


def test_a_series_stands_out_with_all_its_categories() -> None:
    assert [key for key, opacity in opacities("b").items() if opacity == DIMMED] == ["name.a", "bar.a", "value.a"]


@pytest.mark.parametrize("focus", ["", "c", "lat", "a.b"])
def test_an_element_in_which_nothing_belongs_to_the_focus_stays_as_it_is(focus: str) -> None:
    assert dimmed(MARKS, focus) is MARKS


def test_a_key_belongs_to_parts_that_stand_in_it_behind_one_another() -> None:
    assert belongs("bar.visitors.2019", "visitors")
    assert belongs("bar.visitors.2019", "2019")
    assert belongs("bar.visitors.2019", "visitors.2019")
    assert not belongs("bar.visitors.2019", "bar.2019")
    assert not belongs("bar.visitors.2019", "201")


def test_the_other_curves_of_a_plot_go_towards_its_grid() -> None:
    axis = PlotAxis(low=0.0, high=1.0, ticks=(), extent=0.0)
    curves = tuple(Series(key=f"curve.{k}", xs=(), ys=(), colour="#ffffff") for k in range(2))
    plot = PlotMark(
        key="plot",
        x=0,
        y=0,
        w=9,
        h=9,
        series=curves,
        bottom=axis,
        left=axis,
        font=Font(24.0),
        ink="#ffffff",
        grid="#000000",
    )
    (shown,) = dimmed((plot,), "1")
    assert [curve.colour for curve in shown.series] == ["#404040", "#ffffff"]
