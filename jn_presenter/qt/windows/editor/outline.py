"""Themes and slides as a tree: chosen by a click, moved by dragging, marked where something is wrong or unsaved."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from jn_presenter.draw.resolve import resolve
from jn_presenter.load import slide_file
from jn_presenter.model.deck import Deck
from jn_presenter.qt.windows.dark import TONES, Tone
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.tinted import Tinted

ID = Qt.ItemDataRole.UserRole
UNREAD = "…"
NARROWEST = 180
"""Logical px in which titles can still be told apart."""


class Outline(QTreeWidget):
    """Follows the deck of a session. What is dragged becomes a wish, and moves once the deck says so."""

    moved_slide = Signal(str, str, int)
    """(slide, theme, place): the place is counted without the slide itself."""
    moved_theme = Signal(str, int)

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._language = session, language
        self._items: dict[str, QTreeWidgetItem] = {}
        self._deck: Deck | None = None
        self._marks: dict[str, tuple[Tone | None, bool]] = {}
        """What is wrong or unsaved, of those of which anything is: a key is typed in one slide of thousands."""
        self._filling = False
        self.setHeaderHidden(True)
        self.setItemDelegate(Tinted(self))
        self.setMinimumWidth(NARROWEST)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.currentItemChanged.connect(self._on_current)
        session.store.deck_changed.connect(self.fill)
        session.history_changed.connect(self._mark)
        session.moved.connect(self._follow)
        self.fill()

    @property
    def theme(self) -> str:
        """The theme chosen, or that of the slide chosen."""
        item = self.currentItem()
        return _name(item).partition("/")[0] if item is not None else ""

    def fill(self) -> None:
        """Show the deck as it is; what is chosen and folded stays."""
        deck, before = self._session.store.deck, self._deck
        if before is None or deck.themes != before.themes:
            self._rebuild(deck)
            before = None
        for theme in deck.themes if before is None else ():
            _say(self._items[theme.id], theme.title.pick(self._language, deck.briefing.languages)[1])
        for slide in deck.order:
            if before is None or _another(deck, before, slide):
                _say(self._items[slide], self._title(deck, slide))
        self._deck = deck
        self._mark()
        self._follow()

    def _rebuild(self, deck: Deck) -> None:
        folded = {str(name) for name, item in self._items.items() if "/" not in name and not item.isExpanded()}
        self._filling = True
        self.clear()
        self._items.clear()
        self._marks.clear()
        for theme in deck.themes:
            top = self._item(theme.id)
            top.addChildren([self._item(slide) for slide in theme.slides])
            self.addTopLevelItem(top)
            top.setExpanded(theme.id not in folded)
        self._filling = False

    def _item(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setData(0, ID, name)
        item.setToolTip(0, name)
        flags = item.flags() | Qt.ItemFlag.ItemIsDragEnabled
        inside = Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags & ~inside if "/" in name else flags | inside)
        self._items[name] = item
        return item

    def _title(self, deck: Deck, slide: str) -> str:
        found = deck.slides.get(slide)
        if found is None:
            return slide.partition("/")[2] + (f" {UNREAD}" if slide in deck.pending else "")
        title = resolve(found.title, deck.facts, (self._language,), deck.briefing.languages)[0].plain
        return title or slide.partition("/")[2]

    def _mark(self) -> None:
        worst: dict[str, Tone] = {}
        for problem in self._session.store.loaded.problems:
            for name in filter(None, (problem.slide, problem.file.partition("/")[0])):
                if problem.severity == "error" or name not in worst:
                    worst[name] = "red" if problem.severity == "error" else "amber"
        unsaved = {file.removesuffix("/theme.yaml").removesuffix(".yaml") for file in self._session.work.unsaved}
        marks = {name: (worst.get(name), name in unsaved) for name in {*worst, *unsaved} & self._items.keys()}
        for name in marks.keys() | self._marks.keys():
            tone, changed = marks.get(name, (None, False))
            item = self._items[name]
            item.setForeground(0, QBrush(QColor(TONES[tone])) if tone else QBrush())
            font = item.font(0)
            font.setItalic(changed)
            item.setFont(0, font)
        self._marks = marks

    def _follow(self) -> None:
        item = self._items.get(self._session.slide)
        if (
            item is not None
            and self._session.file == slide_file(self._session.slide)
            and item is not self.currentItem()
        ):
            self._filling = True
            self.setCurrentItem(item)
            self._filling = False

    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is None or self._filling:
            return
        name = _name(item)
        if "/" in name:
            self._session.go(name)
        else:
            self._session.look(f"{name}/theme.yaml")

    def dropEvent(self, event: QDropEvent) -> None:  # Qt's name
        """Tell where it was dropped; the tree itself changes when the deck does."""
        item = self.currentItem()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item is not None:
            self.drop(_name(item), event.position().toPoint())

    def drop(self, name: str, point: QPoint) -> None:
        """A slide or theme was let go at a point of the list."""
        below = self.itemAt(point)
        target = _name(below)
        after = below is not None and point.y() > self.visualItemRect(below).center().y()
        themes = [theme.id for theme in self._session.store.deck.themes]
        if "/" not in name:
            rest = [theme for theme in themes if theme != name]
            theme = target.partition("/")[0]
            place = rest.index(theme) + after if theme in rest else len(rest)
            self.moved_theme.emit(name, place)
            return
        theme, _, slide = target.partition("/")
        theme = theme or themes[-1]
        found = self._session.store.deck.theme(theme)
        rest = [one for one in (found.slides if found else ()) if one != name]
        if target == name:
            return
        if not target:
            place = len(rest)
        elif not slide:
            place = 0
        else:
            place = rest.index(target) + after if target in rest else len(rest)
        self.moved_slide.emit(name, theme, place)


def _name(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, ID)) if item is not None else ""


def _another(deck: Deck, before: Deck, slide: str) -> bool:
    """Whether the slide may have another title than before."""
    if deck.facts is not before.facts or deck.briefing is not before.briefing:
        return True
    read = (slide in deck.pending) != (slide in before.pending)
    return read or deck.slides.get(slide) is not before.slides.get(slide)


def _say(item: QTreeWidgetItem, text: str) -> None:
    if item.text(0) != text:
        item.setText(0, text)
