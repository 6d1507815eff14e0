"""How programs save a file: in place, by putting a new one where it was, and all that lies between."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

Save = Callable[[Path, bytes], None]
Way = Callable[[Path, bytes], Iterator[None]]
"""Stops wherever the file is half written or gone, so that somebody can look at it then."""


def in_place(path: Path, data: bytes) -> None:
    """Save as editors do that keep the file."""
    path.write_bytes(data)


def by_rename(path: Path, data: bytes) -> None:
    """Save as editors do that put a new file in its place."""
    beside = path.with_name(path.name + "~")
    beside.write_bytes(data)
    beside.replace(path)


WAYS = (in_place, by_rename)


def in_one(path: Path, data: bytes) -> Iterator[None]:
    """In place, at once."""
    in_place(path, data)
    yield from ()


def in_two(path: Path, data: bytes) -> Iterator[None]:
    """In place: cut to nothing, then written in two parts, as copies over a network are."""
    with path.open("wb", buffering=0) as out:
        yield
        out.write(data[: len(data) // 2])
        yield
        out.write(data[len(data) // 2 :])


def over(path: Path, data: bytes) -> Iterator[None]:
    """As Notepad does: over what there was, then cut to the new length."""
    with path.open("r+b", buffering=0) as out:
        out.write(data)
        yield
        out.truncate(len(data))


def renamed(path: Path, data: bytes) -> Iterator[None]:
    """A new file takes the name."""
    by_rename(path, data)
    yield from ()


def vim(path: Path, data: bytes) -> Iterator[None]:
    """As vim does: the old file is its backup, a new one is written, the backup goes."""
    backup = path.with_name(path.name + "~")
    path.rename(backup)
    yield
    path.write_bytes(data)
    yield
    backup.unlink()


def vim_copy(path: Path, data: bytes) -> Iterator[None]:
    """As vim does with `backupcopy=yes`: the backup is a copy, the file itself is written over."""
    backup = path.with_name(path.name + "~")
    shutil.copyfile(path, backup)
    with path.open("wb", buffering=0) as out:
        yield
        out.write(data)
    backup.unlink()


def office(path: Path, data: bytes) -> Iterator[None]:
    """As Word and Excel do: written beside under another name, the old one out of the way, the new one in its place."""
    new, old = path.with_name("~WRD0001.tmp"), path.with_name("~WRL0002.tmp")
    new.write_bytes(data)
    path.rename(old)
    yield
    new.rename(path)
    yield
    old.unlink()


def deleted(path: Path, data: bytes) -> Iterator[None]:
    """Deleted, and written anew."""
    path.unlink()
    yield
    path.write_bytes(data)


def folder(path: Path, data: bytes) -> Iterator[None]:
    """The whole folder of the file is replaced, as synchronizing programs do."""
    home, new, old = path.parent, path.parent.with_name("new~"), path.parent.with_name("old~")
    shutil.copytree(home, new)
    Path(new, path.name).write_bytes(data)
    home.rename(old)
    yield
    new.rename(home)
    shutil.rmtree(old)


def set_back(path: Path, data: bytes) -> Iterator[None]:
    """A copy that keeps the time of its original, which is older than the file was."""
    path.write_bytes(data)
    os.utime(path, ns=(10**18, 10**18))
    yield from ()


def unseen(path: Path, data: bytes) -> Iterator[None]:
    """In place with the time that it had. With data of the same length nothing is to be seen from outside."""
    info = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    yield from ()


ALL_WAYS: tuple[Way, ...] = (
    in_one,
    in_two,
    over,
    renamed,
    vim,
    vim_copy,
    office,
    deleted,
    folder,
    set_back,
    unseen,
)
