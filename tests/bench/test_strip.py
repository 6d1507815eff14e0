import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench import decks, marker, process
from bench.bare_strip import AXIS_HEIGHT, AXIS_WIDTH, around
from bench.rows.strip import Run, rows_of
from jn_presenter.check import check_deck
from jn_presenter.draw.feeding import deck_feeds
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.geometry import Rect


def test_the_stream_is_on_the_last_slide_and_asleep_on_the_first(tmp_path: Path) -> None:
    loaded = load_deck(decks.strip_deck(tmp_path))
    deck = loaded.deck
    assert loaded.problems == ()
    assert check_deck(deck, loaded.sources) == ()
    assert len(deck.order) == decks.STRIP
    assert deck_feeds(deck, deck.order[:-1]) == ()
    (feed,) = deck_feeds(deck)
    assert feed.period_s() == pytest.approx(1 / decks.RATE, rel=1e-4)
    time, *curves = read_snapshots(deck)[feed].columns
    assert [len(column.cells) for column in (time, *curves)] == [decks.POINTS] * 4
    (box,) = deck.slides[deck.order[-1]].free
    assert getattr(box.element, "fill", "") == marker.hex_colour(decks.STRIP)


def test_the_bare_plot_has_its_curves_where_the_strip_has_them() -> None:
    box = around(Rect(200.0, 100.0, 800.0, 400.0))
    assert (box.right() + 1, box.top()) == (1000, 100)
    assert (box.width(), box.height()) == (800 + AXIS_WIDTH, 400 + AXIS_HEIGHT)


def test_processor_time_is_counted_by_the_frame_so_that_leaving_some_out_is_no_gain() -> None:
    ours = [Run(0.6, 3.0, 90), Run(0.9, 3.0, 90), Run(0.3, 3.0, 45)]
    thick, thin = rows_of(ours, [Run(0.9, 3.0, 60)], [Run(0.3, 3.0, 90)])
    assert thick.ours == thin.ours == pytest.approx(1000 * 0.6 / 90)
    assert thick.base == pytest.approx(15.0)
    assert thin.ratio == pytest.approx(2.0)
    assert [row.within for row in (thick, thin)] == [True, None]
    assert "30.0 frames a second, bare 20.0" in thick.spread


def test_a_process_is_pinned_to_one_processor() -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        process.pin(child.pid, 0)
        assert os.sched_getaffinity(child.pid) == {0}
    finally:
        process.end(child)
