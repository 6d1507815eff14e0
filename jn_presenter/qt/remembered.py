"""Which screens a presenter gave to audience and console, for each set of screens, in a small file of the user's."""

import logging
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter import durable
from jn_presenter.show.screens import Wish

log = logging.getLogger(__name__)
FILE = "screens.json"
MOST_BYTES = 1 << 20
MOST = 32
"""Sets of screens that are remembered; of more, the ones chosen for last."""


class Choice(Struct, frozen=True):
    """What was chosen where these screens were connected; all by their identities."""

    screens: tuple[str, ...]
    audience: str
    console: str = ""


def screens_file() -> Path:
    """Where the choices are kept, whether there are any or not."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("jn-presenter", appauthor=False), FILE)


def read_choices(path: Path) -> tuple[Choice, ...]:
    """What was chosen so far, the last choice last; nothing where the file is broken, and the log says so."""
    try:
        return msgspec.json.decode(durable.read(path, MOST_BYTES), type=tuple[Choice, ...])
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        log.warning(
            "记住的显示器读不出，已忽略：%s / the remembered screens cannot be read and are ignored: %s", path, error
        )
        return ()


def remembered(choices: Iterable[Choice], screens: Iterable[str]) -> Wish:
    """What was chosen for exactly these screens."""
    here = tuple(sorted(screens))
    return next((Wish(one.audience, one.console) for one in choices if one.screens == here), Wish())


def remember(choices: Iterable[Choice], screens: Iterable[str], audience: str, console: str) -> tuple[Choice, ...]:
    """The choices with that one in place of an earlier one for the same screens."""
    new = Choice(tuple(sorted(screens)), audience, console)
    return (*(one for one in choices if one.screens != new.screens), new)[-MOST:]


def save(path: Path, choices: tuple[Choice, ...]) -> None:
    """Write the file in one piece: a power cut leaves the old one or the new one. The log says where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.replace(path, msgspec.json.format(msgspec.json.encode(choices), indent=1))
    except OSError as error:
        log.warning("显示器的选择没有存下 / the choice of screens was not saved: %s", error)


class Memory:
    """The choices of a user, read when they are first of use. file: by default the user's."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._choices: tuple[Choice, ...] | None = None

    def wish(self, screens: Collection[str]) -> Wish:
        """What was chosen for exactly these screens; with one there is nothing to choose."""
        return remembered(self._read()[1], screens) if len(screens) > 1 else Wish()

    def keep(self, screens: Collection[str], audience: str, console: str) -> None:
        """Remember a choice from now on."""
        file, choices = self._read()
        self._choices = remember(choices, screens, audience, console)
        save(file, self._choices)

    def _read(self) -> tuple[Path, tuple[Choice, ...]]:
        self._file = self._file or screens_file()
        if self._choices is None:
            self._choices = read_choices(self._file)
        return self._file, self._choices
