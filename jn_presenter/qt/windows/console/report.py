"""What the console says in words at a moment, as frozen values made from the state and the deck alone."""

import math
from collections.abc import Iterator

from msgspec import Struct

from jn_presenter.draw.notes import by_step
from jn_presenter.draw.resolve import FALLBACK, Wording, resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text
from jn_presenter.qt.windows import dark, words
from jn_presenter.show import ink as inks
from jn_presenter.show.commands.navigate import next_step
from jn_presenter.show.pace import MINUTE_MS, Pace, pace, planned
from jn_presenter.show.select import theme_id
from jn_presenter.show.state import Place, ShowState, length_of
from jn_presenter.show.travel import choice, last_step, settled

Tone = dark.Tone

SECOND_MS = 1000.0
SOON = 0.1
"""The share of the planned length from which on what remains is amber."""
UNKNOWN = "–"
NAMED = 2
"""Broken slides named across the next step's picture; the list of problems has them all."""


IN_THEME = Message("{theme} · 第 {n} / {total} 页", "{theme} · slide {n} of {total}")


class Said(Struct, frozen=True):
    """Some words and how they are meant."""

    text: str
    tone: Tone = "ink"


class Timing(Struct, frozen=True, kw_only=True):
    """The clocks, as they change from second to second."""

    wall: str
    elapsed: str
    remaining: Said
    over: bool = False


class Report(Struct, frozen=True, kw_only=True):
    """The words for where the presenter is. What is empty is not shown."""

    title: str
    theme: str
    slide: str
    step: str
    caption: Said
    """What the large picture is."""
    badges: tuple[Said, ...]
    """The state of the audience's screen: frozen, blank, loading, languages."""
    hints: tuple[Said, ...]
    """What was just saved, and what the audience does not see as it was meant."""


class Upcoming(Struct, frozen=True, kw_only=True):
    """What the next key leads to: `place`, None at the end; and the words around its picture."""

    place: Place | None
    caption: str
    count: str = ""
    """Step k of n inside a slide, else slide n of N."""
    title: str = ""
    placeholder: str = ""
    """In the place of the picture, where there is none."""
    notice: str = ""


def clock(seconds: int) -> str:
    """0:07, 12:34, 1:02:03; with a minus sign below 0."""
    minutes, second = divmod(abs(seconds), 60)
    hours, minute = divmod(minutes, 60)
    sign = "−" if seconds < 0 else ""
    return f"{sign}{hours}:{minute:02}:{second:02}" if hours else f"{sign}{minute}:{second:02}"


def timing(state: ShowState, deck: Deck, now_ms: float, wall: str, told: Pace | None = None) -> Timing:
    """The clocks at `now_ms`. What remains is unknown while it depends on slides that are still to be read.

    told: the pace at that moment where it has been asked for already.
    """
    told = pace(state, deck, now_ms) if told is None else told
    elapsed = clock(int(told.elapsed_ms // SECOND_MS))
    if length_of(state) is None and deck.pending:
        return Timing(wall=wall, elapsed=elapsed, remaining=Said(UNKNOWN, "quiet"))
    # rounded up, so that elapsed and remaining always add up to the planned length
    left = math.ceil(told.remaining_ms / SECOND_MS)
    soon = float(planned(state, deck)) * MINUTE_MS * SOON
    tone: Tone = "red" if left < 0 else "amber" if told.remaining_ms <= soon else "ink"
    return Timing(wall=wall, elapsed=elapsed, remaining=Said(clock(left), tone), over=left < 0)


def until_next_second(state: ShowState, now_ms: float) -> float:
    """How many ms it takes until the clocks read differently."""
    return SECOND_MS - max(0.0, now_ms - state.started_ms) % SECOND_MS


def report(state: ShowState, deck: Deck, findings: tuple[tuple[str, Finding], ...], language: str) -> Report:
    """The words for the present place; `findings` are those of the slide that the audience sees, by element."""
    told = pace(state, deck, 0.0)
    caption = words.AUDIENCE if _together(state) else words.HERE
    return Report(
        title=slide_title(deck, state.at.slide, language),
        theme=_theme(state, deck, told.theme, told.themes, language),
        slide=_of(told.slide or UNKNOWN, told.slides),
        step=_of(told.step, told.last_step) if told.last_step else "",
        caption=Said(caption.in_language(language), "quiet"),
        badges=tuple(_badges(state, deck, language)),
        hints=tuple(_hints(state, told.slide, findings, language)),
    )


def upcoming(state: ShowState, deck: Deck, language: str) -> Upcoming:
    """What the next key really does: another place, the slide again after a blank screen, or nothing more."""
    place = ahead(state, deck)
    passed = _passed(state, deck, place)
    named = ", ".join(passed[:NAMED]) + ("…" if len(passed) > NAMED else "")
    notice = words.SKIPPED.in_language(language).format(slide=named) if passed else ""
    if place is None:
        end = words.END_OF_SHOW.in_language(language)
        return Upcoming(place=None, caption=words.NEXT.in_language(language), placeholder=end, notice=notice)
    inside = place.slide == state.at.slide
    chosen = choice(state, deck)
    last = last_step(deck, place.slide)
    step = _of(place.step, last) if last else ""
    slide = _of(chosen.number(place.slide) or UNKNOWN, len(chosen.slides))
    return Upcoming(
        place=place,
        caption=(words.UNCOVERS if place == state.at else words.NEXT).in_language(language),
        count=_counted(words.NTH_STEP, step, language) if inside else _counted(words.NTH_SLIDE, slide, language),
        title="" if inside else slide_title(deck, place.slide, language),
        placeholder=words.READING.in_language(language) if place.slide in deck.pending else "",
        notice=notice,
    )


def ahead(state: ShowState, deck: Deck) -> Place | None:
    """The place that the next key really leads to: the same one where it uncovers the slide; None at the end."""
    here = settled(state)
    there = next_step(here, deck, 0.0)
    return None if there is here else there.at


def notes(state: ShowState, deck: Deck) -> tuple[tuple[Wording, ...], ...]:
    """For each language what is said with step 0, 1, … of the presenter's slide; none where it has no notes."""
    slide = deck.slides.get(state.at.slide)
    if slide is None or slide.notes is None:
        return ()
    return by_step(slide.notes, deck.facts, state.notes_languages, deck.briefing.languages)


def slide_title(deck: Deck, slide: str, language: str) -> str:
    """The slide's title in the console's language; its id while there is none."""
    found = deck.slides.get(slide)
    return said(deck, found.title, language) if found else slide


def said(deck: Deck, text: Text, language: str) -> str:
    """The text in the console's language, with its figures."""
    return resolve(text, deck.facts, (language,), deck.briefing.languages)[0].plain


def broken(deck: Deck) -> frozenset[str]:
    """The slides that the deck lists and that could not be loaded."""
    return frozenset(deck.order) - deck.slides.keys() - deck.pending


def _together(state: ShowState) -> bool:
    """Whether the audience sees what the presenter sees: frozen, it sees no ink that has come since."""
    same = state.at == state.shown
    return same and (not state.frozen or inks.seen(state) == inks.strokes_on(state.ink, state.at.slide))


def _passed(state: ShowState, deck: Deck, there: Place | None) -> tuple[str, ...]:
    """The broken slides that the next key passes over."""
    ranks = choice(state, deck).ranks
    if state.at.slide not in ranks or (there is not None and there.slide == state.at.slide):
        return ()
    first = ranks[state.at.slide] + 1
    last = ranks.get(there.slide, first) if there else None
    lost = broken(deck)
    return tuple(slide for slide in tuple(ranks)[first:last] if slide in lost)


def _theme(state: ShowState, deck: Deck, number: int, total: int, language: str) -> str:
    """Which theme of how many, and which of its slides; those outside the choice have no number."""
    theme = deck.theme_of(state.at.slide)
    if theme is None:
        return ""
    title = said(deck, theme.title, language)
    if not number:
        return title
    named = words.THEME.in_language(language).format(n=number, total=total, title=title)
    inside = [slide for slide in choice(state, deck).slides if theme_id(slide) == theme.id]
    if state.at.slide not in inside:
        return named
    here = inside.index(state.at.slide) + 1
    return IN_THEME.in_language(language).format(theme=named, n=here, total=len(inside))


def _badges(state: ShowState, deck: Deck, language: str) -> Iterator[Said]:
    if state.rehearsing:
        yield Said(words.REHEARSAL.in_language(language), "amber")
    if state.seating.unplugged:
        yield Said(words.UNPLUGGED.in_language(language), "red")
    if state.frozen:
        yield Said(words.FROZEN.in_language(language), "amber")
    if state.blank != "none":
        yield Said(words.BLANKS[state.blank].in_language(language), "amber")
    if deck.pending:
        total = len(deck.order)
        text = words.LOADING.in_language(language).format(n=total - len(deck.pending), total=total)
        yield Said(text, "quiet")
    yield Said(" + ".join(map(words.language_name, state.languages)), "quiet")


def _hints(state: ShowState, number: int, findings: tuple[tuple[str, Finding], ...], language: str) -> Iterator[Said]:
    if state.saving.told is not None:
        yield Said(state.saving.told.in_language(language))
    missing = dict.fromkeys(one.message.in_language(language) for _, one in findings if one.code == FALLBACK)
    yield from (Said(message, "amber") for message in missing)
    if not number:
        yield Said(words.UNCHOSEN.in_language(language), "quiet")


def _of(n: int | str, total: int) -> str:
    return f"{n} / {total}"


def _counted(what: Message, count: str, language: str) -> str:
    return what.in_language(language).format(of=count) if count else ""
