"""The user's choices of screens, on the disk."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.qt.remembered import MOST, Memory, read_choices, remember, remembered, screens_file
from jn_presenter.show.screens import Wish


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "screens.json"


def keep(file: Path, screens: list[str], audience: str, console: str) -> Memory:
    """A choice, on the disk by now."""
    memory = Memory(file)
    memory.keep(screens, audience, console)
    memory.finish()
    return memory


def test_a_choice_holds_for_exactly_these_screens_in_whatever_order(file: Path) -> None:
    keep(file, ["laptop", "beamer"], "laptop", "beamer")
    assert Memory(file).wish(["beamer", "laptop"]) == Wish("laptop", "beamer")
    assert Memory(file).wish(["beamer", "laptop", "wall"]) == Wish()


def test_a_later_choice_takes_the_place_of_an_earlier_one(file: Path) -> None:
    memory = Memory(file)
    memory.keep(["a", "b"], "a", "b")
    memory.keep(["b", "a"], "b", "a")
    memory.finish()
    assert memory.wish(["a", "b"]) == Memory(file).wish(["a", "b"]) == Wish("b", "a")
    assert len(read_choices(file)) == 1


def test_with_one_screen_the_disk_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "screens.json").mkdir()
    assert Memory(tmp_path / "screens.json").wish(["laptop"]) == Wish()


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=2), max_size=60))
def test_what_was_chosen_last_is_remembered_and_the_oldest_forgotten(sets: list[set[str]]) -> None:
    choices = ()
    for screens in sets:
        choices = remember(choices, screens, min(screens), max(screens))
    assert len(choices) == min(MOST, len({frozenset(screens) for screens in sets}))
    if sets:
        assert remembered(choices, sets[-1]) == Wish(min(sets[-1]), max(sets[-1]))


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'[{"screens": 1}]', b"[1]", b'"x"'])
def test_a_broken_file_is_told_and_ignored_and_the_next_choice_replaces_it(
    file: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    memory = Memory(file)
    assert memory.wish(["a", "b"]) == Wish()
    (record,) = caplog.records
    assert "已忽略" in record.getMessage()
    assert "are ignored" in record.getMessage()
    memory.keep(["a", "b"], "a", "b")
    memory.finish()
    assert read_choices(file)


def test_a_choice_that_cannot_be_saved_is_told_and_holds_for_the_show(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    memory = keep(tmp_path / "file" / "screens.json", ["a", "b"], "b", "a")
    assert memory.wish(["a", "b"]) == Wish("b", "a")
    (record,) = caplog.records
    assert "没有存下" in record.getMessage()
    assert "was not saved" in record.getMessage()


def test_where_saving_fails_the_old_choices_and_nothing_else_are_left(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    keep(file, ["a", "b"], "a", "b")

    def full(_handle: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    keep(file, ["a", "b"], "b", "a")
    assert Memory(file).wish(["a", "b"]) == Wish("a", "b")
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert "disk full" in caplog.text


def test_the_file_is_among_the_user_s_settings() -> None:
    assert screens_file().name == "screens.json"
    assert screens_file().parent.name == "jn-presenter"


def test_a_file_that_is_nested_without_end_or_endless_is_ignored(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "screens.json"
    file.write_bytes(b'[{"screens":[],"audience":"","x":' + b"[" * 100_000)
    assert read_choices(file) == ()
    file.write_bytes(b"[]" + b" " * (1 << 20))
    assert read_choices(file) == ()
    file.unlink()
    os.mkfifo(file)
    assert read_choices(file) == ()
    assert len(caplog.records) == 3
    caplog.clear()
