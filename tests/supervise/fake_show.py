"""A show that does what its arguments say; `python -S fake_show.py ACT…`. Acts are done one after the other."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

FOREVER = 3600.0


def beat(more: str) -> None:
    for number in range(int(more or 1)):
        os.write(1, b'{"beat": %d, "slide": "a/b", "place": {"slide": "a/b"}}\n' % number)


def beats(more: str) -> None:
    """As long as it lives, every so many seconds."""
    while True:
        beat("1")
        time.sleep(float(more))


def leash(_more: str) -> None:
    threading.Thread(target=lambda: (os.read(0, 1), os._exit(70)), daemon=True).start()


def flood(more: str) -> None:
    for _ in range(int(more)):
        os.write(1, b"x" * 65_536)
        os.write(2, b"y" * 1000 + b"\n")


def family(more: str) -> None:
    """Something of its own in the same group; its number goes to a file."""
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(FOREVER)
    Path(more).write_text(str(pid), encoding="ascii")


def note(more: str) -> None:
    """Its number and its arguments go to a file."""
    with Path(more).open("a", encoding="utf-8") as out:
        out.write(" ".join([str(os.getpid()), *sys.argv[1:]]) + "\n")


def bad(more: str) -> None:
    """Its deck crashes it while that file says so; the plain page does not."""
    if "--safe" not in sys.argv and Path(more).read_text(encoding="ascii") == "bad":
        os._exit(4)


ACTS = {
    "bad": bad,
    "beat": beat,
    "beats": beats,
    "leash": leash,
    "flood": flood,
    "family": family,
    "say": lambda more: os.write(1, more.encode() + b"\n"),
    "err": lambda more: os.write(2, more.encode() + b"\n"),
    "deaf": lambda _more: signal.signal(signal.SIGTERM, signal.SIG_IGN),
    "exit": lambda more: os._exit(int(more)),
    "kill": lambda more: os.kill(os.getpid(), int(more)),
    "hang": lambda _more: time.sleep(FOREVER),
    "note": note,
}


if __name__ == "__main__":
    for act in sys.argv[1:]:
        name, _, rest = act.partition("=")
        if name in ACTS:  # the supervisor adds arguments of its own
            ACTS[name](rest)
