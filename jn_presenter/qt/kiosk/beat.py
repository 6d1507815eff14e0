"""What a kiosk's show tells its supervisor: where it goes, that it was really painted, and that staff have ended it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from jn_presenter.qt.kiosk.placing import is_aside, is_gone
from jn_presenter.qt.scene.stage import Stage
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.drift import REACH
from jn_presenter.show.kiosk.resume import BYE, Resume, beat_line, going_line
from jn_presenter.show.state import ShowState

BEAT_MS = 1000
PIXEL = QRect(2 * REACH, 2 * REACH, 1, 1)
"""Inside the window wherever the picture has drifted to: what is outside of it is never painted."""

Say = Callable[[bytes], object]
"""Takes a line to the supervisor, and must not wait."""


class Telling(QObject):
    """Says which slide is about to be drawn, and that staff end the show.

    It has to listen to the store before any window does: the slide that crashes the show by being laid out is the new
    one then.
    """

    def __init__(self, store: Store, say: Say) -> None:
        super().__init__(store)
        self._say = say
        self._slide = store.state.shown.slide
        say(going_line(self._slide))
        store.changed.connect(self._on_changed)

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if new.shown.slide != self._slide:
            self._slide = new.shown.slide
            self._say(going_line(self._slide))
        if new.leaving:
            self._say(BYE)


class Beat(QObject):
    """Asks the stage for one pixel and says so when it was painted: who can do that is alive from store to screen.

    place: where to come back to. A window that the system does not show is not painted, so that the timer alone has to
    do there; one that is no more has no heart, so that the show is started again where it cannot be made anew.
    """

    unseen = Signal()
    """The system does not show the window; said as often as the heart would beat."""

    def __init__(self, stage: Stage, place: Callable[[], Resume], say: Say) -> None:
        super().__init__(stage)
        self._stage, self._place, self._say = stage, place, say
        self._number = 0
        self._asked = True  # the very first paint is a beat
        self._said: Resume | None = None
        """The place as it was said last."""
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.ask)
        stage.painted.connect(self._on_painted)
        self._timer.start()

    def stop(self) -> None:
        """No further beat."""
        self._timer.stop()
        self._asked = False

    def ask(self) -> None:
        """Have a pixel painted; the beat follows that paint."""
        window = self._stage.window()
        if not window.isVisible() or is_aside(window):
            if not is_gone(window):
                self._beat(seen=False)
            self.unseen.emit()
            return
        self._asked = True
        self._stage.update(PIXEL)

    def look(self) -> None:
        """The place may be another one: what the next paint brings to the screen has to come back even after a crash
        that follows it at once.
        """
        if self._timer.isActive() and self._place() != self._said:
            self._asked = True

    def _on_painted(self) -> None:
        if self._asked:
            self._beat(seen=True)

    def _beat(self, *, seen: bool) -> None:
        self._asked = False
        self._number += 1
        self._said = self._place()
        self._say(beat_line(self._number, self._said, seen=seen))
