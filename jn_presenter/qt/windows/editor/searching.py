"""Looks for words in all files of the deck, and lists each place with its slide and its line."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from jn_presenter.edit.search import Hit, files_of, search
from jn_presenter.load import slide_file
from jn_presenter.qt.windows.dark import HAIRLINE, TONES
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.code import FOUND
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.titles import plain_title
from jn_presenter.qt.windows.editor.wording import picked

MOST = 500
PAUSE_MS = 200
"""How long a pause in typing is before the files are looked through."""
TURN_MS = 12
"""How long files are looked through at a time, so that keys are heard in between."""
HIT = Qt.ItemDataRole.UserRole
ROW, INSET = 26, 8
"""Logical px."""


class Searching(QWidget):
    """A field above a list of what is found."""

    chosen = Signal(object)
    """The Hit to look at."""

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._language = session, language
        self._running: Iterator[tuple[Hit, ...]] = iter(())
        self._files: set[str] = set()
        self.words, self.told, self.list = QLineEdit(self), QLabel(self), QListWidget(self)
        self.words.setPlaceholderText(picked(wording.FIND_WORDS, language))
        self.words.setClearButtonEnabled(True)
        self.told.setContentsMargins(4, 2, 4, 2)
        self.list.setItemDelegate(Line(self.list))
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for widget in (self.words, self.told, self.list):
            column.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.begin)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self.words.textEdited.connect(lambda _words: self._pause.start())
        self.words.returnPressed.connect(self._on_return)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)

    def open(self, words: str) -> None:
        """Look for these words; for those of the last time where there are none."""
        if words:
            self.words.setText(words)
        self.words.setFocus()
        self.words.selectAll()
        self.begin()

    def begin(self) -> None:
        """Look through all files as they are now."""
        self._pause.stop()
        self.list.clear()
        self._files.clear()
        deck = self._session.store.deck
        titled = {f"{theme.id}/theme.yaml": theme.title for theme in deck.themes}
        titled |= {slide_file(name): slide.title for name, slide in deck.slides.items()}
        titles = {file: plain_title(deck, title, self._language) for file, title in titled.items()}
        self._running = search(self._session.work.read, files_of(deck), self.words.text(), titles)
        if self.words.text():
            self._turn.start()
        self.told.setText("")

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < TURN_MS:
            hits = next(self._running, None)
            if hits is None or self.list.count() >= MOST:
                self._turn.stop()
                break
            for hit in hits[: MOST - self.list.count()]:
                self._files.add(hit.file)
                item = QListWidgetItem(f"{hit.file}:{hit.line}  {hit.words}")
                item.setData(HIT, hit)
                item.setToolTip(f"{hit.file}:{hit.line}")
                self.list.addItem(item)
        self._tell()

    def _tell(self) -> None:
        count = self.list.count()
        if count >= MOST:
            words = picked(wording.FOUND_MORE, self._language).format(MOST)
        elif count:
            words = picked(wording.FOUND_IN_ALL, self._language).format(count, len(self._files))
        else:
            words = "" if self._turn.isActive() else picked(wording.FOUND_NONE, self._language)
        self.told.setText(words)

    def _on_return(self) -> None:
        """The first that was found; or, right after typing, what is looked for now."""
        if self._pause.isActive() or not self.list.count():
            self.begin()
        else:
            self.list.setCurrentRow(0)
            self.list.setFocus()
            self._on_chosen(self.list.item(0))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(HIT))


class Line(QStyledItemDelegate):
    """A place: file and line in quiet ink, then the words, a light under what was found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # Qt's name
        return QSize(0, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit = index.data(HIT)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(HAIRLINE))
        metrics = painter.fontMetrics()
        x = rect.left() + INSET
        for words, tone, lit in (
            (f"{hit.file.removesuffix('.yaml')}  {hit.line}  ", "quiet", False),
            (hit.words[: hit.start], "ink", False),
            (hit.words[hit.start : hit.end], "ink", True),
            (hit.words[hit.end :], "ink", False),
        ):
            width = metrics.horizontalAdvance(words)
            if lit:
                painter.fillRect(x, rect.top() + 3, width, rect.height() - 6, QColor(FOUND))
            painter.setPen(QColor(TONES[tone]))  # type: ignore[index]
            room = QRect(x, rect.top(), rect.right() - x, rect.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
            x += width
        painter.restore()
