"""Invented figures: a reading is always the same, whatever was read before; they move, and stay within bounds."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.feeds.simulated import Simulated
from jn_presenter.model.feed import FeedError, Request, Snapshot
from jn_presenter.model.text import Text, plain

KINDS = ("walk", "wave", "ranking", "steps")
HALLS = tuple(map(plain, ("东厅", "西厅", "南厅", "北厅", "塔楼")))


def read(feed: Simulated, tick: int = 0, before: Snapshot | None = None) -> Snapshot:
    return feed.read(Request(folder="", tick=tick, before=before))


def bits(found: Snapshot) -> list[bytes]:
    return [bytes(column.cells) for column in found.columns if isinstance(column.cells, memoryview)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_has_its_categories_and_a_figure_for_each(kind: Any) -> None:
    found = read(Simulated(kind=kind, categories=HALLS, series=("今年", "去年"), low=-5, high=5, digits=1))
    assert found.names == ("name", "今年", "去年")
    assert found.columns[0].cells == ("东厅", "西厅", "南厅", "北厅", "塔楼")
    cells = [cell for column in found.columns[1:] for cell in column.cells]
    assert all(isinstance(cell, Decimal) and -5 <= cell <= 5 and cell.as_tuple().exponent == -1 for cell in cells)
    assert len(set(cells)) > 5


def test_names_in_several_languages_have_a_column_each() -> None:
    halls = (Text((("zh", "东厅"), ("en", "East hall"))), plain("A"))
    found = read(Simulated(categories=halls))
    assert found.names == ("zh", "en", "value")
    assert found.rows[0][:2] == ("东厅", "East hall")
    assert found.rows[1][:2] == ("A", "A")


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_moves_and_each_reading_is_always_the_same(kind: Any) -> None:
    feed = Simulated(kind=kind, categories=HALLS)
    seen = [read(feed, tick).rows for tick in range(40)]
    assert len(set(seen)) > 6
    assert [read(feed, tick, read(feed, 7)).rows for tick in range(40)] == seen
    assert read(Simulated(kind=kind, categories=HALLS, seed=2)).rows != seen[0]


WRITTEN = Simulated(
    columns=("月份", "most", "least", "goal"),
    rows=(("2024-01", "420", "90", "400"), ("2024-02", None, "120"), ("2024-03", "0", "-50", "500")),
    series=("most", "least"),
    swing=0.2,
    digits=1,
)


@settings(deadline=None)
@given(st.integers(0, 100_000), st.sampled_from(KINDS))
def test_written_figures_move_about_what_is_written_and_all_else_stands(tick: int, kind: Any) -> None:
    found = read(structs.replace(WRITTEN, kind=kind), tick)
    assert found.names == ("月份", "most", "least", "goal")
    months, most, least, goal = (column.cells for column in found.columns)
    assert (months, goal) == (("2024-01", "2024-02", "2024-03"), ("400", None, "500"))
    for middle, cell in ((420, most[0]), (90, least[0]), (120, least[1]), (0, most[2]), (-50, least[2])):
        assert isinstance(cell, Decimal)
        assert abs(cell - middle) <= abs(middle) * Decimal("0.2") + Decimal("0.05")
    assert most[1] is None


def test_written_figures_move_each_by_itself_and_stand_without_a_swing() -> None:
    seen = [read(WRITTEN, tick).rows for tick in range(20)]
    assert len(set(seen)) > 6
    apart = [abs(row[0][1] / 420 - row[0][2] / 90) for row in seen]  # type: ignore[operator]
    assert max(apart) > Decimal("0.05")
    still = [read(structs.replace(WRITTEN, swing=0.0), tick).rows for tick in range(5)]
    assert set(still) == {read(structs.replace(WRITTEN, swing=0.0)).rows}
    assert still[0][0] == ("2024-01", Decimal("420.0"), Decimal("90.0"), "400")


def test_a_ranking_changes_its_order_little_by_little() -> None:
    feed = Simulated(kind="ranking", categories=HALLS)
    orders = []
    for tick in range(60):
        values = read(feed, tick).columns[1].cells
        orders.append(tuple(sorted(range(5), key=lambda k: values[k])))
    assert len(set(orders)) > 8
    assert sum(a == b for a, b in pairwise(orders)) > 15


@pytest.mark.parametrize("kind", KINDS)
def test_a_stream_is_dense_and_never_changed(kind: Any) -> None:
    found = read(Simulated(kind=kind, series=("a", "b", "c"), points=2000, every=50, low=2, high=3), 5)
    assert found.names == ("time", "a", "b", "c")
    assert len(found) == 2000
    for column in found.columns:
        assert isinstance(column.cells, memoryview)
        assert column.cells.readonly
        assert column.cells.format == "d"
    assert all(2 <= value <= 3 for column in found.columns[1:] for value in column.cells)
    assert found.columns[0].cells[0] == pytest.approx(0.25)
    assert found.columns[0].cells[1999] == pytest.approx(0.25 + 1999 * 0.05)


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    points=st.integers(1, 300),
    fresh=st.integers(1, 40),
    every=st.sampled_from([33.0, 100.0, 333.3, 1000.0]),
    ticks=st.lists(st.integers(0, 10_000), min_size=1, max_size=4),
    far=st.integers(0, 3),
)
def test_a_stream_is_the_same_whatever_was_read_before(
    kind: Any, points: int, fresh: int, every: float, ticks: list[int], far: int
) -> None:
    feed = Simulated(kind=kind, series=("a", "b"), points=points, fresh=fresh, every=every)
    before = None
    for tick in (*ticks, ticks[-1] + far):
        found = read(feed, tick, before)
        assert bits(found) == bits(read(feed, tick))
        before = found


def test_what_another_feed_said_before_is_not_taken_for_its_own() -> None:
    feed, other = (Simulated(points=50, every=every) for every in (40.0, 1000.0))
    assert bits(read(feed, 3, read(other, 2))) == bits(read(feed, 3))
    assert bits(read(feed, 3, read(Simulated(categories=HALLS)))) == bits(read(feed, 3))


def test_only_what_is_new_in_a_stream_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = Simulated(points=500, fresh=10)
    before = read(feed, 8)
    asked: list[int] = []
    computed = Simulated._values

    def counted(self: Simulated, series: int, first: int, count: int) -> list[float]:
        asked.append(count)
        return computed(self, series, first, count)

    monkeypatch.setattr(Simulated, "_values", counted)
    read(feed, 9, before)
    assert asked == [10]


def test_it_is_made_up_and_nothing_says_otherwise() -> None:
    feed = Simulated(categories=HALLS, every=50)
    assert feed.made_up
    assert feed.period_s() == 0.05
    assert "sample" not in feed.__struct_fields__


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "missing-names"),
        ({"categories": HALLS, "series": ("a", "a")}, "duplicate-column"),
        ({"points": 5, "series": ("time",)}, "duplicate-column"),
        ({"points": 5, "categories": HALLS}, "missing-names"),
        ({"points": 5, "columns": ("a", "value")}, "missing-names"),
        ({"columns": ("a", "a", "value")}, "duplicate-column"),
        ({"columns": ("a", "b"), "rows": (("x", "1"),)}, "no-column"),
        ({"rows": (("x", "1"),)}, "no-column"),
        ({"columns": ("a", "value"), "rows": (("x", "many"),)}, "not-a-number"),
    ],
)
def test_fields_that_make_no_table_are_refused(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(FeedError) as caught:
        read(Simulated(**fields))
    assert caught.value.finding.code == code
