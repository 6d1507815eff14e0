"""The drawer's list: the present theme's questions first, found by words, by sound, in any language and by number."""

import pytest
from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.question import Expected
from jn_presenter.show.index import question_index
from jn_presenter.show.questions import found, listed, noted, words_of
from jn_presenter.show.state import Noted, initial
from tests.decks import deck, points_slide, text

FACTS = Facts({"founded": Fact(id="founded", kind="achieved", label=text("创办", "Founded"), as_of="1992-06")})


def question(zh: str, en: str, answer_zh: str, answer_en: str, theme: str = "") -> Expected:
    return Expected(ask=text(zh, en), answer=text(answer_zh, answer_en), theme=theme)


STAFF = question("有多少员工？", "How many staff?", "原文未提供。", "The source does not say.", "a")
GRID = question("智能电网有哪些企业？", "Which grid firms?", "龙头企业。", "The leaders.", "b")
WHEN = question("<founded.label>于何时？", "When founded?", "<founded.date>。", "In <founded.date>.", "b")
ANY = question("谁？", "Who?", "我们。", "We do.")


@pytest.fixture
def asked() -> Deck:
    found = deck(points_slide("a/one"), points_slide("b/two"), facts=FACTS, questions=(STAFF, GRID, WHEN, ANY))
    grid = tuple(
        structs.replace(theme, title=text("产业", "Industry")) if theme.id == "b" else theme for theme in found.themes
    )
    return structs.replace(found, themes=grid)


def finds(asked: Deck, query: str, theme: str = "a") -> list[Expected]:
    return [one.question for one in found(asked, question_index(asked), query, theme)]


def test_the_questions_of_the_theme_come_first_all_others_in_their_order(asked: Deck) -> None:
    assert [one.question for one in listed(asked, "b")] == [GRID, WHEN, STAFF, ANY]
    assert [one.question for one in listed(asked, "a")] == [STAFF, GRID, WHEN, ANY]
    assert [one.question for one in listed(asked, "z")] == [STAFF, GRID, WHEN, ANY]


@pytest.mark.parametrize("query", ["电网", "GRID firms", "zndw", "dianwang", "ＧＲＩＤ"])
def test_a_question_is_found_by_words_of_any_language_and_by_their_sound(asked: Deck, query: str) -> None:
    assert finds(asked, query) == [GRID]


def test_a_question_is_found_by_its_answer_its_theme_and_its_figures(asked: Deck) -> None:
    assert finds(asked, "does not say") == [STAFF]
    assert finds(asked, "产业") == [GRID, WHEN]
    assert finds(asked, "1992") == [WHEN]
    assert finds(asked, "nothing like it") == []


def test_a_number_is_the_place_in_the_list_that_is_seen(asked: Deck) -> None:
    assert finds(asked, "1", "a")[0] == STAFF
    assert finds(asked, "1", "b")[0] == GRID


def test_what_is_found_stands_with_the_present_theme_first(asked: Deck) -> None:
    assert finds(asked, "有", "b") == [GRID, STAFF]
    assert finds(asked, "有", "a") == [STAFF, GRID]


def test_a_question_is_noted_in_the_first_language_with_its_figures_and_known_again(asked: Deck) -> None:
    assert words_of(WHEN, asked) == "创办于何时？"
    state = initial(asked)
    kept = Noted(words="创办于何时？", slide="a/one", ms=1.0)
    assert noted(structs.replace(state, noted=(kept,)), words_of(WHEN, asked)) == kept
    assert noted(state, "x") is None


def test_a_deck_without_questions_finds_none() -> None:
    empty = deck(points_slide("a/one"))
    assert finds(empty, "a") == []
    assert listed(empty, "a") == ()
