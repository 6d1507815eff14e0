"""Takes a pack into a kiosk: verified, staged, verified again, put on the disk, and only then renamed and pointed to.

Whatever happens on the way, the deck before stands whole, and what was staged is taken away now or by the next taking.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from jn_presenter.durable import settle_names
from jn_presenter.lock import Lock
from jn_presenter.packs.manifest import File, Manifest
from jn_presenter.packs.reading import CHUNK, Opened, Sink, key_in, open_pack, unpack
from jn_presenter.packs.refusal import Refusal, RefusedError, damaged, no_pack, unreadable, unwritable
from jn_presenter.packs.showing import shows
from jn_presenter.packs.standing import DECKS, STAGE, Current, is_newer, point, pointed, prune, standing

RESERVE = 64 << 20
"""Bytes of the disk that are left for all else."""
LOCK = ".taking"


class Taken(Struct, frozen=True):
    """A pack that was taken; its deck is shown from the next start of the show on."""

    deck: str
    """The folder."""
    name: str
    """What the deck is called."""
    version: str


def take(file: Path, folder: Path, key: str, shown: Callable[[str], bool] = shows) -> Taken | Refusal:
    """Take the pack into the kiosk's own `folder`, if it is signed with the public `key` and newer than what is there.

    shown: whether a deck in a folder can be shown. Never raises for anything that a pack or a disk can be.
    """
    try:
        (folder / DECKS).mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(folder / DECKS / LOCK), opened_file(file) as stream:
            return _take(stream, folder, key, shown)
    except RefusedError as error:
        return error.refusal
    except OSError as error:
        return unwritable(error)


def look(file: Path, key: str) -> Opened | Refusal:
    """What the pack says of itself, if it is signed with the key; its files are not read."""
    try:
        with opened_file(file) as stream:
            return open_pack(stream, key)
    except RefusedError as error:
        return error.refusal


def whole(file: Path, key: str) -> Manifest:
    """The manifest of a pack of which every byte was read and is signed with the key. Raises RefusedError."""
    with opened_file(file) as stream:
        opened = open_pack(stream, key)
        unpack(stream, opened, lambda _file: nullcontext(len))
    return opened.manifest


def named_key(file: Path) -> str:
    """The key that the pack itself names. Raises RefusedError."""
    with opened_file(file) as stream:
        return key_in(stream)


@contextmanager
def opened_file(file: Path) -> Iterator[BinaryIO]:
    """The file to read. Raises RefusedError for one that is gone, or no regular file; nothing is waited for."""
    try:
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(file, flags)
    except OSError as error:
        raise unreadable(error) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise no_pack()
    with os.fdopen(handle, "rb", buffering=CHUNK) as stream:
        yield stream


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    lock = Lock(path)
    if not lock.take():
        raise RefusedError("busy", "正在接收另一个内容包", "another pack is being taken")
    try:
        yield
    finally:
        lock.release()


def _take(stream: BinaryIO, folder: Path, key: str, shown: Callable[[str], bool]) -> Taken | Refusal:
    prune(folder)  # what a taking that was cut short has left
    opened = open_pack(stream, key)
    manifest, before, now = opened.manifest, pointed(folder), standing(folder)
    _check_newer(opened, now)
    stage, place = folder / DECKS / STAGE, folder / DECKS / manifest.version
    _remove(place)  # it may be there where no pointer is
    try:
        _check_room(folder, manifest)
        stage.mkdir(mode=0o700)
        unpack(stream, opened, _into(stage))
        _settle(stage)
        _check_staged(stage, manifest)
        if not shown(str(stage)):
            raise RefusedError(
                "not-shown",
                "内容包里没有一页能放映；请在办公室运行 jn-presenter check",
                "no slide of the pack can be shown; run jn-presenter check in the office",
            )
        stage.replace(place)
        settle_names(place.parent)
        point(folder, Current(manifest.version, opened.digest, now.version if now else ""))
    except BaseException:
        _remove(stage)
        if pointed(folder) == before:
            _remove(place)
        raise
    prune(folder)
    return Taken(str(place), manifest.deck, manifest.version)


def _check_newer(opened: Opened, before: Current | None) -> None:
    version = opened.manifest.version
    if before is None or is_newer(version, before.version):
        return
    if opened.digest == (before.digest or opened.digest) and not is_newer(before.version, version):
        raise RefusedError("taken", f"版本 {version} 已在放映", f"version {version} is the one that is shown")
    raise RefusedError(
        "not-newer",
        f"版本 {version} 不比正在放映的 {before.version} 新；请重新制作",
        f"version {version} is not newer than {before.version}, which is shown; make the pack anew",
    )


def _check_room(folder: Path, manifest: Manifest) -> None:
    needed = manifest.size + RESERVE
    if shutil.disk_usage(folder).free < needed:
        raise RefusedError(
            "disk-full",
            f"磁盘空间不足，需要 {needed >> 20} MiB",
            f"the disk has too little room, {needed >> 20} MiB are needed",
        )


def _into(stage: Path) -> Sink:
    """Writes files into the stage; each is on the disk when it is closed."""

    @contextmanager
    def sink(file: File) -> Iterator[Callable[[bytes], object]]:
        path = stage / file.name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as out:
            yield out.write
            out.flush()
            os.fsync(out.fileno())
            if hasattr(os, "posix_fadvise"):  # so that it is verified as it stands on the disk, and not in memory
                os.posix_fadvise(out.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

    return sink


def _settle(stage: Path) -> None:
    for folder, _folders, _files in os.walk(stage):
        settle_names(Path(folder))


def _check_staged(stage: Path, manifest: Manifest) -> None:
    """What was written is read back: a worn memory card gives other bytes than it was given."""
    for file in manifest.files:
        digest, size = hashlib.sha256(), 0
        with (stage / file.name).open("rb", buffering=0) as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
        if (size, digest.hexdigest()) != (file.size, file.sha256):
            raise damaged(file.name)


def _remove(folder: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
