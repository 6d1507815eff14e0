"""Cyclic garbage with QObjects in it is destroyed by the GUI thread and by no other."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from jn_presenter.qt.garbage import LATE, OLDER, YOUNG, Garbage, due

MANY = 20 * YOUNG


class Ring(QObject):
    """Only the collector can destroy it, and it tells which thread did."""

    def __init__(self, ends: list[str]) -> None:
        super().__init__()
        self.ring = self
        self.ends = ends
        self.timer = QTimer(self)
        self.timer.start(1000)

    def __del__(self) -> None:
        self.ends.append(threading.current_thread().name)


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python's collector as a program has it that begins."""
    was = gc.isenabled()
    gc.enable()
    yield
    if not was:
        gc.disable()


def allocate() -> None:
    """Enough for Python to collect on its own, if it may."""
    kept = [[index] for index in range(MANY)]
    del kept


@pytest.mark.usefixtures("qtbot", "collecting")
def test_a_thread_that_allocates_destroys_no_object_of_qt() -> None:
    ends: list[str] = []
    moving = [True]
    garbage = Garbage(lambda: moving[0])
    garbage.begin()
    Ring(ends)
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert ends == []
    allocated = [[index] for index in range(MANY)]
    garbage.look()
    assert ends == [threading.main_thread().name]
    assert allocated
    garbage.stop()
    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_it_looks_by_itself_until_it_is_stopped(qtbot: QtBot) -> None:
    ends: list[str] = []
    garbage = Garbage(lambda: False)
    garbage.begin()
    Ring(ends)
    kept = [[index] for index in range(MANY)]
    qtbot.waitUntil(lambda: bool(ends))
    assert kept
    garbage.stop()


@pytest.mark.parametrize(
    ("counts", "late", "moving", "generation"),
    [
        ((YOUNG - 1, OLDER, OLDER), 0, False, -1),
        ((YOUNG, 0, 0), 0, True, 0),
        ((YOUNG, OLDER - 1, OLDER), 0, False, 0),
        ((YOUNG, OLDER, OLDER - 1), 0, False, 1),
        ((YOUNG, OLDER, OLDER), 0, False, 2),
        ((YOUNG, OLDER, OLDER), LATE - 1, True, 1),
        ((YOUNG, OLDER, OLDER), LATE, True, 2),
    ],
)
def test_what_is_due(counts: tuple[int, int, int], late: int, moving: bool, generation: int) -> None:
    assert due(counts, late, moving=moving) == generation


def test_a_full_collection_waits_for_rest_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (YOUNG, OLDER, OLDER))
    monkeypatch.setattr(gc, "collect", done.append)
    garbage = Garbage(lambda: True)
    for _ in range(LATE + 2):
        garbage.look()
    assert done == [1] * LATE + [2, 1]


@pytest.mark.usefixtures("collecting")
def test_what_was_off_before_stays_off() -> None:
    gc.disable()
    garbage = Garbage(lambda: False)
    garbage.begin()
    garbage.stop()
    assert not gc.isenabled()
