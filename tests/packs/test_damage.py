"""Whatever happens to the bytes of a pack, it is refused, and nothing of it is left."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.packs.refusal import Refusal
from jn_presenter.packs.standing import DECKS
from jn_presenter.packs.taking import take
from tests.packed import KEY, pack


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
