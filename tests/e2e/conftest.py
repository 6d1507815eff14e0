"""A desk, somebody in front of it, and shows on it. A program that says something nobody asked for fails its test."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jn_presenter.qt.windows.console.look import GROUND
from tests.e2e.desk import BOOTH, LEFT, RIGHT, WIDTH, Desk, Monitor
from tests.e2e.program import Program, wait_until
from tests.e2e.spectator import Colour, Spectator

AUDIENCE, CONSOLE, VIEW = "JN Presenter", "演讲者窗口", "译员视图"
"""Titles of windows."""
CORNER = (4, 4)
"""Where the console has nothing but its ground, and the audience's window never that colour."""

STRIP = (WIDTH, 8)
"""What is looked at along the top of a monitor where a few ms count: so little that a look takes no time."""


class Hall:
    """A desk with a spectator, and the programs started there."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.folder = folder
        desk.env["XDG_CONFIG_HOME"] = str(folder / "config")
        self.eyes = Spectator(desk.env["DISPLAY"])
        self._programs: list[Program] = []

    def start(self, *arguments: object) -> Program:
        """Start `jn-presenter` with these arguments."""
        errors = self.folder / f"said-{len(self._programs)}.txt"
        program = Program(self.desk, errors, *map(str, arguments))
        self._programs.append(program)
        return program

    def present(self, deck: Path, *options: str, first: int = 10, on: Monitor) -> Program:
        """Start a show; wait for its first slide and, with a projector, for the console on the laptop's screen."""
        program = self.start("present", deck, *options)
        self.shows(first, on)
        if on.name == RIGHT.name:
            self.has_console(LEFT)
        # pixels may be there before the keys are
        wait_until(self.eyes.active, "a window that gets the keys")
        return program

    def shows(self, number: int, on: Monitor) -> None:
        """Wait until the audience's slide and step of this number are to be seen on the monitor."""
        wait_until(
            lambda: self.eyes.number(on) == number,
            lambda: f"slide {number} on {on.name}; there is {self.eyes.number(on)}; " + "; ".join(self.unheard),
        )

    def has_window(self, title: str) -> None:
        """Wait until the window manager knows the window; its pixels may be there before."""
        wait_until(lambda: title in self.eyes.windows(), f"a window {title!r}")

    def has_no_window(self, title: str) -> None:
        """Wait until the window manager knows the window no more."""
        wait_until(lambda: title not in self.eyes.windows(), f"no window {title!r}")

    def has_console(self, monitor: Monitor) -> None:
        wait_until(lambda: self.is_console(monitor), f"the console on {monitor.name}")

    def has_no_console(self, monitor: Monitor) -> None:
        """A window that covers another one is seen as a whole only some ms after its first part is."""
        wait_until(lambda: not self.is_console(monitor), f"no console on {monitor.name}")

    def is_console(self, monitor: Monitor) -> bool:
        return self.eyes.colour(monitor, *CORNER) == rgb(GROUND)

    def press(self, *chords: str) -> None:
        for chord in chords:
            self.eyes.press(chord)

    def close(self) -> None:
        for program in self._programs:
            program.close()
        self.eyes.close()

    @property
    def unheard(self) -> list[str]:
        """What programs have said that the test did not read."""
        return [program.said for program in self._programs if not program.heard]


def rgb(colour: str) -> Colour:
    """#rrggbb as levels."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


@contextmanager
def hall_of(folder: Path, *monitors: Monitor, later: tuple[Monitor, ...] = ()) -> Iterator[Hall]:
    """A desk with these monitors, and somebody in front of it."""
    with Desk(*monitors, later=later) as desk:
        hall = Hall(desk, folder)
        try:
            yield hall
        finally:
            hall.close()
        assert not any(hall.unheard), "\n".join(hall.unheard)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """A laptop with a projector."""
    with hall_of(tmp_path, LEFT, RIGHT) as hall:
        yield hall


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Hall]:
    """A laptop alone."""
    with hall_of(tmp_path, LEFT, later=(RIGHT,)) as hall:
        yield hall


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Hall]:
    """A laptop with a projector, and a screen in the interpreter's booth."""
    with hall_of(tmp_path, LEFT, RIGHT, BOOTH) as hall:
        yield hall
