"""What changed is seen before and after, by the show's own pictures; what did not is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jn_presenter.compose import FittedSlide
from jn_presenter.edit.outline import delete_slide
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.comparison import OPENED, SAVED, Comparison
from tests.qt.windows.editor.conftest import START, Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
TITLE = "软件业领衔"
COPY = f"{START}-2"


def compared(qtbot: QtBot, desk: Desk, since: int = SAVED) -> Comparison:
    desk.read()
    comparison = desk.window.comparing.window
    comparison.since.setCurrentIndex(since)
    comparison.begin()
    qtbot.waitUntil(lambda: not comparison._turn.isActive(), timeout=60_000)
    return comparison


def changed(comparison: Comparison) -> list[str]:
    return [pair.slide for pair in comparison.changed]


def picture(comparison: Comparison, fitted: FittedSlide | None) -> QImage:
    assert fitted is not None
    assert comparison._pairs is not None
    return comparison._pairs.picture(fitted, QSize(480, 270)).toImage()


def test_a_slide_that_was_edited_is_shown_before_and_after(qtbot: QtBot, desk: Desk) -> None:
    preview = desk.window.preview.view
    was = preview.picture(QSize(480, 270))
    desk.type(TITLE, "智能制造领衔")
    comparison = compared(qtbot, desk)
    assert changed(comparison) == [START]
    pair = comparison.changed[0]
    now = preview.picture(QSize(480, 270))
    assert was is not None
    assert now is not None
    assert picture(comparison, pair.before) == was.toImage()
    assert picture(comparison, pair.after) == now.toImage()
    assert comparison.list.currentItem().data(Qt.ItemDataRole.UserRole) == pair


def test_nothing_that_looks_as_before_is_said_to_have_changed(qtbot: QtBot, desk: Desk) -> None:
    desk.type("depth: core", "depth: core  # always")
    comparison = compared(qtbot, desk)
    assert changed(comparison) == []
    assert comparison.told.text() == wording.ALL_UNCHANGED.zh
    assert wording.UNCHANGED.zh in comparison.list.item(0).text()
    assert not comparison.keeping.isEnabled()
    assert not comparison.view.grab().isNull()


def test_what_was_saved_is_still_another_than_when_the_window_was_opened(qtbot: QtBot, desk: Desk) -> None:
    desk.type(TITLE, "一")
    desk.read()
    desk.session.save()
    desk.now_ms += 5000
    desk.session.go("overview/standing")
    desk.type("zh: 在<zones", "zh: 位居<zones")
    assert changed(compared(qtbot, desk)) == ["overview/standing"]
    assert changed(compared(qtbot, desk, OPENED)) == ["overview/standing", START]
    desk.session.undo()
    desk.session.undo()
    assert changed(compared(qtbot, desk, OPENED)) == []


def test_new_and_deleted_slides_are_told(qtbot: QtBot, desk: Desk) -> None:
    desk.window.actions_bar.duplicate.trigger()
    desk.session.make(delete_slide(desk.session.work.read, "overview/standing"))
    comparison = compared(qtbot, desk)
    found = {pair.slide: (pair.before is None, pair.after is None) for pair in comparison.changed}
    assert found[COPY] == (True, False)
    assert found["overview/standing"] == (False, True)
    assert comparison.list.item(comparison.list.count() - 1).text().endswith("（已删除）") or any(
        comparison.list.item(row).text().endswith("（已删除）") for row in range(comparison.list.count())
    )


def test_a_figure_changes_the_slides_that_show_it_and_no_others(qtbot: QtBot, desk: Desk) -> None:
    desk.session.look("facts.yaml")
    text = desk.code.text
    place = text.index("value:", text.index("id: target-software"))
    line = text[place : text.index("\n", place)]
    desk.type(
        text[text.index("id: target-software") : place] + line,
        text[text.index("id: target-software") : place] + "value: 3000",
    )
    comparison = compared(qtbot, desk)
    assert START in changed(comparison)
    assert "overview/standing" not in changed(comparison)


def test_pictures_of_both_states_are_written(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.type(TITLE, "智能制造领衔")
    comparison = compared(qtbot, desk)
    comparison.keep(tmp_path)
    qtbot.waitUntil(lambda: not comparison._file.isActive(), timeout=60_000)
    number = desk.store.deck.order.index(START) + 1
    names = sorted(path.name for path in tmp_path.glob("*.png"))
    assert names == [f"{number:02}-industry-cluster-targets-{state}.png" for state in ("after", "before")]
    images = [QImage(str(tmp_path / name)) for name in names]
    assert [(image.width(), image.height()) for image in images] == [(1920, 1080)] * 2
    assert images[0] != images[1]
    assert comparison.told.text() == "已存 2 张图片"


def test_a_folder_that_cannot_be_written_is_said(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.type(TITLE, "智能制造领衔")
    comparison = compared(qtbot, desk)
    comparison.keep(tmp_path / "no such folder")
    qtbot.waitUntil(lambda: not comparison._file.isActive())
    assert "写不进去" in comparison.told.text()


def test_the_line_is_dragged_and_before_is_seen_while_it_is_held(qtbot: QtBot, desk: Desk) -> None:
    desk.type(TITLE, "智能制造领衔")
    comparison = compared(qtbot, desk)
    view = comparison.view
    comparison.grab()  # everything has its place then
    pair = comparison.changed[0]
    view.show_way("line")
    frame = view.frames()[0]
    size = frame.size().toSize()
    assert comparison._pairs is not None
    before, after = (comparison._pairs.picture(one, size).toImage() for one in (pair.before, pair.after) if one)

    def seen() -> QImage:
        return view.grab().toImage().copy(frame.toRect()).convertToFormat(before.format())

    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(frame.left()) - 5, 200))
    left = frame.width() / 2
    right = seen().copy(int(left), 0, int(left), size.height())
    assert right == after.copy(int(left), 0, int(left), size.height())
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(frame.right()) + 5, 200))
    assert seen().copy(0, 0, int(left), size.height()) == before.copy(0, 0, int(left), size.height())
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(frame.left()) - 5, 200))
    view.hold(True)
    assert seen() == before
