"""A file as text: with line numbers, colours, waves under what is wrong, and completion while it is typed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from jn_presenter.load.lines import NEWLINE
from jn_presenter.model.problem import Problem
from jn_presenter.qt.windows.dark import HAIRLINE, PANEL, TONES
from jn_presenter.qt.windows.editor.highlight import Highlighter
from jn_presenter.qt.windows.editor.history_keys import of_the_window

SEPARATORS = str.maketrans({"\u2029": "\n"})
INDENT = "  "
FOUND = "#5a4a12"
"""Under words that are looked for."""
TAB = 4
"""Columns that a tab takes: it is a mistake in YAML, and shall be seen."""


class Code(QPlainTextEdit):
    """Shows one file. Its history is the session's: undo and redo are not taken here."""

    typed = Signal(str)
    """All of the text, with `\\n` for every line end."""
    wandered = Signal(int)
    """The cursor stands at this character."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._problems: tuple[Problem, ...] = ()
        self._found: tuple[QTextCursor, ...] = ()
        self._setting = False
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._highlighter = Highlighter(self.document())
        self._numbers = Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_cursor)
        self._make_room()

    @property
    def text(self) -> str:
        """All of it, with `\\n` for every line end; no-break spaces stay what they are."""
        return self.document().toRawText().translate(SEPARATORS)

    @property
    def offset(self) -> int:
        """The character before which the cursor stands."""
        return len(_of_units(self.text, self.textCursor().position()))

    def show_text(self, text: str) -> None:
        """Show this; only what differs is replaced, so that the cursor and the scroll bar stay."""
        new, old = NEWLINE.sub("\n", text), self.text
        if new == old:
            return
        head = next((k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        most = min(len(old), len(new)) - head
        tail = next((k for k in range(most) if old[-1 - k] != new[-1 - k]), most)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(old[:head]))
        cursor.setPosition(_units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        self._setting = True
        cursor.insertText(new[head : len(new) - tail])
        self._setting = False

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Draw a wave under each; red where the slide cannot be shown so, amber where it can."""
        self._problems = tuple(problems)
        self._select()

    def to(self, offset: int, length: int = 0) -> None:
        """Put the cursor before a character, in the middle of the view, or select so many from there."""
        cursor, last = self.textCursor(), self.document().characterCount() - 1
        cursor.setPosition(min(_units(self.text[:offset]), last))
        cursor.setPosition(min(_units(self.text[: offset + length]), last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def show_found(self, spans: Sequence[tuple[int, int]]) -> None:
        """Lay a light over these characters, (start, end) each, sorted and apart, until the next call."""
        self._found = tuple(_cursors(self.document(), self.text, spans))
        self._select()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        if event.key() == Qt.Key.Key_Tab and not event.modifiers():
            self._indent()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self._new_line()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if of_the_window(event):
            return False
        if event.type() == QEvent.Type.FontChange:
            self._make_room()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    def numbers_width(self) -> int:
        """How many px the line numbers take."""
        digits = len(str(max(99, self.blockCount())))
        return 20 + digits * self.fontMetrics().horizontalAdvance("9")

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in view; those with a problem in its colour."""
        painter = QPainter(self._numbers)
        painter.setFont(self.font())
        painter.fillRect(event.rect(), QColor(PANEL))
        wrong = {problem.line: problem.severity for problem in reversed(self._problems)}
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            number = block.blockNumber() + 1
            tone = {"error": "red", "warning": "amber"}.get(wrong.get(number, ""), "quiet")
            painter.setPen(QColor(TONES[tone]))  # type: ignore[index]
            height = self.fontMetrics().height()
            room = QRect(0, round(top), self._numbers.width() - 10, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(number))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _on_text(self) -> None:
        if not self._setting:
            self.typed.emit(self.text)

    def _on_cursor(self) -> None:
        self._select()
        self.wandered.emit(self.offset)

    def _indent(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.insertText(INDENT)
            return
        first, last = sorted((cursor.anchor(), cursor.position()))
        block, end = self.document().findBlock(first), self.document().findBlock(max(first, last - 1))
        cursor.beginEditBlock()
        while True:
            QTextCursor(block).insertText(INDENT)
            if block == end:
                break
            block = block.next()
        cursor.endEditBlock()

    def _new_line(self) -> None:
        """The next line begins where this one does, further in behind a colon."""
        cursor = self.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        depth = line[: len(line) - len(line.lstrip(" "))]
        deeper = INDENT if line.rstrip().endswith(":") else ""
        cursor.insertText("\n" + depth + deeper)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _select(self) -> None:
        chosen: list[QTextEdit.ExtraSelection] = []
        line = QTextEdit.ExtraSelection()
        line.format.setBackground(QColor(HAIRLINE).darker(150))
        line.format.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
        line.cursor = self.textCursor()
        line.cursor.clearSelection()
        chosen.append(line)
        for cursor in self._found:
            light = QTextEdit.ExtraSelection()
            light.format.setBackground(QColor(FOUND))
            light.cursor = cursor
            chosen.append(light)
        for problem in self._problems:
            wave = QTextEdit.ExtraSelection()
            tone = TONES["red" if problem.severity == "error" else "amber"]
            wave.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.format.setUnderlineColor(QColor(tone))
            wave.cursor = _under(self.document(), problem)
            chosen.append(wave)
        self.setExtraSelections(chosen)

    def _tell(self, point: QPoint, at: QPoint) -> None:
        inside = QPoint(point.x() - self.viewport().x(), point.y() - self.viewport().y())
        line = self.cursorForPosition(inside).blockNumber() + 1
        words = [_words(problem, self._language) for problem in self._problems if problem.line == line]
        if words:
            QToolTip.showText(at, "\n".join(words), self)
        else:
            QToolTip.hideText()

    def _make_room(self, _count: int = 0) -> None:
        self.setTabStopDistance(TAB * self.fontMetrics().horizontalAdvance(" "))
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _scroll_numbers(self, area: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


class Numbers(QWidget):
    """The strip of line numbers beside the text."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self._code = code
        self.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # Qt's name
        return QSize(self._code.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._code.paint_numbers(event)


def _under(document: QTextDocument, problem: Problem) -> QTextCursor:
    """The word at the problem's place, the last character where there is none."""
    block = document.findBlockByNumber(problem.line - 1)
    cursor = QTextCursor(block) if block.isValid() else QTextCursor(document)
    text = block.text() if block.isValid() else ""
    start = min(_units(text[: problem.column - 1]), max(0, _units(text) - 1))
    rest = text[problem.column - 1 :]
    length = len(rest) - len(rest.lstrip()) or len(rest.split(" ", 1)[0]) or 1
    cursor.setPosition(block.position() + start)
    end = min(block.position() + start + _units(rest[:length]), block.position() + _units(text))
    cursor.setPosition(max(end, cursor.position()), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _cursors(document: QTextDocument, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[QTextCursor]:
    """A selection of each; it moves with what is typed before it."""
    done, units = 0, 0
    for start, end in spans:
        cursor = QTextCursor(document)
        units += _units(text[done:start])
        cursor.setPosition(units)
        units += _units(text[start:end])
        cursor.setPosition(units, QTextCursor.MoveMode.KeepAnchor)
        done = end
        yield cursor


def _words(problem: Problem, language: str) -> str:
    zh = language.startswith("zh")
    message, hint = (problem.message.zh, problem.hint.zh) if zh else (problem.message.en, problem.hint.en)
    return f"{message}\n→ {hint}" if hint else message


def _units(text: str) -> int:
    """How many UTF-16 code units the text has: what Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def _of_units(text: str, units: int) -> str:
    """The text before so many code units."""
    if text.isascii():
        return text[:units]
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
