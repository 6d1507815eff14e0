"""The buttons at the console's foot: what a hand without a keyboard needs, in the words and keys of the commands."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import pages, turned
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keyhelp import label, short
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.state import ShowState

NAMES = ("previous", "next", "blank-black", "freeze", "overview", "questions", "time", "pen", "language", "help")
"""In this order; where their labels could not be read the last ones wait on another page."""
ALWAYS = 2
"""So many of them stand on every page: what a hand must find without looking."""
MORE = Message("更多", "More")


class ToolBar(QObject):
    """Each button calls its command; freeze, black and the tool that is held are lit while they are on.

    always: how many of them stand on every page; none wait for one where it is all of them.
    """

    def __init__(
        self,
        store: Store,
        measure: Measure,
        language: str,
        keymap: KeyMap,
        parent: QWidget,
        names: tuple[str, ...] = NAMES,
        always: int = ALWAYS,
    ) -> None:
        super().__init__(parent)
        self._language, self.keymap, self._always = language, keymap, always
        self._area, self._look, self._page = QRect(), Look(1.0), 0
        self.more = Button(measure, language, parent)
        self.more.clicked.connect(self._turn)
        self.buttons: dict[str, Button] = {}
        for name in names:
            if name in COMMANDS:
                button = Button(measure, language, parent)
                button.clicked.connect(lambda _checked=False, name=name: store.dispatch(name))
                self.buttons[name] = button
        self.follow(store.state)

    def wish(self, look: Look) -> float:
        """The px at which all buttons have room for their words, and some more."""
        for button in (*self.buttons.values(), self.more):
            button.place(button.geometry(), look)
        return float(sum(button.wish() + 2 * look.unit for button in self.buttons.values()))

    def place(self, area: QRect, look: Look) -> None:
        """Stand side by side in `area`, with words of one size."""
        self._area, self._look = area, look
        self.wish(look)
        several = tuple(self.buttons.values())
        wishes = [button.wish() for button in several]
        row = (area.width(), wishes, look.unit, self._always)
        count = len(pages(*row, turn=self.more.wish()))
        self._page %= count
        self.more.say(MORE.in_language(self._language), f"{self._page + 1} / {count}")
        places, turn = turned(*row, turn=self.more.wish(), page=self._page)
        shown = [(several[k], place) for k, place in places.items()]
        if turn is not None:
            shown.append((self.more, turn))
        share = min(button.fitting(wide) for button, (_, wide) in shown)
        for button in (*several, self.more):
            button.hide()
        for button, (x, wide) in shown:
            button.place(QRect(area.x() + int(x), area.y(), int(wide), area.height()), look, share)
            button.show()

    def _turn(self) -> None:
        self._page += 1
        self.place(self._area, self._look)

    def follow(self, state: ShowState) -> None:
        """Show what is on."""
        on = {"freeze": state.frozen, "blank-black": state.blank == "black", state.tool: True}
        for name, button in self.buttons.items():
            keys = self.keymap.keys.get(name, ())
            said = short(COMMANDS[name].help, self._language)
            button.say(said, label(keys[0], self._language) if keys else "", lit=on.get(name, False))
