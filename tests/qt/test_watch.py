"""A saved file is noticed however it was saved."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.qt import watch as watching
from jn_presenter.qt.watch import Watch, stamp


@pytest.fixture
def slide(tmp_path: Path) -> Path:
    path = tmp_path / "slide.yaml"
    path.write_text("title: one\n", encoding="utf-8")
    return path


@pytest.fixture
def watch(qtbot: QtBot, slide: Path) -> Iterator[Watch]:
    watch = Watch()
    watch.follow([str(slide)])
    yield watch
    watch.stop()


def test_a_write_in_place_is_noticed(qtbot: QtBot, watch: Watch, slide: Path) -> None:
    with qtbot.waitSignal(watch.saved) as saved:
        slide.write_text("title: two\n", encoding="utf-8")
    assert saved.args == [(str(slide),)]


def test_a_second_rename_on_save_is_noticed_too(qtbot: QtBot, watch: Watch, slide: Path) -> None:
    for words in ("two", "three", "four"):
        other = slide.with_suffix(".tmp")
        other.write_text(f"title: {words}\n", encoding="utf-8")
        with qtbot.waitSignal(watch.saved) as saved:
            other.replace(slide)
        assert saved.args == [(str(slide),)]


def test_a_file_that_goes_and_comes_back_is_noticed_both_times(qtbot: QtBot, watch: Watch, slide: Path) -> None:
    with qtbot.waitSignal(watch.saved):
        slide.unlink()
    with qtbot.waitSignal(watch.saved):
        slide.write_text("title: back\n", encoding="utf-8")


def test_the_poll_alone_notices_what_the_system_does_not_tell(qtbot: QtBot, watch: Watch, slide: Path) -> None:
    watch._watcher.blockSignals(True)
    with qtbot.waitSignal(watch.saved, timeout=5000) as saved:
        slide.write_text("title: from a network drive\n", encoding="utf-8")
    assert saved.args == [(str(slide),)]


def test_the_same_content_saved_again_is_no_change(qtbot: QtBot, watch: Watch, slide: Path) -> None:
    qtbot.waitUntil(lambda: not watch._to_read)
    os.utime(slide, ns=(1, 1))
    with qtbot.assertNotEmitted(watch.saved):
        watch.compare()


def test_a_burst_of_saves_is_told_once(qtbot: QtBot, watch: Watch, slide: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.yaml"
    second.write_text("a\n", encoding="utf-8")
    watch.follow([str(slide), str(second)])
    told: list[tuple[str, ...]] = []
    watch.saved.connect(told.append)
    with qtbot.waitSignal(watch.saved):
        slide.write_text("title: two\n", encoding="utf-8")
        second.write_text("b\n", encoding="utf-8")
    assert [sorted(files) for files in told] == [sorted([str(slide), str(second)])]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_what_is_no_file_has_no_stamp_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert stamp(str(tmp_path / "pipe")) is None
    assert stamp(str(tmp_path)) is None


def test_a_stamp_is_of_size_time_and_content(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert stamp(str(path)) is None
    path.write_bytes(b"abc")
    first = stamp(str(path))
    assert first is not None
    assert first[0] == 3
    assert stamp(str(path), first) is first
    path.write_bytes(b"abd")
    os.utime(path, ns=(5, 5))
    assert stamp(str(path), first) != first


def test_a_file_saved_before_it_was_followed_is_told_then(qtbot: QtBot, slide: Path) -> None:
    began = time.time_ns() + 10**9
    old, new = slide, slide.with_name("new.yaml")
    new.write_text("b\n", encoding="utf-8")
    os.utime(new, ns=(began, began))
    watch = Watch(began)
    with qtbot.waitSignal(watch.saved) as saved:
        watch.follow([str(old), str(new)])
    assert saved.args == [(str(new),)]
    with qtbot.assertNotEmitted(watch.saved):
        watch.follow([str(old), str(new)])
    watch.stop()


def test_a_file_that_the_system_names_is_read_though_it_looks_as_it_did(
    qtbot: QtBot, watch: Watch, slide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the time of a file's own change is not known, as on Windows."""
    monkeypatch.setattr(watching, "_outside", lambda info: (info.st_size, 0, 0))
    watch.compare()
    watch._watcher.blockSignals(True)
    slide.write_text("title: uno\n", encoding="utf-8")
    with qtbot.assertNotEmitted(watch.saved):
        watch.compare()
    watch._on_told(str(slide))
    with qtbot.waitSignal(watch.saved) as saved:
        watch.compare()
    assert saved.args == [(str(slide),)]


def test_thousands_of_files_are_watched_one_by_one_a_few_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / f"{k}.yaml" for k in range(600)]
    for file in files:
        file.write_text("a\n", encoding="utf-8")
    watch = Watch(time.time_ns() + 10**10)
    watch.follow(map(str, files))
    assert len(watch._watcher.files()) < 600
    qtbot.waitUntil(lambda: len(watch._watcher.files()) == 600)
    qtbot.waitUntil(lambda: not watch._to_read)
    watch._poll.stop()
    with qtbot.waitSignal(watch.saved) as saved:
        files[-1].write_text("b\n", encoding="utf-8")
    assert saved.args == [(str(files[-1]),)]
    watch.stop()


def test_what_is_no_file_does_not_stir_the_poll(qtbot: QtBot, watch: Watch, slide: Path) -> None:
    slide.unlink()
    slide.mkdir()
    watch.compare()
    watch._debounce.stop()
    watch._look()
    assert not watch._debounce.isActive()
    assert qtbot is not None
