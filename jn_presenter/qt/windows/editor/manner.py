"""How slides are shown in the editor: the shape of the screen, the languages and the style that were chosen."""

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.geometry import Canvas


class Manner(Struct, frozen=True):
    """What was chosen; languages and style may be ones that a deck has no more."""

    canvas: Canvas
    languages: tuple[str, ...]
    style: str

    def within(self, deck: Deck) -> "Manner":
        """As far as the deck has it; its first language and its first style in place of what it has not."""
        languages = tuple(tag for tag in self.languages if tag in deck.briefing.languages)
        style = self.style if self.style in deck.styles else next(iter(deck.styles))
        return Manner(self.canvas, languages or deck.briefing.languages[:1], style)
