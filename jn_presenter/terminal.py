"""Words on a terminal: messages in the reader's language, colours where it has any, a bar for what takes time."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, TextIO, TypeVar

from jn_presenter.draw.typography import is_wide
from jn_presenter.model.text import Message

COLUMNS = 100
"""A message that fits on a line of this many columns in both languages is said in both."""
SHOWN_AFTER = 1.0
"""Seconds of work without a word."""
REDRAWN_EVERY = 0.1
SAID_EVERY = 5.0
"""Seconds between two lines of progress where there is no terminal, as in a log."""
BAR = 24

BOLD, RED, YELLOW, GREEN, CYAN, PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[32m", "\x1b[36m", "\x1b[0m"
UNREAD = 141
"""128 and the number of SIGPIPE, as a shell would have it."""

Item = TypeVar("Item")


def language(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The language of what is too long to say in both: zh or en, from LC_ALL, LC_MESSAGES, LANG, else the system."""
    asked = next(filter(None, (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not asked and platform in ("win32", "darwin"):
        import locale  # there the language is a setting of the system, not of the shell

        asked = locale.getlocale()[0] or ""
    return "zh" if asked.lower().startswith(("zh", "chinese")) else "en"


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if is_wide(character) else 1 for character in text)


def worded(message: Message, reader: str = "") -> str:
    """The message in both languages where one line holds them, else in the reader's."""
    both = f"{message.zh} / {message.en}"
    if message.zh == message.en:
        return message.en
    if "\n" not in both and width(both) <= COLUMNS:
        return both
    return message.in_language(reader or language())


def say(message: Message) -> None:
    """Tell the user something; on stderr, since stdout carries results."""
    print(harmless(worded(message), newline=True), file=sys.stderr)


def speak_plainly() -> None:
    """A terminal whose encoding has no Chinese gets escapes in its place instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def has_colour(
    stream: TextIO,
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    understood: Callable[[TextIO], bool] | None = None,
) -> bool:
    """Whether escape sequences are wanted there: on a terminal that knows them.

    NO_COLOR says no everywhere, FORCE_COLOR yes, also into a pipe. understood: whether a console of Windows takes them.
    """
    if environ.get("NO_COLOR"):
        return False
    if (forced := environ.get("FORCE_COLOR", "")) and forced not in ("0", "false"):
        return True
    if environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return platform != "win32" or "WT_SESSION" in environ or (understood or _windows_understands)(stream)


def _windows_understands(stream: TextIO) -> bool:
    """Ask the console of Windows 10 or later to obey escape sequences, which older ones print; whether it does.

    ENABLE_VIRTUAL_TERMINAL_PROCESSING of SetConsoleMode.
    """
    import ctypes

    windows: Any = ctypes
    try:
        import msvcrt

        handle = getattr(msvcrt, "get_osfhandle")(stream.fileno())  # noqa: B009  # Windows alone has it
    except (ImportError, OSError):
        return False
    mode = ctypes.c_ulong()
    kernel = windows.windll.kernel32
    return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | 4))


def harmless(text: str, *, newline: bool = False) -> str:
    """The text without signs that would move a terminal's cursor, colour it or turn its words round.

    Such stand in the texts of decks by accident, and could be put there. newline: line ends stay.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or (newline and sign == "\n") else _shown(sign) for sign in text)


def _shown(sign: str) -> str:
    if sign in "\u3000\u00a0":
        return sign
    return " " if sign in "\t\n" else "\ufffd"


def while_read(work: Callable[[], int]) -> int:
    """The exit code of the work; that of a program which SIGPIPE ends where nobody reads what it prints any more.

    `head` closes its end once it has enough: that is no error, and no word about it would reach anybody.
    """
    try:
        try:
            return work()
        finally:
            if sys.stdout is not None:  # there is none without a console on Windows
                sys.stdout.flush()
    except BrokenPipeError:
        _read_by_nobody(sys.stdout)
        _read_by_nobody(sys.stderr)
        return UNREAD


def _read_by_nobody(stream: TextIO | None) -> None:
    """What is left of it goes nowhere: at its end Python tries once more, and would say that it could not."""
    if stream is None:
        return
    try:
        stream.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class Progress:
    """How far a work has come, on stderr once it has taken a second.

    A terminal shows a bar that is gone at the end; a log gets a line every few seconds. `now` is a clock in seconds.
    """

    def __init__(
        self, what: Message, *, stream: TextIO | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._what = worded(what)
        self._stream = stream or sys.stderr
        self._now = now
        self._terminal = self._stream.isatty()
        self._due = now() + (SHOWN_AFTER if self._terminal else SAID_EVERY)
        self._drawn = 0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._overwrite("")

    def over(self, items: Iterable[Item], total: int) -> Iterator[Item]:
        """The items one by one, each counted as done when the next is asked for."""
        for done, item in enumerate(items, 1):
            yield item
            self.reach(done, total)

    def reach(self, done: int, total: int) -> None:
        """So many parts of the total are done."""
        if self._now() < self._due:
            return
        self._due = self._now() + (REDRAWN_EVERY if self._terminal else SAID_EVERY)
        if self._terminal:
            full = BAR * done // max(total, 1)
            self._overwrite(f"{self._what} [{'#' * full}{'-' * (BAR - full)}] {done}/{total}")
        else:
            print(f"{self._what}: {done}/{total}", file=self._stream, flush=True)

    def _overwrite(self, line: str) -> None:
        """Put the line in the place of the last one, without escape sequences, which not every terminal knows."""
        if line or self._drawn:
            blank = " " * max(0, self._drawn - width(line))
            print(f"\r{line}{blank}", end="" if line else "\r", file=self._stream, flush=True)
        self._drawn = width(line)
