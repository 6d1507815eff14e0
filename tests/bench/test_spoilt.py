"""The short form of the long run over damaged packs."""

from bench.soak.packs import FIRED, SPOILT
from bench.spoilt import spoilt


def test_no_damaged_pack_is_taken_and_none_does_harm() -> None:
    found = spoilt(300, memory=0)
    assert (found.taken, found.raised, found.left) == (0, (), 0)
    assert {"cut", "damaged", "bad-signature", "no-pack", "bad-name"} <= found.codes.keys()


def test_the_long_runs_make_lines_of_the_table() -> None:
    (row,) = FIRED.go(2, lambda _done, _total: None)
    assert row.ours == 0
    assert (FIRED.count(1.0), SPOILT.count(1.0)) == (200, 10_000)
