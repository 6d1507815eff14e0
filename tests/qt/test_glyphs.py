import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.check_glyphs import is_ours
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


@pytest.mark.parametrize("language", ["zh", "ja", "de"])
def test_what_is_taken_to_be_in_a_bundled_font_is_there(qtbot: QtBot, language: str) -> None:
    load_fonts()
    known = [chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0xD800), *range(0xE000, 0x10000))]
    known = [character for character in known if character.isprintable() and is_ours(language, character)]
    assert len(known) > 6000
    assert [character for character in known if not has_glyph(language, character)] == []
