"""A figure in several languages: on one baseline where there is room, else one clear beneath the other."""

import pytest

from jn_presenter.draw.figure_row import foot, in_row, numerals_of, row_marks
from jn_presenter.draw.numeral import UNDER
from jn_presenter.draw.targets import target_rule
from jn_presenter.model.marks import Box, Datum
from tests.look import env

SAID = (("zh", "2000亿级"), ("en", "the RMB 200-billion class"))


def test_the_first_language_is_largest_and_alone_in_its_ink() -> None:
    first, second = numerals_of(SAID, env(), 100.0, 800.0, "#abcdef")
    assert (first.size, second.size) == (100.0, pytest.approx(60.0))
    assert [line.runs[0].colour for name, line in first.parts if name == "number"] == ["#abcdef"]
    assert {line.runs[0].colour for _, line in second.parts} == {env().style.quiet}


def test_no_language_is_under_the_smallest_size() -> None:
    assert numerals_of(SAID, env(), 24.0, 800.0, "#abcdef")[1].size == 24.0


def test_side_by_side_they_share_a_baseline_and_do_not_touch() -> None:
    numerals = numerals_of(SAID, env(), 80.0, 1600.0, "#abcdef")
    (x, y, first), (further, line, _) = in_row(numerals, 10.0, 200.0, 1600.0, "left", beside=True)
    assert (x, y, line) == (10.0, 200.0, 200.0)
    assert further > x + first.width


@pytest.mark.parametrize(("width", "beside"), [(500.0, True), (1600.0, False)])
def test_else_the_second_stands_beneath_clear_of_a_targets_rule(width: float, beside: bool) -> None:
    numerals = numerals_of(SAID, env(), 80.0, width, "#abcdef")
    (x, y, first), (below, line, second) = in_row(numerals, 10.0, 200.0, width, "left", beside=beside)
    rule = target_rule(first, x, y, env()).shape
    assert isinstance(rule, Box)
    assert below == x
    assert line - second.rise > rule.y + rule.h


def test_they_stand_where_they_are_aligned() -> None:
    numerals = numerals_of(SAID[:1], env(), 80.0, 800.0, "#abcdef")
    (x, _, numeral), *_ = in_row(numerals, 0.0, 0.0, 800.0, "right", beside=True)
    assert x + numeral.width == pytest.approx(800.0)


def test_nothing_said_is_nothing_placed() -> None:
    assert in_row((), 0.0, 0.0, 800.0, "left", beside=True) == ()


def test_its_foot_is_that_of_the_lowest() -> None:
    row = in_row(numerals_of(SAID, env(), 80.0, 500.0, "#abcdef"), 0.0, 100.0, 500.0, "left", beside=False)
    assert foot(row) == row[1][1] + UNDER * row[1][2].size


def test_the_first_number_alone_stands_for_the_datum_and_keys_differ_by_language() -> None:
    row = in_row(numerals_of(SAID, env(), 80.0, 500.0, "#abcdef"), 0.0, 100.0, 500.0, "left", beside=False)
    datum = Datum(fact="software", state="target")
    marks = row_marks(row, 1.0, datum)
    assert [mark.key for mark in marks if mark.datum] == ["figure.number"]
    assert len({mark.key for mark in marks}) == len(marks)
