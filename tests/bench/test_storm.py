"""A short storm over a kiosk, in which nobody gets out; and with a guard taken away, in which somebody does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu

from bench.storm import Storm, storm
from jn_presenter.qt.keys import chord
from jn_presenter.qt.kiosk.gate import Gate
from jn_presenter.qt.windows.kiosk import hands, locked
from jn_presenter.qt.windows.kiosk.hands import HandsOn
from jn_presenter.qt.windows.kiosk.locked import Locked
from jn_presenter.qt.windows.kiosk.window import KioskWindow
from jn_presenter.show.keymap import DEFAULT
from jn_presenter.show.kiosk import gestures

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("This plugin does not support")]
EVENTS = 5000
Patch = pytest.MonkeyPatch


def test_nobody_gets_out_and_nothing_is_left_behind() -> None:
    told: list[int] = []
    found = storm(EVENTS, progress=lambda done, _all: told.append(done))
    assert found.escapes == ()
    assert found.events == EVENTS
    assert told[-1] == EVENTS
    assert found.objects <= 2, "nothing comes with each event"
    assert found.handles <= 2
    everywhere = {
        "loop",
        "home",
        "slides",
        "pad",
        "closed",
        "digits",
        "scrub",
        "answer",
        "language",
        "large",
        "contrast",
    }
    assert everywhere <= set(found.seen), "the storm has to get about"


def no_end(patch: Patch) -> None:
    """Neither the lock nor the window itself refuses to be closed."""
    patch.setattr(Locked, "_end", lambda *_: False)
    patch.setattr(KioskWindow, "closeEvent", lambda _window, event: event.accept())


def all_keys(patch: Patch) -> None:
    """Keys mean what they mean to a presenter."""
    names = {chord: name for chord, name in DEFAULT.pressed[""].items() if name not in ("next", "previous")}

    def act(self: Locked, event: QEvent) -> None:
        name = names.get(chord(event))  # type: ignore[arg-type]
        if name is not None:
            self._store.dispatch(name)

    patch.setattr(Locked, "_key", act)


def menus(patch: Patch) -> None:
    """A menu may open: it is not refused, and the window has one."""

    def open_menu(window: KioskWindow, event: QEvent) -> None:
        menu = QMenu(window)
        menu.addAction("Exit")
        menu.popup(window.mapToGlobal(window.rect().center()))

    patch.setattr(locked, "HEARD", locked.HEARD - {QEvent.Type.ContextMenu})
    patch.setattr(KioskWindow, "contextMenuEvent", open_menu, raising=False)
    patch.setattr(KioskWindow, "setContextMenuPolicy", lambda *_: None, raising=False)


def any_pin(patch: Patch) -> None:
    """Whatever is typed is right."""
    patch.setattr(Gate, "enter", lambda self: self._store.dispatch("kiosk-pin", right=True))


def lost_fingers(patch: Patch) -> None:
    """A finger that is lifted is still there, and nobody makes up for it."""
    feel = gestures.feel

    def keep(fingers: gestures.Hands, touch: gestures.Touch, field: gestures.Field) -> object:
        after, found = feel(fingers, touch, field)
        return (fingers if touch.kind in ("up", "cancel") else after), found

    patch.setattr(hands, "feel", keep)
    patch.setattr(HandsOn, "rest", lambda _: None)


@pytest.mark.parametrize("without", [no_end, all_keys, menus, any_pin, lost_fingers], ids=lambda guard: guard.__name__)
def test_without_a_guard_the_storm_finds_it(monkeypatch: Patch, without: Callable[[Patch], None]) -> None:
    without(monkeypatch)
    found: Storm = storm(EVENTS)
    assert found.escapes
