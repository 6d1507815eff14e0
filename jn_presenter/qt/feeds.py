"""Keeps the data of what is shown up to date: which feeds are read when, and which sleep.

A feed is read when a slide that shows it comes near, when its files change, and by its period, as long as such a slide
is shown, prepared or next, or the pre-flight asks for all; all other feeds sleep. All times are the show's clock's,
which never jumps.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from jn_presenter.draw.feeding import slide_feeds, wants_of
from jn_presenter.model.deck import Slide
from jn_presenter.model.feed import Feed, Request, Snapshot, Wants
from jn_presenter.qt.clock import monotonic_ms
from jn_presenter.qt.readers import Readers, Reading
from jn_presenter.qt.store import Store
from jn_presenter.show.travel import choice, following

FIRST_S = 0.1
"""How long the first picture waits for its data."""
FRAME_MS = 16.0
"""What is read within a frame's time is told once."""
AGAIN_MS = 1000.0
"""How long after a failure a file is read again."""
MOST_AGAIN_MS = 15_000.0
"""The same for a source that is no file: twice as long after each failure, no longer than a speaker waits for it."""
SLOW_S = 0.05
"""A source that is no file and once took longer than this reads in the other thread from then on."""
KEPT = 64
"""Feeds whose data is kept; beyond that, those go that nothing has shown for longest."""
NEVER = float("inf")
AT_ONCE = -NEVER


class _Known:
    """What is known of a feed. due_ms: when to read it next; asked_ms: when it was to be read last. open: whether it is
    being read; stale: and must be again.
    """

    def __init__(self) -> None:
        self.due_ms = AT_ONCE
        self.asked_ms = 0.0
        self.open = False
        self.stale = False
        self.reads = 0
        self.failures = 0
        self.slow = False


class Feeds(QObject):
    """Reads the feeds of a show for its store. `now` in ms."""

    _read = Signal()

    def __init__(self, store: Store, now: Callable[[], float] = monotonic_ms) -> None:
        super().__init__(store)
        self._store, self._now = store, now
        self._known: dict[Feed, _Known] = {}
        self._readers = Readers(self._read.emit)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self.look)
        self._frame = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._take_and_look)
        self._taken_ms = -NEVER
        self._needed: tuple[Feed, ...] = ()
        self._once: tuple[Feed, ...] = ()
        self._wanted: dict[Feed, Wants] = {}

    def begin(self) -> None:
        """Read what the first slide shows, and give what is no further than a file the time to be read."""
        state = self._store.state
        first = self._of(state.shown.slide)
        for feed in first:
            self._ask(feed)
        near = frozenset(feed for feed in first if _near(feed))
        if near:
            self._readers.wait(near, FIRST_S)
            self.take()
        self._store.changed.connect(self.refresh)
        self._store.deck_changed.connect(self.refresh)
        self.refresh()

    def changed(self, files: Iterable[str]) -> None:
        """Files with these absolute paths changed, came or went."""
        names, sources = frozenset(files), self._store.loaded.sources
        for feed, known in self._known.items():
            if names.isdisjoint(map(sources.absolute, feed.files())):
                continue
            known.due_ms, known.failures = AT_ONCE, 0
            known.stale = known.open
        self.look()

    @property
    def busy(self) -> bool:
        """Whether anything is being read that is not a stream."""
        return any(known.open for feed, known in self._known.items() if not feed.period_s())

    def stop(self) -> None:
        """End the threads, within two seconds."""
        self._due.stop()
        self._frame.stop()
        self._readers.stop()

    def refresh(self) -> None:
        """See which feeds are awake; and which are to be read once, so that the pictures under the keys have data."""
        needed = dict.fromkeys(feed for slide in self._awake() for feed in slide_feeds(slide))
        near = (feed for slide in self._store.neighbours() for feed in self._of(slide))
        self._needed, self._once = tuple(needed), tuple(dict.fromkeys(feed for feed in near if feed not in needed))
        self._wanted = {}
        self.look()

    def look(self) -> None:
        """Ask for what is due, and look again when the next is."""
        now, next_ms = self._now(), NEVER
        for feed in self._needed:
            known = self._known.get(feed)
            if known is None or (known.due_ms <= now and not known.open):
                self._ask(feed)
            elif not known.open:
                next_ms = min(next_ms, known.due_ms)
        for feed in self._once:
            if feed not in self._known:
                self._ask(feed)
        self._forget()
        if next_ms < NEVER:
            self._due.start(max(0, int(next_ms - now)))
        else:
            self._due.stop()

    def take(self) -> None:
        """Hand what was read to the store."""
        now = self._now()
        found: dict[Feed, Snapshot] = {}
        for feed, reading in self._readers.take().items():
            known = self._known.get(feed)
            if known is None:
                continue  # nothing shows it any more
            self._note(known, reading, now)
            if not _same(self._store.snapshots.get(feed), reading.snapshot):
                found[feed] = reading.snapshot
        self._taken_ms = now
        self._store.take_snapshots(found)

    def _awake(self) -> tuple[Slide, ...]:
        """The slides that are shown, present or next; during the pre-flight those of the whole show."""
        state, deck = self._store.state, self._store.deck
        place = following(state, deck)
        names = [state.shown.slide, state.at.slide, place.slide if place else state.at.slide]
        if state.overlay == "preflight":
            names += choice(state, deck).slides
        return tuple(deck.slides[name] for name in dict.fromkeys(names) if name in deck.slides)

    def _of(self, slide: str) -> tuple[Feed, ...]:
        found = self._store.deck.slides.get(slide)
        return slide_feeds(found) if found else ()

    def _ask(self, feed: Feed) -> None:
        known = self._known.pop(feed, None) or _Known()
        self._known[feed] = known  # the last one is the one asked for last
        now, period = self._now(), feed.period_s() * 1000.0
        # a stream keeps its rate, however late its timer is; what was missed is not made up for
        known.asked_ms = known.due_ms if 0.0 < now - known.due_ms < period else now
        known.open, known.stale = True, False
        before = self._store.snapshots.get(feed)
        if feed not in self._wanted:
            self._wanted[feed] = wants_of(self._awake(), feed)
        wants = self._wanted[feed]
        loaded = self._store.loaded
        request = Request(
            folder=loaded.deck.folder, tick=known.reads, before=before, wants=wants, unsaved=loaded.unsaved
        )
        self._readers.ask(feed, request, slow=known.slow)

    def _note(self, known: _Known, reading: Reading, now: float) -> None:
        """When the feed is to be read again."""
        feed, period = reading.feed, reading.feed.period_s() * 1000.0
        known.open = False
        known.reads += 1
        known.slow = not feed.files() and reading.took_s > SLOW_S
        if reading.snapshot.state == "fresh":
            known.failures = 0
            known.due_ms = known.asked_ms + period if period else NEVER
        else:
            known.failures += 1
            wait = AGAIN_MS if feed.files() else max(period, AGAIN_MS) * 2.0 ** min(known.failures - 1, 10)
            known.due_ms = now + min(wait, max(period, MOST_AGAIN_MS))
        if known.stale:
            known.due_ms = AT_ONCE

    def _forget(self) -> None:
        if len(self._known) <= KEPT:
            return
        awake = {*self._needed, *self._once}
        asleep = [feed for feed, known in self._known.items() if feed not in awake and not known.open]
        gone = frozenset(asleep[: len(self._known) - KEPT])
        if gone:
            for feed in gone:
                del self._known[feed]
            self._store.forget(gone)

    def _on_read(self) -> None:
        left = FRAME_MS - (self._now() - self._taken_ms)
        if left > 0.0:
            self._frame.start(int(left) + 1)
        else:
            self._take_and_look()

    def _take_and_look(self) -> None:
        self.take()
        self.look()


def _near(feed: Feed) -> bool:
    """Whether the first picture waits for it: files, and what the slide or the program itself says."""
    return bool(feed.files()) or feed.made_up or not feed.period_s()


def _same(old: Snapshot | None, new: Snapshot) -> bool:
    """Whether a failure is the one that is known already."""
    if old is None or new.state == "fresh" or new.state != old.state or new.finding != old.finding:
        return False
    return new.columns is old.columns or not (new.columns or old.columns)
