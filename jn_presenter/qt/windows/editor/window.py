"""The editor's window: outline, text, preview and problems around one session."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMessageBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from jn_presenter.edit.changes import Refusal
from jn_presenter.edit.complete import Proposal, proposals
from jn_presenter.edit.document import Document, offset_in_file, offset_in_view, offset_of
from jn_presenter.edit.locate import element_at, element_of, place_of
from jn_presenter.edit.outline import move_slide, move_theme
from jn_presenter.load import slide_file
from jn_presenter.load.sources import Places
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.windows.editor import form_words, wording
from jn_presenter.qt.windows.editor.actions import Actions
from jn_presenter.qt.windows.editor.bar import Bar
from jn_presenter.qt.windows.editor.beginning import Beginning
from jn_presenter.qt.windows.editor.code import Code
from jn_presenter.qt.windows.editor.comparing import Comparing
from jn_presenter.qt.windows.editor.completing import Completing
from jn_presenter.qt.windows.editor.elsewhere import Elsewhere
from jn_presenter.qt.windows.editor.find_actions import FindActions
from jn_presenter.qt.windows.editor.finding import Finding
from jn_presenter.qt.windows.editor.form import FormPane
from jn_presenter.qt.windows.editor.mending import Mending
from jn_presenter.qt.windows.editor.outline import Outline
from jn_presenter.qt.windows.editor.previewing import Previewing
from jn_presenter.qt.windows.editor.problems import Problems
from jn_presenter.qt.windows.editor.searching import Searching
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.sheet import sheet
from jn_presenter.qt.windows.editor.wording import picked

WIDTHS = [260, 620, 720]
HEIGHTS = [560, 240]


class Editor(QMainWindow):
    """One deck under edit. All that is done runs through the session; the panes know nothing of each other."""

    def __init__(self, session: Session, fits: Fits, language: str) -> None:
        super().__init__()
        self.session, self._language = session, language
        self.leaving = False
        """Whether it closes without a question: what is unsaved is in the drafts."""
        self.outline = Outline(session, language)
        self.code = Code(language)
        self.completing = Completing(self.code, self._propose, language)
        self.bar = Bar()
        self.preview = Previewing(session.store, fits, language)
        self.problems = Problems(session, language)
        self.tabs = QTabWidget()
        self.form = FormPane(session, language)
        self.tabs.addTab(self.form, self._say(form_words.FORM))
        self.tabs.addTab(self.code, self._say(form_words.CODE))
        self.finding = Finding(session, self.code, language)
        self.searching = Searching(session, language)
        self.lists = QTabWidget()
        self.mending = Mending(session, self.problems, language)
        self.lists.addTab(self.mending, self._say(wording.PROBLEMS))
        self.lists.addTab(self.searching, self._say(wording.FIND_EVERYWHERE))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.finding)
        column.addWidget(self.tabs, 1)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.preview)
        right.addWidget(self.lists)
        right.setSizes(HEIGHTS)
        panes = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.outline, middle, right):
            panes.addWidget(pane)
        panes.setSizes(WIDTHS)
        panes.setChildrenCollapsible(False)
        self.setCentralWidget(panes)
        self.setStyleSheet(sheet(language))
        self.actions_bar = Actions(session, language, self)
        self.beginning = Beginning(session, fits.measure, language, self)
        self.actions_bar.insertAction(self.actions_bar.duplicate, self.beginning.action)
        found = (self.finding, self.searching, self.tabs, self.lists)
        self.find_actions = FindActions(session, self.code, *found, language, self)
        self.actions_bar.insertAction(self.actions_bar.present, self.find_actions.find)
        self.comparing = Comparing(session, self.preview.view, fits.measure, language, self)
        self.actions_bar.addAction(self.comparing.action)
        self.elsewhere = Elsewhere(session, self.code, self.bar, language, self)
        self.actions_bar.addAction(self.elsewhere.action)
        self.addToolBar(self.actions_bar)
        self._connect()
        self._on_moved()
        self._on_history()
        self.resize(1600, 900)

    def offer_drafts(self) -> None:
        """Ask what is to become of what was not saved the last time."""
        left = self.session.drafting.left()
        if left:
            self.bar.say(
                self._say(wording.LEFT).format(len(left)),
                [
                    (self._say(wording.RESTORE), lambda: self.session.restore(left)),
                    (self._say(wording.FORGET), lambda: None),
                ],
            )

    def closeEvent(self, event: QCloseEvent) -> None:  # Qt's name
        if self.leaving or not self.session.work.unsaved:
            event.accept()
            return
        asked = QMessageBox(self)
        asked.setText(self._say(wording.LEAVE))
        asked.setInformativeText(self._say(wording.LEAVE_MORE))
        save = asked.addButton(self._say(wording.SAVE), QMessageBox.ButtonRole.AcceptRole)
        discard = asked.addButton(self._say(wording.DISCARD), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(self._say(wording.CANCEL), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(save)
        asked.exec()
        leaves = asked.clickedButton() is discard or (asked.clickedButton() is save and self.session.save())
        event.setAccepted(leaves)

    def _say(self, message: Message) -> str:
        return picked(message, self._language)

    def _connect(self) -> None:
        session = self.session
        session.moved.connect(self._on_moved)
        session.edited.connect(self._on_edited)
        session.history_changed.connect(self._on_history)
        session.said.connect(self._on_said)
        session.located.connect(self._on_located)
        session.clashes.found.connect(self._on_clashed)
        session.store.deck_changed.connect(self._mark_problems)
        self.code.typed.connect(session.type)
        self.code.wandered.connect(self._on_wandered)
        self.form.wandered.connect(self._on_written_in)
        self.form.sought.connect(self._on_problem)
        self.preview.pointed.connect(self._on_pointed)
        self.problems.chosen.connect(self._on_problem)
        self.outline.moved_slide.connect(lambda *to: session.make(move_slide(session.work.read, *to)))
        self.outline.moved_theme.connect(lambda *to: session.make(move_theme(session.work.read, *to)))

    def _propose(self, text: str, offset: int) -> tuple[Proposal, ...]:
        return proposals(self.session.file, text, offset, self.session.store.deck.facts)

    def _on_moved(self) -> None:
        """Another file is looked at."""
        self._show_file()
        self._mark_problems()
        self._title()

    def _show_file(self) -> None:
        document = self.session.document(self.session.file)
        self.code.setReadOnly(document is None)
        self.code.show_text(document.text if document is not None else self._say(wording.NOT_TEXT))

    def _on_edited(self, files: tuple[str, ...]) -> None:
        if self.session.file in files:
            self._show_file()

    def _on_history(self) -> None:
        count = len(self.session.work.unsaved)
        said = self._say(wording.UNSAVED).format(count) if count else self._say(wording.ALL_SAVED)
        self.statusBar().showMessage(said)
        self._title()

    def _title(self) -> None:
        mark = "*" if self.session.work.unsaved else ""
        self.setWindowTitle(f"{mark}{self.session.file} – JN Presenter")

    def _mark_problems(self) -> None:
        found = self.session.store.loaded.problems
        self.code.show_problems([problem for problem in found if problem.file == self.session.file])

    def _on_said(self, what: Message | Refusal) -> None:
        if isinstance(what, Message):
            self.statusBar().showMessage(self._say(what))
            return
        hint = self._say(what.hint)
        words = f"{self._say(what.why)} → {hint}" if hint else self._say(what.why)
        self.bar.say(words, [(self._say(wording.CLOSE), lambda: None)])

    def _on_clashed(self, file: str) -> None:
        clashes = self.session.clashes
        self.bar.say(
            self._say(wording.CLASH).format(file),
            [
                (self._say(wording.TAKE_THEIRS), lambda: clashes.take_theirs(file)),
                (self._say(wording.KEEP_MINE), lambda: clashes.keep_mine(file)),
            ],
        )

    def _on_located(self, offset: int) -> None:
        document = self.session.document(self.session.file)
        if document is not None:
            self.tabs.setCurrentWidget(self.code)
            self.code.to(offset_in_view(document.text, offset))
            self.code.setFocus()

    def _document_and_places(self) -> tuple[Document | None, Places | None]:
        """The file looked at, and where its values stand."""
        session = self.session
        return session.document(session.file), session.store.loaded.sources.files.get(session.file)

    def _on_wandered(self, offset: int) -> None:
        """The element that the cursor is in gets a line around it."""
        document, places = self._document_and_places()
        if document is None or places is None:
            return
        at = offset_in_file(document.text, offset)
        self.preview.view.outline(element_at(places, at, self.preview.view.elements))

    def _on_written_in(self, path: str) -> None:
        """The code is found at the place that was last written in; the element gets a line around it."""
        document, places = self._document_and_places()
        span = place_of(places, path) if places is not None else None
        if document is not None and span is not None:
            self.code.to(offset_in_view(document.text, span.start))
        view = self.preview.view
        view.outline(element_of(path, view.elements))

    def _on_pointed(self, element: str) -> None:
        session = self.session
        if self.tabs.currentWidget() is self.form and session.file == slide_file(session.slide):
            self.form.write_in(element)
            self.preview.view.outline(element)
            return
        file = f"{session.slide}.yaml"
        places = session.store.loaded.sources.files.get(file)
        span = place_of(places, element) if places is not None else None
        self.preview.view.outline(element)
        if span is not None:
            session.look(file, span.start)

    def _on_problem(self, problem: Problem) -> None:
        document = self.session.document(problem.file)
        offset = offset_of(document.text, problem.line, problem.column) if document is not None else None
        self.session.look(problem.file, offset)
