"""Chinese is composed before it is typed: what is not chosen yet is seen in the text, and is no edit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.qt.windows.editor.conftest import START, Desk


def compose(desk: Desk, words: str, chosen: str = "") -> None:
    event = QInputMethodEvent(words, [])
    event.setCommitString(chosen)
    QApplication.sendEvent(desk.code, event)


def composed(desk: Desk) -> str:
    return desk.code.textCursor().block().layout().preeditAreaText()


def colours(desk: Desk) -> list[str]:
    """The colours of the line that the cursor is in, from left to right; what is composed has none of its own."""
    layout = desk.code.textCursor().block().layout()
    brushes = [one.format.foreground() for one in sorted(layout.formats(), key=lambda one: one.start)]
    return [brush.color().name() for brush in brushes if brush.style() != Qt.BrushStyle.NoBrush]


def test_what_is_composed_is_seen_and_becomes_an_edit_when_it_is_chosen(desk: Desk) -> None:
    before = desk.code.text
    desk.code.to(before.index("软件业领衔"))
    marked = colours(desk)
    assert len(set(marked)) > 1
    for words in ("z", "zh", "zhong", "中国"):
        compose(desk, words)
        assert composed(desk) == words
        assert colours(desk) == marked
    assert desk.code.text == before
    assert not desk.session.work.unsaved
    assert desk.window.completing.list.isHidden()
    compose(desk, "", "中国")
    assert composed(desk) == ""
    assert desk.code.text == before.replace("软件业领衔", "中国软件业领衔")
    assert colours(desk) == marked
    desk.session.undo()
    assert desk.code.text == before
    assert not desk.session.work.unsaved


def test_what_is_composed_and_given_up_leaves_nothing(desk: Desk) -> None:
    before = desk.code.text
    desk.code.to(before.index("软件业领衔"))
    compose(desk, "zhongguo")
    compose(desk, "")
    assert composed(desk) == ""
    assert desk.code.text == before
    assert f"{START}.yaml" not in desk.session.work.unsaved
