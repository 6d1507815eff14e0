"""The file looked at is opened in the user's own editor: a small program here, that writes down how it was called."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jn_presenter.edit.own_editor import Program
from jn_presenter.qt.windows.editor import elsewhere, wording
from tests.qt.windows.editor.conftest import START, Desk

FILE = f"{START}.yaml"
TITLE = "软件业领衔"
TELL = "import sys; open(sys.argv[1], 'w', encoding='utf-8').write(chr(10).join(sys.argv[2:]))"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of their own, and a machine with nothing on its path."""
    path = tmp_path / "config" / "editor.json"
    monkeypatch.setattr(elsewhere, "settings", lambda _name: path)
    monkeypatch.setattr(elsewhere, "_which", lambda _word: None)
    monkeypatch.delenv("JN_EDITOR", raising=False)
    return path


@pytest.fixture
def told(tmp_path: Path) -> Callable[[], list[str]]:
    return lambda: (tmp_path / "told").read_text("utf-8").split("\n")


@pytest.fixture
def telling(tmp_path: Path) -> Program:
    return Program("telling", (sys.executable, "-c", TELL, str(tmp_path / "told"), "{file}", "{line}", "{column}"))


def press(desk: Desk, words: str) -> None:
    next(button for button in desk.window.bar.findChildren(QPushButton) if button.text() == words).click()


def ended(desk: Desk) -> bool:
    return not desk.window.elsewhere._running._processes


def test_the_file_is_opened_where_the_cursor_stands(
    qtbot: QtBot, desk: Desk, telling: Program, told: Callable[[], list[str]]
) -> None:
    desk.code.to(desk.code.text.index("领衔"))
    desk.window.elsewhere.open(telling)
    qtbot.waitUntil(lambda: ended(desk))
    assert told() == [str(desk.folder / FILE), "4", "10"]
    assert desk.window.bar.words == ""


def test_what_was_chosen_is_remembered(
    qtbot: QtBot, desk: Desk, telling: Program, told: Callable[[], list[str]], tmp_path: Path
) -> None:
    desk.window.elsewhere.choose(telling)
    qtbot.waitUntil(lambda: ended(desk))
    (tmp_path / "told").unlink()
    desk.session.go("overview/standing")
    desk.window.elsewhere.action.trigger()
    qtbot.waitUntil(lambda: ended(desk))
    assert told()[0] == str(desk.folder / "overview" / "standing.yaml")
    desk.window.elsewhere._fill()
    ticked = [action.text() for action in desk.window.elsewhere._menu.actions() if action.isChecked()]
    assert ticked == ["telling"]


def test_what_is_not_saved_is_saved_first_if_one_likes(
    qtbot: QtBot, desk: Desk, telling: Program, tmp_path: Path
) -> None:
    desk.type(TITLE, "新的")
    desk.window.elsewhere.open(telling)
    assert FILE in desk.window.bar.words
    press(desk, wording.CANCEL.zh)
    assert ended(desk)
    assert "新的" not in desk.said(FILE)
    desk.window.elsewhere.open(telling)
    press(desk, wording.SAVE_AND_OPEN.zh)
    qtbot.waitUntil(lambda: ended(desk))
    assert "新的" in desk.said(FILE)
    assert (tmp_path / "told").exists()


def test_a_program_that_is_missing_is_said(desk: Desk) -> None:
    desk.window.elsewhere.open(Program("远方", ("/no/such program", "{file}")))
    assert desk.window.bar.words.startswith("远方 启动不了")
    assert wording.ANOTHER_PROGRAM.zh in desk.window.bar.words


def test_a_program_that_fails_is_said(qtbot: QtBot, desk: Desk) -> None:
    failing = Program("failing", (sys.executable, "-c", "raise SystemExit(3)", "{file}", "{line}"))
    desk.window.elsewhere.open(failing)
    qtbot.waitUntil(lambda: "3" in desk.window.bar.words)


def test_a_program_without_lines_leaves_the_line_to_the_reader(qtbot: QtBot, desk: Desk) -> None:
    desk.code.to(desk.code.text.index("领衔"))
    desk.window.elsewhere.open(Program("plain", (sys.executable, "-c", "", "{file}")))
    assert "plain" in desk.window.bar.words
    assert "4" in desk.window.bar.words
    qtbot.waitUntil(lambda: ended(desk))


def test_a_program_of_the_current_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    program = tmp_path / "code"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    assert elsewhere._which("code") is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert elsewhere._which("code") == str(program)
