"""Somebody in front of a desk: looks at pixels, presses keys, and knows windows by what the window manager says."""

import time
from typing import Any

import xcffib
import xcffib.xproto
import xcffib.xtest

from bench import marker
from bench.lookout import BYTES, has
from bench.screen import KEY_PRESS, KEY_RELEASE, MOTION, connect
from tests.e2e.desk import Monitor

KEYSYMS = {
    "Right": 0xFF53,
    "Left": 0xFF51,
    "PgDn": 0xFF56,
    "PgUp": 0xFF55,
    "End": 0xFF57,
    "Home": 0xFF50,
    "Space": 0x20,
    "Enter": 0xFF0D,
    "Esc": 0xFF1B,
    "F5": 0xFFC2,
    "F6": 0xFFC3,
    "F11": 0xFFC8,
    "F9": 0xFFC6,
    "Ctrl": 0xFFE3,
    "Alt": 0xFFE9,
    "Shift": 0xFFE1,
    ".": 0x2E,
    "-": 0x2D,
} | {letter: ord(letter) for letter in "abcdefghijklmnopqrstuvwxyz0123456789"}
FROM_A_PAGER, NOW = 2, 0
EVERY_PLANE = 0xFFFFFFFF
BETWEEN_KEYS_S = 0.003
"""No finger presses a key in the millisecond in which it let go of it; that is how X11 repeats keys."""
INSET = 3
"""Px of the marker left out at each of its edges."""

Colour = tuple[int, int, int]


class Spectator:
    """A connection to the display of a desk. All places are px of a monitor."""

    def __init__(self, display: str) -> None:
        self._server = connect(display)
        self._root = self._server.get_setup().roots[0].root
        self._input = self._server(xcffib.xtest.key)
        self._codes = self._keycodes()

    def close(self) -> None:
        self._server.disconnect()

    # what is to be seen

    def look(self, monitor: Monitor, x: int = 0, y: int = 0, width: int = 0, height: int = 0) -> bytes:
        """The pixels of a rectangle, by default of all the monitor, four bytes each."""
        width, height = width or monitor.width, height or monitor.height
        zpixmap = xcffib.xproto.ImageFormat.ZPixmap
        asked = self._server.core.GetImage(zpixmap, self._root, monitor.x + x, y, width, height, EVERY_PLANE)
        return bytes(asked.reply().data.raw)

    def colours(self, monitor: Monitor, *place: int) -> set[Colour]:
        """The colours that are to be seen there."""
        pixels = self.look(monitor, *place)
        return {
            (red, green, blue)
            for blue, green, red in zip(pixels[0::BYTES], pixels[1::BYTES], pixels[2::BYTES], strict=True)
        }

    def colour(self, monitor: Monitor, x: int, y: int) -> Colour:
        """The colour of one pixel."""
        return self.colours(monitor, x, y, 1, 1).pop()

    def number(self, monitor: Monitor) -> int | None:
        """The number that the marker on the monitor stands for; None where there is none, or not all of it."""
        x, y, side, _ = (round(value) for value in marker.box(monitor.width, monitor.height))
        colours = self.colours(monitor, x + INSET, y + INSET, side - 2 * INSET, side - 2 * INSET)
        return marker.number(*colours.pop()) if len(colours) == 1 else None

    def has(self, monitor: Monitor, colour: Colour) -> bool:
        """Whether any pixel of the monitor has the colour."""
        return has(self.look(monitor), colour)

    # what can be done

    def press(self, chord: str) -> None:
        """Press and release the keys of a chord such as Ctrl+Q."""
        keys = chord.split("+")
        for key in keys:
            self.hold(key)
        for key in reversed(keys):
            self.let_go(key)
        self._server.core.GetInputFocus().reply()  # by now the server has released the keys
        time.sleep(BETWEEN_KEYS_S)

    def hold(self, key: str) -> None:
        """Press a key and keep it down; the X server repeats it."""
        self._fake(KEY_PRESS, self._codes[KEYSYMS[key]])

    def let_go(self, key: str) -> None:
        self._fake(KEY_RELEASE, self._codes[KEYSYMS[key]])

    def point_at(self, monitor: Monitor, x: int, y: int) -> None:
        """Move the pointer there."""
        self._input.FakeInput(MOTION, 0, 0, self._root, monitor.x + x, y, 0)
        self._server.flush()

    def click(self) -> None:
        """Press the left button where the pointer is, and let it go."""
        for down in (True, False):
            self.button(down=down)

    def button(self, *, down: bool) -> None:
        """Press the left button where the pointer is, or let it go."""
        left, press, release = 1, 4, 5
        self._fake(press if down else release, left)

    def _fake(self, kind: int, code: int) -> None:
        self._input.FakeInput(kind, code, 0, 0, 0, 0, 0)
        self._server.flush()

    # windows

    def windows(self) -> dict[str, int]:
        """The title of every window that the window manager manages -> its id."""
        return {self._title(window): window for window in self._words(self._root, "_NET_CLIENT_LIST")}

    def active(self) -> str:
        """The title of the window that gets the keys, empty where none does."""
        window = next(iter(self._words(self._root, "_NET_ACTIVE_WINDOW")), 0)
        return self._title(window) if window else ""

    def activate(self, title: str) -> None:
        """Ask the window manager, as a task bar does, to give the window the keys."""
        self._ask_for(self.windows()[title], "_NET_ACTIVE_WINDOW", FROM_A_PAGER, NOW)

    def close_window(self, title: str) -> None:
        """Ask the window manager, as a task bar does, to close the window."""
        self._ask_for(self.windows()[title], "_NET_CLOSE_WINDOW", NOW, FROM_A_PAGER)

    def destroy_window(self, title: str) -> None:
        """What any program may do to the window of another, without asking it."""
        self._server.core.DestroyWindow(self.windows()[title])
        self._server.flush()

    def move(self, title: str, x: int, y: int) -> None:
        """Move the window as a hand does that draws its title bar; px of the desk."""
        with_x_and_y = 1 << 8 | 1 << 9
        self._ask_for(self.windows()[title], "_NET_MOVERESIZE_WINDOW", with_x_and_y, x, y)

    def place(self, title: str) -> tuple[int, int, int, int]:
        """Left, top, width and height of the window within its frame; px of the desk."""
        window = self.windows()[title]
        at = self._server.core.TranslateCoordinates(window, self._root, 0, 0).reply()
        size = self._server.core.GetGeometry(window).reply()
        return at.dst_x, at.dst_y, size.width, size.height

    def _ask_for(self, window: int, what: str, *details: int) -> None:
        """Send a message of the Extended Window Manager Hints."""
        kind = self._atom(what)
        words = [*details, 0, 0, 0, 0, 0][:5]
        data = xcffib.xproto.ClientMessageData.synthetic(words, "IIIII")
        event = xcffib.xproto.ClientMessageEvent.synthetic(format=32, window=window, type=kind, data=data)
        masks = xcffib.xproto.EventMask
        to = masks.SubstructureRedirect | masks.SubstructureNotify
        self._server.core.SendEvent(False, self._root, to, event.pack())
        self._server.flush()

    def cover(self, monitor: Monitor, colour: Colour) -> None:
        """Open a window of one colour that covers the monitor, for as long as this spectator stays."""
        window = self._server.generate_id()
        red, green, blue = colour
        values = [red << 16 | green << 8 | blue]
        kinds, background = xcffib.xproto.WindowClass, xcffib.xproto.CW.BackPixel
        place = (monitor.x, 0, monitor.width, monitor.height)
        self._server.core.CreateWindow(0, window, self._root, *place, 0, kinds.InputOutput, 0, background, values)
        fullscreen = [self._atom("_NET_WM_STATE_FULLSCREEN")]
        atom = xcffib.xproto.Atom.ATOM
        self._server.core.ChangeProperty(0, window, self._atom("_NET_WM_STATE"), atom, 32, 1, fullscreen)
        self._server.core.MapWindow(window)
        self._server.flush()

    def _title(self, window: int) -> str:
        try:
            answer = self._property(window, "_NET_WM_NAME")
        except xcffib.xproto.WindowError:
            return ""  # it was closed meanwhile
        return answer.to_utf8() if answer else ""

    def _words(self, window: int, name: str) -> list[int]:
        found = self._property(window, name)
        return found.to_atoms() if found else []

    def _property(self, window: int, name: str) -> Any:
        any_type, most = 0, 4096
        return self._server.core.GetProperty(False, window, self._atom(name), any_type, 0, most).reply().value

    def _atom(self, name: str) -> int:
        atom: int = self._server.core.InternAtom(False, len(name), name).reply().atom
        return atom

    def _keycodes(self) -> dict[int, int]:
        """Keysym -> keycode, unshifted."""
        setup = self._server.get_setup()
        count = setup.max_keycode - setup.min_keycode + 1
        table = self._server.core.GetKeyboardMapping(setup.min_keycode, count).reply()
        unshifted = table.keysyms[:: table.keysyms_per_keycode]
        return {keysym: code for code, keysym in enumerate(unshifted, setup.min_keycode) if keysym}
