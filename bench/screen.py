"""What a spectator with a keyboard can do to a desktop: look at pixels and press keys, by the X protocol alone."""

from typing import Any

import xcffib
import xcffib.xproto
import xcffib.xtest

from bench import marker

KEYSYMS = {"Right": 0xFF53, "Left": 0xFF51, "Home": 0xFF50, "End": 0xFF57, "Return": 0xFF0D, "d": 0x64}
KEY_PRESS, KEY_RELEASE, BUTTON_PRESS, BUTTON_RELEASE, MOTION = 2, 3, 4, 5, 6
INSET = 0.2
"""Of the marker's side, left out at each of its edges."""
ROWS = 27
"""Rows of pixels that are looked at to see whether anything changes."""


def connect(display: str) -> Any:
    """A connection to an X server; Any, since xcffib's types are made at run time."""
    library: Any = xcffib
    return library.connect(display=display)


class Screen:
    """The screen of a desktop of `width` x `height` px."""

    def __init__(self, display: str, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._server = connect(display)
        self._root = self._server.get_setup().roots[0].root
        self._input = self._server(xcffib.xtest.key)
        self._codes = self._keycodes()
        x, y, side, _ = marker.box(width, height)
        inset = round(side * INSET)
        self._inner = (round(x) + inset, round(y) + inset, round(side) - 2 * inset)
        self.point(width // 2, height // 2)

    def close(self) -> None:
        self._server.disconnect()

    def shown(self) -> int | None:
        """The number of the slide on the screen; None while the marker's pixels are not all of one of its colours."""
        x, y, side = self._inner
        pixels = self._image(x, y, side, side).reply().data.raw
        first = bytes(pixels[:4])
        if bytes(pixels) != first * (len(pixels) // 4):
            return None
        blue, green, red = first[:3]
        return marker.number(red, green, blue)

    def fingerprint(self) -> bytes:
        """Rows of pixels spread over the whole screen."""
        pitch = self.height // ROWS
        asked = [self._image(0, y, self.width, 1) for y in range(pitch // 2, self.height, pitch)]
        return b"".join(bytes(answer.reply().data.raw) for answer in asked)

    def press(self, key: str) -> None:
        """Press and release a key of KEYSYMS."""
        code = self._codes[KEYSYMS[key]]
        self._input.FakeInput(KEY_PRESS, code, 0, 0, 0, 0, 0)
        self._input.FakeInput(KEY_RELEASE, code, 0, 0, 0, 0, 0)
        self._server.flush()

    def point(self, x: int, y: int) -> None:
        """Move the pointer to a place of the desktop."""
        self._input.FakeInput(MOTION, 0, 0, self._root, x, y, 0)
        self._server.flush()

    def button(self, *, down: bool) -> None:
        """Press the left button, or let it go."""
        self._input.FakeInput(BUTTON_PRESS if down else BUTTON_RELEASE, 1, 0, 0, 0, 0, 0)
        self._server.flush()

    def pixels(self, x: int = 0, y: int = 0, width: int = 1, height: int = 1) -> bytes:
        """A rectangle of the screen, row by row, four bytes a pixel: blue, green, red and nothing."""
        return bytes(self._image(x, y, width, height).reply().data.raw)

    def _image(self, x: int, y: int, width: int, height: int) -> Any:
        every_plane = 0xFFFFFFFF
        return self._server.core.GetImage(
            xcffib.xproto.ImageFormat.ZPixmap, self._root, x, y, width, height, every_plane
        )

    def _keycodes(self) -> dict[int, int]:
        """Keysym -> keycode, unshifted."""
        setup = self._server.get_setup()
        count = setup.max_keycode - setup.min_keycode + 1
        table = self._server.core.GetKeyboardMapping(setup.min_keycode, count).reply()
        unshifted = table.keysyms[:: table.keysyms_per_keycode]
        return {keysym: code for code, keysym in enumerate(unshifted, setup.min_keycode) if keysym}
