"""The table on the terminal keeps its columns, whatever the words and however narrow it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.excerpt import columns
from jn_presenter.model.text import Message
from jn_presenter.tables.listing import MOST_LINES, NARROWEST, listing
from jn_presenter.tables.taking import Told

HEADS = ("单元格", "哪里", "原来", "改为")
WORDS = st.text(max_size=200)


def told(before: str, after: str) -> Told:
    return Told(
        cell="数据 Facts!E12", place="facts.yaml:210", what=Message("产值", "output"), before=before, after=after
    )


def test_words_of_both_scripts_stand_in_columns() -> None:
    lines = list(listing([told("总产值一千亿元", "a b")], HEADS, "zh", 70))
    assert lines == [
        "单元格          哪里            原来                改为",
        "--------------  --------------  ------------------  ------------------",
        "数据 Facts!E12  产值            总产值一千亿元      a b",
        "                facts.yaml:210",
    ]


@given(WORDS, WORDS, st.integers(0, 200))
def test_no_line_is_wider_than_the_terminal_and_nothing_moves_the_cursor(before: str, after: str, width: int) -> None:
    lines = list(listing([told(before, after)], HEADS, "en", width))
    assert all(sum(map(columns, line)) <= max(NARROWEST, width) for line in lines)
    assert all(line.isprintable() for line in lines)
    assert len(lines) <= 2 + MOST_LINES + 3


def test_very_long_words_are_cut() -> None:
    lines = list(listing([told("长" * 5000, "x")], HEADS, "zh", 100))
    assert "…" in lines[-1]
