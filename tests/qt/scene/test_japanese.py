"""Japanese is set in its own family: its forms, its rules of line breaking, kana one em wide."""

import re

import pytest

from jn_presenter.draw.setting import placed
from jn_presenter.draw.typography import HAIR
from jn_presenter.model.marks import Run, TextMark
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.shaping import shape
from jn_presenter.qt.scene.text import QtMeasure
from tests.decks import NIGHT
from tests.golden_images import assert_golden
from tests.qt.scene.conftest import Draw

MEASURE = QtMeasure()
BODY = Font(36.0)
SENTENCES = [
    "赤い漆の「朱月の椀」は、2024年に展示室Aへ移りました。——約1,200点のうち、常設は320点です！",
    "シャープなデザインのチョコレート色の器、いろいろ・さまざま（全12か所）……どれも木と漆だけ？",
    "ゆっくり、きっと、もっと。人々が塗り、磨き、また塗る〜そのくり返しをヴァイオリンの漆にも。",
]
STARTS = "，、。；：！？）」』】〕〉》…—〜～％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝ・"
ENDS = "（「『【〔〈《"


@pytest.mark.parametrize("balance", [False, True])
@pytest.mark.parametrize("width", [170, 216, 300, 420, 777])
@pytest.mark.parametrize("text", SENTENCES)
def test_lines_begin_and_end_as_they_may(text: str, width: float, balance: bool) -> None:
    block = MEASURE.wrap((Run(text, BODY, "#ffffff"),), width, language="ja", balance=balance)
    found = [line.text for line in block.lines]
    assert "".join(found) == text
    assert not [line for line in found if line[0] in STARTS]
    assert not [line for line in found if line[-1] in ENDS]
    assert not [line for line in found[1:] if re.fullmatch(r"\w[、。！？…]*", line)]
    assert max(line.width for line in block.lines) <= width + 0.01


def test_a_word_of_katakana_is_broken_only_where_a_line_has_no_other_place() -> None:
    def lines(text: str, width: float) -> list[str]:
        block = MEASURE.wrap((Run(text, BODY, "#ffffff"),), width, language="ja")
        return [line.text for line in block.lines]

    assert lines("新しいミュージアムショップ", 12 * 36.0) == ["新しい", "ミュージアムショップ"]
    assert len(lines("ミュージアムショップ", 5 * 36.0)) == 2


@pytest.mark.parametrize("balance", [False, True])
def test_lines_end_with_phrases_where_that_takes_no_more_of_them(balance: bool) -> None:
    def lines(text: str, ems: float) -> list[str]:
        block = MEASURE.wrap((Run(text, BODY, "#ffffff"),), ems * 36.0, language="ja", balance=balance)
        return [line.text for line in block.lines]

    assert lines("割れた器の欠片を金で継ぐ", 7.5) == ["割れた器の", "欠片を金で継ぐ"]
    assert lines("使い込まれた跡も展示のうち", 7.5) == ["使い込まれた", "跡も展示のうち"]
    assert len(lines("半分近くは普段使いの椀", 6)) == 2  # a break inside 普段使いの is better than a third line


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["アイウトーイレマヤ", "くりかえしへこ", "ファッションショー"])
def test_kana_are_set_solid(text: str, bold: bool) -> None:
    assert MEASURE.advance(text, Font(100.0, bold), "ja") == pytest.approx(100.0 * len(text), abs=0.5)


def test_between_kana_and_latin_stands_a_hair_space() -> None:
    apart = MEASURE.advance("は", BODY, "ja") + MEASURE.advance("A", BODY, "ja")
    assert MEASURE.advance("はA", BODY, "ja") == pytest.approx(apart + HAIR * 36.0, abs=0.1)


@pytest.mark.parametrize("character", "直骨海社神")
def test_a_character_has_the_form_of_its_language(draw: Draw, character: str) -> None:
    def drawn(language: str) -> object:
        block = MEASURE.wrap((Run(character, Font(100.0), "#ffffff"),), 200, language=language)
        return draw(TextMark(key="t", lines=placed(block.lines, 20, 20)))

    assert drawn("ja") != drawn("zh")
    assert drawn("en") == drawn("zh")


def test_every_character_of_a_line_comes_from_the_bundled_family() -> None:
    for text in SENTENCES:
        families = {stretch.family for stretch in shape((Run(text, BODY, "#ffffff"),), "ja").stretches()}
        assert families == {"JN Sans JP"}


def test_words_in_another_language_keep_their_family_beside_japanese() -> None:
    for text, language in (("漆器“朱”", "zh"), ("lacquer", "en")):
        families = {stretch.family for stretch in shape((Run(text, BODY, "#ffffff"),), language).stretches()}
        assert families == {"JN Sans SC"}


def test_japanese_with_its_translations(draw: Draw) -> None:
    def text(words: str, y: float, language: str, size: float, ink: str, *, bold: bool = False) -> TextMark:
        run = Run(words, Font(size, bold), ink)
        block = MEASURE.wrap((run,), 880, language=language, balance=size > 40)
        return TextMark(key=words, lines=placed(block.lines, 40, y))

    marks = (
        text("直すことも、漆の仕事：割れた器は金で帰る", 16, "ja", 64.0, NIGHT.ink, bold=True),
        text("修复也是漆的工作：器物裂了，用金接回来", 210, "zh", 38.0, NIGHT.quiet),
        text("Mending is lacquer work too: a crack in gold", 264, "en", 38.0, NIGHT.quiet),
        text(SENTENCES[0], 350, "ja", 36.0, NIGHT.ink),
    )
    assert_golden(draw(*marks, width=960, height=480, ground=NIGHT.ground[0]), "japanese")
