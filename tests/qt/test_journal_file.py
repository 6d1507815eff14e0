"""The journal's file: what is on the disk after each change, and what is left of it whatever breaks it."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter import durable
from jn_presenter.model.deck import Deck
from jn_presenter.qt import journal_file as module
from jn_presenter.qt.journal_file import BEAT_MS, Instant, JournalFile, journal_path
from jn_presenter.show.journal import Last, entry
from jn_presenter.show.state import Place, ShowState, initial
from tests.decks import deck, points_slide

DECK = deck(points_slide("a/one"), points_slide("a/two"))
START = initial(DECK, animate=False)
WALL = 1.7e12


def at(slide: str, step: int = 0) -> ShowState:
    return structs.replace(START, shown=Place(slide, step), at=Place(slide, step))


def instant(state: ShowState, now: float = 0.0, chapter: int = 0, of: Deck = DECK) -> Instant:
    return Instant(state, of, now, WALL + now, chapter)


def kept_in(path: Path) -> Place | None:
    """Where a program that starts now would go on."""
    found = JournalFile(path).read()
    assert not found.torn
    return found.entry.shown if found.entry is not None else None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "x.journal"


@pytest.fixture
def file(path: Path) -> JournalFile:
    """The journal of a show that has begun."""
    made = JournalFile(path)
    made.begin(instant(START))
    return made


def test_every_change_is_on_the_disk_once_it_is_kept(file: JournalFile, path: Path) -> None:
    for k, place in enumerate([Place("a/one", 1), Place("a/two"), Place("a/two", 3)]):
        file.keep(instant(at(place.slide, place.step), float(k)))
        assert kept_in(path) == place


def test_what_a_show_begins_with_is_not_worth_a_question(file: JournalFile, path: Path) -> None:
    file.keep(instant(START, BEAT_MS - 1))
    file.keep(instant(structs.replace(START, focus="bar.1", overlay="help"), BEAT_MS - 1))
    assert not path.exists()


def test_while_nothing_changes_the_time_alone_is_kept_now_and_then(file: JournalFile, path: Path) -> None:
    for now in (BEAT_MS, BEAT_MS + 1, 2 * BEAT_MS):
        file.keep(instant(START, now))
    assert path.read_bytes().count(b"\n") == 2
    found = JournalFile(path).read().entry
    assert found is not None
    assert found.elapsed_ms == 2 * BEAT_MS


def test_a_new_chapter_is_kept_at_once_and_all_before_it_forgotten(path: Path) -> None:
    before = JournalFile(path)
    before.keep(instant(at("a/two"), chapter=1))
    now = JournalFile(path)
    now.begin(instant(START))
    now.keep(instant(START))
    assert kept_in(path) == Place("a/two"), "it may still be wanted"
    now.keep(instant(START, 1.0, chapter=1))
    assert kept_in(path) == Place("a/one")
    assert path.read_bytes().count(b"\n") == 1


def test_the_file_stays_within_its_bound_and_is_whole_at_any_time(
    file: JournalFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 3000)
    for k in range(1, 40):
        file.keep(instant(at("a/one", k)))
        assert path.stat().st_size <= 3000
        assert kept_in(path) == Place("a/one", k)


def test_an_entry_larger_than_the_bound_is_kept_alone(
    file: JournalFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 10)
    for k in (1, 2):
        file.keep(instant(at("a/one", k)))
        assert (path.read_bytes().count(b"\n"), kept_in(path)) == (1, Place("a/one", k))


def test_nobody_else_can_read_it(file: JournalFile, path: Path) -> None:
    file.keep(instant(at("a/two")))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_show_that_came_to_its_end_leaves_nothing(file: JournalFile, path: Path) -> None:
    file.keep(instant(at("a/two")))
    file.end()
    assert list(path.parent.iterdir()) == []
    file.end()


def test_half_a_line_on_a_full_disk_costs_no_later_one(
    file: JournalFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.keep(instant(at("a/one", 1)))

    def torn_apart(path: Path, content: bytes) -> None:
        durable.append(path, content[:20])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "append", torn_apart)
    with pytest.raises(OSError, match="No space"):
        file.keep(instant(at("a/one", 2)))
    assert JournalFile(path).read().torn
    file.keep(instant(at("a/one", 3)))
    assert kept_in(path) == Place("a/one", 3)


def test_what_is_kept_stays_where_its_successor_cannot_be_written(
    file: JournalFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.keep(instant(at("a/one", 1)))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        file.keep(instant(at("a/one", 2), chapter=1))
    assert kept_in(path) == Place("a/one", 1)
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    monkeypatch.undo()
    file.keep(instant(at("a/one", 2), chapter=1))
    assert kept_in(path) == Place("a/one", 2)


ENTRIES = [entry(at("a/one", k), DECK, k * 1000.0, WALL + k * 1000.0) for k in range(4)]


@settings(max_examples=200)
@given(cut=st.floats(0.0, 1.0), noise=st.lists(st.tuples(st.floats(0.0, 0.999), st.integers(0, 255)), max_size=3))
def test_a_file_cut_or_broken_anywhere_gives_an_entry_that_was_written_or_says_that_it_is_torn(
    tmp_path_factory: pytest.TempPathFactory, cut: float, noise: list[tuple[float, int]]
) -> None:
    path = tmp_path_factory.mktemp("cut") / "x.journal"
    file = JournalFile(path)
    for k in range(4):
        file.keep(instant(at("a/one", k), k * 1000.0, chapter=1))
    whole = path.read_bytes()
    content = bytearray(whole[: round(cut * len(whole))])
    for where, value in noise:
        if content:
            content[int(where * len(content))] = value
    path.write_bytes(bytes(content))
    found = JournalFile(path).read()
    assert found.entry in [None, *ENTRIES]
    assert found.torn or not content or found.entry is not None
    again = JournalFile(path)
    again.keep(instant(at("a/two"), chapter=1))
    assert JournalFile(path).read().entry == entry(at("a/two"), DECK, 0.0, WALL)


def test_a_file_of_any_size_is_read_at_its_end_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = JournalFile(path)
    file.keep(instant(at("a/two"), chapter=1))
    line = path.read_bytes()
    monkeypatch.setattr(module, "READ", len(line))
    kept = entry(at("a/two"), DECK, 0.0, WALL)
    path.write_bytes(b"x" * 100_000 + b"\n" + line)
    assert JournalFile(path).read() == Last(kept, torn=False)
    path.write_bytes(line + b"x" * 100_000)
    assert JournalFile(path).read() == Last(None, torn=True)


def test_where_nothing_was_kept_nothing_is_torn(path: Path) -> None:
    assert JournalFile(path).read() == Last(None, torn=False)
    assert JournalFile(path).written_ms() == 0.0


def test_each_deck_has_a_file_of_its_own_however_it_is_called(tmp_path: Path) -> None:
    deck_folder = tmp_path / "汇报"
    deck_folder.mkdir()
    link = tmp_path / "link"
    link.symlink_to(deck_folder)
    assert journal_path(str(deck_folder)) == journal_path(str(link)) == journal_path(f"{link}/.")
    assert journal_path(str(deck_folder)) != journal_path(str(tmp_path))
    assert journal_path(str(deck_folder)).name.isascii()
