"""What somebody does in the form, and what becomes of it in the file, in the preview and in the history."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.editor import form_words
from jn_presenter.qt.windows.editor.form import FormPane
from jn_presenter.qt.windows.editor.form_inputs import Line, Words
from jn_presenter.qt.windows.editor.form_table import Cells, table_in
from tests.qt.windows.editor.conftest import START, Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
FILE = f"{START}.yaml"
TITLE = "软件业领衔，冲刺<target-software>产业集群"
TABLE = """\
layout: chart-full
title:
  zh: 表
  en: Table
chart:
  type: bar
  data:{data}
  sample: true
"""
ROWS = """
    type: inline
    columns: [年份, 值]
    rows:
      - [2019, 81]   # 一
      - [2020, null]
      - [2021, 64]"""


@pytest.fixture
def form(desk: Desk) -> FormPane:
    desk.window.show()
    desk.window.tabs.setCurrentWidget(desk.window.form)
    return desk.window.form


def inputs(form: FormPane) -> list[Words | Line]:
    return [one for one in form.widget().findChildren(QWidget) if isinstance(one, Words | Line)]


def place(form: FormPane, path: str) -> Words | Line:
    return next(one for one in inputs(form) if one.field.path == path)


def words(form: FormPane, path: str) -> Words:
    found = place(form, path)
    assert isinstance(found, Words)
    return found


def line(form: FormPane, path: str) -> Line:
    found = place(form, path)
    assert isinstance(found, Line)
    return found


def labels(form: FormPane, name: str) -> list[str]:
    return [one.text() for one in form.widget().findChildren(QLabel, name) if not one.isHidden()]


def cells(form: FormPane) -> Cells:
    found = form.widget().findChild(Cells)
    assert isinstance(found, Cells)
    return found


def with_slide(desk: Desk, text: str) -> None:
    Path(desk.folder, FILE).write_text(text, "utf-8")
    desk.session.go(START)
    desk.window.form.refresh()


def unsaved(desk: Desk, file: str = FILE) -> str:
    return (desk.session.work.read(file) or b"").decode()


def test_what_is_typed_is_in_the_file_the_code_and_the_preview_at_its_own_characters(
    qtbot: QtBot, desk: Desk, form: FormPane
) -> None:
    before = unsaved(desk)
    title = words(form, "title.zh")
    assert title.words == TITLE
    assert "2000亿级" in title.toolTip()
    assert line(form, "minutes").toolTip() == ""
    title.setFocus()
    title.moveCursor(title.textCursor().MoveOperation.End)
    qtbot.keyClicks(title, "!: x")
    assert unsaved(desk) == before.replace(f"zh: {TITLE}", f'zh: "{TITLE}!: x"')
    assert desk.code.text == unsaved(desk)
    qtbot.waitUntil(lambda: desk.store.deck.slides[START].title.pick("zh")[1].endswith("!: x"))
    assert title is place(form, "title.zh")
    assert desk.said(FILE) == before


def test_typing_in_one_field_is_undone_in_one_and_in_another_alone(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    before = unsaved(desk)
    title, point = words(form, "title.zh"), words(form, "points.1.zh")
    for one in (title, point):
        one.setFocus()
        one.moveCursor(one.textCursor().MoveOperation.Start)
        qtbot.keyClicks(one, "ab")
    assert point.words.startswith("ab")
    qtbot.keyClick(point, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not point.words.startswith("ab")
    assert title.words.startswith("ab")
    qtbot.keyClick(point, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.words == TITLE
    assert unsaved(desk) == before
    qtbot.keyClick(point, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert title.words.startswith("ab")
    line(form, "minutes").setFocus()
    qtbot.keyClicks(line(form, "minutes"), "5")
    qtbot.keyClick(line(form, "minutes"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line(form, "minutes").text() == "1.25"
    assert title.words.startswith("ab")


def test_a_number_that_is_none_is_not_taken_and_it_is_said_why(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    minutes = line(form, "minutes")
    minutes.selectAll()
    qtbot.keyClicks(minutes, "2x")
    assert minutes.text() == "2x"
    assert "minutes: 2\n" in unsaved(desk)
    assert len(labels(form, "refused")) == 1
    qtbot.keyClick(minutes, Qt.Key.Key_Backspace)
    assert labels(form, "refused") == []
    qtbot.keyClicks(minutes, ".75")
    assert "minutes: 2.75\n" in unsaved(desk)
    assert minutes.text() == "2.75"


def test_what_was_just_typed_stays_as_it_was_typed(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    notes, minutes = words(form, "notes.zh"), line(form, "minutes")
    notes.moveCursor(notes.textCursor().MoveOperation.End)
    qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert notes.words.endswith("\n")
    qtbot.keyClick(notes, Qt.Key.Key_Left)
    qtbot.keyClicks(notes, "b")
    assert notes.words.endswith("b\n")
    minutes.selectAll()
    composed = QInputMethodEvent()
    composed.setCommitString("２")
    QGuiApplication.sendEvent(minutes, composed)
    assert "minutes: 2\n" in unsaved(desk)
    assert minutes.text() == "２"
    qtbot.keyClicks(minutes, "x")
    qtbot.keyClicks(notes, "c")
    assert minutes.text() == "２x"
    desk.session.undo()
    desk.session.undo()
    assert minutes.text() == "1.25"


def test_a_text_that_grows_over_its_room_is_told_how_long_it_should_be(
    qtbot: QtBot, desk: Desk, form: FormPane
) -> None:
    point = words(form, "points.3.en")
    assert not [one for one in labels(form, "quiet") if "建议不超过" in one]
    qtbot.keyClicks(point, "x" * 200)
    long = [one for one in labels(form, "quiet") if "建议不超过" in one]
    assert len(long) == 1
    assert str(point.field.room) in long[0]
    desk.session.undo()
    assert not [one for one in labels(form, "quiet") if "建议不超过" in one]


def test_a_field_outlines_its_element_and_a_click_on_one_leads_to_its_field(desk: Desk, form: FormPane) -> None:
    view = desk.window.preview.view
    words(form, "points.2.en").setFocus()
    assert view._element == "points"
    assert desk.code.text[desk.code.offset :].startswith('"Vehicles')
    desk.window.preview.pointed.emit("title")
    assert words(form, "title.zh").hasFocus()
    assert view._element == "title"
    desk.window.preview.pointed.emit("chart")
    focused = desk.window.focusWidget()
    assert isinstance(focused, Line)
    assert (focused.field.file, focused.text()) == ("facts.yaml", "2000")
    assert view._element == "chart"
    next(one for one in inputs(form) if isinstance(one, Line) and one.text() == "1000").setFocus()
    assert view._element == "points"
    desk.window.tabs.setCurrentWidget(desk.code)
    desk.window.preview.pointed.emit("points")
    assert desk.code.hasFocus()


def test_a_fact_is_changed_in_its_one_home_for_all_slides(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    before = unsaved(desk, "facts.yaml")
    assert any("2000亿级" in one for one in labels(form, "quiet"))
    assert set(labels(form, "target")) == {form_words.KINDS["target"].zh}
    figure = next(
        one for one in inputs(form) if isinstance(one, Line) and one.field.file == "facts.yaml" and one.text() == "2000"
    )
    figure.selectAll()
    qtbot.keyClicks(figure, "2500")
    qtbot.waitUntil(lambda: desk.store.deck.facts.facts["target-software"].value == 2500)
    assert any("2500亿级" in one for one in labels(form, "quiet"))
    assert len(unsaved(desk, "facts.yaml")) == len(before)
    desk.session.undo()
    assert unsaved(desk, "facts.yaml") == before
    assert figure.text() == "2000"


def test_it_is_said_which_other_slides_show_a_fact(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    desk.session.go("overview/standing")
    title = "从1992年6月起步"
    qtbot.waitUntil(lambda: any(title in one for one in labels(form, "quiet")))


def test_a_broken_file_says_where_and_leads_to_the_code(desk: Desk, form: FormPane) -> None:
    with_slide(desk, "layout: points\ntitle: [\n")
    assert FILE in labels(form, "heading")[0]
    assert inputs(form) == []
    button = form.widget().findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert desk.window.tabs.currentWidget() is desk.code
    assert desk.code.textCursor().blockNumber() >= 1
    desk.window.tabs.setCurrentWidget(form)
    desk.code.setPlainText("layout: points\ntitle: 好了\npoints: [一, 二]\n")
    assert words(form, "title").words == "好了"


def test_a_text_gets_its_words_in_another_language(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    with_slide(desk, "layout: points\ntitle:\n  zh: 好\npoints: [一, 二]\n")
    english = words(form, "title.en")
    assert english.words == ""
    qtbot.keyClicks(english, "Good: yes")
    assert unsaved(desk) == 'layout: points\ntitle:\n  zh: 好\n  en: "Good: yes"\npoints: [一, 二]\n'
    assert words(form, "title.en") is english
    assert english.words == "Good: yes"


def test_cells_are_typed_pasted_copied_and_emptied(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    text = TABLE.format(data=ROWS)
    with_slide(desk, text)
    table = cells(form)
    model = table.cells
    assert model.setData(model.index(0, 1), "９０")
    assert unsaved(desk) == text.replace("81", "９０")
    QGuiApplication.clipboard().setText('2030\t1,5\r\n2031\t"7\n8"\r\n')
    table.setCurrentIndex(model.index(1, 0))
    with qtbot.assertNotEmitted(table.cut_off):
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert '- [2030, "1,5"]\n      - [2031, "7\\n8"]\n' in unsaved(desk)
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2019\t９０\n2030\t1,5\n2031\t7\n8"
    desk.session.undo()
    assert "[2020, null]" in unsaved(desk)
    table.clearSelection()
    table.setCurrentIndex(model.index(2, 1))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "- [2021, null]\n" in unsaved(desk)
    assert table is cells(form)
    QGuiApplication.clipboard().setText("1\t2\t3")
    with qtbot.waitSignal(table.cut_off):
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.statusBar().currentMessage() == form_words.TOO_WIDE.zh
    QGuiApplication.clipboard().clear()


def test_a_csv_file_is_edited_in_the_table_and_seen_before_it_is_saved(
    qtbot: QtBot, desk: Desk, form: FormPane
) -> None:
    desk.session.begin()
    qtbot.waitUntil(lambda: not desk.store.deck.pending and not desk.session.following.background.busy)
    data = Path(desk.folder, "data/a.csv")
    data.parent.mkdir(exist_ok=True)
    data.write_bytes("年份,值\r\n甲,1\r\n乙,2\r\n".encode("gb18030"))
    with_slide(desk, "layout: points\n")
    desk.code.setPlainText(TABLE.format(data=" data/a.csv"))
    desk.read()

    def seen(figure: str) -> bool:
        columns = [snapshot.column("值") for snapshot in desk.store.snapshots.values()]
        return any(column is not None and figure in map(str, column.cells) for column in columns)

    qtbot.waitUntil(lambda: seen("2"))
    qtbot.waitUntil(lambda: not desk.session.feeds.busy)
    table = cells(form)
    assert table.cells.setData(table.cells.index(1, 1), "35")
    assert desk.session.work.read("data/a.csv") == "年份,值\r\n甲,1\r\n乙,35\r\n".encode("gb18030")
    assert data.read_bytes() == "年份,值\r\n甲,1\r\n乙,2\r\n".encode("gb18030")

    qtbot.waitUntil(lambda: seen("35"))
    for figure in ("36", "37", "35"):  # by now the watch has nothing more to tell of the new file
        qtbot.waitUntil(lambda: not desk.session.feeds.busy)
        assert table.cells.setData(table.cells.index(1, 1), figure)
        qtbot.waitUntil(lambda figure=figure: seen(figure))
    desk.session.save()
    assert data.read_bytes() == "年份,值\r\n甲,1\r\n乙,35\r\n".encode("gb18030")


def test_what_is_in_a_workbook_is_opened_where_it_belongs(
    desk: Desk, form: FormPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "jn_presenter.qt.windows.editor.form.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    for name in ("data/a.xlsx", "../a.xlsx"):
        with_slide(desk, TABLE.format(data=f" {name}"))
        button = form.widget().findChild(QPushButton)
        assert isinstance(button, QPushButton)
        button.click()
    assert opened == [str(Path(desk.folder, "data/a.xlsx"))]


def test_other_files_have_a_form_or_say_that_they_have_none(qtbot: QtBot, desk: Desk, form: FormPane) -> None:
    desk.session.look("industry/theme.yaml")
    qtbot.waitUntil(lambda: words(form, "title.zh").words == "产业地标")
    desk.session.look("facts.yaml")
    form.refresh()
    assert inputs(form) == []
    assert form_words.FACTS_FILE.zh in labels(form, "quiet")


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("1", [["1"]]),
        ("a\tb\r\nc\t\r\n", [["a", "b"], ["c", ""]]),
        ('"a\nb"\tc', [["a\nb", "c"]]),
        ('"a ""b"""\t1', [['a "b"', "1"]]),
        ('"a\tb', [['"a', "b"]]),
        ('5" pipe\t"x" y', [['5" pipe', '"x" y']]),
        ("", [[""]]),
    ],
)
def test_what_a_spreadsheet_copies_is_a_table(text: str, table: list[list[str]]) -> None:
    assert table_in(text) == table
