"""Where a normal window was drawn to on each screen, kept from show to show in a small file of the user's."""

from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from jn_presenter.model.text import Message
from jn_presenter.qt.small_files import Saver, read, settings

FILE = "windows.json"
MOST_BYTES = 1 << 16
MOST = 64
"""Places that are remembered; of more, the ones taken last."""
UNREAD = Message("记住的窗口位置读不出，已忽略", "the remembered places of windows cannot be read and are ignored")
UNSAVED = Message("窗口的位置没有存下", "the places of windows were not saved")

Offset = Annotated[int, Meta(ge=-(1 << 15), lt=1 << 15)]
Length = Annotated[int, Meta(gt=0, lt=1 << 15)]


class Area(Struct, frozen=True):
    """A window on a screen, by its identity; device-independent px from that screen's top left, without the frame."""

    window: str
    screen: str
    x: Offset
    y: Offset
    width: Length
    height: Length


class Drawn:
    """The places of windows, read when they are first of use. file: by default the user's."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._areas: tuple[Area, ...] | None = None
        self._saver = Saver(UNSAVED)

    def area(self, window: str, screen: str) -> Area | None:
        """Where the window was on that screen."""
        found = (area for area in self._read()[1] if (area.window, area.screen) == (window, screen))
        return next(found, None)

    def keep(self, area: Area) -> None:
        """Remember the place from now on."""
        file, areas = self._read()
        if area not in areas:
            others = (one for one in areas if (one.window, one.screen) != (area.window, area.screen))
            self._areas = (*others, area)[-MOST:]
            self._saver.save(file, self._areas)

    def finish(self) -> None:
        """Until everything is on the disk: the program ends."""
        self._saver.finish()

    def _read(self) -> tuple[Path, tuple[Area, ...]]:
        self._file = self._file or settings(FILE)
        if self._areas is None:
            self._areas = read(self._file, tuple[Area, ...], (), MOST_BYTES, UNREAD)
        return self._file, self._areas
