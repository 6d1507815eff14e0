"""A machine that is made up: its time is moved, its show does what it is told, and nothing waits."""

import signal
from collections.abc import Callable, Sequence
from pathlib import Path

from jn_presenter.supervise.inbox import Heard
from jn_presenter.supervise.launch import Launch, arguments
from jn_presenter.supervise.protocol import Beat, Bye, Content, Going, Good
from jn_presenter.supervise.supervisor import LOOK_S, Settings, Supervisor

DECK, FOLDER = "/decks/hall", Path("/state/kiosk-1")


class Show:
    """A show that was started with these arguments."""

    def __init__(self, pid: int, arguments: Sequence[str], at_s: float) -> None:
        self.pid = pid
        self.arguments = list(arguments)
        self.at_s = at_s
        self.code: int | None = None
        self.immortal = False
        self.ended = self.closed = 0
        self.grace_s = -1.0

    def exit_code(self) -> int | None:
        return self.code

    def end(self, grace_s: float) -> bool:
        self.ended += 1
        self.grace_s = grace_s
        if not self.immortal and self.code is None:
            self.code = -signal.SIGKILL
        return self.code is not None

    def close(self) -> None:
        self.closed += 1

    @property
    def place(self) -> str:
        return next((one.removeprefix("--resume=") for one in self.arguments if one.startswith("--resume=")), "")

    @property
    def aside(self) -> list[str]:
        found = next((one.removeprefix("--aside=") for one in self.arguments if one.startswith("--aside=")), "")
        return found.split(",") if found else []

    @property
    def rung(self) -> str:
        if "--safe" in self.arguments:
            return "safe"
        return "good" if self.arguments[1] == str(FOLDER / "good" / "deck") else "deck"


class DeckFiles:
    """Files of a deck that change when a test says so."""

    def __init__(self) -> None:
        self.are_others = False
        self.tries = 0

    def tried(self) -> None:
        self.tries += 1
        self.are_others = False

    def changed(self) -> bool:
        return self.are_others


class Made:
    """The machine, and the supervisor on it."""

    def __init__(self, *, has_good: bool = True, left: dict[str, float] | None = None) -> None:
        self.time, self.clock_on_wall = 1000.0, 1_700_000_000.0
        self.shows: list[Show] = []
        self.said: list[str] = []
        self.refusing: OSError | None = None
        self.woken = 0
        self._heard = Heard()
        self.acts: Callable[[Show], None] = lambda _show: None
        """What each show does at every look, if not told otherwise."""
        self.files = DeckFiles()
        settings = Settings("1.0", DECK, 1, self._arguments, lambda: has_good, files=self.files)
        self.supervisor = Supervisor(settings, self, self.said.append, left)

    @staticmethod
    def _arguments(launch: Launch) -> list[str]:
        return arguments(launch, ("--lang=zh",), DECK, FOLDER)

    # the world, as the supervisor sees it
    def now(self) -> float:
        return self.time

    def wall(self) -> float:
        return self.clock_on_wall

    def wait(self, seconds: float) -> None:
        self.pass_by(seconds)

    def wake(self) -> None:
        self.woken += 1

    def heard(self) -> Heard:
        heard, self._heard = self._heard, Heard()
        return heard

    def start(self, arguments: Sequence[str]) -> Show:
        if self.refusing is not None:
            raise self.refusing
        self._heard = Heard()
        self.shows.append(Show(100 + len(self.shows), arguments, self.time))
        return self.shows[-1]

    # the test's hands
    @property
    def show(self) -> Show:
        return self.shows[-1]

    def beat(self, slide: str = "a/b", *, calm: bool = True, seen: bool = True, closed: bool = False) -> None:
        place = f'{{"slide":"{slide}"}}'
        self._heard = self._heard._replace(beat=Beat(slide, place, calm, seen, closed), going=None)

    def going(self, slide: str) -> None:
        self._heard = self._heard._replace(going=Going(slide))

    def good(self, digest: str) -> None:
        self._heard = self._heard._replace(good=Good(digest))

    def content(self, content: Content) -> None:
        self._heard = self._heard._replace(content=content)

    def bye(self, why: str = "staff") -> None:
        self._heard = self._heard._replace(bye=Bye(why))

    def pass_by(self, seconds: float) -> None:
        """Time goes on, and nobody looks."""
        self.time += seconds
        self.clock_on_wall += seconds

    def go_on(self, seconds: float) -> None:
        """Time goes on, with a look as often as there is one."""
        until = self.time + seconds
        while self.time < until - 1e-9:
            if self.shows and self.show.code is None:
                self.acts(self.show)
            self.supervisor.look()
            self.pass_by(min(LOOK_S, until - self.time))
        if self.shows and self.show.code is None:
            self.acts(self.show)
        self.supervisor.look()

    def started(self) -> Show:
        """Look until a show runs."""
        for _ in range(1000):
            self.supervisor.look()
            if self.shows and self.show.code is None:
                return self.show
            self.pass_by(LOOK_S)
        raise AssertionError("nothing was started")

    def crash(self, code: int = -11) -> Show:
        """The running show ends; returns the one after it."""
        self.show.code = code
        return self.started()
