"""What somebody does in the editor's window, and what becomes of it on the preview and on the disk."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from jn_presenter.model.geometry import TALL
from jn_presenter.qt.windows.editor import wording
from tests.qt.windows.editor.conftest import START, Desk, leave

FILE = f"{START}.yaml"
TITLE = "软件业领衔"


def title(desk: Desk, slide: str = START) -> str:
    return desk.store.deck.slides[slide].title.pick("zh")[1]


def picture(desk: Desk) -> bytes:
    made = desk.window.preview.view.picture(QSize(480, 270))
    assert made is not None
    return bytes(made.toImage().constBits())


def item(desk: Desk, name: str) -> QTreeWidgetItem:
    return desk.window.outline._items[name]


def test_what_is_typed_is_seen_and_not_on_the_disk(qtbot: QtBot, desk: Desk) -> None:
    before = picture(desk)
    desk.type(TITLE, "智能制造领衔")
    qtbot.waitUntil(lambda: title(desk).startswith("智能制造"))
    assert picture(desk) != before
    assert TITLE in desk.said(FILE)
    assert desk.window.windowTitle().startswith("*")
    assert item(desk, START).font(0).italic()
    desk.window.actions_bar.save.trigger()
    assert "智能制造领衔" in desk.said(FILE)
    assert not desk.window.windowTitle().startswith("*")
    assert not item(desk, START).font(0).italic()


def test_a_slide_that_is_broken_while_it_is_typed_stays_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    before = picture(desk)
    desk.type("  type: bar", "  type: baar")
    qtbot.waitUntil(lambda: bool(desk.store.loaded.problems))
    assert picture(desk) == before
    line = desk.code.text[: desk.code.text.index("baar")].count("\n") + 1
    assert desk.window.problems.item(0).text().startswith(f"{line}  ")
    assert any(
        one.format.underlineStyle() != one.format.UnderlineStyle.NoUnderline for one in desk.code.extraSelections()
    )
    desk.window.actions_bar.undo.trigger()
    qtbot.waitUntil(lambda: not desk.store.loaded.problems)
    assert desk.window.problems.item(0).text() == wording.NO_PROBLEMS.zh


def test_typing_in_one_go_is_undone_in_one_and_after_a_pause_alone(desk: Desk) -> None:
    desk.type(TITLE, "一")
    desk.type("一，", "一二，")
    desk.now_ms += 5000
    desk.type("一二，", "一二三，")
    desk.session.undo()
    assert "一二，" in desk.code.text
    desk.session.undo()
    assert TITLE in desk.code.text
    assert not desk.session.work.unsaved
    desk.session.redo()
    desk.session.redo()
    assert "一二三，" in desk.code.text


def test_a_click_on_an_element_leads_to_its_line_and_back(qtbot: QtBot, desk: Desk) -> None:
    view = desk.window.preview.view
    fitted = view.fitted()
    assert fitted is not None
    chart = next(placed for placed in fitted.placed if placed.path == "chart")
    view.resize(800, 500)
    frame = view.frame()
    by = frame.width() / 1920
    middle = QPointF(
        frame.x() + (chart.rect.x + chart.rect.w / 2) * by, frame.y() + (chart.rect.y + chart.rect.h / 2) * by
    )
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert desk.code.text[desk.code.offset :].startswith("type: bar")
    assert view._element == "chart"
    desk.code.to(desk.code.text.index("软件信息服务业"))
    assert view._element == "points"
    desk.code.to(0)
    assert view._element == ""


def test_a_slide_is_chosen_in_the_outline(desk: Desk) -> None:
    desk.window.outline.setCurrentItem(item(desk, "overview/standing"))
    assert desk.code.text == desk.said("overview/standing.yaml")
    assert desk.store.state.at.slide == "overview/standing"
    desk.window.outline.setCurrentItem(item(desk, "overview"))
    assert desk.code.text == desk.said("overview/theme.yaml")


def drop(desk: Desk, name: str, onto: str, *, below: bool) -> None:
    tree = desk.window.outline
    tree.resize(260, 4000)
    rect = tree.visualItemRect(item(desk, onto))
    tree.drop(name, QPoint(rect.center().x(), rect.bottom() - 1 if below else rect.top() + 1))


@pytest.mark.parametrize(
    ("onto", "below", "theme", "place"),
    [
        ("overview/standing", True, "overview", 3),
        ("overview/standing", False, "overview", 2),
        ("overview", True, "overview", 0),
        ("industry/section", True, "industry", 1),
    ],
)
def test_a_slide_is_dragged(desk: Desk, onto: str, below: bool, theme: str, place: int) -> None:
    drop(desk, START, onto, below=below)
    found = desk.store.deck.theme(theme)
    assert found is not None
    assert found.slides.index(f"{theme}/cluster-targets") == place
    assert desk.session.slide == f"{theme}/cluster-targets"
    desk.session.undo()
    assert START in desk.store.deck.order
    assert desk.session.slide == START
    assert not desk.session.work.unsaved


def test_a_theme_is_dragged(desk: Desk) -> None:
    drop(desk, "livelihood", "overview", below=False)
    assert desk.store.deck.briefing.themes.index("livelihood") == 1
    desk.session.undo()
    assert not desk.session.work.unsaved


def test_a_slide_is_doubled_and_deleted(desk: Desk) -> None:
    desk.window.actions_bar.duplicate.trigger()
    assert desk.session.slide == f"{START}-2"
    assert desk.code.text == desk.said(FILE)
    desk.window.actions_bar.delete.trigger()
    assert f"{START}-2" not in desk.store.deck.order
    assert desk.session.slide in desk.store.deck.order
    assert not desk.session.work.unsaved
    desk.session.undo()
    desk.session.save()
    assert Path(desk.folder, f"{START}-2.yaml").exists()


def test_an_edit_made_elsewhere_is_never_overwritten(qtbot: QtBot, desk: Desk) -> None:
    desk.session.begin()
    qtbot.waitUntil(lambda: not desk.store.deck.pending and not desk.session.following.background.busy)
    desk.type(TITLE, "我的")
    other = desk.said(FILE).replace(TITLE, "别人的")
    with qtbot.waitSignal(desk.session.clashes.found):
        Path(desk.folder, FILE).write_text(other, "utf-8")
    assert FILE in desk.window.bar.words
    assert not desk.session.save()
    assert desk.said(FILE) == other
    desk.session.clashes.take_theirs(FILE)
    assert "别人的" in desk.code.text
    desk.session.undo()
    assert "我的" in desk.code.text
    desk.session.clashes.keep_mine(FILE)
    assert desk.session.save()
    assert "我的" in desk.said(FILE)


def test_a_file_without_edits_follows_the_disk(qtbot: QtBot, desk: Desk) -> None:
    desk.session.begin()
    qtbot.waitUntil(lambda: not desk.store.deck.pending and not desk.session.following.background.busy)
    Path(desk.folder, FILE).write_text(desk.said(FILE).replace(TITLE, "别人的"), "utf-8")
    qtbot.waitUntil(lambda: "别人的" in desk.code.text)
    assert desk.window.bar.words == ""
    assert not desk.session.work.unsaved


def test_what_was_not_saved_comes_back_after_a_crash(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.type(TITLE, "没有保存的")
    qtbot.waitUntil((tmp_path / "state" / "drafts.json").exists)
    again = Desk(desk.folder, tmp_path / "state")
    qtbot.addWidget(again.window, before_close_func=leave)
    again.window.offer_drafts()
    assert "1" in again.window.bar.words
    again.session.restore(again.session.drafting.left())
    assert "没有保存的" in again.code.text
    again.read()
    assert title(again).startswith("没有保存的")
    again.session.save()
    again.session.end()
    assert "没有保存的" in desk.said(FILE)
    assert not (tmp_path / "state" / "drafts.json").exists()


@pytest.mark.parametrize(
    ("choice", "closed", "saved"), [("SAVE", True, True), ("DISCARD", True, False), ("CANCEL", False, False)]
)
def test_closing_asks_where_something_is_unsaved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, choice: str, closed: bool, saved: bool
) -> None:
    words = getattr(wording, choice).zh

    def press(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == words).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    untouched = QCloseEvent()
    desk.window.closeEvent(untouched)
    assert untouched.isAccepted()
    desk.type(TITLE, "新的")
    event = QCloseEvent()
    desk.window.closeEvent(event)
    assert event.isAccepted() == closed
    assert ("新的" in desk.said(FILE)) == saved


def test_the_preview_is_in_the_shape_and_languages_chosen(desk: Desk) -> None:
    view = desk.window.preview
    view.shapes.setCurrentIndex(1)
    view.shapes.activated.emit(1)
    fitted = view.view.fitted()
    assert fitted is not None
    assert fitted.canvas == TALL
    view.languages.setCurrentIndex(2)
    view.languages.activated.emit(2)
    both = view.view.fitted()
    assert both is not None
    assert both.languages == ("zh", "en")


def test_step_and_outline_stay_while_somebody_types(qtbot: QtBot, desk: Desk) -> None:
    preview = desk.window.preview
    preview.grab()
    preview._back.click()
    preview._back.click()
    desk.code.to(desk.code.text.index("软件信息服务业"))
    assert (preview.view._element, preview.view._step) == ("points", 0)
    desk.type("软件信息服务业", "软件和信息服务业")
    desk.read()
    assert (preview.view._element, preview.view._step) == ("points", 0)
    desk.session.go("overview/standing")
    assert (preview.view._element, preview.view._step) == ("", None)


def test_a_file_that_is_no_text_is_shown_and_not_touched(desk: Desk) -> None:
    Path(desk.folder, FILE).write_bytes("标题".encode("gbk"))
    desk.session.go(START)
    assert desk.code.isReadOnly()
    assert desk.code.text == wording.NOT_TEXT.zh


def test_line_ends_of_windows_stay(qtbot: QtBot, desk: Desk) -> None:
    data = desk.said("overview/standing.yaml").replace("\n", "\r\n").encode()
    Path(desk.folder, "overview/standing.yaml").write_bytes(b"\xef\xbb\xbf" + data)
    desk.session.go("overview/standing")
    old = desk.store.deck.slides["overview/standing"].title.pick("zh")[1]
    desk.type(old, "新标题")
    desk.session.save()
    written = Path(desk.folder, "overview/standing.yaml").read_bytes()
    assert written == b"\xef\xbb\xbf" + data.replace(old.encode(), "新标题".encode())


def test_keys_indent_and_begin_lines_as_yaml_has_them(qtbot: QtBot, desk: Desk) -> None:
    desk.code.to(desk.code.text.index("chart:") + len("chart:"))
    qtbot.keyClick(desk.code, Qt.Key.Key_Return)
    assert "chart:\n  \n  type: bar" in desk.code.text
    qtbot.keyClick(desk.code, Qt.Key.Key_Tab)
    assert "chart:\n    \n  type: bar" in desk.code.text


def test_the_deck_s_folder_may_be_gone_when_it_is_saved(desk: Desk) -> None:
    desk.type(TITLE, "新的")
    shutil.rmtree(desk.folder)
    assert not desk.session.save()
    assert desk.window.bar.words
    assert "新的" in desk.code.text
