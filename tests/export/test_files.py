"""A file of an export is whole or as it was before; nothing half-written is ever seen under its name."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from jn_presenter.export.files import possible, write, write_all


def test_the_content_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    write(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "c.png", b"x")
    assert (tmp_path / "a" / "b" / "c.png").read_bytes() == b"x"


def stopped_at(done: int) -> Iterator[tuple[str, bytes]]:
    """Files of which so many are made, and then Ctrl+C is pressed."""
    for k in range(done):
        yield f"{k}.png", b"new"
    raise KeyboardInterrupt


@pytest.mark.parametrize("done", [0, 1, 2])
def test_a_folder_of_files_is_all_new_or_as_it_was(tmp_path: Path, done: int) -> None:
    (tmp_path / "0.png").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, stopped_at(done))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"0.png": b"old"}


def test_a_folder_that_was_made_for_nothing_is_gone_again(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path / "a" / "b", stopped_at(1))
    assert list(tmp_path.iterdir()) == []


def test_files_take_the_places_of_those_of_their_names_alone(tmp_path: Path) -> None:
    for name in ("0.png", "mine.png"):
        (tmp_path / name).write_bytes(b"old")
    made = write_all(tmp_path, [("0.png", b"new"), ("1.png", b"new")])
    assert made == (tmp_path / "0.png", tmp_path / "1.png")
    found = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert found == {"0.png": b"new", "1.png": b"new", "mine.png": b"old"}


def test_a_folder_in_the_way_of_a_file_is_found_before_any_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "0.png").write_bytes(b"old")
    (tmp_path / "1.png").mkdir()
    with pytest.raises(IsADirectoryError):
        write_all(tmp_path, [("0.png", b"new"), ("1.png", b"new")])
    assert (tmp_path / "0.png").read_bytes() == b"old"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "real" / "a.pdf")
    write(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.pdf").read_bytes() == b"x"


def test_files_may_be_read_by_whom_the_umask_lets(tmp_path: Path) -> None:
    file, other = tmp_path / "a.png", tmp_path / "b.png"
    write(file, b"x")
    other.touch()
    assert file.stat().st_mode == other.stat().st_mode


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(IsADirectoryError):
        write(tmp_path / "a.pdf", b"x")


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(OSError, match="null") as caught:
        write(Path("/dev/null"), b"x")
    assert caught.value.errno == errno.EEXIST
    assert Path("/dev/null").is_char_device()


def test_the_longest_name_a_file_can_have_is_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / ("报" * 83 + ".pdf")
    write(file, b"x")
    assert file.exists()


def test_a_file_where_a_folder_is_meant_is_found_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(NotADirectoryError) as caught:
        possible(tmp_path / "a" / "b.pdf")
    assert caught.value.filename == str(tmp_path / "a")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long") as caught:
        write(tmp_path / ("报" * 90 + ".pdf"), b"x")
    assert caught.value.errno == errno.ENAMETOOLONG
    assert list(tmp_path.iterdir()) == []
