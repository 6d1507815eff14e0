"""Two axes: each with its curve's colour, shared grid lines, and a warning where zero is not at one height."""

from math import isnan

from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.dual_axis import DualAxis, Side
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import plain
from tests.decks import text
from tests.look import LANGUAGES, at_rest, by_key, collisions, env, outside, text_boxes, words_of
from tests.tables import PLACES, env_of, plot_of, table

NUMBER = st.none() | st.integers(-1000, 100_000)
ROWS = st.lists(st.tuples(st.integers(1990, 2040), NUMBER, NUMBER), min_size=1, max_size=40, unique_by=lambda r: r[0])
DATA = table(("year", "a", "b"), (2020, 100, 3), (2021, 220, None), (2022, 180, 9), sample=True)


def dual(data: object = DATA) -> DualAxis:
    left, right = Side(column="a", label=text("参观人次", "Visitors")), Side(column="b", unit=plain("元"))
    return DualAxis(data=data, left=left, right=right)  # type: ignore[arg-type]


@settings(deadline=None)
@given(ROWS, st.sampled_from(LANGUAGES), st.sampled_from(PLACES))
def test_curves_lie_within_their_axes_and_words_keep_apart(
    rows: list[tuple[int, int | None, int | None]], languages: tuple[str, ...], place: Rect
) -> None:
    data = table(("year", "a", "b"), *rows, sample=True)
    fitted = dual(data).fit(place, env_of(data, languages=languages))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert not fitted.overflow
    assert not collisions(boxes)
    assert not outside(boxes, place)
    if fitted.plot is None or fitted.plot.right is None:
        return
    for one in fitted.plot.series:
        axis = fitted.plot.right if one.right else fitted.plot.left
        assert all(axis.low - 1e-6 <= y <= axis.high + 1e-6 for y in one.ys if not isnan(y))
    assert len(fitted.plot.left.ticks) == len(fitted.plot.right.ticks)


def test_an_axis_has_the_colour_of_its_curve_and_the_right_curve_is_dashed() -> None:
    mark = plot_of(dual().fit(PLACES[0], env_of(DATA)))
    left, right = (one for one in mark.series if not one.dots)
    assert mark.right is not None
    assert (mark.left.colour, mark.right.colour) == (left.colour, right.colour)
    assert left.colour != right.colour
    assert (left.right, right.right) == (False, True)
    assert right.dash
    assert not left.dash


def test_names_stand_above_their_axes_with_their_units() -> None:
    fitted = dual().fit(PLACES[0], env_of(DATA))
    boxes = dict(text_boxes(at_rest(fitted)))
    assert "b · 元" in words_of(at_rest(fitted))
    assert boxes["name.a"].x < PLACES[0].x + 100
    assert boxes["name.b"].right > PLACES[0].right - 5
    assert boxes["name.b"].bottom < plot_of(fitted).y


def test_zero_lines_at_different_heights_are_a_warning() -> None:
    assert not dual().fit(PLACES[0], env_of(DATA)).findings
    for rows in ([(2020, -50, 3), (2021, 100, 9)], [(2020, 50, 95), (2021, 100, 99)]):
        data = table(("year", "a", "b"), *rows)
        found = dual(data).fit(PLACES[0], env_of(data)).findings
        assert [(finding.code, finding.severity) for finding in found] == [("zero-lines", "warning")]


def test_each_curve_is_a_part() -> None:
    fitted = dual().fit(PLACES[0], env_of(DATA))
    assert dual().parts() == 2
    assert [one.key for one in plot_of(fitted, Phase(step=1, reveals=(1, 2))).series] == ["curve.a"]
    assert repr(fitted.marks(Phase(step=0, t=1.0))) == repr(at_rest(fitted))


def test_a_gap_is_said() -> None:
    assert "缺数" in words_of(at_rest(dual().fit(PLACES[0], env_of(DATA))))


def test_a_column_that_is_gone_leaves_the_badge() -> None:
    data = table(("year", "a"), (2020, 1), (2021, 2), sample=True)
    fitted = dual(data).fit(PLACES[0], env_of(data))
    assert [finding.code for finding in fitted.findings] == ["no-column"]
    assert words_of(at_rest(fitted)) == "示例数据"
    assert not dual(data).fit(PLACES[0], env()).findings
