"""Localized text to wordings: the right variant for each language, fact references replaced, emphasis marked."""

from msgspec import Struct

from jn_presenter.model.fact import Facts
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text


class Piece(Struct, frozen=True):
    """A stretch of a wording: its characters, whether emphasised, and the fact it was made from, if any."""

    text: str
    emphasis: bool = False
    fact: str = ""


class Wording(Struct, frozen=True, kw_only=True):
    """A text in one language. `found` is the language of the words, which differs from `language` on a fallback."""

    language: str
    found: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def plain(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def resolve(
    text: Text, facts: Facts, languages: tuple[str, ...], fallbacks: tuple[str, ...] = ()
) -> tuple[Wording, ...]:
    """One wording a language, in order; a language whose words read the same as an earlier one's is left out."""
    raise NotImplementedError
