"""The pen tray beneath the current picture: pens, lights, colours and undo for a hand without a keyboard."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from jn_presenter.model.element import Measure
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import Areas, buttons
from jn_presenter.qt.windows.console.look import GROUND, HAIRLINE, TONES, Look
from jn_presenter.qt.windows.console.toolbar import ToolBar
from jn_presenter.show.ink import COLOURS
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.state import ShowState

PENS = ("pen", "highlighter", "eraser")
LIGHTS = ("laser", "spotlight", "magnifier", "arrow")
CHANGES = ("ink-undo", "ink-redo", "ink-clear")
ROW = 6
"""The height of a row in units of the grid: enough for a finger."""

SWATCHES = 0.55
"""The share of the width that the colours have at most."""


class Tray(QWidget):
    """There as long as a tool is held; it covers the words about the slide, which the picture says too."""

    def __init__(self, store: Store, measure: Measure, language: str, keymap: KeyMap, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.pens = ToolBar(store, measure, language, keymap, self, PENS, len(PENS))
        self.lights = ToolBar(store, measure, language, keymap, self, LIGHTS, len(LIGHTS))
        self.changes = ToolBar(store, measure, language, keymap, self, CHANGES, len(CHANGES))
        self.bars = (self.pens, self.lights, self.changes)
        self.swatches = {name: Swatch(store, name, self) for name in COLOURS}
        self.hide()
        store.changed.connect(self._on_changed)

    def place(self, areas: Areas, look: Look) -> None:
        """Above the console's own buttons, at the foot of the column with the current picture; in an upright window
        where the words are.
        """
        unit, high = look.unit, ROW * look.unit
        room = int(areas.about.w)
        wish = self.pens.wish(look) + self.lights.wish(look)
        beside = areas.upright and areas.about.h >= 3 * (high + unit)
        rows = 3 if beside and room < wish else 2
        whole = rows * (high + unit)
        column = areas.about if beside else areas.current
        foot = areas.about.y + whole if beside else (areas.bar.y or areas.current.bottom) - unit
        left, wide = int(column.x), max(1, int(column.w))
        self.setGeometry(left, int(foot) - whole, wide, whole)
        first = wide if rows > 2 else round((wide - unit) * self.pens.wish(look) / wish)
        self.pens.place(QRect(0, unit, first, high), look)
        if rows > 2:
            self.lights.place(QRect(0, 2 * unit + high, wide, high), look)
        else:
            self.lights.place(QRect(first + unit, unit, wide - unit - first, high), look)
        self._place_colours(QRect(0, whole - high, wide, high), look)

    def _place_colours(self, area: QRect, look: Look) -> None:
        """In the last row, with what takes strokes away."""
        unit, count = look.unit, len(self.swatches)
        room = min(SWATCHES * area.width(), count * (area.height() + unit))
        places = buttons(room, [float(area.height())] * count, unit)
        for (x, across), swatch in zip(places, self.swatches.values(), strict=False):
            swatch.setGeometry(int(x), area.y(), int(across), area.height())
        used = round(places[-1][0] + places[-1][1]) + unit
        self.changes.place(area.adjusted(used, 0, 0, 0), look)

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(GROUND))
        painter.end()

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        """At once: the hand waits for it."""
        if (old.tool, old.ink_colour, old.style) == (new.tool, new.ink_colour, new.style):
            return
        self.pens.follow(new)
        self.lights.follow(new)
        self.setVisible(bool(new.tool))
        self.update()


class Swatch(QAbstractButton):
    """A dot of a colour of the ink, with a ring around the one in use."""

    def __init__(self, store: Store, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self.name = store, name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: store.dispatch("ink-colour", colour=name))

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        state = self._store.state
        ink = self._store.deck.styles[state.style].colour(self.name)
        centre, r = QPointF(self.width() / 2, self.height() / 2), min(self.width(), self.height()) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(HAIRLINE), 1))
        painter.setBrush(QColor(ink))
        painter.drawEllipse(centre, r * 0.55, r * 0.55)
        if self.name == (state.ink_colour or COLOURS[0]):
            painter.setPen(QPen(colour(TONES["amber"]), r * 0.12))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, r * 0.8, r * 0.8)
        painter.end()
