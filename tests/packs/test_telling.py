"""The owner is told what became of the last pack."""

from pathlib import Path

import pytest

from jn_presenter.model.text import Message
from jn_presenter.packs.errand import Outcome
from jn_presenter.packs.telling import TOLD, tell, told

OUTCOME = Outcome("/media/usb/x.jnpack", "cut", Message("不完整", "not whole"), "7")


def test_what_is_told_is_what_happened_last(tmp_path: Path) -> None:
    assert told(tmp_path) is None
    tell(tmp_path, OUTCOME, 5.0)
    found = told(tmp_path)
    assert found is not None
    assert (found.at_s, found.outcome, found.taken) == (5.0, OUTCOME, False)
    tell(tmp_path, Outcome("x", "taken", OUTCOME.message), 6.0)
    assert told(tmp_path) == found, "that the stick is still there is no news"


def test_a_disk_that_takes_no_word_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file")
    tell(tmp_path / "own", OUTCOME, 5.0)
    assert told(tmp_path / "own") is None


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"at_s": 1, "outcome": 3}'])
def test_what_is_no_such_file_tells_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / TOLD).write_bytes(content)
    assert told(tmp_path) is None
