"""The rules of the deck format are told to the editor with their place, and one fault is told once."""

import json
from typing import Any

import pytest
from msgspec import structs

from jn_presenter.check import Report, check_deck, report
from jn_presenter.elements.card import Card
from jn_presenter.elements.text import Paragraph
from jn_presenter.model.deck import Briefing, Free, Slide, Target, Theme
from jn_presenter.model.element import Element
from jn_presenter.model.fact import Fact, Facts, Source
from jn_presenter.model.fields import DataFile, FactId
from jn_presenter.model.glossary import Term
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Message, Text, plain
from tests.checked import THREE, TOO_LONG, Recorder, both, deck, slide


def found(*slides: Slide, **more: Any) -> list[tuple[str, str, str]]:
    return [(it.file, it.excerpt, it.code) for it in check_deck(deck(*slides, **more), Recorder())]


def test_a_clean_deck_has_no_problem() -> None:
    assert found(slide(points=(both("绿化<green>", "Green <green>"), plain("PCT")))) == []


def test_a_slide_conveys_at_most_six_facts_in_words_of_its_own() -> None:
    six = tuple(FactId(f"f{k}") for k in range(6))
    assert found(slide(facts=six)) == []
    assert found(slide(facts=(*six, FactId("f6")))) == [("a/b.yaml", "facts", "too-many-facts")]


def test_digits_belong_to_facts() -> None:
    words = slide(both("标题", "Title 2"), points=(both("占<green>", "ok"), both("占47%，排第6", "since 2019")))
    assert found(words) == [
        ("a/b.yaml", "title.en", "typed-digits"),
        ("a/b.yaml", "points.items.2.zh", "typed-digits"),
        ("a/b.yaml", "points.items.2.en", "typed-digits"),
    ]
    _, zh, en = check_deck(deck(words), Recorder())
    assert "47, 6" in zh.message.zh
    assert "<green> 或 <ranking-2019>" in zh.hint.zh
    assert "<ranking-2019.date>" in en.hint.en
    assert "plain: <reason>" in en.hint.en


def test_digits_are_allowed_where_the_slide_says_why_and_in_labels_of_facts() -> None:
    assert found(slide(plain("<ranking-2019>"))) == []
    assert found(slide(both("5G 之城", "A city of 5G"), plain="5G 是名称")) == []
    assert found(slide(both("<green.label>", "<<a-1> <green.label>"))) == [("a/b.yaml", "title.en", "typed-digits")]


def test_digits_of_a_name_in_the_glossary_are_no_figure() -> None:
    plan = (Term(name=both("2021计划", "the 2021 Plan")),)
    words = slide(both("发布2021计划", "the 2021 Plan"), points=(both("2021年", "in 2021"),))
    assert found(words, glossary=plan) == [
        ("a/b.yaml", "points.items.1.zh", "typed-digits"),
        ("a/b.yaml", "points.items.1.en", "typed-digits"),
    ]


def test_a_name_that_is_not_the_glossarys_is_a_warning_but_not_in_notes() -> None:
    grid = (Term(name=both("智能电网", "smart grid"), also=("power grid",)),)
    words = slide(points=(both("智能电网", "the network"),), notes=both("智能电网", "the network"))
    (problem,) = check_deck(deck(words, glossary=grid), Recorder())
    assert (problem.excerpt, problem.code, problem.severity) == ("points.items.1.en", "glossary", "warning")
    assert "智能电网" in problem.message.en
    assert "smart grid, power grid" in problem.hint.en
    assert found(slide(both("智能电网", "Smart-grid industry")), glossary=grid) == []


@pytest.mark.parametrize("words", ["1.2.3", "1,2,3.", "1..2", "10000000000000000000000000000000000000000000", "v1.,2"])
def test_odd_digits_are_no_more_than_a_finding(words: str) -> None:
    assert found(slide(plain(words))) == [("a/b.yaml", "title", "typed-digits")]


def test_titles_of_themes_and_briefing_are_audience_text_too() -> None:
    theme = Theme(id="a", title=Text((("zh", "产业4.0"),)))
    assert found(slide(), themes=(theme,)) == [
        ("a/theme.yaml", "title", "untranslated"),
        ("a/theme.yaml", "title.zh", "typed-digits"),
    ]


def test_a_missing_translation_is_a_warning_where_it_stands_in_notes_too() -> None:
    only = Text((("zh", "==字==，<green>"),))
    words = slide(points=(both("一", "one"), only), notes=only)
    assert found(words) == [("a/b.yaml", "points.items.2", "untranslated"), ("a/b.yaml", "notes", "untranslated")]
    first, _ = check_deck(deck(words), Recorder())
    assert first.severity == "warning"
    assert first.message == Message("没有 en 的文字，只有 zh 的", "no words in en, only in zh")
    assert "“en: …”" in first.hint.zh
    assert "字" in first.hint.en


def test_each_language_that_is_missing_is_told() -> None:
    three = structs.replace(deck(slide(Text((("en", "Title"),)))), briefing=THREE)
    problems = [it.message.en for it in check_deck(three, Recorder()) if it.file == "a/b.yaml"]
    assert problems == ["no words in zh, only in en", "no words in ja, only in en"]


def test_the_title_of_the_briefing_and_the_questions_of_guests_need_every_language_too() -> None:
    only = Text((("zh", "字"),))
    asked = (Expected(ask=both("问", "Ask"), answer=only),)
    lacking = structs.replace(deck(), briefing=structs.replace(deck().briefing, title=only), questions=asked)
    assert [(it.file, it.excerpt, it.code) for it in check_deck(lacking, Recorder())] == [
        ("briefing.yaml", "title", "untranslated"),
        ("questions.yaml", "questions.1.answer", "untranslated"),
    ]


def test_a_question_whose_figures_there_are_not_or_whose_backup_slide_is_broken_is_told() -> None:
    asked = (
        Expected(ask=both("问", "Ask"), answer=both("<green>", "<gren>")),
        Expected(ask=both("几", "Who"), answer=both("我们", "We"), slide="a/b", theme="a"),
        Expected(ask=both("何", "When"), answer=both("今", "Now"), slide="a/broken", theme="a"),
    )
    told = check_deck(structs.replace(deck(slide()), questions=asked), Recorder())
    assert [(it.excerpt, it.code, it.severity) for it in told if it.file == "questions.yaml"] == [
        ("questions.1.answer.en", "unknown-fact", "error"),
        ("questions.3.slide", "broken-backup", "warning"),
    ]
    reading = structs.replace(deck(slide()), questions=asked[2:], pending=frozenset({"a/broken"}))
    assert check_deck(reading, Recorder()) == ()


@pytest.mark.parametrize("words", ["<green>", "<green> / <ranking-2019>", "—", "==<green>=="])
def test_what_has_no_words_needs_no_translation(words: str) -> None:
    assert found(slide(points=(both("一", "one"), Text((("zh", words),))))) == []


def test_a_language_of_the_same_base_and_words_for_all_need_no_translation() -> None:
    words = slide(Text((("zh", "字"), ("en", "word"))), points=(plain("NARI"),))
    for chinese, codes in (("zh-CN", []), ("zh-Hant", ["untranslated"])):  # these are other characters
        tags = Briefing(title=plain("T"), languages=(chinese, "en"), styles=("night",))
        told = check_deck(structs.replace(deck(words), briefing=tags), Recorder())
        assert [it.code for it in told] == codes


def test_references_are_checked_in_every_language_and_in_notes() -> None:
    words = slide(both("<gren>", "<gren>"), points=(plain("<creed>"),), notes=both("字", "<green.date>, 2020"))
    assert found(words) == [
        ("a/b.yaml", "title.zh", "unknown-fact"),
        ("a/b.yaml", "title.en", "unknown-fact"),
        ("a/b.yaml", "points.items.1", "fact-without-value"),
        ("a/b.yaml", "notes.en", "fact-without-date"),
    ]


def test_markers_of_notes_are_checked_where_they_stand() -> None:
    words = slide(notes=both("一[click]二[点击]三", "1 [click] 2 [click] 3"), steps=((Target("title"),),))
    assert found(words) == [
        ("a/b.yaml", "notes.zh", "notes-marker"),
        ("a/b.yaml", "notes.zh", "notes-steps"),
        ("a/b.yaml", "notes.en", "notes-steps"),
    ]


def test_labels_of_facts_need_every_language() -> None:
    facts = Facts({"x": Fact(id="x", kind="claim", label=plain("x"), scope=Text((("zh", "全国"),)))})
    assert found(facts=facts) == [("facts.yaml", "facts.1.scope", "untranslated")]


class Pairs(Element, frozen=True, kw_only=True):
    names: tuple[tuple[str, Text], ...] = ()


def test_names_of_sources_and_periods_need_every_language_and_may_have_digits() -> None:
    source = Source(id="s", publisher=plain("P"), short=Text((("zh", "局"),)))
    facts = Facts(
        sources={"s": source},
        dues={"2025": both("“十四五”（至2025年）", "plan (to 2025)"), "2030": Text((("zh", "计划"),))},
    )
    assert sorted(found(slide(), facts=facts)) == [
        ("facts.yaml", "dues.2030", "untranslated"),
        ("facts.yaml", "sources.s.short", "untranslated"),
    ]


def test_paths_are_those_of_the_file() -> None:
    only = Text((("zh", "字"),))
    cards = (Paragraph(text=plain("a")), Paragraph(text=only))
    tall = slide(free=(Free(element=Paragraph(text=only)),))
    grid = Slide(
        id="a/c",
        theme="a",
        layout="kpi-grid",
        title=plain("t"),
        slots=(("kpis", cards), ("lead", (Pairs(names=(("x", only),)),))),
    )
    assert [path for _, path, _ in found(tall, grid)] == ["free.1.text", "kpis.2.text", "lead.names.x"]


def test_a_card_that_stands_for_a_theme_there_is_not_is_told() -> None:
    cards = tuple(Card(title=both("甲", "A"), theme=theme) for theme in ("", "a", "aa"))
    agenda = Slide(id="a/c", theme="a", layout="cards", title=both("题", "T"), slots=(("cards", cards),))
    themes = tuple(Theme(id=name, title=both("题", "T")) for name in ("a", "b"))
    (problem,) = check_deck(deck(agenda, themes=themes), Recorder())
    assert (problem.file, problem.excerpt, problem.code) == ("a/c.yaml", "cards.3.theme", "unknown-theme")
    assert "aa" in problem.message.zh
    assert "aa" in problem.message.en
    assert "a、b" in problem.hint.zh


def test_the_report_counts_facts_and_keeps_each_problem_once_in_order() -> None:
    first, second = (
        Recorder().problem("b.yaml", "", TOO_LONG),
        Recorder().problem("a.yaml", "", TOO_LONG),
    )
    told = report(
        deck(slide(both("<green>", "<green>")), themes=(Theme(id="a", title=plain("t")),)), (first, second, first)
    )
    assert isinstance(told, Report)
    assert (told.facts.total, told.facts.shown, told.facts.missing) == (3, 1, ("ranking-2019", "creed"))
    assert told.problems == (second, first)
    assert json.loads(told.json()) == {
        "slides": 1,
        "themes": 1,
        "facts": {"total": 3, "shown": 1, "missing": ["ranking-2019", "creed"]},
        "problems": [
            {
                "file": file,
                "line": 1,
                "column": 1,
                "end_column": 2,
                "severity": "error",
                "code": "overflow",
                "message": {"zh": "太多", "en": "too much"},
                "hint": {"zh": "删", "en": "cut"},
                "write": "",
            }
            for file in ("a.yaml", "b.yaml")
        ],
    }
    assert "太多" in told.json()


def test_the_report_for_programs_names_files_of_data() -> None:
    found = Recorder().problem(DataFile("data/a.csv"), "", TOO_LONG)
    told = report(deck(slide(both("a", "a")), themes=(Theme(id="a", title=plain("t")),)), (found,))
    assert [problem["file"] for problem in json.loads(told.json())["problems"]] == ["data/a.csv"]
