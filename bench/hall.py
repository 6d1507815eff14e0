"""A desktop of two monitors: the audience's, which comes and goes, and the console's beside it."""

import subprocess

from bench.desktop import Desktop

CONSOLE = (1920, 1080)
"""Px of the console's monitor."""


class Hall(Desktop):
    """The audience's monitor A at the left, which is the one that `width` and `height` are of; the console's is C.

    loose: the one of the two that can be pulled out; the other one is the server's real output, which cannot.
    """

    def __init__(self, width: int, height: int, loose: str = "A") -> None:
        super().__init__(width + CONSOLE[0], max(height, CONSOLE[1]))
        self._audience = (width, height)
        self._loose = loose

    def __enter__(self) -> "Hall":
        super().__enter__()
        self.width, self.height = self._audience
        self._connect("C" if self._loose == "A" else "A", "screen")
        self.plug_in()
        return self

    def plug_in(self) -> None:
        """Connect the loose monitor."""
        self._connect(self._loose, "none")

    def unplug(self) -> None:
        """Pull its cable; what was painted there stays in the memory of the X server."""
        self._xrandr("--delmonitor", self._loose)

    def _connect(self, name: str, output: str) -> None:
        (width, height), x = (self._audience, 0) if name == "A" else (CONSOLE, self.width)
        self._xrandr("--setmonitor", name, f"{width}/508x{height}/286+{x}+0", output)

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env=self.env, check=True, capture_output=True)
