"""Names and terms of a briefing in its languages: one thing, one name in each."""

from typing import Annotated

from msgspec import Struct

from jn_presenter.model.fields import doc
from jn_presenter.model.text import Text


class Term(Struct, frozen=True, kw_only=True):
    """One name in each language of the briefing, as a slide writes it; `also` are other forms as good, of any language.

    The note is for editors and interpreters, never for an audience.
    """

    name: Text
    also: Annotated[tuple[str, ...], doc("其他同样可用的写法", "other forms as good, of any language")] = ()
    note: Annotated[str, doc("给编辑和译员看的备注", "a note for editors and interpreters")] = ""
