"""The buttons at the console's foot: what a hand without a keyboard needs, in the words and keys of the commands."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import buttons
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keyhelp import label, short
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.state import ShowState

NAMES = ("previous", "next", "blank-black", "freeze", "overview", "questions", "time", "pen", "language", "help")
"""In this order, of which the last give way where there is no room for a finger."""


class ToolBar(QObject):
    """Each button calls its command; freeze, black and the tool that is held are lit while they are on."""

    def __init__(
        self,
        store: Store,
        measure: Measure,
        language: str,
        keymap: KeyMap,
        parent: QWidget,
        names: tuple[str, ...] = NAMES,
    ) -> None:
        super().__init__(parent)
        self._language, self._keymap = language, keymap
        self.buttons: dict[str, Button] = {}
        for name in names:
            if name in COMMANDS:
                button = Button(measure, language, parent)
                button.clicked.connect(lambda _checked=False, name=name: store.dispatch(name))
                self.buttons[name] = button
        self.follow(store.state)

    def wish(self, look: Look) -> float:
        """The px at which all buttons have room for their words, and some more."""
        for button in self.buttons.values():
            button.place(button.geometry(), look)
        return float(sum(button.wish() + 2 * look.unit for button in self.buttons.values()))

    def place(self, area: QRect, look: Look) -> None:
        """Stand side by side in `area`, with words of one size."""
        self.wish(look)
        places = buttons(area.width(), [button.wish() for button in self.buttons.values()], look.unit)
        shown = list(zip(self.buttons.values(), places, strict=False))
        share = min(button.fitting(wide) for button, (_, wide) in shown)
        for button in self.buttons.values():
            button.hide()
        for button, (x, wide) in shown:
            button.place(QRect(area.x() + int(x), area.y(), int(wide), area.height()), look, share)
            button.show()

    def follow(self, state: ShowState) -> None:
        """Show what is on."""
        on = {"freeze": state.frozen, "blank-black": state.blank == "black", state.tool: True}
        for name, button in self.buttons.items():
            keys = self._keymap.keys.get(name, ())
            said = short(COMMANDS[name].help, self._language)
            button.say(said, label(keys[0], self._language) if keys else "", lit=on.get(name, False))
