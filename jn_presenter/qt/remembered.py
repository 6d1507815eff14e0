"""Which screens a presenter gave to audience and console, for each set of screens, in a small file of the user's."""

from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.qt.small_files import Saver, read, settings
from jn_presenter.show.screens import Wish

FILE = "screens.json"
MOST_BYTES = 1 << 20
MOST = 32
"""Sets of screens that are remembered; of more, the ones chosen for last."""
UNREAD = Message("记住的显示器读不出，已忽略", "the remembered screens cannot be read and are ignored")
UNSAVED = Message("显示器的选择没有存下", "the choice of screens was not saved")


class Choice(Struct, frozen=True):
    """What was chosen where these screens were connected; all by their identities."""

    screens: tuple[str, ...]
    audience: str
    console: str = ""


def screens_file() -> Path:
    """Where the choices are kept, whether there are any or not."""
    return settings(FILE)


def read_choices(path: Path) -> tuple[Choice, ...]:
    """What was chosen so far, the last choice last; nothing where the file is broken, and the log says so."""
    return read(path, tuple[Choice, ...], (), MOST_BYTES, UNREAD)


def remembered(choices: Iterable[Choice], screens: Iterable[str]) -> Wish:
    """What was chosen for exactly these screens."""
    here = tuple(sorted(screens))
    return next((Wish(one.audience, one.console) for one in choices if one.screens == here), Wish())


def remember(choices: Iterable[Choice], screens: Iterable[str], audience: str, console: str) -> tuple[Choice, ...]:
    """The choices with that one in place of an earlier one for the same screens."""
    new = Choice(tuple(sorted(screens)), audience, console)
    return (*(one for one in choices if one.screens != new.screens), new)[-MOST:]


class Memory:
    """The choices of a user, read when they are first of use. file: by default the user's."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._choices: tuple[Choice, ...] | None = None
        self._saver = Saver(UNSAVED)

    def wish(self, screens: Collection[str]) -> Wish:
        """What was chosen for exactly these screens; with one there is nothing to choose."""
        return remembered(self._read()[1], screens) if len(screens) > 1 else Wish()

    def keep(self, screens: Collection[str], audience: str, console: str) -> None:
        """Remember a choice from now on."""
        file, choices = self._read()
        self._choices = remember(choices, screens, audience, console)
        self._saver.save(file, self._choices)

    def finish(self) -> None:
        """Until everything is on the disk: the program ends."""
        self._saver.finish()

    def _read(self) -> tuple[Path, tuple[Choice, ...]]:
        self._file = self._file or screens_file()
        if self._choices is None:
            self._choices = read_choices(self._file)
        return self._file, self._choices
