"""Switches the display's power and keeps its saver away, on a thread of its own: a display may take seconds."""

import logging
from threading import Event, Thread

from jn_presenter.model.kiosk import Display
from jn_presenter.qt.kiosk.commands import Run, run
from jn_presenter.show.kiosk.power import Words, keeping_awake, switching

log = logging.getLogger(__name__)
SWITCH = "显示器电源无法切换，画面照常 / the display's power cannot be switched; the show goes on: %s"
SAVER = "系统的屏幕保护可能会出现 / the system's own screen saver may come up: %s"
NO_DPMS = "power: dpms needs X11; under Wayland and elsewhere power: command does it"


class DisplayPower:
    """`want` says again and again whether the screen is to be seen. x11: whether there is an X server."""

    def __init__(self, display: Display, *, x11: bool, run: Run = run) -> None:
        self._display, self._x11, self._run = display, x11, run
        self._wanted = True
        self._said = Event()
        self._over = False
        self._done: bool | None = None
        """How it was switched last; None where that failed."""
        self._failing: set[str] = set()
        self._thread = Thread(target=self._work, name="power", daemon=True)

    def want(self, on: bool) -> None:
        """From now on the screen is to be seen, or dark; the latest word counts."""
        if not self._x11 and self._display.power == "none":
            return  # nothing could be done here
        self._wanted = on
        self._said.set()
        if self._thread.ident is None and not self._over:
            self._thread.start()

    def stop(self) -> None:
        """Nothing more is begun; what is under way is not waited for, and the display stays as it is."""
        self._over = True
        self._said.set()

    def _work(self) -> None:
        while True:
            self._said.wait()
            self._said.clear()
            if self._over:
                return
            self.apply(on=self._wanted)

    def apply(self, *, on: bool) -> None:
        """Make it so; on the thread. A command that fails is tried again with the next word."""
        if self._display.power == "dpms" and not self._x11:
            self._tell(SWITCH, NO_DPMS)
            return
        switch = switching(self._display, on=on, done=self._done, x11=self._x11)
        if switch is not None:
            self._done = on if self._tried(SWITCH, switch) else None
        awake = keeping_awake(on=on, x11=self._x11)
        if awake is not None:
            self._tried(SAVER, awake)

    def _tried(self, what: str, command: Words) -> bool:
        """Run it; whether that went well."""
        why = self._run(command)
        self._tell(what, why)
        return why is None

    def _tell(self, what: str, why: str | None) -> None:
        """A line where it begins to fail, and none while it goes on to."""
        if why is None:
            self._failing.discard(what)
        elif what not in self._failing:
            self._failing.add(what)
            log.warning(what, why)
