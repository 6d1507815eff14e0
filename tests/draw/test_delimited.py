"""Rows with a sign between their cells: no more of them than a chart could have."""

from jn_presenter.draw.delimited import MOST_LINES, delimited


def test_of_lines_without_number_no_more_are_read_than_a_chart_could_have() -> None:
    assert len(delimited("a\n" * (MOST_LINES + 500))) == MOST_LINES + 1
