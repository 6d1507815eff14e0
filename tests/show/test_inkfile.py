"""The file with the ink of a show: what was drawn comes back, and nothing else gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.ink import Ink, Point, Stroke
from jn_presenter.show.inkfile import InkFileError, decoded, encoded

LINE = Stroke("highlighter", "amber", 36.0, (Point(0.1, 0.2, 0.3), Point(0.4, 0.5)))


def test_what_was_drawn_comes_back_without_its_history() -> None:
    slides = {"a/one": Ink((LINE, LINE), past=((), (LINE,))), "a/二": Ink((LINE,)), "a/none": Ink((), ((LINE,),))}
    assert decoded(encoded(slides)) == {"a/one": (LINE, LINE), "a/二": (LINE,)}


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_anything_else_is_refused_in_both_languages(content: bytes) -> None:
    with pytest.raises(InkFileError) as caught:
        decoded(content)
    assert caught.value.message.zh
    assert caught.value.message.en


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(InkFileError):
        decoded(b'{"x":' + b"[" * 100_000)


@pytest.mark.parametrize(
    "stroke",
    [
        '{"tool":"brush","colour":"ink","width":6,"points":[[0,0]]}',
        '{"tool":"pen","colour":"ink","width":6,"points":[]}',
        '{"tool":"pen","colour":"ink","width":0,"points":[[0,0]]}',
        '{"tool":"pen","colour":"ink","width":1e9,"points":[[0,0]]}',
        '{"tool":"pen","colour":"ink","width":6,"points":[[0,2]]}',
        '{"tool":"pen","colour":"ink","width":6,"points":[[0,0,-1]]}',
        '{"tool":"pen","colour":"ink","width":6,"points":[["0",0]]}',
    ],
)
def test_a_stroke_that_no_hand_drew_is_refused(stroke: str) -> None:
    with pytest.raises(InkFileError):
        decoded(f'{{"ink":{{"a/one":[{stroke}]}}}}'.encode())


def test_the_stroke_that_is_wrong_is_named() -> None:
    good = '{"tool":"pen","colour":"ink","width":6,"points":[[0,0]]}'
    bad = f"{good},{good.replace('6', '0')}"
    with pytest.raises(InkFileError, match="stroke 2 on a/one"):
        decoded(f'{{"ink":{{"a/one":[{bad}]}}}}'.encode())
