"""The visits of the deck for the console: read in a thread, and the show made out for one of them."""

import logging
from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from jn_presenter.load import Loaded
from jn_presenter.load.errors import DeckError
from jn_presenter.load.making_out import with_visit
from jn_presenter.load.visit_list import Known, look
from jn_presenter.model.text import Message
from jn_presenter.qt.errand import Errand
from jn_presenter.qt.store import Store
from jn_presenter.show.visits import Listed

log = logging.getLogger(__name__)
SOON_MS = 4
"""Between two looks at whether the deck is made out: a host waits for it."""


class _Made(Struct, frozen=True, eq=False):
    base: Loaded
    name: str
    result: Loaded | Message


class Visiting(QObject):
    """Reads the list when asked to, and changes the visit. A choice made while another is under way follows it.

    of_day_ms: the time of day, since midnight.
    """

    listed = Signal()
    """`visits` are as they are on the disk now."""
    entered = Signal()
    """The show is made out for what was chosen last."""
    refused = Signal(object)
    """A Message: why it cannot be."""

    def __init__(self, store: Store, of_day_ms: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._of_day_ms = store, of_day_ms
        self._known = Known()
        self._wanted: str | None = None
        self._reader, self._maker = Errand(self), Errand(self, SOON_MS)
        self._reader.done.connect(self._take_list)
        self._maker.done.connect(self._take)

    @property
    def visits(self) -> tuple[Listed, ...]:
        return self._known.visits

    @property
    def left_out(self) -> int:
        """How many more files there are."""
        return self._known.left_out

    @property
    def busy(self) -> bool:
        """Whether the list is being read."""
        return self._reader.busy

    def refresh(self) -> None:
        """Have the list read anew."""
        self._reader.run(partial(_looked, self._store.loaded, self._known))

    def choose(self, name: str) -> None:
        """Have the show made out for the visit of that id; empty: as the briefing was written."""
        self._wanted = name
        if not self._maker.busy:
            self._maker.run(partial(_made, self._store.loaded, name))

    def _take_list(self, known: Known) -> None:
        self._known = known
        self.listed.emit()

    def _take(self, made: _Made) -> None:
        """Go on with it, unless the deck or the choice has become another meanwhile."""
        if made.name != self._wanted or made.base is not self._store.loaded:
            if self._wanted is not None:
                self.choose(self._wanted)
            return
        self._wanted = None
        if isinstance(made.result, Message):
            self.refused.emit(made.result)
            return
        self._store.enter(made.result, "visit", of_day_ms=self._of_day_ms())
        self.entered.emit()


def _looked(loaded: Loaded, known: Known) -> Known:
    try:
        return look(loaded, known)
    except Exception:  # whatever it is, the console goes on with the list it has
        log.exception("the visits could not be read / 无法读取来访团组")
        return known


def _made(loaded: Loaded, name: str) -> _Made:
    try:
        return _Made(loaded, name, with_visit(loaded, name))
    except DeckError as error:
        return _Made(loaded, name, error.message)
    except Exception as error:  # whatever it is, the show goes on as it is
        log.exception("%s", name)
        wrong = f"{type(error).__name__}: {error}"[:200]
        return _Made(
            loaded, name, Message(f"程序在准备时出错（{wrong}）", f"the program failed to make it out ({wrong})")
        )
