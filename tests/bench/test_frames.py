import pytest

from bench.rows.frames import rows_of
from bench.span import MOTION, TRANSITION, Span


def test_frames_are_counted_by_kind_and_together() -> None:
    one = [Span(TRANSITION, 0.0, 0.002), Span(TRANSITION, 0.016, 0.017), Span(MOTION, 0.032, 0.033)]
    other = [Span(TRANSITION, 9.0, 9.001), Span(MOTION, 9.016, 9.020)]
    transition, motion, everything = rows_of([one, other])
    assert (transition.n, motion.n, everything.n) == (3, 2, 5)
    assert transition.ours == pytest.approx(2.0)
    assert motion.ours == pytest.approx(4.0)
    assert everything.ours == pytest.approx(4.0)
    # from one motion to the next is no distance between frames
    assert "most 16.0" in everything.spread
