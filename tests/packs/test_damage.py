"""Whatever happens to the bytes of a pack, it is refused, and nothing of it is left."""

import hashlib
import random
import zlib
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.packs.reading import CHUNK, open_pack, unpack
from jn_presenter.packs.refusal import Refusal, RefusedError
from jn_presenter.packs.standing import DECKS
from jn_presenter.packs.taking import take
from jn_presenter.packs.zipped import LOCAL
from tests.packed import BRIEFING, KEY, briefing, deflated, forged, pack, stored


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("packed")
    return pack(folder, "6", "some words that are packed " * 20, slides=2).read_bytes()


def refused(content: bytes) -> Refusal:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "x.jnpack").write_bytes(content)
        found = take(folder / "x.jnpack", folder / "kiosk", KEY)
        assert isinstance(found, Refusal), found
        assert list((folder / "kiosk" / DECKS).iterdir()) == []
        return found


@settings(max_examples=300)
@given(data=st.data())
def test_a_byte_that_is_another_one(content: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(content) - 1))
    changed = bytearray(content)
    changed[at] ^= data.draw(st.integers(1, 255))
    refused(bytes(changed))


@settings(max_examples=100)
@given(data=st.data())
def test_an_end_that_is_missing(content: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(content) - 1))
    assert refused(content[:at]).code in ("cut", "no-pack")


@settings(max_examples=100)
@given(data=st.data())
def test_bytes_that_were_put_in_or_left_out(content: bytes, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(content)))
    last = data.draw(st.integers(first, len(content)))
    changed = content[:first] + data.draw(st.binary(max_size=40)) + content[last:]
    if changed != content:
        refused(changed)


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    refused(content)


def test_every_bit_of_the_last_packed_byte_counts(content: bytes) -> None:
    """Its last bits are none of the content, and no program for ZIP files looks at them."""
    chance = random.Random(0)
    ends = [at for at in range(1, len(content)) if content[at : at + 4] in (b"PK\3\4", b"PK\1\2")]
    for at in ends:
        for bit in chance.sample(range(8), 8):
            changed = bytearray(content)
            changed[at - 1] ^= 1 << bit
            refused(bytes(changed))


def test_every_byte_of_the_frame_counts(content: bytes) -> None:
    """All that is neither content nor signed as such: headers, and the directory at the end."""
    at, frame = 0, set(range(content.index(b"PK\1\2"), len(content)))
    while (at := content.find(b"PK\3\4", at)) >= 0:
        frame.update(range(at, at + LOCAL.size + LOCAL.unpack_from(content, at)[9]))
        at += 4
    for at in sorted(frame):
        changed = bytearray(content)
        changed[at] ^= 0x20
        stream = BytesIO(changed)
        with pytest.raises(RefusedError):
            unpack(stream, open_pack(stream, KEY), lambda _file: nullcontext(len))


def test_of_what_is_packed_tight_no_more_than_a_piece_is_in_memory(tmp_path: Path) -> None:
    words = random.Random(0).randbytes(60_000) + bytes(4 * CHUNK)
    file = forged(tmp_path / "x", briefing(), deflated("a", words))
    pieces: list[int] = []
    with file.open("rb") as stream:
        unpack(stream, open_pack(stream, KEY), lambda _file: nullcontext(lambda piece: pieces.append(len(piece))))
    assert sum(pieces) == len(BRIEFING) + len(words)
    assert max(pieces) <= CHUNK


@pytest.mark.parametrize("how", ["more", "no end"])
def test_packed_bytes_end_where_their_content_does(tmp_path: Path, how: str) -> None:
    """Though all of them are signed, and give the very content."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(b"abc" * 400) + deflate.flush(zlib.Z_FINISH if how == "more" else zlib.Z_SYNC_FLUSH)
    packed += b"x" if how == "more" else b""
    digest = hashlib.sha256(packed).hexdigest()
    about, _ = stored("a", b"abc" * 400, method="deflated", packed=len(packed), packed_sha256=digest)
    assert refused(forged(tmp_path / "x", briefing(), (about, packed)).read_bytes()).code == "damaged"


def test_a_signature_of_the_key_for_anything_else_is_none_of_a_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very bytes of the manifest, signed by a program that signs whatever it is given."""
    monkeypatch.setattr("tests.packed.signed", lambda raw, private: private.sign(raw))
    assert refused(forged(tmp_path / "x", briefing()).read_bytes()).code == "bad-signature"
