"""Sankey diagrams: what flows is kept, names beside, circles refused, layers one after another."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.focus import dimmed
from jn_presenter.elements.sankey import FittedSankey, FlowItem, Sankey
from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Path, ShapeMark
from jn_presenter.model.text import Text, plain
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    bar_boxes,
    by_key,
    collisions,
    env,
    labels,
    outside,
    smallest_font,
    text_boxes,
    words_of,
)
from tests.tables import PLACES, env_of, table

WIDE = PLACES[0]
ROWS = [
    ["地铁", "南门", 46],
    ["公交", "南门", 14],
    ["公交", "北门", 12],
    ["南门", "陶瓷馆", 60],
    ["北门", "书画馆", 12],
]


def feed_of(rows: list[list[str | int | None]] = ROWS, **more: bool) -> Inline:  # type: ignore[assignment]
    return table(["从", "到", "人次"], *rows, **more)


def fitted(rows: list[list[str | int | None]] = ROWS, place: Rect = WIDE) -> FittedSankey:  # type: ignore[assignment]
    feed = feed_of(rows)
    return Sankey(data=feed, unit=plain("visitors")).fit(place, env_of(feed))


@settings(max_examples=40)
@given(
    st.lists(labels(), min_size=2, max_size=7, unique_by=lambda text: text.pick("zh")[1]),
    st.data(),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
)
def test_no_words_overlap_or_leave_the_chart(
    names: list[Text], data: st.DataObject, languages: tuple[str, ...], place: Rect
) -> None:
    ends = st.tuples(st.integers(0, len(names) - 1), st.integers(0, len(names) - 1), st.none() | st.integers(0, 9999))
    rows = [(min(a, b), max(a, b), v) for a, b, v in data.draw(st.lists(ends, min_size=1, max_size=8)) if a != b]
    flows = tuple(
        FlowItem(source=names[a], target=names[b], value=None if v is None else Decimal(v)) for a, b, v in rows
    )
    here = Sankey(flows=flows, unit=plain("visitors"), sample=True).fit(place, env(languages))
    marks = at_rest(here)
    if not here.overflow:
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks) + bar_boxes(marks, "node."), place)
    assert smallest_font(marks) >= 24


def test_usual_flows_fit_everywhere() -> None:
    for place in PLACES:
        here = fitted(place=place)
        assert not here.overflow
        assert not here.findings


def test_bands_are_as_high_as_their_amounts_and_nodes_as_what_goes_through() -> None:
    marks = by_key(at_rest(fitted()))
    boxes = dict(bar_boxes(marks.values(), "node."))
    px = boxes["node.地铁"].h / 46
    assert boxes["node.公交"].h == pytest.approx(26 * px)
    assert boxes["node.南门"].h == pytest.approx(60 * px)
    for key, amount in (("link.公交.北门", 12), ("link.南门.陶瓷馆", 60)):
        band = marks[key]
        assert isinstance(band, ShapeMark)
        assert isinstance(band.shape, Path)
        (_, top), _, (_, end), (_, back), _ = band.shape.segments
        assert back[-1] - top[1] == pytest.approx(amount * px)
        assert end[0] == boxes["node." + key.rpartition(".")[2]].x
        assert band.datum is not None
        assert band.datum.value == amount


def test_each_node_is_named_with_what_goes_through_it() -> None:
    marks = by_key(at_rest(fitted()))
    assert words_of([marks["name.南门"]]) == "南门\n60人次"
    first, last = dict(text_boxes([marks["name.地铁"]])), dict(text_boxes([marks["name.陶瓷馆"]]))
    boxes = dict(bar_boxes(marks.values(), "node."))
    assert first["name.地铁"].right <= boxes["node.地铁"].x
    assert last["name.陶瓷馆"].x >= boxes["node.陶瓷馆"].right


def test_flows_in_a_circle_are_refused_with_the_way_they_go() -> None:
    here = fitted([["甲", "乙", 1], ["乙", "甲", 1]])
    (finding,) = here.findings
    assert (finding.code, finding.severity) == ("circle", "error")
    assert "甲 → 乙 → 甲" in finding.message.zh or "乙 → 甲 → 乙" in finding.message.zh
    assert at_rest(here) == ()


def test_a_node_that_keeps_something_back_is_warned_of() -> None:
    (finding,) = fitted([["甲", "乙", 10], ["乙", "丙", 7]]).findings
    assert (finding.code, finding.severity) == ("unbalanced", "warning")
    assert "乙" in finding.message.zh


def test_negative_flows_are_refused_and_missing_ones_are_named_beneath() -> None:
    here = fitted([["甲", "乙", 10], ["甲", "丙", -1], ["甲", "丁", None]])
    assert [finding.code for finding in here.findings] == ["negative"]
    marks = by_key(at_rest(here))
    assert words_of([marks["missing"]]) == "缺数：甲\u00a0→\u00a0丁"
    assert {"node.丙", "node.丁"}.isdisjoint(marks)


def test_columns_are_found_by_name_in_each_language() -> None:
    feed = table(["n", "从", "From", "到", "To"], [5, "甲", "A", "乙", "B"])
    chart = Sankey(data=feed, source=(("zh", "从"), ("en", "From")), target=(("zh", "到"), ("en", "To")), value="n")
    here = chart.fit(WIDE, env_of(feed, languages=("en",)))
    assert not here.findings
    assert words_of([by_key(at_rest(here))["name.甲"]]).startswith("A\n")


@pytest.mark.parametrize(
    ("feed", "value"), [(table(["从", "到"], ["a", "b"]), ""), (table(["从", "到", "n"], ["a", "b", 1]), "人次")]
)
def test_a_column_that_is_gone_is_a_finding(feed: Inline, value: str) -> None:
    here = Sankey(data=feed, value=value).fit(WIDE, env_of(feed))
    assert [finding.code for finding in here.findings] == ["no-column"]


def test_a_cell_that_is_no_number_is_named() -> None:
    feed = table(["从", "到", "n"], ["a", "b", "很多"], ["a", "c", 2])
    here = Sankey(data=feed).fit(WIDE, env_of(feed))
    assert [finding.code for finding in here.findings] == ["not-a-number"]
    assert "link.a.c" in by_key(at_rest(here))


def test_its_data_is_a_row_a_flow() -> None:
    flows = (
        FlowItem(source=plain("a"), target=plain("b"), value=Decimal(0)),
        FlowItem(source=plain("a"), target=plain("c"), value=None),
    )
    assert Sankey(flows=flows).as_table(env()).rows == (("a", "b", "0"), ("a", "c", ""))


def test_flows_or_data_not_both() -> None:
    assert [finding.code for finding in Sankey().fit(WIDE, env()).findings] == ["one-of-two"]


def test_a_node_stands_out_with_its_bands() -> None:
    marks = dimmed(at_rest(fitted()), "北门")
    bright = {mark.key for mark in marks if mark.opacity == 1.0 and mark.key.startswith(("link.", "node."))}
    assert bright == {"node.北门", "link.公交.北门", "link.北门.书画馆"}


def test_layers_enter_from_left_to_right_and_bands_after_their_nodes() -> None:
    moment = by_key(fitted().marks(Phase(step=0, t=0.35)))
    band = moment["link.地铁.南门"]
    assert band.clip is not None
    assert (
        moment["node.地铁"].opacity > moment.get("node.陶瓷馆", moment["node.地铁"]).opacity
        or "node.陶瓷馆" not in moment
    )


@given(MOMENTS)
def test_it_ends_in_the_final_figures_and_begins_with_none(t: float) -> None:
    here = fitted()
    assert here.marks(Phase(step=0, t=1.0)) == at_rest(here)
    assert all(mark.clip is None for mark in at_rest(here))
    assert here.marks(Phase(step=1, t=0.0, reveals=(1,))) == ()
    assert {mark.key for mark in here.marks(Phase(step=0, t=t))} <= {mark.key for mark in at_rest(here)}


def test_nodes_and_bands_keep_their_keys_wherever_their_rows_go() -> None:
    one, other = ({mark.key for mark in at_rest(fitted(rows))} for rows in (ROWS, ROWS[::-1]))  # type: ignore[arg-type]
    assert one == other


def test_nothing_but_the_badge_stands_while_the_table_is_awaited() -> None:
    assert {mark.key for mark in at_rest(Sankey(data=feed_of(sample=True)).fit(WIDE, env()))} == {
        "sample",
        "sample.words",
    }


def test_too_many_names_for_the_height_overflow() -> None:
    assert fitted([["甲", f"去处{k}", 1] for k in range(60)]).overflow


def test_flows_and_nodes_are_told_in_the_languages_of_the_slide() -> None:
    data = table(("从", "From", "到", "To", "n"), ("地铁", "Underground", "南门", "South gate", 5))
    chart = Sankey(
        data=data,
        source=(("zh", "从"), ("en", "From")),
        target=(("zh", "到"), ("en", "To")),
        value="n",
        unit=plain("x"),
    )
    told = {mark.datum.label for mark in at_rest(chart.fit(WIDE, env_of(data, languages=("en",)))) if mark.datum}
    assert told == {"Underground", "South gate", "Underground → South gate"}
