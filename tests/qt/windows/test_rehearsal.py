"""A rehearsal with its report: times against budgets, written into the files on request and taken back."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from jn_presenter.load import load_deck, reload
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.look import ACCENT, GROUND
from jn_presenter.qt.windows.console.rehearsal import Rehearsal
from jn_presenter.qt.windows.console.times import ROW
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = ("one/a", "one/b", "one/c")
SLIDE = "layout: points # of our own\r\ntitle: {name}\r\nminutes: {minutes}\r\npoints: [x, y]\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "briefing.yaml": "title: T\nlanguages: [zh, en]\nstyles: [night]\nthemes: [one]\n",
        "one/theme.yaml": "title: One\nslides: [a, b, c]\n",
    }
    files |= {f"{name}.yaml": SLIDE.format(name=name.upper(), minutes=1) for name in NAMES}
    for name, words in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(words.encode())
    return tmp_path


def said(folder: Path) -> list[str]:
    """The minutes of the three slides, by their files."""
    files = [(folder / f"{name}.yaml").read_bytes().decode() for name in NAMES]
    return [words.partition("minutes: ")[2].partition("\r\n")[0] for words in files]


def rehearsed(
    rig: Make, console: Open, qtbot: QtBot, folder: Path, language: str = "en"
) -> tuple[Rig, Rehearsal, Console]:
    """Slide a for 30 s, b for 60 s, c for 95 s."""
    found = load_deck(folder)
    here = rig(found.deck, animate=False)
    here.store.loaded = found
    made = console(here, language)
    made.installEventFilter(here.keys)
    made.catch_up()
    qtbot.keyClick(made, Key.Key_R, CONTROL)
    for seconds, name in ((30, "one/b"), (60, "one/c"), (95, "")):
        here.time.ms += seconds * 1000.0
        if name:
            here.store.dispatch("jump", slide=name)
    qtbot.keyClick(made, Key.Key_R, CONTROL)
    return here, made.overlays.rehearsal, made


def press(report: Rehearsal, qtbot: QtBot, key: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(report, key, modifier or Qt.KeyboardModifier.NoModifier)


def done(report: Rehearsal, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not report._writing.busy and not report._undoing.busy)


def read_again(here: Rig, folder: Path) -> None:
    """As the watch of files does."""
    here.store.take(reload(here.store.loaded, [str(folder / f"{name}.yaml") for name in NAMES]))


def test_the_report_tells_each_slides_time_against_its_budget_and_all_together(
    rig: Make, console: Open, qtbot: QtBot, folder: Path
) -> None:
    _, report, made = rehearsed(rig, console, qtbot, folder)
    assert made.focusWidget() is report
    told = [(one.number, one.title, one.took, one.planned, one.over.text) for one in report.times.lines]
    assert told == [
        ("1", "ONE/A", "0:30", "1:00", "−0:30"),
        ("2", "ONE/B", "1:00", "1:00", "0:00"),
        ("3", "ONE/C", "1:35", "1:00", "+0:35"),
    ]
    assert [(one.minutes, one.chosen, one.differs) for one in report.times.lines] == [
        ("1 → 0.5", True, True),
        ("1", False, False),
        ("1 → 1.5", True, True),
    ]
    assert report.total.text == "Rehearsal   3 slides, 3:05 in all, 3:00 planned   +0:05"
    assert report.write.text() == "Write 2 slides"


def test_ticked_slides_are_written_and_not_a_byte_beside_and_undo_takes_it_back(
    rig: Make, console: Open, qtbot: QtBot, folder: Path
) -> None:
    here, report, _ = rehearsed(rig, console, qtbot, folder)
    before = {name: (folder / f"{name}.yaml").read_bytes() for name in NAMES}
    press(report, qtbot, Key.Key_Space)
    assert report.write.text() == "Write 1 slide"
    press(report, qtbot, Key.Key_Return, CONTROL)
    done(report, qtbot)
    assert said(folder) == ["1", "1", "1.5"]
    assert (folder / "one/c.yaml").read_bytes() == before["one/c"].replace(b"minutes: 1\r", b"minutes: 1.5\r")
    assert report.told.text == "Minutes of 1 slide written"
    read_again(here, folder)
    assert here.store.deck.slides["one/c"].minutes == Decimal("1.5")
    assert (report.times.lines[2].minutes, report.times.lines[2].over.text) == ("1.5", "+0:05")
    press(report, qtbot, Key.Key_Z, CONTROL)
    done(report, qtbot)
    assert {name: (folder / f"{name}.yaml").read_bytes() for name in NAMES} == before
    assert report.told.text == "1 slide as it was"
    assert not report.undo.isVisible()


def test_a_file_changed_meanwhile_is_left_alone_and_said_and_the_others_are_written(
    rig: Make, console: Open, qtbot: QtBot, folder: Path
) -> None:
    _, report, _ = rehearsed(rig, console, qtbot, folder, "zh")
    changed = (folder / "one/a.yaml").read_bytes() + b"# now\r\n"
    (folder / "one/a.yaml").write_bytes(changed)
    qtbot.mouseClick(report.write, LEFT)
    done(report, qtbot)
    assert said(folder) == ["1", "1", "1.5"]
    assert (folder / "one/a.yaml").read_bytes() == changed
    assert report.told.text == "one/a：文件刚被改动，没有写入；载入后请再试；已写入 1 页的 minutes"


def test_lines_are_ticked_by_a_press_or_all_at_once(rig: Make, console: Open, qtbot: QtBot, folder: Path) -> None:
    _, report, _ = rehearsed(rig, console, qtbot, folder)
    third = QPoint(200, 2 * ROW * report.look.unit + 9)
    qtbot.mouseClick(report.times, LEFT, pos=third)
    assert [one.chosen for one in report.times.lines] == [True, False, False]
    assert report.times.row == 2
    press(report, qtbot, Key.Key_A, CONTROL)
    assert [one.chosen for one in report.times.lines] == [True, False, True]
    press(report, qtbot, Key.Key_A, CONTROL)
    assert [one.chosen for one in report.times.lines] == [False, False, False]
    assert not report.write.isVisible()
    press(report, qtbot, Key.Key_Return, CONTROL)
    assert not report._writing.busy
    assert said(folder) == ["1", "1", "1"]


def test_next_behind_the_last_step_brings_the_report(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/one", 0)), animate=False)
    made = console(here)
    made.installEventFilter(here.keys)
    qtbot.keyClick(made, Key.Key_Right)
    assert here.store.state.overlay == ""
    qtbot.keyClick(made, Key.Key_R, CONTROL)
    made.catch_up()
    assert "Rehearsal" in [badge.text for badge in made.current.badges]
    here.time.ms += 9000.0
    qtbot.keyClick(made, Key.Key_Right)
    assert (here.store.state.overlay, here.store.state.rehearsing) == ("rehearsal", False)
    assert [one.took for one in made.overlays.rehearsal.times.lines] == ["0:09"]


def test_escape_and_a_press_beside_it_put_it_away_and_the_show_hears_no_key(
    rig: Make, console: Open, qtbot: QtBot, folder: Path
) -> None:
    here, report, made = rehearsed(rig, console, qtbot, folder)
    shown = here.store.state.shown
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Home, Key.Key_B, Key.Key_1):
        press(report, qtbot, key)
    assert (here.store.state.shown, here.store.state.blank) == (shown, "none")
    press(report, qtbot, Key.Key_Escape)
    assert (here.store.state.overlay, report.isVisible(), here.store.state.blank) == ("", False, "none")
    here.store.dispatch("rehearsal-report")
    assert report.isVisible()
    qtbot.mouseClick(report, LEFT, pos=QPoint(3, 3))
    assert not report.isVisible()
    assert made.isVisible()


def test_the_audience_sees_nothing_of_it(rig: Make, console: Open, qtbot: QtBot, folder: Path) -> None:
    here, report, _ = rehearsed(rig, console, qtbot, folder)
    before = here.audience.grab().toImage()
    press(report, qtbot, Key.Key_Space)
    press(report, qtbot, Key.Key_Return, CONTROL)
    done(report, qtbot)
    assert here.audience.grab().toImage() == before
    press(report, qtbot, Key.Key_Escape)
    assert here.audience.grab().toImage() == before


def colours(report: Rehearsal) -> set[str]:
    """The colours within the box of the first line."""
    unit = report.times.look.unit
    image = report.times.grab(QRect(2 * unit, 2 * unit, unit, unit)).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_box_is_full_with_a_tick_in_it_or_empty(rig: Make, console: Open, qtbot: QtBot, folder: Path) -> None:
    _, report, _ = rehearsed(rig, console, qtbot, folder)
    assert {ACCENT, GROUND} < colours(report)
    press(report, qtbot, Key.Key_Space)
    assert colours(report) == {GROUND}
