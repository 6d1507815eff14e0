"""Layouts are chosen by content, and however finely it is divided its words are all there."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.moving_in.composing import CONTINUED, composed
from jn_presenter.moving_in.dividing import DEGREES
from jn_presenter.moving_in.found import Block, Figures, Grid, Line, Sheet, Shown, Words, strings
from tests.imported import png

LETTERS = st.text("中文字，。 ab1:", min_size=1, max_size=60).map(str.strip).filter(bool)
CELLS = st.lists(st.tuples(LETTERS, LETTERS, LETTERS), min_size=1, max_size=12).map(tuple)
BLOCKS = st.one_of(
    st.lists(st.builds(Line, LETTERS, st.integers(0, 2)), min_size=1, max_size=8).map(
        lambda lines: Words(tuple(lines))
    ),
    st.builds(Grid, st.tuples(LETTERS, LETTERS, LETTERS), CELLS),
)


def layouts(sheet: Sheet, degree: int = 0, **more: Any) -> list[object]:
    return [made.page["layout"] for made in composed(sheet, "zh", degree, "x", **more).slides]


def points(*words: str) -> Words:
    return Words(tuple(map(Line, words)))


def said(value: object) -> str:
    if isinstance(value, dict):
        return "".join(said(one) for key, one in value.items() if key not in ("layout", "plain"))
    return "".join(map(said, value)) if isinstance(value, list) else str(value)


@given(st.lists(BLOCKS, max_size=3), LETTERS, LETTERS | st.just(""), st.integers(0, DEGREES), st.booleans())
def test_no_character_is_lost_at_any_degree(
    blocks: list[Block], title: str, subtitle: str, degree: int, first: bool
) -> None:
    sheet = Sheet(number=1, title=title, subtitle=subtitle, blocks=tuple(blocks))
    made = composed(sheet, "zh", degree, "x", first=first).slides
    found = "".join(said(one.page) for one in made)
    for words in strings(sheet):
        for character in "中文字ab1":
            assert words.count(character) <= found.count(character)


def test_what_is_alone_fills_its_slide() -> None:
    assert layouts(Sheet(number=1, title="甲", subtitle="乙"), first=True) == ["cover"]
    assert layouts(Sheet(number=2, title="甲", kind="cover")) == ["cover"]
    assert layouts(Sheet(number=2, title="甲", kind="section", subtitle="乙")) == ["section"]
    assert layouts(Sheet(number=2, title="甲")) == ["section"]
    assert layouts(Sheet(number=2)) == ["section"]
    assert layouts(Sheet(number=2, title="甲", blocks=(points("一句话"),))) == ["statement"]
    assert layouts(Sheet(number=2, title="甲", kind="quote", blocks=(points("一句话"),))) == ["quote"]


def test_words_stand_as_points_columns_or_cards() -> None:
    assert layouts(Sheet(number=2, title="甲", blocks=(points("一", "二", "三", "四"),))) == ["points"]
    assert layouts(Sheet(number=2, title="甲", blocks=(points("一", "二"), points("三", "四")))) == ["two-columns"]
    sides = (points("一", "二"), points("三", "四"))
    (made,) = composed(Sheet(number=2, title="甲", subtitle="乙", blocks=sides), "zh", 0, "x").slides
    assert (made.page["layout"], made.page["lead"]) == ("two-columns", {"zh": "乙"})
    nested = Words((Line("一"), Line("二", 1), Line("三"), Line("四", 1), Line("五", 1)))
    assert layouts(Sheet(number=2, title="甲", blocks=(nested,))) == ["cards"]
    assert layouts(Sheet(number=2, title="甲", blocks=(nested,)), degree=1) == ["points"]


def test_a_picture_or_a_chart_has_short_points_beside_it() -> None:
    picture = Shown(png(), ".png")
    chart = Figures("bar", ("n", "v"), (("a", "1"),))
    for block in (picture, chart):
        assert layouts(Sheet(number=2, title="甲", blocks=(points("一", "二"), block))) == ["chart-right"]
        assert layouts(Sheet(number=2, title="甲", blocks=(points("一" * 80, "二"), block))) == ["points", "chart-full"]
        assert layouts(Sheet(number=2, title="甲", blocks=(points("一"), block))) == ["chart-full"]
    assert layouts(Sheet(number=2, title="甲", blocks=(chart,)), degree=3) == ["table"]
    assert layouts(Sheet(number=2, title="甲", blocks=(picture, picture))) == ["chart-full", "chart-full"]


def test_further_slides_say_that_they_go_on_and_notes_are_said_once() -> None:
    sheet = Sheet(number=2, title="甲", blocks=(points(*"一二三四五六七"),), notes="慢讲")
    first, second = composed(sheet, "zh", 0, "x").slides
    assert second.page["title"] == {"zh": f"甲{CONTINUED['zh']}"}
    assert "notes" in first.page
    assert "notes" not in second.page


def test_digits_in_words_have_a_reason_and_those_of_files_need_none() -> None:
    sheet = Sheet(number=2, title="甲", blocks=(Figures("bar", ("n", "v"), (("a", "1"),)),))
    (made,) = composed(sheet, "zh", 0, "x-2").slides
    assert "plain" not in made.page
    (made,) = composed(Sheet(number=2, title="甲 2"), "zh", 0, "x").slides
    assert "plain" in made.page


def test_a_wide_table_keeps_its_first_column_on_each_slide() -> None:
    grid = Grid(tuple("甲乙丙丁戊己庚"), (tuple("一二三四五六七"),))
    made = composed(Sheet(number=2, title="表", blocks=(grid,)), "zh", 0, "x").slides
    heads = [[one["zh"] for one in slide.page["table"]["columns"]] for slide in made]  # type: ignore[index,call-overload]
    assert heads == [list("甲乙丙丁"), list("甲戊己庚")]
