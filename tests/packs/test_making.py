"""What goes into a pack, and that the same deck makes the same pack."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bench.fired import write_deck, write_pack
from jn_presenter.packs.keys import private_of
from jn_presenter.packs.making import files_of, make
from jn_presenter.packs.refusal import RefusedError
from jn_presenter.packs.taking import whole
from tests.packed import KEY, PRIVATE


def test_the_same_files_make_the_same_pack_whenever_and_wherever(tmp_path: Path) -> None:
    one = write_pack(write_deck(tmp_path / "a" / "deck", "w", 3), "1", PRIVATE, tmp_path / "one")
    os.utime(tmp_path / "a" / "deck" / "briefing.yaml", (0, 0))
    other = write_pack(write_deck(tmp_path / "b" / "deck", "w", 3), "1", PRIVATE, tmp_path / "other")
    assert one.read_bytes() == other.read_bytes()


def test_any_program_for_zip_files_reads_it(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck", "w" * 5000, 2)
    (deck / "图.png").write_bytes(os.urandom(3000))
    (deck / "zeros.csv").write_bytes(bytes(300_000))
    (deck / "empty.csv").touch()
    file = write_pack(deck, "1", PRIVATE, tmp_path / "x.jnpack")
    with zipfile.ZipFile(file) as found:
        assert found.testzip() is None
        assert {
            name.removeprefix("deck/"): found.read(name) for name in found.namelist() if name.startswith("deck/")
        } == {path.relative_to(deck).as_posix(): path.read_bytes() for path in deck.rglob("*") if path.is_file()}
    about = {one.name: one for one in whole(file, KEY).files}
    assert about["hall/s0.yaml"].method == "deflated"
    assert about["zeros.csv"].method == "stored", "packed, it would be taken for a bomb"


def test_drafts_and_what_systems_leave_behind_stay_at_home(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck", "w")
    left = [
        ".git/config",
        "drafts/x.yaml",
        "a.yaml~",
        "~$b.xlsx",
        "Thumbs.db",
        "office.key",
        "old.jnpack",
        "hall/.x.swp",
    ]
    for name in left:
        (deck / name).parent.mkdir(exist_ok=True)
        (deck / name).touch()
    found = files_of(deck)
    assert found.names == ("briefing.yaml", "hall/s0.yaml", "hall/theme.yaml")
    assert {name.split("/")[0] for name in left if name != "hall/.x.swp"} | {"hall/.x.swp"} == set(found.left)


def test_the_names_of_guests_stay_at_home(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck", "w")
    (deck / "visits").mkdir()
    (deck / "visits" / "zurich.yaml").touch()
    found = files_of(deck)
    assert (found.left, "visits/zurich.yaml" in found.names) == (("visits",), False)
    (deck / "visits" / "theme.yaml").touch()
    assert "visits/zurich.yaml" in files_of(deck).names


def test_links_inside_the_deck_become_files_and_others_are_refused(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck", "w")
    (deck / "again.yaml").symlink_to("briefing.yaml")
    assert "again.yaml" in files_of(deck).names
    make(deck, files_of(deck).names, "1", private_of(PRIVATE), io.BytesIO())
    (deck / "secret.csv").symlink_to("/etc/passwd")
    with pytest.raises(RefusedError) as refused:
        files_of(deck)
    assert refused.value.refusal.code == "outside-deck"
    (deck / "secret.csv").unlink()
    (deck / "etc").symlink_to("/etc")
    with pytest.raises(RefusedError) as refused:
        files_of(deck)
    assert refused.value.refusal.code == "outside-deck"
    (deck / "etc").unlink()
    (deck / "loop").symlink_to(".")
    with pytest.raises(RefusedError) as refused:
        files_of(deck)
    assert refused.value.refusal.code == "bad-name"


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck", "w")
    os.mkfifo(deck / "pipe.csv")
    with pytest.raises(RefusedError) as refused:
        files_of(deck)
    assert refused.value.refusal.code == "not-a-file"


def test_most_who_present_need_nothing_that_signs() -> None:
    code = "import sys, jn_presenter.cli, jn_presenter.packs.standing; sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
