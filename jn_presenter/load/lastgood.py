"""The last deck that showed well, as a copy in the kiosk's own folder: all of its files and what they hashed to.

good/deck/      the copy, with its manifest in it
good/next/      one that is being made; it is whole once it has its manifest
good/old/       the one before, for the moment in which they change places
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter.confined import at_once
from jn_presenter.durable import read, replace
from jn_presenter.load.deck import Loaded, load_deck, watched
from jn_presenter.load.errors import DeckError

DECK, NEXT, OLD = "deck", "next", "old"
MANIFEST = ".manifest.json"
MOST_FILES, MOST_BYTES, MOST_MANIFEST = 10_000, 512 << 20, 4 << 20
SPARE_BYTES = 64 << 20
"""What has to be left free on the disk beside the copy."""
CHUNK = 1 << 20


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """digest: of all files with their names. files: SHA-256 by path from the deck's folder."""

    digest: str
    files: dict[str, str]


class NotKeptError(Exception):
    """There is no copy of this deck now: it is too large, has changed meanwhile, or nobody waits for it any more."""


def keep(loaded: Loaded, into: Path, stopped: Callable[[], bool] = lambda: False) -> str:
    """Have a copy of the deck's files in `into`/deck, on the disk and proved to read as it was loaded; its digest.

    Where the copy that is there has these files already, nothing is written. stopped: asked often. Raises OSError and
    NotKeptError.
    """
    folder = Path(loaded.deck.folder).resolve()
    names = _bounded(folder, tuple(_names(loaded, folder)))
    recover(into)
    wanted = _manifest({name: _hash(folder / name, stopped) for name in names})
    there = manifest_of(into / DECK)
    if there == wanted and _is_whole(into / DECK, there, stopped):
        return wanted.digest
    part = into / NEXT
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(mode=0o700, parents=True)
        copied = _manifest({name: _copy(folder / name, part / name, stopped) for name in names})
        _prove(part, loaded)
        for place in sorted({(part / name).parent for name in names}):
            _settle(place)
        replace(part / MANIFEST, msgspec.json.encode(copied))
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    _swap(into)
    return copied.digest


def recover(into: Path) -> None:
    """Finish or take back what a power cut left half done."""
    if not (into / DECK).exists():
        for name in (NEXT, OLD):
            if manifest_of(into / name) is not None:
                with suppress(OSError):
                    (into / name).rename(into / DECK)
                break
    for name in (NEXT, OLD):
        shutil.rmtree(into / name, ignore_errors=True)


def good_deck(into: Path) -> Path | None:
    """The folder of the last good deck; None where there is none, or its files are not what they were."""
    recover(into)
    found = manifest_of(into / DECK)
    try:
        return into / DECK if found is not None and _is_whole(into / DECK, found, lambda: False) else None
    except (OSError, NotKeptError):
        return None


def manifest_of(deck: Path) -> Manifest | None:
    """What the copy consists of; None where that is not said, or not understood."""
    try:
        return msgspec.json.decode(read(deck / MANIFEST, MOST_MANIFEST), type=Manifest)
    except (OSError, msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _names(loaded: Loaded, folder: Path) -> Iterator[str]:
    """The files that are there, by their paths from the deck's folder; those of the program itself are none of them."""
    given = loaded.deck.folder.rstrip(os.sep) + os.sep
    for path in watched(loaded):
        if path.startswith(given) and Path(path).is_file() and Path(path).resolve().is_relative_to(folder):
            yield path[len(given) :].replace(os.sep, "/")


def _bounded(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    size = sum((folder / name).stat().st_size for name in names)
    if len(names) > MOST_FILES or size > MOST_BYTES:
        raise NotKeptError(f"{len(names)} files, {size >> 20} MiB")
    return names


def _hash(path: Path, stopped: Callable[[], bool]) -> str:
    made = hashlib.sha256()
    for chunk in _chunks(path, stopped):
        made.update(chunk)
    return made.hexdigest()


def _copy(path: Path, to: Path, stopped: Callable[[], bool]) -> str:
    """Copy a file onto the disk; its hash."""
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if shutil.disk_usage(to.parent).free < path.stat().st_size + SPARE_BYTES:
        raise NotKeptError("the disk is nearly full")
    made = hashlib.sha256()
    with to.open("xb") as out:
        for chunk in _chunks(path, stopped):
            made.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return made.hexdigest()


def _chunks(path: Path, stopped: Callable[[], bool]) -> Iterator[bytes]:
    left = MOST_BYTES
    with open(path, "rb", opener=at_once) as stream:
        while chunk := stream.read(CHUNK):
            left -= len(chunk)
            if stopped() or left < 0:
                raise NotKeptError(f"{path.name}: stopped")
            yield chunk


def _manifest(files: dict[str, str]) -> Manifest:
    made = hashlib.sha256()
    for name in sorted(files):
        made.update(f"{files[name]} {name}\n".encode("utf-8", "surrogateescape"))
    return Manifest(made.hexdigest(), files)


def _is_whole(deck: Path, manifest: Manifest, stopped: Callable[[], bool]) -> bool:
    """Whether the files of a copy are what they were when it was made."""
    if _manifest(manifest.files).digest != manifest.digest:
        return False
    try:
        return all(_hash(deck / name, stopped) == known for name, known in manifest.files.items())
    except OSError:
        return False


def _prove(part: Path, loaded: Loaded) -> None:
    """The copy reads without an error, as the very deck that was shown. Raises NotKeptError."""
    try:
        copy = load_deck(part)
    except DeckError as error:
        raise NotKeptError(error.message.en) from error
    shown = loaded.deck
    wrong = [one for one in copy.problems if one.severity == "error"]
    alike = (copy.deck.order, copy.deck.briefing.themes, copy.deck.facts) == (
        shown.order,
        shown.briefing.themes,
        shown.facts,
    )
    digests = {name: slide.digest for name, slide in copy.deck.slides.items()}
    if wrong or not alike or digests != {name: slide.digest for name, slide in shown.slides.items()}:
        raise NotKeptError("the files have changed meanwhile")


def _swap(into: Path) -> None:
    """The new copy takes the place of the one before; at any moment one of them can be found."""
    shutil.rmtree(into / OLD, ignore_errors=True)
    if (into / DECK).exists():
        (into / DECK).rename(into / OLD)
    (into / NEXT).rename(into / DECK)
    _settle(into)
    shutil.rmtree(into / OLD, ignore_errors=True)


def _settle(folder: Path) -> None:
    """Have the folder's names on the disk, where that can be asked for."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
