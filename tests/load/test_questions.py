"""Expected questions: a broken one costs itself alone, and one without its backup slide still has its answer."""

from pathlib import Path

import pytest

from jn_presenter.load import load_deck, load_index, reload, watched
from jn_presenter.load.questions import questions
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Text, plain
from tests.load.world import DECK, briefs, tree, write

ORDER = ("one/a", "one/b", "two/grid")
THEMES = ("one", "two")
GOOD = "questions:\n  - ask: Why?\n    answer: Because.\n    slide: one/b\n"


def read(text: str) -> tuple[tuple[Expected, ...], list[str]]:
    root, reading = tree(text)
    assert root is not None
    return questions(root, reading, ORDER, THEMES), briefs(reading.problems)


def hints(text: str) -> list[tuple[str, str]]:
    root, reading = tree(text)
    assert root is not None
    questions(root, reading, ORDER, THEMES)
    return [(problem.hint.zh, problem.hint.en) for problem in reading.problems]


def test_a_question_has_an_answer_in_each_language_and_the_theme_of_its_slide() -> None:
    text = "questions:\n  - ask:\n      zh: 几家？\n      en: How many?\n    answer: Many.\n    slide: two/grid\n"
    asked = Text((("zh", "几家？"), ("en", "How many?")))
    found = Expected(ask=asked, answer=plain("Many."), slide="two/grid", theme="two")
    assert read(text) == ((found,), [])


def test_a_question_may_stand_in_another_theme_than_its_slide_or_in_none() -> None:
    why = "  - ask: Why?\n    answer: So.\n    slide: two/grid\n    theme: one\n"
    text = f"questions:\n{why}  - ask: Who?\n    answer: We.\n"
    (first, second), problems = read(text)
    assert problems == []
    assert (first.theme, first.slide, second.theme, second.slide) == ("one", "two/grid", "", "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- ask: x\n", "wrong-type:1:1"),
        ("questions: x\n", "wrong-type:1:12"),
        ("questions:\n", "empty:1:11"),
        ("terms: []\n", "unknown-key:1:1"),
        ("questions:\n  - Why?\n", "wrong-type:2:5"),
        ("questions:\n  - ask: Why?\n", "missing-key:2:5"),
        ("questions:\n  - ask: Why?\n    answer: So.\n    page: one/a\n", "unknown-key:4:5"),
        ("questions:\n  - ask: Why?\n    answer: ' '\n", "empty:3:13"),
        ("questions:\n  - ask: Why?\n    answer:\n      fr: Oui.\n", "unknown-language:4:7"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, problem: str) -> None:
    assert read(text) == ((), [problem])


def test_a_broken_question_costs_itself_alone_and_one_asked_twice_the_second() -> None:
    text = GOOD + "  - ask: Who?\n  - ask: Why?\n    answer: So.\n"
    found, problems = read(text)
    assert [one.ask for one in found] == [plain("Why?")]
    assert problems == ["missing-key:5:5", "duplicate-question:6:5"]


def test_a_backup_slide_or_a_theme_that_there_is_not_is_left_out_and_the_nearest_named() -> None:
    text = "questions:\n  - ask: Why?\n    answer: So.\n    slide: {slide}\n    theme: {theme}\n"
    (found,), problems = read(text.format(slide="one/aa", theme="tow"))
    assert (found.slide, found.theme) == ("", "")
    assert problems == ["unknown-slide:4:12", "unknown-theme:5:12"]
    (slide, theme) = hints(text.format(slide="one/aa", theme="tow"))
    assert slide[0].startswith("是否想写 one/a？")
    assert slide[1].startswith("did you mean one/a?")
    assert theme[1].startswith("did you mean two?")
    assert hints(text.format(slide="grid", theme="one")) == [("是否想写 two/grid？", "did you mean two/grid?")]


def test_a_deck_may_have_no_questions_and_gets_some_while_it_is_shown(tmp_path: Path) -> None:
    loaded = load_deck(write(tmp_path, DECK))
    assert (loaded.deck.questions, loaded.problems) == ((), ())
    file = str(tmp_path / "questions.yaml")
    assert file in watched(loaded)
    write(tmp_path, {"questions.yaml": GOOD})
    (found,) = reload(loaded, [file]).deck.questions
    assert (found.answer, found.slide, found.theme) == (plain("Because."), "one/b", "one")


def test_questions_that_break_keep_their_last_good_state(tmp_path: Path) -> None:
    loaded = load_index(write(tmp_path, DECK | {"questions.yaml": GOOD}))
    file = str(tmp_path / "questions.yaml")
    write(tmp_path, {"questions.yaml": GOOD.replace("answer:", "answer：")})
    broken = reload(loaded, [file])
    assert broken.deck.questions == loaded.deck.questions
    assert [problem.file for problem in broken.problems] == ["questions.yaml"]
    write(tmp_path, {"questions.yaml": "questions: []\n"})
    assert reload(broken, [file]).deck.questions == ()
