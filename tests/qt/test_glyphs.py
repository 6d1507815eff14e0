import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.glyphs import has_glyph


@pytest.mark.parametrize(
    ("language", "character", "there"),
    [
        ("zh", "江", True),
        ("en", "“", True),
        ("", "5", True),
        ("ja", "の", True),
        ("zh", "😀", False),
        ("en", "\U00030000", False),
    ],
)
def test_whether_a_bundled_font_has_a_character(qtbot: QtBot, language: str, character: str, there: bool) -> None:
    load_fonts()
    assert has_glyph(language, character) == there
