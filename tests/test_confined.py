"""Files of data that change, grow or are gone while they are read."""

import os
from pathlib import Path

import pytest

from jn_presenter import confined
from jn_presenter.confined import read_data
from jn_presenter.model.feed import FeedError


def refusal(folder: Path, file: str, most: int = 100) -> str:
    with pytest.raises(FeedError) as caught:
        read_data(str(folder), file, most)
    return caught.value.finding.code


def test_a_file_as_large_as_allowed_is_read_and_no_larger_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert read_data(str(tmp_path), "a", 100).data == b"x" * 100
    (tmp_path / "a").write_bytes(b"x" * 101)
    assert refusal(tmp_path, "a") == "too-large"


def test_a_file_of_any_size_is_not_read_to_see_that_it_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"x" * 101)
    looks: list[int] = []
    really = os.fstat

    def looked(handle: int) -> os.stat_result:
        looks.append(os.lseek(handle, 0, os.SEEK_CUR))
        return really(handle)

    monkeypatch.setattr(confined.os, "fstat", looked)
    assert refusal(tmp_path, "a") == "too-large"
    assert looks == [0]


@pytest.mark.parametrize("more", [b"x", b"x" * 200])
def test_a_file_that_is_written_while_it_is_read_is_half_written_or_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: bytes
) -> None:
    (tmp_path / "a").write_bytes(b"x" * 50)
    really = os.fstat

    def looked(handle: int) -> os.stat_result:
        found = really(handle)
        with (tmp_path / "a").open("ab") as out:
            out.write(more)
        return found

    monkeypatch.setattr(confined.os, "fstat", looked)
    assert refusal(tmp_path, "a") == ("half-written" if len(more) == 1 else "too-large")


def test_a_file_that_excel_has_open_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows gives no file that another program holds; which one it is cannot be asked."""
    (tmp_path / "a.xlsx").write_bytes(b"x")

    def held(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(confined.os, "open", held)
    with pytest.raises(FeedError) as caught:
        read_data(str(tmp_path), "a.xlsx")
    assert caught.value.finding.code == "unreadable"
    assert "Excel" in caught.value.finding.message.zh
    assert "Excel" in caught.value.finding.hint.en
