"""The console's question: its words within the panel, its answers as buttons, and no answer by a slip."""

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.question import BETWEEN, PADDING, Question
from jn_presenter.qt.windows.prompt import LEAVING, LOSING, REHEARSING, Prompt, prompt
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Place, initial
from tests.decks import deck, points_slide

DECK = deck(points_slide("a/one"))
KEPT = structs.replace(initial(DECK), shown=Place("a/one", 2))
RESUMING = prompt(COMMANDS["offer"](initial(DECK), DECK, 0.0, kept=KEPT, torn=True), DECK)
assert RESUMING is not None
PROMPTS = [LEAVING, REHEARSING, RESUMING, LOSING]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    load_fonts()
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def asked(window: QWidget, asked: Prompt, language: str = "zh", scale: float = 1.0) -> Question:
    made = Question(QtMeasure(), language, window)
    made.place(window, Look(scale))
    made.ask(asked)
    return made


@pytest.mark.parametrize("which", PROMPTS, ids=lambda asked: asked.question.en)
def test_each_button_gives_its_answer(window: QWidget, qtbot: QtBot, which: Prompt) -> None:
    made = asked(window, which)
    answers: list[str] = []
    made.answered.connect(answers.append)
    for button in made.buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers == [command for _, command in which.answers]


def test_a_press_beside_the_buttons_stays_in_the_show_and_loses_no_other_one(window: QWidget, qtbot: QtBot) -> None:
    answers: list[str] = []
    for which in (LEAVING, RESUMING):
        made = asked(window, which)
        made.answered.connect(answers.append)
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert answers == ["cancel-leave"]


@pytest.mark.parametrize("size", [(480, 360), (1366, 768), (3840, 2160)])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("which", PROMPTS, ids=lambda asked: asked.question.en)
def test_words_and_buttons_are_within_the_panel_and_apart(
    window: QWidget, which: Prompt, language: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    made = asked(window, which, language, max(0.45, min(size) / 768))
    panel = made._panel()
    assert made.rect().contains(panel)
    blocks, unit = made._blocks(), made._look.unit
    words = sum(block.height for block in blocks) + (len(blocks) - 1) * BETWEEN * unit
    for button in made.buttons:
        assert panel.contains(button.geometry())
        assert button.y() >= panel.y() + PADDING * unit + words
    boxes = [button.geometry() for button in made.buttons]
    assert not any(one.intersects(other) for k, one in enumerate(boxes) for other in boxes[:k])


def test_when_nothing_is_asked_there_is_nothing_to_press(window: QWidget) -> None:
    made = asked(window, LEAVING)
    assert made.isVisible()
    made.ask(None)
    assert (made.isVisible(), made.buttons, made.words) == (False, [], None)
