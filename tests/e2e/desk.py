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
    """The output it is made of; the first monitor has the only one there is, so it cannot be unplugged."""


LEFT = Monitor("L", 0, "screen")
RIGHT = Monitor("R", WIDTH, "none")
BOOTH = Monitor("B", 2 * WIDTH, "none")


class Desk(Desktop):
    """A laptop's screen LEFT, which is the primary one, and at its right perhaps a projector, RIGHT.

    booth: whether there is a third one, BOOTH, at which an interpreter sits.
    """

    def __init__(self, *, projector: bool, booth: bool = False) -> None:
        super().__init__((3 if booth else 2) * WIDTH, HEIGHT)
        self._projector, self._booth = projector, booth

    def __enter__(self) -> "Desk":
        super().__enter__()
        self.plug_in(LEFT)
        if self._projector:
            self.plug_in(RIGHT)
        if self._booth:
            self.plug_in(BOOTH)
        return self

    def plug_in(self, monitor: Monitor) -> None:
        """Connect the monitor, which is about 130 dpi."""
        self._xrandr("--setmonitor", monitor.name, f"{WIDTH}/250x{HEIGHT}/140+{monitor.x}+0", monitor.output)

    def unplug(self, monitor: Monitor) -> None:
        """Pull the monitor's cable; what was painted there stays in the memory of the X server."""
        self._xrandr("--delmonitor", monitor.name)

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env=self.env, check=True, capture_output=True)
