"""What of a show there is to take home: the slides that its audience saw, in the order in which it saw them first."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.text import Message
from jn_presenter.qt.store import Store
from jn_presenter.show.course import visited


class Shown(Struct, frozen=True, kw_only=True):
    """What a souvenir is made of."""

    deck: Deck
    written: Deck | None
    """The deck as its files say it, where `deck` is made out for a visit."""
    slides: tuple[str, ...]
    languages: tuple[str, ...]
    style: str
    size: tuple[int, int]
    """px of the audience's picture."""
    snapshots: Snapshots
    """The data as the audience saw it last."""
    log: Path
    """The log of the visit, beside which it belongs."""


Maker = Callable[[Shown], Message]
"""Makes it, and says where it is or why there is none. Never raises."""


def shown(store: Store, size: tuple[int, int], log: Path) -> Shown:
    """What the audience has seen by now."""
    state = store.state
    first = visited(state, store.now()).first_seen
    return Shown(
        deck=store.deck,
        written=store.loaded.written,
        slides=tuple(sorted(first, key=first.__getitem__)),
        languages=state.languages,
        style=state.style,
        size=size,
        snapshots=store.seen,
        log=log,
    )
