"""What to leave out when the show runs late: as few slides as possible, of those that can be spared most."""

from itertools import accumulate

from msgspec import Struct

from jn_presenter.model.deck import Deck, Depth
from jn_presenter.show.pace import ahead, behind_ms, budget_ms
from jn_presenter.show.state import ShowState

Spare = tuple[str, int]
"""A slide that could be left out, and the ms that this would gain."""


class Skips(Struct, frozen=True, kw_only=True):
    """The slides to leave out, in show order; none where the show is not late, or nothing can be spared."""

    slides: tuple[str, ...] = ()
    gained_ms: int = 0
    late_ms: int = 0
    """How late the show ends all the same; 0 where leaving them out is enough."""


def skips(state: ShowState, deck: Deck, now_ms: float) -> Skips:
    """Which slides to leave out to end on time.

    Of the slides that `next` still leads to and that the audience has not seen: extra ones, and standard ones only
    where all the extra ones are not enough; of these the fewest that are, and then the fewest extra ones. Never a core
    slide, one that is stressed, one of a frame theme, or the one shown. Of as many slides rather the shorter and the
    later ones. Where all of them are not enough, all.
    """
    late = behind_ms(state, deck, now_ms)
    if late <= 0:
        return Skips()
    extra, standard = (_spare(state, deck, depth) for depth in ("extra", "standard"))
    most = _fewest(standard, late - _total(extra))
    few = _fewest(extra, late - _total(most))
    most = _shorter(most, standard, _total(most) + _total(few) - late)
    few = _shorter(few, extra, _total(most) + _total(few) - late)
    gained = _total(most) + _total(few)
    named = {slide for slide, _ in (*most, *few)}
    slides = tuple(slide for slide in ahead(state, deck) if slide in named)
    return Skips(slides=slides, gained_ms=gained, late_ms=max(0, late - gained))


def _spare(state: ShowState, deck: Deck, depth: Depth) -> list[Spare]:
    """The slides of the depth that could be left out, with what that would gain; the longest, then the last, first."""
    frames = {theme.id for theme in deck.themes if theme.role == "frame"}
    found = [
        (slide, budget_ms(state, deck, slide))
        for slide in ahead(state, deck)
        if slide in deck.slides
        and deck.slides[slide].depth == depth
        and deck.slides[slide].theme not in frames
        and slide not in state.stressed
        and slide not in state.spent
        and slide != state.shown.slide
    ]
    return sorted(((slide, length) for slide, length in reversed(found) if length), key=lambda one: -one[1])


def _fewest(spare: list[Spare], wanted: int) -> list[Spare]:
    """The first ones, which are the longest, that make up `wanted` ms; all where all are not enough."""
    sums = accumulate((length for _, length in spare), initial=0)
    return spare[: next((k for k, total in enumerate(sums) if total >= wanted), len(spare))]


def _shorter(taken: list[Spare], spare: list[Spare], excess: int) -> list[Spare]:
    """As many slides, which gain up to `excess` ms less: the longest that can do so give way to shorter ones."""
    found, rest = list(taken), spare[len(taken) :]
    for k, (_, length) in enumerate(taken):
        fits = [one for one in rest if length - excess <= one[1] < length]
        if fits:
            found[k] = min(fits, key=lambda one: one[1])
            rest.remove(found[k])
            excess -= length - found[k][1]
    return found


def _total(slides: list[Spare]) -> int:
    return sum(length for _, length in slides)
