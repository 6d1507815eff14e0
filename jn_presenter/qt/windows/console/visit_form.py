"""The form of a visit over the console: what is typed is looked at as it is typed, and saved whole or not at all."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from jn_presenter.edit.changes import Refusal
from jn_presenter.edit.visit_draft import Draft
from jn_presenter.load import Loaded
from jn_presenter.model.text import Message
from jn_presenter.moving_in.visit_form import Mistake, Saved, Sheet, mistakes, opened_form, saved
from jn_presenter.qt.errand import Errand
from jn_presenter.qt.sounding import Sounding
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.form_look import dress, style
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.panelled import Panelled
from jn_presenter.qt.windows.console.visit_sheet import VisitSheet

NEW, CHANGE = Message("新建来访团组", "A new visit"), Message("修改来访团组", "Change a visit")
SAVE, CANCEL = Message("保存  Ctrl+回车", "Save  Ctrl+Enter"), Message("不保存  Esc", "Cancel  Esc")
KEPT = Message("上次没有保存的内容还在", "What was not saved the last time is here")
AGAIN = Message("还没有保存。再按一次 Esc 放弃", "Not saved yet. Esc again gives it up")
SAVING, FIX = Message("正在保存……", "Saving…"), Message("先改好标红的地方", "See to what is marked in red first")
UNSAVED = Message("没有保存：{why}", "Not saved: {why}")
PAUSE_MS = 200
"""Without a key until what was typed is looked at."""
NARROW = 100
"""Of the panel, in units of the grid, under which parts stand one under the other."""


class VisitForm(Panelled):
    """Opened by `open`, ahead of being shown. wall: the time of day."""

    done = Signal(str)
    """The visit of this id was saved; empty: it was left without."""

    def __init__(self, store: Store, language: str, wall: Callable[[], time.struct_time], parent: QWidget) -> None:
        super().__init__(store, parent)
        self._language, self.wall = language, wall
        self.opened = Sheet("", Draft())
        self._leaving = False
        self._kept: tuple[Sheet, Draft] | None = None
        """What was typed when something else put the form away."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.told = QLabel(self), QLabel(self)
        self.title.setObjectName("told")
        self.told.setWordWrap(True)
        self.sheet = VisitSheet(self)
        self.sheet.changed.connect(self._on_changed)
        self.save, self.cancel = (QPushButton(words.in_language(language), self) for words in (SAVE, CANCEL))
        self.save.clicked.connect(lambda _checked=False: self.keep())
        self.cancel.clicked.connect(lambda _checked=False: self._leave())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._examine)
        self._examiner, self._saver, self._opener = Errand(self), Errand(self), Errand(self)
        self._examiner.done.connect(self._tell)
        self._saver.done.connect(self._take_saved)
        self._opener.done.connect(self._take_sheet)

    @property
    def today(self) -> str:
        return time.strftime("%Y-%m-%d", self.wall())

    @property
    def draft(self) -> Draft:
        """What is typed now."""
        return self.sheet.draft(self.opened.draft)

    def open(self, name: str) -> None:
        """Make the form ready for the visit of that id, or for a new one; its file is read in a thread."""
        self.sheet.empty()
        self._leaving = False
        self._say("")
        self.title.setText((CHANGE if name else NEW).in_language(self._language))
        self._opener.run(partial(opened_form, self._store.loaded, name, self.today))

    def begin(self) -> None:
        """It is opened: what can be typed in comes as soon as its file is read."""
        self.show()

    def end(self) -> None:
        """It is put away: by whoever left it, or with what was typed, which then is there again the next time."""
        self._pause.stop()
        if self.sheet.parts and self.draft != self.opened.draft:
            self._kept = self.opened, self.draft
        self.sheet.empty()
        super().end()

    def place(self, area: QRect, look: Look) -> None:
        """Stand in `area`."""
        inner, unit = self.framed(area, look), look.unit
        self.setStyleSheet(style(look))
        foot, third = inner.bottom() + 1 - 6 * unit, (inner.width() - 2 * unit) // 4
        self.title.setGeometry(inner.x(), inner.y(), inner.width(), 4 * unit)
        self.told.setGeometry(inner.x(), foot, inner.width() - 2 * third - 2 * unit, 6 * unit)
        self.cancel.setGeometry(inner.right() + 1 - 2 * third - unit, foot, third, 6 * unit)
        self.save.setGeometry(inner.right() + 1 - third, foot, third, 6 * unit)
        self.sheet.setGeometry(QRect(inner.x(), inner.y() + 5 * unit, inner.width(), foot - inner.y() - 6 * unit))
        dress(self, look)
        self.sheet.dress(look)

    def keep(self) -> None:
        """Save what is typed, if nothing is wrong with it; `done` tells when the disk has it."""
        if self.sheet.parts and not self._saver.busy:
            self._say(SAVING.in_language(self._language))
            self._saver.run(partial(_saved, self._store.loaded, self.opened, self.draft, self.today))

    def focusInEvent(self, event: QFocusEvent) -> None:  # Qt's name
        """The first line has it instead, once there is one."""
        super().focusInEvent(event)
        self.sheet.begin_typing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, at the second press where something was typed; Ctrl+Enter saves; Enter goes to the next line."""
        event.accept()
        if event.isAutoRepeat():
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_S if control:
                self.keep()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.focusNextPrevChild(True)
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab stays within the form."""
        inputs = [*self.sheet.inputs(), self.cancel, self.save]
        here = self.focusWidget()
        at = inputs.index(here) if here in inputs else -1 if onward else 0
        there = inputs[(at + (1 if onward else -1)) % len(inputs)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.sheet.ensureWidgetVisible(there, 0, 8 * self.look.unit)
        return True

    def _take_sheet(self, found: Sheet | Refusal) -> None:
        if isinstance(found, Refusal):
            why = (one.in_language(self._language) for one in (found.why, found.hint))
            self._say(" ".join(filter(None, why)), "wrong")
            return
        kept, self._kept = self._kept, None
        draft = kept[1] if kept is not None and kept[0] == found else found.draft
        self.opened = found
        narrow = self.panel.width() < NARROW * self.look.unit
        self.sheet.fill(self._store.loaded, draft, self._language, narrow=narrow)
        if draft is not found.draft:
            self._say(KEPT.in_language(self._language), "look")
        if self.isVisible():
            self.sheet.begin_typing()
        if found.name:
            self._examine()

    def _on_changed(self) -> None:
        self._leaving = False
        self._pause.start()

    def _examine(self) -> None:
        if self._examiner.busy:
            self._pause.start()
        elif self.sheet.parts:
            self._examiner.run(partial(mistakes, self._store.loaded, self.opened, self.draft, self.today))

    def _tell(self, found: tuple[Mistake, ...]) -> None:
        self.sheet.tell(found)
        if not any(one.grave for one in found):
            self._say("")

    def _take_saved(self, found: Saved) -> None:
        if found.name:
            self.sheet.empty()
            self.done.emit(found.name)
            return
        self._tell(found.mistakes)
        own = next((one for one in found.mistakes if not one.field), None)
        if own is None:
            self._say(FIX.in_language(self._language), "wrong")
            self.sheet.show_wrong()
            return
        why = " → ".join(filter(None, (one.in_language(self._language) for one in (own.what, own.hint))))
        self._say(UNSAVED.in_language(self._language).format(why=why), "wrong")

    def _leave(self) -> None:
        if not self._leaving and self.draft != self.opened.draft:
            self._leaving = True
            self._say(AGAIN.in_language(self._language), "look")
            return
        self.sheet.empty()
        self.done.emit("")

    def _say(self, words: str, name: str = "quiet") -> None:
        self.told.setObjectName(name)
        self.told.style().polish(self.told)
        self.told.setText(words)


def _saved(loaded: Loaded, sheet: Sheet, draft: Draft, today: str) -> Saved:
    """In a thread; how a name sounds is asked of another process."""
    with Sounding() as sounds:
        return saved(loaded, sheet, draft, today, lambda words: sounds([words])[0])
