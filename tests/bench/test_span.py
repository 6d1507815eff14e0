import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.span import MOTION, READ, TRANSITION, Span, pipe, told, unpack

SPANS = st.lists(st.builds(Span, st.sampled_from([TRANSITION, MOTION]), st.floats(0, 1e6), st.floats(0, 1e6)))


@given(SPANS, st.integers(0, 200))
def test_spans_arrive_whole_however_the_bytes_are_cut(spans: list[Span], cut: int) -> None:
    data = b"".join(span.pack() for span in spans)
    first, left = unpack(data[:cut])
    second, nothing = unpack(left + data[cut:])
    assert first + second == spans
    assert nothing == b""


def test_a_span_lasts_from_its_beginning_to_its_end() -> None:
    assert Span(MOTION, 10.0, 10.002).ms == pytest.approx(2.0)


def test_what_is_told_comes_out_of_the_pipe_and_nobody_waits_for_more() -> None:
    span = Span(READ, 2.0, 3.0)
    with pipe() as (reader, writer):
        heard = told(reader)
        assert next(heard) == []
        os.write(writer, span.pack()[:5])
        assert next(heard) == []
        os.write(writer, span.pack()[5:] + span.pack())
        assert next(heard) == [span, span]
