"""The visits over the console: listed from the files, and the show made out for the one that is taken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.visit_form import VisitForm
from jn_presenter.qt.windows.console.visit_list import ROW
from jn_presenter.qt.windows.console.visits import Visits
from jn_presenter.show.state import Place
from jn_presenter.show.travel import choice
from tests.qt.windows.conftest import Open, Rig
from tests.visited_deck import BAD, LAKE, ODD, PAST, visited

Make = Callable[..., Rig]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
Opened = tuple[Rig, Console, Visits]


@pytest.fixture
def show(rig: Make, console: Open, qtbot: QtBot, tmp_path: Path) -> Opened:
    """The list is open, and read."""
    loaded = visited(tmp_path)
    here = rig(loaded.deck, animate=False)
    here.store.loaded = loaded
    made = console(here)
    made.installEventFilter(here.keys)
    qtbot.keyClick(made, Key.Key_T)
    panel = made.overlays.visits
    qtbot.waitUntil(lambda: len(panel.lines) == 5)
    return here, made, panel


def ids(panel: Visits) -> list[str]:
    return [line.id for line in panel.lines]


def take(qtbot: QtBot, panel: Visits, name: str) -> None:
    panel.select(name)
    with qtbot.waitSignal(panel.visiting.entered):
        qtbot.keyClick(panel, Key.Key_Return)


def test_todays_visits_stand_first_and_the_first_of_them_is_chosen(show: Opened) -> None:
    here, _, panel = show
    assert ids(panel) == ["", LAKE, ODD, BAD, PAST]
    assert panel.chosen is not None
    assert panel.chosen.id == LAKE
    assert [line.heading for line in panel.lines] == ["", "Today", "", "Coming", "Past"]
    assert panel.lines[0].present
    assert here.store.state.overlay == "visits"


def test_a_line_says_name_day_minutes_and_languages(show: Opened) -> None:
    _, _, panel = show
    assert (panel.lines[1].name, panel.lines[1].about) == ("Delegation of Lakeside", "2021-06-04 · 10 min · English")
    assert "湖畔市代表团" in panel.card.text
    assert "Wang" in panel.card.text


def test_a_broken_file_is_listed_with_its_problem_and_cannot_be_taken(show: Opened, qtbot: QtBot) -> None:
    here, _, panel = show
    panel.select(BAD)
    assert panel.lines[3].tone == "red"
    assert "line 3" in panel.card.text
    assert not panel.buttons["take"].isEnabled()
    before = here.store.loaded
    qtbot.keyClick(panel, Key.Key_Return)
    assert here.store.loaded is before
    assert not panel.visiting._maker.busy


def test_enter_makes_the_show_out_and_leads_to_the_welcome_where_nothing_has_begun(show: Opened, qtbot: QtBot) -> None:
    here, _, panel = show
    take(qtbot, panel, LAKE)
    state, deck = here.store.state, here.store.deck
    assert deck.visit is not None
    assert deck.visit.id == LAKE
    assert (state.guests, state.languages, state.minutes, state.overlay) == (LAKE, ("en",), 10, "")
    assert state.shown == Place("visit/welcome")
    assert choice(state, deck).slides == ("visit/welcome", "front/cover", "shops/third", "town/first", "back/bye")


def test_in_a_running_show_the_audience_stays_where_it_is(show: Opened, qtbot: QtBot) -> None:
    here, made, panel = show
    here.store.dispatch("overlay-none")
    here.store.dispatch("next")
    here.store.dispatch("next")
    place = here.store.state.shown
    assert place == Place("town/second")
    qtbot.keyClick(made, Key.Key_T)
    take(qtbot, panel, LAKE)
    assert here.store.state.shown == place
    assert here.store.state.guests == LAKE


def test_no_visit_leads_back_to_the_briefing_as_it_was(show: Opened, qtbot: QtBot) -> None:
    here, made, panel = show
    written = here.store.deck
    take(qtbot, panel, LAKE)
    qtbot.keyClick(made, Key.Key_T)
    assert panel.lines[1].present
    take(qtbot, panel, "")
    assert here.store.deck is written
    state = here.store.state
    assert (state.guests, state.minutes, state.themes, state.hidden) == ("", None, (), frozenset())


def test_one_change_is_told_and_no_half_of_it_is_ever_seen(show: Opened, qtbot: QtBot) -> None:
    here, _, panel = show
    told: list[tuple[str, str]] = []
    here.store.changed.connect(
        lambda _old, new: told.append((new.guests, here.store.deck.visit.id if here.store.deck.visit else ""))
    )
    take(qtbot, panel, LAKE)
    assert told[0] == (LAKE, LAKE)
    assert set(told) == {(LAKE, LAKE)}


def test_a_visit_that_is_gone_is_said_and_the_show_stays(show: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    here, _, panel = show
    panel.select(LAKE)
    (tmp_path / "visits" / f"{LAKE}.yaml").unlink()
    before = here.store.loaded
    with qtbot.waitSignal(panel.visiting.refused):
        qtbot.keyClick(panel, Key.Key_Return)
    assert LAKE in panel.told
    assert panel.tone == "red"
    assert here.store.loaded is before


def test_the_last_choice_counts_and_a_deck_that_has_changed_meanwhile_is_kept(show: Opened, qtbot: QtBot) -> None:
    here, _, panel = show
    visiting = panel.visiting
    with qtbot.waitSignal(visiting.entered):
        visiting.choose(LAKE)
        visiting.choose(PAST)
        here.store.take(visited(Path(here.store.deck.folder)))
        fresh = here.store.deck
    assert here.store.deck.visit is not None
    assert here.store.deck.visit.id == PAST
    assert here.store.loaded.written is fresh


def test_a_press_chooses_and_a_second_one_takes(show: Opened, qtbot: QtBot) -> None:
    here, _, panel = show
    at = QPoint(40, round(4.5 * ROW * panel.look.unit))
    qtbot.mouseClick(panel.list, LEFT, pos=at)
    assert panel.chosen is not None
    assert panel.chosen.id == PAST
    with qtbot.waitSignal(panel.visiting.entered):
        qtbot.mouseClick(panel.list, LEFT, pos=at)
    assert here.store.state.guests == PAST


def test_esc_puts_it_away(show: Opened, qtbot: QtBot) -> None:
    here, _, panel = show
    qtbot.keyClick(panel, Key.Key_Escape)
    assert here.store.state.overlay == ""
    assert not panel.isVisible()


def form(show: Opened, qtbot: QtBot, key: Key) -> VisitForm:
    """Open the form by its key and wait until its file is read."""
    _, made, panel = show
    qtbot.keyClick(panel, key)
    found = made.overlays.visit_form
    qtbot.waitUntil(lambda: bool(found.sheet.parts))
    return found


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def typed(qtbot: QtBot, words: str) -> None:
    """Into the line that has the focus, Chinese by an input method, and on to the next."""
    if words.isascii():
        qtbot.keyClicks(focus(), words)
    else:
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(focus(), event)
    qtbot.keyClick(focus(), Key.Key_Tab)


def test_a_visit_made_in_the_form_is_in_the_list_and_can_be_shown(show: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    here, _, panel = show
    found = form(show, qtbot, Key.Key_N)
    typed(qtbot, "新港")
    typed(qtbot, "Newport t q .")
    typed(qtbot, "")
    typed(qtbot, "25")
    with qtbot.waitSignal(found.done):
        qtbot.keyClick(focus(), Key.Key_Return, CONTROL)
    assert here.store.state.overlay == "visits"
    name = "2021-06-04-newport-t-q"
    assert (tmp_path / "visits" / f"{name}.yaml").is_file()
    qtbot.waitUntil(lambda: name in ids(panel))
    assert panel.chosen is not None
    assert panel.chosen.id == name
    with qtbot.waitSignal(panel.visiting.entered):
        qtbot.keyClick(panel, Key.Key_Return)
    assert here.store.deck.visit is not None
    assert here.store.deck.visit.delegation.variants == (("zh", "新港"), ("en", "Newport t q ."))
    assert here.store.state.minutes == 25


def test_a_mistake_is_said_at_its_field_and_nothing_is_saved(show: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    here, _, _ = show
    found = form(show, qtbot, Key.Key_N)
    typed(qtbot, "新港")
    typed(qtbot, "")
    qtbot.keyClick(focus(), Key.Key_A, CONTROL)
    typed(qtbot, "tomorrow")
    qtbot.keyClick(focus(), Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: any(part.told for part in found.sheet.parts))
    told = {part.fields[0]: part.told for part in found.sheet.parts if part.told}
    assert set(told) == {"date"}
    assert "not a date" in told["date"]
    assert here.store.state.overlay == "visit-form"
    assert len(list((tmp_path / "visits").iterdir())) == 4


def test_keys_are_text_and_esc_asks_once_before_it_gives_up_what_was_typed(show: Opened, qtbot: QtBot) -> None:
    here, _, _ = show
    form(show, qtbot, Key.Key_E)
    before = here.store.state.shown
    qtbot.keyClicks(focus(), "bt ")
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert here.store.state.overlay == "visit-form"
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert here.store.state.overlay == "visits"
    assert (here.store.state.shown, here.store.state.blank) == (before, "none")


def test_what_was_typed_is_there_again_where_something_else_put_the_form_away(show: Opened, qtbot: QtBot) -> None:
    here, made, _ = show
    found = form(show, qtbot, Key.Key_N)
    typed(qtbot, "Newport")
    here.store.dispatch("overlay-none")
    assert found.sheet.parts == ()
    qtbot.keyClick(made, Key.Key_T)
    again = form(show, qtbot, Key.Key_N)
    assert again.draft.delegation.variants == (("zh", "Newport"),)
    qtbot.keyClick(focus(), Key.Key_Escape)
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert form(show, qtbot, Key.Key_N).draft == again.opened.draft


def test_a_form_left_as_it_was_goes_at_once(show: Opened, qtbot: QtBot) -> None:
    here, _, _ = show
    form(show, qtbot, Key.Key_E)
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert here.store.state.overlay == "visits"


def test_the_form_of_a_visit_says_all_of_it_and_changes_what_is_changed(
    show: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    found = form(show, qtbot, Key.Key_E)
    assert found.draft == found.opened.draft
    assert found.opened.name == LAKE
    path = tmp_path / "visits" / f"{LAKE}.yaml"
    before = path.read_text(encoding="utf-8")
    typed(qtbot, "（更名）")
    with qtbot.waitSignal(found.done):
        found.save.click()
    assert path.read_text(encoding="utf-8") == before.replace("湖畔市代表团", "（更名）湖畔市代表团")


def test_tab_goes_round_within_the_form(show: Opened, qtbot: QtBot) -> None:
    found = form(show, qtbot, Key.Key_N)
    inputs = [*found.sheet.inputs(), found.cancel, found.save]
    for _ in inputs:
        assert found.isAncestorOf(focus())
        qtbot.keyClick(focus(), Key.Key_Tab)
    assert focus() is inputs[0]


def test_a_broken_file_opens_no_form_and_says_why(show: Opened, qtbot: QtBot) -> None:
    here, made, panel = show
    panel.select(BAD)
    qtbot.keyClick(panel, Key.Key_E)
    found = made.overlays.visit_form
    qtbot.waitUntil(lambda: "mend" in found.told.text())
    assert found.sheet.parts == ()
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert here.store.state.overlay == "visits"
