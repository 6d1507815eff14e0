"""The time's panel over the console: chosen by keys, mouse and touch, and the place in the show stays."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.areas import FINGER
from jn_presenter.qt.windows.console.schedule import Schedule
from jn_presenter.qt.windows.console.scheduling import places
from jn_presenter.show.pace import MINUTE_MS
from jn_presenter.show.state import Place
from jn_presenter.show.travel import choice
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
LEFT = Qt.MouseButton.LeftButton
PLAIN = deck(
    points_slide("a/one", 2, minutes=Decimal(5), depth="core"),
    points_slide("a/two", 0, minutes=Decimal(4)),
    points_slide("a/three", 0, minutes=Decimal(3), depth="extra"),
)
DECK = structs.replace(PLAIN, briefing=structs.replace(PLAIN.briefing, versions=(Decimal(9),)))


@pytest.fixture
def show(rig: Make, console: Open) -> tuple[Rig, Console, Schedule]:
    """At 14:05, two steps on."""
    here = rig(DECK, animate=False)
    made = console(here)
    made.installEventFilter(here.keys)
    here.store.dispatch("next")
    here.store.dispatch("time")
    return here, made, made.overlays.schedule


def told(schedule: Schedule) -> list[tuple[str, str]]:
    return [(row.text(), row.detail) for row in schedule.rows]


def keys(qtbot: QtBot, schedule: Schedule, *pressed: str | Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(schedule, key)


def test_each_choice_says_how_many_slides_and_minutes_it_gives_and_when_it_ends(
    show: tuple[Rig, Console, Schedule],
) -> None:
    _, _, schedule = show
    assert told(schedule) == [
        ("Everything", "3 slides · 12 min · ends 14:17"),
        ("9-minute version", "2 slides · 9 min · ends 14:14"),
        ("Type minutes or a time, as 25 or 15:30", ""),
    ]
    assert [row.present for row in schedule.rows] == [True, False, False]
    assert schedule.row == 0


def test_a_version_is_taken_by_arrow_and_enter_and_the_place_stays(
    show: tuple[Rig, Console, Schedule], qtbot: QtBot
) -> None:
    here, made, schedule = show
    keys(qtbot, schedule, Qt.Key.Key_Down, Qt.Key.Key_Return)
    state = here.store.state
    assert (state.minutes, state.overlay, state.at) == (Decimal(9), "", Place("a/one", 1))
    assert len(choice(state, DECK).slides) == 2
    made.catch_up()
    assert made.clocks.plan.plan.first.text == "9 min · ends 14:14"
    assert not schedule.isVisible()


def test_minutes_are_typed(show: tuple[Rig, Console, Schedule], qtbot: QtBot) -> None:
    here, _, schedule = show
    keys(qtbot, schedule, "7", "9", Qt.Key.Key_Backspace)
    assert told(schedule)[-1] == ("7 minutes", "1 slide · 5 min · ends 14:12")
    assert schedule.row == 2
    keys(qtbot, schedule, Qt.Key.Key_Enter)
    assert here.store.state.minutes == 7


def test_a_time_to_end_is_typed_and_one_that_is_over_is_not_taken(
    show: tuple[Rig, Console, Schedule], qtbot: QtBot
) -> None:
    here, _, schedule = show
    keys(qtbot, schedule, *"13:59", Qt.Key.Key_Return)
    assert told(schedule)[-1] == ("13:59", "that time is over")
    assert here.store.state.overlay == "time"
    keys(qtbot, schedule, *[Qt.Key.Key_Backspace] * 5, *"14:30")
    assert told(schedule)[-1][0] == "over by 14:30"
    keys(qtbot, schedule, Qt.Key.Key_Return)
    state = here.store.state
    assert state.until_ms == here.time.ms + 25 * MINUTE_MS
    assert state.at == Place("a/one", 1)


def test_opened_again_it_stands_at_what_holds_now(show: tuple[Rig, Console, Schedule], qtbot: QtBot) -> None:
    here, _, schedule = show
    keys(qtbot, schedule, *"14:30", Qt.Key.Key_Return)
    here.store.dispatch("time")
    assert schedule.row == 2
    assert schedule.typed == "14:30"
    assert [row.present for row in schedule.rows] == [False, False, True]
    keys(qtbot, schedule, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert (here.store.state.minutes, here.store.state.until_ms) == (None, None)


def test_interpreting_changes_at_once_and_every_choice_says_what_it_gives_then(
    show: tuple[Rig, Console, Schedule], qtbot: QtBot
) -> None:
    here, _, schedule = show
    keys(qtbot, schedule, Qt.Key.Key_Right)
    assert here.store.state.interpreting == "consecutive"
    assert told(schedule)[0] == ("Everything", "3 slides · 21.6 min · ends 14:27")
    assert [button.lit for button in schedule.ways] == [False, True, False]
    keys(qtbot, schedule, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert here.store.state.interpreting == "simultaneous"
    assert here.store.state.overlay == "time"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_M])
def test_escape_and_its_own_key_put_it_away(show: tuple[Rig, Console, Schedule], qtbot: QtBot, key: Qt.Key) -> None:
    here, made, schedule = show
    keys(qtbot, schedule, "5", key)
    assert here.store.state.overlay == ""
    assert here.store.state.minutes is None
    assert made.hasFocus() or not made.isActiveWindow()


def test_a_hand_without_a_keyboard_can_do_all_of_it(show: tuple[Rig, Console, Schedule], qtbot: QtBot) -> None:
    here, _, schedule = show
    qtbot.mouseClick(schedule.ways[1], LEFT)
    assert here.store.state.interpreting == "consecutive"
    pad = {button.text(): button for button in schedule.pad}
    for sign in ("1", "4", ":", "4", "⌫", "3", "0"):
        assert min(pad[sign].width(), pad[sign].height()) >= 40
        qtbot.mouseClick(pad[sign], LEFT)
    assert schedule.typed == "14:30"
    qtbot.mouseClick(schedule.rows[2], LEFT)
    assert here.store.state.until_ms == here.time.ms + 25 * MINUTE_MS
    here.store.dispatch("time")
    qtbot.mouseClick(schedule.rows[1], LEFT)
    assert here.store.state.minutes == 9
    here.store.dispatch("time")
    qtbot.mouseClick(schedule, LEFT, pos=QPoint(5, 5))
    assert here.store.state.overlay == ""


def test_a_hand_begins_and_ends_a_rehearsal_here_and_opens_its_report_again(
    show: tuple[Rig, Console, Schedule], qtbot: QtBot
) -> None:
    here, made, schedule = show
    assert (schedule.rehearse.text(), schedule.rehearse.key) == ("Begin a rehearsal", "Ctrl+R")
    assert not schedule.report.isVisible()
    qtbot.mouseClick(schedule.rehearse, LEFT)
    assert (here.store.state.rehearsing, here.store.state.overlay) == (True, "")
    here.time.ms += 9000
    here.store.dispatch("time")
    assert (schedule.rehearse.text(), schedule.rehearse.lit) == ("End the rehearsal", True)
    qtbot.mouseClick(schedule.rehearse, LEFT)
    assert (here.store.state.rehearsing, here.store.state.overlay) == (False, "rehearsal")
    here.store.dispatch("overlay-none")
    here.store.dispatch("time")
    qtbot.mouseClick(schedule.report, LEFT)
    assert here.store.state.overlay == "rehearsal"
    assert [line.took for line in made.overlays.rehearsal.times.lines] == ["0:09"]


def test_digits_are_not_the_shows_keys_while_it_is_open(show: tuple[Rig, Console, Schedule], qtbot: QtBot) -> None:
    here, _, schedule = show
    keys(qtbot, schedule, "1", Qt.Key.Key_Space, Qt.Key.Key_B)
    assert (here.store.state.at, here.store.state.blank) == (Place("a/one", 1), "none")


@pytest.mark.parametrize("size", [(1366, 768), (3840, 2160), (1080, 1920), (640, 360), (455, 256), (360, 640)])
@pytest.mark.parametrize("rows", [2, 5, 8])
def test_nothing_of_it_overlaps_or_leaves_the_window(size: tuple[int, int], rows: int) -> None:
    unit = max(6, round(8 * min(size) / 768))
    made = places(*size, unit, rows)
    parts = [*made.rows, *made.pad, *made.ways, *made.rehearsal]
    assert len(made.rehearsal) == (2 if min(size) >= 768 else len(made.rehearsal))
    assert all(part.height() >= FINGER for part in made.rehearsal)
    for k, part in enumerate(parts):
        assert made.panel.contains(part)
        assert not any(part.intersects(other) for other in parts[k + 1 :])
    assert made.panel.x() >= 0
    assert made.panel.y() >= 0
    assert made.panel.right() < size[0]
    assert made.panel.bottom() < size[1]
