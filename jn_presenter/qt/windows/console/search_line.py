"""The line in which something to be found is typed: the one kind of place in a show with an input method."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from jn_presenter.qt.fonts import qfont
from jn_presenter.qt.windows.console.look import ACCENT, GROUND, HAIRLINE, TITLE_PX, TONES, Look

STYLE = """
QLineEdit { background: %(ground)s; color: %(ink)s; border: %(edge)dpx solid %(accent)s; border-radius: %(radius)dpx;
  padding: 0 %(pad)dpx; selection-background-color: %(hairline)s; }
"""


class SearchLine(QLineEdit):
    """prompt: what may be typed, as long as nothing is."""

    def __init__(self, prompt: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.installEventFilter(parent)

    def dress(self, look: Look) -> None:
        """Wear the console's colours in that look's sizes."""
        unit = look.unit
        sizes = {"edge": max(1, unit // 4), "radius": unit, "pad": unit}
        inks = {"ground": GROUND, "ink": TONES["ink"], "accent": ACCENT, "hairline": HAIRLINE}
        self.setStyleSheet(STYLE % (sizes | inks))
        self.setFont(qfont(look.font(TITLE_PX)))
