"""How programs save a file: in place, or by putting a new one where it was."""

from pathlib import Path


def in_place(path: Path, data: bytes) -> None:
    """Save as editors do that keep the file."""
    path.write_bytes(data)


def by_rename(path: Path, data: bytes) -> None:
    """Save as editors do that put a new file in its place."""
    beside = path.with_name(path.name + "~")
    beside.write_bytes(data)
    beside.replace(path)


WAYS = (in_place, by_rename)
