"""The files of a deck while they are edited: what they say now, what the disk says, and what can be taken back.

Every edit, typed or made by a form or in the outline, is one of the same history; nothing is on the disk before `save`.
"""

from collections.abc import Iterable, Mapping

from msgspec import structs

from jn_presenter.edit.changes import Change, Edit, Refusal
from jn_presenter.edit.drafts import Draft
from jn_presenter.edit.saving import Folder, save
from jn_presenter.model.text import Message

MOST_EDITS = 1000
MOST_BYTES = 64 << 20
"""What the history holds at most; the oldest edits go first."""
SAVE = Message("保存", "save")
RESTORE = Message("恢复未保存的修改", "restore what was not saved")


class Workspace:
    """A deck's files under edit. Files are named from the deck's folder, with `/`; None stands for no such file."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._base: dict[str, bytes | None] = {}
        """What the disk said when a file was first touched, or when it was last saved or taken over."""
        self._now: dict[str, bytes | None] = {}
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    def read(self, file: str) -> bytes | None:
        """What the file says now."""
        return self._now[file] if file in self._now else self.folder.read(file)

    @property
    def unsaved(self) -> Mapping[str, bytes | None]:
        """What files say otherwise than the disk did."""
        return {file: now for file, now in self._now.items() if now != self._base[file]}

    @property
    def opened(self) -> Mapping[str, bytes | None]:
        """What files said before their first edit, saved or not: of all that were edited, or are not as on the disk."""
        first: dict[str, bytes | None] = {}
        for edit in self._done:
            for change in edit.changes:
                first.setdefault(change.file, change.before)
        return {**self.unsaved, **first}

    @property
    def undoable(self) -> Message | None:
        """What would be taken back next."""
        return self._done[-1].what if self._done else None

    @property
    def redoable(self) -> Message | None:
        """What would be done again next."""
        return self._undone[-1].what if self._undone else None

    def apply(self, edit: Edit, *, join: bool = False) -> Refusal | None:
        """Make the edit; None once it is made. join: it goes on with the last one, and is taken back together with it.

        An edit of files that say something else by now is refused.
        """
        if (refused := self._make(edit)) is not None:
            return refused
        last = self._done[-1] if join and self._done and not self._undone else None
        self._undone.clear()
        if last is not None and last.files == edit.files:
            self._done[-1] = _joined(last, edit)
        elif edit.changes:
            self._done.append(edit)
        self._forget()
        return None

    def undo(self) -> Edit | Refusal | None:
        """Take the last edit back: the edit that does it, or None where there is none.

        One that cannot be, since somebody else has changed its file, is forgotten: those before it can.
        """
        if not self._done:
            return None
        back = self._done[-1].back()
        if (refused := self._make(back)) is not None:
            self._done.pop()
            return refused
        self._undone.append(self._done.pop())
        return back

    def redo(self) -> Edit | Refusal | None:
        """Make the edit that was taken back last once more; the edit, or None where there is none. As with `undo`, one
        that cannot be made any more is forgotten.
        """
        if not self._undone:
            return None
        if (refused := self._make(self._undone[-1])) is not None:
            self._undone.pop()
            return refused
        self._done.append(self._undone.pop())
        return self._done[-1]

    def save(self) -> Refusal | None:
        """Write all that is unsaved, or nothing; None once it is on the disk. Blocks until then."""
        unsaved = self.unsaved
        changes = tuple(Change(file, self._base[file], now) for file, now in unsaved.items())
        if (refused := save(self.folder, Edit(SAVE, changes))) is not None:
            return refused
        self._base.update(unsaved)
        return None

    def view(self, file: str) -> None:
        """Somebody looks at the file: edits begin with what it says now, whatever the disk says by then."""
        if file not in self._now:
            self._base[file] = self._now[file] = self.folder.read(file)
        else:
            self.foreign(file)

    def foreign(self, file: str) -> bool:
        """Whether the disk says something that is neither what it said before nor what the file says now, or nothing.

        A file without unsaved edits is taken over as it is.
        """
        if file not in self._now:
            return False
        disk = self.folder.state(file)
        if isinstance(disk, Refusal):
            return self._now[file] != self._base[file]
        if disk == self._now[file] or self._now[file] == self._base[file]:
            self._base[file] = self._now[file] = disk
            return False
        return disk != self._base[file]

    def take_theirs(self, file: str) -> None:
        """Give up what is unsaved of a file for what the disk says; that can be taken back."""
        disk = self.folder.read(file)
        what = Message(f"载入磁盘上的 {file}", f"take {file} from the disk")
        self.apply(Edit(what, (Change(file, self.read(file), disk),)))
        self._base[file] = disk

    def keep_mine(self, file: str) -> None:
        """Stay with what is unsaved of a file: the next `save` replaces what the disk says now, and only that."""
        self._base[file] = self.folder.read(file)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What is unsaved, to be kept where a crash does not reach it."""
        return tuple(Draft(file, self._base[file], now) for file, now in self.unsaved.items())

    def restore(self, drafts: Iterable[Draft]) -> None:
        """Go on with what was unsaved the last time, as one edit; what the disk says otherwise by now is `foreign`."""
        chosen = tuple(draft for draft in drafts if self.read(draft.file) != draft.now)
        changes = tuple(Change(draft.file, self.read(draft.file), draft.now) for draft in chosen)
        if chosen and self.apply(Edit(RESTORE, changes)) is None:
            self._base.update({draft.file: draft.base for draft in chosen})

    def _make(self, edit: Edit) -> Refusal | None:
        for change in edit.changes:
            if self.read(change.file) != change.before:
                return Refusal(
                    Message(f"{change.file} 后来又改过", f"{change.file} has been changed since"),
                    Message("再看一眼，重新做一次", "look again, then do it once more"),
                )
        for change in edit.changes:
            self._base.setdefault(change.file, change.before)
            self._now[change.file] = change.after
        return None

    def _forget(self) -> None:
        size = sum(_size(edit) for edit in self._done)
        while len(self._done) > 1 and (len(self._done) > MOST_EDITS or size > MOST_BYTES):
            size -= _size(self._done.pop(0))


def _joined(first: Edit, second: Edit) -> Edit:
    befores = {change.file: change.before for change in first.changes}
    changes = tuple(structs.replace(change, before=befores[change.file]) for change in second.changes)
    return structs.replace(first, changes=changes, slide=second.slide or first.slide)


def _size(edit: Edit) -> int:
    return sum(len(change.before or b"") + len(change.after or b"") for change in edit.changes)
