"""Switches guards off, one at a time, in a copy of the checkout, and sees whether their tests notice."""

import compileall
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Literal

from msgspec import Struct

from bench.guards.guard import Guard

ROOT = Path(__file__).parents[2]
PARTS = ("jn_presenter", "tests", "bench", "scripts", "slides", "resources", "examples", "packaging", "pyproject.toml")
"""Of the checkout: what tests need."""
LIMIT_S = 20.0
"""For the tests of one guard; what takes longer hangs, and that is noticed too."""
ALL_S = 900.0
MOST_MEMORY = 8 << 30
"""Bytes of addresses: without a guard against bombs a test may be one."""
TOLD = 1500
"""Characters of what pytest said last."""
PASSED, FAILED = 0, 1
"""Exit codes of pytest's; the others are of runs that tried nothing."""

Outcome = Literal["caught", "hung", "survived", "untried"]
Progress = Callable[[int, int], object]


class Tried(Struct, frozen=True):
    """What became of a guard that was switched off. said: pytest's last words, where nothing was tried."""

    guard: Guard
    outcome: Outcome
    said: str = ""


def tried(guards: Sequence[Guard], progress: Progress = lambda _done, _all: None) -> list[Tried]:
    """Each of them in its turn. Raises RuntimeError where tests fail with all of them on, or a text is not found."""
    with tempfile.TemporaryDirectory(prefix="guards-") as name:
        tree = copied(Path(name).resolve() / "tree")
        every = dict.fromkeys(test for guard in guards for test in guard.tests)
        code, said = run(tree, every, ALL_S)
        if code != PASSED:
            raise RuntimeError(f"the tests do not pass with every guard on:\n{said}")
        found = []
        for done, guard in enumerate(guards, 1):
            found.append(confirmed(tree, switched_off(tree, guard)))
            progress(done, len(guards))
        return found


def copied(tree: Path) -> Path:
    """The checkout, with byte code that is known by its source's content: times tell too little within a second."""
    tree.mkdir(parents=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__", ".*", "golden"))
        else:
            shutil.copy2(ROOT / part, tree / part)
    compileall.compile_dir(tree / "jn_presenter", quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return tree


def switched_off(tree: Path, guard: Guard, limit_s: float = LIMIT_S) -> Tried:
    """Switch it off, run its tests, and switch it on again. Raises RuntimeError where its text is not found once."""
    path = tree / guard.file
    before = path.read_bytes()
    if before.count(guard.was.encode()) != 1:
        raise RuntimeError(f"{guard.file} does not have the text of {guard.name!r} once")
    try:
        path.write_bytes(before.replace(guard.was.encode(), guard.off.encode()))
        code, said = run(tree, guard.tests, limit_s)
    finally:
        path.write_bytes(before)
    if code is None:
        return Tried(guard, "hung")
    if code == PASSED:
        return Tried(guard, "survived")
    return Tried(guard, "caught") if code == FAILED or code < 0 else Tried(guard, "untried", said)


def confirmed(tree: Path, found: Tried, limit_s: float = LIMIT_S) -> Tried:
    """The same; but tests that take as long with the guard on have told nothing."""
    if found.outcome != "hung" or run(tree, found.guard.tests, limit_s)[0] == PASSED:
        return found
    return Tried(found.guard, "untried", f"more than {limit_s:g} s with the guard on")


def run(tree: Path, tests: Iterable[str], limit_s: float) -> tuple[int | None, str]:
    """The exit code of pytest, None for one that took too long, and its last words. Nothing that it started stays."""
    pytest = ["-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--tb=short"]
    env = os.environ | {
        "PYTHONPATH": str(tree),  # before the checkout, which may be installed
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [sys.executable, *pytest, *tests],
            cwd=tree,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        resource.prlimit(process.pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))  # before Python is up
        resource.prlimit(process.pid, resource.RLIMIT_CORE, (0, 0))
        code: int | None
        try:
            code = process.wait(limit_s)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _end(process, tree)
        out.seek(0)
        return code, out.read().decode("utf-8", "replace")[-TOLD:]


def _end(process: "subprocess.Popen[bytes]", tree: Path) -> None:
    """The group, and what has left it; all of them know the tree."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    mark = f"PYTHONPATH={tree}\0".encode()
    for environ in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if mark in environ.read_bytes():
                os.kill(int(environ.parent.name), signal.SIGKILL)
