"""Whether the bundled fonts have a character, so that no other font or empty box stands in for it."""

from functools import cache

from PySide6.QtGui import QRawFont

from jn_presenter.model.style import Font
from jn_presenter.qt.fonts import QUOTES_FAMILY, family, qfont

SIZE = Font(36.0)
"""Any: which characters a font has does not depend on its size."""


def has_glyph(language: str, character: str) -> bool:
    """Whether words of the language are set with a glyph of ours for the character. Needs load_fonts."""
    return any(_raw(name).supportsCharacter(ord(character)) for name in (family(language), QUOTES_FAMILY))


@cache
def _raw(name: str) -> QRawFont:
    return QRawFont.fromFont(qfont(SIZE, family=name))
