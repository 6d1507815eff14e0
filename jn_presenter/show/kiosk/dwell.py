"""How long a slide stays in the attract loop: as long as somebody who passes by needs to read it."""

from collections.abc import Iterator
from functools import lru_cache

from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.texts import walk
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Element
from jn_presenter.model.fields import Clip, FactId
from jn_presenter.model.same import Same
from jn_presenter.model.text import Text

HAN_MS = 160.0
"""A Chinese character: a little over 6 a second, about what subtitles allow (8 to 9) with a look at the picture."""
LETTER_MS = 60.0
"""A sign of any other writing: 17 a second, as subtitles in Latin letters have."""
FIGURE_MS = 600.0
"""A figure, over its characters: it is compared with others."""
STEP_MS = 900.0
"""A step: eyes follow what appears."""
CHART_MS = 3000.0
"""An element that draws figures, over its words: its form has to be understood."""
ARRIVE_MS = 1500.0
"""To notice that the slide is another one."""
AFTER_MS = 1000.0
"""After what plays has played."""
FILM_MS = float("inf")
"""Of a film nobody knows the length before it plays: it has all the time that a slide may have."""
KEPT = 8
"""Slides remembered: the one shown is asked about again and again, and decks of long ago are to be let go."""


def dwell_ms(slide: Slide, deck: Deck, languages: tuple[str, ...]) -> float:
    """How long the slide stays, all its steps together, within the briefing's `dwell`.

    Of several languages the slowest to read counts, since nobody reads all of them.
    """
    dwell = deck.briefing.kiosk.dwell
    least, most = float(dwell.least) * 1000.0, float(dwell.most) * 1000.0
    return min(max(least, _reading_ms(Same(slide), Same(deck), languages or deck.briefing.languages)), most)


def reading_ms(words: str) -> float:
    """How long the words take to be read."""
    return sum(HAN_MS if "\u3400" <= sign <= "\u9fff" else LETTER_MS for sign in words)


@lru_cache(maxsize=KEPT)
def _reading_ms(kept: Same[Slide], same: Same[Deck], languages: tuple[str, ...]) -> float:
    slide, deck = kept.value, same.value
    elements = tuple(_elements(slide))
    spoken = [one.what for element in (slide.title, *elements) for one in walk(element)]
    said = [one for one in spoken if isinstance(one, Text)]
    facts = [deck.facts.get(one) for one in spoken if isinstance(one, FactId)]
    named = [fact for fact in facts if fact is not None]
    said += [fact.label for fact in named]
    words = max(sum(reading_ms(_worded(text, deck, language)) for text in said) for language in languages)
    charts = sum(bool(element.feeds()) or element.uses_plot for element in elements)
    if any(_is_film(element) for element in elements):
        return FILM_MS
    plays = max((element.plays_ms() for element in elements), default=0.0)
    reading = words + FIGURE_MS * len(named) + CHART_MS * charts + STEP_MS * slide.last_step
    return ARRIVE_MS + max(reading, plays + AFTER_MS if plays else 0.0)


def _is_film(element: Element) -> bool:
    return any(isinstance(getattr(element, field), Clip) for field in element.__struct_fields__)


def _worded(text: Text, deck: Deck, language: str) -> str:
    (wording,) = resolve(text, deck.facts, (language,), deck.briefing.languages)
    return "".join(piece.text for piece in wording.pieces)


def _elements(slide: Slide) -> Iterator[Element]:
    for _, several in slide.slots:
        yield from several
    yield from (free.element for free in slide.free)
