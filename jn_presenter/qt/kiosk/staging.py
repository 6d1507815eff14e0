"""Stands between the files and a kiosk's show: a changed deck is tried first, and enters between two slides."""

import logging
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from jn_presenter.compose import fit_slide
from jn_presenter.draw.resolve import NO_DATE, NO_VALUE, UNKNOWN_FACT
from jn_presenter.load import Loaded
from jn_presenter.load.vetting import lost
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.problem import Problem
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.entering import in_sight, is_between, looks_alike
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
REST_MS = 1000.0
"""How long files must have been quiet until what they say is shown: a folder that is copied comes file by file."""
GAPS = frozenset({UNKNOWN_FACT, NO_VALUE, NO_DATE})
"""What is wrong with a slide whose facts are gone."""
MOST_TOLD = 20


class Staging(QObject):
    """Holds the deck as the files say it is, and lets the store have it once it may. canvas: that of the slides.

    What reading keeps of the last good state is kept part by part; the whole is refused where a slide in sight would be
    lost, cannot be laid out, or has gaps that it had not. Then the show stays in its deck until the files are mended.
    """

    entered = Signal()
    """Another deck is in the store."""
    problems_changed = Signal()

    def __init__(self, store: Store, measure: Measure, canvas: Callable[[], Canvas]) -> None:
        super().__init__(store)
        self._store, self._measure, self._canvas = store, measure, canvas
        self._candidate: Loaded | None = None
        self._taken_ms = 0.0
        self._to_try: deque[str] = deque()
        self._trying = QTimer(self, singleShot=True)
        self._trying.timeout.connect(self._try_next)
        self.refused = ""
        """The slide for which the files' deck may not enter; empty where it may."""
        self.problems: tuple[Problem, ...] = store.loaded.problems
        store.between = self._may_enter
        store.deck_changed.connect(self._on_deck)

    @property
    def loaded(self) -> Loaded:
        """The deck as the files say it is, as far as that can be read."""
        return self._store.loaded if self._candidate is None else self._candidate

    @property
    def trying(self) -> bool:
        """Whether it is not known yet if the files' deck may enter."""
        return self._trying.isActive()

    def take(self, loaded: Loaded) -> None:
        """What was read anew, or further. It is tried slide by slide, for trying takes as long as a frame or two."""
        self._note(loaded.problems)
        if self._store.deck.pending or looks_alike(self._store.deck, loaded.deck):
            self._candidate = self._store.waiting = None
            self._refuse("")
            self._store.take(loaded)
            return
        self._candidate, self._store.waiting = loaded, None
        self._taken_ms = self._store.now()
        seen = in_sight(self._store.state, self._store.deck)
        there = [name for name in seen if name in self._store.deck.slides]
        if gone := lost(loaded.deck, there):
            self._refuse(gone[0])
            return
        coming = in_sight(self._store.state, loaded.deck)
        if not any(name in loaded.deck.slides for name in coming):
            self._refuse(next(iter(coming), ""))
            return
        self._to_try = deque(name for name in dict.fromkeys((*there, *coming)) if name in loaded.deck.slides)
        self._trying.start(0)

    def _try_next(self) -> None:
        """Lay one slide out as it would be; the deck may enter once all were."""
        candidate = self._candidate
        if candidate is None:
            return
        if not self._to_try:
            self._refuse("")
            self._store.waiting = candidate
            stand = self._store.state.kiosk
            if stand is not None and stand.phase == "closed":  # nothing of it is in sight
                self._store.waiting = None
                self._store.take(candidate)
            return
        name = self._to_try.popleft()
        if not self._stands(name, candidate.deck):
            self._refuse(name)
            return
        self._trying.start(0)

    def _stands(self, name: str, deck: Deck) -> bool:
        """Whether the slide can be laid out there, with no gap that it has not now."""
        now = self._store.deck
        if (deck.slides[name], deck.facts, deck.styles) == (now.slides.get(name), now.facts, now.styles):
            return True
        gaps = self._gaps(name, deck)
        if gaps is None:
            return False
        return not gaps or gaps <= (self._gaps(name, now) or frozenset())

    def _gaps(self, name: str, deck: Deck) -> frozenset[tuple[str, str]] | None:
        """(path, words) of what is missing on the slide; None where it cannot be laid out at all."""
        if name not in deck.slides:
            return frozenset()
        state = self._store.state
        style = deck.styles.get(state.style) or next(iter(deck.styles.values()))
        languages = tuple(one for one in state.languages if one in deck.briefing.languages)
        languages = languages or deck.briefing.languages[:1]
        try:
            fitted = fit_slide(deck, deck.slides[name], self._canvas(), languages, style, self._measure)
        except Exception:  # whatever it is, the show goes on without it
            log.exception("%s", name)
            return None
        return frozenset((path, finding.message.en) for path, finding in fitted.findings if finding.code in GAPS)

    def _may_enter(self, old: ShowState, new: ShowState) -> bool:
        return is_between(old, new) and self._store.now() - self._taken_ms >= REST_MS

    def _on_deck(self) -> None:
        if self._candidate is not None and self._store.loaded is self._candidate:
            self._candidate = None
        self.entered.emit()

    def _refuse(self, slide: str) -> None:
        if slide == self.refused:
            return
        self.refused = slide
        if slide:
            log.warning("changed files are not shown yet, for %s / 改动暂不放映：%s", slide, slide)
        else:
            log.info("changed files can be shown again / 改动可以放映了")
        self.problems_changed.emit()

    def _note(self, problems: tuple[Problem, ...]) -> None:
        """Log what is new of what is wrong."""
        known, self.problems = frozenset(self.problems), problems
        if frozenset(problems) == known:
            return
        errors = [one for one in problems if one.severity == "error" and one not in known]
        for one in errors[:MOST_TOLD]:
            log.warning("%s: %s / %s", place_of(one), one.message.zh, one.message.en)
        if not any(one.severity == "error" for one in problems):
            log.info("the deck has no errors any more / 内容已没有错误")
        self.problems_changed.emit()


def place_of(problem: Problem) -> str:
    """Where it is, as editors write it."""
    return f"{problem.file}:{problem.line}:{problem.column}"
