"""A show running on a desktop: started, stepped through by keys, and timed by the pixels that change."""

import random
import subprocess
import time
from collections.abc import Callable, Sequence
from types import TracebackType

from msgspec import Struct

from bench.desktop import Desktop
from bench.process import cpu_s, end
from bench.screen import Screen

LOOK_S = 0.0003
"""Slept between two looks at the marker."""
MOVE_LOOK_S = 0.002
"""The same between two looks at the whole screen, which cost the server more."""
START_LIMIT_S = 60.0
KEY_LIMIT_S = 10.0
STILL_S = 1.0
"""A start is over when nothing has changed for so long."""
PAUSE_S = (0.05, 0.09)
QUIET_S, SETTLED_S = 0.04, 0.4
"""How long a program has to be idle, between keys and once it shall have done all it has to do."""
QUIET_SHARE, QUIET_LIMIT_S = 0.05, 60.0
"""Idle is less than this share of a processor, and it has to come before this."""


class LostError(Exception):
    """An awaited slide did not appear."""


class Start(Struct, frozen=True):
    """Ms from exec to the first look at which the first slide is shown, and to the last change of the screen."""

    first_ms: float
    full_ms: float


class Show:
    """A program that shows a marked deck; a context manager. Raises LostError where its first slide does not appear."""

    def __init__(self, desktop: Desktop, command: Sequence[str], pass_fds: tuple[int, ...] = ()) -> None:
        self._desktop = desktop
        self._command = command
        self._pass_fds = pass_fds

    def __enter__(self) -> "Show":
        desktop = self._desktop
        self.screen = Screen(desktop.env["DISPLAY"], desktop.width, desktop.height)
        self._until_bare()
        began = time.perf_counter()
        self.process = subprocess.Popen(
            self._command,
            env=desktop.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=self._pass_fds,
        )
        try:
            first = self._seen(1, START_LIMIT_S)
            full = self._last_change(STILL_S) or first
        except BaseException:
            self.close()
            raise
        self.start = Start(1000 * (first - began), 1000 * (full - began))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        end(self.process)
        self.screen.close()

    def go(self, key: str, target: int) -> float:
        """Press the key; ms until slide `target` is seen. Raises LostError."""
        began = time.perf_counter()
        self.screen.press(key)
        return 1000 * (self._seen(target, KEY_LIMIT_S) - began)

    def changed_by(self, act: Callable[[], None], target: int) -> float:
        """Do something; ms from its beginning until slide `target` is seen. Raises LostError."""
        began = time.perf_counter()
        act()
        return 1000 * (self._seen(target, KEY_LIMIT_S) - began)

    def moved_by(self, act: Callable[[], None]) -> float:
        """Do something; ms from its beginning until anything on the screen is seen to change. Raises LostError."""
        before = self.screen.fingerprint()
        began = time.perf_counter()
        act()
        until = began + KEY_LIMIT_S
        while self.screen.fingerprint() == before:
            if time.perf_counter() > until or self.process.poll() is not None:
                raise LostError(f"nothing on the screen moved; exit code {self.process.poll()}")
            time.sleep(MOVE_LOOK_S)
        return 1000 * (time.perf_counter() - began)

    def rest(self) -> None:
        """Wait, a little longer or shorter each time, until the program has prepared what it wants to."""
        time.sleep(random.uniform(*PAUSE_S))
        self._idle(QUIET_S)

    def settle(self) -> None:
        """Wait until the program has nothing more to do."""
        self._idle(SETTLED_S)

    def _idle(self, wanted_s: float) -> None:
        """Wait until the program has hardly used a processor for so long. Raises LostError."""
        until = time.monotonic() + QUIET_LIMIT_S
        while time.monotonic() < until:
            before = cpu_s(self.process.pid)
            time.sleep(wanted_s)
            if cpu_s(self.process.pid) - before < QUIET_SHARE * wanted_s:
                return
        raise LostError("the program does not come to rest")

    def _seen(self, target: int, limit_s: float) -> float:
        """The time at which the slide is first seen."""
        until = time.perf_counter() + limit_s
        while True:
            shown = self.screen.shown()
            now = time.perf_counter()
            if shown == target:
                return now
            if now > until or self.process.poll() is not None:
                raise LostError(
                    f"slide {target} did not appear, the screen shows {shown}; exit code {self.process.poll()}"
                )
            time.sleep(LOOK_S)

    def _last_change(self, still_s: float) -> float | None:
        """When the screen last changed before it stood still for so long; None if it did not."""
        last = None
        since = time.perf_counter()
        before = self.screen.fingerprint()
        while time.perf_counter() - since < still_s:
            time.sleep(0.003)
            now = self.screen.fingerprint()
            if now != before:
                before = now
                since = last = time.perf_counter()
        return last

    def _until_bare(self) -> None:
        """Wait until the program before has left the screen."""
        until = time.perf_counter() + KEY_LIMIT_S
        while self.screen.shown() is not None:
            if time.perf_counter() > until:
                raise LostError("the last program is still on the screen")
            time.sleep(0.01)
