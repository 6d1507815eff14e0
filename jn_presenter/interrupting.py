"""Ctrl+C at a moment that can bear it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl+C counts once the block is done: Qt's import ends the process, or fails in words of its own, in the middle.

    Raises KeyboardInterrupt then. On another thread than the main one, which no signal reaches, nothing is changed.
    """
    if current_thread() is not main_thread():
        yield
        return
    asked: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt
