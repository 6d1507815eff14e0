"""A file of an export is whole or as it was before; nothing half-written is ever seen under its name."""

import errno
from pathlib import Path

import pytest

from jn_presenter.export.files import replacing, write


def test_the_content_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    write(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "c.png", b"x")
    assert (tmp_path / "a" / "b" / "c.png").read_bytes() == b"x"


def test_until_the_block_ends_the_old_file_stands(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    with replacing(file) as part:
        part.write_bytes(b"half")
        assert file.read_bytes() == b"old"


def interrupted(file: Path) -> None:
    with replacing(file) as part:
        part.write_bytes(b"half")
        raise KeyboardInterrupt


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        interrupted(file)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


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
