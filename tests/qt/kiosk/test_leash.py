"""A kiosk's show on its supervisor's leash, as a process of its own."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jn_presenter.qt.kiosk.leash import ORPHANED, Speech

HELD = """
import sys, time
from jn_presenter.qt.kiosk import leash
leash.hold()
print("ready", flush=True)
while True:
    time.sleep(60)
"""
SPEAKS = """
import os
from jn_presenter.qt.kiosk import leash
print("before")
speech = leash.speech()
print("stray")
os.write(1, b"from a library")
speech.say(b'{"beat": 1}')
"""
STUCK = """
import sys
from threading import Event
from jn_presenter.qt.kiosk import leash
leash.hold()
leash.START_S, leash.STILL_S = (0.01, 20.0) if sys.argv[1] == "start" else (20.0, 0.01)
leash.watch_start()
if sys.argv[1] == "line":
    leash.speech().say(b"{}")
def stuck_in_here():
    Event().wait()
stuck_in_here()
"""


@contextmanager
def program(code: str, *arguments: str) -> "Iterator[subprocess.Popen[bytes]]":
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code, *arguments], stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.kill()


def test_the_show_ends_with_its_supervisor_at_once() -> None:
    with program(HELD) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == b"ready\n"
        process.stdin.write(b"whatever it says\n")
        process.stdin.flush()
        assert process.poll() is None
        process.stdin.close()
        assert process.wait() == ORPHANED


def test_nothing_but_lines_for_the_supervisor_is_on_stdout() -> None:
    with program(SPEAKS) as process:
        said, rest = process.communicate()
    assert said == b'before\n{"beat": 1}\n'
    assert b"stray" in rest
    assert b"from a library" in rest


@pytest.mark.parametrize("call", ["start", "line"])
def test_a_show_that_stands_still_at_its_start_or_after_a_line_tells_where(call: str) -> None:
    with program(STUCK, call) as process:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, b"")
        assert next(lines).startswith(b"Timeout (0:00:00.01")
        assert any(b"stuck_in_here" in line for line in lines)
        assert process.poll() is None


def test_lines_are_dropped_while_nobody_reads() -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    speech = Speech(writer)
    sent = 0
    while speech.say(json.dumps({"beat": sent}).encode().ljust(900)):
        sent += 1
    assert sent > 10
    assert not speech.say(b"{}" * 400)
    os.read(reader, 1 << 20)
    assert speech.say(b"{}")
    assert os.read(reader, 100) == b"{}\n"
    os.close(writer)
    os.close(reader)


def test_a_line_that_a_pipe_could_take_in_part_is_not_said() -> None:
    reader, writer = os.pipe()
    speech = Speech(writer)
    assert not speech.say(b"x" * (Speech.MOST + 1))
    assert speech.say(b"x" * Speech.MOST)
    assert getattr(select, "PIPE_BUF", 4096) > Speech.MOST
    os.close(writer)
    os.close(reader)


def test_a_supervisor_that_is_gone_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    assert not Speech(writer).say(b"{}")
    os.close(writer)


def test_nobody_who_does_not_listen_is_waited_for() -> None:
    code = (
        "import os; from jn_presenter.qt.kiosk.leash import speech; os.write(2, b'%d' % os.get_blocking(speech()._fd))"
    )
    with program(code) as process:
        _, told = process.communicate()
    assert told == b"0"
