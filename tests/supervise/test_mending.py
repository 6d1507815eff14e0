"""Whether a deck's files have changed since it was tried: by any change, once it is quiet, at a bounded price."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from jn_presenter.supervise import mending
from jn_presenter.supervise.mending import LOOK_S, Mending, footprint

MOST_WAITS = 6000
"""A minute."""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tmp_path / "deck"
    (folder / "a").mkdir(parents=True)
    (folder / "briefing.yaml").write_text("title: A", encoding="utf-8")
    (folder / "a" / "one.yaml").write_text("title: 1", encoding="utf-8")
    return folder


def later(path: Path) -> None:
    """As if it was written a moment later: clocks of file systems are coarse."""
    found = path.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 10_000_000))


CHANGES: dict[str, Callable[[Path], object]] = {
    "another time": lambda deck: later(deck / "a" / "one.yaml"),
    "another size": lambda deck: (deck / "a" / "one.yaml").write_text("title: 12", encoding="utf-8"),
    "a new file": lambda deck: (deck / "a" / "two.yaml").write_text("", encoding="utf-8"),
    "a file less": lambda deck: (deck / "a" / "one.yaml").unlink(),
    "another name": lambda deck: (deck / "a" / "one.yaml").rename(deck / "a" / "two.yaml"),
    "none at all": lambda deck: deck.rename(deck.with_name("gone")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(deck: Path, change: str) -> None:
    before = footprint(str(deck))
    assert footprint(str(deck)) == before
    CHANGES[change](deck)
    assert footprint(str(deck)) != before


def test_what_editors_and_version_control_hide_is_no_change(deck: Path) -> None:
    before = footprint(str(deck))
    (deck / "a" / ".one.yaml.swp").write_text("x", encoding="utf-8")
    (deck / ".git").mkdir()
    (deck / ".git" / "index").write_text("x", encoding="utf-8")
    assert footprint(str(deck)) == before


def test_a_link_around_itself_and_one_to_nowhere_are_looked_at_once(deck: Path) -> None:
    (deck / "a" / "round").symlink_to(deck)
    (deck / "a" / "nowhere").symlink_to(deck / "not there")
    before = footprint(str(deck))
    (deck / "not there").write_text("", encoding="utf-8")
    assert footprint(str(deck)) != before


def test_of_a_folder_without_end_the_first_files_are_looked_at(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(60):
        (deck / "a" / f"{number}.png").touch()
    asked: list[object] = []
    monkeypatch.setattr(mending, "_line", lambda path, *_: (asked.append(path), b"")[1])
    footprint(str(deck), 20)
    assert len(asked) <= 20
    assert str(deck / "briefing.yaml") in asked


class Watched:
    """The files of that deck, looked at when a test says so."""

    def __init__(self, deck: Path, took: float = 0.0) -> None:
        self.time, self.took = 100.0, took
        self.mending = Mending(self._folder, lambda: self.time)
        self.deck = deck

    def _folder(self) -> str:
        self.time += self.took
        return str(self.deck)

    def look(self) -> bool:
        self.mending.changed()
        self.mending.look()
        return self.mending.changed()


def test_files_have_changed_once_they_are_others_and_quiet(deck: Path) -> None:
    files = Watched(deck)
    files.mending.tried()
    assert [files.look() for _ in range(3)] == [False, False, False]
    later(deck / "briefing.yaml")
    assert not files.look()
    later(deck / "a" / "one.yaml")
    assert not files.look(), "somebody is still at it"
    assert files.look()
    assert files.look()
    files.mending.tried()
    assert not files.mending.changed()
    assert [files.look() for _ in range(2)] == [False, False]


def test_files_that_are_as_they_were_have_not_changed(deck: Path) -> None:
    files = Watched(deck)
    page = deck / "a" / "new.yaml"
    files.mending.tried()
    files.look()
    page.touch()
    files.look()
    page.unlink()
    assert [files.look() for _ in range(2)] == [False, False]


def test_until_it_is_known_what_they_were_nothing_has_changed(deck: Path) -> None:
    files = Watched(deck)
    assert [files.look() for _ in range(3)] == [False] * 3


def test_what_was_looked_at_before_the_deck_is_tried_again_does_not_count(deck: Path) -> None:
    files = Watched(deck)
    files.mending.tried()
    files.look()
    later(deck / "briefing.yaml")
    files.look()
    folder = files.mending._folder
    files.mending._folder = lambda: (files.mending.tried(), folder())[1]  # while it looks
    assert not files.look()
    files.mending._folder = folder
    assert [files.look() for _ in range(3)] == [False] * 3


def test_another_folder_is_another_deck(deck: Path, tmp_path: Path) -> None:
    files = Watched(deck)
    files.mending.tried()
    files.look()
    files.deck = tmp_path
    assert [files.look() for _ in range(2)] == [False, True]


@pytest.mark.parametrize(("took", "rest"), [(0.0, LOOK_S), (0.01, LOOK_S), (1.0, 19.0), (60.0, 1140.0)])
def test_what_takes_long_is_done_seldom(deck: Path, took: float, rest: float) -> None:
    files = Watched(deck, took)
    files.look()
    assert files.mending._rest_s - files.time == pytest.approx(rest)


def test_a_drive_that_hangs_holds_up_nobody(deck: Path) -> None:
    hangs, stuck = threading.Event(), threading.Event()

    def folder() -> str:
        stuck.set()
        hangs.wait()
        return str(deck)

    files = Mending(folder)
    files.begin()
    files.tried()
    assert stuck.wait(60.0)
    assert not files.changed()
    files.tried()
    assert not files.changed()
    hangs.set()


def test_it_looks_by_itself_while_it_is_asked(deck: Path) -> None:
    looks = threading.Semaphore(0)
    time = [0.0]

    def folder() -> str:
        looks.release()
        return str(deck)

    files = Mending(folder, lambda: time[0])
    files.begin()
    assert not looks.acquire(blocking=False), "nobody has asked"
    files.tried()
    assert looks.acquire(timeout=60.0)
    for _ in range(MOST_WAITS):
        if files._tried is not None:
            break
        looks.acquire(timeout=0.01)  # it looks by now, and has perhaps not seen the files yet
    later(deck / "briefing.yaml")
    for _ in range(MOST_WAITS):
        if files.changed():
            break
        time[0] += LOOK_S
        looks.acquire(timeout=0.01)  # who only asks may keep the thread from ever looking
    assert files.changed()
