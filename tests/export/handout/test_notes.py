"""Notes are printed as running text: what a presenter has on lines of their own follows each other."""

import pytest

from jn_presenter.export.handout.notes import flowing
from jn_presenter.model.text import Text


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("zh", "先看一条时间线。\n1992年创办。\n", "先看一条时间线。1992年创办。"),
        ("en", "A line.\nAnother one.", "A line. Another one."),
        ("ko", "한 줄.\n다음 줄.", "한 줄. 다음 줄."),
        ("zh", "产业、\n[click]\n创新[click]\n和价值。", "产业、创新和价值。"),
        ("en", "Chains of industry,\n[click]\ninnovation\nand value.", "Chains of industry, innovation and value."),
        ("zh", "示例市友好代表团\n张示例　副会长\n王示例", "示例市友好代表团\n张示例　副会长\n王示例"),
        ("en", "Sample City Delegation\nZhang Shili\nWang Shili", "Sample City Delegation\nZhang Shili\nWang Shili"),
        ("zh", "两点：\n- 甲\n- 乙", "两点：\n- 甲\n- 乙"),
        ("en", "First:\n1. one\n2. two", "First:\n1. one\n2. two"),
        ("zh", "上一段。\n\n下一段。", "上一段。\n\n下一段。"),
    ],
)
def test_only_points_and_paragraphs_begin_a_line(language: str, typed: str, printed: str) -> None:
    assert flowing(Text(((language, typed),))).variants == ((language, printed),)
