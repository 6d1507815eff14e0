"""A deck under edit: its files, the deck as they say, what of it is looked at, and drafts of what is unsaved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from jn_presenter.edit.changes import Change, Edit, Refusal
from jn_presenter.edit.document import Document, opened, retyped
from jn_presenter.edit.drafts import Draft
from jn_presenter.edit.workspace import Workspace
from jn_presenter.load import Loaded, slide_file, uses_of, with_unsaved
from jn_presenter.model.text import Message
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.following import Following
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.editor.clashes import Clashes
from jn_presenter.qt.windows.editor.drafting import Drafting

READ_MS = 30
"""How long a pause in typing is before the deck is read again."""
JOIN_MS = 1500.0
"""What is typed within this time of the last character is taken back together with it."""


class Session(QObject):
    """Everything that the panes of an editor share; they read it, ask it for edits, and hear of them by its signals."""

    edited = Signal(tuple)
    """The files that say something else now, however that came about."""
    history_changed = Signal()
    """What can be undone, redone or saved is another."""
    moved = Signal()
    """Another slide or file is looked at."""
    located = Signal(int)
    """The cursor is to stand at this character of the file looked at."""
    said = Signal(object)
    """A Message or a Refusal for the user."""

    def __init__(
        self,
        store: Store,
        work: Workspace,
        drafts: Path,
        parent: QObject | None = None,
        *,
        began_ns: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.store, self.work = store, work
        self.feeds = Feeds(store)
        self.following = Following(store, self.feeds, began_ns)
        self.drafting = Drafting(work, drafts, self)
        self.clashes = Clashes(work, self)
        self.clashes.settled.connect(lambda file: self._changed((file,)))
        self._typing, self._typed_ms = "", 0.0
        self._unread: set[str] = set()
        self._file = slide_file(store.state.at.slide)
        work.view(self._file)
        self.moved.connect(lambda: work.view(self._file))
        self._reading = QTimer(self, singleShot=True, interval=READ_MS)
        self._reading.timeout.connect(self._read)

    def begin(self) -> None:
        """Read what is left of the deck, and follow its files."""
        self.feeds.begin()
        self.following.watch.saved.connect(self._on_saved)
        self.following.begin()

    def end(self) -> None:
        """Stop; what is unsaved is in the drafts."""
        self._reading.stop()
        self.drafting.end()
        self.following.stop()
        self.feeds.stop()

    @property
    def slide(self) -> str:
        """The id of the slide looked at."""
        return self.store.state.at.slide

    @property
    def file(self) -> str:
        """The file looked at: the slide's, or one of the deck's own."""
        return self._file

    def document(self, file: str) -> Document | None:
        """The file as it stands, None where there is none or it is not UTF-8."""
        data = self.work.read(file)
        return opened(file, data) if data is not None else None

    def go(self, slide: str) -> None:
        """Look at a slide."""
        self._file = slide_file(slide)
        if slide in self.store.deck.order:
            self.store.dispatch("jump", slide=slide, step=0)
        self.moved.emit()

    def look(self, file: str, offset: int | None = None) -> None:
        """Look at a file, and at a character of it."""
        slide = file.removesuffix(".yaml")
        if slide in self.store.deck.order:
            if file != self._file or slide != self.slide:
                self.go(slide)
        elif file != self._file:
            self._file = file
            self.moved.emit()
        if offset is not None:
            self.located.emit(offset)

    def type(self, text: str) -> None:
        """The user has typed: the file looked at says this now, with `\\n` for every line end."""
        document = self.document(self._file)
        if document is None:
            return
        after = retyped(document, text)
        if after == document:
            return
        what = Message("输入", "typing")
        typed = Edit(what, (Change(self._file, document.data, after.data),), self.slide, self.slide)
        self.make(typed, goes_on=self._file)

    def make(self, edit: Edit | Refusal, *, goes_on: str = "") -> bool:
        """Make an edit of a form or of the outline; whether it was made.

        goes_on: what is typed into, if anything: the next edit of the same is taken back together with it.
        """
        now = self.store.now()
        join = bool(goes_on) and goes_on == self._typing and now - self._typed_ms < JOIN_MS
        self._typing, self._typed_ms = goes_on, now
        if isinstance(edit, Refusal):
            self.said.emit(edit)
            return False
        return self._apply(edit, join=join)

    def undo(self) -> None:
        """Take the last edit back, whatever made it."""
        self._travel(self.work.undo)

    def redo(self) -> None:
        """Make the edit once more that was taken back."""
        self._travel(self.work.redo)

    def save(self) -> bool:
        """Write all that is unsaved; whether nothing is unsaved then."""
        self._typing = ""
        count = len(self.work.unsaved)
        refused = self.work.save()
        if refused is not None:
            self.said.emit(refused)
            self.clashes.look(tuple(self.work.unsaved))
            return False
        if count:
            self.said.emit(Message(f"已保存 {count} 个文件", f"saved {count} files" if count > 1 else "saved one file"))
        self._changed(())
        return True

    def restore(self, drafts: tuple[Draft, ...]) -> None:
        """Go on with what was not saved the last time."""
        self.work.restore(drafts)
        self._changed(tuple(draft.file for draft in drafts))
        self.clashes.look(tuple(draft.file for draft in drafts))

    def _apply(self, edit: Edit, *, join: bool = False) -> bool:
        refused = self.work.apply(edit, join=join)
        if refused is not None:
            self.said.emit(refused)
            return False
        self._changed(edit.files, edit.slide)
        return True

    def _travel(self, way: Callable[[], Edit | Refusal | None]) -> None:
        self._typing = ""
        made = way()
        if isinstance(made, Refusal):
            self.said.emit(made)
        elif made is not None:
            self._changed(made.files, made.slide)

    def _changed(self, files: tuple[str, ...], slide: str = "") -> None:
        if files:
            self.edited.emit(files)
        self.history_changed.emit()
        self.drafting.later()
        self._unread.update(files)
        if self._typing or all(file.removesuffix(".yaml") in self.store.deck.order for file in files):
            self._reading.start()
        else:
            self._reading.stop()
            self._read()
        if slide and slide != self.slide and slide in self.store.deck.order:
            self.go(slide)

    def _read(self) -> None:
        """The deck as the files say now: a slide takes a few ms, a deck's own files a few tens."""
        before = self.store.loaded
        found: Loaded = with_unsaved(before, self.work.unsaved)
        unread, self._unread = self._unread, set()
        if found is not before:
            self.store.take(found)
            if any(uses_of(found, file) != uses_of(before, file) for file in {*found.unsaved, *before.unsaved}):
                self.following.follow()
            self.feeds.changed(map(found.sources.absolute, unread))
            if self._file.removesuffix(".yaml") not in self.store.deck.order and self.work.read(self._file) is None:
                self.go(self.slide)

    def _on_saved(self, paths: tuple[str, ...]) -> None:
        folder = Path(self.store.deck.folder)
        files = tuple(Path(path).relative_to(folder).as_posix() for path in paths if Path(path).is_relative_to(folder))
        self.clashes.look(files)
        self.edited.emit(files)
