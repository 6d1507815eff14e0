"""A kiosk takes a pack whole, or not at all, and says why."""

import errno
import os
import random
import shutil
import zlib
from collections.abc import Callable
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from bench.fired import digest_of, taken_under_fire, write_deck, write_pack
from jn_presenter.packs import manifest as bounds
from jn_presenter.packs import taking
from jn_presenter.packs.keys import new_private
from jn_presenter.packs.reading import open_pack, unpack
from jn_presenter.packs.refusal import Refusal, RefusedError
from jn_presenter.packs.standing import CURRENT, DECKS, current, standing
from jn_presenter.packs.taking import Taken, take, whole
from tests.packed import BRIEFING, KEY, briefing, deflated, forged, pack, stored


@pytest.fixture
def kiosk(tmp_path: Path) -> Path:
    """One that shows version 5."""
    folder = tmp_path / "kiosk"
    assert isinstance(take(pack(tmp_path, "5", "old"), folder, KEY), Taken)
    return folder


def refused(file: Path, kiosk: Path, key: str = KEY) -> str:
    """Why; what was there stands as it was, with nothing beside it."""
    before = digest_of(kiosk)
    found = take(file, kiosk, key)
    assert isinstance(found, Refusal)
    assert digest_of(kiosk) == before
    assert sorted(path.name for path in (kiosk / DECKS).iterdir()) == ["5", CURRENT]
    assert found.message.zh
    assert found.message.en
    return found.code


def test_a_newer_pack_takes_the_place_of_the_deck(tmp_path: Path, kiosk: Path) -> None:
    found = take(pack(tmp_path, "6", "new"), kiosk, KEY)
    assert found == Taken(str(kiosk / DECKS / "6"), "deck-6-new", "6")
    assert current(kiosk) == found.deck
    assert digest_of(Path(current(kiosk))) == digest_of(tmp_path / "deck-6-new")


def test_of_the_decks_before_one_is_kept(tmp_path: Path, kiosk: Path) -> None:
    for version in ("6", "7"):
        assert isinstance(take(pack(tmp_path, version), kiosk, KEY), Taken)
    assert sorted(path.name for path in (kiosk / DECKS).iterdir()) == ["6", "7", CURRENT]


def test_the_same_pack_again_is_no_news(tmp_path: Path, kiosk: Path) -> None:
    assert refused(tmp_path / "5-old.jnpack", kiosk) == "taken"


@pytest.mark.parametrize("version", ["4", "5", "5.0", "0"])
def test_an_older_or_equal_one_is_refused(tmp_path: Path, kiosk: Path, version: str) -> None:
    assert refused(pack(tmp_path, version, "other"), kiosk) == "not-newer"


def test_one_of_another_key_is_refused(tmp_path: Path, kiosk: Path) -> None:
    deck = write_deck(tmp_path / "deck", "w")
    assert refused(write_pack(deck, "6", new_private(), tmp_path / "x"), kiosk) == "other-key"


def test_one_that_only_names_the_key_is_refused(tmp_path: Path, kiosk: Path) -> None:
    deck = write_deck(tmp_path / "deck", "w")
    content = bytearray(write_pack(deck, "6", new_private(), tmp_path / "x").read_bytes())
    at = content.index(b"ed25519-")
    content[at : at + len(KEY)] = KEY.encode()
    end = content.index(b"PK\3\4", 4)
    content[14:18] = zlib.crc32(content[43:end]).to_bytes(4, "little")
    (tmp_path / "y").write_bytes(content)
    assert refused(tmp_path / "y", kiosk) == "bad-signature"


@pytest.mark.parametrize("key", ["", "ed25519-00", "x", "ed25519-" + "0" * 64])
def test_without_a_right_key_in_the_settings_none_is_taken(tmp_path: Path, kiosk: Path, key: str) -> None:
    assert refused(pack(tmp_path, "6"), kiosk, key) in ("bad-key", "other-key")


@pytest.mark.parametrize("content", [b"", b"P", b"PK\3\4", b"PK\5\6" + bytes(18), bytes(500), b"title: x\n" * 40])
def test_another_kind_of_file_is_none(tmp_path: Path, kiosk: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert refused(tmp_path / "x", kiosk) in ("no-pack", "cut")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path, kiosk: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe", kiosk) == "no-pack"
    assert refused(tmp_path, kiosk) in ("gone", "no-pack")
    (tmp_path / "link").symlink_to(pack(tmp_path, "6"))
    assert refused(tmp_path / "link", kiosk) == "gone"
    assert refused(tmp_path / "nothing", kiosk) == "gone"


def test_one_that_is_cut_is_said_to_be_still_copied(tmp_path: Path, kiosk: Path) -> None:
    whole = pack(tmp_path, "6").read_bytes()
    (tmp_path / "x").write_bytes(whole[:-1])
    assert refused(tmp_path / "x", kiosk) == "cut"
    (tmp_path / "x").write_bytes(whole + b"x")
    assert refused(tmp_path / "x", kiosk) == "damaged"


@pytest.mark.parametrize("name", ["../out", "/tmp/out", "a/../../out", "C:/out", "..\\out", "NUL", ".x", "a\u202eb"])
def test_files_that_would_lie_elsewhere_are_refused_even_with_the_right_key(
    tmp_path: Path, kiosk: Path, name: str
) -> None:
    assert refused(forged(tmp_path / "x", briefing(), stored(name)), kiosk) == "bad-name"


def test_two_files_of_one_name_are_refused(tmp_path: Path, kiosk: Path) -> None:
    assert refused(forged(tmp_path / "x", briefing(), stored("a"), stored("A")), kiosk) == "bad-name"


CONTENT = random.Random(0).randbytes(3 << 20)
BIG = 3 << 30
BOMBS = {
    "file": [stored("a", size=BIG, packed=BIG)],
    "all": [stored(f"a{k}", method="deflated", size=2 << 30, packed=1 << 29) for k in range(3)],
    "packed": [stored(f"a{k}", method="deflated", size=1, packed=(2 << 30) - (4 << 20)) for k in range(2)],
    "ratio": [deflated("a", bytes(1 << 20))],
    "count": [stored(f"a{k}") for k in range(bounds.MOST_FILES)],
}


@pytest.mark.parametrize("files", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_before_anything_is_unpacked(
    tmp_path: Path, kiosk: Path, files: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "unpack", None)
    changed = [(one, content) for one, content in files]
    assert refused(forged(tmp_path / "x", briefing(), *changed), kiosk) == "too-large"


@pytest.mark.parametrize("size", [0, 10, 1 << 20, (3 << 20) - 1])
def test_no_more_is_unpacked_than_was_said(tmp_path: Path, kiosk: Path, size: int) -> None:
    file = forged(tmp_path / "x", briefing(), deflated("a", CONTENT, size=size))
    assert refused(file, kiosk) == "damaged"
    written: list[int] = []
    with file.open("rb") as stream, pytest.raises(RefusedError):
        unpack(stream, open_pack(stream, KEY), lambda _file: nullcontext(lambda part: written.append(len(part))))
    assert sum(written) <= size + len(BRIEFING)


def test_less_than_was_said_is_refused_too(tmp_path: Path, kiosk: Path) -> None:
    assert refused(forged(tmp_path / "x", briefing(), deflated("a", b"abc" * 400, size=1201)), kiosk) == "damaged"


def test_a_manifest_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, kiosk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jn_presenter.packs.reading.MOST_MANIFEST", 100)
    assert refused(pack(tmp_path, "6"), kiosk) == "damaged"


def test_a_look_at_a_pack_sees_wrong_content_without_staging_it(tmp_path: Path) -> None:
    for wrong in ({"sha256": "0" * 64}, {"packed_sha256": "0" * 64}):
        with pytest.raises(RefusedError):
            whole(forged(tmp_path / "x", briefing(), deflated("a", b"abc" * 400, **wrong)), KEY)


@pytest.mark.parametrize(
    "wrong",
    [{"sha256": "0" * 64}, {"packed_sha256": "0" * 64}, {"crc": 7}, {"size": 999}, {"packed": 999}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_content_that_is_not_what_was_signed_is_refused(tmp_path: Path, kiosk: Path, wrong: dict[str, Any]) -> None:
    good, content = deflated("a", b"abc" * 400)
    file = forged(tmp_path / "x", briefing(), (good, content))
    about, _ = deflated("a", b"abc" * 400, **wrong)
    made = forged(tmp_path / "y", briefing(), (about, content))
    if "crc" in wrong:  # as the ZIP file says it, and the manifest does not
        made = file
        made.write_bytes(file.read_bytes().replace(good.crc.to_bytes(4, "little"), b"\0\0\0\0"))
    assert refused(made, kiosk) in ("damaged", "cut")


def test_a_file_that_the_manifest_does_not_name_is_refused(tmp_path: Path, kiosk: Path) -> None:
    content = forged(tmp_path / "x", briefing(), stored("a")).read_bytes()
    other = forged(tmp_path / "y", briefing(), stored("a"), stored("b")).read_bytes()
    start = other.index(b"PK\3\4", other.index(b"deck/a"))
    more = other[start : other.index(b"PK\1\2")]
    at = content.index(b"PK\1\2")
    (tmp_path / "z").write_bytes(content[:at] + more + content[at:])
    assert refused(tmp_path / "z", kiosk) == "damaged"


@pytest.mark.parametrize("version", ["", "01", "../5", "9" * 30, "current.json"])
def test_a_version_is_a_number(tmp_path: Path, kiosk: Path, version: str) -> None:
    assert refused(forged(tmp_path / "x", briefing(), version=version), kiosk) == "bad-version"


@pytest.mark.parametrize("wrong", [{"deck": "\x1b[2J"}, {"deck": ""}, {"key": "x\n"}, {"key": KEY + "\n"}, {"more": 1}])
def test_what_it_says_of_itself_can_be_printed(tmp_path: Path, kiosk: Path, wrong: dict[str, Any]) -> None:
    assert refused(forged(tmp_path / "x", briefing(), **wrong), kiosk) == "damaged"


def test_a_pack_of_a_later_edition_asks_for_another_program(tmp_path: Path, kiosk: Path) -> None:
    assert refused(forged(tmp_path / "x", briefing(), edition=2), kiosk) == "edition"


def test_a_deck_that_cannot_be_shown_is_refused(tmp_path: Path, kiosk: Path) -> None:
    theme = stored("hall/theme.yaml", b"title: Hall\nslides: [s]\n")
    assert refused(forged(tmp_path / "a", stored("x.yaml")), kiosk) == "no-deck"
    assert refused(forged(tmp_path / "b", briefing()), kiosk) == "not-shown"
    assert refused(forged(tmp_path / "c", stored("briefing.yaml", b"{")), kiosk) == "not-shown"
    broken = stored("hall/s.yaml", b"layout: nothing\n")
    assert refused(forged(tmp_path / "d", briefing(), theme, broken), kiosk) == "not-shown"
    right = stored("hall/s.yaml", b"layout: points\ntitle: T\npoints: [x]\n")
    assert isinstance(take(forged(tmp_path / "e", briefing(), theme, right), kiosk, KEY), Taken)


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only"), (errno.EIO, "disk-error")]
)
@pytest.mark.parametrize("after", range(7))
def test_where_the_disk_fails_in_the_middle_nothing_is_left(
    tmp_path: Path, kiosk: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, after: int
) -> None:
    """Each time that something is forced onto it: three files, two folders, the renaming, the pointer."""
    really, calls = os.fsync, []

    def failing(handle: int) -> None:
        calls.append(handle)
        if len(calls) == after + 1:
            raise OSError(number, os.strerror(number))
        really(handle)

    file = pack(tmp_path, "6")
    monkeypatch.setattr(os, "fsync", failing)
    monkeypatch.setattr("jn_presenter.packs.taking.settle_names", _synced)
    assert refused(file, kiosk) == code
    monkeypatch.undo()
    assert isinstance(take(file, kiosk, KEY), Taken)


def _synced(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def test_a_disk_with_too_little_room_is_not_filled(
    tmp_path: Path, kiosk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "unpack", None)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 1 << 20})())
    assert refused(pack(tmp_path, "6"), kiosk) == "disk-full"


def test_a_kiosk_that_cannot_write_at_all_says_so(tmp_path: Path) -> None:
    (tmp_path / "kiosk").write_text("a file")
    found = take(pack(tmp_path, "6"), tmp_path / "kiosk", KEY)
    assert isinstance(found, Refusal)


def test_a_card_that_gives_back_other_bytes_is_noticed(
    tmp_path: Path, kiosk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worn(stage: Path) -> None:
        (stage / "briefing.yaml").write_bytes(BRIEFING)

    monkeypatch.setattr(taking, "_settle", worn)
    assert refused(pack(tmp_path, "6"), kiosk) == "damaged"


def test_a_stick_that_is_pulled_in_the_middle_is_no_crash(
    tmp_path: Path, kiosk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = pack(tmp_path, "6", slides=5)
    really = taking.opened_file

    class Pulled:
        def __init__(self, stream: Any) -> None:
            self.stream, self.left = stream, int(file.stat().st_size * 0.8)

        def read(self, size: int) -> bytes:
            self.left -= size
            if self.left < 0:
                raise OSError(errno.EIO, "Input/output error")
            found: bytes = self.stream.read(size)
            return found

    def pulled(path: Path) -> Any:
        @contextmanager
        def stream() -> Any:
            with really(path) as found:
                yield Pulled(found)

        return stream()

    monkeypatch.setattr(taking, "opened_file", pulled)
    assert refused(file, kiosk) == "gone"


def test_two_at_once_do_not_meet(tmp_path: Path, kiosk: Path) -> None:
    found: list[object] = []
    second = pack(tmp_path, "7")

    def shown(_folder: str) -> bool:
        found.append(take(second, kiosk, KEY))
        return True

    assert isinstance(take(pack(tmp_path, "6"), kiosk, KEY, shown), Taken)
    assert isinstance(found[0], Refusal)
    assert found[0].code == "busy"
    assert Path(current(kiosk)).name == "6"


def test_an_interrupt_after_the_pointer_leaves_the_new_deck(
    tmp_path: Path, kiosk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really: Callable[..., None] = taking.point

    def point(*arguments: Any) -> None:
        really(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(taking, "point", point)
    with pytest.raises(KeyboardInterrupt):
        take(pack(tmp_path, "6"), kiosk, KEY)
    assert Path(current(kiosk)).name == "6"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": "../.."}', b'{"version": "77"}', bytes(5000)])
def test_a_pointer_that_says_nothing_is_no_loss(tmp_path: Path, kiosk: Path, content: bytes) -> None:
    assert isinstance(take(pack(tmp_path, "10", "new"), kiosk, KEY), Taken)
    (kiosk / DECKS / CURRENT).write_bytes(content)
    (tmp_path / "briefing.yaml").touch()
    assert Path(current(kiosk)).name == "10", "the newest, by number"
    found = take(pack(tmp_path, "9"), kiosk, KEY)
    assert isinstance(found, Refusal)
    assert found.code == "not-newer"
    assert isinstance(take(pack(tmp_path, "11"), kiosk, KEY), Taken)
    assert Path(current(kiosk)).name == "11"
    assert (kiosk / DECKS / "10").is_dir(), "it is still on the screen"


def test_without_any_there_is_none(tmp_path: Path) -> None:
    assert current(tmp_path) == ""
    assert standing(tmp_path) is None


def test_a_taking_that_is_killed_at_any_moment_leaves_a_whole_deck() -> None:
    found = taken_under_fire(8, seed=1)
    assert found.torn == ()
    assert found.while_writing >= 2
