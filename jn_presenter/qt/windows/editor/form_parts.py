"""The parts of the form as widgets: sections with their texts, numbers and tables."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jn_presenter.edit.changes import Refusal
from jn_presenter.edit.form_fields import Entry, Field, Grid, Section
from jn_presenter.edit.form_values import bounds
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.editor import form_words as words
from jn_presenter.qt.windows.editor.form_inputs import Line, Said, Words
from jn_presenter.qt.windows.editor.form_table import Cells
from jn_presenter.qt.windows.editor.wording import picked
from jn_presenter.qt.windows.words import LANGUAGES

LINES = ("number", "date")
MOST_COLUMNS = 2
"""Languages that stand side by side."""
NUMBER_PX = 220
GAP = 8


class Ties:
    """What the inputs of a form are tied to. typed: (input, words). entered: (path, in the slide's file)."""

    def __init__(
        self,
        language: str,
        typed: Callable[[Words | Line, str], None],
        put: Callable[["Cells", list[tuple[Field, str]]], None],
        entered: Callable[[str], None],
        open_file: Callable[[str], None],
        tell: Callable[[Message], None],
    ) -> None:
        self.language, self.typed, self.put, self.entered = language, typed, put, entered
        self.open_file, self.tell = open_file, tell

    def say(self, message: Message) -> str:
        return picked(message, self.language)


class EntryPart(QWidget):
    """An entry: its label, and a place to write in for each language."""

    def __init__(self, entry: Entry, ties: Ties, element: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ties = ties
        self.inputs: list[Words | Line] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        label = _begun(ties.say(entry.label))
        beside = label.isdecimal()
        if label:
            grid.addWidget(quiet(label, self), 0, 0, Qt.AlignmentFlag.AlignTop)
        if beside:
            grid.setColumnMinimumWidth(0, 20)
        columns = min(MOST_COLUMNS, len(entry.fields))
        first, left = (0, 1) if beside else (1, 0)
        for k, field in enumerate(entry.fields):
            made = self._input(field, element)
            if isinstance(made, Line):
                made.setFixedWidth(NUMBER_PX)
            elif len(entry.fields) > 1:
                made.setPlaceholderText(f"{LANGUAGES.get(field.language, field.language)}：{ties.say(words.MISSING)}")
            where = Qt.AlignmentFlag.AlignLeft if isinstance(made, Line) else Qt.AlignmentFlag(0)
            grid.addWidget(made, first + k // columns, left + k % columns, Qt.AlignmentFlag.AlignTop | where)
        for k in range(columns):
            grid.setColumnStretch(left + k, 1)
        self._said, self._long = Said(self), quiet("", self)
        self._fits = [len(field.reads) for field in entry.fields]  # what stands there has been seen to fit
        self._long.hide()
        grid.addWidget(self._long, grid.rowCount(), left, 1, columns)
        grid.addWidget(self._said, grid.rowCount(), left, 1, columns)

    def show_entry(self, entry: Entry) -> None:
        """Show what the fields say now."""
        for made, field in zip(self.inputs, entry.fields, strict=True):
            changed = made.field.value != field.value
            made.show_field(field)
            self._explain(made)
            if changed:
                self._said.tell(None, self._ties.language)
        longer = [
            self._ties.say(words.LONG).format(len(field.reads), field.room)
            for field, fits in zip(entry.fields, self._fits, strict=True)
            if field.room is not None and len(field.reads) > max(field.room, fits)
        ]
        self._long.setText("；".join(longer) if self._ties.language.startswith("zh") else "; ".join(longer))
        self._long.setVisible(bool(longer))

    def tell(self, refusal: Refusal | None) -> None:
        """Say why what was typed is not taken."""
        self._said.tell(refusal, self._ties.language)

    def _explain(self, made: Words | Line) -> None:
        """What an audience reads where something else is written; between what a number may be."""
        field, say = made.field, self._ties.say
        reads = say(words.READS).format(field.reads) if field.reads and field.reads != field.value else ""
        made.setToolTip(reads or say(bounds(field)))

    def _input(self, field: Field, element: str) -> Words | Line:
        ties = self._ties
        made: Words | Line = Line(field, self) if field.kind in LINES else Words(field, self)
        self._explain(made)
        made.typed.connect(lambda typed: ties.typed(made, typed))
        made.entered.connect(lambda: ties.entered(element or field.path))
        self.inputs.append(made)
        return made


class GridPart(QWidget):
    """A table of data, or where it can be edited."""

    def __init__(self, grid: Grid, ties: Ties, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: Cells | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = f"{ties.say(words.ROWS)} {grid.file}".strip()
        if grid.closed.zh:
            row = QHBoxLayout()
            row.addWidget(quiet(f"{name}：{ties.say(grid.closed)}", self), 1)
            button = QPushButton(ties.say(words.OPEN).format(grid.file.rpartition("/")[2]), self)
            button.clicked.connect(lambda: ties.open_file(grid.file))
            row.addWidget(button)
            column.addLayout(row)
            return
        column.addWidget(quiet(f"{name} · {ties.say(words.PASTE)}", self))
        cells = self.cells = Cells(grid, self)
        cells.cells.typed.connect(lambda values: ties.put(cells, values))
        cells.entered.connect(lambda: ties.entered(grid.path))
        cells.cut_off.connect(lambda: ties.tell(words.TOO_WIDE))
        column.addWidget(cells)

    def show_grid(self, grid: Grid) -> None:
        """Show what the cells say now."""
        if self.cells is not None:
            self.cells.cells.show_grid(grid)


class SectionPart(QWidget):
    """A section of the slide under its heading."""

    def __init__(self, section: Section, ties: Ties, parent: QWidget) -> None:
        super().__init__(parent)
        self.paths = (section.path,)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP)
        column.addWidget(heading(_begun(ties.say(section.label)), self))
        self.parts = [_part(part, ties, self) for part in section.parts]
        for part in self.parts:
            column.addWidget(part)

    def show_section(self, section: Section) -> None:
        """Show what the section says now."""
        for made, part in zip(self.parts, section.parts, strict=True):
            if isinstance(made, EntryPart) and isinstance(part, Entry):
                made.show_entry(part)
            elif isinstance(made, GridPart) and isinstance(part, Grid):
                made.show_grid(part)

    @property
    def first(self) -> QWidget | None:
        """Where writing in it begins."""
        return first_place(self.parts)


class Quiet(QLabel):
    """Words that wrap and take no more room than they need."""

    def minimumSizeHint(self) -> QSize:  # Qt's name
        return QSize(20, super().minimumSizeHint().height())


def quiet(text: str, parent: QWidget) -> QLabel:
    """Words beside what is written."""
    made = Quiet(text, parent)
    made.setObjectName("quiet")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(not text.isdecimal())
    return made


def heading(text: str, parent: QWidget) -> QLabel:
    """The name of a section."""
    made = QLabel(text, parent)
    made.setObjectName("heading")
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def _begun(label: str) -> str:
    """A label as a line of its own."""
    return label[:1].upper() + label[1:]


def _part(part: Entry | Grid, ties: Ties, parent: QWidget) -> EntryPart | GridPart:
    return EntryPart(part, ties, "", parent) if isinstance(part, Entry) else GridPart(part, ties, parent)


def first_place(parts: Sequence[EntryPart | GridPart]) -> QWidget | None:
    """Where writing begins in these; None where nothing can be written."""
    return next((one for part in parts for one in _places(part)), None)


def _places(part: EntryPart | GridPart) -> Iterator[QWidget]:
    if isinstance(part, EntryPart):
        yield from part.inputs
    elif part.cells is not None:
        yield part.cells
