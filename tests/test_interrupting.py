"""Ctrl+C waits for what must not be interrupted, and is not forgotten."""

import signal
from threading import Thread

import pytest

from jn_presenter.interrupting import uninterrupted


def interrupted(done: list[str]) -> None:
    with uninterrupted():
        signal.raise_signal(signal.SIGINT)
        done.append("whole")


def test_what_must_not_be_interrupted_is_done_before_the_interrupt_counts() -> None:
    done: list[str] = []
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        interrupted(done)
    assert done == ["whole"]
    assert signal.getsignal(signal.SIGINT) is before


def test_an_error_of_the_block_is_told_as_it_is() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ImportError), uninterrupted():
        raise ImportError
    assert signal.getsignal(signal.SIGINT) is before


def test_on_another_thread_nothing_is_changed() -> None:
    seen: list[object] = []

    def work() -> None:
        with uninterrupted():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=work)
    thread.start()
    thread.join(10.0)
    assert seen == [signal.getsignal(signal.SIGINT)]
