"""Whether the fonts that slides are set in have a character, so that no other font or empty box stands in for it."""

from functools import cache

from PySide6.QtGui import QRawFont

from jn_presenter.model.style import Font
from jn_presenter.model.text import Message
from jn_presenter.qt.fonts import QUOTES_FAMILY, family, qfont
from jn_presenter.qt.scripts import served

SIZE = Font(36.0)
"""Any: which characters a font has does not depend on its size."""


def has_glyph(language: str, character: str) -> bool:
    """Whether words of the language are set with a glyph of its own family or ours. Needs load_fonts."""
    return any(_raw(name).supportsCharacter(ord(character)) for name in (family(language), QUOTES_FAMILY))


class Glyphs:
    """The fonts that check_glyphs.py asks."""

    def has_glyph(self, language: str, character: str) -> bool:
        return has_glyph(language, character)

    def lacking(self, language: str) -> Message | None:
        found = served(language)
        return None if found.family else found.remedy


@cache
def _raw(name: str) -> QRawFont:
    return QRawFont.fromFont(qfont(SIZE, family=name))
