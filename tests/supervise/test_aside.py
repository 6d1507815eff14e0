"""A slide's day aside, by a clock on the wall that anybody may set."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise.aside import DAY_S, MOST_SLIDES, aged, read, set_aside, written

NOW = 1_700_000_000.0
HOUR, YEAR = 3600.0, 365 * 86_400.0


def test_a_slide_is_aside_for_a_day_and_then_back() -> None:
    left = set_aside({}, "a/b")
    assert aged(left, DAY_S - 1.0) == {"a/b": 1.0}
    assert aged(left, DAY_S) == {}


def test_set_aside_once_more_the_day_begins_anew() -> None:
    assert set_aside(aged(set_aside({}, "a/b"), HOUR), "a/b") == {"a/b": DAY_S}


def test_between_two_runs_the_clock_on_the_wall_counts() -> None:
    content = written({"a/b": DAY_S, "a/c": HOUR}, NOW)
    assert read(content, NOW + 2 * HOUR) == {"a/b": DAY_S - 2 * HOUR}


@pytest.mark.parametrize("jump", [-HOUR, -YEAR])
def test_a_clock_put_back_makes_no_day_longer(jump: float) -> None:
    assert read(written({"a/b": HOUR}, NOW), NOW + jump) == {"a/b": HOUR}


@pytest.mark.parametrize(("jump", "left"), [(HOUR, {"a/b": 23 * HOUR}), (YEAR, {})])
def test_a_clock_put_forward_brings_a_slide_back_early_at_most(jump: float, left: dict[str, float]) -> None:
    assert read(written({"a/b": DAY_S}, NOW), NOW + jump) == left


def test_of_too_many_the_one_that_has_waited_longest_is_back() -> None:
    left: dict[str, float] = {}
    for number in range(MOST_SLIDES + 1):
        left = set_aside(aged(left, 1.0), f"a/{number}")
    assert len(left) == MOST_SLIDES
    assert "a/0" not in left


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"at": 1}',
        b'{"at": 1, "left": []}',
        b'{"at": "x", "left": {}}',
        b'{"at": 1, "left": {"a/b": null}}',
        b'{"at": NaN, "left": {"a/b": 5}}',
        b'{"at": 1, "left": {"a/b": Infinity, "a/c": NaN}}',
        b'{"at": 1' + b"0" * 400 + b', "left": {"a/b": 5}}',
    ],
)
def test_a_file_that_is_none_says_nothing(content: bytes) -> None:
    assert read(content, 1.0) == {}


def test_no_file_sets_a_slide_aside_for_longer_than_a_day() -> None:
    assert read(json.dumps({"at": NOW, "left": {"a/b": 1e9}}).encode(), NOW) == {"a/b": DAY_S}


@given(
    st.dictionaries(st.text(min_size=1, max_size=20), st.floats(1.0, DAY_S), max_size=20),
    st.floats(0.0, 4e9),
    st.floats(-1e9, 1e9),
)
def test_any_clock_leaves_between_nothing_and_what_there_was(left: dict[str, float], at: float, jump: float) -> None:
    found = read(written(left, at), at + jump)
    assert found.keys() <= left.keys()
    assert all(rest <= left[slide] + 1.0 for slide, rest in found.items())
