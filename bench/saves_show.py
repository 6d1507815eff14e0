"""A show of the deck whose files are saved at random: stepped through by somebody, each of its frames looked at."""

from pathlib import Path
from random import Random

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from bench import marker
from bench.churn import SPOT, _pixels
from bench.churn_deck import number_of
from jn_presenter.load import load_deck
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.following import Following
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.show.state import initial

SIZE = QSize(960, 540)
LOOK_EVERY = 4
"""Every so many px of a frame are looked at, across and down."""
COMMANDS = ("next", "next", "previous", "first", "last")


def has_slide(frame: QPixmap | None, slide: str) -> bool:
    """Whether a frame is of that slide: not of one colour all over, and with the colour of its box where that is."""
    if frame is None:
        return False
    pixels = _pixels(frame.toImage().convertToFormat(QImage.Format.Format_RGB32))
    height, width = pixels.shape[:2]
    blue, green, red = (int(level) for level in pixels[round(SPOT[1] * height), round(SPOT[0] * width), :3])
    flat = bool((pixels[::LOOK_EVERY, ::LOOK_EVERY] == pixels[0, 0]).all())
    return not flat and marker.number(red, green, blue) == number_of(slide)


class Watched:
    """The audience's window off every screen. blank: frames without the slide shown; moved: changes of the place that
    nobody made.
    """

    def __init__(self, deck: Path, random: Random) -> None:
        self._random = random
        loaded = load_deck(deck)
        self.clock = FrameClock()
        self.store = Store(loaded, initial(loaded.deck, self.clock.now()), self.clock.now)
        self.window = Audience(self.store, self.clock, Fits(QtMeasure()))
        self.feeds = Feeds(self.store)
        self.following = Following(self.store, self.feeds)
        self.frames = self.blank = self.moved = self.entered = 0
        self._painted = False
        self._place = self.store.state.shown
        self._deck = self.store.deck

    @property
    def busy(self) -> bool:
        """Whether what the files say is still being read."""
        return self.following.background.busy or self.feeds.busy

    def begin(self) -> None:
        self.window.resize(SIZE)
        self.window.stage.painted.connect(self._on_painted)
        self.window.show()
        self.feeds.begin()
        self.following.begin()

    def act(self) -> None:
        """Somebody goes on, or back."""
        self.store.dispatch(self._random.choice(COMMANDS))
        self._place = self.store.state.shown

    def look(self) -> None:
        """What was painted since the last time is looked at."""
        self.moved += self.store.state.shown != self._place
        self._place = self.store.state.shown
        self.entered += self.store.deck is not self._deck
        self._deck = self.store.deck
        if self._painted:
            self._painted = False
            self.frames += 1
            self.blank += not has_slide(self.window.stage.image(), self._place.slide)

    def end(self) -> None:
        self.following.stop()
        self.feeds.stop()
        self.window.hide()
        self.window.deleteLater()
        self.store.deleteLater()

    def _on_painted(self) -> None:
        self._painted = True
