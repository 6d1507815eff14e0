"""Writing minutes to the disk: whole or not at all, only onto what was read, and taken back byte for byte."""

import os
import stat
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs

from jn_presenter.load import Loaded, load_deck
from jn_presenter.load.save import CHANGED, GONE, UNEDITABLE, Refused, Written, take_back, write_minutes
from tests.load.world import DECK, SLIDE, write

TWO = Decimal(2)


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    return load_deck(write(tmp_path, DECK | {"one/b.yaml": SLIDE.format(title="B") + "minutes: 3 # ours\n"}))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one" / "b.yaml"


def write_b(loaded: Loaded) -> Written | Refused:
    return write_minutes(loaded.deck.folder, loaded.deck.slides["one/b"], TWO)


def test_minutes_are_written_and_taken_back_byte_for_byte(loaded: Loaded, file: Path) -> None:
    before = file.read_bytes()
    written = write_b(loaded)
    assert isinstance(written, Written)
    assert file.read_bytes() == written.after == before.replace(b"minutes: 3", b"minutes: 2")
    assert load_deck(loaded.deck.folder).deck.slides["one/b"].minutes == TWO
    assert isinstance(take_back(loaded.deck.folder, written), Written)
    assert file.read_bytes() == before


def test_nothing_else_is_left_in_the_folder_and_the_permissions_stay(loaded: Loaded, file: Path) -> None:
    file.chmod(0o640)
    names = sorted(file.parent.iterdir())
    assert isinstance(write_b(loaded), Written)
    assert sorted(file.parent.iterdir()) == names
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_file_that_has_changed_since_it_was_read_is_left_alone(loaded: Loaded, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"ours", b"mine"))
    changed = file.read_bytes()
    assert write_b(loaded) == Refused("one/b", CHANGED)
    assert file.read_bytes() == changed


def test_what_somebody_has_changed_since_it_was_written_is_not_taken_back(loaded: Loaded, file: Path) -> None:
    written = write_b(loaded)
    assert isinstance(written, Written)
    file.write_bytes(written.after + b"# later\n")
    assert take_back(loaded.deck.folder, written) == Refused("one/b", CHANGED)
    assert file.read_bytes() == written.after + b"# later\n"


def test_pictures_that_changed_do_not_keep_minutes_from_being_written(loaded: Loaded) -> None:
    slide = loaded.deck.slides["one/b"]
    other = structs.replace(slide, digest=slide.digest[:-8] + "00000000")
    assert isinstance(write_minutes(loaded.deck.folder, other, TWO), Written)


def test_a_file_that_is_gone_or_cannot_be_edited_is_said(loaded: Loaded, file: Path) -> None:
    file.unlink()
    assert write_b(loaded) == Refused("one/b", GONE)
    file.write_text("layout: points\ntitle: B\npoints: [x]\nminutes: |-\n  3\n", encoding="utf-8")
    assert write_b(load_deck(loaded.deck.folder)) == Refused("one/b", UNEDITABLE)


def test_a_link_stays_a_link(loaded: Loaded, file: Path) -> None:
    home = file.with_name("home.txt")
    file.rename(home)
    file.symlink_to(home)
    assert isinstance(write_b(loaded), Written)
    assert file.is_symlink()
    assert b"minutes: 2" in home.read_bytes()


def test_a_disk_that_fails_leaves_the_old_file_and_no_other(
    loaded: Loaded, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    before, names = file.read_bytes(), sorted(file.parent.iterdir())
    monkeypatch.setattr(os, "fsync", full)
    refused = write_b(loaded)
    assert isinstance(refused, Refused)
    assert refused.why.en == "it cannot be written (No space left on device)"
    assert (file.read_bytes(), sorted(file.parent.iterdir())) == (before, names)


def test_a_write_protected_file_is_left_alone(loaded: Loaded, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    refused = write_b(loaded)
    assert isinstance(refused, Refused)
    assert refused.why.zh == "文件是只读的，没有写入"
    assert file.read_bytes() == before
