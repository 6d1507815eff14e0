"""The one look of letters: loads the bundled fonts and hands out QFonts that measure alike on every platform."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from jn_presenter.draw.alphabets import bundled
from jn_presenter.model.style import Font
from jn_presenter.paths import resources

FAMILY = "JN Sans SC"
QUOTES_FAMILY = "JN Sans SC Quotes"
"""‘ ’ “ ” … as English has them; in FAMILY they are as wide as a Chinese character."""
JAPANESE_FAMILY = "JN Sans JP"
BUNDLED = frozenset((FAMILY, QUOTES_FAMILY, JAPANESE_FAMILY))
WEIGHTS = ("Regular", "Bold")


class FontsMissingError(RuntimeError):
    """A bundled font is not there or cannot be read, so that no text would look as it was laid out."""


@cache
def load_fonts() -> None:
    """Make the families known to Qt that every deck needs; needs a QGuiApplication. Raises FontsMissingError."""
    load_family(FAMILY)
    load_family(QUOTES_FAMILY)


@lru_cache(maxsize=256)
def family(language: str) -> str:
    """The family for words of the language, loaded with the first of them, so that other decks start no later.

    FAMILY where the machine has none for its script: then characters are missing, and checks say so.
    """
    found = bundled(language)
    if found == FAMILY:
        return FAMILY
    if found:
        load_family(found)
        return found
    from jn_presenter.qt.scripts import machine_family  # only a language beyond the bundled fonts pays for it

    return machine_family(language) or FAMILY


@cache
def load_family(name: str) -> None:
    """Make a bundled family known to Qt, once. Raises FontsMissingError."""
    for bold in (False, True):
        file = font_file(name, bold)
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontsMissingError(
                f"字体无法加载：{file}。请重新安装本程序，或从版本库恢复 resources/fonts。\n"
                f"The font {file} cannot be loaded: install the program again, or restore resources/fonts."
            )


def font_file(name: str, bold: bool) -> Path:
    """Where a bundled family has its letters."""
    return resources() / "fonts" / f"{name.replace(' ', '')}-{WEIGHTS[bold]}.otf"


def pixels(font: Font, scale: float = 1.0) -> int:
    """The whole number of px a font is set at: QFont knows no fractions, and this is the one place that rounds."""
    return max(1, round(font.size * scale))


@lru_cache(maxsize=512)
def qfont(font: Font, scale: float = 1.0, *, family: str = FAMILY, spacing: float = 0.0) -> QFont:
    """The font at `scale`; shared, so not to be changed.

    Without hinting advances grow with the size alone, so that lines broken at logical px hold at any scale of the
    painter. Without subpixel rendering a text has the same colours on every ground. `spacing` is in px after each
    character.
    """
    made = QFont(family)
    made.setPixelSize(pixels(font, scale))
    made.setBold(font.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    if spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return made
