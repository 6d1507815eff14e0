"""Starts the show, hears its heart beat, and starts it again whatever happens to it, until somebody ends the kiosk."""

import signal
from collections.abc import Callable
from typing import NamedTuple

from jn_presenter.supervise import aside, ladder
from jn_presenter.supervise.attention import Attention
from jn_presenter.supervise.launch import Launch
from jn_presenter.supervise.mending import Files, Unwatched
from jn_presenter.supervise.protocol import NEW_DECK, Beat, Content
from jn_presenter.supervise.status import Fallen, Status, Why
from jn_presenter.supervise.world import Running, World

SHOWN = ("the deck / 所选汇报", "the last good deck / 上一次正常的汇报", "the plain page / 备用画面")
"""What the rungs show."""
NOTHING_TO_SHOW = 2
"""The exit code of a show whose deck cannot be shown."""
LOOK_S = 0.25
"""How often it looks whether all is well."""


class Patience(NamedTuple):
    """How long what may take, in seconds."""

    beat_s: float = 3.5
    """Between two beats; twice as long as ever in this show where that is more."""
    start_s: float = 15.0
    """Until the first one; twice as long after each start in a row that took longer."""
    most_start_s: float = 60.0
    grace_s: float = 1.0
    """For a show that is to end, until it is killed; one that hangs has none."""
    most_beat_s: float = 5.0


class Settings(NamedTuple):
    """arguments: what the show is started with. has_good: whether there is a good copy of the deck. files: its own."""

    version: str
    deck: str
    pid: int
    arguments: Callable[[Launch], list[str]]
    has_good: Callable[[], bool]
    patience: Patience = Patience()
    files: Files = Unwatched()


class Supervisor:
    """Looks after the show. log: takes a line. left: the slides set aside, from before."""

    def __init__(
        self, settings: Settings, world: World, log: Callable[[str], object], left: dict[str, float] | None = None
    ) -> None:
        self._settings, self._world, self._log = settings, world, log
        now = world.now()
        self._attention = Attention(now)
        self._now = self._attention.look(now)
        self._aged_s = now
        self.left = dict(left or {})
        self._standing = ladder.Standing()
        self._launch = Launch()
        self._running: Running | None = None
        self._lingering: list[Running] = []
        """Killed, and not gone."""
        self._due = self._now
        self._begun = 0.0
        self._beat: Beat | None = None
        self._beat_s = self._slowest_s = 0.0
        self._slide = ""
        """The one to blame, as the running show has told."""
        self._silent = True
        """Whether it has told nothing yet."""
        self._place = ""
        """Where to go on, outliving the show that told it."""
        self._showing_s: float | None = None
        """Since when, without a break."""
        self._slow_starts = 0
        self._starts = 0
        self._since_wall = world.wall()
        self._last: Fallen | None = None
        self._why = Why()
        self._good = ""
        self._content = Content()
        self._leaving = False
        self._renewing = False
        """Whether it ends to come back with another deck."""
        self._stopping = False
        self._ended = False

    def stop(self, *_: object) -> None:
        """End the kiosk; a signal's handler."""
        self._stopping = True
        self._world.wake()

    def run(self, each: Callable[[], object]) -> None:
        """Until somebody ends the kiosk. each: called after every look, several times a second."""
        while not self._ended:
            self.look()
            each()
            if not self._ended:
                self._world.wait(LOOK_S)

    @property
    def ended(self) -> bool:
        return self._ended

    @property
    def status(self) -> Status:
        """How it is, but for what has to be asked of the system."""
        running, beat = self._running, self._beat
        return Status(
            version=self._settings.version,
            deck=self._settings.deck,
            pid=self._settings.pid,
            since_s=self._since_wall,
            rung=self._standing.rung,
            restarts=max(0, self._starts - 1),
            showing_s=None if self._showing_s is None else self._now - self._showing_s,
            beat_age_s=None if beat is None else round(self._now - self._beat_s, 1),
            seen=beat is None or beat.seen,
            closed=beat is not None and beat.closed,
            slide="" if beat is None else beat.slide,
            child=running.pid if running else None,
            aside=tuple(self.left.items()),
            good=self._good,
            content=self._content,
            last_crash=self._last,
            why=self._why,
        )

    def look(self) -> None:
        """Take notice of what has happened, and do what is due."""
        raw = self._world.now()
        self._now = self._attention.look(raw)
        self.left = aside.aged(self.left, max(0.0, raw - self._aged_s))
        self._aged_s = raw
        self._lingering = [one for one in self._lingering if one.exit_code() is None]
        if self._stopping:
            self._end()
        elif self._running is not None:
            self._look_after(self._running)
        elif self._now >= self._due:
            self._start()

    def _start(self) -> None:
        self._launch = Launch(self._standing.rung, tuple(self.left), self._place)
        self._starts += 1
        self._begun, self._showing_s = self._now, None
        self._leaving = self._renewing = False
        if self._launch.rung == ladder.DECK:
            self._settings.files.tried()
        self._beat, self._slide, self._silent, self._content = None, "", True, Content()
        self._slowest_s = 0.0
        try:
            self._running = self._world.start(self._settings.arguments(self._launch))
        except OSError as error:
            self._log(f"the show cannot be started: {error} / 无法启动放映")
            self._crashed("start")
            return
        self._log(f"start {self._starts}, pid {self._running.pid}: {SHOWN[self._standing.rung]}")

    def _look_after(self, running: Running) -> None:
        self._hear()
        code = running.exit_code()
        if code is not None:
            running.close()
            self._hear()  # its last words
            self._running = None
            if code == 0 and self._leaving:
                self._left_by_staff()
            elif code == 0 and self._renewing:
                self._renewed()
            else:
                name = _signal_name(code)
                self._crashed("signal" if name else "exit", None if name else code, name)
        elif self._silent_s() > self._limit_s():
            self._hung(running)
        elif self._showing_s is not None:
            self._stands(running, self._now - self._showing_s)

    def _hear(self) -> None:
        heard = self._world.heard()
        if heard.beat is not None:
            self._take(heard.beat)
        if heard.going is not None:
            self._slide, self._silent = heard.going.slide, False
        if heard.good is not None:
            self._good = heard.good.digest
        if heard.content is not None:
            self._content = heard.content
        if heard.bye is not None:
            self._renewing = heard.bye.why == NEW_DECK
            self._leaving = not self._renewing

    def _take(self, beat: Beat) -> None:
        if self._beat is not None:
            self._slowest_s = max(self._slowest_s, self._now - self._beat_s)
        self._beat, self._beat_s = beat, self._now
        self._slide, self._silent, self._slow_starts = beat.slide, False, 0
        if self._launch.rung != ladder.SAFE:
            self._place = beat.place
        if self._showing_s is None:
            self._showing_s = self._now
            self._log(f"on the screen after {self._now - self._begun:.1f} s / 已显示画面")

    def _stands(self, running: Running, showing_s: float) -> None:
        self._standing = ladder.stood(self._standing, showing_s)
        calm = self._beat is not None and self._beat.calm
        changed = self._standing.rung != ladder.DECK and self._settings.files.changed()
        if ladder.climbs(self._standing, showing_s, calm=calm, changed=changed):
            has_good = self._settings.has_good()
            self._standing = ladder.climbed(self._standing, has_good=has_good, changed=changed)
            if changed:
                self.left = {}  # those slides may be mended too
            why = "the deck has changed / 内容已改动" if changed else "well for long"
            self._log(f"{why}; on to {SHOWN[self._standing.rung]}")
            self._put_away(running)
            self._due = self._now

        elif calm and set(self._launch.aside) - self.left.keys():
            self._log("slides set aside are back / 暂停放映的页面恢复放映")
            self._put_away(running)
            self._due = self._now

    def _hung(self, running: Running) -> None:
        if self._beat is None:
            self._slow_starts += 1
        self._log(f"the show stands still on {self._slide or 'its start'}; it is killed / 放映无响应，结束并重启")
        self._put_away(running, kindly=False)
        if self._leaving:
            self._left_by_staff()
        else:
            self._crashed("hang")

    def _crashed(self, how: str, code: int | None = None, name: str = "") -> None:
        first = self._content.first if code == NOTHING_TO_SHOW else ""
        fallen = Fallen(self._world.wall(), self._slide, how, code, name, first)
        self._last, self._showing_s = fallen, None
        crash = ladder.Crash(self._now, self._slide, self._silent)
        decision = ladder.crashed(self._standing, crash, has_good=self._settings.has_good())
        before, self._standing = self._standing.rung, decision.standing
        self._why = self._why.after(fallen, before=before, rung=self._standing.rung, aside=decision.aside)
        self._due = self._now + decision.delay_s
        ended = name or (how if code is None else f"exit code {code}")
        where = self._slide or "its start"
        self._log(f"crash: {ended} on {where}; again in {decision.delay_s:g} s / 放映异常退出，即将重启")
        if decision.aside:
            self.left = aside.set_aside(self.left, decision.aside)
            self._log(f"{decision.aside} is set aside for a day / {decision.aside} 暂停放映一天")
        if self._standing.rung != before:
            self._log(f"crashes go on; now {SHOWN[self._standing.rung]}")
        if decision.aside or self._silent or self._standing.rung == ladder.SAFE:
            self._place = ""  # it may be what the show cannot begin with

    def _renewed(self) -> None:
        """What was wrong with another deck counts no more."""
        self._log("the deck of a pack was taken; the show starts with it / 已接收内容包，用新内容重新开始放映")
        self._standing, self.left, self._why = ladder.Standing(), {}, Why()
        self._showing_s, self._due = None, self._now

    def _left_by_staff(self) -> None:
        self._log("staff have ended the kiosk / 员工已退出一体机")
        self._ended = True

    def _put_away(self, running: Running, *, kindly: bool = True) -> None:
        """End the show, and forget it; the system may need longer to."""
        self._running, self._showing_s = None, None
        if not running.end(self._settings.patience.grace_s if kindly else 0.0):
            self._log(f"process {running.pid} does not end; the kiosk goes on without it / 进程无法结束，继续运行")
            self._lingering.append(running)

    def _end(self) -> None:
        if self._running is not None:
            self._put_away(self._running)
        self._log("the kiosk was ended / 一体机已结束")
        self._ended = True

    def _silent_s(self) -> float:
        return self._now - (self._begun if self._beat is None else self._beat_s)

    def _limit_s(self) -> float:
        patience = self._settings.patience
        if self._beat is not None:
            return max(patience.beat_s, min(patience.most_beat_s, 2.0 * self._slowest_s))
        return min(patience.most_start_s, patience.start_s * 2.0**self._slow_starts)


def _signal_name(code: int) -> str:
    """The name of the signal that a negative exit code stands for; empty for an exit."""
    if code >= 0:
        return ""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
