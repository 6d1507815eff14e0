"""Puts a supervisor together with what it writes and whom it tells, and runs it until the kiosk is ended."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jn_presenter.supervise import aside
from jn_presenter.supervise.health import Health, Page
from jn_presenter.supervise.launch import arguments, has_good
from jn_presenter.supervise.logs import RotatingLog, Sieve
from jn_presenter.supervise.mending import Mending
from jn_presenter.supervise.program import program
from jn_presenter.supervise.scribe import Scribe, echo
from jn_presenter.supervise.status import Status, as_json, changed, memory_of
from jn_presenter.supervise.supervisor import Patience, Settings, Supervisor
from jn_presenter.supervise.watchdog import Watchdog
from jn_presenter.supervise.world import Machine, World

STATUS, ASIDE, LOG = "status.json", "aside.json", "log"
"""In the kiosk's own folder."""
STATUS_S = 30.0
"""How often the status is written where it does not change; where it does, at once."""
ASIDE_S = 600.0
"""How often it is written how much of their day is left to the slides set aside."""
PAGE_S = 1.0
LAST_WORDS_S = 0.5


class Kiosk(NamedTuple):
    """What is to be kept running. Paths are absolute."""

    version: str
    deck: str
    folder: Path
    """For the kiosk's own files; it need not be there, or be writable."""
    own: tuple[str, ...] = ()
    """The owner's options, which the show is given too."""
    health: tuple[str, int] | None = None
    """Address and port."""
    command: tuple[str, ...] = ()
    """What runs the program; empty for the way this one was started."""
    patience: Patience = Patience()
    taken: Callable[[], str] = str
    """The folder of the deck to show in place of `deck`; empty for none. Asked before each start."""
    spare: Path | None = None
    """A folder for the status where `folder` cannot be written."""


class Records:
    """The files of a kiosk, kept up to date while it runs."""

    def __init__(self, kiosk: Kiosk, scribe: Scribe, world: World) -> None:
        self._folder, self._spare, self._scribe, self._world = kiosk.folder, kiosk.spare, scribe, world
        self._written: Status | None = None
        self._written_s = self._aside_s = float("-inf")
        self._aside: tuple[str, ...] | None = None
        self._page_s = float("-inf")
        self.page = Page(healthy=False, content=b"{}")
        """For the network."""

    def keep(self, status: Status) -> None:
        """Write what is due."""
        now = self._world.now()
        due = changed(self._written, status) or now - self._written_s >= STATUS_S
        fresh = now - self._page_s >= PAGE_S
        if not due and not fresh:
            return
        status = status._replace(memory=memory_of(status.child) if status.child else None)
        if fresh:
            self._page_s = now
            self.page = Page(status.healthy, as_json(status, self._world.wall(), public=True))
        if due:
            self.write(status)

    def write(self, status: Status) -> None:
        """Write the status now."""
        self._written, self._written_s = status, self._world.now()
        spare = self._spare / STATUS if self._spare is not None else None
        self._scribe.file(self._folder / STATUS, as_json(status, self._world.wall()), spare)

    def keep_aside(self, left: dict[str, float]) -> None:
        """Write what is set aside: when that changes and, as long as anything is, every now and then."""
        now, slides = self._world.now(), tuple(left)
        if slides == (self._aside or ()) and (not slides or now - self._aside_s < ASIDE_S):
            return
        self._aside, self._aside_s = slides, now
        self._scribe.file(self._folder / ASIDE, aside.written(left, self._world.wall()))


def keep_running(kiosk: Kiosk, echoed: Callable[[str], object] | None = None) -> None:
    """Keep the show running until staff leave it or the system asks for its end. echoed: takes what is logged."""
    scribe = Scribe(RotatingLog(kiosk.folder / LOG), time.monotonic, echoed)
    sieve = Sieve()

    def overhear(words: bytes) -> None:
        for line in sieve.pass_on(words, time.monotonic()):
            scribe.line(line, own=False)

    def deck() -> str:
        return kiosk.taken() or kiosk.deck

    machine, files = Machine(kiosk.command or program(), overhear), Mending(deck)
    settings = Settings(
        kiosk.version,
        kiosk.deck,
        os.getpid(),
        lambda launch: arguments(launch, kiosk.own, deck(), kiosk.folder),
        lambda: has_good(kiosk.folder),
        kiosk.patience,
        files,
    )
    supervisor = Supervisor(settings, machine, scribe.line, _set_aside(kiosk.folder, machine.wall()))
    records = Records(kiosk, scribe, machine)
    watchdog = Watchdog()
    health = Health(*kiosk.health, lambda: records.page, scribe.line) if kiosk.health else None
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, supervisor.stop)

    def each() -> None:
        status = supervisor.status
        records.keep(status)
        records.keep_aside(supervisor.left)
        watchdog.look(machine.now(), f"{'showing' if status.healthy else 'not showing'}, {status.restarts} restarts")

    if health is not None:
        health.begin()
    files.begin()
    watchdog.ready()
    supervisor.run(each)
    watchdog.stopping()
    records.write(supervisor.status)
    if health is not None:
        health.end()
    scribe.end(LAST_WORDS_S)


def _set_aside(folder: Path, wall_s: float) -> dict[str, float]:
    """The slides set aside in an earlier run; none where that cannot be read."""
    try:
        with (folder / ASIDE).open("rb") as stream:
            return aside.read(stream.read(aside.MOST_BYTES), wall_s)
    except OSError:
        return {}


def on_terminal() -> Callable[[str], object] | None:
    """How the log is told to whoever has started the kiosk: on a terminal, or to systemd's journal."""
    heard = sys.stderr is not None and (sys.stderr.isatty() or "JOURNAL_STREAM" in os.environ)
    return echo if heard else None
