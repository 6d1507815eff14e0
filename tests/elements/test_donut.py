"""Donuts: a share of a ring or sectors of a whole, words that keep apart."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.animate import Morph
from jn_presenter.draw.chart import Item
from jn_presenter.elements.donut import Donut
from jn_presenter.feeds import FEEDS
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.feed import Feed, Snapshot
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Arc, ShapeMark
from jn_presenter.model.text import plain
from tests.decks import NIGHT, rows, text
from tests.look import LANGUAGES, MOMENTS, at_rest, by_key, collisions, env, fact, facts, outside, text_boxes, words_of

PLACE = Rect(976.0, 304.0, 832.0, 656.0)
KNOWN = facts(
    fact("green", text("建成区绿化覆盖率", "Green coverage"), value="47", unit="percent"),
    fact("goal", value="60", unit="percent", kind="target", due="2025"),
    fact("dated", value="75", unit="percent", as_of="2020"),
    fact("claim", kind="claim"),
    fact("many", value="470", unit="percent"),
)


def share(name: str, **more: object) -> Donut:
    return Donut(fact=FactId(name), **more)  # type: ignore[arg-type]


def parts(*values: int, unit: str = "percent", **more: object) -> Donut:
    items = tuple(Item(label=text(f"第{k}部分", f"Part {k}"), value=Decimal(v)) for k, v in enumerate(values))
    return Donut(items=items, unit=plain(unit), **more)  # type: ignore[arg-type]


def arcs(marks: object) -> dict[str, Arc]:
    return {m.key: m.shape for m in marks if isinstance(m, ShapeMark) and isinstance(m.shape, Arc)}  # type: ignore[attr-defined]


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", [PLACE, Rect(96.0, 400.0, 888.0, 736.0), Rect(0.0, 0.0, 528.0, 568.0)])
@pytest.mark.parametrize("donut", [share("green"), share("goal"), share("dated", sample=True), parts(52, 33, 15)])
def test_words_stay_inside_and_apart(donut: Donut, place: Rect, languages: tuple[str, ...]) -> None:
    fitted = donut.fit(place, env(languages, KNOWN))
    boxes = text_boxes(at_rest(fitted))
    assert not fitted.overflow
    assert not outside(boxes, place)
    assert not collisions(boxes)


def test_a_share_is_that_part_of_the_ring() -> None:
    found = arcs(at_rest(share("green").fit(PLACE, env(known=KNOWN))))
    assert found["sector.green"].sweep == pytest.approx(0.47 * 360)
    assert found["sector.green"].start == 0.0
    assert found["track"].sweep == 360.0


def test_the_figure_stands_in_the_middle_of_the_ring() -> None:
    marks = at_rest(share("green").fit(PLACE, env(known=KNOWN)))
    ring, boxes = arcs(marks)["track"], dict(text_boxes(marks))
    left, right = boxes["figure.number"].x, boxes["figure.after"].right
    assert (left + right) / 2 == pytest.approx(ring.cx)
    assert abs(boxes["figure.number"].y + boxes["figure.number"].h * 0.51 - ring.cy) < 2.0
    assert boxes["label"].y > ring.cy + ring.outer


def test_a_target_is_hatched_and_tagged() -> None:
    marks = by_key(at_rest(share("goal").fit(PLACE, env(known=KNOWN))))
    sector = marks["sector.goal"]
    assert isinstance(sector, ShapeMark)
    assert sector.hatch
    assert sector.stroke
    assert sector.fill is None
    assert "目标（至2025年）" in words_of(marks.values())


def test_the_date_stands_beneath_the_label() -> None:
    boxes = dict(text_boxes(at_rest(share("dated").fit(PLACE, env(known=KNOWN)))))
    assert boxes["note.words"].y >= boxes["label"].bottom


@settings(deadline=None)
@given(st.lists(st.integers(1, 1000), min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_sectors_share_the_whole_by_their_values(values: list[int], languages: tuple[str, ...]) -> None:
    donut = parts(*values, unit="visitors")
    fitted = donut.fit(PLACE, env(languages))
    found = arcs(at_rest(fitted))
    starts = [found[f"sector.{k}"].start for k in range(len(values))]
    assert starts == sorted(starts)
    for k, value in enumerate(values):
        assert found[f"sector.{k}"].sweep == pytest.approx(360 * value / sum(values), abs=2.2)
    boxes = text_boxes(at_rest(fitted))
    assert fitted.overflow or not collisions(boxes)
    assert fitted.overflow or not outside(boxes, PLACE)


def test_percentages_short_of_a_hundred_leave_the_rest_of_the_ring() -> None:
    found = arcs(at_rest(parts(30, 20).fit(PLACE, env())))
    assert sum(found[f"sector.{k}"].sweep for k in (0, 1)) == pytest.approx(180, abs=4)


def test_each_sector_is_named_with_its_figure() -> None:
    words = words_of(at_rest(parts(52, 33, 15).fit(PLACE, env(("en",)))))
    assert all(said in words for said in ("52%", "Part 0", "33%", "Part 1", "15%", "Part 2"))


@given(MOMENTS)
def test_the_ring_closes_with_the_moment_and_reverses_exactly(t: float) -> None:
    donut = parts(52, 33, 15)
    marks = donut.fit(PLACE, env()).marks(Phase(step=0, t=t))
    assert marks == donut.fit(PLACE, env()).marks(Phase(step=0, t=t))
    assert sum(arc.sweep for key, arc in arcs(marks).items() if key != "track") <= 360.0


def test_the_end_of_the_motion_is_the_rest() -> None:
    for donut in (parts(52, 33, 15), share("green")):
        fitted = donut.fit(PLACE, env(known=KNOWN))
        assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


def test_the_figure_counts_with_the_ring() -> None:
    fitted = share("green").fit(PLACE, env(known=KNOWN))
    words = words_of(fitted.marks(Phase(step=0, t=0.0)))
    assert "0" in words.split("\n")
    assert "47" in words_of(at_rest(fitted)).split("\n")


def test_sample_data_says_so() -> None:
    assert "Sample data" in words_of(at_rest(parts(52, 33, sample=True).fit(PLACE, env(("en",)))))


@pytest.mark.parametrize(
    ("donut", "code"),
    [
        (share("claim"), "fact-without-value"),
        (share("many"), "donut-range"),
        (parts(0, 0), "donut-range"),
        (parts(5, -5), "negative"),
        (parts(80, 40), "donut-range"),
        (Donut(), "one-of-two"),
    ],
)
def test_what_is_no_part_of_a_whole_is_a_finding(donut: Donut, code: str) -> None:
    fitted = donut.fit(PLACE, env(known=KNOWN))
    assert code in [finding.code for finding in fitted.findings]
    at_rest(fitted)


def test_its_data_is_a_row_a_sector() -> None:
    assert share("green").as_table(env()).rows == (("<green.label>", "<green>"),)
    assert parts(52, 33).as_table(env()).rows == (("第0部分", "52"), ("第1部分", "33"))


FEED: Feed = FEEDS["csv"](file="data/a.csv")


def of_table(found: Snapshot | None, languages: tuple[str, ...] = ("zh",), **more: object) -> Fitted:
    donut = Donut(data=FEED, **more)  # type: ignore[arg-type]
    return donut.fit(PLACE, env(languages, snapshots={} if found is None else {FEED: found}))


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60), st.sampled_from(LANGUAGES))
def test_sectors_of_a_table_make_the_whole_ring(values: list[int], languages: tuple[str, ...]) -> None:
    fitted = of_table(rows(**{f"馆{k}": value for k, value in enumerate(values)}), languages)
    found = arcs(at_rest(fitted))
    assert len(found) <= 6
    assert not found or sum(arc.sweep for arc in found.values()) == pytest.approx(360.0, abs=10.0)
    assert bool(found) == any(values)
    boxes = text_boxes(at_rest(fitted))
    assert fitted.overflow or not collisions(boxes)
    assert fitted.overflow or not outside(boxes, PLACE)


def test_the_smallest_of_many_are_one_sector_that_says_how_many() -> None:
    fitted = of_table(rows(a=40, b=30, c=10, d=9, e=6, f=5), ("en",), most=4)
    assert {"sector.a", "sector.b", "sector.c", "sector.others"} == arcs(at_rest(fitted)).keys()
    assert "3 others" in words_of(at_rest(fitted))


def test_a_category_keeps_its_sector_when_the_data_changes() -> None:
    old, new = (at_rest(of_table(rows(a=a, b=60))) for a in (20, 40))
    sweeps = [arcs(Morph(old, new).at(t))["sector.a"].sweep for t in (0.0, 0.5, 1.0)]
    assert sweeps[0] < sweeps[1] < sweeps[2]


def test_a_part_without_a_figure_is_named_beneath() -> None:
    fitted = of_table(rows(a=40, b=None, c=60), ("zh", "en"))
    words = words_of(at_rest(fitted))
    assert "b" in words
    assert "缺数" in words
    boxes = text_boxes(at_rest(fitted))
    assert not outside(boxes, PLACE)
    assert not collisions(boxes)


def test_negative_values_are_refused_with_what_shows_them() -> None:
    fitted = of_table(rows(a=40, b=-5))
    assert not arcs(at_rest(fitted))
    assert "diverging" in fitted.findings[0].hint.en


def test_parts_that_fall_short_of_the_whole_leave_its_rest_open() -> None:
    fitted = of_table(rows(a=40, b=20), whole=Decimal(100))
    found = arcs(at_rest(fitted))
    assert [finding.code for finding in fitted.findings] == ["donut-range"]
    assert "track" in found
    assert sum(arc.sweep for key, arc in found.items() if key != "track") == pytest.approx(216.0, abs=4.0)


def test_before_anything_is_known_there_is_nothing_but_the_badge() -> None:
    assert words_of(at_rest(of_table(None, sample=True))) == "示例数据"


def test_parts_can_come_one_by_one() -> None:
    fitted = parts(52, 33, 15).fit(PLACE, env())
    step = Phase(step=2, t=0.0, reveals=(1, 2, 3))
    assert fitted.marks(step) == fitted.marks(Phase(step=1, t=1.0, reveals=(1, 2, 3)))
    assert arcs(fitted.marks(Phase(step=2, t=1.0, reveals=(1, 2, 3)))).keys() == {"track", "sector.0", "sector.1"}


def test_a_target_among_the_parts_is_not_drawn_as_reached() -> None:
    first, last = (Item(label=text("甲", "A"), value=Decimal(50), target=target) for target in (False, True))
    marks = by_key(at_rest(Donut(items=(first, last), unit=plain("percent")).fit(PLACE, env())))
    assert (marks["sector.0"].hatch, marks["sector.1"].fill) == (None, None)  # type: ignore[union-attr]
    assert "目标" in words_of(marks.values())


def test_a_table_of_which_only_the_first_rows_are_read_makes_no_whole() -> None:
    fitted = of_table(rows(**{f"n{k}": 1 for k in range(5000)}))
    assert not arcs(at_rest(fitted))
    assert [finding.code for finding in fitted.findings] == ["too-many-rows"]


def test_a_sector_keeps_its_colour_whatever_else_is_gathered() -> None:
    def colours(**values: int) -> dict[str, object]:
        marks = by_key(at_rest(of_table(rows(**values), most=3)))
        return {key: mark.fill for key, mark in marks.items() if key.startswith("sector.")}  # type: ignore[union-attr]

    before, after = colours(a=10, b=40, c=50, d=1), colours(a=60, b=2, c=50, d=1)
    assert before["sector.c"] == after["sector.c"] == NIGHT.series[2]
    assert before["sector.others"] == NIGHT.quiet
    assert len({*colours(a=1, b=40, c=2, d=3, e=50).values()}) == 3
