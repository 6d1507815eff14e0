"""All slides over the console, by theme: placeholders at once, their pictures one by one while nothing else is done."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import picture
from jn_presenter.qt.windows.console.cells import Cells
from jn_presenter.qt.windows.console.choice_bar import HIGH, ChoiceBar
from jn_presenter.qt.windows.console.grid import Grid, Row, grid
from jn_presenter.qt.windows.console.look import GROUND, Look
from jn_presenter.qt.windows.console.report import Tone, said, slide_title
from jn_presenter.qt.windows.console.scrolled import Scrolled
from jn_presenter.qt.windows.console.sheet import Sheet
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.moment import moving
from jn_presenter.show.select import Selection, theme_id
from jn_presenter.show.travel import choice

WELCOME = "welcome"
"""The layout whose title is the name of guests."""
BROKEN = Message("无法显示", "cannot be shown")
REST_MS = 120
"""How long the list stands still until pictures are made: making one takes longer than a frame of scrolling."""
STEP = 8
"""Of a turn of the wheel, in units of the grid."""
MARGIN = 3
"""Around the cells, in units of the grid."""


class Overview(Scrolled):
    """The present slide is marked, another may be chosen; Enter or a press on its picture goes there.

    A press on the words beneath chooses it alone, for the buttons at the foot, which override today's choice of slides.
    """

    def __init__(
        self, store: Store, sheet: Sheet, measure: Measure, language: str, keymap: KeyMap, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store, self._sheet, self._measure, self._language = store, sheet, measure, language
        self.grid: Grid = grid((), 1, 1, 1.0)
        self.chosen = 0
        self.bar = ChoiceBar(store, measure, language, keymap, self)
        store.offers["chosen_slide"] = lambda: self._slide() if self.isVisible() else ""
        self._making = QTimer(self, singleShot=True)
        self._making.timeout.connect(self._make)
        self.pressed.connect(self._press)
        store.changed.connect(lambda _old, _new: self._follow())
        store.deck_changed.connect(self._follow)

    def begin(self) -> None:
        super().begin()
        here = self._store.state.at.slide
        self.choose(self.grid.slides.index(here) if here in self.grid.slides else 0)

    def end(self) -> None:
        self._making.stop()
        super().end()

    def place(self, area: QRect, look: Look) -> None:
        unit = look.unit
        self.setViewportMargins(0, 0, 0, HIGH * unit)
        self.bar.place(QRect(0, area.height() - HIGH * unit, area.width() - unit, HIGH * unit), look)
        super().place(area, look)

    def fill(self) -> None:
        unit = self.look.unit
        self.bar.refresh()
        slides = tuple(choice(self._store.state, self._store.deck).ranks)
        width = max(1, self.width() - (2 * MARGIN + 2) * unit)
        self.grid = grid(slides, width, unit, self._sheet.ratio)
        self.chosen = min(self.chosen, max(0, len(slides) - 1))
        self.set_length(self.grid.height + MARGIN * unit, STEP * unit)
        self._making.start(0)
        self.bar.say(self._slide())

    def choose(self, at: int) -> None:
        """Choose the slide at this place of the order; beyond its ends it is the last or the first."""
        if not self.grid.slides:
            return
        self.chosen = min(max(0, at), len(self.grid.slides) - 1)
        self.setAccessibleName(slide_title(self._store.deck, self.grid.slides[self.chosen], self._language))
        self._reveal()
        self.bar.say(self._slide())
        self.viewport().update()

    def take(self) -> None:
        """Let the show go to the chosen slide, if it can be shown."""
        slide = self._slide()
        if slide in choice(self._store.state, self._store.deck).known:
            self._store.dispatch("take", slide=slide)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # Qt's name
        super().scrollContentsBy(dx, dy)
        self._making.start(REST_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.grid.slides:
            event.ignore()
            return
        page = max(1, self.viewport().height() // (self.grid.cell[1] + self.grid.gap))
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self.choose(self.chosen - 1)
            case Qt.Key.Key_Right:
                self.choose(self.chosen + 1)
            case Qt.Key.Key_Up:
                self.choose(self.grid.beside(self.chosen, -1))
            case Qt.Key.Key_Down:
                self.choose(self.grid.beside(self.chosen, 1))
            case Qt.Key.Key_PageUp:
                self.choose(self.grid.beside(self.chosen, -page))
            case Qt.Key.Key_PageDown:
                self.choose(self.grid.beside(self.chosen, page))
            case Qt.Key.Key_Home:
                self.choose(0)
            case Qt.Key.Key_End:
                self.choose(len(self.grid.slides) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.take()
            case _:
                event.ignore()

    def cell_rect(self, at: int) -> QRect:
        """Where a slide's cell is in the viewport."""
        x, y = self.grid.place(at)
        margin = MARGIN * self.look.unit
        return QRect(x + margin, y + margin // 3 - self.verticalScrollBar().value(), *self.grid.cell)

    def picture_size(self) -> QSize:
        """Device px of the pictures."""
        scale = self.devicePixelRatioF()
        wide, high = (round(side * scale) for side in self.grid.picture)
        across, down = picture(wide, high, self._sheet.ratio)
        return QSize(int(across), int(down))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), colour(GROUND))
        chosen = choice(self._store.state, self._store.deck)
        cells = Cells(painter, self.look, self._measure, self._language, self.devicePixelRatioF())
        for row in self._seen(event.rect()):
            if row.first == row.behind:
                self._paint_heading(cells, row)
            for at in range(row.first, row.behind):
                self._paint_cell(cells, at, chosen)
        painter.end()

    def _paint_heading(self, cells: Cells, row: Row) -> None:
        unit, deck, slide = self.look.unit, self._store.deck, self.grid.slides[row.first]
        theme = deck.theme_of(slide)
        words = said(deck, theme.title, self._language) if theme else theme_id(slide)
        x, y = MARGIN * unit, row.y + MARGIN * unit // 3 - self.verticalScrollBar().value()
        cells.heading(words, x, y + 1.5 * unit)

    def _paint_cell(self, cells: Cells, at: int, chosen: Selection) -> None:
        slide, state = self.grid.slides[at], self._store.state
        cell = self.cell_rect(at)
        frame = QRect(cell.x(), cell.y(), *self.grid.picture)
        number, known = chosen.number(slide), slide in chosen.known
        cells.picture(frame, self._sheet.get(slide, self.picture_size()) if known else None, shown=number > 0)
        cells.outline(frame, present=slide == state.at.slide, chosen=at == self.chosen)
        why = BROKEN if not known else self.bar.why(slide)
        title = _title(self._store.deck, slide, self._language)
        forced = slide in state.hidden or slide in state.stressed
        tone: Tone = "red" if not known else "amber" if forced else "quiet"
        cells.words(cell.adjusted(0, frame.height(), 0, 0), number, title, why, tone)

    def _seen(self, area: QRect) -> tuple[Row, ...]:
        """The rows that lie in an area of the viewport."""
        top = self.verticalScrollBar().value() - MARGIN * self.look.unit // 3
        return self.grid.between(area.top() + top - self.look.unit, area.bottom() + top + self.look.unit)

    def _press(self, at: QPoint) -> None:
        margin = MARGIN * self.look.unit
        found = self.grid.at(at.x() - margin, at.y() - margin // 3 + self.verticalScrollBar().value())
        if found is not None:
            self.choose(found)
            if at.y() < self.cell_rect(found).y() + self.grid.picture[1]:
                self.take()

    def _follow(self) -> None:
        """What the overview shows may be otherwise: another order, reloaded slides, another language."""
        if self.isVisible():
            here = self._slide()
            self.fill()
            if here in self.grid.slides:
                self.chosen = self.grid.slides.index(here)
                self.bar.say(self._slide())

    def _slide(self) -> str:
        """The one that is chosen."""
        return self.grid.slides[self.chosen] if self.grid.slides else ""

    def _reveal(self) -> None:
        """Scroll as little as it takes to see the chosen cell, with a first row its heading, from a whole row on."""
        bar, row = self.verticalScrollBar(), self.grid.rows[self.grid.row_of[self.chosen]]
        heading = self.grid.rows[self.grid.row_of[self.chosen] - 1]
        top = heading.y if heading.first == heading.behind else row.y
        bottom = row.y + row.height + MARGIN * self.look.unit
        wanted = min(top, max(bar.value(), bottom - self.viewport().height()))
        bar.setValue(next(one.y for one in self.grid.rows if one.y >= wanted))

    def _make(self) -> None:
        """Make one missing picture of those in sight, and then the next, while the audience's picture stands still."""
        if not self.isVisible():
            return
        if moving(self._store.state, self._store.now()):
            self._making.start(REST_MS)
            return
        known, size = choice(self._store.state, self._store.deck).known, self.picture_size()
        for row in self._seen(self.viewport().rect()):
            for at in range(row.first, row.behind):
                slide = self.grid.slides[at]
                if slide not in known or self._sheet.get(slide, size) is not None:
                    continue
                if self._sheet.make(slide, size) is not None:
                    self.viewport().update(self.cell_rect(at))
                    self._making.start(0)
                    return


def _title(deck: Deck, slide: str, language: str) -> str:
    """A slide's title; where that is the name of guests, what is cut off nowhere, its theme's instead."""
    found, theme = deck.slides.get(slide), deck.theme_of(slide)
    named = found is not None and found.layout == WELCOME and theme is not None
    return said(deck, theme.title, language) if named and theme else slide_title(deck, slide, language)
