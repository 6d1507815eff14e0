"""Reads a pack from its first byte to its last, once: the signature first, then nothing but what was signed."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import BinaryIO, NamedTuple

from jn_presenter.packs.keys import SIGNATURE_SIZE, is_signed
from jn_presenter.packs.manifest import MOST_MANIFEST, File, Manifest, check, decoded
from jn_presenter.packs.refusal import RefusedError, cut, damaged, no_pack, unreadable
from jn_presenter.packs.zipped import LOCAL, MANIFEST, SIGNATURE, Entry, directory, entry_of, header

CHUNK = 1 << 20

Sink = Callable[[File], AbstractContextManager[Callable[[bytes], object]]]
"""Opens what takes the content of a file, piece by piece."""


class Opened(NamedTuple):
    """A pack whose manifest is signed with the key. `entries`: those before the files of the deck."""

    manifest: Manifest
    digest: str
    """SHA-256 of the manifest: which pack it is."""
    entries: tuple[Entry, ...]


def open_pack(stream: BinaryIO, key: str) -> Opened:
    """The manifest of the pack that begins here. Raises RefusedError: no pack, cut, another key, or out of bounds."""
    raw = _manifest(stream)
    signature_header = _exactly(stream, LOCAL.size + len(SIGNATURE))
    signature = _exactly(stream, SIGNATURE_SIZE)
    if not is_signed(raw, signature, key):
        raise _not_signed(raw, key)
    signed = Entry(SIGNATURE, zlib.crc32(signature), SIGNATURE_SIZE, SIGNATURE_SIZE)
    if signature_header != header(signed):
        raise damaged(SIGNATURE)
    manifest = decoded(raw)
    check(manifest)
    return Opened(manifest, hashlib.sha256(raw).hexdigest(), (_about(raw), signed))


def key_in(stream: BinaryIO) -> str:
    """The public key that the pack itself names: by it alone a pack is whole, and not yet to be trusted."""
    return decoded(_manifest(stream)).key


def _manifest(stream: BinaryIO) -> bytes:
    first = _read(stream, LOCAL.size + len(MANIFEST))
    if not first.startswith(b"PK\3\4"):
        raise no_pack()
    if len(first) < LOCAL.size + len(MANIFEST):
        raise cut()
    size = LOCAL.unpack_from(first)[8]
    if first[LOCAL.size :] != MANIFEST.encode():
        raise no_pack()
    if size > MOST_MANIFEST:
        raise damaged(MANIFEST)
    raw = _exactly(stream, size)
    if first != header(_about(raw)):
        raise damaged(MANIFEST)
    return raw


def _about(raw: bytes) -> Entry:
    return Entry(MANIFEST, zlib.crc32(raw), len(raw), len(raw))


def unpack(stream: BinaryIO, opened: Opened, sink: Sink) -> None:
    """Give all files of the pack to the sink, each as it was signed, and see that nothing else is in the pack.

    Raises RefusedError; what the sink was given then is worth nothing. An OSError is one of the sink.
    """
    for file in opened.manifest.files:
        expected = header(entry_of(file))
        if _exactly(stream, len(expected)) != expected:
            raise damaged(file.name)
        with sink(file) as write:
            _unpack_file(stream, file, write)
    end = directory([*opened.entries, *map(entry_of, opened.manifest.files)])
    if _exactly(stream, len(end)) != end:
        raise damaged("directory")
    if _read(stream, 1):
        raise damaged("what follows its end")


def _unpack_file(stream: BinaryIO, file: File, write: Callable[[bytes], object]) -> None:
    """No more is unpacked than the manifest says, whatever the packed bytes would give."""
    packed_digest, digest, size = hashlib.sha256(), hashlib.sha256(), 0
    for content in _contents(_packed(stream, file, packed_digest), file):
        size += len(content)
        if size > file.size:
            raise damaged(file.name)
        digest.update(content)
        write(content)
    if (size, packed_digest.hexdigest(), digest.hexdigest()) != (file.size, file.packed_sha256, file.sha256):
        raise damaged(file.name)


def _packed(stream: BinaryIO, file: File, digest: "hashlib._Hash") -> Iterator[bytes]:
    left = file.packed
    while left:
        chunk = _exactly(stream, min(CHUNK, left))
        left -= len(chunk)
        digest.update(chunk)
        yield chunk


def _contents(packed: Iterator[bytes], file: File) -> Iterator[bytes]:
    """The bytes unpacked, at most CHUNK at once."""
    if file.method == "stored":
        yield from packed
        return
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    for chunk in packed:
        more = True
        while more:
            try:
                content = inflate.decompress(chunk, CHUNK)
            except zlib.error:
                raise damaged(file.name) from None
            chunk = inflate.unconsumed_tail
            more = bool(chunk) or len(content) == CHUNK  # a full one may have left some inside
            yield content
    if not inflate.eof or inflate.unused_data:
        raise damaged(file.name)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """So many bytes. Raises RefusedError where the pack ends before, or cannot be read."""
    parts = []
    while size:
        part = _read(stream, min(size, CHUNK))
        if not part:
            raise cut()
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _read(stream: BinaryIO, size: int) -> bytes:
    try:
        return stream.read(size)
    except OSError as error:
        raise unreadable(error) from None


def _not_signed(raw: bytes, key: str) -> RefusedError:
    """The manifest is believed in one thing here, which key it names: where that lies, only a word is wrong."""
    try:
        named = decoded(raw).key
    except RefusedError:
        named = key
    if named == key:
        return RefusedError(
            "bad-signature",
            "签名不对：内容包被改动过，或没有签名；请让制作者重新制作",
            "the signature is wrong: the pack was changed, or is not signed; have it made anew",
        )
    return RefusedError(
        "other-key",
        "内容包由另一把密钥签发，本机只接受设置里 packs: key: 的那一把",
        "the pack is signed with another key than packs: key: in the settings of this machine",
    )
