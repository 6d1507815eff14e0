"""Lines are counted alike wherever something is said of one, or put in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.lines import NEWLINE, PASTED_ENDS, in_lines, place, with_line
from jn_presenter.load.nodes import Mapping, Scalar
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Reading
from tests.load.world import CONTEXT

TEXTS = st.text(st.sampled_from("ab\r\n\x0b\x0c\x85\u2028\u2029"), max_size=12)


@given(TEXTS, st.integers(0, 12))
def test_every_character_is_in_the_line_that_is_told(text: str, index: int) -> None:
    index = min(index, len(text))
    if text[index - 1 : index + 1] == "\r\n":
        index -= 1  # inside of a line end there is no place
    line, column = place(text, index)
    assert NEWLINE.split(text)[line - 1][column - 1 :] == NEWLINE.split(text[index:])[0]


@given(TEXTS, st.integers(1, 14))
def test_one_line_is_another_and_the_rest_as_it_was(text: str, number: int) -> None:
    lines, after = NEWLINE.split(text), with_line(text, number, "new")
    if number > len(lines):
        assert after is None
        return
    assert after is not None
    assert NEWLINE.findall(after) == NEWLINE.findall(text)
    assert NEWLINE.split(after) == [*lines[: number - 1], "new", *lines[number:]]


@given(TEXTS)
def test_signs_nobody_sees_are_spaces_where_a_file_is_read(text: str) -> None:
    read_as = in_lines(text)
    assert len(read_as) == len(text)
    assert all(a == b or (a in PASTED_ENDS and b == " ") for a, b in zip(text, read_as, strict=True))


@pytest.mark.parametrize("sign", PASTED_ENDS)
def test_what_comes_behind_such_a_sign_is_in_the_line_that_editors_show(sign: str) -> None:
    root = read(f"title: 新{sign}旧\nnote: x\n".encode(), Reading("a/one.yaml", CONTEXT))
    assert isinstance(root, Mapping)
    (_, title), (key, _) = root.entries
    assert isinstance(title, Scalar)
    assert (title.value, key.line) == ("新 旧", 2)
