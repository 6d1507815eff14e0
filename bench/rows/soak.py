"""Memory: what 10,000 advances leave behind, and what a show takes with charts of every kind on the screen."""

from bench import decks
from bench.lab import SLIDES, Lab
from bench.process import pss_mb, rss_mb
from bench.row import Limit, Row
from bench.show import Show

ADVANCES, FIRST = 10_000, 1_000
MOST_GROWTH_MB, MOST_MB = 5.0, 150.0
CHARTS = 3


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    first, rest = lab.count(FIRST, 2 * SLIDES), lab.count(ADVANCES - FIRST, 2 * SLIDES)
    with lab.show(lab.ours(lab.plain())) as show:
        to_and_fro = ToAndFro(show)
        before = to_and_fro.memory_after(first)
        after = to_and_fro.memory_after(rest)
    return [
        Row(
            what=f"growth of resident memory over {rest:,} advances, after the first {first:,}",
            unit="MB",
            ours=after - before,
            limit=Limit("value", MOST_GROWTH_MB),
            spread=f"from {before:.1f} to {after:.1f}",
        ),
        Row(
            what="memory with charts on the screen (PSS)",
            unit="MB",
            ours=charts(lab),
            base=floor(lab),
            limit=Limit("value", MOST_MB),
        ),
    ]


class ToAndFro:
    """Walks a show from its first slide to its last and back, each key as soon as the slide before is seen."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._at = 1
        self._step = 1

    def memory_after(self, advances: int) -> float:
        """Resident MB after so many more advances, once the program rests."""
        for _ in range(advances):
            if not 1 <= self._at + self._step <= SLIDES:
                self._step = -self._step
            self._at += self._step
            self._show.go("Right" if self._step > 0 else "Left", self._at)
        self._show.settle()
        return rss_mb(self._show.process.pid)


def charts(lab: Lab) -> float:
    """MB with all charts of a deck shown twice, the one drawn by pyqtgraph on the screen."""
    deck = decks.chart_deck(lab.folder / "charts")
    with lab.show(lab.ours(deck, animate=True)) as show:
        for _ in range(2):
            show.settle()
            show.go("Home", 1)
            for n in range(2, CHARTS + 1):
                show.settle()
                show.go("Right", n)
        show.settle()
        return pss_mb(show.process.pid)


def floor(lab: Lab) -> float:
    """MB of the floor once it has shown every slide."""
    with lab.show(lab.floor()) as show:
        for n in range(2, SLIDES + 1):
            show.go("Right", n)
        show.settle()
        return pss_mb(show.process.pid)
