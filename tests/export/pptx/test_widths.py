"""Boxes are as wide as makes PowerPoint, which fills line after line, break them where the screen does."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.export.pptx.paragraphs import GUTTER, narrowed, words_of
from jn_presenter.export.pptx.sources import Recorder
from jn_presenter.export.pptx.widths import SLACK, best_width, filled
from jn_presenter.model.marks import Run, TextMark
from jn_presenter.model.style import Font

FONT = Font(40.0)
INK = "#ffffff"
LETTERS = st.text("中国江宁开发区产业，。A1 b“”（）", min_size=1, max_size=60).filter(lambda text: bool(text.strip()))


def broken(text: str, width: float) -> tuple[TextMark, Recorder]:
    recorder = Recorder(FixedMeasure())
    block = recorder.wrap((Run(text, FONT, INK),), width, language="zh")
    return TextMark(key="t", lines=block.lines), recorder


def test_a_text_of_several_lines_is_one_paragraph_with_all_its_words() -> None:
    mark, recorder = broken("江宁开发区的产业链与创新链和价值链\n第二段", 400.0)
    assert len(mark.lines) > 2
    words = words_of(mark, recorder)
    assert words is not None
    assert [one.text for one in words.paragraphs] == ["江宁开发区的产业链与创新链和价值链", "第二段"]


@given(LETTERS, st.floats(80.0, 900.0))
def test_no_letter_is_lost_or_made_up(text: str, width: float) -> None:
    mark, recorder = broken(text, width)
    words = words_of(mark, recorder)
    assert words is not None
    assert words.text.replace(" ", "") == text.replace(" ", "").strip("\n")
    low = max(line.width for line in mark.lines)
    assert words.w >= low * 0.999
    assert words.w <= max(width, low) + GUTTER


def test_the_width_is_one_at_which_the_lines_end_where_they_are_to() -> None:
    runs = (Run("一二三四五六七八九十甲乙", FONT, INK),)
    width = best_width([(runs, "zh", (7,))], 7 * 40.0, 12 * 40.0, Recorder(FixedMeasure()))
    assert 7 * 40.0 <= width / (1.0 + SLACK) < 8 * 40.0


def test_a_text_that_fits_on_one_line_keeps_its_whole_column() -> None:
    mark, recorder = broken("短", 400.0)
    words = words_of(mark, recorder, right=400.0)
    assert words is not None
    assert (words.w, words.wraps) == (400.0, True)


def test_a_line_that_would_stand_out_of_its_place_is_never_broken() -> None:
    mark, recorder = broken("一二三", 4000.0)
    words = words_of(mark, recorder, right=500.0)
    assert words is not None
    assert 120.0 < words.w < 130.0
    assert not words.wraps


def test_lines_begin_with_what_did_not_fit() -> None:
    assert list(filled([(0, 40.0, 0.0), (1, 40.0, 10.0), (3, 40.0, 0.0)], 100.0)) == [3]


def test_paragraphs_of_one_box_share_its_width() -> None:
    first, recorder = broken("一二三四五六七八", 200.0)
    words = words_of(first, recorder)
    assert words is not None
    again = narrowed([*words.paragraphs, *words.paragraphs], 400.0, recorder)
    assert 200.0 <= again < 240.0 * (1.0 + SLACK)
