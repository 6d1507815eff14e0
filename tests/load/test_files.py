"""Reading files of a deck: regular ones inside the folder, and nothing that could wait forever."""

import os
from pathlib import Path

from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.reader import MOST_BYTES
from jn_presenter.model.problem import Finding
from tests.load.world import write


def read(path: Path, folder: Path) -> bytes | Finding | Missing:
    return read_file(str(path), str(folder))


def test_a_file_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "x"})
    assert read(tmp_path / "a.yaml", tmp_path) == b"x"


def test_a_large_file_is_read_no_further_than_needed(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": b"x" * (3 * MOST_BYTES)})
    data = read(tmp_path / "a.yaml", tmp_path)
    assert isinstance(data, bytes)
    assert len(data) == MOST_BYTES + 1


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "x"})
    assert isinstance(read(tmp_path / "b.yaml", tmp_path), Missing)
    assert isinstance(read(tmp_path / "a.yaml" / "b.yaml", tmp_path), Missing)


def test_a_folder_and_a_pipe_are_never_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("folder.yaml", "pipe.yaml"):
        found = read(tmp_path / name, tmp_path)
        assert isinstance(found, Finding)
        assert found.code == "unreadable"


def test_a_link_may_not_lead_out_of_the_deck(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"a.yaml": "x"})
    deck = write(tmp_path / "deck", {"b.yaml": "y"})
    (deck / "out.yaml").symlink_to(outside / "a.yaml")
    (deck / "in.yaml").symlink_to(deck / "b.yaml")
    (deck / "pipe.yaml").symlink_to(deck / "fifo")
    os.mkfifo(deck / "fifo")
    found = read(deck / "out.yaml", deck)
    assert isinstance(found, Finding)
    assert found.code == "outside-deck"
    assert read(deck / "in.yaml", deck) == b"y"
    assert isinstance(read(deck / "pipe.yaml", deck), Finding)
