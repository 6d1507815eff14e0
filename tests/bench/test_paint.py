import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.paint import MOTION, TRANSITION, Paint, unpack

PAINTS = st.lists(st.builds(Paint, st.sampled_from([TRANSITION, MOTION]), st.floats(0, 1e6), st.floats(0, 1e6)))


@given(PAINTS, st.integers(0, 200))
def test_paints_arrive_whole_however_the_bytes_are_cut(paints: list[Paint], cut: int) -> None:
    data = b"".join(paint.pack() for paint in paints)
    first, left = unpack(data[:cut])
    second, nothing = unpack(left + data[cut:])
    assert first + second == paints
    assert nothing == b""


def test_a_paint_lasts_from_its_beginning_to_its_end() -> None:
    assert Paint(MOTION, 10.0, 10.002).ms == pytest.approx(2.0)
