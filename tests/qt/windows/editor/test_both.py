"""Two people at one file: what either of them wrote is on the disk, or is announced and kept."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.editor import wording
from tests.qt.windows.editor.conftest import START, Desk

FILE = f"{START}.yaml"
TITLE = "软件业领衔"
CHOICES = [wording.TAKE_THEIRS.zh, wording.KEEP_MINE.zh]


def offered(desk: Desk) -> list[str]:
    return [button.text() for button in desk.window.bar._buttons] if desk.window.bar.words else []


def test_words_typed_before_the_other_edit_is_noticed_do_not_overwrite_it(desk: Desk) -> None:
    other = desk.said(FILE).replace(TITLE, "别人的")
    Path(desk.folder, FILE).write_text(other, "utf-8")
    desk.type(TITLE, "我的")
    assert not desk.session.save()
    assert desk.said(FILE) == other
    assert FILE in desk.window.bar.words
    assert offered(desk) == CHOICES, "a save that is refused says what can be done"
    desk.session.clashes.take_theirs(FILE)
    assert "别人的" in desk.code.text


def test_a_file_deleted_elsewhere_while_it_is_edited_can_be_kept(desk: Desk) -> None:
    desk.type(TITLE, "我的")
    Path(desk.folder, FILE).unlink()
    desk.session._on_saved((str(Path(desk.folder, FILE)),))
    assert offered(desk) == CHOICES
    assert "我的" in desk.code.text
    assert not desk.session.save()
    desk.session.clashes.keep_mine(FILE)
    assert desk.session.save()
    assert "我的" in desk.said(FILE)


def test_a_file_changed_elsewhere_is_new_when_it_is_looked_at_again(desk: Desk) -> None:
    desk.session.go("overview/standing")
    Path(desk.folder, FILE).write_text(desk.said(FILE).replace(TITLE, "别人的"), "utf-8")
    desk.session.go(START)
    assert "别人的" in desk.code.text
    assert not desk.session.work.unsaved


def test_a_save_that_fails_for_another_reason_says_that(desk: Desk, qtbot: QtBot) -> None:
    desk.type(TITLE, "我的")
    path = Path(desk.folder, FILE)
    path.unlink()
    path.mkdir()
    with qtbot.waitSignal(desk.session.said):
        assert not desk.session.save()
    assert "我的" in desk.code.text
    assert desk.session.work.unsaved
