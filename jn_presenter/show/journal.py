"""What of a show outlives a power cut: each entry one line of JSON with its checksum, the last whole one counts."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import PurePath
from zlib import crc32

import msgspec
from msgspec import Struct, structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.ink import Ink, Strokes
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.show import ink as inks
from jn_presenter.show.course import shifted
from jn_presenter.show.state import Blank, Course, Noted, Place, ShowState, initial
from jn_presenter.show.surviving import clamped, surviving
from jn_presenter.show.travel import choice, spent_ms

NEAR = 16
"""Slides on either side of the one shown that are kept: one of them takes its place if it is gone."""


FARTHEST_MS = 1e13
"""Three hundred years: no time is farther away, neither on the wall nor in the show."""
MOST_MINUTES = 1_000_000
MOST_STEPS = 100_000
NO_FILE_NAME = frozenset("/\\:\0")
"""Signs that would lead the log of the visit out of its folder."""


class Entry(Struct, frozen=True, kw_only=True):
    """The part of a state that is worth keeping, free of the clock of the program that wrote it."""

    deck: str
    """The deck's folder, for people to read; signs that are no text, as file systems have them, are replaced."""
    wall_ms: float
    """When it was written, in ms since 1970."""
    elapsed_ms: float
    left_ms: float | None = None
    """Until when the show had to be over, from `wall_ms` on."""
    minutes: Decimal | None = None
    shown: Place
    at: Place
    frozen: bool = False
    blank: Blank = "none"
    interpreting: Interpretation = "none"
    languages: tuple[str, ...]
    notes_languages: tuple[str, ...]
    style: str
    themes: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    stressed: frozenset[str] = frozenset()
    guests: str = ""
    """The id of the visit that the deck was made out for."""
    skipped: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    spent: Mapping[str, float] = {}
    """Slide -> ms, the one shown included."""
    first_seen: Mapping[str, float] = {}
    """Slide -> ms since the start of the show."""
    earlier: Course | None = None
    """Its times are since the start of the show, as are those of `put_by`."""
    visit: str = ""
    log_folder: str = ""
    noted: tuple[Noted, ...] = ()
    rehearsing: bool = False
    put_by: Course | None = None
    back: Place | None = None
    detour: str = ""
    interpreter: bool = False
    ink: Mapping[str, Strokes] = {}
    """Slide -> what is drawn on it, as much as `ink.kept` keeps."""
    seen_ink: Mapping[str, Strokes] = {}
    """The slide shown -> what a frozen audience sees drawn on it."""
    around: tuple[str, ...] = ()
    """The slides around the one shown, in their order then."""


class Line(Struct, frozen=True):
    """A line of the journal: the checksum is of the entry's own bytes."""

    crc: int
    entry: msgspec.Raw


class Last(Struct, frozen=True):
    """What a journal gives: the last whole entry, if any, and whether behind it or in its place something is broken."""

    entry: Entry | None
    torn: bool


def entry(state: ShowState, deck: Deck, now_ms: float, wall_ms: float) -> Entry:
    """What to keep of a state. now_ms: by the show's clock. wall_ms: since 1970."""
    ranks = choice(state, deck).ranks
    here = ranks.get(state.shown.slide, 0)
    return Entry(
        deck=deck.folder.encode("utf-8", "replace").decode(),
        wall_ms=wall_ms,
        elapsed_ms=max(0.0, now_ms - state.started_ms),
        left_ms=None if state.until_ms is None else state.until_ms - now_ms,
        minutes=state.minutes,
        shown=state.shown,
        at=state.at,
        frozen=state.frozen,
        blank=state.blank,
        interpreting=state.interpreting,
        languages=state.languages,
        notes_languages=state.notes_languages,
        style=state.style,
        themes=state.themes,
        hidden=state.hidden,
        stressed=state.stressed,
        guests=state.guests.encode("utf-8", "replace").decode(),
        skipped=state.skipped,
        order=state.order,
        spent={**state.spent, state.shown.slide: spent_ms(state, state.shown.slide, now_ms)},
        first_seen={slide: ms - state.started_ms for slide, ms in state.first_seen.items()},
        visit=state.visit,
        log_folder=state.log_folder if state.log_folder.isprintable() else "",
        noted=state.noted,
        rehearsing=state.rehearsing,
        earlier=shifted(state.earlier, -state.started_ms),
        put_by=shifted(state.put_by, -state.started_ms),
        back=state.back,
        detour=state.detour,
        interpreter=state.interpreter,
        ink=inks.kept(state.ink),
        seen_ink=inks.kept({state.shown.slide: Ink(inks.seen(state))}) if state.frozen else {},
        around=tuple(ranks)[max(0, here - NEAR) : here + NEAR + 1],
    )


def encode(kept: Entry) -> bytes:
    """The entry as a line to be appended to a journal, its end of line included."""
    body = msgspec.json.encode(kept, order="deterministic")
    return msgspec.json.encode(Line(crc32(body), msgspec.Raw(body))) + b"\n"


def last(journal: bytes) -> Last:
    """The last whole entry of a journal that may be cut anywhere, or broken; never one that was not written so."""
    end, torn = len(journal), False
    while end > 0:
        begin = journal.rfind(b"\n", 0, end) + 1
        if begin < end:
            found = _decoded(journal[begin:end])
            if found is not None:
                return Last(found, torn)
            torn = True
        end = begin - 1
    return Last(None, torn)


def restored(kept: Entry, deck: Deck, now_ms: float, wall_ms: float, *, animate: bool = True) -> ShowState:
    """The show as it was, in the deck as it is now, made out for the visit; its time has run on meanwhile.

    A slide that is gone gives its place to a neighbour, as on a reload. Frozen or blank it stays so: nothing may be
    seen that was not. A clock on the wall that stands behind the entry's is not believed. Raises ValueError for a deck
    of which no slide can be shown.
    """
    gone = max(0.0, wall_ms - kept.wall_ms)
    begun = initial(
        deck,
        now_ms,
        languages=kept.languages,
        notes_languages=kept.notes_languages,
        style=kept.style,
        minutes=kept.minutes,
        until_ms=None if kept.left_ms is None else now_ms + kept.left_ms - gone,
        interpreting=kept.interpreting,
        themes=kept.themes,
        hidden=kept.hidden,
        stressed=kept.stressed,
        order=kept.order,
        interpreter=kept.interpreter,
        visit=kept.visit,
        log_folder=kept.log_folder,
        animate=animate,
    )
    started = now_ms - kept.elapsed_ms - gone
    state = structs.replace(begun, started_ms=started, skipped=kept.skipped, guests=kept.guests, motion=None)
    chosen = choice(state, deck)
    shown = surviving(kept.shown, kept.around, deck, chosen)
    at = clamped(kept.at, deck) if kept.frozen and kept.at.slide in chosen.known else shown
    back = clamped(kept.back, deck) if kept.back is not None and kept.back.slide in chosen.known else None
    return structs.replace(
        state,
        shown=shown,
        at=at,
        frozen=kept.frozen,
        blank=kept.blank,
        spent=kept.spent,
        first_seen={shown.slide: now_ms} | {slide: started + ms for slide, ms in kept.first_seen.items()},
        noted=kept.noted,
        rehearsing=kept.rehearsing,
        earlier=shifted(kept.earlier, started),
        put_by=shifted(kept.put_by, started),
        back=back,
        ink=inks.again(kept.ink),
        seen_ink=inks.again(kept.seen_ink) if kept.frozen else {},
        detour=kept.detour if kept.detour == at.slide else "",
    )


def _decoded(line: bytes) -> Entry | None:
    try:
        found = msgspec.json.decode(line, type=Line)
        if crc32(found.entry) != found.crc:
            return None
        kept = msgspec.json.decode(found.entry, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return kept if _sound(kept) else None


def _sound(kept: Entry) -> bool:
    """Whether a show can have written it: what was altered by hand may have a checksum that is right."""
    numbers = [kept.wall_ms, kept.elapsed_ms, kept.left_ms or 0.0, *kept.spent.values(), *kept.first_seen.values()]
    for course in filter(None, (kept.earlier, kept.put_by)):
        numbers += (course.started_ms, *course.spent.values(), *course.first_seen.values())
    places = (kept.shown, kept.at, kept.back or kept.at)
    drawn = (*kept.ink.values(), *kept.seen_ink.values())
    return (
        all(abs(number) <= FARTHEST_MS for number in numbers)
        and all(0 <= place.step <= MOST_STEPS for place in places)
        and all(course.first_seen.keys() == course.spent.keys() for course in filter(None, (kept.earlier, kept.put_by)))
        and (kept.minutes is None or (kept.minutes.is_finite() and 0 <= kept.minutes <= MOST_MINUTES))
        and NO_FILE_NAME.isdisjoint(kept.visit)
        and (not kept.log_folder or (PurePath(kept.log_folder).is_absolute() and kept.log_folder.isprintable()))
        and all(len(strokes) <= inks.MOST_STROKES and all(map(inks.possible, strokes)) for strokes in drawn)
    )
