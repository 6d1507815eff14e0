"""The file with the log of a visit: written whole as slides come and go, so that it can be read at any time."""

import re
from contextlib import suppress
from pathlib import Path

from jn_presenter.durable import replace
from jn_presenter.model.deck import Deck
from jn_presenter.qt.journal_file import BEAT_MS, Instant
from jn_presenter.show.state import ShowState
from jn_presenter.show.visitlog import as_csv, rows

TRIAL_MS = 60_000.0
"""A show that is shorter was a look at the slides and no visit, unless its log was asked for."""


def visits_folder() -> Path:
    """Where logs are kept if nothing else was asked for."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("jn-presenter", appauthor=False), "visits")


def visit_path(state: ShowState, deck: Deck) -> Path:
    """Where the log of a show is, called by date and guests, and by the deck where it has none."""
    name = re.sub(r"[^\w-]+", "-", Path(state.guests).stem or Path(deck.folder).name).strip("-")
    folder = Path(state.log_folder) if state.log_folder else visits_folder()
    return folder / " ".join(filter(None, (state.visit, f"{name or 'show'}.csv")))


class VisitFile:
    """Writes the log of a show. `language`: of the titles, empty for the deck's.

    `path` is where it is, None while it is not.
    """

    def __init__(self, language: str = "") -> None:
        self._language = language
        self.path: Path | None = None
        self._known: tuple[object, ...] = ()
        self._written_ms = 0.0

    def keep(self, instant: Instant, *, last: bool = False) -> None:
        """Write the log where another slide has come or BEAT_MS have gone by; `last`: whatever has. Raises OSError."""
        state, now = instant.state, instant.now_ms
        if state.rehearsing or (not state.log_folder and now - (state.earlier or state).started_ms < TRIAL_MS):
            return
        known = (state.visit, state.log_folder, state.guests, state.shown.slide, len(state.noted))
        if last or known != self._known or now - self._written_ms >= BEAT_MS:
            path = visit_path(state, instant.deck)
            log = rows(state, instant.deck, now, instant.wall_ms, self._language)
            path.parent.mkdir(parents=True, exist_ok=True)
            if self.path is not None and self.path != path and known[:2] == self._known[:2]:
                # other guests were chosen: the show is one all the same
                with suppress(OSError):
                    self.path.replace(path)
            replace(path, as_csv(log))
            self.path, self._known, self._written_ms = path, known, now
