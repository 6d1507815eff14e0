"""The parts of a visit's form one under the other, or two side by side where there is room; longer than the window."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton, QScrollArea, QWidget

from jn_presenter.edit.visit_draft import Draft
from jn_presenter.load import Loaded
from jn_presenter.moving_in.visit_form import Mistake
from jn_presenter.qt.windows.console import visit_parts as parts
from jn_presenter.qt.windows.console.form_look import dress
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.visit_fields import Part


class VisitSheet(QScrollArea):
    """Empty until it is filled; what is typed is a draft."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = Look(1.0)
        self.parts: tuple[Part, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, loaded: Loaded, draft: Draft, language: str, *, narrow: bool) -> None:
        """Show the draft, with all that the deck offers. narrow: whether no two parts have room side by side."""
        self.empty()
        self.parts = parts.made(loaded, draft, language)
        content = QWidget(self)
        content.setObjectName("sheet")
        grid = QGridLayout(content)
        row = column = 0
        for part in self.parts:
            wide = narrow or part.fields[0] not in parts.HALF
            if wide and column:
                row, column = row + 1, 0
            grid.addWidget(part, row, column, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
            row, column = (row + 1, 0) if wide or column else (row, 1)
            part.show_draft(draft)
            part.changed.connect(self._on_changed)
        for k in range(2):
            grid.setColumnStretch(k, 1)
        grid.setRowStretch(row + 1, 1)
        self.setWidget(content)
        self.dress(self.look)

    def empty(self) -> None:
        """Nothing to type in any more."""
        self.parts = ()
        content = self.takeWidget()
        if content is not None:
            content.deleteLater()

    def draft(self, before: Draft) -> Draft:
        """`before` with what is typed now."""
        for part in self.parts:
            before = part.put(before)
        return before

    def tell(self, mistakes: Iterable[Mistake]) -> None:
        """Say what is wrong, each beneath its part."""
        found = tuple(mistakes)
        for part in self.parts:
            part.tell(found)
        self.dress(self.look)

    def dress(self, look: Look) -> None:
        """Wear the console's type and distances in that look."""
        self.look, unit = look, look.unit
        content = self.widget()
        grid = content.layout() if content is not None else None
        if content is not None and grid is not None:
            grid.setContentsMargins(0, 0, 2 * unit, 2 * unit)
            grid.setSpacing(2 * unit)
            dress(content, look)

    def inputs(self) -> list[QWidget]:
        """All that can be typed in or pressed, from the top down."""
        content = self.widget()
        if content is None:
            return []
        several: list[QWidget] = [*content.findChildren(QLineEdit), *content.findChildren(QPushButton)]
        there = [one for one in several if one.isVisibleTo(content)]
        places = {one: one.mapTo(content, QPoint(0, one.height() // 2)) for one in there}
        row = 2 * self.look.unit
        return sorted(there, key=lambda one: (places[one].y() // row, places[one].x()))

    def begin_typing(self) -> None:
        """The first line has the focus."""
        first = self.parts[0].findChild(QLineEdit) if self.parts else None
        if first is not None:
            first.setFocus()

    def show_wrong(self) -> None:
        """Scroll to the first part with something wrong."""
        bad = next((part for part in self.parts if part.told), None)
        if bad is not None:
            self.ensureWidgetVisible(bad)

    def _on_changed(self) -> None:
        self.dress(self.look)  # a row may have come
        self.changed.emit()
