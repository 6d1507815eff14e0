"""What a running show keeps in memory: given back after a reload, and not looked through again and again.

The C heap does not shrink by itself, and Python's collector holds all threads while it looks through everything.
"""

import gc
import sys
from functools import cache
from typing import Any

M_ARENA_MAX = -8
"""mallopt's number for the most arenas (malloc.h): each thread's own arena would keep what the thread freed."""


@cache
def _libc() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") else None


def one_arena() -> None:
    """Let all threads share one arena, on Linux with glibc; elsewhere nothing. To be called before threads start.

    An arena outlives its thread: the next one that starts takes it over, whatever the limit is by then, and what it
    leaves at its end not even `trim` gives back. Each of them could then keep what the largest errand has taken.
    """
    libc = _libc()
    if libc is not None:
        libc.mallopt(M_ARENA_MAX, 1)


def trim() -> None:
    """Return free pages to the system, on Linux with glibc; elsewhere nothing."""
    libc = _libc()
    if libc is not None:
        libc.malloc_trim(0)


def settle() -> None:
    """Leave what is there by now out of every later collection, which else holds each thread for 30 to 50 ms.

    To be called once, when all that lasts is there: what is garbage by then is never collected.
    """
    gc.freeze()


def unsettle() -> None:
    """Take all of it into account again: the show is over."""
    gc.unfreeze()
