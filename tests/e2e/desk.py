"""A desktop with one, two or three monitors for end-to-end tests: the benchmark's, divided by xrandr."""

import subprocess

import pytest
from msgspec import Struct

from bench.desktop import Desktop

NEEDS = pytest.mark.needs("Xvfb", "openbox", "xrandr", "dbus-run-session")
"""The mark of every test here: what a desk is made of."""
WIDTH, HEIGHT = 1280, 720
"""Of a monitor, in px: small, so that a machine without a graphics card paints it fast."""


class Monitor(Struct, frozen=True):
    """A part of the X screen that programs take for a screen of its own."""

    name: str
    x: int
    output: str
    """The output it is made of; the one real output cannot be unplugged."""
    width: int = WIDTH
    height: int = HEIGHT
    primary: bool = False


LEFT = Monitor("L", 0, "screen")
RIGHT = Monitor("R", WIDTH, "none")
BOOTH = Monitor("B", 2 * WIDTH, "none")
PORTRAIT = Monitor("R", WIDTH, "none", HEIGHT, WIDTH)
LID = Monitor("L", 0, "none", primary=True)
BEAMER = Monitor("R", WIDTH, "screen")
"""LID and BEAMER are as LEFT and RIGHT, but that it is the laptop's screen that can be unplugged."""


class Desk(Desktop):
    """Monitors side by side, the first one the primary, and room for those that are plugged in later."""

    def __init__(self, *monitors: Monitor, later: tuple[Monitor, ...] = ()) -> None:
        every = (*monitors, *later)
        super().__init__(max(one.x + one.width for one in every), max(one.height for one in every))
        self._monitors = monitors

    def __enter__(self) -> "Desk":
        super().__enter__()
        for monitor in self._monitors:
            self.plug_in(monitor)
        return self

    def plug_in(self, monitor: Monitor) -> None:
        """Connect the monitor, which is about 130 dpi."""
        size = f"{monitor.width}/{monitor.width * 250 // 1280}x{monitor.height}/{monitor.height * 140 // 720}"
        name = f"*{monitor.name}" if monitor.primary else monitor.name
        self._xrandr("--setmonitor", name, f"{size}+{monitor.x}+0", monitor.output)

    def unplug(self, monitor: Monitor) -> None:
        """Pull the monitor's cable; what was painted there stays in the memory of the X server."""
        self._xrandr("--delmonitor", monitor.name)

    def set_mode(self, monitor: Monitor) -> None:
        """Switch the real output to the monitor's size; the monitor must not be plugged in, but be that output."""
        mode = f"{monitor.width}x{monitor.height}"
        timings = (25, monitor.width, *[monitor.width + 100] * 3, monitor.height, *[monitor.height + 10] * 3)
        if (monitor.width, monitor.height) != (self.width, self.height):
            self._xrandr("--newmode", mode, *map(str, timings))
            self._xrandr("--addmode", monitor.output, mode)
        self._xrandr("--output", monitor.output, "--mode", mode)

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env=self.env, check=True, capture_output=True)
