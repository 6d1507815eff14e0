"""The console's panes are as they were in the last show, whatever has become of their file."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter import durable
from jn_presenter.qt.windows.console.kept import Kept, read_panes
from jn_presenter.show.panes import Panes, Shares
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Rig

Make = Callable[..., Rig]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "console.json"


def show(rig: Make) -> Rig:
    return rig(deck(points_slide("a/one")), animate=False)


def test_what_was_moved_and_put_away_is_there_again_in_the_next_show(rig: Make, file: Path) -> None:
    here = show(rig)
    kept = Kept(here.store, file, here.audience)
    for name in ("pane-next", "notes-larger"):
        here.store.dispatch(name)
    here.store.dispatch("gap", gap="column", share=0.4, upright=False)
    kept.finish()
    again = show(rig)
    Kept(again.store, file, again.audience)
    assert again.store.state.panes == Panes(hidden=frozenset({"next"}), notes=115, lying=Shares(column=0.4))


def test_it_is_written_by_itself_once_the_hand_is_calm_and_on_another_thread(
    rig: Make, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import current_thread, main_thread

    writers: list[bool] = []
    replace = durable.replace

    def seen(path: Path, content: bytes) -> None:
        writers.append(current_thread() is main_thread())
        replace(path, content)

    monkeypatch.setattr(durable, "replace", seen)
    here = show(rig)
    kept = Kept(here.store, file, here.audience)
    for share in (0.40, 0.41, 0.42):
        here.store.dispatch("gap", gap="column", share=share, upright=False)
    assert not file.exists()
    qtbot.waitUntil(file.exists)
    kept.finish()
    assert writers == [False]
    assert read_panes(file).lying.column == 0.42


def test_a_show_in_which_no_pane_was_moved_writes_nothing(rig: Make, file: Path) -> None:
    here = show(rig)
    kept = Kept(here.store, file, here.audience)
    here.store.dispatch("freeze")
    kept.finish()
    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"notes": 9000}', b'{"hidden": ["all"]}', b"\xff\xfe"])
def test_a_broken_file_is_ignored_and_the_log_says_so_in_both_languages(
    rig: Make, file: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    here = show(rig)
    with caplog.at_level(logging.WARNING):
        kept = Kept(here.store, file, here.audience)
    assert here.store.state.panes == Panes()
    (line,) = caplog.messages
    assert "读不出" in line
    assert "cannot be read" in line
    caplog.clear()
    here.store.dispatch("pane-about")
    kept.finish()
    assert read_panes(file).hidden == {"about"}


def test_where_nothing_can_be_written_the_show_goes_on(
    rig: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "config").write_text("a file in place of the folder", encoding="utf-8")
    here = show(rig)
    kept = Kept(here.store, tmp_path / "config" / "console.json", here.audience)
    here.store.dispatch("pane-about")
    with caplog.at_level(logging.WARNING):
        kept.finish()
    assert "没有存下" in caplog.text
    assert "were not saved" in caplog.text
    caplog.clear()
    assert here.store.state.panes.hidden == {"about"}


def test_a_file_that_is_nested_without_end_or_endless_leaves_the_panes_as_at_first(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "console.json"
    file.write_bytes(b'{"x":' + b"[" * 50_000)
    assert read_panes(file) == Panes()
    file.write_bytes(b"{}" + b" " * (1 << 16))
    assert read_panes(file) == Panes()
    assert len(caplog.records) == 2
    caplog.clear()
