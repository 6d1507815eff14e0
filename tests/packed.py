"""Packs for tests: right ones, and those that somebody with the key would have to forge."""

import hashlib
import zlib
from pathlib import Path
from typing import Any

import msgspec

from bench.fired import write_deck, write_pack
from jn_presenter.packs.keys import private_of, public_of, signed
from jn_presenter.packs.manifest import File
from jn_presenter.packs.zipped import MANIFEST, SIGNATURE, Entry, directory, entry_of, header

PRIVATE = b"""-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
-----END PRIVATE KEY-----
"""
"""That of RFC 8032, 7.1, test 1, which everybody knows."""
KEY = public_of(private_of(PRIVATE))
BRIEFING = b"title: T\nlanguages: [en]\nthemes: [hall]\n"


def pack(folder: Path, version: str = "1", word: str = "word", slides: int = 1) -> Path:
    """A right one, beside its deck."""
    deck = write_deck(folder / f"deck-{version}-{word[:8]}", word, slides)
    return write_pack(deck, version, PRIVATE, folder / f"{version}-{word[:8]}.jnpack")


def stored(name: str, content: bytes = b"x", **wrong: Any) -> tuple[File, bytes]:
    """A file as it would stand in a pack; wrong: what the manifest says instead."""
    digest = hashlib.sha256(content).hexdigest()
    about: dict[str, Any] = {
        "name": name,
        "size": len(content),
        "sha256": digest,
        "crc": zlib.crc32(content),
        "method": "stored",
        "packed": len(content),
        "packed_sha256": digest,
    }
    return File(**about | wrong), content


def deflated(name: str, content: bytes, **wrong: Any) -> tuple[File, bytes]:
    """The same, packed."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(content) + deflate.flush()
    changed = {"method": "deflated", "packed": len(packed), "packed_sha256": hashlib.sha256(packed).hexdigest()}
    return stored(name, content, **changed | wrong)[0], packed


def forged(file: Path, *files: tuple[File, bytes], **wrong: Any) -> Path:
    """A pack of any files, signed with the right key; wrong: other fields of its manifest."""
    about = {"format": "jn-presenter pack", "edition": 1, "deck": "d", "version": "9", "key": KEY} | wrong
    raw = msgspec.json.encode(about | {"files": [one for one, _ in files]})
    signature = signed(raw, private_of(PRIVATE))
    entries, parts = [], []
    for name, content in ((MANIFEST, raw), (SIGNATURE, signature)):
        entries.append(Entry(name, zlib.crc32(content), len(content), len(content)))
        parts.append(header(entries[-1]) + content)
    for one, content in files:
        entries.append(entry_of(one))
        parts.append(header(entries[-1]) + content)
    file.write_bytes(b"".join(parts) + directory(entries))
    return file


def briefing() -> tuple[File, bytes]:
    return stored("briefing.yaml", BRIEFING)
