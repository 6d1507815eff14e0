"""Which expected questions the drawer lists: those of the present theme first, or those that were searched for."""

from msgspec import Struct

from jn_presenter.draw.resolve import resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.question import Expected
from jn_presenter.show.find import Hit, find
from jn_presenter.show.index import Index
from jn_presenter.show.state import Noted, ShowState

MOST = 60
"""Questions that are listed for what was typed: a key is not to wait for more than anybody reads."""


class Listed(Struct, frozen=True):
    """A question in the drawer; `hit` is what it was found by, None where nothing was typed."""

    question: Expected
    hit: Hit | None = None


def listed(deck: Deck, theme: str) -> tuple[Listed, ...]:
    """All expected questions, those of `theme` first, else in the order of their file."""
    return tuple(sorted(map(Listed, deck.questions), key=lambda one: one.question.theme != theme))


def found(deck: Deck, index: Index, query: str, theme: str) -> tuple[Listed, ...]:
    """The questions that `query` finds, those of `theme` first, else the likeliest; by number as `listed` has them.

    index: the question_index of `deck`.
    """
    place = {one.ask: str(k) for k, one in enumerate(deck.questions)}
    order = tuple(place[one.question.ask] for one in listed(deck, theme))
    hits = find(index, query, MOST, order) if order else ()
    told = (Listed(deck.questions[int(hit.slide)], hit) for hit in hits)
    return tuple(sorted(told, key=lambda one: one.question.theme != theme))


def words_of(question: Expected, deck: Deck) -> str:
    """The question as it is noted: in the briefing's first language, whichever the presenter reads, on one line."""
    languages = deck.briefing.languages
    return " ".join(resolve(question.ask, deck.facts, languages[:1], languages)[0].plain.split())


def noted(state: ShowState, words: str) -> Noted | None:
    """What is noted of a question, None where it was not asked."""
    return next((one for one in state.noted if one.words == words), None)
