"""A name has one form in each language, and the digits of a name are no figure."""

import pytest

from jn_presenter.draw.glossary import misnamed, without_names
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.glossary import Term
from jn_presenter.model.text import Text, plain

BOTH = ("zh", "en")


def term(zh: str, en: str, *also: str) -> Term:
    return Term(name=Text((("zh", zh), ("en", en))), also=also)


GRID = term("智能电网", "smart grid")
LAB = term("紫金山实验室", "Purple Mountain Laboratories", "PML")
CITY = term("紫金山", "Purple Mountain")
TERMS = (CITY, GRID, LAB, term("2021计划", "Plan of 2021", "5G"))


def text(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


def missed(words: Text, facts: Facts | None = None) -> list[tuple[str, str]]:
    found = misnamed(words, facts or Facts(), TERMS, BOTH)
    return [(language, term.name.pick("en")[1]) for language, term in found]


@pytest.mark.parametrize(
    "words",
    [
        "the smart grid",
        "SMART GRIDS lead",
        "a smart-grid hub",
        "a smart\u2011grid hub",
        "==smart== grid",
        "smart\n grid",
    ],
)
def test_a_name_is_found_whatever_its_capitals_hyphens_and_ending(words: str) -> None:
    assert missed(text("发展==智能==电网", words)) == []


def test_a_name_of_another_form_is_missed_unless_the_glossary_has_that_too() -> None:
    assert missed(text("智能电网", "intelligent grid")) == [("en", "smart grid")]
    assert missed(text("紫金山实验室", "PML announced it")) == []
    assert missed(text("电网", "the network")) == []


def test_a_longer_name_counts_for_itself_alone() -> None:
    assert missed(text("紫金山实验室", "PML")) == []
    assert missed(text("紫金山", "PML")) == [("en", "Purple Mountain")]
    assert missed(text("紫金山实验室在紫金山", "PML")) == [("en", "Purple Mountain")]


def test_each_name_is_told_once() -> None:
    assert missed(text("智能电网，智能电网", "grid")) == [("en", "smart grid")]


def test_references_stand_for_their_words() -> None:
    facts = Facts({"g": Fact(id="g", kind="claim", label=text("智能电网", "Smart grid"))})
    assert missed(text("<g.label>", "<g.label> first"), facts) == []
    assert missed(text("<g.label>", "it is first"), facts) == [("en", "smart grid")]
    assert missed(text("智能电网", "<g.label>"), facts) == []


def test_words_in_one_language_are_compared_with_nothing() -> None:
    assert missed(plain("智能电网")) == []
    assert missed(Text((("zh", "智能电网"),))) == []
    assert missed(Text((("en", "grid"),))) == []
    assert list(misnamed(text("智能电网", "grid"), Facts(), (), BOTH)) == []


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("2021计划发布", " 发布"),
        ("the Plan of 2021, 5G", "the  ,  "),
        ("12021计划", "12021计划"),
        ("5G at 15G", "  at 15G"),
        ("2021年", "2021年"),
        ("智能电网", "智能电网"),
    ],
)
def test_names_with_digits_are_taken_out_whole(words: str, left: str) -> None:
    assert without_names(words, TERMS) == left
    assert without_names(words, ()) == words
