import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from bench import decks
from bench.flooded import Flood, Memory
from bench.process import output
from bench.rehearsal import Rehearsal
from bench.rows.flood import row_of
from jn_presenter.check import check_deck
from jn_presenter.draw.feeding import deck_feeds
from jn_presenter.load import load_deck


def test_the_deck_has_six_charts_with_a_feed_each(tmp_path: Path) -> None:
    loaded = load_deck(decks.flood_deck(tmp_path))
    assert loaded.problems == ()
    assert [problem.code for problem in check_deck(loaded.deck, loaded.sources) if problem.severity == "error"] == []
    assert len(deck_feeds(loaded.deck)) == 6


def test_as_many_snapshots_as_wanted_are_handed_over_and_painted(qapp: object, tmp_path: Path) -> None:
    loaded = load_deck(decks.flood_deck(tmp_path))
    show = Rehearsal(loaded, QSize(480, 270))
    try:
        flood = Flood(show)
        assert flood.go_on(60) > 0.0
        assert (flood.snapshots, flood.paints) == (60, 2)
        assert set(show.store.snapshots) == set(deck_feeds(loaded.deck))
    finally:
        show.close()


def test_growth_is_from_the_first_look_to_the_last() -> None:
    row = row_of(Memory(5_000, 120.0, 126.0, 124.5, 100_000, 3_334))
    assert (row.ours, row.within) == (4.5, True)
    assert row.what == "growth of resident memory over 100,000 snapshots into 6 charts, after 5,000"
    assert row.spread == "from 120.0 over 126.0 to 124.5; 3,334 frames"


def test_a_program_that_fails_is_an_error_with_its_words() -> None:
    with pytest.raises(RuntimeError, match="no such deck"):
        output([sys.executable, "-c", "import sys; sys.exit('no such deck')"], {}, 60.0)
    assert output([sys.executable, "-c", "print(1)"], {}, 60.0).strip() == b"1"
