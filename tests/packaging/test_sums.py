"""The list of hashes of a stick: what was damaged is said by name, and nothing half-made looks whole."""

import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.delivery import sums


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "里 面").mkdir()
    (tmp_path / "开始.txt").write_bytes(b"\xef\xbb\xbf" + "开始".encode())
    (tmp_path / "里 面" / "big").write_bytes(bytes(range(256)) * 10_000)
    (tmp_path / "empty").touch()
    sums.write(tmp_path)
    return tmp_path


def test_what_was_written_is_whole(folder: Path) -> None:
    assert set(sums.read(folder)) == {"开始.txt", "里 面/big", "empty"}
    assert not sums.verify(folder)


def test_the_list_is_never_one_of_its_own_files(folder: Path) -> None:
    sums.write(folder)
    assert set(sums.read(folder)) == {"开始.txt", "里 面/big", "empty"}


def test_one_changed_byte_is_said_by_name(folder: Path) -> None:
    big = folder / "里 面" / "big"
    data = bytearray(big.read_bytes())
    data[1_500_000] ^= 1
    big.write_bytes(data)
    assert sums.verify(folder) == sums.Damage((), ("里 面/big",))


def test_a_file_that_is_gone_is_said_by_name(folder: Path) -> None:
    (folder / "empty").unlink()
    assert sums.verify(folder) == sums.Damage(("empty",), ())


def test_a_file_that_was_added_is_nobodys_business(folder: Path) -> None:
    (folder / "my notes.txt").touch()
    assert not sums.verify(folder)


@pytest.mark.parametrize("keep", [0, 1, 70, -1, -20])
def test_a_list_that_was_cut_short_is_not_taken_for_a_shorter_one(folder: Path, keep: int) -> None:
    path = folder / sums.NAME
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(sums.UnfinishedError):
        sums.verify(folder)


def test_a_list_without_one_of_its_lines_is_not_whole(folder: Path) -> None:
    path = folder / sums.NAME
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[1:]), "utf-8")
    with pytest.raises(sums.UnfinishedError):
        sums.read(folder)


def test_a_folder_without_the_list_was_never_finished(tmp_path: Path) -> None:
    with pytest.raises(sums.UnfinishedError):
        sums.verify(tmp_path)


def test_a_list_whose_lines_a_copy_has_ended_otherwise_is_the_same(folder: Path) -> None:
    path = folder / sums.NAME
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert not sums.verify(folder)


def test_progress_ends_at_the_bytes_that_there_are(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    sums.verify(folder, lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] == 2_560_000 + 9
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_tool_that_every_linux_has_reads_it_too(folder: Path) -> None:
    tool = shutil.which("sha256sum")
    assert tool is not None
    done = subprocess.run([tool, "--check", "--strict", sums.NAME], cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
