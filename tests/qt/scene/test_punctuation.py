"""Punctuation: what is wide where, and where lines may part."""

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.draw.typography import HAIR
from jn_presenter.model.marks import Run
from jn_presenter.model.style import Font
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.punctuation import (
    CHINESE,
    HALF,
    JAPANESE,
    LATIN,
    Marks,
    ends_phrase,
    indent,
    inside_figures,
    inside_phrases,
    marks_of,
    may_part,
    narrow_marks,
    outdent,
    spacing,
)
from jn_presenter.qt.scene.text import QtMeasure


@pytest.mark.parametrize(
    ("text", "language", "marks"),
    [
        ("“smart”", "zh", CHINESE),
        ("“智能”", "en", LATIN),
        ("“智能”", "", CHINESE),
        ("“smart”", "", LATIN),
        ("x", "zh-Hans", CHINESE),
        ("漆器", "ja", JAPANESE),
        ("lacquer", "ja-JP", JAPANESE),
    ],
)
def test_a_language_has_its_own_marks(text: str, language: str, marks: Marks) -> None:
    assert marks_of(text, language) is marks


def test_english_sets_every_quote_narrow() -> None:
    assert narrow_marks("the Zone’s “smart” grid…", LATIN) == {8, 11, 17, 23}


def test_chinese_sets_only_an_apostrophe_narrow() -> None:
    assert narrow_marks("“Zone’s”是‘园区’的", CHINESE) == {5}


def test_a_hair_space_stands_between_scripts() -> None:
    assert spacing("突破2000亿元", CHINESE) == ((1, HAIR), (5, HAIR))


@pytest.mark.parametrize("text", ["谷”，", "（《", "。“", "》）", "：“"])
def test_neighbouring_marks_share_one_blank_half(text: str) -> None:
    assert spacing(text, CHINESE)[-1] == (len(text) - 2, -HALF)


@pytest.mark.parametrize("text", ["”与", "年，江", "（江", "…。", "——（"])
def test_a_mark_beside_letters_keeps_its_width(text: str) -> None:
    assert spacing(text, CHINESE) == ()


def test_english_squeezes_nothing() -> None:
    assert spacing("”,“", LATIN) == ()


def test_blank_halves_at_the_ends_of_a_line_do_not_count() -> None:
    assert (indent("“", CHINESE), outdent("。", CHINESE)) == (HALF, HALF)
    assert (indent("江", CHINESE), outdent("江", CHINESE)) == (0.0, 0.0)
    assert (indent("“", LATIN), outdent("”", LATIN)) == (0.0, 0.0)


@pytest.mark.parametrize("character", "，。、；：？！）》”…～—％")
def test_no_line_begins_with(character: str) -> None:
    assert not may_part("江", character)


@pytest.mark.parametrize("character", "っゃョァー々ゝ・〜」。")
def test_no_line_of_japanese_begins_with(character: str) -> None:
    assert not may_part("塗", character)


def test_japanese_sets_no_quote_from_the_family_of_english_ones() -> None:
    assert narrow_marks("“漆”と’も…", JAPANESE) == frozenset()


@pytest.mark.parametrize("text", ["」、", "（「", "。「", "）》"])
def test_japanese_marks_share_a_blank_half_too(text: str) -> None:
    assert spacing(text, JAPANESE) == ((0, -HALF),)


@pytest.mark.parametrize("text", ["：「", "！）", "？」", "“「"])
def test_marks_in_the_middle_of_their_em_have_no_blank_half(text: str) -> None:
    assert spacing(text, JAPANESE) == ()
    assert outdent(text[0], JAPANESE) == indent(text[0], JAPANESE) == 0.0


def test_a_hair_space_stands_between_kana_and_latin_but_not_at_a_middle_dot() -> None:
    assert spacing("展示はA1から", JAPANESE) == ((2, HAIR), (4, HAIR))
    assert spacing("A・B", JAPANESE) == ()


@pytest.mark.parametrize("character", "（《“￥")
def test_no_line_ends_with(character: str) -> None:
    assert not may_part(character, "江")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("超1000亿元的", "1000亿元"),
        ("有210余家企业", "210余家"),
        ("共30多个", "30多个"),
        ("列第1位", "第1位"),
        ("达2000亿级的", "2000亿级"),
        ("到2021年6月", "2021年"),
        ("over RMB 100 billion in", "RMB 100 billion"),
        ("covers 47 % of", "47 %"),
        ("共1,200项", "1,200项"),
    ],
)
def test_figures_stay_whole(text: str, whole: str) -> None:
    start = text.index(whole)
    assert inside_figures(text) >= frozenset(range(start + 1, start + len(whole)))
    assert not inside_figures(text) & {start, start + len(whole)}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("全12か所に", "12か所"),
        ("約1,200人超の", "1,200人超"),
        ("の1000億円級を", "1000億円級"[:5]),
        ("新しいミュージアムへ", "ミュージアム"),
        ("第3回は", "第3回"),
    ],
)
def test_figures_and_borrowed_words_of_japanese_stay_whole(text: str, whole: str) -> None:
    start = text.index(whole)
    assert inside_figures(text, "ja") >= frozenset(range(start + 1, start + len(whole)))
    assert start not in inside_figures(text, "ja")


@pytest.mark.parametrize(
    ("text", "language", "at"),
    [
        ("경제기술개발구의 목표", "ko", 9),
        ("2025년까지 달성", "ko", 7),
        ("사실·목표", "ko", 3),
    ],
)
def test_korean_parts_at_spaces_alone(text: str, language: str, at: int) -> None:
    assert set(range(1, len(text))) - inside_figures(text, language) >= {at}
    assert not [k for k in range(1, len(text)) if k not in inside_figures(text, language) and abs(k - at) > 1]


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("etwa 47 % der", "de", "47 %"),
        ("über 100 Mrd. Yuan", "de", "100 Mrd."),
        ("am 4 juin 2021", "fr", "4 juin"),
        ("au 6e rang", "fr", "6e rang"),
        ("100 milliards de yuans", "fr", "de yuans"),
        ("это 6-е место", "ru", "6-е место"),
        ("über 100 Mrd. Yuan", "de", "Mrd. Yuan"),
        ("la « vallée » du", "fr", "« v"),
        ("более 100 млрд юаней", "ru", "100 млрд"),
        ("рост в зоне", "ru", "в з"),
        ("zona w mieście", "pl", "w m"),
    ],
)
def test_what_belongs_together_is_not_parted_where_words_have_spaces(text: str, language: str, whole: str) -> None:
    start = text.index(whole)
    assert start + whole.index(" ") + 1 in inside_figures(text, language)
    if whole[0].isdigit():
        assert start not in inside_figures(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Ziele der Zone", "de"), ("cœur de la ville", "fr"), ("связь с городом", "ru"), ("centro de la zona", "es")],
)
def test_no_title_ends_a_line_with_a_word_that_leads_on(text: str, language: str) -> None:
    last = text.rindex(" ") + 1
    assert last in inside_phrases(text, language)
    assert text.index(" ") + 1 not in inside_phrases(text, language)
    assert last not in inside_phrases(text, "en")


def test_a_line_begins_with_no_dash_or_mark_that_stands_after_a_space() -> None:
    assert not [mark for mark in "—:;!?»" if may_part(" ", mark)]


def test_a_narrow_space_is_a_sixth_of_an_em_and_does_not_part(qtbot: QtBot) -> None:
    load_fonts()
    font = Font(100.0)
    widths = [QtMeasure().advance(f"a{space}b", font, "fr") for space in ("", "\u202f", "\u00a0")]
    assert widths[1] - widths[0] == pytest.approx(16.4, abs=0.5)
    assert widths[2] - widths[0] == pytest.approx(22.4, abs=0.5)
    block = QtMeasure().wrap((Run("Quoi\u202f?", font, "#000000"),), 150.0, language="fr")
    assert "".join(line.text for line in block.lines) == "Quoi\u202f?"
    assert all(not line.text.endswith("\u202f") for line in block.lines)


@pytest.mark.parametrize("pair", ["は漆", "の器", "、木", "、そ", "る人", "を「", "へ2", "・朱", " a"])
def test_japanese_parts_after_particles(pair: str) -> None:
    assert ends_phrase(pair[0], pair[1], "ja")


@pytest.mark.parametrize("pair", ["漆器", "取り", "のよ", "り組", "い込", "お箸", "」は", "Aへ"])
def test_japanese_does_not_part_inside_words(pair: str) -> None:
    assert not ends_phrase(pair[0], pair[1], "ja")


@pytest.mark.parametrize("pair", ["，诚", "的产", "域与", "区“", " a", "到2"])
def test_titles_part_between_phrases(pair: str) -> None:
    assert ends_phrase(pair[0], pair[1])


@pytest.mark.parametrize("pair", ["开发", "参与", "de"])
def test_titles_do_not_part_inside_words(pair: str) -> None:
    assert not ends_phrase(pair[0], pair[1])


LONG = "Wirtschafts\u00adund\u00adTechnologie"


@pytest.mark.parametrize(("width", "count"), [(2000.0, 1), (850.0, 2), (640.0, 3)])
def test_a_soft_hyphen_is_seen_where_a_line_ends_and_nowhere_else(qtbot: QtBot, width: float, count: int) -> None:
    load_fonts()
    block = QtMeasure().wrap((Run(LONG, Font(100.0), "#000000"),), width, language="de")
    lines = [line.text for line in block.lines]
    assert len(lines) == count
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.removesuffix("-") for line in lines).replace("\u00ad", "") == LONG.replace("\u00ad", "")
    assert all(line.width <= width + 0.5 for line in block.lines)


def test_the_hyphen_of_a_line_counts_in_its_width(qtbot: QtBot) -> None:
    load_fonts()
    font = Font(100.0)
    just = QtMeasure().advance("Wirtschaftsund", font, "de") + 2.0
    block = QtMeasure().wrap((Run(LONG, font, "#000000"),), just, language="de")
    assert block.lines[0].text == "Wirtschafts-"
