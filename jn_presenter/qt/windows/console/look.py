"""How the console looks: as every dark window, with type in its own sizes."""

from jn_presenter.qt.windows import dark

GROUND, PANEL, HAIRLINE, ACCENT, TONES = dark.GROUND, dark.PANEL, dark.HAIRLINE, dark.ACCENT, dark.TONES
Look = dark.Look

CAPTION_PX = 15.0
BODY_PX = 17.0
TITLE_PX = 22.0
NOTES_PX = 23.0
NUMERAL_PX = 40.0
QUESTION_PX = 36.0
"""Type sizes on a window whose shorter side is areas.SHORT_SIDE px."""
LEADING = dark.LEADING
NOTES_LEADING = 1.55
