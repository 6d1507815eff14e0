"""What every chart with numeric axes bears: bad cells, huge and tiny figures, one row, a column that is gone."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.compose import Placed, moves
from jn_presenter.elements.area import AreaChart
from jn_presenter.elements.band import BandChart
from jn_presenter.elements.dual_axis import DualAxis, Side
from jn_presenter.elements.histogram import Histogram
from jn_presenter.elements.line import LineChart
from jn_presenter.elements.scatter import Scatter
from jn_presenter.elements.stacked_area import StackedArea
from jn_presenter.elements.strip import Strip
from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Element, Phase
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from tests.look import LANGUAGES, at_rest, by_key, collisions, env, outside, text_boxes, words_of
from tests.tables import PLACES, env_of, table

NAMES = ("x", "a", "b", "c")
KINDS: dict[str, Callable[[Inline], Element]] = {
    "line": lambda data: LineChart(data=data),
    "line-log": lambda data: LineChart(data=data, scale="log"),
    "area": lambda data: AreaChart(data=data),
    "stacked-area": lambda data: StackedArea(data=data),
    "share": lambda data: StackedArea(data=data, share=True),
    "band": lambda data: BandChart(data=data, line="b", lower="a", upper="c"),
    "dual-axis": lambda data: DualAxis(data=data, left=Side(column="a"), right=Side(column="b")),
    "scatter": lambda data: Scatter(data=data, size="c", name="x"),
    "scatter-log": lambda data: Scatter(data=data, log="both"),
    "histogram": lambda data: Histogram(data=data),
    "strip": lambda data: Strip(data=data),
}
CELL = st.sampled_from(
    ["", "缺", "many", "-5", "0", "0.000000004", "7", "1e9", "12,345,678,901,234", "99%", "３", "NaN", "-0.0"]
)
X = st.sampled_from(["1", "2", "3.5", "2019", "2020", "2024-03", "later", "", "-7", "999999999999"])
every = pytest.mark.parametrize("kind", KINDS)


@every
@settings(deadline=None, max_examples=60)
@given(
    rows=st.lists(st.tuples(X, CELL, CELL, CELL), max_size=12),
    languages=st.sampled_from(LANGUAGES),
    place=st.sampled_from(PLACES),
)
def test_whatever_the_cells_say_it_is_drawn_or_said_and_no_words_meet(
    kind: str, rows: list[tuple[str, ...]], languages: tuple[str, ...], place: object
) -> None:
    data = table(NAMES, *rows, sample=True)
    fitted = KINDS[kind](data).fit(place, env_of(data, languages=languages))  # type: ignore[arg-type]
    for phase in (Phase(step=0, t=0.0), Phase(step=0, t=0.4), Phase(step=0, scrub=0.3), Phase(step=9)):
        marks = fitted.marks(phase)
        by_key(marks)
        boxes = text_boxes(marks)
        assert not collisions(boxes)
        assert not outside(boxes, place)  # type: ignore[arg-type]
    assert repr(fitted.marks(Phase(step=0, t=1.0))) == repr(at_rest(fitted))
    assert fitted.findings or kind == "histogram" or not any(row[1] == "many" for row in rows)


@every
def test_a_feed_that_failed_says_why_and_leaves_the_badge(kind: str) -> None:
    data = table(NAMES, sample=True)
    why = Finding(code="gone", path="data", file="a.csv", message=Message("没有", "gone"), hint=Message("", ""))
    here = env(snapshots={data: Snapshot(state="failed", finding=why)})
    fitted = KINDS[kind](data).fit(PLACES[0], here)
    assert [finding.code for finding in fitted.findings] == ["gone"]
    assert words_of(at_rest(fitted)).startswith("示例数据")
    assert not getattr(fitted, "plot", None)


@every
def test_rows_that_are_stale_are_shown_with_what_is_wrong(kind: str) -> None:
    data = table(NAMES, (1, 2, 3, 4), (2, 3, 4, 5), sample=True)
    why = Finding(code="locked", path="data", file="a.csv", message=Message("锁", "locked"), hint=Message("", ""))
    read = env_of(data).snapshots[data]
    stale = Snapshot(columns=read.columns, state="stale", finding=why)
    fitted = KINDS[kind](data).fit(PLACES[0], env(snapshots={data: stale}))
    assert "locked" in [finding.code for finding in fitted.findings]
    assert len(at_rest(fitted)) > 2


@every
def test_a_table_of_names_alone_is_no_trouble(kind: str) -> None:
    data = table(("x",), (1,), (2,), sample=True)
    fitted = KINDS[kind](data).fit(PLACES[0], env_of(data))
    by_key(at_rest(fitted))


@every
def test_dense_columns_do_as_well(kind: str) -> None:
    data = table(NAMES, sample=True)
    columns = tuple(Column(name=name, cells=memoryview(bytearray(8 * 50)).cast("d").toreadonly()) for name in NAMES)
    fitted = KINDS[kind](data).fit(PLACES[0], env(snapshots={data: Snapshot(columns=columns)}))
    boxes = text_boxes(at_rest(fitted))
    assert not collisions(boxes)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "strip"])
def test_it_plays_when_it_is_entered(kind: str) -> None:
    data = table(NAMES, (1, 2, 3, 4), (2, 3, 4, 5), (3, 9, 9, 20), sample=True)
    fitted = KINDS[kind](data).fit(PLACES[0], env_of(data))
    assert moves(Placed(path="chart", fitted=fitted), 0)


def test_no_axis_is_without_a_span() -> None:
    for value in (0, 5, -3, 10**12, 0.0001):
        data = table(NAMES, (1, value, value, value), (2, value, value, value))
        for kind, made in KINDS.items():
            fitted = made(data).fit(PLACES[0], env_of(data))
            plot = getattr(fitted, "plot", None)
            if plot is not None:
                assert plot.left.low < plot.left.high, (kind, value)
                assert plot.bottom.low < plot.bottom.high, (kind, value)
                assert not math.isnan(plot.left.low + plot.bottom.low)
