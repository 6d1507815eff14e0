"""What an interpreter reads: every text of the slide with its step, figures and names as each language has them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.compose import fit_slide, frame
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.elements import ELEMENTS
from jn_presenter.elements.kpi import Kpi
from jn_presenter.elements.points import Points
from jn_presenter.elements.process import Process, Stage
from jn_presenter.elements.text import Paragraph
from jn_presenter.interpreter import APART, Page, page, upcoming
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Briefing, Deck, Free, Slide, Target, Theme
from jn_presenter.model.element import Element
from jn_presenter.model.fact import Fact, Facts, Unit, UnitForms
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import WIDE
from jn_presenter.model.glossary import Term
from jn_presenter.model.marks import TextMark
from jn_presenter.model.text import Text, plain
from jn_presenter.paths import shipped_slides
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Place, initial

SHIPPED = load_deck(shipped_slides()).deck


def both(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


YUAN = Unit(
    id="yi-yuan",
    scale=Decimal(100_000_000),
    languages=(
        ("zh", UnitForms((("exact", "{v}亿元"),))),
        ("en", UnitForms((("exact", "RMB {v}"),))),
    ),
)
FACTS = Facts(
    {
        "goal": Fact(
            id="goal", kind="target", label=both("规模", "Size"), value=Decimal(1000), unit="yi-yuan", due="2025"
        ),
        "past": Fact(
            id="past",
            kind="achieved",
            label=both("税收", "Taxes"),
            value=Decimal(12),
            unit="yi-yuan",
            as_of="2019",
            scope=both("全市", "city-wide"),
        ),
        "founded": Fact(id="founded", kind="achieved", label=both("创办", "Founded"), as_of="1992-06"),
        "creed": Fact(id="creed", kind="claim", label=both("领先", "Leading")),
    },
    {"yi-yuan": YUAN},
)
GRID, STATE = Term(name=both("智能电网", "smart grid")), Term(name=both("电网", "power grid"), note="not the smart one")


def deck(*slides: Slide, languages: tuple[str, ...] = ("zh", "en")) -> Deck:
    return Deck(
        folder="",
        briefing=Briefing(title=both("江宁", "Jiangning"), languages=languages),
        themes=(Theme(id="a", title=both("甲", "A"), slides=tuple(slide.id for slide in slides)),),
        order=tuple(slide.id for slide in slides),
        slides={slide.id: slide for slide in slides},
        facts=FACTS,
        glossary=(STATE, GRID),
    )


def slide(name: str = "a/one", **more: object) -> Slide:
    slots = tuple(more.pop("slots", {}).items())  # type: ignore[attr-defined]
    given = {"theme": "a", "layout": "points", "title": both("标题", "Title")} | more
    return Slide(id=name, slots=slots, **given)  # type: ignore[arg-type]


def read(found: Slide, *languages: str) -> Page:
    return page(deck(found), found, languages or ("zh", "en"))


def told(found: Page) -> list[tuple[int, tuple[str, ...]]]:
    return [(passage.step, tuple(wording.plain for wording in passage.wordings)) for passage in found.passages]


def steps(*entries: tuple[str, int]) -> tuple[tuple[Target, ...], ...]:
    return tuple((Target(slot, part),) for slot, part in entries)


def test_a_slide_is_read_from_its_title_on_each_text_with_the_step_that_shows_it() -> None:
    points = Points(items=(both("一", "one"), both("二", "two"), plain("A3")))
    found = read(slide(slots={"points": (points,)}, steps=steps(("points", 1), ("points", 2))))
    assert told(found) == [
        (0, ("标题", "Title")),
        (1, ("一", "one")),
        (2, ("二", "two")),
        (0, ("A3", "A3")),
    ]


def test_what_a_step_brings_is_stressed_and_what_is_still_unseen_is_told_apart() -> None:
    points = Points(items=(both("一", "one"), both("二", "two")))
    found = read(slide(slots={"points": (points,)}, steps=steps(("points", 1), ("points", 2))))
    assert [passage.stress(1) for passage in found.passages] == ["said", "now", "ahead"]
    assert [passage.stress(2) for passage in found.passages] == ["said", "said", "now"]


def test_all_words_of_a_part_come_with_its_step() -> None:
    stages = (Stage(label=both("甲", "A"), text=both("子", "a")), Stage(label=both("乙", "B"), text=both("丑", "b")))
    found = read(
        slide(
            layout="process",
            slots={"process": (Process(items=stages),)},
            steps=steps(("process", 1), ("process", 2)),
        )
    )
    assert [(step, words[0]) for step, words in told(found)[1:]] == [(1, "甲"), (1, "子"), (2, "乙"), (2, "丑")]


def test_of_a_slot_of_many_each_element_has_its_own_step() -> None:
    cards = (Kpi(fact=FactId("past")), Kpi(fact=FactId("goal")))
    found = read(slide(layout="kpi-grid", slots={"kpis": cards}, steps=steps(("kpis", 2))))
    assert told(found)[1:] == [
        (0, (f"税收{APART}12亿元", f"Taxes{APART}RMB 1.2 billion")),
        (1, (f"规模{APART}1000亿元", f"Size{APART}RMB 100 billion")),
    ]


def test_what_stands_freely_has_its_step_too() -> None:
    found = read(slide(free=(Free(element=Paragraph(text=both("旁", "beside")), step=2),)))
    assert told(found)[1:] == [(2, ("旁", "beside"))]


def test_a_label_of_its_own_takes_the_place_of_the_facts() -> None:
    found = read(slide(layout="kpi-grid", slots={"kpis": (Kpi(fact=FactId("past"), label=both("自写", "Own")),)}))
    assert [words for _, words in told(found)[1:]] == [(f"自写{APART}12亿元", f"Own{APART}RMB 1.2 billion")]


def test_a_value_of_the_slides_own_is_said_with_its_unit_and_the_units_id_is_not_read_out() -> None:
    card = Kpi(value=Decimal(1000), unit=plain("yi-yuan"), label=both("产值", "Output"))
    found = read(slide(layout="kpi-grid", slots={"kpis": (card,)}))
    assert [words for _, words in told(found)[1:]] == [(f"产值{APART}1000亿元", f"Output{APART}RMB 100 billion")]


def test_facts_of_a_chart_are_read_with_their_figures() -> None:
    bars = ELEMENTS["bar"](facts=(FactId("goal"), FactId("past")))
    found = read(slide(layout="chart-full", slots={"chart": (bars,)}))
    assert [words[1] for _, words in told(found)[1:]] == [f"Size{APART}RMB 100 billion", f"Taxes{APART}RMB 1.2 billion"]


def test_figures_are_in_each_languages_own_form_and_a_target_is_called_one() -> None:
    found = read(slide(title=both("<goal>", "<goal>"), facts=(FactId("past"),)))
    assert [(figure.fact, figure.said, figure.label) for figure in found.figures] == [
        ("goal", ("1000亿元", "RMB 100 billion"), ("规模", "Size")),
        ("past", ("12亿元", "RMB 1.2 billion"), ("税收", "Taxes")),
    ]
    assert [figure.about for figure in found.figures] == [
        ("目标（到2025年）", "Target (by 2025)"),
        ("2019年 · 全市", "2019 · city-wide"),
    ]


def test_an_event_has_its_date_for_a_figure_and_what_has_neither_is_none() -> None:
    found = read(slide(facts=(FactId("founded"), FactId("creed"))))
    assert [(figure.said, figure.about) for figure in found.figures] == [(("1992年6月", "June 1992"), ("", ""))]


def test_figures_that_only_the_notes_say_come_behind_the_slides() -> None:
    found = read(slide(notes=both("<past>，<goal>", "<past>"), facts=(FactId("goal"),)))
    assert [figure.fact for figure in found.figures] == ["goal", "past"]
    assert [wording.plain for (wording,) in found.notes] == ["12亿元，1000亿元", "RMB 1.2 billion"]


def test_notes_are_there_part_by_part_with_their_figures() -> None:
    found = read(slide(notes=both("一\n[click]\n<past>", "One [click] <past>")))
    assert [[wording.plain for wording in parts] for parts in found.notes] == [
        ["一", "12亿元"],
        ["One", "RMB 1.2 billion"],
    ]
    assert [figure.fact for figure in found.figures] == ["past"]


def test_names_of_the_glossary_that_occur_are_there_in_every_language_with_their_note() -> None:
    found = read(slide(title=both("智能电网", "Smart-grid city"), notes=both("这张网", "the power grid")))
    assert [(name.said, name.note) for name in found.names] == [
        (("智能电网", "smart grid"), ""),
        (("电网", "power grid"), "not the smart one"),
    ]
    assert read(slide(title=both("智能电网", "City"))).names == found.names[:1]
    assert read(slide()).names == ()


def test_a_language_that_a_text_lacks_says_so() -> None:
    (title,) = read(slide(title=Text((("zh", "标题"),)))).passages
    assert [(wording.language, wording.found) for wording in title.wordings] == [("zh", "zh"), ("en", "zh")]


def test_languages_stand_in_the_order_asked_for_and_the_same_words_in_each() -> None:
    found = read(slide(title=plain("2035")), "en", "zh")
    assert told(found) == [(0, ("2035", "2035"))]
    assert [words.language for words in found.passages[0].wordings] == ["en", "zh"]


@pytest.mark.parametrize("name", SHIPPED.order)
def test_whatever_words_the_audience_reads_on_a_shipped_slide_the_interpreter_has(name: str) -> None:
    shown = SHIPPED.slides[name]
    for k, language in enumerate(SHIPPED.briefing.languages):
        here = page(SHIPPED, shown, SHIPPED.briefing.languages)
        read_out = "".join(passage.wordings[k].plain for passage in here.passages)
        fitted = fit_slide(SHIPPED, shown, WIDE, (language,), SHIPPED.styles["night"], FixedMeasure())
        placed = {item.path: item for item in frame(fitted, shown.last_step)}
        texts = [mark for path, item in placed.items() if path in ("title", "points", "lead") for mark in item.marks]
        for mark in texts:
            if isinstance(mark, TextMark):
                for line in mark.lines:
                    words = "".join(run.text for run in line.runs)
                    assert _letters(words) in _letters(read_out)


def _letters(words: str) -> str:
    return "".join(character for character in words if character.isalnum())


@given(data=st.data())
def test_a_passage_is_stressed_at_one_step_only(data: st.DataObject) -> None:
    shown = SHIPPED.slides[data.draw(st.sampled_from(SHIPPED.order))]
    for passage in page(SHIPPED, shown, ("zh", "en")).passages:
        stresses = [passage.stress(step) for step in range(shown.last_step + 1)]
        assert stresses.count("now") == 1
        assert stresses == sorted(stresses, key=["ahead", "now", "said"].index)


def test_the_next_slide_is_the_one_after_all_steps_or_where_the_presenter_has_gone() -> None:
    points: Element = Points(items=(both("一", "one"), both("二", "two")))
    stepped = slide(slots={"points": (points,)}, steps=steps(("points", 1)))
    three = deck(stepped, slide("a/two"), slide("a/three"))
    state = initial(three, animate=False)
    assert upcoming(state, three) == "a/two"
    away = structs.replace(state, frozen=True, at=Place("a/three"))
    assert upcoming(away, three) == "a/three"
    assert upcoming(COMMANDS["last"](state, three, 0.0), three) is None
