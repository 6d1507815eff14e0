"""Timelines: order, words that keep apart, the way to a target open."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.timeline import Timeline
from jn_presenter.model.element import Phase
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Arc, ShapeMark
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    by_key,
    collisions,
    env,
    fact,
    facts,
    labels,
    outside,
    text_boxes,
    words_of,
)

WIDE = Rect(112.0, 304.0, 1696.0, 656.0)
TALL = Rect(96.0, 500.0, 888.0, 1320.0)
KNOWN = facts(
    fact("founded", text("创办", "Founded"), as_of="1992-06"),
    fact("national", text("升级为国家级经开区", "Raised to national level"), as_of="2010-11"),
    fact("rank", text("全国排名", "National rank"), as_of="2019", value="6", unit="rank"),
    fact("vision", text("全球一流创新型园区", "A world-class zone"), kind="target", due="2035"),
    fact("undated"),
)
NAMES = ("founded", "national", "rank", "vision")


def timeline(*names: str) -> Timeline:
    return Timeline(facts=tuple(FactId(name) for name in names or NAMES))


def nodes(marks: object) -> dict[str, Arc]:
    found = (m for m in marks if isinstance(m, ShapeMark) and isinstance(m.shape, Arc))  # type: ignore[attr-defined]
    return {m.key: m.shape for m in found if isinstance(m.shape, Arc)}


def dated(words: list[object], years: list[int]) -> tuple[Timeline, Facts]:
    made: list[Fact] = [
        fact(f"f{k}", label, as_of=str(year)) for k, (label, year) in enumerate(zip(words, years, strict=True))
    ]  # type: ignore[arg-type]
    return timeline(*(one.id for one in made)), facts(*made)


@settings(deadline=None)
@given(st.data(), st.integers(1, 8), st.sampled_from(LANGUAGES), st.sampled_from([WIDE, TALL]))
def test_words_keep_apart_and_inside_unless_it_overflows(
    data: st.DataObject, count: int, languages: tuple[str, ...], place: Rect
) -> None:
    years = data.draw(st.lists(st.integers(1950, 2060), min_size=count, max_size=count))
    words = data.draw(st.lists(labels(), min_size=count, max_size=count))
    chart, known = dated(words, years)
    fitted = chart.fit(place, env(languages, known))
    boxes = text_boxes(at_rest(fitted))
    assert fitted.overflow or not collisions(boxes)
    assert fitted.overflow or not outside(boxes, place)


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", [WIDE, TALL, Rect(64.0, 304.0, 1312.0, 568.0), Rect(1368.0, 96.0, 2272.0, 816.0)])
def test_four_events_fit_every_canvas(place: Rect, languages: tuple[str, ...]) -> None:
    fitted = timeline().fit(place, env(languages, KNOWN))
    boxes = text_boxes(at_rest(fitted))
    assert not fitted.overflow
    assert not collisions(boxes)
    assert not outside(boxes, place)


def test_time_goes_from_left_to_right_where_it_is_wide_and_down_where_it_is_tall() -> None:
    wide = [arc.cx for arc in nodes(at_rest(timeline().fit(WIDE, env(known=KNOWN)))).values()]
    tall = [arc.cy for arc in nodes(at_rest(timeline().fit(TALL, env(known=KNOWN)))).values()]
    assert wide == sorted(wide)
    assert len(set(wide)) == 4
    assert tall == sorted(tall)
    assert len(set(tall)) == 4


def test_events_stand_in_order_of_time_whatever_the_order_of_the_yaml() -> None:
    found = nodes(at_rest(timeline("vision", "rank", "founded", "national").fit(WIDE, env(known=KNOWN))))
    assert [key.removeprefix("node.") for key in sorted(found, key=lambda key: found[key].cx)] == list(NAMES)


def test_a_part_is_a_fact_in_the_order_of_the_yaml() -> None:
    chart = timeline("vision", "founded")
    fitted = chart.fit(WIDE, env(known=KNOWN))
    assert chart.parts() == 2
    assert list(nodes(fitted.marks(Phase(step=1, reveals=(1, 2))))) == ["node.vision"]


def test_dates_are_in_words_and_figures_below_their_label() -> None:
    words = words_of(at_rest(timeline().fit(WIDE, env(("zh",), KNOWN))))
    assert "1992年6月" in words
    assert words.index("全国排名") < words.index("第6位")
    assert "June 1992" in words_of(at_rest(timeline().fit(WIDE, env(("en",), KNOWN))))


def test_the_way_to_a_target_is_dashed_its_node_open_and_its_words_tagged() -> None:
    marks = by_key(at_rest(timeline().fit(WIDE, env(known=KNOWN))))
    node, way = marks["node.vision"], marks["line.vision"]
    assert isinstance(node, ShapeMark)
    assert isinstance(way, ShapeMark)
    assert node.hatch
    assert node.stroke
    assert node.fill is None
    assert way.dash
    assert marks["target.vision.words"].lines[0].text == "目标"
    assert node.datum.state == "target"


def test_what_was_reached_is_solid() -> None:
    marks = by_key(at_rest(timeline().fit(WIDE, env(known=KNOWN))))
    node, way = marks["node.rank"], marks["line.rank"]
    assert isinstance(node, ShapeMark)
    assert isinstance(way, ShapeMark)
    assert node.fill
    assert not node.hatch
    assert not way.dash


def test_a_line_in_proportion_has_no_break() -> None:
    chart, known = dated([text("一", "A"), text("二", "B"), text("三", "C")], [2000, 2010, 2020])
    marks = at_rest(chart.fit(WIDE, env(known=known)))
    places = [arc.cx for arc in nodes(marks).values()]
    assert len({round(b - a, 3) for a, b in pairwise(places)}) == 1
    assert not any(mark.key.startswith("break") for mark in marks)


def test_a_line_out_of_proportion_says_so() -> None:
    chart, known = dated([text("一", "A"), text("二", "B"), text("三", "C")], [1990, 1991, 2035])
    assert {"break.f1", "break.f2"} <= {mark.key for mark in at_rest(chart.fit(WIDE, env(known=known)))}


def test_from_three_events_on_words_stand_by_turns_below_and_above_the_line() -> None:
    marks = by_key(at_rest(timeline().fit(WIDE, env(known=KNOWN))))
    line = nodes(marks.values())["node.founded"].cy
    above = [name for name in NAMES if marks[f"label.{name}"].lines[0].y < line]
    assert above == ["national", "vision"]
    assert not any(key.startswith("break") for key in marks)


def test_the_lines_of_a_long_label_end_with_punctuation_where_they_can() -> None:
    known = facts(
        fact("a", text("创办", "Founded"), as_of="1992-06"),
        fact("b", text("园区；现代化国际性产业；高质量发展的引领区", "An aim"), kind="target", due="2035"),
    )
    label = by_key(at_rest(timeline("a", "b").fit(TALL, env(("zh",), known))))["label.b"]
    narrow = by_key(at_rest(timeline("a", "b").fit(Rect(0.0, 0.0, 560.0, 1000.0), env(("zh",), known))))["label.b"]
    assert [line.text for line in label.lines] == ["园区；现代化国际性产业；高质量发展的引领区"]
    assert all(line.text[-1] in "；，" for line in narrow.lines[:-1])
    assert len(narrow.lines) > 1


def test_a_label_ends_its_lines_as_it_comes_before_everything_is_set_smaller() -> None:
    label = text("全球创新型园区；现代国际产业城；高质量的引领区", "An aim")
    known = facts(*(fact(f"f{k}", label, as_of=f"{2000 + 10 * k}") for k in range(4)))
    chart = timeline("f0", "f1", "f2", "f3")
    heights = [chart.fit(Rect(0.0, 0.0, 560.0, h), env(("zh",), known)) for h in (1400.0, 800.0)]
    counts = [len(by_key(at_rest(fitted))["label.f0"].lines) for fitted in heights]
    sizes = {by_key(at_rest(fitted))["date.f0"].lines[0].runs[0].font.size for fitted in heights}
    assert counts == [3, 2]
    assert sizes == {48.0}


def test_the_line_comes_to_an_event_before_its_words() -> None:
    fitted = timeline().fit(WIDE, env(known=KNOWN))
    marks = by_key(fitted.marks(Phase(step=2, t=0.1, reveals=(1, 2, 3, 4))))
    assert "line.national" in marks
    assert "label.national" not in marks
    assert marks["label.founded"].opacity == 1.0


@given(MOMENTS)
def test_entry_draws_the_line_from_the_first_event_on(t: float) -> None:
    marks = timeline().fit(WIDE, env(known=KNOWN)).marks(Phase(step=0, t=t))
    shown = [key.removeprefix("node.") for key in nodes(marks)]
    assert shown == list(NAMES[: len(shown)])
    assert marks == timeline().fit(WIDE, env(known=KNOWN)).marks(Phase(step=0, t=t))


def test_the_end_of_the_motion_is_the_rest() -> None:
    fitted = timeline().fit(WIDE, env(known=KNOWN))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
    assert fitted.marks(Phase(step=0, t=0.0)) == ()


def test_an_undated_fact_is_a_finding_and_left_out() -> None:
    fitted = timeline("founded", "undated").fit(WIDE, env(known=KNOWN))
    assert [(finding.code, finding.path) for finding in fitted.findings] == [("undated", "facts.2")]
    assert list(nodes(at_rest(fitted))) == ["node.founded"]


def test_no_dated_fact_at_all_is_an_empty_chart() -> None:
    assert at_rest(timeline("undated").fit(WIDE, env(known=KNOWN))) == ()


def test_its_data_is_a_row_an_event() -> None:
    assert timeline("founded").as_table(env()).rows == (("<founded.date>", "<founded.label>"),)


def test_a_date_that_reads_alike_in_two_languages_stands_once_and_is_no_missing_translation() -> None:
    known = facts(
        fact(
            "a", Text((("zh", "创办"), ("en", "Founded"), ("ja", "創設"))), as_of="1992-06", value="47", unit="percent"
        ),
        fact("b", plain("B"), as_of="2010-11"),
    )
    fitted = timeline("a", "b").fit(WIDE, env(("zh", "en", "ja"), known))
    assert fitted.findings == ()
    said = words_of(at_rest(fitted))
    assert (said.count("1992年6月"), said.count("June 1992"), said.count("47%")) == (1, 1, 1)
