"""Text as it is set with the real font: rules of line breaking by properties, and lines painted as measured."""

import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from jn_presenter.draw.typography import HAIR, baseline
from jn_presenter.model.element import Block
from jn_presenter.model.marks import Line, Run, TextMark
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.shaping import LARGE, shape
from jn_presenter.qt.scene.text import QtMeasure, places
from tests.golden_images import pixels
from tests.qt.scene.conftest import Draw

MEASURE = QtMeasure()
BODY = Font(36.0)
INK = "#ffffff"
SENTENCES = [
    "江宁开发区“软件谷”，2020年信息服务业突破2000亿元；智能电网——绿色～智能（《中国制造》）。“好”…",
    "截至2021年6月4日，开发区共有210余家企业，第1位的产值超过RMB 200亿元！",
    "“十四五”期间（至2025年）：产业集群、绿色智能、未来之城……怎么做？",
    "全国第6位～第8位，（“双核”）与《规划》；A/B两类、30多个——共1,200项。",
]
ENGLISH = "the Zone’s “smart” grid… covers 47 % of the built-up area; over RMB 100 billion — by 2025 only"
STARTS = "，。、；：？！）》”…～—％"
ENDS = "（《“"


def wrapped(text: str, width: float, language: str = "zh", **more: object) -> Block:
    return MEASURE.wrap((Run(text, BODY, INK),), width, language=language, **more)  # type: ignore[arg-type]


def words(block: Block) -> list[str]:
    return [line.text for line in block.lines]


@pytest.mark.parametrize("balance", [False, True])
@pytest.mark.parametrize("width", [170, 216, 300, 420, 777])
@pytest.mark.parametrize("text", SENTENCES)
def test_chinese_lines_begin_and_end_as_they_may(text: str, width: float, balance: bool) -> None:
    found = words(wrapped(text, width, balance=balance))
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in found if line[0] in STARTS]
    assert not [line for line in found if line[-1] in ENDS]
    assert not [line for line in found[1:] if re.fullmatch(r"\w[，。、；：？！…]*", line)]


SAMPLE = [*"江宁开发区智能，。（”“—…", "2020", "RMB 20", "grid ", "～"]
PARTS = st.lists(st.sampled_from(SAMPLE), min_size=1, max_size=30)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARTS.map("".join), st.integers(108, 700), st.booleans(), st.sampled_from(["zh", "en", ""]))
def test_no_text_is_lost_and_no_line_is_too_wide(text: str, width: int, balance: bool, language: str) -> None:
    block = wrapped(text, width, language, balance=balance)
    assert "".join(words(block)).replace(" ", "") == text.replace(" ", "")
    for line in block.lines:
        assert line.width <= width + 0.1
        assert line.width == pytest.approx(MEASURE.advance(line.text, BODY, line.language))
    assert block.width == max(line.width for line in block.lines)


def test_figures_are_not_torn() -> None:
    assert words(wrapped("开发区产值突破2000亿元以上", 36 * 8)) == ["开发区产值突破", "2000亿元以上"]


def test_a_figure_too_long_for_a_line_is_torn_all_the_same() -> None:
    block = wrapped("1234567890亿元", 100)
    assert "".join(words(block)) == "1234567890亿元"
    assert block.width <= 100


@pytest.mark.parametrize("text", SENTENCES)
def test_balance_keeps_the_number_of_lines(text: str) -> None:
    plain, even = wrapped(text, 420), wrapped(text, 420, balance=True)
    assert len(even.lines) == len(plain.lines)
    assert even.width <= plain.width


@pytest.mark.parametrize("text", ["——", "，，，，，，", "（（（（", "antidisestablishmentarianism"])
def test_what_has_no_good_break_is_broken_all_the_same(text: str) -> None:
    found = wrapped(text, 40)
    assert "".join(words(found)) == text
    assert all(line.width <= 40 for line in found.lines)


def test_the_blank_halves_of_marks_need_no_room() -> None:
    assert words(wrapped("江宁开发。", 36 * 4.5)) == ["江宁开发。"]
    assert words(wrapped("“江宁开发", 36 * 4.5)) == ["“江宁开发"]
    assert len(words(wrapped("江宁开发。", 36 * 4.4))) == 2


def test_a_plain_text_has_one_way_of_setting_quotes() -> None:
    block = wrapped("江宁开发\n“smart”", 400, "")
    assert block.lines[1].width == MEASURE.advance("“smart”", BODY, "zh")
    assert wrapped("Jiangning\n“smart”", 400, "").lines[1].width == MEASURE.advance("“smart”", BODY, "en")


def test_english_breaks_between_words() -> None:
    for line in words(wrapped(ENGLISH, 420, "en")):
        assert f" {line} " in f" {ENGLISH} "


def test_a_compound_is_broken_at_its_hyphen_only_where_a_line_has_no_other_place() -> None:
    assert not any(line.endswith("-") for line in words(wrapped("To be world-class", 220, "en")))
    assert any(line.endswith("-") for line in words(wrapped("ten-billion-yuan", 200, "en")))


def test_a_balanced_line_in_english_does_not_end_with_an_article_or_a_preposition() -> None:
    found = words(wrapped("From a start in June 1992 to No. 6 in the nation", 560, "en", balance=True))
    assert not [line for line in found if re.search(r"\b(a|in|to|the) ?$", line)]


def test_common_words_of_chinese_are_not_torn() -> None:
    text = "空气质量达到二级标准以上的天数"
    for width in range(300, 540, 20):
        found = "/".join(words(wrapped(text, width, balance=True)))
        assert all(word in found for word in ("空气", "质量", "标准", "以上")), found


def test_what_is_emphasized_stands_on_one_line_where_it_can() -> None:
    def title(*runs: tuple[str, str]) -> list[str]:
        marked = tuple(Run(words, BODY, ink) for words, ink in runs)
        return words(MEASURE.wrap(marked, 330, language="zh", balance=True))

    assert title(("让营商环境成为", INK), ("全国一流", "#ff0000")) == ["让营商环境成为", "全国一流"]
    assert title(("建成", INK), ("全球一流", "#ff0000"), ("的创新型园区", INK)) == ["建成全球一流的", "创新型园区"]


def test_chinese_lines_end_with_punctuation_where_they_are_then_well_filled() -> None:
    assert words(wrapped("雨污分流、水体治理、大气防治都在推进", 580)) == ["雨污分流、水体治理、", "大气防治都在推进"]


def test_a_quotation_may_begin_a_line_after_punctuation() -> None:
    assert 3 in places("坚持。“四个一律”", "zh")[0]


def test_a_line_feed_breaks_a_line() -> None:
    assert words(wrapped("江宁\n\n开发区", 400)) == ["江宁", "", "开发区"]


def test_nothing_is_one_empty_line() -> None:
    block = MEASURE.wrap((), 400)
    assert words(block) == [""]
    assert (block.width, block.height) == (0.0, 36.0 * 1.4)


def test_runs_keep_font_and_colour_across_lines() -> None:
    runs = (Run("江宁开发区突破", BODY, INK), Run("2000亿元的", Font(36.0, True), "#ff0000"), Run("大关", BODY, INK))
    block = MEASURE.wrap(runs, 300, language="zh")
    found = [run for line in block.lines for run in line.runs]
    assert "".join(run.text for run in found if run.font.bold) == "2000亿元的"
    assert {run.colour for run in found if run.font.bold} == {"#ff0000"}


def test_baselines_stand_by_the_size_of_the_line() -> None:
    block = MEASURE.wrap((Run("江宁\n", BODY, INK), Run("宁", Font(72.0), INK)), 400, leading=1.5)
    assert [line.y for line in block.lines] == [baseline(0, BODY, 1.5), baseline(54.0, Font(72.0), 1.5)]
    assert block.height == 54.0 + 108.0


@pytest.mark.parametrize(("align", "x"), [("left", 0.0), ("centre", 200.0), ("right", 400.0)])
def test_lines_are_aligned_within_the_width(align: str, x: float) -> None:
    (line,) = wrapped("江宁", 472.0, align=align).lines
    assert line.x == pytest.approx(x)


def test_script_changes_have_a_hair_space_and_the_text_stays_as_typed() -> None:
    text = "突破2000亿元"
    apart = MEASURE.advance("突破", BODY) + MEASURE.advance("2000", BODY) + MEASURE.advance("亿元", BODY)
    assert MEASURE.advance(text, BODY) == pytest.approx(apart + 2 * HAIR * 36, abs=0.1)
    assert words(wrapped(text, 1000)) == [text]


def test_quotes_are_wide_in_chinese_and_narrow_in_english() -> None:
    text = "a“b”c"
    assert MEASURE.advance(text, BODY, "zh") > MEASURE.advance(text, BODY, "en") + 36


def test_marks_at_the_ends_of_a_line_do_not_move_its_letters(draw: Draw) -> None:
    assert MEASURE.advance("“江”", BODY, "zh") == pytest.approx(72.0)
    left = ink(draw(mark("“江", 20, 60), width=200)).min(axis=1)
    assert 20 <= left[1] <= 26


@pytest.mark.parametrize("text", ["江宁 2,345.67", "𬭊元素", "é̂à", "Zone’s"])
@pytest.mark.parametrize("size", [24.0, 36.0, 72.0])
def test_advances_grow_with_the_size_alone(text: str, size: float) -> None:
    assert MEASURE.advance(text, Font(2 * size)) == pytest.approx(2 * MEASURE.advance(text, Font(size)), rel=0.002)


def test_characters_beyond_the_basic_plane_are_one_place_each() -> None:
    paragraph = shape((Run("元𬭊素", BODY, INK),), "zh")
    assert paragraph.xs() == pytest.approx((0.0, 36.0, 72.0, 108.0))
    assert words(wrapped("元𬭊素𬭊", 72)) == ["元𬭊", "素𬭊"]


def mark(text: str, x: float, y: float, font: Font = BODY, language: str = "zh") -> TextMark:
    return TextMark(key="text", lines=(Line(x, y, 0.0, (Run(text, font, INK),), language),))


def ink(image: QImage) -> np.ndarray:
    """The (row, column) of every pixel that is at least half covered, as two rows."""
    return np.stack(np.nonzero(pixels(image).max(axis=2) > 127))


@pytest.mark.parametrize("scale", [0.5, 2.0, 3.0])
def test_lines_broken_at_logical_px_hold_at_any_scale(draw: Draw, scale: float) -> None:
    text = mark("江宁开发区2020年", 20, 60)
    once, scaled = ink(draw(text, width=420)), ink(draw(text, width=420, scale=scale))
    for axis in (0, 1):
        assert scaled[axis].min() / scale == pytest.approx(once[axis].min(), abs=2.0)
        assert scaled[axis].max() / scale == pytest.approx(once[axis].max(), abs=2.0)


def test_the_baseline_is_where_the_line_says(draw: Draw) -> None:
    assert ink(draw(mark("H", 20, 100)))[0].max() == 99
    assert ink(draw(mark("H", 20, 100, Font(100))))[0].max() == 99


def test_large_letters_look_like_those_that_qt_draws(draw: Draw) -> None:
    """From LARGE device px on glyphs are filled one by one; the same letters just below and above are the same."""
    below = draw(mark("江宁g“", 8, 80, Font(LARGE - 0.6)), width=320).convertToFormat(QImage.Format.Format_Grayscale8)
    above = draw(mark("江宁g“", 8, 80, Font(LARGE)), width=320).convertToFormat(QImage.Format.Format_Grayscale8)
    levels = [int(pixels(image.convertToFormat(QImage.Format.Format_RGB32)).sum()) for image in (below, above)]
    assert levels[0] == pytest.approx(levels[1], rel=0.04)


def test_each_run_of_a_large_line_has_its_colour(draw: Draw) -> None:
    runs = (Run("江", Font(80.0), "#ff0000"), Run("宁", Font(80.0), "#0000ff"))
    image = pixels(draw(TextMark(key="", lines=(Line(0.0, 90.0, 0.0, runs, "zh"),))))
    assert (image[:, :78, 0] == 0).all()
    assert (image[:, 82:, 2] == 0).all()
    assert image[:, :78, 2].max() == image[:, 82:, 0].max() == 255
