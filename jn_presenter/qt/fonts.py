"""The one look of letters: loads the bundled fonts and hands out QFonts that measure alike on every platform."""

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from jn_presenter.model.style import Font
from jn_presenter.paths import resources

FAMILY = "JN Sans SC"
QUOTES_FAMILY = "JN Sans SC Quotes"
"""‘ ’ “ ” … as English has them; in FAMILY they are as wide as a Chinese character."""
FILES = ("JNSansSC-Regular", "JNSansSC-Bold", "JNSansSCQuotes-Regular", "JNSansSCQuotes-Bold")


class FontsMissingError(RuntimeError):
    """A bundled font is not there or cannot be read, so that no text would look as it was laid out."""


@cache
def load_fonts() -> None:
    """Make the bundled family known to Qt; needs a QGuiApplication. Raises FontsMissingError."""
    for name in FILES:
        file = resources() / "fonts" / f"{name}.otf"
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontsMissingError(
                f"字体无法加载：{file}。请重新安装本程序，或从版本库恢复 resources/fonts。\n"
                f"The font {file} cannot be loaded: install the program again, or restore resources/fonts."
            )


def pixels(font: Font, scale: float = 1.0) -> int:
    """The whole number of px a font is set at: QFont knows no fractions, and this is the one place that rounds."""
    return max(1, round(font.size * scale))


@lru_cache(maxsize=512)
def qfont(font: Font, scale: float = 1.0, *, quotes: bool = False, spacing: float = 0.0) -> QFont:
    """The font at `scale`; shared, so not to be changed.

    Without hinting advances grow with the size alone, so that lines broken at logical px hold at any scale of the
    painter. Without subpixel rendering a text has the same colours on every ground. `spacing` is in px after each
    character; `quotes` takes QUOTES_FAMILY.
    """
    made = QFont(QUOTES_FAMILY if quotes else FAMILY)
    made.setPixelSize(pixels(font, scale))
    made.setBold(font.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    if spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return made
