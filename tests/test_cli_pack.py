"""The command `pack`: packs, keys and looks into packs, as an office types them."""

import io
import json
import stat
import sys
from pathlib import Path

import pytest

from bench.fired import write_deck, write_pack
from jn_presenter.cli import main
from jn_presenter.load.kiosk_settings import read_settings
from jn_presenter.packs.keys import new_private
from tests.packed import KEY, PRIVATE, pack


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "office.key").write_bytes(PRIVATE)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["pack", *arguments])
    found = capsys.readouterr()
    return code, found.out, found.err


def test_a_deck_is_packed_and_would_be_taken(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = str(write_deck(office / "deck", "word"))
    code, out, err = said(capsys, deck, "-o", "x.jnpack", "--key", "office.key", "--version", "7")
    assert (code, out.strip()) == (0, str(office / "x.jnpack"))
    assert "version 7" in err
    code, out, _ = said(capsys, "--verify", "x.jnpack", "--key", KEY)
    assert code == 0
    assert "would be taken" in out
    assert said(capsys, "--verify", "x.jnpack", "--key", "office.key")[0] == 0
    code, _, err = said(capsys, "--verify", "x.jnpack", "--key", "ed25519")
    assert code == 2
    assert "ed25519-…" in err
    assert sorted(path.name for path in office.iterdir()) == ["deck", "office.key", "x.jnpack"]


def test_without_a_version_it_is_the_time(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = str(write_deck(office / "deck", "word"))
    _, _, err = said(capsys, deck, "-o", "x.jnpack", "--key", "office.key")
    assert " 20" in err


def test_what_is_left_out_is_said(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = write_deck(office / "deck", "word")
    (deck / "hall" / "s0.yaml~").touch()
    code, _, err = said(capsys, str(deck), "-o", "x.jnpack", "--key", "office.key")
    assert code == 0
    assert "s0.yaml~" in err


def test_a_deck_with_errors_is_not_packed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = write_deck(office / "deck", "word")
    (deck / "hall" / "s0.yaml").write_text("layout: points\ntitle: T\npionts: [x]\n")
    code, _, err = said(capsys, str(deck), "-o", "x.jnpack", "--key", "office.key")
    assert code == 1
    assert "s0.yaml:3" in err
    assert "nothing was packed" in err
    assert not (office / "x.jnpack").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "x.jnpack"], "--new-key"),
        (["--key", "office.key"], "-o"),
        (["-o", "x.zip", "--key", "office.key"], ".jnpack"),
        (["-o", "x.jnpack", "--key", "office.key", "--version", "v7"], "2.10"),
        (["-o", "x.jnpack", "--key", "nothing.key"], "nothing.key"),
        (["-o", "x.jnpack", "--key", "other.key"], "no file with a private key"),
        (["-o", "no/x.jnpack", "--key", "office.key"], "x.jnpack"),
        (["--new-key", "a", "--verify", "b"], "not both"),
    ],
)
def test_what_cannot_be_done_is_said(
    office: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    (office / "other.key").write_text("no key")
    deck = str(write_deck(office / "deck", "word"))
    code, out, err = said(capsys, deck, *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_a_new_pair_of_keys_is_kept_from_others_and_fits_the_settings(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(capsys, "--new-key", "hall")
    assert code == 0
    if sys.platform != "win32":
        assert stat.S_IMODE((office / "hall.key").stat().st_mode) == 0o600
    (office / "kiosk.yaml").write_text(f"packs:\n  folders: [/media/usb]\n{out}")
    found = read_settings(office / "kiosk.yaml")
    assert found.problems == ()
    deck = str(write_deck(office / "deck", "word"))
    assert said(capsys, deck, "-o", "x.jnpack", "--key", "hall.key")[0] == 0
    assert said(capsys, "--verify", "x.jnpack", "--settings", "kiosk.yaml")[0] == 0
    before = (office / "hall.key").read_bytes()
    code, _, err = said(capsys, "--new-key", "hall")
    assert code == 2
    assert "there already" in err
    assert (office / "hall.key").read_bytes() == before


def test_a_look_into_a_pack_says_why_it_would_not_be_taken(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(write_deck(office / "deck", "word"), "1", new_private(), office / "x.jnpack")
    code, out, _ = said(capsys, "--verify", "x.jnpack", "--key", KEY)
    assert code == 1
    assert "another key" in out or "另一把密钥" in out
    code, out, _ = said(capsys, "--verify", "x.jnpack")
    assert code == 1
    assert "no key to compare with" in out
    (office / "x.jnpack").write_bytes((office / "x.jnpack").read_bytes()[:-30])
    assert said(capsys, "--verify", "x.jnpack")[0] == 1
    (office / "x.jnpack").write_text("no pack")
    assert said(capsys, "--verify", "x.jnpack")[0] in (1, 2)


def test_the_process_that_takes_packs_takes_the_newest(
    office: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "bad.jnpack").write_text("no pack")
    files = [str(pack(office, "2")), str(office / "bad.jnpack"), str(pack(office, "10"))]
    job = {"files": files, "folder": str(office / "kiosk"), "key": KEY}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(job).encode())))
    assert main(["pack", "--take"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert [(Path(one["file"]).name, one["code"]) for one in found] == [
        ("10-word.jnpack", "new"),
        ("2-word.jnpack", "not-newer"),
        ("bad.jnpack", "no-pack"),
    ]
    assert (office / "kiosk" / "decks" / "10").is_dir()
