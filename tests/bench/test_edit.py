"""The editor's measurement: each key ends with a paint of what was typed, and the lines say which limit holds."""

from pathlib import Path

import pytest

from bench import decks
from bench.edited import Desk, Times
from bench.rows.edit import rows_of
from jn_presenter.qt.fonts import load_fonts


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_each_key_ends_with_a_paint_of_what_it_says(tmp_path: Path) -> None:
    load_fonts()
    desk = Desk(str(decks.plain_deck(tmp_path / "deck", 3)), "part-01/s0002")
    try:
        assert desk.opened() <= desk.read()
        assert all(ms > 0.0 for ms in desk.keys(3))
        title = desk.editing.store.deck.slides["part-01/s0002"].title.pick("zh")[1]
        assert title.startswith("示宁例 2")
        assert desk.painted is not None
    finally:
        desk.end()
        desk.editing.window.close()


def test_the_lines_judge_the_median_start_and_the_slow_keys() -> None:
    opened, keys = rows_of([Times(ms, 2000.0, [20.0] * 94 + [150.0] * 6) for ms in (900.0, 1000.0, 9000.0)])
    assert (opened.ours, opened.within) == (1000.0, True)
    assert (keys.ours, keys.within) == (150.0, False)
