"""Lines out of whatever is written."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise.lines import Lines


def test_lines_come_whole_however_they_are_cut() -> None:
    lines = Lines(100)
    assert list(lines.feed(b"on")) == []
    assert list(lines.feed(b"e\ntwo\nthr")) == [b"one", b"two"]
    assert list(lines.feed(b"ee\n")) == [b"three"]


def test_a_line_that_is_too_long_is_left_out_or_cut() -> None:
    assert list(Lines(3).feed(b"abc\nabcd\nab\n")) == [b"abc", b"ab"]
    assert list(Lines(3, cut=True).feed(b"abc\nabcd\nab\n")) == [b"abc", b"abc", b"ab"]


def test_a_line_without_an_end_keeps_no_more_than_its_bound() -> None:
    lines = Lines(100)
    for _ in range(1000):
        assert list(lines.feed(b"x" * 65_536)) == []
    assert len(lines._begun) == 100
    assert list(lines.feed(b"\nnext\n")) == [b"next"]


@given(st.binary(max_size=400), st.lists(st.integers(0, 400), max_size=8), st.integers(1, 60))
def test_however_it_comes_the_lines_are_the_same(content: bytes, cuts: list[int], most: int) -> None:
    lines, found, start = Lines(most), [], 0
    for cut in sorted({*cuts, len(content)}):
        found += list(lines.feed(content[start:cut]))
        start = max(start, cut)
    expected = content.split(b"\n")[:-1]
    assert found == [line for line in expected if len(line) <= most]
