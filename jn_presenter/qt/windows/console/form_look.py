"""How places to write in look on the console: the console's colours and type on Qt's own widgets."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from jn_presenter.qt.fonts import qfont
from jn_presenter.qt.windows.console.look import (
    ACCENT,
    BODY_PX,
    CAPTION_PX,
    GROUND,
    HAIRLINE,
    PANEL,
    TITLE_PX,
    TONES,
    Look,
)
from jn_presenter.qt.windows.lines import BAR

STYLE = """
QWidget#sheet, QWidget#row { background: %(panel)s; }
QLabel { color: %(quiet)s; background: transparent; }
QLabel#heading { color: %(accent)s; }
QLabel#told { color: %(ink)s; }
QLabel#wrong { color: %(red)s; }
QLabel#look { color: %(amber)s; }
QLineEdit { background: %(ground)s; color: %(ink)s; border: %(edge)dpx solid %(hairline)s;
  border-radius: %(radius)dpx; padding: %(pad)dpx; selection-background-color: %(hairline)s; }
QLineEdit:focus { border-color: %(accent)s; }
QPushButton { background: %(panel)s; color: %(ink)s; border: %(edge)dpx solid %(hairline)s;
  border-radius: %(radius)dpx; padding: %(pad)dpx %(wide)dpx; }
QPushButton:focus, QPushButton:hover { border-color: %(accent)s; }
QPushButton:checked { background: %(accent)s; color: %(ground)s; border-color: %(accent)s; }
QPushButton:checked:focus { border-color: %(ink)s; }
QPushButton[titled="true"] { text-align: left; }
QPushButton#in { background: %(accent)s; color: %(ground)s; }
QPushButton#out { color: %(amber)s; border-color: %(amber)s; }
"""


def style(look: Look) -> str:
    """The style sheet for a form in that look."""
    unit = look.unit
    sizes: dict[str, object] = {"edge": max(1, unit // 4), "radius": unit, "pad": max(2, unit // 2), "wide": unit}
    inks: dict[str, object] = {
        "ground": GROUND,
        "panel": PANEL,
        "accent": ACCENT,
        "hairline": HAIRLINE,
        **{str(tone): ink for tone, ink in TONES.items()},
    }
    bar = {"width": unit, "least": 4 * unit, "radius": unit // 2, "colour": HAIRLINE}
    return STYLE % {**sizes, **inks} + BAR % bar


FONTS = {"heading": (BODY_PX, True), "told": (TITLE_PX, True), "quiet": (BODY_PX, False)}
"""Of labels, by their names."""


def dress(widget: QWidget, look: Look) -> None:
    """Set all labels, lines and buttons in a widget in the console's type."""
    for kind in (QLabel, QLineEdit, QPushButton):
        for one in widget.findChildren(kind):
            size, bold = FONTS.get(one.objectName(), (CAPTION_PX, False)) if kind is QLabel else (BODY_PX, False)
            one.setFont(qfont(look.font(size, bold)))
