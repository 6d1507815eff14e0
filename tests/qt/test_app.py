"""A show wired together, in process: what is read when, and what happens to it while it runs."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.load import NoSlidesError, keys, load_index
from jn_presenter.model.daytime import HOUR_MS, Daytime
from jn_presenter.model.options import PresentOptions
from jn_presenter.qt import app, screens
from jn_presenter.qt.app import Show, first_slides
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.seats import place
from jn_presenter.qt.windows.console import Console
from jn_presenter.show.keymap import DEFAULT
from jn_presenter.show.screens import ScreenInfo, identified
from jn_presenter.show.state import Place
from tests.e2e import decks

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return decks.write(tmp_path / "deck")


def break_slides(folder: Path, *names: str) -> None:
    for name in names:
        Path(folder, "a", f"{name}.yaml").write_text("layout: points\n", encoding="utf-8")


def read_first(folder: Path, **options: object) -> set[str]:
    """The slides that are read before anything is shown."""
    asked = PresentOptions(deck=str(folder), **options)  # type: ignore[arg-type]
    loaded = first_slides(load_index(folder), asked)
    return set(loaded.deck.order) - loaded.deck.pending


def test_the_first_slide_and_the_next_are_read_before_the_show(folder: Path) -> None:
    assert read_first(folder) == {"a/one", "a/two"}


def test_the_slide_to_begin_with_and_its_next_are_read(folder: Path) -> None:
    assert read_first(folder, start="a/three") == {"a/three", "a/four"}
    assert read_first(folder, start="a/four") == {"a/four"}


def test_broken_slides_at_the_beginning_are_passed(folder: Path) -> None:
    break_slides(folder, "one", "two")
    assert read_first(folder) == {"a/one", "a/two", "a/three", "a/four"}


def test_a_limit_of_minutes_needs_all_slides(folder: Path) -> None:
    assert read_first(folder, minutes=10) == {"a/one", "a/two", "a/three", "a/four"}


def test_an_end_by_the_clock_needs_all_slides(folder: Path) -> None:
    assert read_first(folder, until=Daytime(15, 30)) == {"a/one", "a/two", "a/three", "a/four"}


def test_a_deck_of_broken_slides_is_not_shown_and_says_what_is_wrong(folder: Path) -> None:
    break_slides(folder, "one", "two", "three", "four")
    with pytest.raises(NoSlidesError) as caught:
        app.run(PresentOptions(deck=str(folder)))
    assert {problem.slide for problem in caught.value.problems} == {"a/one", "a/two", "a/three", "a/four"}


@pytest.fixture
def present(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Callable[..., Show]]:
    """Starts shows that ask no desktop to stay awake, and that end without ending the tests' application."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    load_fonts()
    shows: list[Show] = []

    def make(**options: object) -> Show:
        asked = PresentOptions(deck=str(folder), **options)  # type: ignore[arg-type]
        show = Show(first_slides(load_index(folder, visit=asked.visit), asked), asked)
        shows.append(show)
        return show

    yield make
    for show in shows:
        show.end()
        for window in (show.audience, *show.desk.windows.values()):
            window.hide()
            window.deleteLater()


def begun(qtbot: QtBot, show: Show) -> Show:
    """The show, once its first slide is up."""
    with qtbot.waitSignal(show.begun):
        show.begin()
    return show


def test_all_else_waits_until_the_first_slide_is_up(qtbot: QtBot, present: Callable[..., Show]) -> None:
    show = present()
    pending: list[frozenset[str]] = []
    show.audience.projector.settled.connect(lambda: pending.append(show.store.deck.pending))
    begun(qtbot, show)
    assert "a/four" in pending[0]
    qtbot.waitUntil(lambda: not show.store.deck.pending)


def test_the_end_by_the_clock_and_the_interpreter_reach_the_show(
    present: Callable[..., Show], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "now_of_day_ms", lambda: Daytime(15, 0).hour * HOUR_MS)
    show = present(until=Daytime(15, 30), interpreting="consecutive")
    state = show.store.state
    assert state.until_ms == pytest.approx(state.started_ms + 30 * 60_000)
    assert state.interpreting == "consecutive"


def test_a_show_for_guests_begins_with_their_welcome_and_as_their_visit_wants_it(
    qtbot: QtBot, present: Callable[..., Show], folder: Path
) -> None:
    (folder / "visits").mkdir()
    (folder / "visits/zurich.yaml").write_text("delegation: Zurich\nhide: [a/two]\nstress: [a/four]\n")
    show = begun(qtbot, present(visit="zurich"))
    state = show.store.state
    assert (state.guests, state.shown.slide) == ("zurich", "visit/welcome")
    assert (state.hidden, state.stressed) == ({"a/two"}, {"a/four"})
    qtbot.waitUntil(lambda: not show.store.deck.pending)
    assert show.store.deck.visit is not None


def test_a_show_without_guests_reads_no_visit(folder: Path, present: Callable[..., Show]) -> None:
    (folder / "visits").mkdir()
    (folder / "visits/zurich.yaml").write_text("delegation: [\n")
    show = present()
    assert (show.store.state.guests, show.store.problems) == ("", ())


def test_keys_pressed_before_the_commands_are_there_wait_for_them(qtbot: QtBot, present: Callable[..., Show]) -> None:
    show = present(animate=False)
    assert not hasattr(show, "keys")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(show.audience, key)
    begun(qtbot, show)
    assert show.store.state.at == Place("a/one", 1)
    qtbot.keyClick(show.audience, Qt.Key.Key_Left)
    assert show.store.state.at == Place("a/one", 0)


def test_a_user_s_own_keys_are_in_force_once_the_show_is_up(
    qtbot: QtBot, present: Callable[..., Show], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_keys(tmp_path, "next: [J]\n", monkeypatch)
    show = begun(qtbot, present())
    assert show.keys.keymap.pressed[""]["J"] == "next"


def test_keys_with_a_mistake_are_told_in_both_languages_and_the_usual_ones_stay(
    qtbot: QtBot,
    present: Callable[..., Show],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    write_keys(tmp_path, "nxt: [J]\n", monkeypatch)
    show = begun(qtbot, present())
    assert show.keys.keymap == DEFAULT
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]
    assert all("keys.yaml:1:1" in record.getMessage() for record in caplog.records)
    assert [problem.code for problem in show.store.problems] == ["unknown-command"]


def write_keys(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own keys, in a folder of the test's."""
    Path(folder, "keys.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(keys, "user_keys", lambda: Path(folder, "keys.yaml"))


def test_what_lasts_is_left_out_of_collections_while_the_show_runs(qtbot: QtBot, present: Callable[..., Show]) -> None:
    before = gc.get_freeze_count()
    show = begun(qtbot, present())
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before + 1000)
    show.end()
    assert gc.get_freeze_count() == 0


def test_a_show_fills_its_screen_unless_a_window_was_asked_for(qtbot: QtBot, present: Callable[..., Show]) -> None:
    assert begun(qtbot, present()).audience.isFullScreen()
    assert not begun(qtbot, present(windowed=True)).audience.isFullScreen()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_on_one_screen_the_console_comes_when_asked_for_and_asks_the_questions_then(
    qtbot: QtBot, present: Callable[..., Show]
) -> None:
    show = begun(qtbot, present())
    assert not show.desk.windows
    assert show.audience.asks
    show.store.dispatch("console")
    assert show.desk.windows["console"].isVisible()
    assert not show.audience.asks
    show.store.dispatch("console")
    assert not show.desk.windows["console"].isVisible()
    assert show.audience.asks


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_pre_flight_may_be_open_from_the_start_and_knows_whose_each_screen_is(
    qtbot: QtBot, present: Callable[..., Show]
) -> None:
    show = begun(qtbot, present(preflight=True))
    console = show.desk.windows["console"]
    assert isinstance(console, Console)
    assert console.overlays.preflight.isVisible()
    assert console.overlays.preflight.roles() == {place(QGuiApplication.primaryScreen()): ("audience", "presenter")}


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_console_that_came_up_for_the_pre_flight_on_the_only_screen_goes_with_it(
    qtbot: QtBot, present: Callable[..., Show]
) -> None:
    show = begun(qtbot, present(preflight=True))
    show.store.dispatch("help")
    assert show.desk.windows["console"].isVisible()
    show.store.dispatch("help-close")
    assert not show.desk.windows["console"].isVisible()
    show.store.dispatch("console")
    show.store.dispatch("preflight")
    show.store.dispatch("preflight-close")
    assert show.desk.windows["console"].isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_without_a_console_there_is_no_pre_flight(qtbot: QtBot, present: Callable[..., Show]) -> None:
    show = begun(qtbot, present(preflight=True, console=False))
    assert (show.store.state.overlay, show.store.state.console) == ("", False)


def test_a_show_without_console_has_none(qtbot: QtBot, present: Callable[..., Show]) -> None:
    show = begun(qtbot, present(console=False))
    show.store.dispatch("console")
    assert not show.desk.windows
    assert show.audience.asks


def test_a_saved_slide_is_taken_and_the_place_kept(qtbot: QtBot, present: Callable[..., Show], folder: Path) -> None:
    show = begun(qtbot, present(animate=False))
    show.store.dispatch("next")
    before = show.store.deck.slides["a/one"]
    page = decks.Page(name="one", number=100, steps=2)
    decks.file(folder, page).write_text(page.yaml(), encoding="utf-8")
    qtbot.waitUntil(lambda: show.store.deck.slides["a/one"] != before)
    assert show.store.state.at == Place("a/one", 1)


def test_with_no_screen_left_for_a_moment_windows_stay(
    qtbot: QtBot, present: Callable[..., Show], monkeypatch: pytest.MonkeyPatch
) -> None:
    show = begun(qtbot, present())
    monkeypatch.setattr(screens, "probe", lambda _known: ())
    show.desk.rearrange()
    assert show.audience.isVisible()


def test_a_window_whose_screen_goes_is_hidden_before_anything_else_happens(
    qtbot: QtBot, present: Callable[..., Show], monkeypatch: pytest.MonkeyPatch
) -> None:
    show = begun(qtbot, present())
    screen = screens.beneath(show.audience)

    def another(known: screens.Known) -> tuple[ScreenInfo, ...]:
        known.clear()
        return identified([ScreenInfo(name="another", x=0, y=0, width=800, height=600)])

    monkeypatch.setattr(screens, "probe", another)
    QGuiApplication.instance().screenRemoved.emit(screen)  # type: ignore[union-attr]
    assert not show.audience.isVisible()


def test_leaving_ends_the_program_once_it_is_confirmed(
    qtbot: QtBot, present: Callable[..., Show], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    show = begun(qtbot, present())
    show.store.dispatch("leave")
    assert not ended
    show.store.dispatch("confirm-leave")
    assert ended
    assert show.audience.close()


def test_a_window_that_is_closed_asks_first(qtbot: QtBot, present: Callable[..., Show]) -> None:
    show = begun(qtbot, present())
    assert not show.audience.close()
    assert show.store.state.asking == "leave"


def test_a_key_that_comes_before_the_first_slide_counts(qtbot: QtBot, present: Callable[..., Show]) -> None:
    show = present()
    assert "keys" not in vars(show)
    QTest.keyClick(show.audience, Qt.Key.Key_B)
    assert show.store.state.blank == "black"
    begun(qtbot, show)
    QTest.keyClick(show.audience, Qt.Key.Key_B)
    assert show.store.state.blank == "none"
