"""A kiosk in a bad world: no network, a full disk, nothing that can be written, another time. What the hall sees of it.

Each condition is made around the real program by namespaces of the kernel (`unshare`), by its environment, or by
libfaketime, which lets the time of day jump under a running process. Nothing else on the machine is touched.
"""

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from glob import glob
from pathlib import Path

from msgspec import Struct

from bench.kept import Hall, Kiosk, number, wait_for
from bench.process import end

Progress = Callable[[int, int], object]
LOOK_S = 0.02
FAKETIME = "/usr/lib/*/faketime/libfaketime.so.1"
FAKING = {
    "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # it does not jump in reality
    "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # a mend for an older libc; with this one Python's threads wait for seconds
    "NO_FAKE_STAT": "1",  # the files' times do not jump in reality
    "FAKETIME_NO_CACHE": "1",
}
FAKED = Path(__file__).parent / "faked"
"""A module that is imported by every Python under it."""
HOUR, YEAR = 3600, 365 * 24 * 3600
SMALL = "256k"
"""A disk that is soon full."""


class Seen(Struct, frozen=True):
    """What was seen: changes of the slide, the longest time in ms between two of them, and whether the show lived."""

    name: str
    changes: int
    longest_ms: float
    restarted: bool
    worked: bool
    """Whether the condition held."""


class Condition(Struct, frozen=True, kw_only=True):
    """One way for the world to be bad. Words in `before` are of the shell, in a namespace of the process's own."""

    name: str
    unshare: str = ""
    before: str = ""
    env: Mapping[str, str | None] = {}
    own_folder: bool = True
    """Whether the kiosk is told where its own files are."""
    jump_s: int | None = None
    """Seconds by which the time of day jumps while the show runs."""
    start: str = ""
    """The time of day at the start, as libfaketime reads it."""
    held: Callable[[Path], bool] | None = None
    """Whether the kiosk's own folder, as it sees it, is as the condition wants it."""


FULL = f"mount -t tmpfs -o size={SMALL},mode=700 none $STATE"
FILL = "dd if=/dev/zero of=$STATE/filler bs=1k status=none 2>/dev/null"
READ_ONLY = "mount --bind $DECK $DECK && mount -o remount,ro,bind $DECK"


def _is_full(folder: Path) -> bool:
    return os.statvfs(folder).f_bavail == 0


def _is_read_only(folder: Path) -> bool:
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


CONDITIONS = (
    Condition(name="as it should be"),
    Condition(name="no network", unshare="-n"),
    Condition(name="disk full from the start", unshare="-m", before=f"{FULL}; {FILL}; true", held=_is_full),
    Condition(name="disk that fills up", unshare="-m", before=f"{FULL}; ( (sleep 3; {FILL}) & )", held=_is_full),
    Condition(
        name="deck and state read-only",
        unshare="-m",
        before=f"{FULL} && mount -o remount,ro $STATE && {READ_ONLY}",
        held=_is_read_only,
    ),
    Condition(
        name="no home",
        env={"HOME": "/proc/nowhere", "XDG_STATE_HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None},
        own_folder=False,
    ),
    Condition(name="clock + 1 h", jump_s=HOUR),
    Condition(name="clock - 1 h", jump_s=-HOUR),
    Condition(name="clock + 1 year", jump_s=YEAR),
    Condition(name="clock - 1 year", jump_s=-YEAR),
    Condition(name="into summer time", env={"TZ": "Europe/Berlin"}, start="@2026-03-29 01:59:55"),
    Condition(name="out of summer time", env={"TZ": "Europe/Berlin"}, start="@2026-10-25 02:59:55"),
)


def weathered(seconds: int, progress: Progress, conditions: tuple[Condition, ...] = CONDITIONS) -> list[Seen]:
    """Look at the screen for so many seconds in each condition. Raises RuntimeError for what the machine cannot do."""
    found = []
    with Hall() as hall:
        for done, condition in enumerate(conditions, 1):
            found.append(_seen(hall, condition, seconds))
            progress(done, len(conditions))
    return found


def _seen(hall: Hall, condition: Condition, seconds: int) -> Seen:
    with tempfile.TemporaryDirectory(prefix="bench-world-") as name:
        state, clock = Path(name, "state"), Path(name, "clock")
        state.mkdir()
        clock.write_text("+0", encoding="ascii")
        process = subprocess.Popen(
            _command(hall, condition, state),
            env=_environment(hall, condition, clock),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            kiosk = Kiosk(process, hall.screen, state / "log")
            wait_for(lambda: number(hall.screen) is not None or process.poll() is not None, "a slide")
            if process.poll() is not None:
                raise RuntimeError(f"{condition.name}: the kiosk ended with {process.returncode}")
            pid = kiosk.show()
            changes, longest_ms = _looked(hall, seconds, lambda: _jump(condition, clock))
            held = condition.held is None or condition.held(Path(f"/proc/{pid}/root{state}"))
            with suppress(OSError, IndexError):
                return Seen(condition.name, changes, longest_ms, kiosk.show() != pid, held)
            return Seen(condition.name, changes, longest_ms, True, held)
        finally:
            end(process)
            wait_for(lambda: number(hall.screen) is None, "a screen without a slide")


def _looked(hall: Hall, seconds: int, halfway: Callable[[], None]) -> tuple[int, float]:
    """How often the slide changed, and the longest time in ms that it did not."""
    began = last = time.monotonic()
    before, changes, longest, jumped = number(hall.screen), 0, 0.0, False
    while (now := time.monotonic()) < began + seconds:
        if not jumped and now > began + seconds / 2:
            halfway()
            jumped = True
        found = number(hall.screen)
        if found is not None and found != before:
            longest, last, before = max(longest, now - last), now, found
            changes += 1
        time.sleep(LOOK_S)
    return changes, 1000 * max(longest, time.monotonic() - last)


def _jump(condition: Condition, clock: Path) -> None:
    if condition.jump_s is not None:
        new = clock.with_name("new")
        new.write_text(f"{condition.jump_s:+d}", encoding="ascii")
        new.replace(clock)


def _command(hall: Hall, condition: Condition, state: Path) -> list[str]:
    folder = [f"--folder={state}"] if condition.own_folder else []
    program = [sys.executable, "-m", "jn_presenter", "kiosk", str(hall.deck), *folder, "--no-animation"]
    if not condition.unshare:
        return program
    _needs_namespaces(condition.unshare)
    words = f"STATE={shlex.quote(str(state))}; DECK={shlex.quote(str(hall.deck))}; {condition.before or 'true'}\n"
    words += f"exec {shlex.join(program)}"
    return ["unshare", *_root(), condition.unshare, "--", "/bin/sh", "-c", words]


def _root() -> list[str]:
    """Who is not root gets to be it in a namespace of users."""
    return [] if os.geteuid() == 0 else ["-r"]


def _needs_namespaces(kind: str) -> None:
    tried = subprocess.run(["unshare", *_root(), kind, "--", "true"], capture_output=True, check=False)
    if tried.returncode:
        raise RuntimeError(f"unshare {kind} is not permitted here: {tried.stderr.decode(errors='replace').strip()}")


def _environment(hall: Hall, condition: Condition, clock: Path) -> dict[str, str]:
    env = hall.env | {"XDG_CONFIG_HOME": str(hall.folder / "config")}
    changed = {name: condition.env.get(name, value) for name, value in (env | dict(condition.env)).items()}
    env = {name: value for name, value in changed.items() if value is not None}
    if condition.jump_s is None and not condition.start:
        return env
    libraries = glob(FAKETIME)  # noqa: PTH207
    if not libraries:
        raise RuntimeError("libfaketime is missing (Debian: faketime)")
    env |= {"LD_PRELOAD": libraries[0], **FAKING}
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(FAKED), env.get("PYTHONPATH", ""))))
    return env | ({"FAKETIME": condition.start} if condition.start else {"FAKETIME_TIMESTAMP_FILE": str(clock)})
