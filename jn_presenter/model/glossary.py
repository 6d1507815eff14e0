"""Names and terms of a briefing in its languages: one thing, one name in each."""

from msgspec import Struct

from jn_presenter.model.text import Text


class Term(Struct, frozen=True, kw_only=True):
    """One name in each language of the briefing, as a slide writes it; `also` are other forms as good, of any language.

    The note is for editors and interpreters, never for an audience.
    """

    name: Text
    also: tuple[str, ...] = ()
    note: str = ""
