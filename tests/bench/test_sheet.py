from pathlib import Path

import pytest

from bench import decks
from bench.rows.sheet import FILE, LINES, Read, rows_of, table
from bench.span import READ, STALL, Span
from bench.tables import as_xlsx
from jn_presenter.check import check_deck
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots


def one(*stalls: tuple[float, float], read: tuple[float, float] = (0.1, 0.18)) -> Read:
    return Read(0.0, Span(READ, *read), 2.0, tuple(Span(STALL, *stall) for stall in stalls))


def test_a_stall_counts_in_the_part_of_the_time_in_which_it_was() -> None:
    assert one().stall_ms == one().after_ms == one().rest_ms == 0.0
    whole = one((0.12, 0.125), (0.17, 0.5), (1.9, 1.91))
    assert whole.stall_ms == pytest.approx(10.0)
    assert whole.after_ms == pytest.approx(320.0)
    assert whole.rest_ms == pytest.approx(10.0)
    assert one((-0.5, 0.005)).stall_ms == pytest.approx(5.0)


def test_a_read_is_judged_by_its_95th_and_the_event_loop_by_its_longest_stall() -> None:
    reads = [one((0.10, 0.11), read=(0.1, 0.19)) for _ in range(19)] + [one((0.10, 0.13), read=(0.1, 0.3))]
    read, stall, after = rows_of(reads, [45.0])
    assert [row.ours for row in (read, stall)] == pytest.approx([90.0, 30.0])
    assert read.base == 45.0
    assert [row.within for row in (read, stall, after)] == [True, False, None]


def test_the_sheet_is_read_whole_and_drawn_without_fault(tmp_path: Path) -> None:
    loaded = load_deck(decks.curve_deck(tmp_path, FILE))
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_bytes(as_xlsx(table(1)))
    (snapshot,) = read_snapshots(loaded.deck).values()
    assert (len(snapshot), len(snapshot.columns)) == (LINES, 5)
    assert check_deck(loaded.deck, loaded.sources) == ()
    assert loaded.problems == ()
