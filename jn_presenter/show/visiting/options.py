"""What a visit asks of a show: which slides in which order, how long, for whom; and the state that follows it."""

from decimal import Decimal

from msgspec import Struct, structs

from jn_presenter.model.daytime import Daytime
from jn_presenter.model.deck import Deck
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.visit import Visit
from jn_presenter.show.course import anew, under_way
from jn_presenter.show.state import Place, ShowState, languages_of
from jn_presenter.show.travel import choice, go


class Invitation(Struct, frozen=True, kw_only=True):
    """A visit in the terms of `select` and of a state; what is empty is left to the briefing."""

    themes: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    """Today's order of all slides; empty where it is the deck's."""
    hidden: frozenset[str] = frozenset()
    stressed: frozenset[str] = frozenset()
    minutes: Decimal | None = None
    until: Daytime | None = None
    interpreting: Interpretation = "none"
    languages: tuple[str, ...] = ()
    notes_languages: tuple[str, ...] = ()


def invitation(deck: Deck, visit: Visit | None) -> Invitation:
    """What the visit asks for in the deck, made out for it or not; of what the deck does not have, nothing."""
    if visit is None:
        return Invitation()
    there, known = {theme.id for theme in deck.themes}, frozenset(deck.order)
    themes = tuple(theme for theme in visit.themes if theme in there)
    return Invitation(
        themes=themes,
        order=_order(deck, themes),
        hidden=known.intersection(visit.hide),
        stressed=known.intersection(visit.stress),
        minutes=visit.minutes,
        until=visit.until,
        interpreting=visit.interpreting,
        languages=visit.languages,
        notes_languages=visit.notes_languages,
    )


def invited(
    state: ShowState, deck: Deck, visit: Visit | None, now_ms: float, *, of_day_ms: float | None = None
) -> ShowState:
    """The show as the visit wants it, in the deck made out for it; None for the briefing as it was written.

    What the visit does not say is as at the start of a show without one; of its languages the present ones stay. Until
    the audience has seen more than the slide that waits for it, the show goes to its first slide and its clock begins
    anew; after that the place stays. of_day_ms: the time on the wall at `now_ms`, in ms since midnight, without which
    `until` cannot be kept; one that is over is not.
    """
    asked = invitation(deck, visit)
    ahead_ms = asked.until.ahead_ms(of_day_ms) if asked.until and of_day_ms is not None else 0.0
    until_ms = now_ms + ahead_ms if ahead_ms > 0.0 else None
    new = structs.replace(
        state,
        guests=visit.id if visit else "",
        themes=asked.themes,
        order=asked.order,
        hidden=asked.hidden,
        stressed=asked.stressed,
        skipped=frozenset(),
        minutes=asked.minutes,
        until_ms=until_ms,
        interpreting=asked.interpreting,
        languages=languages_of(deck, asked.languages) if asked.languages else state.languages,
        notes_languages=languages_of(deck, asked.notes_languages) if asked.notes_languages else state.notes_languages,
    )
    if under_way(state):
        return new
    first = next(iter(choice(new, deck).slides), "")
    return anew(go(new, deck, Place(first), now_ms), now_ms) if first else new


def _order(deck: Deck, themes: tuple[str, ...]) -> tuple[str, ...]:
    """All slides with the themes of the visit in its order, where the deck has its content; frames stay in place."""
    content = [theme.id for theme in deck.themes if theme.role != "frame"]
    wanted = [theme for theme in themes if theme in content]
    turns = iter((*wanted, *(theme for theme in content if theme not in wanted)))
    order = [theme.id if theme.role == "frame" else next(turns) for theme in deck.themes]
    if order == [theme.id for theme in deck.themes]:
        return ()
    slides = {theme.id: theme.slides for theme in deck.themes}
    return tuple(slide for theme in order for slide in slides[theme])
