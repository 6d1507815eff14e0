"""Packs with damage of every kind, and signed ones that nobody would make: none is taken, and none does any harm."""

import json
import random
import resource
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from bench.fired import Progress, nothing, write_deck, write_pack
from jn_presenter.packs.keys import new_private, private_of, public_of, signed
from jn_presenter.packs.refusal import Refusal
from jn_presenter.packs.standing import DECKS
from jn_presenter.packs.taking import take
from jn_presenter.packs.zipped import MANIFEST, SIGNATURE, Entry, header

SEED = 20210604
MEMORY = 2 << 30
"""Bytes of addresses that the run may have."""
WILD: tuple[object, ...] = (
    0,
    -1,
    1 << 31,
    1 << 62,
    "",
    "..",
    "/",
    "a\0b",
    "0" * 64,
    "x" * 500,
    None,
    [],
    {},
    1.5,
    True,
    "9",
)
NAMES = (
    "briefing.yaml",
    "../x",
    "/x",
    "C:x",
    "a\\b",
    "NUL",
    "a/b",
    "A/b",
    "a" * 300,
    "\u202ex",
    "e\u0301",
    ".x",
    "a//b",
)


class Spoilt(Struct, frozen=True):
    """What became of them: how many were taken, raised an error, or left something; why others were refused."""

    packs: int
    taken: int
    raised: tuple[str, ...]
    left: int
    most_ms: float
    codes: dict[str, int]


def spoilt(times: int, seed: int = SEED, progress: Progress = nothing, memory: int = MEMORY) -> Spoilt:
    """Try so many packs. memory: bytes, 0 for no limit, which is that of the whole process from then on."""
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    chance, private = random.Random(seed), new_private()
    key = public_of(private_of(private))
    codes: Counter[str] = Counter()
    raised: list[str] = []
    taken = left = 0
    most_s = 0.0
    with tempfile.TemporaryDirectory(prefix="bench-spoilt-") as home:
        whole = write_pack(
            write_deck(Path(home, "deck"), "word" * 20, 3), "7", private, Path(home, "whole")
        ).read_bytes()
        file, kiosk = Path(home, "x.jnpack"), Path(home, "kiosk")
        for number in range(times):
            content = chance.choice(KINDS)(whole, chance) if number % 3 else _signed(private, key, chance)
            if content == whole:
                continue
            file.write_bytes(content)
            began = time.perf_counter()
            try:
                found = take(file, kiosk, key)
            except Exception as error:  # noqa: BLE001  # that there is none is what is measured
                raised.append(f"{number}: {type(error).__name__}: {error}")
                continue
            most_s = max(most_s, time.perf_counter() - began)
            if isinstance(found, Refusal):
                codes[found.code] += 1
            else:
                taken += 1
            left += any((kiosk / DECKS).iterdir())
            progress(number + 1, times)
    return Spoilt(times, taken, tuple(raised), left, 1000 * most_s, dict(codes))


def _flipped(whole: bytes, chance: random.Random) -> bytes:
    content = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 2, 20))):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    return bytes(content)


def _cut(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def _moved(whole: bytes, chance: random.Random) -> bytes:
    first, last, to = (chance.randrange(len(whole)) for _ in range(3))
    return whole[:to] + whole[min(first, last) : max(first, last)] + whole[to:]


def _zeroed(whole: bytes, chance: random.Random) -> bytes:
    """As a copy looks whose end is not there yet, though its length is."""
    at = chance.randrange(len(whole))
    return whole[:at] + bytes(len(whole) - at)


def _noise(_whole: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"", b"PK\3\4")) + chance.randbytes(chance.randrange(2000))


KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flipped, _cut, _moved, _zeroed, _noise)


def _signed(private: bytes, key: str, chance: random.Random) -> bytes:
    """A manifest with the right signature and anything in it, and not what it promises behind it."""
    files = [_file(chance) for _ in range(chance.randrange(4))]
    about: dict[str, object] = {"format": "jn-presenter pack", "edition": 1, "deck": "d", "version": "9", "key": key}
    about["files"] = files
    if chance.random() < 0.5:
        about[chance.choice(sorted(about))] = chance.choice(WILD)
    raw = json.dumps(about).encode()
    if chance.random() < 0.1:
        raw = b"[" * chance.randrange(100_000) + raw
    parts = []
    for name, content in ((MANIFEST, raw), (SIGNATURE, signed(raw, private_of(private)))):
        parts.append(header(Entry(name, zlib.crc32(content), len(content), len(content))) + content)
    return b"".join(parts) + chance.randbytes(chance.randrange(500))


def _file(chance: random.Random) -> dict[str, object]:
    digest = "0" * 64
    file: dict[str, object] = {"name": chance.choice(NAMES), "size": 5, "sha256": digest, "crc": 0, "method": "stored"}
    file |= {"packed": 5, "packed_sha256": digest}
    if chance.random() < 0.5:
        file[chance.choice(sorted(file))] = chance.choice(WILD)
    return file
