"""Weeks of a kiosk in an hour: its own show, whose clock goes by what is due, and visitors in between.

`python -m bench.weeks [ADVANCES]` says what was grown.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from bench.gone import weighed
from bench.process import rss_mb
from bench.storm import Ears
from bench.weather import Hours
from bench.weight import Weight, grown, least
from jn_presenter.load import load_index, with_slides
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt import offscreen
from jn_presenter.qt.kiosk.app import KioskShow
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.windows.kiosk.charts import Charts
from jn_presenter.show.kiosk.loop import loop_of
from jn_presenter.show.kiosk.ticking import due_ms

Progress = Callable[[int, int], object]
DECK = Path(__file__).parents[1] / "slides"
SEED = 19920604
VISIT_EVERY = 9
"""Advances of the loop between two visitors."""
WARM, MOST_WARM = 0.3, 10_000
"""Advances ahead of those that count: that share of them, and so many at most."""
WEIGHTS, APART = 5, 7
"""So often the show is weighed, after so many advances each."""
FRAMES_MS = (40.0, 160.0, 900.0)
"""Moments of a motion that are painted."""


class Weeks(Struct, frozen=True):
    """What came of it. What has grown did so over the advances, which came after those of the warm-up."""

    advances: int
    warm_up: int
    visits: int
    slides: int
    """Different ones that were painted."""
    errors: tuple[str, ...]
    grown_mb: float
    own_mb: float
    """Of that, without pages of files."""
    descriptors: int
    threads: int
    qobjects: int
    objects: tuple[tuple[str, int], ...]
    """Objects of Python by their types, most first."""


def advanced(times: int, progress: Progress = lambda _done, _all: None, deck: Path = DECK) -> Weeks:
    """So many advances of a real kiosk off every screen; each slide is laid out, moved and painted as ever."""
    offscreen.application()
    with tempfile.TemporaryDirectory(prefix="weeks-") as folder, Ears() as ears:
        return _Weeks(Path(folder), deck, times, progress, ears).run()


class _Weeks:
    def __init__(self, folder: Path, deck: Path, times: int, progress: Progress, ears: Ears) -> None:
        self._times, self._progress, self._ears = times, progress, ears
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        index = load_index(deck, more_styles=(CONTRAST,))
        loaded = with_slides(index, index.deck.order)
        options = KioskOptions(deck=str(deck), folder=str(folder))
        self._show = KioskShow(loaded, options, Settings(), lambda _line: True, Ending(application))
        self._hours = Hours(self._show.store.now())
        self._show.store.now = self._show.clock.now = self._hours
        self._charts = Charts(self._show.window, self._show.store)
        self._random = Random(SEED)
        self._seen: set[str] = set()
        self._visits = 0

    def run(self) -> Weeks:
        quits = self._application.quitOnLastWindowClosed()
        self._application.setQuitOnLastWindowClosed(False)
        self._show.begin()
        warm_up = min(MOST_WARM, round(WARM * self._times))
        everything = warm_up + self._times
        warm: Weight | None = None
        done = 0
        while done < everything and not self._ears.heard:
            if done == warm_up:
                warm = self._weighed()
            self._advance()
            done += 1
            if done % VISIT_EVERY == 0:
                self._visit()
            self._progress(done, everything)
        end = self._weighed()
        warm = warm or end
        self._show.end()
        self._show.window.hide()
        self._show.window.deleteLater()
        self._show.deleteLater()
        self._application.setQuitOnLastWindowClosed(quits)
        return Weeks(
            max(0, done - warm_up),
            warm_up,
            self._visits,
            len(self._seen),
            tuple(self._ears.heard),
            end.pss_mb - warm.pss_mb,
            end.own_mb - warm.own_mb,
            end.descriptors - warm.descriptors,
            end.threads - warm.threads,
            end.qobjects - warm.qobjects,
            grown(warm.objects, end.objects),
        )

    def _weighed(self) -> Weight:
        """The least of some weights, with advances in between that do not count."""
        weights = [weighed(self._show, self._hours)]
        while len(weights) < WEIGHTS:
            for _ in range(APART):
                self._advance()
            weights.append(weighed(self._show, self._hours))
        return least(weights)

    def _advance(self) -> None:
        """What is due next happens at once, and is painted."""
        due = due_ms(self._show.store.state, self._show.store.deck)
        if due is not None:
            self._hours.ms = max(self._hours.ms, due)
        self._do("kiosk-tick")

    def _do(self, command: str, **args: object) -> None:
        self._show.store.dispatch(command, **args)
        self._application.processEvents()
        for ms in FRAMES_MS:
            self._hours.ms += ms
            self._show.clock.tick.emit(self._hours.ms)
            self._application.processEvents()
        self._seen.add(self._show.store.state.shown.slide)

    def _visit(self) -> None:
        """Somebody comes, looks around in one theme, and goes without a word."""
        self._visits += 1
        deck = self._show.store.deck
        self._do("kiosk-touch")
        self._do("kiosk-theme", theme=self._random.choice(deck.themes).id)
        for _ in range(self._random.randint(1, 4)):
            for command in self._random.sample(("kiosk-language", "kiosk-large", "kiosk-contrast"), 2):
                self._do(command)
            self._ask()
            self._do(self._random.choice(("next", "next", "previous", "kiosk-home", "kiosk-touch")))
        self._leave()

    def _ask(self) -> None:
        """A finger on the slide, wherever: a figure answers, a chart with a time goes through it."""
        stage = self._show.window.stage
        point = QPointF(self._random.uniform(0.0, stage.width()), self._random.uniform(0.0, stage.height()))
        self._charts.ask(point)
        self._application.processEvents()
        if chart := self._charts.time_at(point):
            self._do("scrub", element=chart, value=self._random.random())

    def _leave(self) -> None:
        """Nobody is there any more: the countdown runs out."""
        while (stand := self._show.store.state.kiosk) is not None and stand.phase != "loop":
            self._advance()
        first = loop_of(self._show.store.deck, stand)[:1] if stand is not None else ()
        assert first == (self._show.store.state.shown.slide,), "a visit ends at the beginning of the loop"


def main() -> int:
    """On the command line."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 3000

    def tell(done: int, of: int) -> None:
        if done % 500 == 0:
            print(f"{done:,} / {of:,}: {rss_mb(os.getpid()):.1f} MB", file=sys.stderr, flush=True)

    found = advanced(times, tell, *map(Path, sys.argv[2:3]))
    print(found)
    return 1 if found.errors else 0


if __name__ == "__main__":
    sys.exit(main())
