"""The copy of the last good deck: whole or not there at all, proved by its hashes, and never of a deck with errors."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from jn_presenter.load import lastgood, load_deck
from jn_presenter.load.lastgood import DECK, MANIFEST, NEXT, OLD, NotKeptError, good_deck, keep, manifest_of, recover
from tests.e2e import decks


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return decks.write(tmp_path / "deck")


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "own" / "good"


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_copy_has_the_files_of_the_deck_and_nothing_else(folder: Path, into: Path) -> None:
    wanted = files(folder)
    (folder / "draft.docx").write_bytes(b"draft")
    digest = keep(load_deck(folder), into)
    copied = files(into / DECK)
    assert copied.pop(MANIFEST)
    assert copied == wanted
    assert good_deck(into) == into / DECK
    manifest = manifest_of(into / DECK)
    assert manifest is not None
    assert manifest.digest == digest
    assert load_deck(into / DECK).deck.order == load_deck(folder).deck.order


def test_data_and_pictures_go_with_it_and_what_leads_out_of_the_folder_does_not(folder: Path, into: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "rows.csv").write_text("year,v\n2019,1\n2020,2\n", encoding="utf-8")
    (folder / "a" / "four.yaml").write_text(CHART, encoding="utf-8")
    secret = folder.parent / "secret.csv"
    secret.write_text("year,v\n", encoding="utf-8")
    loaded = load_deck(folder)
    keep(loaded, into)
    assert (into / DECK / "data" / "rows.csv").is_file()
    (folder / "data" / "rows.csv").unlink()
    (folder / "data" / "rows.csv").symlink_to(secret)
    keep(loaded, into)
    assert not (into / DECK / "data" / "rows.csv").exists()


def test_nothing_is_written_where_nothing_has_changed(folder: Path, into: Path) -> None:
    first = keep(load_deck(folder), into)
    before = (into / DECK).stat().st_ino
    assert keep(load_deck(folder), into) == first
    assert (into / DECK).stat().st_ino == before
    path = decks.file(folder, decks.SHOW[0])
    path.write_text(path.read_text(encoding="utf-8").replace("标题", "题目"), encoding="utf-8")
    assert keep(load_deck(folder), into) != first
    assert (into / DECK).stat().st_ino != before


def test_a_copy_that_was_damaged_is_not_used_and_made_again(folder: Path, into: Path) -> None:
    keep(load_deck(folder), into)
    path = decks.file(into / DECK, decks.SHOW[0])
    path.write_bytes(path.read_bytes()[:-1])
    assert good_deck(into) is None
    keep(load_deck(folder), into)
    assert good_deck(into) is not None
    path.unlink()
    assert good_deck(into) is None


@pytest.mark.parametrize("manifest", [b"", b"{", b"[]", b'{"digest": "", "files": {}}x', b"[" * 100_000])
def test_a_manifest_that_is_none_is_as_good_as_no_copy(folder: Path, into: Path, manifest: bytes) -> None:
    keep(load_deck(folder), into)
    (into / DECK / MANIFEST).write_bytes(manifest)
    assert good_deck(into) is None


def test_a_deck_with_errors_or_changed_meanwhile_is_not_kept(folder: Path, into: Path) -> None:
    loaded = load_deck(folder)
    path = decks.file(folder, decks.SHOW[0])
    path.write_text(path.read_text(encoding="utf-8").replace("标题", "题目"), encoding="utf-8")
    with pytest.raises(NotKeptError):
        keep(loaded, into)
    path.write_text("layout: [\n", encoding="utf-8")
    with pytest.raises(NotKeptError):
        keep(load_deck(folder), into)
    assert good_deck(into) is None
    assert not (into / NEXT).exists()


@pytest.mark.parametrize(("name", "most"), [("MOST_FILES", 3), ("MOST_BYTES", 100)])
def test_what_is_too_large_is_not_kept(
    folder: Path, into: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(lastgood, name, most)
    with pytest.raises(NotKeptError):
        keep(load_deck(folder), into)
    assert not into.exists()


def test_a_disk_that_is_nearly_full_is_left_alone(folder: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(load_deck(folder), into)
    before = files(into / DECK)
    monkeypatch.setattr(lastgood, "SPARE_BYTES", 1 << 60)
    (folder / "a" / "one.yaml").write_text(decks.SHOW[0].yaml().replace("标题", "题目"), encoding="utf-8")
    with pytest.raises(NotKeptError):
        keep(load_deck(folder), into)
    assert files(into / DECK) == before


def test_who_ends_the_kiosk_does_not_wait_for_a_copy(folder: Path, into: Path) -> None:
    with pytest.raises(NotKeptError):
        keep(load_deck(folder), into, lambda: True)


@pytest.mark.parametrize("fails", range(12))
def test_wherever_writing_fails_or_the_power_is_cut_there_is_a_whole_copy(
    folder: Path, into: Path, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    """The program ends at each of the steps that change folders, as a power cut would have it: without a clean-up."""
    keep(load_deck(folder), into)
    old = load_deck(folder).deck.slides["a/one"].digest
    (folder / "a" / "one.yaml").write_text(decks.SHOW[0].yaml().replace("标题", "题目"), encoding="utf-8")
    new = load_deck(folder)
    left = fails
    rename, rmtree = Path.rename, shutil.rmtree

    def step() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def renames(self: Path, to: Path) -> Path:
        step()
        return rename(self, to)

    def removes(path: Path, ignore_errors: bool = False) -> None:
        step()
        rmtree(path, ignore_errors=ignore_errors)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renames)
        patch.setattr(shutil, "rmtree", removes)
        with suppress(OSError):
            keep(new, into)
    found = good_deck(into)
    assert found is not None
    assert load_deck(found).deck.slides["a/one"].digest in (old, new.deck.slides["a/one"].digest)
    assert sorted(path.name for path in into.iterdir()) == [DECK]


def test_of_what_a_power_cut_left_the_new_copy_is_taken_only_where_it_is_whole(folder: Path, into: Path) -> None:
    keep(load_deck(folder), into)
    (into / DECK).rename(into / OLD)
    (into / NEXT).mkdir()
    recover(into)
    assert good_deck(into) is not None
    shutil.copytree(into / DECK, into / NEXT)
    (into / DECK).rename(into / OLD)
    recover(into)
    assert good_deck(into) is not None
    assert [path.name for path in into.iterdir()] == [DECK]


CHART = """\
layout: chart-full
title:
  zh: 图
  en: A chart
plain: 测试
chart:
  type: bar
  data:
    type: csv
    file: data/rows.csv
    sample: true
"""
