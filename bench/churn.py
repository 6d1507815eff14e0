"""Files torn under a kiosk's running show: replaced, cut, deleted, brought back, while somebody looks at each frame.

`python -m bench.churn [CYCLES] [SEED]` says how it went and ends with 1 where a frame was not a slide of the deck.
"""

import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import TracebackType

import numpy as np
from msgspec import Struct
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bench import marker
from bench.churn_deck import number_of, write
from bench.churn_tearer import Tearer
from bench.weather import Hours
from jn_presenter.load import load_index, with_slides
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt import offscreen
from jn_presenter.qt.kiosk.app import KioskShow
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.show.kiosk.loop import loop_of

Progress = Callable[[int, int], object]
SEED = 20210604
SPOT = (0.02, 0.5)
"""Of the window: inside each slide's coloured box."""
LOOK_EVERY = 4
"""Every so many px of a frame are looked at, across and down."""
REST_MS = 4000.0
LIMIT_S = 30.0
LATER_NS = 10**9


class Churned(Struct, frozen=True):
    """How it went. frames: that were looked at."""

    cycles: int
    seconds: float
    frames: int
    blank: int
    """Of one colour all over."""
    strays: tuple[str, ...]
    """What was seen that is no slide of the deck, or not the one that the show says."""
    faults: tuple[str, ...]
    """Exceptions, and errors in the log."""
    restored: bool
    """Whether at the end, with all files as they were, each slide looked as at the beginning, to the last bit."""
    kinds: dict[str, int]
    entered: int
    """How often another deck came into the show."""
    refused: int
    """How often one was kept out of it."""


def churned(cycles: int, seed: int = SEED, progress: Progress = lambda _done, _all: None) -> Churned:
    """So many times something is done to the deck's files under a real kiosk off every screen."""
    offscreen.application()
    with tempfile.TemporaryDirectory(prefix="churn-") as folder, Faults() as faults:
        return _Churn(Path(folder), cycles, seed, progress, faults).run()


class Faults(logging.Handler):
    """Hears errors in the log, and exceptions that nobody caught. What the show says of torn files is none."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def __enter__(self) -> "Faults":
        root = logging.getLogger()
        self._quiet = None if root.handlers else logging.NullHandler()
        if self._quiet is not None:
            root.addHandler(self._quiet)
        root.addHandler(self)
        self._hook = sys.excepthook
        sys.excepthook = self._uncaught
        return self

    def __exit__(self, *_: object) -> None:
        root = logging.getLogger()
        root.removeHandler(self)
        if self._quiet is not None:
            root.removeHandler(self._quiet)
        sys.excepthook = self._hook

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.heard.append(f"{kind.__name__}: {error}")
        self._hook(kind, error, trace)

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else ""
        self.heard.append(f"{record.name}: {record.getMessage()} {error!r}")


class _Churn:
    def __init__(self, folder: Path, cycles: int, seed: int, progress: Progress, faults: Faults) -> None:
        self._cycles, self._progress, self._faults = cycles, progress, faults
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        deck = write(folder / "deck")
        index = load_index(deck, more_styles=(CONTRAST,))
        loaded = with_slides(index, index.deck.order)
        assert not loaded.problems, loaded.problems
        options = KioskOptions(deck=str(deck), folder=str(folder / "own"), animate=False)
        ahead = time.time_ns() + LATER_NS  # the files were written just now, and nobody has saved them since
        self._show = KioskShow(loaded, options, Settings(), lambda _line: True, Ending(application), began_ns=ahead)
        self._store, self._content = self._show.store, self._show.content
        self._hours = Hours(self._store.now())
        self._store.now = self._show.clock.now = self._hours
        self._random = Random(seed)
        self._tearer = Tearer(deck, self._random)
        self._kinds: Counter[str] = Counter()
        self._strays: list[str] = []
        self._painted, self._frames, self._blank = False, 0, 0
        self._entered = self._refused = self._done = 0
        self._loaded = loaded

    def run(self) -> Churned:
        began = time.perf_counter()
        quits = self._application.quitOnLastWindowClosed()
        self._application.setQuitOnLastWindowClosed(False)
        self._show.window.stage.painted.connect(self._on_painted)
        self._store.deck_changed.connect(self._on_deck)
        self._content.staging.problems_changed.connect(self._on_problems)
        self._show.begin()
        self._until(lambda: self._content.following.watch._stamps != {}, "a watch")
        before = self._pictures()
        while self._done < self._cycles:
            self._done += 1
            self._cycle()
            self._progress(self._done, self._cycles)
        self._tearer.mend()
        self._settle()
        after = self._pictures()
        self._show.end()
        self._show.window.hide()
        self._show.window.deleteLater()
        self._show.deleteLater()
        self._application.setQuitOnLastWindowClosed(quits)
        return Churned(
            self._done,
            time.perf_counter() - began,
            self._frames,
            self._blank,
            tuple(self._strays),
            tuple(self._faults.heard),
            before == after,
            dict(self._kinds),
            self._entered,
            self._refused,
        )

    def _cycle(self) -> None:
        for _ in range(self._random.choice((1, 1, 1, 2, 4))):
            self._kinds[self._tearer.tear()] += 1
        if self._random.random() < 0.7:
            self._settle()
        else:
            self._turn()
        if self._random.random() < 0.1:
            self._visit()
        self._hours.ms += REST_MS * self._random.choice((0.1, 1.0, 10.0))
        self._do("kiosk-tick")

    def _visit(self) -> None:
        """Somebody reads while files are torn, and goes."""
        self._do("kiosk-touch")
        self._do("kiosk-theme", theme=self._random.choice(("one", "two")))
        for _ in range(3):
            self._tearer.tear()
            self._settle()
            self._do(self._random.choice(("next", "previous", "kiosk-large", "kiosk-contrast", "kiosk-theme")))
        self._hours.ms += 1_000_000.0
        self._do("kiosk-tick")

    def _do(self, command: str, **args: object) -> None:
        if command == "kiosk-theme":
            args.setdefault("theme", "one")
        self._store.dispatch(command, **args)
        self._turn()

    def _settle(self) -> None:
        """What the files say by now is read, tried, and waits to enter or does not."""
        self._content.following.watch.compare()
        self._until(lambda: not self._content.busy, "all read")

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + LIMIT_S
        while not holds():
            self._turn()
            if time.monotonic() > until:
                raise RuntimeError(f"never: {what}")
            time.sleep(0.0005)

    def _turn(self) -> None:
        """Let the event loop go on, and look at what it has painted."""
        self._application.processEvents()
        if self._painted:
            self._painted = False
            self._look()

    def _look(self) -> None:
        self._frames += 1
        frame = _pixels(self._frame())
        if (frame[::LOOK_EVERY, ::LOOK_EVERY] == frame[0, 0]).all():
            self._blank += 1
        state, stand = self._store.state, self._store.state.kiosk
        if stand is None or stand.phase not in ("loop", "slides"):
            return
        height, width = frame.shape[:2]
        blue, green, red = (int(level) for level in frame[round(SPOT[1] * height), round(SPOT[0] * width), :3])
        seen, slide = marker.number(red, green, blue), state.shown.slide
        if seen != number_of(slide):
            self._strays.append(f"{self._done}: {seen or (red, green, blue)} in place of {slide}")

    def _frame(self) -> QImage:
        """What is on the screen."""
        window = self._show.window
        return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)

    def _pictures(self) -> dict[str, bytes]:
        """Each slide of the loop as it looks at rest, once what waits has entered."""
        found: dict[str, bytes] = {}
        loop = loop_of(self._store.deck, self._store.state.kiosk) if self._store.state.kiosk else ()
        for _ in range(6 * len(loop)):
            self._hours.ms += 1_000_000.0
            self._do("kiosk-tick")
            self._until(lambda: not self._content.busy, "all read")
            self._until(lambda: not self._show.feeds.busy, "all data")
            self._turn()
            image = self._show.window.stage.image()  # the window itself moves a little now and then
            if image is not None:
                shown = image.toImage().convertToFormat(QImage.Format.Format_RGB32)
                found[self._store.state.shown.slide] = _pixels(shown).tobytes()
        return found

    def _on_painted(self) -> None:
        self._painted = True

    def _on_deck(self) -> None:
        if self._store.loaded is not self._loaded:
            self._loaded, self._entered = self._store.loaded, self._entered + 1

    def _on_problems(self) -> None:
        self._refused += bool(self._content.staging.refused)


def _pixels(image: QImage) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]":
    """Rows, columns, and blue, green, red and one more."""
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()].copy()


def tell(done: int, of: int) -> None:
    """Progress on the command line."""
    if done % 100 == 0:
        print(f"{done:,} / {of:,}", file=sys.stderr, flush=True)


def main() -> int:
    """On the command line."""
    given = [int(word) for word in sys.argv[1:]]
    cycles, seed = (*given, *(1000, SEED)[len(given) :])
    found = churned(cycles, seed, tell)
    print(found)
    return 1 if found.blank or found.strays or found.faults or not found.restored else 0


if __name__ == "__main__":
    sys.exit(main())
