"""What became of the last pack, in the kiosk's own folder, for `kiosk --status`."""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter.durable import read, replace
from jn_presenter.packs.errand import TAKEN, Outcome

TOLD = "packs.json"
MOST = 1 << 16
NO_NEWS = frozenset({"taken", "busy"})
"""The stick is still plugged in; another one comes first."""


class Told(Struct, frozen=True):
    """An outcome, and when it was: seconds since 1970."""

    at_s: float
    outcome: Outcome

    @property
    def taken(self) -> bool:
        return self.outcome.code == TAKEN


def tell(folder: Path, outcome: Outcome, now_s: float) -> None:
    """Write it down, where it is news; a disk that takes no word does not stop the show."""
    if outcome.code not in NO_NEWS:
        with suppress(OSError):
            replace(folder / TOLD, msgspec.json.encode(Told(now_s, outcome)), 0o600)


def told(folder: Path) -> Told | None:
    """What was written last; None where nothing was."""
    try:
        return msgspec.json.decode(read(folder / TOLD, MOST), type=Told)
    except (OSError, msgspec.DecodeError, UnicodeError):
        return None
