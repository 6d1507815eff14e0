"""What is done off the GUI thread: once at a time, and told on the GUI thread."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jn_presenter.qt.errand import Errand


def test_a_job_runs_in_a_thread_of_its_own_and_is_told_here(qtbot: QtBot) -> None:
    parent = QObject()
    errand, told = Errand(parent), []
    errand.done.connect(lambda result: told.append((result, threading.current_thread())))
    errand.run(threading.current_thread)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is not threading.current_thread()
    assert told[0][1] is threading.current_thread()
    assert not errand.busy


def test_while_one_is_under_way_no_other_is_begun(qtbot: QtBot) -> None:
    parent, gate, told = QObject(), threading.Event(), []
    errand = Errand(parent)
    errand.done.connect(told.append)
    errand.run(lambda: gate.wait(10))
    errand.run(lambda: "second")
    assert errand.busy
    gate.set()
    qtbot.waitUntil(lambda: not errand.busy)
    assert told == [True]
    errand.run(lambda: "third")
    qtbot.waitUntil(lambda: not errand.busy)
    assert told == [True, "third"]


def test_at_the_end_what_is_under_way_is_waited_for_and_told_no_more(qtbot: QtBot) -> None:
    parent, gate, did, told = QObject(), threading.Event(), [], []
    errand = Errand(parent)
    errand.done.connect(told.append)
    errand.wait()
    errand.run(lambda: did.append(gate.wait(10)))
    threading.Timer(0.05, gate.set).start()
    errand.wait()
    assert did == [True]
    assert not errand._look.isActive()
    assert told == []
