"""What a process weighs: its memory, and the things that it could forget to let go of."""

import gc
import os
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, structs
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from bench.process import own_mb, pss_mb

LOOKS, LOOK_S = 20, 0.01
"""How often descriptors are counted: a thread may just be writing something down."""


class Weight(Struct, frozen=True):
    """All of it. pss_mb: resident memory, each page once, though Qt maps a font up to twenty times. own_mb: of that,
    without pages of files. objects: of Python, by the names of their types.
    """

    pss_mb: float
    own_mb: float
    descriptors: int
    threads: int
    qobjects: int
    objects: Counter[str]


def weigh() -> Weight:
    """Now, with nothing left that could be thrown away. Memory comes last: what it takes to look is in every weight."""
    gc.collect()
    objects = Counter(type(one).__name__ for one in gc.get_objects())
    things = descriptors(), threading.active_count(), qobjects()
    gc.collect()
    return Weight(pss_mb(os.getpid()), own_mb(os.getpid()), *things, objects)


def least(weights: Sequence[Weight]) -> Weight:
    """The last of several weights, with the least memory of them all: what is in the caches just then differs by MB."""
    pss, own = min(one.pss_mb for one in weights), min(one.own_mb for one in weights)
    return structs.replace(weights[-1], pss_mb=pss, own_mb=own)


def descriptors() -> int:
    """Open descriptors, but for those that are closed again at once; 0 where the system does not tell."""
    fds = Path("/proc/self/fd")
    found = []
    for _ in range(LOOKS if fds.is_dir() else 0):
        found.append(len(list(fds.iterdir())))
        time.sleep(LOOK_S)
    return min(found, default=0)


def qobjects() -> int:
    """Those that Python knows, and those below a window or the application that it does not."""
    application = QCoreApplication.instance()
    roots: list[QObject] = [*QApplication.topLevelWidgets(), *([application] if application is not None else [])]
    below = sum(len(root.findChildren(QObject)) for root in roots)  # first: it has Python know some
    return below + sum(isinstance(one, QObject) for one in gc.get_objects())


def grown(before: Counter[str], after: Counter[str], most: int = 12) -> tuple[tuple[str, int], ...]:
    """What there is more of, most of it first."""
    return tuple((after - before).most_common(most))
