"""The questions drawer: found and answered over the console, noted for later, and nothing of it for the audience."""

from collections.abc import Callable

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jn_presenter.model.deck import Deck
from jn_presenter.model.question import Expected
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.hits import ROW
from jn_presenter.qt.windows.console.questions import Questions
from jn_presenter.show.state import Place
from tests.decks import deck, points_slide, text
from tests.qt.windows.conftest import Open, Rig, loaded

Make = Callable[..., Rig]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SLIDES = (points_slide("a/one", 2), points_slide("a/two"), points_slide("b/three", 1))
STAFF = Expected(ask=text("有多少员工？", "How many staff?"), answer=text("原文未提供。", "Not said."), theme="b")
GRID = Expected(
    ask=text("电网多大？", "How large is the grid?"),
    answer=text("一千。", "==A thousand.=="),
    slide="b/three",
    theme="b",
)
WHO = Expected(ask=text("谁来服务？", "Who serves?"), answer=text("我们。", "We do."), slide="a/two", theme="a")


def asked() -> Deck:
    return deck(*SLIDES, questions=(STAFF, GRID, WHO))


def opened(
    rig: Make, console: Open, qtbot: QtBot, language: str = "en", found: Deck | None = None, **state: object
) -> tuple[Rig, Questions, Console]:
    here = rig(found or asked(), animate=False, notes_languages=(language,), **state)
    made = console(here, language)
    made.installEventFilter(here.keys)
    made.catch_up()
    qtbot.keyClick(made, Key.Key_Q)
    qtbot.waitUntil(lambda: made.overlays.jump._finder.is_ready)
    return here, made.overlays.questions, made


def listed(drawer: Questions) -> list[str]:
    return [row.words for row in drawer.rows]


def press(drawer: Questions, qtbot: QtBot, key: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(drawer.line, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_q_opens_it_with_the_present_themes_questions_first_and_keys_are_text(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here, drawer, made = opened(rig, console, qtbot)
    assert made.focusWidget() is drawer.line
    assert listed(drawer) == ["谁来服务？", "有多少员工？", "电网多大？"]
    assert drawer.rows[0].line.title == (("Who serves?", False),)
    qtbot.keyClicks(drawer.line, "qb. w")
    assert drawer.line.text() == "qb. w"
    assert (here.store.state.blank, here.store.state.shown) == ("none", Place("a/one"))


def test_the_answer_stands_in_the_language_of_the_notes_with_its_backup_slide(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here, drawer, _ = opened(rig, console, qtbot, "zh")
    assert drawer.card.answer.text == "谁来服务？\n我们。"
    assert drawer.card.slide.text == "备用页 2\n标题 a/two"
    press(drawer, qtbot, Key.Key_Down)
    assert drawer.card.answer.text == "有多少员工？\n原文未提供。"
    assert drawer.card.slide.text == "没有备用页"
    here.store.state = structs.replace(here.store.state, notes_languages=("zh", "en"))
    press(drawer, qtbot, Key.Key_Down)
    assert drawer.card.answer.text == "电网多大？\n一千。\nHow large is the grid?\nA thousand."


def test_the_answer_has_the_size_of_the_notes(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, drawer, made = opened(rig, console, qtbot)
    sizes = []
    for _ in range(2):
        sizes.append({run.font.size for line in drawer.card.answer._lines for run in line.runs})
        press(drawer, qtbot, Key.Key_Escape)
        here.store.dispatch("notes-larger")
        qtbot.keyClick(made, Key.Key_Q)
    assert max(sizes[0]) < max(sizes[1])


@pytest.mark.parametrize(
    ("query", "found"), [("dianwang", "电网多大？"), ("GRID", "电网多大？"), ("yg", "有多少员工？")]
)
def test_typing_finds_a_question_by_words_and_sound(
    rig: Make, console: Open, qtbot: QtBot, query: str, found: str
) -> None:
    _, drawer, _ = opened(rig, console, qtbot)
    qtbot.keyClicks(drawer.line, query)
    assert listed(drawer)[0] == found
    assert (listed(drawer)[-1], drawer.rows[-1].is_new) == (query, True)


def test_before_anything_can_be_searched_nothing_typed_is_taken_for_new(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, drawer, made = opened(rig, console, qtbot)
    finder = made.overlays.jump._finder
    finder._index = None
    qtbot.keyClicks(drawer.line, "grid")
    assert (drawer.rows, drawer.hits.notice) == ((), "Preparing the search…")
    press(drawer, qtbot, Key.Key_Return)
    assert (here.store.state.noted, here.store.state.overlay) == ((), "questions")
    assert drawer.line.text() == "grid"


def test_enter_goes_to_the_backup_slide_and_alt_left_comes_back(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, drawer, made = opened(rig, console, qtbot)
    qtbot.keyClicks(drawer.line, "grid")
    press(drawer, qtbot, Key.Key_Return)
    state = here.store.state
    assert (state.shown.slide, state.overlay, drawer.isVisible()) == ("b/three", "", False)
    assert [(one.words, one.open) for one in state.noted] == [("电网多大？", False)]
    qtbot.keyClick(made, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert here.store.state.shown == Place("a/one")


def test_control_enter_notes_and_strikes_out_and_the_list_and_the_card_say_so(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here, drawer, _ = opened(rig, console, qtbot)
    here.time.ms += 65_000.0
    press(drawer, qtbot, Key.Key_Return, CONTROL)
    assert here.store.state.noted[0].words == "谁来服务？"
    assert ("Answer later 1:05", True) in drawer.rows[0].line.about
    assert drawer.card.slide.text.endswith("\nAnswer later  asked at 1:05, while “Title of a/one” was shown")
    assert drawer.card.note.lit
    press(drawer, qtbot, Key.Key_Return, CONTROL)
    assert here.store.state.noted == ()
    assert not drawer.card.note.lit


def test_what_nobody_expected_is_noted_as_it_was_typed_and_stays_in_the_list(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here, drawer, _ = opened(rig, console, qtbot)
    qtbot.keyClicks(drawer.line, "  any  parks abroad ")
    assert listed(drawer) == ["any parks abroad"]
    press(drawer, qtbot, Key.Key_Return, CONTROL)
    assert [one.words for one in here.store.state.noted] == ["any parks abroad"]
    assert drawer.line.text() == ""
    assert drawer.row is not None
    assert (drawer.row.words, listed(drawer)[-1]) == ("any parks abroad", "any parks abroad")
    qtbot.keyClicks(drawer.line, "parks")
    assert listed(drawer) == ["any parks abroad", "parks"]
    assert drawer.rows[0].line.title == (("any ", False), ("parks", True), (" abroad", False))
    qtbot.keyClicks(drawer.line, "?")
    press(drawer, qtbot, Key.Key_Return)
    assert [one.words for one in here.store.state.noted] == ["any parks abroad", "parks?"]
    assert here.store.state.overlay == "questions"


def test_a_press_chooses_a_second_one_takes_and_the_buttons_do_what_the_keys_do(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here, drawer, _ = opened(rig, console, qtbot)
    third = QPoint(100, 2 * ROW * drawer.look.unit + 9)
    qtbot.mouseClick(drawer.hits, LEFT, pos=third)
    assert drawer.hits.row == 2
    qtbot.mouseClick(drawer.card.note, LEFT)
    assert [one.words for one in here.store.state.noted] == ["电网多大？"]
    qtbot.mouseClick(drawer.card.take, LEFT)
    assert (here.store.state.shown.slide, here.store.state.noted[0].open) == ("b/three", False)
    qtbot.keyClick(drawer.parentWidget(), Key.Key_Q)
    qtbot.mouseClick(drawer.hits, LEFT, pos=third)
    qtbot.mouseClick(drawer.hits, LEFT, pos=third)
    assert here.store.state.shown.slide == "a/two"


def test_escape_and_a_press_beside_it_put_it_away(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, drawer, made = opened(rig, console, qtbot)
    press(drawer, qtbot, Key.Key_Escape)
    assert (here.store.state.overlay, drawer.isVisible(), here.store.state.blank) == ("", False, "none")
    qtbot.keyClick(made, Key.Key_Q)
    assert drawer.isVisible()
    qtbot.mouseClick(drawer, LEFT, pos=QPoint(3, 3))
    assert not drawer.isVisible()


def test_a_list_longer_than_the_window_follows_the_choice(rig: Make, console: Open, qtbot: QtBot) -> None:
    many = tuple(structs.replace(GRID, ask=text(f"问题{k}", f"Question {k}")) for k in range(40))
    _, drawer, _ = opened(rig, console, qtbot, found=deck(*SLIDES, questions=many))
    bar = drawer._list.verticalScrollBar()
    assert bar.value() == 0
    for _ in range(10):
        press(drawer, qtbot, Key.Key_PageDown)
    assert drawer.hits.row == 39
    assert bar.value() == bar.maximum() > 0
    press(drawer, qtbot, Key.Key_Up)
    assert drawer.hits.row == 38


def test_an_edited_file_is_seen_while_it_is_open_and_the_choice_stays(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, drawer, _ = opened(rig, console, qtbot)
    press(drawer, qtbot, Key.Key_Down)
    other = structs.replace(STAFF, answer=text("五百。", "Five hundred."))
    here.store.take(loaded(structs.replace(here.store.deck, questions=(GRID, other, WHO))))
    assert drawer.row is not None
    assert drawer.row.words == "有多少员工？"
    assert drawer.card.answer.text == "How many staff?\nFive hundred."


def test_a_deck_without_questions_says_where_they_are_written(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, drawer, _ = opened(rig, console, qtbot, found=deck(*SLIDES))
    assert (drawer.rows, drawer.hits.notice) == (
        (),
        "No expected questions. Write some into questions.yaml",
    )
    assert not drawer.card.isVisible()
    press(drawer, qtbot, Key.Key_Return)
    press(drawer, qtbot, Key.Key_Return, CONTROL)


def test_a_backup_slide_that_cannot_be_shown_is_none(rig: Make, console: Open, qtbot: QtBot) -> None:
    broken = structs.replace(asked(), slides={slide.id: slide for slide in SLIDES if slide.id != "a/two"})
    here, drawer, _ = opened(rig, console, qtbot, found=broken)
    assert (drawer.card.slide.text, drawer.card.take.text()) == ("No backup slide", "Answered now")
    press(drawer, qtbot, Key.Key_Return)
    assert here.store.state.shown == Place("a/one")
    assert not here.store.state.noted[0].open


def test_the_audience_sees_nothing_of_it(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, drawer, _ = opened(rig, console, qtbot)
    before = here.audience.grab().toImage()
    for words in ("grid", "?"):
        qtbot.keyClicks(drawer.line, words)
        press(drawer, qtbot, Key.Key_Return, CONTROL)
        assert here.audience.grab().toImage() == before
    press(drawer, qtbot, Key.Key_Escape)
    assert here.audience.grab().toImage() == before


def test_the_backup_slide_is_pictured(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, drawer, _ = opened(rig, console, qtbot)
    card = drawer.card
    qtbot.waitUntil(lambda: card.glimpse._sheet.get("a/two", card.glimpse.size()) is not None)
    qtbot.keyClick(drawer.line, Key.Key_Down)
    empty = card.grab().toImage()
    qtbot.keyClick(drawer.line, Key.Key_Up)
    at = card.glimpse.frame.center()
    assert card.grab().toImage().pixel(at) != empty.pixel(at)


def test_in_an_upright_window_the_answer_stands_beneath_the_list_and_both_have_all_the_width(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    _, drawer, made = opened(rig, console, qtbot)
    beside = drawer.card.geometry()
    assert beside.left() > drawer.hits.width()
    made.resize(1080, 1920)
    card = drawer.card.geometry()
    assert card.top() > drawer._list.geometry().bottom()
    assert drawer._list.width() == card.width() == drawer.line.width()
