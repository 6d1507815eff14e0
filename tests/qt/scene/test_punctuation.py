"""Punctuation: what is wide where, and where lines may part."""

import pytest

from jn_presenter.draw.typography import HAIR
from jn_presenter.qt.scene.punctuation import (
    HALF,
    ends_phrase,
    full_width,
    indent,
    inside_figures,
    may_part,
    narrow_marks,
    outdent,
    spacing,
)


@pytest.mark.parametrize(
    ("text", "language", "wide"),
    [
        ("“smart”", "zh", True),
        ("“智能”", "en", False),
        ("“智能”", "", True),
        ("“smart”", "", False),
        ("x", "zh-Hans", True),
    ],
)
def test_marks_are_wide_in_chinese(text: str, language: str, wide: bool) -> None:
    assert full_width(text, language) is wide


def test_english_sets_every_quote_narrow() -> None:
    assert narrow_marks("the Zone’s “smart” grid…", full=False) == {8, 11, 17, 23}


def test_chinese_sets_only_an_apostrophe_narrow() -> None:
    assert narrow_marks("“Zone’s”是‘园区’的", full=True) == {5}


def test_a_hair_space_stands_between_scripts() -> None:
    assert spacing("突破2000亿元", full=True) == ((1, HAIR), (5, HAIR))


@pytest.mark.parametrize("text", ["谷”，", "（《", "。“", "》）", "：“"])
def test_neighbouring_marks_share_one_blank_half(text: str) -> None:
    assert spacing(text, full=True)[-1] == (len(text) - 2, -HALF)


@pytest.mark.parametrize("text", ["”与", "年，江", "（江", "…。", "——（"])
def test_a_mark_beside_letters_keeps_its_width(text: str) -> None:
    assert spacing(text, full=True) == ()


def test_english_squeezes_nothing() -> None:
    assert spacing("”,“", full=False) == ()


def test_blank_halves_at_the_ends_of_a_line_do_not_count() -> None:
    assert (indent("“", full=True), outdent("。", full=True)) == (HALF, HALF)
    assert (indent("江", full=True), outdent("江", full=True)) == (0.0, 0.0)
    assert (indent("“", full=False), outdent("”", full=False)) == (0.0, 0.0)


@pytest.mark.parametrize("character", "，。、；：？！）》”…～—％")
def test_no_line_begins_with(character: str) -> None:
    assert not may_part("江", character)


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


@pytest.mark.parametrize("pair", ["，诚", "的产", "域与", "区“", " a", "到2"])
def test_titles_part_between_phrases(pair: str) -> None:
    assert ends_phrase(pair[0], pair[1])


@pytest.mark.parametrize("pair", ["开发", "参与", "de"])
def test_titles_do_not_part_inside_words(pair: str) -> None:
    assert not ends_phrase(pair[0], pair[1])
