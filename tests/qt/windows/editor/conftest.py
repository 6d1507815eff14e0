"""An editor over a copy of a real deck."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from jn_presenter.edit.saving import Folder
from jn_presenter.edit.workspace import Workspace
from jn_presenter.load import load_deck
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.editor import Editor
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.show.state import initial

START = "industry/cluster-targets"


class Desk:
    """The window, its session and the folder on the disk."""

    def __init__(self, folder: Path, state: Path) -> None:
        load_fonts()
        loaded = load_deck(folder)
        self.now_ms = 0.0
        self.folder = folder
        self.store = Store(loaded, initial(loaded.deck, start=START, animate=False), lambda: self.now_ms)
        work = Workspace(Folder(str(folder), state / "deleted"))
        self.session = Session(self.store, work, state / "drafts.json")
        self.window = Editor(self.session, Fits(QtMeasure()), "zh")
        self.code = self.window.code
        self.window.tabs.setCurrentWidget(self.code)

    def said(self, file: str) -> str:
        return Path(self.folder, file).read_text("utf-8")

    def type(self, old: str, new: str) -> None:
        """As somebody who selects words and types others."""
        text = self.code.text
        assert old in text
        cursor = self.code.textCursor()
        cursor.setPosition(text.index(old))
        cursor.setPosition(text.index(old) + len(old), cursor.MoveMode.KeepAnchor)
        cursor.insertText(new)

    def read(self) -> None:
        """What is typed is read at once."""
        self.session._read()


def leave(window: Editor) -> None:
    """Nobody is there to answer what is to become of unsaved edits."""
    window.leaving = True


@pytest.fixture
def deck_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "deck"
    shutil.copytree(shipped_slides(), folder)
    return folder


@pytest.fixture
def desk(qtbot: QtBot, deck_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(deck_folder, tmp_path / "state")
    qtbot.addWidget(made.window, before_close_func=leave)
    made.window.resize(QSize(1400, 800))
    yield made
    made.session.end()
