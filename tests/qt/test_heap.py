"""All threads share one arena, for what is left of an arena whose thread has ended is given back by nobody.

A PIN that is tried takes 16 MiB each time, in a thread of its own.
"""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only glibc has arenas")
THREADS = """
import ctypes, threading
from jn_presenter.qt import heap

if ONE:
    heap.one_arena()
threads = [threading.Thread(target=lambda: bytearray(60_000)) for _ in range(3)]
for thread in threads:
    thread.start()
    thread.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
told = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, told)
libc.fflush(told)
"""


def arenas(*, one: bool) -> int:
    """How many there are after three threads, by what malloc_info(3) says."""
    code = THREADS.replace("ONE", str(one))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60).stdout.count(
        b"<heap nr="
    )


def test_threads_share_the_arena_of_the_first() -> None:
    assert arenas(one=True) == 1


def test_else_they_have_arenas_of_their_own() -> None:
    assert arenas(one=False) > 1
