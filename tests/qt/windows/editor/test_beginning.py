"""A new slide or theme is chosen by its picture and stands where it was asked for, as one edit."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jn_presenter.cli import main
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load import load_deck
from jn_presenter.qt.windows.editor.choosing import Choosing
from tests.qt.windows.editor.conftest import START, Desk

THEME = "industry"


def typed(line: QLineEdit, words: str) -> None:
    """As an input method does it."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(line, event)


def make(desk: Desk, chooser: Choosing) -> None:
    chooser.accept()
    assert chooser.edit is not None
    assert desk.session.make(chooser.edit)


def test_a_new_slide_stands_behind_the_one_looked_at_under_the_sound_of_its_title(qtbot: QtBot, desk: Desk) -> None:
    chooser = desk.window.beginning.slide()
    qtbot.addWidget(chooser)
    typed(chooser.title, "智能制造")
    chooser.choose("chart-left")
    assert chooser.name.text() == "zhi-neng-zhi-zao"
    make(desk, chooser)
    made = f"{THEME}/zhi-neng-zhi-zao"
    order = desk.store.deck.order
    assert order.index(made) == order.index(START) + 1
    assert desk.session.slide == made
    assert desk.store.deck.slides[made].layout == "chart-left"
    assert desk.store.deck.slides[made].title.pick("zh")[1] == "智能制造"
    assert not [problem for problem in desk.store.loaded.problems if problem.file.startswith(made)]
    assert not Path(desk.folder, f"{made}.yaml").exists()
    desk.session.undo()
    assert desk.store.deck.order == tuple(name for name in order if name != made)
    assert desk.session.slide == START
    assert not desk.session.work.unsaved


def test_a_title_in_latin_letters_stands_in_every_language(qtbot: QtBot, desk: Desk) -> None:
    chooser = desk.window.beginning.slide()
    qtbot.addWidget(chooser)
    typed(chooser.title, "AI")
    make(desk, chooser)
    title = desk.store.deck.slides[f"{THEME}/ai"].title
    assert [title.pick(language)[1] for language in ("zh", "en")] == ["AI", "AI"]


def test_a_name_that_was_typed_stays(qtbot: QtBot, desk: Desk) -> None:
    chooser = desk.window.beginning.slide()
    qtbot.addWidget(chooser)
    chooser.name.clear()
    typed(chooser.name, "my-slide")
    typed(chooser.title, "智能制造")
    assert chooser.name.text() == "my-slide"
    typed(chooser.name, "!/机")
    assert chooser.name.text() == "my-slide"


def test_a_name_that_is_taken_is_said_and_the_next_one_proposed(qtbot: QtBot, desk: Desk) -> None:
    chooser = desk.window.beginning.slide()
    qtbot.addWidget(chooser)
    typed(chooser.title, "cluster targets")
    assert chooser.name.text() == "cluster-targets-2"
    chooser.name.setText("cluster-targets")
    chooser.accept()
    assert chooser.edit is None
    assert "cluster-targets-2" in chooser._wrong.text()


def test_a_new_theme_stands_before_the_closing_with_its_first_slide(qtbot: QtBot, desk: Desk) -> None:
    chooser = desk.window.beginning.theme()
    qtbot.addWidget(chooser)
    typed(chooser.title, "低空经济")
    make(desk, chooser)
    themes = desk.store.deck.briefing.themes
    assert themes[-2:] == ("di-kong-jing-ji", "closing")
    assert desk.session.slide == "di-kong-jing-ji/section"
    desk.session.undo()
    assert not desk.session.work.unsaved


def test_every_layout_is_offered_with_its_picture(qtbot: QtBot, desk: Desk) -> None:
    chooser = desk.window.beginning.slide()
    qtbot.addWidget(chooser)
    items = [chooser.layouts.item(row) for row in range(chooser.layouts.count())]
    qtbot.waitUntil(lambda: not any(item.icon().isNull() for item in items), timeout=30_000)
    assert tuple(item.data(Qt.ItemDataRole.UserRole) for item in items) == LAYOUTS.names()
    pictures = [item.icon().pixmap(112, 63).toImage() for item in items]
    assert all(a != b for k, a in enumerate(pictures) for b in pictures[:k])


@pytest.mark.parametrize("layout", ["points", "chart-right", "table"])
def test_what_was_begun_passes_check_once_it_is_saved(
    qtbot: QtBot, desk: Desk, layout: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(desk.folder, "briefing.yaml").write_text(
        "title: {zh: 汇报, en: Briefing}\nlanguages: [zh, en]\nstyles: [night]\nthemes: [opening]\n", "utf-8"
    )
    Path(desk.folder, "opening", "theme.yaml").write_text("title: {zh: 一, en: One}\nslides: [cover]\n", "utf-8")
    for file in ("facts.yaml", "glossary.yaml", "questions.yaml"):
        Path(desk.folder, file).unlink(missing_ok=True)
    for visit in Path(desk.folder, "visits").glob("*"):
        visit.unlink()
    Path(desk.folder, "opening", "cover.yaml").write_text("layout: section\ntitle: {zh: 一, en: One}\n", "utf-8")
    desk.store.take(load_deck(desk.folder))
    for chooser in (desk.window.beginning.slide(), desk.window.beginning.theme()):
        qtbot.addWidget(chooser)
        chooser.choose(layout)
        make(desk, chooser)
    assert desk.session.save()
    capsys.readouterr()
    assert main(["check", str(desk.folder)]) == 0, capsys.readouterr().out
