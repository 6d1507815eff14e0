"""A storm over a kiosk: people do anything at all to it, and nobody gets out.

`python -m bench.storm [EVENTS] [SEED]` says how it went and ends with 1 where anybody did.
"""

import logging
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from msgspec import Struct
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bench.gone import weighed
from bench.storm_deck import write_deck
from bench.weather import Hours, Weather
from bench.weight import Weight
from jn_presenter.load import load_index, with_slides
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt import offscreen
from jn_presenter.qt.kiosk.app import KioskShow
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.show.kiosk.gestures import MOST
from jn_presenter.show.kiosk.pin import made
from jn_presenter.show.kiosk.ticking import left_ms

SEED = 20210604
BATCH = 40
"""Events between two turns of the event loop, in which everything is painted."""
LOOK = 25
"""How often the costly things are looked at, in batches."""
OVER = 77
"""What the event loop returns when the storm is over; anything else was somebody who ended it."""
WARM, MOST_WARM = 0.3, 30_000
"""What comes before that share, and before so many events, is warm-up; after it nothing is to grow any more."""
PIN = "860312975546"


class Storm(Struct, frozen=True):
    """How it went."""

    events: int
    seconds: float
    kinds: dict[str, int]
    seen: dict[str, int]
    """After how many events the kiosk stood where: that the storm got about."""
    escapes: tuple[str, ...]
    """What was not as it has to be, and after how many events; the first of them ends the storm."""
    warm_up: int
    """How many of the events were."""
    grown_mb: float
    """Resident memory from the time it was warm to the end."""
    own_mb: float
    """Of that, without pages of files."""
    objects: int
    """QObjects that have come since then."""
    handles: int
    """File descriptors and threads that have come since then."""


def storm(events: int, seed: int = SEED, progress: Callable[[int, int], object] = lambda _done, _all: None) -> Storm:
    """So many random events over a real kiosk off every screen. progress: is told how many are done, of how many.

    The storm stands still at the first escape.
    """
    offscreen.application()
    with tempfile.TemporaryDirectory(prefix="storm-") as folder, Ears() as ears:
        return _Storm(Path(folder), events, seed, progress, ears).run()


class Ears(logging.Handler):
    """Hears what the program complains of meanwhile: warnings in its log, and exceptions that nobody caught."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def __enter__(self) -> "Ears":
        logging.getLogger().addHandler(self)
        self._hook = sys.excepthook
        sys.excepthook = self._uncaught
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)
        sys.excepthook = self._hook

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()} {record.exc_info[1] if record.exc_info else ''}")

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.heard.append(f"{kind.__name__}: {error}")
        self._hook(kind, error, trace)


class _Storm:
    def __init__(
        self, folder: Path, events: int, seed: int, progress: Callable[[int, int], object], ears: Ears
    ) -> None:
        self._events, self._progress, self._ears = events, progress, ears
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self._ending = Ending(application)
        index = load_index(write_deck(folder / "deck"), more_styles=(CONTRAST,))
        loaded = with_slides(index, index.deck.order)
        assert not loaded.problems, loaded.problems
        options = KioskOptions(deck=str(folder / "deck"), folder=str(folder / "own"))
        settings = Settings(pin=str(made(PIN, os.urandom(16))))
        self._show = KioskShow(loaded, options, settings, lambda _line: True, self._ending)
        self._hours = Hours(self._show.store.now())
        self._show.store.now = self._show.clock.now = self._hours
        self._weather = Weather(self._show, self._hours, seed)
        self._kinds: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._done = 0
        self._turns = QTimer()
        self._turns.timeout.connect(self._turn)
        self._warm: Weight | None = None
        self._warm_up = 0
        self._escapes: list[str] = []

    def run(self) -> Storm:
        began = time.perf_counter()
        quits = self._application.quitOnLastWindowClosed()
        self._application.setQuitOnLastWindowClosed(False)
        self._show.begin()
        self._turns.start()
        code = self._application.exec()
        self._turns.stop()
        if code != OVER and not self._escapes:
            self._escapes.append(f"{self._done}: somebody ended the program")
        end = self._weigh()
        warm = self._warm or end
        self._show.end()
        self._show.window.hide()
        self._show.window.deleteLater()
        self._show.deleteLater()
        self._application.setQuitOnLastWindowClosed(quits)
        return Storm(
            self._done,
            time.perf_counter() - began,
            dict(self._kinds),
            dict(self._seen),
            tuple(self._escapes),
            self._warm_up,
            end.pss_mb - warm.pss_mb,
            end.own_mb - warm.own_mb,
            end.qobjects - warm.qobjects,
            max(end.descriptors - warm.descriptors, end.threads - warm.threads),
        )

    def _turn(self) -> None:
        """A batch of events, then the event loop again."""
        for _ in range(min(BATCH, self._events - self._done)):
            kind = self._weather.blow()
            self._done += 1
            self._kinds[kind] += 1
            if (why := self._escaped()) or self._ears.heard:
                self._escapes.append(f"{self._done} ({kind}): {why or self._ears.heard[0]}")
                self._application.exit(OVER)
                return
            self._note()
        batch = self._done // BATCH
        if batch % LOOK == 0 or self._done >= self._events:
            self._progress(self._done, self._events)
            self._weather.calm()
            if self._show.hands.hands.tracks:
                self._escapes.append(f"{self._done}: fingers that nobody has")
            if self._warm is None and self._done >= min(MOST_WARM, WARM * self._events):
                self._warm, self._warm_up = self._weigh(), self._done
        if self._done >= self._events or self._escapes:
            self._application.exit(OVER)

    def _weigh(self) -> Weight:
        """In between two turns, with everybody gone."""
        self._turns.stop()
        self._weather.calm()
        found = weighed(self._show, self._hours)
        self._turns.start()
        return found

    def _escaped(self) -> str:
        """What is not as it has to be now; empty where all is."""
        window, state = self._show.window, self._show.store.state
        if state.leaving:
            return "the show is being left"
        if not window.isVisible() or not window.isFullScreen():
            return "the window does not fill the screen"
        if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
            return "something has popped up"
        others = [
            one for one in QGuiApplication.topLevelWindows() if one.isVisible() and one is not self._weather.window
        ]
        if others:
            return f"there is another window: {others[0]}"
        return self._invalid()

    def _invalid(self) -> str:
        state, deck, stand = self._show.store.state, self._show.store.deck, self._show.store.state.kiosk
        if stand is None:
            return "the show is no kiosk any more"
        sound = (
            state.shown.slide in deck.slides
            and 0 <= state.shown.step <= deck.slides[state.shown.slide].last_step
            and state.at == state.shown
            and set(state.languages) <= set(deck.briefing.languages)
            and state.style in deck.styles
            and not (state.frozen or state.overlay or state.asking or state.tool or state.console or state.ink)
            and (state.blank == "none") == (stand.phase != "closed")
            and bool(stand.theme) == (stand.phase == "slides")
            and len(stand.digits) <= len(PIN)
            and all(0.0 <= value < 1.0 for value in state.scrub.values())
            and len(self._show.hands.hands.tracks) <= MOST
        )
        return "" if sound else f"the state is not sound: {stand.phase} {state.shown}"

    def _note(self) -> None:
        state, stand = self._show.store.state, self._show.store.state.kiosk
        assert stand is not None
        self._seen["pad" if stand.staff else stand.phase] += 1
        more = {
            "countdown": left_ms(state, self._show.store.deck, self._hours.ms) is not None,
            "digits": bool(stand.digits),
            "locked": self._show.gate.wait_ms() > 0.0,
            "scrub": bool(state.scrub),
            "answer": state.asked is not None,
            "language": state.languages != stand.home_languages,
            "large": stand.large,
            "contrast": stand.contrast,
        }
        self._seen.update(name for name, there in more.items() if there)


def main() -> int:
    """A storm on the command line."""
    given = [int(word) for word in sys.argv[1:]]
    events, seed = (*given, *(100_000, SEED)[len(given) :])
    found = storm(events, seed, lambda done, of: print(f"\r{done:,} / {of:,}", end="", file=sys.stderr, flush=True))
    print(file=sys.stderr)
    print(f"{found.events:,} events in {found.seconds:.0f} s, seed {seed}: {len(found.escapes)} escapes")
    grown = f"{found.grown_mb:.1f} MB, {found.objects} QObjects, {found.handles} descriptors or threads"
    print(f"after a warm-up of {found.warm_up:,} grown by {grown}")
    print(", ".join(f"{name} {count:,}" for name, count in sorted(found.kinds.items())))
    print(", ".join(f"{name} {count:,}" for name, count in sorted(found.seen.items())))
    for escape in found.escapes:
        print(escape)
    return 1 if found.escapes else 0


if __name__ == "__main__":
    sys.exit(main())
