"""Points of curves can be asked: where they are, what they are of, and when."""

from decimal import Decimal

import pytest

from jn_presenter.draw.axes import at, inside
from jn_presenter.draw.hit import figures, hit
from jn_presenter.elements.line import LineChart
from jn_presenter.elements.scatter import Scatter
from jn_presenter.elements.stacked_area import StackedArea
from jn_presenter.model.text import plain
from tests.look import at_rest
from tests.tables import PLACES, env_of, plot_of, table

DATA = table(("year", "甲", "乙"), (2020, 3, 40), (2021, None, 50), (2022, 9, "60.5"))
LINE = LineChart(data=DATA, unit=plain("件")).fit(PLACES[0], env_of(DATA))


def place(x: float, y: float) -> tuple[float, float]:
    mark = plot_of(LINE)
    here = inside(mark)
    return at(mark.bottom, x, here.x, here.right), at(mark.left, y, here.bottom, here.y)


def test_a_point_under_the_finger_says_its_series_its_moment_and_its_value() -> None:
    x, y = place(2022, 60.5)
    found = hit(at_rest(LINE), x - 5, y + 5)
    assert found is not None
    assert found.key == "curve.乙.2"
    assert (found.datum.label, found.datum.value, found.datum.unit) == ("乙 · 2022", Decimal("60.5"), "件")


def test_beside_the_points_there_is_no_figure() -> None:
    x, y = place(2020.5, 30)
    assert hit(at_rest(LINE), x, y) is None


def test_gaps_cannot_be_asked() -> None:
    keys = [found.key for found in figures(at_rest(LINE))]
    assert "curve.甲.1" not in keys
    assert {"curve.甲.0", "curve.甲.2", "curve.乙.1", "name.甲"} <= set(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("share", [False, True])
def test_of_a_stack_it_is_the_part_that_is_told(share: bool) -> None:
    data = table(("year", "a", "b"), (2020, "0.1", "0.2"), (2021, "0.3", "0.3"))
    fitted = StackedArea(data=data, share=share).fit(PLACES[0], env_of(data))
    told = {found.key: found.datum.value for found in figures(at_rest(fitted))}
    assert told["curve.b.1"] == (Decimal(50) if share else Decimal("0.3"))


def test_points_of_a_cloud_have_their_names() -> None:
    data = table(("name", "x", "y"), ("馆", 1, 2), ("店", 2, 4))
    fitted = Scatter(data=data, label="x", y="y", name="name").fit(PLACES[0], env_of(data))
    assert {found.datum.label for found in figures(at_rest(fitted)) if found.key.startswith("curve")} == {
        "y · 馆",
        "y · 店",
    }
