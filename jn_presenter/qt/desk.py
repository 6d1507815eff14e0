"""Where a show's windows are: the only module that shows, hides and moves them, as screens and state ask for it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.model.options import PresentOptions
from jn_presenter.qt import screens
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.show.state import ShowState

SCREENS_MS = 300
"""How long screens must stay as they are before windows move: a projector comes and goes in several steps."""

Makers = Mapping[str, Callable[[], QWidget]]
"""Name of a window beside the audience's -> how it is made, once it is first wanted: `console`, `interpreter`."""


class Desk(QObject):
    """The audience's window and those beside it, each on the screen that is meant for it."""

    def __init__(self, store: Store, audience: Audience, options: PresentOptions, makers: Makers) -> None:
        super().__init__()
        self._store, self._options, self._makers = store, options, makers
        self.audience = audience
        self.windows: dict[str, QWidget] = {}
        """The windows made so far, beside the audience's."""
        self._plan = screens.Plan("", None)
        self._open = False
        self._screens = QTimer(self, singleShot=True, interval=SCREENS_MS)
        self._screens.timeout.connect(self.rearrange)

    def begin(self) -> None:
        """Put the audience's window up; the others wait for `open`."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)
        application.primaryScreenChanged.connect(self._screens_changed)
        self._place_audience()

    def open(self) -> None:
        """From now on the other windows are up too where the state wants them."""
        self._open = True
        self._store.changed.connect(self._on_changed)
        self._show_console()

    def to_front(self) -> None:
        """Bring the show's windows above all others."""
        for window in (self.audience, *self.windows.values()):
            if window.isVisible():
                window.raise_()
                window.activateWindow()

    def rearrange(self) -> None:
        """Put every window where the screens there are now want it; with none, wait for one to come."""
        if not screens.probe():
            return
        self._place_audience()
        if "console" in self.windows:
            self.windows["console"].hide()
        self._show_console()

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if not new.leaving:
            self._show_console()

    def _screens_changed(self, _screen: QScreen) -> None:
        self._screens.start()

    def _place_audience(self) -> None:
        options = self._options
        self._plan = screens.plan(screens.probe(), options.screen, options.console_screen, with_console=options.console)
        screen = screens.find(self._plan.audience)
        if screen is None:
            return
        if options.windowed:
            if not self.audience.isVisible():
                screens.put_windowed(self.audience, screen)
        else:
            screens.put_fullscreen(self.audience, screen)

    def _show_console(self) -> None:
        """The console is up on a screen of its own, or over the audience's where `C` asked for it."""
        if not self._open:
            return
        beside = self._plan.console is not None
        wanted = self._options.console and (beside or self._store.state.console)
        self.audience.asks = not wanted
        if not wanted:
            shown = self.windows.get("console")
            if shown is not None and shown.isVisible():
                shown.hide()
                self.audience.activateWindow()
            return
        console = self._window("console")
        if console.isVisible():
            return
        screen = screens.find(self._plan.console if beside else self._plan.audience)
        if screen is None:
            return
        if self._options.windowed:
            screens.put_windowed(console, screen)
        else:
            screens.put_fullscreen(console, screen)
        console.raise_()
        console.activateWindow()

    def _window(self, name: str) -> QWidget:
        """The window of that name, made now if it was never wanted before."""
        if name not in self.windows:
            self.windows[name] = self._makers[name]()
        return self.windows[name]
