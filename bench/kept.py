"""A kiosk that is killed, stopped and started again, as somebody in the hall sees it: by the colours on its screen.

Each function takes how often and, where it matters, a seed; `progress` is called with what is done and the total. All
of them run the program as its owner starts it, on a desktop of its own.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from bench import marker
from bench.desktop import Desktop
from bench.process import end
from bench.screen import Screen
from jn_presenter.supervise.keeping import LOG
from jn_presenter.supervise.launch import Launch
from jn_presenter.supervise.supervisor import Settings, Supervisor
from jn_presenter.supervise.world import Machine

Progress = Callable[[int, int], object]
HANG = "hang"
SLIDES = 12
DWELL_S = (1, 2)
SPOT = (0.02, 0.5)
"""Of the screen: inside each slide's coloured box, whatever stands around the slide."""
LOOK_S = 0.003
LIMIT_S = 60.0
RANDOM_S = (0.3, 4.0)
"""How long after the first slide the show is killed."""
JUST_S = 0.03
"""Every other kill comes at most so long after a slide has changed, when the show writes down what it does."""
BEATS = """echo '{"beat": 1, "slide": "a/b"}'; exit 3"""


class Returned(Struct, frozen=True):
    """One time that the show was gone: ms until a slide was seen again, the slide before, and the one after."""

    ms: float
    before: int
    after: int

    @property
    def right(self) -> bool:
        """Whether it was the same one, or the next, where it was just about to come."""
        return self.after in (self.before, self.before % SLIDES + 1)


class Left(Struct, frozen=True):
    """What many restarts have left behind: more descriptors, threads and processes than before."""

    restarts: int
    descriptors: int
    threads: int
    children: int


def faulty(fault: str) -> tuple[str, ...]:
    """What runs the program with a fault, see faulty.py."""
    return sys.executable, "-m", "bench.faulty", fault


def nothing(_done: int, _total: int) -> None:
    """No progress is shown."""


def killed(times: int, seed: int = 0, progress: Progress = nothing) -> list[Returned]:
    """The show is killed at random moments, every other one just after a change of its slide."""
    chance, found = random.Random(seed), []
    with Hall() as hall:
        for number in range(times):
            with hall.kiosk() as kiosk:
                kiosk.wait(chance.uniform(*RANDOM_S))
                if number % 2:
                    kiosk.change()
                    kiosk.wait(chance.uniform(0.0, JUST_S))
                found.append(kiosk.gone_by(lambda pid: os.kill(pid, signal.SIGKILL)))
            progress(number + 1, times)
    return found


def stopped(times: int, seed: int = 0, progress: Progress = nothing) -> list[Returned]:
    """The show is stopped from outside: it hangs as a whole, and cannot even say where."""
    chance, found = random.Random(seed), []
    with Hall() as hall:
        for number in range(times):
            with hall.kiosk() as kiosk:
                kiosk.wait(chance.uniform(*RANDOM_S))
                found.append(kiosk.gone_by(lambda pid: os.kill(pid, signal.SIGSTOP)))
            progress(number + 1, times)
    return found


def blocked(times: int, progress: Progress = nothing) -> list[tuple[float, bool]]:
    """The thread of the windows waits for ever. Ms from then to the next slide, and whether the log says where."""
    found = []
    with Hall() as hall:
        for number in range(times):
            with hall.kiosk(*faulty(HANG)) as kiosk:
                found.append(kiosk.stuck())
            progress(number + 1, times)
    return found


def restarts(times: int, progress: Progress = nothing) -> Left:
    """A supervisor in this process restarts a show that beats once and crashes; its delays are skipped."""
    machine = Hasty(["/bin/sh", "-c", BEATS])
    before = _counted()  # with what the machine itself holds for good
    with tempfile.TemporaryDirectory(prefix="bench-kept-") as folder:
        settings = Settings("", folder, os.getpid(), _no_arguments, lambda: False)
        supervisor = Supervisor(settings, machine, lambda _line: None)
        while supervisor.status.restarts < times:
            supervisor.look()
            machine.wait(1.0)
            progress(min(times, supervisor.status.restarts), times)
        supervisor.stop()
        supervisor.look()
        done = supervisor.status.restarts
    after = _counted()
    return Left(done, *(max(0, new - old) for new, old in zip(after, before, strict=True)))  # what ended is not left


class Hasty(Machine):
    """A machine on which waiting takes no time, and the clock goes on as if it had."""

    def __init__(self, command: Sequence[str]) -> None:
        super().__init__(command, lambda _chunk: None)
        self._skipped = 0.0

    def now(self) -> float:
        return super().now() + self._skipped

    def wait(self, seconds: float) -> None:
        self._skipped += seconds
        super().wait(0.001)


class Hall:
    """A desktop, a deck whose slides have their colours, and somebody who looks; a context manager."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        self._desktop = Desktop(width, height)
        self._folder = tempfile.TemporaryDirectory(prefix="bench-kept-")
        self.folder = Path(self._folder.name)
        self.deck = coloured_deck(self.folder / "deck")

    def __enter__(self) -> "Hall":
        self._desktop.__enter__()
        self.screen = Screen(self._desktop.env["DISPLAY"], self._desktop.width, self._desktop.height)
        return self

    def __exit__(self, *_: object) -> None:
        self.screen.close()
        self._desktop.__exit__(None, None, None)
        self._folder.cleanup()

    @property
    def env(self) -> dict[str, str]:
        """The environment of programs on this desktop."""
        return self._desktop.env

    @contextmanager
    def kiosk(self, *command: str) -> "Iterator[Kiosk]":
        """A kiosk with its first slide on the screen. command: what its supervisor runs in place of the program."""
        words = command or (sys.executable, "-m", "jn_presenter")
        env = self._desktop.env | {"XDG_CONFIG_HOME": str(self.folder / "config")}
        code = "bench.keeper" if command else "jn_presenter"
        first = [sys.executable, "-m", code, *(words if command else ()), "kiosk", str(self.deck)]
        state = self.folder / "kiosk"
        process = subprocess.Popen(
            [*first, f"--folder={state}", "--no-animation"],
            env=env,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            made = Kiosk(process, self.screen, state / LOG)
            made.seen()
            yield made
        finally:
            end(process)
            wait_for(lambda: number(self.screen) is None, "a screen without a slide")


class Kiosk:
    """A kiosk that runs."""

    def __init__(self, process: "subprocess.Popen[bytes]", screen: Screen, log: Path) -> None:
        self.process, self._screen, self._log = process, screen, log

    @property
    def log(self) -> str:
        """What its log says so far."""
        try:
            return (self._log / "kiosk.log").read_text(encoding="utf-8")
        except OSError:
            return ""

    def show(self) -> int:
        """The process of the show."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return int(children.split()[0])

    def seen(self) -> int:
        """The slide on the screen, which is waited for."""
        wait_for(lambda: number(self._screen) is not None, "a slide")
        return number(self._screen) or 0

    def wait(self, seconds: float) -> None:
        """Let the show go on."""
        time.sleep(seconds)

    def change(self) -> None:
        """Wait until the slide changes."""
        before = self.seen()
        wait_for(lambda: number(self._screen) not in (before, None), "another slide")

    def gone_by(self, act: Callable[[int], None]) -> Returned:
        """Do that to the process of the show; what then happens on the screen."""
        before, pid = self.seen(), self.show()
        act(pid)
        began = time.perf_counter()
        wait_for(lambda: number(self._screen) is None, "a screen without a slide")
        after = self.seen()
        return Returned(1000 * (time.perf_counter() - began), before, after)

    def stuck(self) -> tuple[float, bool]:
        """Wait until the show has hung by itself and is back; see `blocked`."""
        before = self._hangs()
        wait_for(lambda: self._hangs() > before, "a hang")
        began = time.perf_counter()
        wait_for(lambda: number(self._screen) is None, "a screen without a slide")
        self.seen()
        return 1000 * (time.perf_counter() - began), "in waits_for_ever" in self.log

    def _hangs(self) -> int:
        """How often the show has said that it is about to hang."""
        return self.log.count("about to hang")


def number(screen: Screen) -> int | None:
    """The slide on the screen; None for no slide."""
    x, y = (round(part * side) for part, side in zip(SPOT, (screen.width, screen.height), strict=True))
    blue, green, red = screen.pixels(x, y)[:3]
    found = marker.number(red, green, blue)
    return found if found is not None and found <= SLIDES else None


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Look until it holds. Raises RuntimeError where it never does."""
    until = time.monotonic() + LIMIT_S
    while not condition():
        if time.monotonic() > until:
            raise RuntimeError(f"never: {what}")
        time.sleep(LOOK_S)


def coloured_deck(folder: Path) -> Path:
    """A deck that loops fast, each slide with a box of its colour at the left."""
    (folder / "a").mkdir(parents=True)
    names = [f"s{n:02}" for n in range(1, SLIDES + 1)]
    for n, name in enumerate(names, 1):
        (folder / "a" / f"{name}.yaml").write_text(
            f"layout: points\ntitle: 第几页\nplain: 编号\npoints: [{'一二三四五六七八九十'[n % 10]}]\n"
            f'free:\n  - type: box\n    at: [0, 0.3, 0.05, 0.4]\n    fill: "{marker.hex_colour(n)}"\n',
            encoding="utf-8",
        )
    theme = f"title: 一组\naccent: azure\nslides: [{', '.join(names)}]\n"
    (folder / "a" / "theme.yaml").write_text(theme, encoding="utf-8")
    least, most = DWELL_S
    (folder / "briefing.yaml").write_text(
        "title: 轮播\nlanguages: [zh]\nstyles: [night]\ntransition: none\nthemes: [a]\n"
        f"kiosk:\n  dwell:\n    least: {least}\n    most: {most}\n",
        encoding="utf-8",
    )
    return folder


def _no_arguments(_launch: Launch) -> list[str]:
    return []


def _counted() -> tuple[int, int, int]:
    """Open descriptors, threads and children of this process."""
    own = Path("/proc/self")
    children = (own / "task" / str(os.getpid()) / "children").read_text(encoding="ascii").split()
    return len(list((own / "fd").iterdir())), len(list((own / "task").iterdir())), len(children)
