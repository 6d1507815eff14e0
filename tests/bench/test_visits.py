"""The measurement of a change of visits: each is seen by the audience and on the console, and the lines judge it."""

from pathlib import Path

from PySide6.QtCore import QSize

from bench.invited import Times, Windows, changes
from bench.rehearsal import wait
from bench.rows.visits import deck, rows_of
from jn_presenter.qt.fonts import load_fonts


def test_each_change_ends_with_a_paint_of_both_windows(qapp: object, tmp_path: Path) -> None:
    load_fonts()
    windows = Windows(str(deck(tmp_path, visits=3)), QSize(640, 360))
    try:
        visiting = windows.console.overlays.visiting
        windows.store.dispatch("visits")
        assert wait(lambda: len(visiting.visits) == 3, 10.0)
        assert all(one.problems == () for one in visiting.visits)
        windows.store.dispatch("overlay-none")
        times = changes(windows, ["group-00", "group-01"], 2)
        assert len(times.audience) == 2
        assert all(0.0 < audience < console for audience, console in zip(times.audience, times.console, strict=True))
        assert windows.store.state.guests == "group-01"
    finally:
        windows.close()


def test_the_lines_judge_the_slow_end() -> None:
    audience, console = rows_of(Times([20.0] * 19 + [200.0], [50.0] * 90 + [130.0] * 10))
    assert (audience.ours, audience.within) == (20.0, True)
    assert (console.ours, console.within) == (130.0, False)
