"""Which font serves which language: bundled ones where they can, else the best of those a machine has."""

from collections.abc import Iterable

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.draw.alphabets import BEYOND, BUNDLED, LETTERS, bundled, letters
from jn_presenter.qt.fonts import FAMILY, family, load_family, load_fonts
from jn_presenter.qt.scripts import Machine, machine_family, rows, served


class Fonts:
    """A machine with these families, each with its characters."""

    def __init__(self, **characters: str) -> None:
        self.known = {name.replace("_", " "): had for name, had in characters.items()}
        self.asked: list[str] = []

    def families(self, script: str) -> Iterable[str]:
        self.asked.append(script)
        return self.known

    def has(self, family: str, characters: str) -> bool:
        return set(characters) <= set(self.known[family])


KOREAN = LETTERS["Kore"]


@pytest.mark.parametrize(
    ("language", "script", "name"),
    [
        ("zh", "Hans", "JN Sans SC"),
        ("ja-JP", "Jpan", "JN Sans JP"),
        ("de", "Latn", "JN Sans SC"),
        ("fr", "Latn", "JN Sans SC"),
        ("vi", "Latn", "JN Sans SC"),
        ("ru", "Cyrl", "JN Sans SC"),
    ],
)
def test_what_the_bundled_fonts_have_no_other_is_asked_for(language: str, script: str, name: str) -> None:
    nothing = Fonts()
    found = served(language, nothing)
    assert (found.script, found.family, found.bundled) == (script, name, True)
    assert not nothing.asked


def test_the_best_of_a_machine_s_fonts_is_taken_whatever_their_order() -> None:
    there = {"Zither": KOREAN, "Malgun_Gothic": KOREAN, "Noto_Serif_CJK_KR": KOREAN, "Noto_Sans_CJK_KR": KOREAN}
    for names in (tuple(there), tuple(reversed(there))):
        fonts = Fonts(**{name: there[name] for name in names})
        assert served("ko-KR", fonts).family == "Noto Sans CJK KR"
        del fonts.known["Noto Sans CJK KR"]
        assert served("ko", fonts).family == "Malgun Gothic"
        del fonts.known["Malgun Gothic"]
        assert served("ko", fonts).family == "Zither"
        del fonts.known["Zither"]
        assert served("ko", fonts).family == "Noto Serif CJK KR"


def test_a_family_without_all_letters_serves_nobody() -> None:
    assert served("ko", Fonts(Malgun_Gothic="가")).family == ""
    assert served("pl", Fonts(Arial="AZaz")).family == ""
    assert served("pl", Fonts(Arial="AZaząćęłńśźż")).family == "Arial"
    assert served("ko", Fonts(**{".Hidden": KOREAN})).family == ""
    assert served("xx-Zzzz", Fonts(Arial="AZ")).family == ""


def test_where_no_font_serves_it_is_said_with_a_remedy() -> None:
    german, korean = rows(("de", "ko"), Fonts())
    assert german.said.zh == "de（拉丁字母）：JN Sans SC，随程序自带"
    assert korean.said.zh == "ko（韩文）：这台电脑没有能显示的字体"
    assert korean.said.en == "ko (Korean): no font of this computer has its letters"
    assert "Noto Sans CJK KR" in korean.remedy.en
    assert served("hi", Fonts()).remedy.en == "install a font that has Devanagari"
    assert served("ko", Fonts(Malgun_Gothic=KOREAN)).said.en == "ko (Korean): Malgun Gothic, of this computer"


@pytest.mark.parametrize("language", ["zh-TW", "zh-Hant", "zh-HK"])
def test_traditional_characters_are_not_set_in_the_simplified_font(language: str) -> None:
    fonts = Fonts(Noto_Sans_CJK_TC=LETTERS["Hant"], PingFang_TC=LETTERS["Hant"])
    assert served(language, fonts).family == "Noto Sans CJK TC"
    assert not bundled(language)


def test_the_bundled_fonts_have_the_scripts_that_are_said_of_them_and_lack_what_is_not(qtbot: QtBot) -> None:
    load_fonts()
    load_family("JN Sans JP")
    machine = Machine()
    for script, name in BUNDLED.items():
        assert machine.has(name, LETTERS[script])
    for (script, beyond), languages in BEYOND.items():
        assert not machine.has(BUNDLED[script], beyond), languages
    for language, own in (("de", "äöüßÄÖÜ„“"), ("fr", "éèàçêëîïôœæùûüÿ«»"), ("ru", "ёъыэЁЪЫЭ№"), ("es", "¿¡ñÑ")):
        assert machine.has(BUNDLED["Latn"], own), language


def test_without_a_font_of_the_machine_words_are_set_in_ours(qtbot: QtBot) -> None:
    load_fonts()
    machine_family.cache_clear()
    family.cache_clear()
    assert family("ko") == FAMILY
    assert family("zh-TW") == FAMILY
    assert family("") == FAMILY
    assert family("ja-JP") == "JN Sans JP"
    assert letters("ko") == KOREAN
