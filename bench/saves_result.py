"""What came of the saves of two writers."""

from msgspec import Struct


class Saved(Struct, frozen=True, kw_only=True):
    """How it went."""

    saves: int
    """Of both together."""
    seconds: float
    lost: tuple[str, ...]
    """Words of the other that were overwritten before the editor showed or announced them, and words of the editor that
    were neither on the disk, nor among what is unsaved, nor in the drafts."""
    wrong: tuple[str, ...]
    """Exceptions, errors in the log, and moments at which the window showed something else than it had."""
    frames: int
    blank: int
    """Frames of the preview without the slide that is looked at."""
    shown: int
    """Frames of the show meanwhile."""
    blank_shown: int
    """Of these, without the slide shown."""
    moved: int
    """How often the show stood somewhere else than before, and nobody had gone there."""
    entered: int
    """How often another deck came into it."""
    clashes: int
    """How often the editor said that a file was changed elsewhere."""
    refused: int
    """Saves that it refused."""
    restored: int
    """Drafts that it brought back."""
    kinds: dict[str, int]
