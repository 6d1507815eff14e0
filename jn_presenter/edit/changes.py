"""What an edit makes of the files of a deck: all of them, or none."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from jn_presenter.model.text import Message

Read = Callable[[str], bytes | None]
"""What a file says now, by its path from the deck's folder; None where there is none."""


class Change(Struct, frozen=True):
    """One file before and after; None where it is not there."""

    file: str
    before: bytes | None
    after: bytes | None


class Edit(Struct, frozen=True):
    """Changes that belong together, and what they are called when they are taken back."""

    what: Message
    changes: tuple[Change, ...]
    slide: str = ""
    """The slide to look at then; empty where any will do."""
    was: str = ""
    """The same once it is taken back."""

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(change.file for change in self.changes)

    def back(self) -> "Edit":
        """The edit that takes this one back."""
        changes = tuple(Change(change.file, change.after, change.before) for change in reversed(self.changes))
        return Edit(self.what, changes, self.was, self.slide)


class Refusal(Struct, frozen=True):
    """Why an edit cannot be made, and what can be done instead."""

    why: Message
    hint: Message = Message("", "")


def edit_of(what: Message, read: Read, files: Mapping[str, bytes | None], slide: str = "", was: str = "") -> Edit:
    """An edit after which these files say that; those that say it already are no part of it."""
    changes = tuple(Change(file, read(file), after) for file, after in files.items())
    return Edit(what, tuple(change for change in changes if change.before != change.after), slide, was)
