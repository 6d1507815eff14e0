"""Opens the file looked at in the user's own editor, at the line of the cursor; which editor is remembered."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from glob import glob
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from jn_presenter.edit.changes import Refusal
from jn_presenter.edit.document import offset_in_file
from jn_presenter.edit.own_editor import Program, Spot, chosen, command, found, program_at, spot
from jn_presenter.model.text import Message
from jn_presenter.qt.small_files import Saver, read, settings
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.bar import Bar
from jn_presenter.qt.windows.editor.code import Code
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

KEY = "Ctrl+E"
FILE = "editor.json"
MOST_BYTES = 1 << 16
LOOK_MS = 200
"""Between two looks at whether a program that was started has failed."""
UNREAD = Message("记住的编辑器读不出，已忽略", "the remembered editor cannot be read and is ignored")
UNSAVED = Message("编辑器的选择没有存下", "the choice of an editor was not saved")


class Remembered(Struct, frozen=True):
    """What the user's settings say. editor: None before anything was chosen."""

    editor: Program | None = None


class Elsewhere(QObject):
    """An action with a menu of the editors that there are. They see the disk alone, so that it asks to save first."""

    def __init__(self, session: Session, code: Code, bar: Bar, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._code, self._bar, self._language = session, code, bar, language
        self._parent = parent
        self._saver = Saver(UNSAVED)
        self._running = Running(self)
        self._running.failed.connect(session.said)
        self._menu = QMenu(parent)
        self._menu.aboutToShow.connect(self._fill)
        self.action = QAction(self._say(wording.ELSEWHERE), self)
        self.action.setMenu(self._menu)
        self.action.setShortcut(QKeySequence(KEY))
        self.action.setToolTip(f"{self._say(wording.ELSEWHERE)}  {KEY}")
        self.action.triggered.connect(lambda _checked: self.open())

    def open(self, program: Program | None = None) -> None:
        """Open the file where the cursor stands, in that program or in the one that was chosen last."""
        file = self._session.file
        if file not in self._session.work.unsaved:
            self._open(program)
            return
        self._bar.say(
            self._say(wording.ELSEWHERE_UNSAVED).format(file),
            [
                (self._say(wording.SAVE_AND_OPEN), lambda: self._save_and_open(program)),
                (self._say(wording.CANCEL), lambda: None),
            ],
        )

    def choose(self, program: Program) -> None:
        """Take this program from now on, and open the file in it."""
        self._saver.save(settings(FILE), Remembered(program))
        self._saver.finish()
        self.open(program)

    def _save_and_open(self, program: Program | None) -> None:
        if self._session.save():
            self._open(program)

    def _open(self, program: Program | None) -> None:
        taken = program or self._chosen(self._found())
        at = self._spot()
        arguments = command(taken, at)
        if isinstance(arguments, Refusal):
            self._session.said.emit(arguments)
        elif self._running.start(taken.name, arguments) and not taken.says_line:
            words = self._say(wording.NO_LINE).format(taken.name, at.line)
            self._bar.say(words, [(self._say(wording.CLOSE), lambda: None)])

    def _spot(self) -> Spot:
        session = self._session
        path = str(Path(session.store.deck.folder, *session.file.split("/")).absolute())
        document = session.document(session.file)
        if document is None:
            return Spot(path)
        return spot(path, document.text, offset_in_file(document.text, self._code.offset))

    def _found(self) -> tuple[Program, ...]:
        return found(os.environ, sys.platform, _which, _files)

    def _chosen(self, programs: Sequence[Program]) -> Program:
        remembered = read(settings(FILE), Remembered, Remembered(), MOST_BYTES, UNREAD)
        return chosen(programs, remembered.editor, os.environ)

    def _fill(self) -> None:
        """The programs that there are by now; a tick before the one that the key opens."""
        programs = self._found()
        present = self._chosen(programs)
        self._menu.clear()
        for program in programs if present in programs else (present, *programs):
            one = self._menu.addAction(program.name)
            one.setCheckable(True)
            one.setChecked(program == present)
            one.triggered.connect(partial(self._on_chosen, program))
        self._menu.addSeparator()
        self._menu.addAction(self._say(wording.OTHER_PROGRAM)).triggered.connect(lambda _checked: self._look_for())

    def _on_chosen(self, program: Program, _checked: bool) -> None:
        self.choose(program)

    def _look_for(self) -> None:
        only = "*.exe" if os.name == "nt" else ""
        path, _ = QFileDialog.getOpenFileName(self._parent, self._say(wording.OTHER_PROGRAM), "", only)
        if path:
            self.choose(program_at(str(Path(path))))

    def _say(self, message: Message) -> str:
        return picked(message, self._language)


class Running(QObject):
    """Starts programs, and tells of those that cannot be started or end with an error."""

    failed = Signal(object)
    """The Refusal that says so."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._processes: list[tuple[str, subprocess.Popen[bytes]]] = []
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self, name: str, arguments: Sequence[str]) -> bool:
        """Whether it was started."""
        nothing = subprocess.DEVNULL
        try:
            # in a session of its own, so that it outlives this program
            process = subprocess.Popen(arguments, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
        except (OSError, ValueError) as error:
            words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            path = arguments[0]
            self._fail(name, Message(f"启动不了：{path}：{words}", f"cannot be started: {path}: {words}"))
            return False
        self._processes.append((name, process))
        self._timer.start()
        return True

    def _look(self) -> None:
        """Those that have ended need no more looks."""
        ended = [one for one in self._processes if one[1].poll() is not None]
        self._processes = [one for one in self._processes if one not in ended]
        for name, process in ended:
            if code := process.returncode:
                self._fail(name, Message(f"出错退出了（{code}）", f"ended with error {code}"))
        if not self._processes:
            self._timer.stop()

    def _fail(self, name: str, why: Message) -> None:
        self.failed.emit(Refusal(Message(f"{name} {why.zh}", f"{name} {why.en}"), wording.ANOTHER_PROGRAM))


def _which(word: str) -> str | None:
    """Never a program of the current folder, which may be a deck of somebody else's: Windows looks there first."""
    path = shutil.which(word)
    return path if path is not None and Path(path).is_absolute() else None


def _files(pattern: str) -> list[str]:
    return sorted(path for path in glob(pattern) if Path(path).is_file())  # noqa: PTH207 (a whole path)
