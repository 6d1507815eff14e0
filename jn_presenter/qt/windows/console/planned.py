"""The plan at the console's foot: how long the show is and when it ends; where it is late, what to leave out."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.elide import elided
from jn_presenter.qt.windows.console.look import BODY_PX, CAPTION_PX, LEADING, TONES, Look
from jn_presenter.qt.windows.console.report import Said
from jn_presenter.qt.windows.console.tempo import JOINT, Plan
from jn_presenter.show.keyhelp import label
from jn_presenter.show.keymap import KeyMap


class Planned(QWidget):
    """Two lines, and a button for what is offered; its key does the same."""

    def __init__(self, store: Store, measure: Measure, language: str, keymap: KeyMap, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._measure, self._language, self.keymap = store, measure, language, keymap
        self._look = Look(1.0)
        self.plan = Plan(first=Said(""), second=Said(""))
        self.button = Button(measure, language, self, aside=True)
        self.button.hide()
        self.button.clicked.connect(self._take)
        self._listed = True

    def say(self, plan: Plan) -> None:
        """Say this; the button stays where it is while its offer does."""
        if plan == self.plan:
            return
        self.plan = plan
        self.setAccessibleName(f"{plan.first.text}\n{self.second.text}")
        if plan.offer is not None:
            keys = self.keymap.keys.get(plan.offer.command, ())
            self.button.say(plan.offer.label, label(keys[0], self._language) if keys else "")
        self.button.setVisible(plan.offer is not None)
        self._stand()
        self.update()

    @property
    def second(self) -> Said:
        """The second line as it is shown."""
        if self._listed or not self.plan.spared:
            return self.plan.second
        return Said(JOINT.in_language(self._language).join(self.plan.spared))

    def place(self, area: QRect, look: Look, *, listed: bool = True) -> None:
        """Stand in `area`. listed: whether a pane names the slides that could be left out."""
        self._look, self._listed = look, listed
        self.setVisible(not area.isEmpty())
        self.setGeometry(area)
        self._stand()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        unit = self._look.unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        room = float(self.button.x() - 2 * unit if self.plan.offer else self.width())
        if self.plan.first.tone == "amber":
            painter.fillRect(QRectF(0, 0, unit / 2, self.height()), colour(TONES["amber"]))
            left = 2.0 * unit
        first = self._look.run("", BODY_PX, bold=True).font
        second = self._look.run("", CAPTION_PX).font
        top = (self.height() - line_height(first, LEADING) - line_height(second, LEADING)) / 2
        self._draw(painter, self.plan.first, BODY_PX, left, room, top, bold=True)
        self._draw(painter, self.second, CAPTION_PX, left, room, top + line_height(first, LEADING))
        painter.end()

    def _draw(
        self, painter: QPainter, said: Said, size: float, left: float, room: float, top: float, *, bold: bool = False
    ) -> None:
        run = self._look.run(said.text, size, said.tone, bold=bold)

        def fits(words: str) -> bool:
            return self._measure.advance(words, run.font, self._language) <= room - left

        shown = self._look.run(elided(said.text, fits), size, said.tone, bold=bold)
        line = Line(left, baseline(top, run.font, LEADING), 0.0, (shown,), self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())

    def _take(self) -> None:
        if self.plan.offer is not None:
            self._store.dispatch(self.plan.offer.command)

    def _stand(self) -> None:
        """The button at the right, as high as the plan."""
        self.button.place(self.button.geometry(), self._look)  # what it wishes for is of this size
        wide = max(self.button.wish(), self.height())
        self.button.place(QRect(self.width() - wide, 0, wide, self.height()), self._look)
