"""Large numerals: words smaller on the same baseline, counters that keep their places."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.numeral import AFFIX, LADDER, Numeral, ladder, set_numeral
from tests.look import MOMENTS, env


def numeral(words: str, language: str = "zh", size: float = 160.0, width: float = 2000.0) -> Numeral:
    return set_numeral(words, language, env(), size, width, "#6fc3ff", "#f3f6fa")


def parts(of: Numeral) -> dict[str, Any]:
    return dict(of.parts)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("突破1000亿元", "zh", {"before": "突破", "number": "1000", "after": "亿元"}),
        ("over RMB 100 billion", "en", {"before": "over RMB", "number": "100", "after": "billion"}),
        ("第6位", "zh", {"before": "第", "number": "6", "after": "位"}),
        ("47%", "zh", {"number": "47", "after": "%"}),
        ("千亿级", "zh", {"number": "千亿级"}),
    ],
)
def test_a_figure_falls_into_number_and_words(words: str, language: str, expected: dict[str, str]) -> None:
    assert {name: line.text for name, line in numeral(words, language).parts} == expected


def test_the_words_are_smaller_and_on_the_baseline_of_the_number() -> None:
    found = parts(numeral("突破1000亿元"))
    assert {line.y for line in found.values()} == {0.0}
    assert found["before"].runs[0].font.size == pytest.approx(160 * AFFIX)
    assert found["number"].runs[0].font.size == 160
    assert found["before"].x + found["before"].width <= found["number"].x
    assert found["number"].x + found["number"].width <= found["after"].x


def test_where_the_row_is_too_narrow_the_words_before_go_above() -> None:
    found = numeral("over RMB 100 billion", "en", width=520.0)
    assert found.above
    assert parts(found)["before"].y < -0.7 * 160
    assert parts(found)["number"].x == 0.0
    assert found.rise > numeral("100", "en").rise


def test_words_are_never_under_the_smallest_size() -> None:
    assert parts(numeral("5年", size=36.0))["after"].runs[0].font.size == 24


def test_sizes_come_from_a_ladder() -> None:
    assert ladder(163.0) == 160.0
    assert ladder(1.0) == LADDER[-1]
    assert list(LADDER) == sorted(LADDER, reverse=True)


@given(st.integers(0, 9_999_999), MOMENTS)
def test_a_counter_keeps_its_right_edge(value: int, t: float) -> None:
    final = parts(numeral(f"{value:,} visitors", "en"))
    counted = parts(numeral(f"{value:,} visitors", "en").at(t))
    number, end = counted["number"], final["number"]
    assert number.x + number.width == pytest.approx(end.x + end.width)
    assert number.x >= end.x - 1e-6
    assert counted["after"] == final["after"]
    assert int(number.text.replace(",", "")) <= value


@given(st.integers(0, 9_999_999))
def test_a_counter_ends_exactly_at_its_figure(value: int) -> None:
    whole = numeral(f"{value:,} visitors", "en")
    assert whole.at(1.0) == whole


def test_a_counter_begins_at_zero() -> None:
    assert parts(numeral("210余家").at(0.0))["number"].text == "0"


def test_marks_are_named_by_their_part() -> None:
    assert [mark.key for mark in numeral("第6位").marks("figure", 10.0, 20.0)] == [
        "figure.before",
        "figure.number",
        "figure.after",
    ]


@pytest.mark.parametrize(
    ("words", "language", "gap"), [("6위", "ko", 0.1), ("6e rang", "fr", 0.1), ("6 Mrd.", "de", 0.28)]
)
def test_what_is_written_close_to_its_number_stands_close_to_it(words: str, language: str, gap: float) -> None:
    found = parts(numeral(words, language))
    size = found["after"].runs[0].font.size
    assert found["after"].x - found["number"].width == pytest.approx(gap * size)
