"""Settings on the disk: written away from the windows, in one piece, the latest of them."""

import threading
from pathlib import Path

import msgspec
import pytest

from jn_presenter import durable
from jn_presenter.model.text import Message
from jn_presenter.qt.small_files import Saver, read

COMPLAINT = Message("没有存下", "was not saved")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "file.json"


def numbers(file: Path) -> tuple[int, ...]:
    return read(file, tuple[int, ...], (), 1 << 10, Message("读不出", "cannot be read"))


def test_whoever_asks_waits_for_no_disk_and_the_last_wish_is_there_at_the_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, writers = threading.Event(), []
    replace = durable.replace

    def slow(path: Path, content: bytes) -> None:
        writers.append(threading.current_thread())
        disk.wait(5)
        replace(path, content)

    monkeypatch.setattr(durable, "replace", slow)
    saver = Saver(COMPLAINT)
    for last in range(5):
        saver.save(file, (0, last))
    assert not file.exists()
    disk.set()
    saver.finish()
    assert numbers(file) == (0, 4)
    assert threading.main_thread() not in writers
    assert len(writers) <= 3, "what was wished for while the disk was slow is passed over"


def test_a_file_that_is_not_there_is_no_complaint_and_a_broken_one_is(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert numbers(file) == ()
    assert not caplog.records
    file.parent.mkdir()
    for content in (b"[1", b"{}", b"[" * 1025):
        file.write_bytes(content)
        assert numbers(file) == ()
    assert [text.startswith("读不出") and "cannot be read" in text for text in caplog.messages] == [True] * 3
    caplog.clear()


def test_what_cannot_be_written_is_told_in_both_languages(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    saver = Saver(COMPLAINT)
    saver.save(tmp_path / "file" / "deeper.json", (1,))
    saver.finish()
    (line,) = caplog.messages
    assert "没有存下" in line
    assert "was not saved" in line
    caplog.clear()


def test_with_nothing_to_write_nothing_is_waited_for(file: Path) -> None:
    Saver(COMPLAINT).finish()
    assert not file.exists()


def test_the_file_is_for_people_to_read(file: Path) -> None:
    saver = Saver(COMPLAINT)
    saver.save(file, {"a": 1})
    saver.finish()
    assert file.read_text(encoding="utf-8") == msgspec.json.format('{"a": 1}', indent=1)
