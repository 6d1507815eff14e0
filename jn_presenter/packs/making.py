"""Makes a pack of a deck's folder: what is in it, in one form, signed."""

import hashlib
import os
import stat
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from jn_presenter.packs.keys import public_of, signed
from jn_presenter.packs.manifest import MOST_FILES, MOST_RATIO, SMALL, File, Manifest, Method, check, encoded
from jn_presenter.packs.names import check_name
from jn_presenter.packs.reading import CHUNK
from jn_presenter.packs.refusal import RefusedError
from jn_presenter.packs.zipped import MANIFEST, SIGNATURE, Entry, directory, entry_of, header

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

DRAFTS, VISITS, THEME = "drafts", "visits", "theme.yaml"
LEFT_NAMES = frozenset({DRAFTS, "thumbs.db", "desktop.ini", "__pycache__"})
LEFT_ENDS = ("~", ".bak", ".tmp", ".part", ".swp", ".key", ".jnpack")
LEVEL = 6
PACKED = frozenset((".jpg", ".jpeg", ".png", ".webp", ".mp4", ".mov", ".webm", ".xlsx", ".zip", ".gz"))
"""What is small already: to pack it again costs time and gives nothing."""


class Found(NamedTuple):
    """The files of a deck: names from its folder, in order; and those that are left out."""

    names: tuple[str, ...]
    left: tuple[str, ...]


def files_of(folder: Path) -> Found:
    """What of the folder goes into a pack. Raises RefusedError for what cannot, OSError for what cannot be read."""
    names: list[str] = []
    left: list[str] = []
    home = folder.resolve()
    for name, entry in _walk(folder, ""):
        if _is_left(name, entry):
            left.append(name)
            continue
        there = Path(entry.path).resolve()
        if not there.is_relative_to(home):
            raise RefusedError(
                "outside-deck",
                f"{name} 指向汇报文件夹之外；请把文件复制进来",
                f"{name} leads out of the deck’s folder; copy the file into it",
            )
        if entry.is_dir():
            continue
        if not stat.S_ISREG(there.stat().st_mode):
            raise RefusedError("not-a-file", f"{name} 不是普通文件", f"{name} is not a regular file")
        check_name(name)
        names.append(name)
        if len(names) > MOST_FILES:
            raise RefusedError(
                "too-large", f"文件夹里超过 {MOST_FILES} 个文件", f"the folder has more than {MOST_FILES} files"
            )
    return Found(tuple(sorted(names)), tuple(sorted(left)))


def make(folder: Path, names: tuple[str, ...], version: str, private: "Ed25519PrivateKey", out: IO[bytes]) -> Manifest:
    """Write the pack of those files of `folder`. Raises RefusedError and OSError."""
    with tempfile.TemporaryFile() as body:
        files = tuple(_pack_file(folder, file, body) for file in names)
        name = "".join(sign for sign in folder.resolve().name if sign.isprintable())[:100] or "deck"
        manifest = Manifest(deck=name, version=version, key=public_of(private), files=files)
        check(manifest)
        raw = encoded(manifest)
        signature = signed(raw, private)
        entries = []
        for part, content in ((MANIFEST, raw), (SIGNATURE, signature)):
            entries.append(Entry(part, zlib.crc32(content), len(content), len(content)))
            out.write(header(entries[-1]) + content)
        body.seek(0)
        for file in files:
            entries.append(entry_of(file))
            out.write(header(entries[-1]))
            left = file.packed
            while left:
                chunk = body.read(min(CHUNK, left))
                left -= len(chunk)
                out.write(chunk)
        out.write(directory(entries))
    return manifest


def _walk(folder: Path, above: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """All in the folder and its folders, with names from its top; not what is inside those that are left out.

    A link to a folder is followed where it stays in the deck; one to a folder above itself ends at the depth of names.
    """
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        name = f"{above}{entry.name}"
        yield name, entry
        if entry.is_dir() and not _is_left(name, entry):
            check_name(name)
            yield from _walk(folder / entry.name, f"{name}/")


def _is_left(name: str, entry: "os.DirEntry[str]") -> bool:
    """Whether it stays at home: drafts and what programs leave about, and the names of guests, unless a theme's."""
    low = entry.name.lower()
    guests = name == VISITS and not Path(entry.path, THEME).exists()
    return guests or low.startswith((".", "~$")) or low in LEFT_NAMES or low.endswith(LEFT_ENDS)


def _pack_file(folder: Path, name: str, body: IO[bytes]) -> File:
    """The packed file at the end of `body`; whole where packing would make it too small or no smaller."""
    start = body.tell()
    methods: tuple[Method, ...] = ("stored",) if Path(name).suffix.lower() in PACKED else ("deflated", "stored")
    for method in methods:
        body.seek(start)
        body.truncate()
        file = _packed_by(method, folder, name, body)
        if method == "stored" or (file.packed < file.size <= max(SMALL, MOST_RATIO * file.packed)):
            break
    return file


def _packed_by(method: Method, folder: Path, name: str, body: IO[bytes]) -> File:
    digest, packed_digest, crc, size, packed = hashlib.sha256(), hashlib.sha256(), 0, 0, 0
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS) if method == "deflated" else None
    with (folder / name).open("rb") as stream:
        while True:
            chunk = stream.read(CHUNK)
            digest.update(chunk)
            crc, size = zlib.crc32(chunk, crc), size + len(chunk)
            out = chunk if deflate is None else deflate.compress(chunk) + (b"" if chunk else deflate.flush())
            packed_digest.update(out)
            packed += len(out)
            body.write(out)
            if not chunk:
                break
    return File(
        name=name,
        size=size,
        sha256=digest.hexdigest(),
        crc=crc,
        method=method,
        packed=packed,
        packed_sha256=packed_digest.hexdigest(),
    )
