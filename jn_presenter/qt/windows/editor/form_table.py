"""The cells of a chart's data as a table: typed one by one, or pasted from Excel."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from jn_presenter.edit.form_fields import Field, Grid

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 10
"""Rows that are in view; more of them scroll."""
ROW_PX = 30
LINE = "\n"


class CellModel(QAbstractTableModel):
    """A grid as a table. What is typed into a cell is told, and shown once the file says it."""

    typed = Signal(list)
    """Pairs of a Field and what it is to say."""

    def __init__(self, grid: Grid, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid = grid

    def show_grid(self, grid: Grid) -> None:
        """Show other cells; the table is as large as it was."""
        old, self.grid = self.grid, grid
        if old.rows != grid.rows and grid.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(grid.rows) - 1, len(grid.names) - 1))

    def field(self, row: int, column: int) -> Field | None:
        """The cell's field, None where there is none."""
        cells = self.grid.rows[row] if 0 <= row < len(self.grid.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else max([len(self.grid.names), *map(len, self.grid.rows)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = self.field(index.row(), index.column())
        if field is not None and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return field.value
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self.grid.names[section] if section < len(self.grid.names) else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        there = self.field(index.row(), index.column()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if there else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = self.field(index.row(), index.column())
        if field is None or role != Qt.ItemDataRole.EditRole or str(value) == field.value:
            return False
        self.typed.emit([(field, str(value))])
        return True


class Cells(QTableView):
    """A table as high as its rows. Copies and pastes as spreadsheets do: a tab between cells, a line for each row."""

    entered = Signal()
    cut_off = Signal()
    """More was pasted than there are cells."""

    def __init__(self, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = CellModel(grid, self)
        self.setModel(self.cells)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setStretchLastSection(True)
        self._sized = False

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        super().showEvent(event)
        if not self._sized:  # the style sheet's font is known by now
            self._sized = True
            self.resizeColumnsToContents()

    def sizeHint(self) -> QSize:
        rows = min(MOST_ROWS, max(1, self.cells.rowCount()))
        return QSize(super().sizeHint().width(), rows * ROW_PX + self.horizontalHeader().sizeHint().height() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.put([(field, "") for field in self._chosen() if field.value])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def copied(self) -> str:
        """The chosen cells as a spreadsheet takes them."""
        places = [(index.row(), index.column()) for index in self.selectedIndexes()]
        rows = sorted({row for row, _ in places})
        columns = sorted({column for _, column in places})
        lines = ([self.cells.field(row, column) for column in columns] for row in rows)
        return LINE.join("\t".join(field.value if field is not None else "" for field in line) for line in lines)

    def paste(self, words: str) -> None:
        """Put a table from a spreadsheet into the cells from the chosen one on; a single value into all chosen."""
        table = table_in(words)
        chosen = self._chosen()
        if len(table) == 1 and len(table[0]) == 1:
            self.put([(field, table[0][0]) for field in chosen])
            return
        indexes = self.selectedIndexes() or [self.currentIndex()]
        top, left = min(index.row() for index in indexes), min(index.column() for index in indexes)
        put: list[tuple[Field, str]] = []
        rest = False
        for k, row in enumerate(table):
            for n, value in enumerate(row):
                field = self.cells.field(top + k, left + n)
                rest = rest or (field is None and bool(value))
                put += [(field, value)] if field is not None else []
        self.put(put)
        if rest:
            self.cut_off.emit()

    def put(self, values: list[tuple[Field, str]]) -> None:
        """Set these cells in one edit."""
        if values:
            self.cells.typed.emit(values)

    def _chosen(self) -> list[Field]:
        found = (self.cells.field(index.row(), index.column()) for index in self.selectedIndexes())
        return [field for field in found if field is not None]


def table_in(words: str) -> list[list[str]]:
    """The rows of cells that a spreadsheet has copied: a cell with a line end in it stands in quotes."""
    rows: list[list[str]] = [[]]
    at = 0
    text = words.replace("\r\n", LINE).replace("\r", LINE).removesuffix(LINE)
    while True:
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        if at >= len(text):
            return rows
        if text[at] == LINE:
            rows.append([])
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    if text.startswith('"', at):
        end = at + 1
        while (end := text.find('"', end)) >= 0:
            if text[end + 1 : end + 2] == '"':
                end += 2
                continue
            if end + 1 == len(text) or text[end + 1] in "\t\n":
                return text[at + 1 : end].replace('""', '"'), end + 1
            break
    ends = [found for sign in "\t\n" if (found := text.find(sign, at)) >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end
