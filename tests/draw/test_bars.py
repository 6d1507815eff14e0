"""Rows of bars: words that never overlap or leave their place, lengths in proportion."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bars import Bars, Row, lay_out
from jn_presenter.draw.figures import as_text
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import Text
from tests.decks import text
from tests.look import LANGUAGES, collisions, env, labels, outside, text_boxes

PLACES = [Rect(976.0, 300.0, 832.0, 640.0), Rect(96.0, 400.0, 888.0, 760.0), Rect(1500.0, 100.0, 1264.0, 848.0)]


def rows(names: list[Text], values: list[float], words: list[Text] | None = None) -> list[Row]:
    said = words or [as_text((("zh", f"{value:.0f}亿级"), ("en", f"RMB {value:.0f} class"))) for value in values]
    return [Row(str(k), *row) for k, row in enumerate(zip(names, values, said, strict=True))]


def boxes(bars: Bars) -> list[tuple[str, Rect]]:
    texts = text_boxes(mark for row in bars.rows for mark in (row.name, row.value))
    return texts + [(f"bar.{k}", Rect(b.x, b.y, b.w, b.h)) for k, b in enumerate(row.bar for row in bars.rows)]


@settings(max_examples=120, deadline=None)
@given(st.integers(2, 12), st.sampled_from(PLACES), st.sampled_from(LANGUAGES), st.data())
def test_nothing_overlaps_and_nothing_leaves_the_place(
    count: int, place: Rect, languages: tuple[str, ...], data: st.DataObject
) -> None:
    names = data.draw(st.lists(labels(), min_size=count, max_size=count))
    values = [float(value) for value in data.draw(st.lists(st.integers(0, 20_000), min_size=count, max_size=count))]
    bars = lay_out(rows(names, values), place, env(languages))
    assert not collisions(boxes(bars))
    assert not outside(boxes(bars), place)


@given(st.lists(st.integers(-500, 5000), min_size=1, max_size=12), st.sampled_from(PLACES))
def test_lengths_are_in_proportion_from_one_zero(values: list[int], place: Rect) -> None:
    names = [text("智能电网", "Smart grid")] * len(values)
    bars = lay_out(rows(names, [float(value) for value in values]), place, env())
    unit = max((row.bar.w / abs(value) for row, value in zip(bars.rows, values, strict=True) if value), default=0.0)
    for row, value in zip(bars.rows, values, strict=True):
        assert row.bar.w == pytest.approx(abs(value) * unit)
        assert (row.bar.x + row.bar.w if value < 0 else row.bar.x) == pytest.approx(bars.zero)


def test_rows_keep_their_order() -> None:
    names = [text(f"第{k}", f"no {k}") for k in range(4)]
    bars = lay_out(rows(names, [1.0, 9.0, 3.0, 2.0]), PLACES[0], env())
    assert [row.name.lines[0].text for row in bars.rows] == ["第0", "第1", "第2", "第3"]
    assert [row.bar.y for row in bars.rows] == sorted(row.bar.y for row in bars.rows)


def test_names_stand_beside_the_bars_where_it_is_wide() -> None:
    bars = lay_out(rows([text("智能电网", "")] * 4, [4.0, 3.0, 2.0, 1.0]), Rect(0, 0, 900, 600), env())
    for row in bars.rows:
        line = row.name.lines[0]
        middle = line.y - (ASCENT - 0.5) * line.runs[0].font.size
        assert line.x + line.width < row.bar.x
        assert middle == pytest.approx(row.bar.y + row.bar.h / 2, abs=1.0)


def test_names_stand_above_the_bars_where_it_is_narrow() -> None:
    bars = lay_out(rows([text("智能电网", "")] * 4, [4.0, 3.0, 2.0, 1.0]), Rect(0, 0, 600, 900), env())
    for row in bars.rows:
        assert row.name.lines[0].x == row.bar.x == 0.0
        assert row.name.lines[-1].y < row.bar.y


def test_a_long_name_is_broken_before_the_bars_become_short() -> None:
    names = [text("新一代信息技术与集成电路产业", ""), text("智能电网", "")]
    bars = lay_out(rows(names, [2.0, 1.0]), Rect(0, 0, 900, 600), env())
    assert len(bars.rows[0].name.lines) > 1
    assert not bars.overflow


def test_names_that_cannot_be_set_are_cut_and_said_to_overflow() -> None:
    names = [text("信息" * 30, "")] * 12
    bars = lay_out(rows(names, [1.0] * 12), Rect(0, 0, 400, 500), env())
    assert bars.overflow
    assert all(row.name.lines[-1].text.endswith("…") for row in bars.rows)


def test_values_wider_than_the_place_overflow() -> None:
    words = [text("的" * 90, "")] * 2
    assert lay_out(rows([text("一", "")] * 2, [1.0, 2.0], words), Rect(0, 0, 300, 200), env()).overflow


def test_no_rows_are_no_bars() -> None:
    assert lay_out([], PLACES[0], env()).rows == ()


def test_values_of_zero_are_no_overflow() -> None:
    bars = lay_out(rows([text("一", "")] * 2, [0.0, 0.0]), PLACES[0], env())
    assert not bars.overflow
    assert [row.bar.w for row in bars.rows] == [0.0, 0.0]
