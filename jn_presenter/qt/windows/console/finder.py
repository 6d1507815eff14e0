"""What slides and questions are searched by: made off the GUI thread once for each deck, ahead of the first search."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from jn_presenter.model.deck import Deck
from jn_presenter.qt.sounding import Sounding
from jn_presenter.qt.store import Store
from jn_presenter.show.find import Hit, find
from jn_presenter.show.index import Index, index_of, question_index
from jn_presenter.show.questions import Listed, found, listed
from jn_presenter.show.travel import choice

AHEAD_MS = 1500
"""How long a deck has to stay as it is until it is worth an index that nobody has asked for."""
LOOK_MS = 20
"""Between two looks at whether it is made. Its thread touches nothing of Qt, so nothing waits for it at the end."""


class Finder(QObject):
    """Finds slides and questions by the last index there is; a deck's changes are found once the next is `ready`."""

    ready = Signal()

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._index: Index | None = None
        self._asked: Index | None = None
        self._of: Deck | None = None
        self._made: tuple[Deck, Index, Index] | None = None
        self._thread: threading.Thread | None = None
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self.refresh)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._take)
        store.deck_changed.connect(self._prepare)
        self._prepare()

    @property
    def is_ready(self) -> bool:
        return self._index is not None

    def find(self, query: str, limit: int) -> tuple[Hit, ...]:
        """At most `limit` slides that can be shown, the likeliest first."""
        if self._index is None:
            return ()
        chosen = choice(self._store.state, self._store.deck)
        hits = find(self._index, query, limit, chosen.slides)
        return tuple(hit for hit in hits if hit.slide in chosen.known)

    def questions(self, query: str, theme: str) -> tuple[Listed, ...]:
        """The expected questions that `query` finds, all of them where it is blank; those of `theme` first."""
        if not query.strip():
            return listed(self._store.deck, theme)
        return found(self._of, self._asked, query, theme) if self._of is not None and self._asked is not None else ()

    def refresh(self) -> None:
        """Have the present deck's index made, unless it is there or another one is being made."""
        if self._thread is None and self._store.deck is not self._of:
            self._thread = threading.Thread(target=self._work, args=(self._store.deck,), name="index", daemon=True)
            self._thread.start()
            self._look.start()

    def _prepare(self) -> None:
        if not self._store.deck.pending:
            self._ahead.start()

    def _work(self, deck: Deck) -> None:
        with Sounding() as hear:
            self._made = (deck, index_of(deck, hear), question_index(deck, hear))

    def _take(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._look.stop()
        self._thread, made, self._made = None, self._made, None
        if made is not None:
            self._of, self._index, self._asked = made
            if not self._store.deck.pending:
                self.refresh()
            self.ready.emit()
