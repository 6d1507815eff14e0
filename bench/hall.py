"""A desktop of two monitors: the audience's, which comes and goes, and the console's beside it."""

import subprocess

from bench.desktop import Desktop

CONSOLE = (1920, 1080)
"""Px of the console's monitor."""


class Hall(Desktop):
    """The audience's monitor A at the left, which is the one that `width` and `height` are of; the console's is C."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(width + CONSOLE[0], max(height, CONSOLE[1]))
        self._audience = (width, height)

    def __enter__(self) -> "Hall":
        super().__enter__()
        self.width, self.height = self._audience
        self._xrandr("--setmonitor", "C", f"{CONSOLE[0]}/508x{CONSOLE[1]}/286+{self.width}+0", "screen")
        self.plug_in()
        return self

    def plug_in(self) -> None:
        """Connect the audience's monitor."""
        self._xrandr("--setmonitor", "A", f"{self.width}/508x{self.height}/286+0+0", "none")

    def unplug(self) -> None:
        """Pull its cable; what was painted there stays in the memory of the X server."""
        self._xrandr("--delmonitor", "A")

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env=self.env, check=True, capture_output=True)
