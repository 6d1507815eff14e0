"""A kiosk comes back by itself, as somebody in the hall sees it; short forms of the soak."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import kept
from bench.kept import Hall, number, wait_for
from tests.e2e.desk import NEEDS

pytestmark = NEEDS


@pytest.fixture
def hall() -> Iterator[Hall]:
    with Hall(1280, 720) as made:
        yield made


def test_a_killed_show_comes_back_at_its_slide(hall: Hall) -> None:
    with hall.kiosk() as kiosk:
        kiosk.change()
        found = kiosk.gone_by(lambda pid: os.kill(pid, signal.SIGKILL))
        assert found.right
        assert "SIGKILL" in kiosk.log


def test_a_show_that_was_stopped_comes_back_at_its_slide(hall: Hall) -> None:
    with hall.kiosk() as kiosk:
        found = kiosk.gone_by(lambda pid: os.kill(pid, signal.SIGSTOP))
        assert found.right
        assert "stands still" in kiosk.log


def test_a_show_whose_window_waits_for_ever_says_where_and_comes_back() -> None:
    ((_, told),) = kept.blocked(1)
    assert told


def test_a_slide_that_crashes_the_show_is_left_out_after_three_times(hall: Hall) -> None:
    with hall.kiosk(*kept.faulty("a/s03")) as kiosk:
        wait_for(lambda: "a/s03 is set aside" in kiosk.log, "a slide that is set aside")
        seen: list[int | None] = []

        def looked() -> list[int | None]:
            seen.append(number(hall.screen))
            return seen

        wait_for(lambda: looked()[-1] == 4, "the slide behind")
        assert 3 not in seen
        assert kiosk.log.count("SIGABRT on a/s03") == 3
        assert "Fatal Python error: Aborted" in kiosk.log


def test_with_its_supervisor_the_show_is_gone(hall: Hall) -> None:
    for how in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
        with hall.kiosk() as kiosk:
            show = kiosk.show()
            kiosk.process.send_signal(how)
            kiosk.process.wait()
            wait_for(lambda: number(hall.screen) is None, "a screen without a slide")
            wait_for(lambda show=show: not Path(f"/proc/{show}").exists(), "no show")  # type: ignore[misc]


def test_restarts_leave_nothing_behind() -> None:
    assert kept.restarts(30) == kept.Left(restarts=30, descriptors=0, threads=0, children=0)
