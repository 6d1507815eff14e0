"""The excerpt of a line and the caret under one of its characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.excerpt import MOST_COLUMNS, columns, excerpt
from jn_presenter.load.lines import place

ANY = st.text(st.characters(codec="utf-8"), max_size=300)


def width(line: str) -> int:
    return sum(map(columns, line))


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("title: x", "x"),
        ("zh: 全角文字：错", "错"),
        ("zh: 混排ABC与！中", "！"),
        ("a: 😀😀x", "x"),
        ("e\u0301: x", "x"),
        ("　全角空格x", "x"),
    ],
)
def test_the_caret_is_under_the_character(line: str, sign: str) -> None:
    text = f"first: 行\n{line}\nlast: 行\n"
    shown, caret = excerpt(text, text.index(sign, 8)).split("\n")
    assert shown == line
    assert caret == " " * width(line[: line.index(sign)]) + "^"


def test_full_width_characters_take_two_columns() -> None:
    assert excerpt("zh：题", 2).split("\n")[1] == "  ^"
    assert excerpt("题目：", 2).split("\n")[1] == "    ^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    text = "x: " + "长" * 500 + "!" + "尾" * 500
    shown, caret = excerpt(text, text.index("!")).split("\n")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "!" in shown
    assert width(shown[: shown.index("!")]) == len(caret) - 1


def test_what_could_rearrange_a_terminal_is_not_shown() -> None:
    shown = excerpt("a: \x1b[31mred\u202e\u2066 x\ty", 0).split("\n")[0]
    assert shown == "a: \ufffd[31mred x y"


@given(ANY, st.data())
def test_any_text_gives_two_short_lines(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    shown, caret = excerpt(text, index).split("\n")
    assert width(shown) <= MOST_COLUMNS + 2
    assert caret.strip() == "^"


@given(
    st.lists(st.text("ab中\t", max_size=5), min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]), st.data()
)
def test_lines_and_columns_count_from_one_whatever_ends_a_line(lines: list[str], end: str, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[row])))
    index = sum(len(line) + len(end) for line in lines[:row]) + column
    assert place(end.join(lines), index) == (row + 1, column + 1)
