"""A fact in the form: what it is, whether it is reached, where it comes from, and its values."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jn_presenter.edit.form_fields import FactPart
from jn_presenter.qt.windows.editor import form_words as words
from jn_presenter.qt.windows.editor.form_parts import GAP, LINES, EntryPart, Ties, first_place, quiet

LISTED = "facts"
"""Where a slide names the facts that its own words convey."""
MOST_NAMED = 4
"""Slides that are named of those that show the same fact."""


class FactWidget(QFrame):
    """A fact: what it is, whether it is reached, where it comes from, and its values."""

    def __init__(self, part: FactPart, ties: Ties, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fact")
        self.paths, self._ties = part.elements, ties
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        row = QHBoxLayout()
        self._name, self._kind = QLabel(self), QLabel(ties.say(words.KINDS[part.kind]), self)
        self._name.setObjectName("name")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._kind.setObjectName("target" if part.kind == "target" else "kind")
        self._kind.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        if part.kind == "target":
            self._kind.setToolTip(ties.say(words.TARGET_MORE))
        row.addWidget(self._name, 1)
        row.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._known, self._elsewhere = quiet("", self), quiet("", self)
        column.addWidget(self._known)
        self.parts = [EntryPart(entry, ties, next(iter(part.elements), LISTED), self) for entry in part.entries]
        figures = QHBoxLayout()
        figures.setSpacing(GAP)
        for made, entry in zip(self.parts, part.entries, strict=True):
            if entry.fields[0].kind in LINES:
                figures.addWidget(made)
            else:
                column.addWidget(made)
        figures.addStretch(1)
        column.insertLayout(2, figures)
        column.addWidget(self._elsewhere)
        self._tell(part)

    def show_fact(self, part: FactPart) -> None:
        """Show what is known of it now."""
        for made, entry in zip(self.parts, part.entries, strict=True):
            made.show_entry(entry)
        self._tell(part)

    @property
    def first(self) -> QWidget | None:
        """Where writing in it begins."""
        return first_place(self.parts)

    def _tell(self, part: FactPart) -> None:
        say = self._ties.say
        reads = say(part.reads)
        known = (say(words.READS).format(reads) if reads else "", say(part.source), say(part.dated), say(part.note))
        self._name.setText(say(part.label))
        self._known.setText(" · ".join(filter(None, known)))
        titles = [say(title) for _, title in part.elsewhere[:MOST_NAMED]]
        named = ("、" if self._ties.language.startswith("zh") else "; ").join(titles)
        if len(part.elsewhere) > MOST_NAMED:
            named += say(words.AND_MORE).format(len(part.elsewhere))
        self._elsewhere.setText(say(words.ELSEWHERE).format(named))
        self._elsewhere.setVisible(bool(part.elsewhere))
