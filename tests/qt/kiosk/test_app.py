"""A kiosk's show wired together, in process: it loops, is touched, forgets its visitor and comes back where it was."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.load import NoSlidesError, load_index
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions, OptionError
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.app import KioskShow, first_slides
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.kiosk.safe import SafeShow
from jn_presenter.show.kiosk.resume import Resume, resume_of
from jn_presenter.show.state import Place
from tests.e2e import decks

pytestmark = pytest.mark.usefixtures("qapp")
Make = Callable[..., KioskShow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return decks.write(tmp_path / "deck")


def kiosk(folder: Path, line: str) -> None:
    """Have the briefing say this of a kiosk."""
    with Path(folder, "briefing.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"kiosk: {{{line}}}\n")


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch, folder: Path, qapp: QApplication) -> Iterator[Make]:
    """Makes kiosks that ask no desktop to stay awake, and that end without ending the tests' application."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    load_fonts()
    shows: list[KioskShow] = []

    def made(place: Resume | None = None, said: list[bytes] | None = None, **more: object) -> KioskShow:
        options = KioskOptions(deck=str(folder), folder=str(folder / "own"), windowed=True, **more)  # type: ignore[arg-type]
        loaded = first_slides(load_index(folder, more_styles=(CONTRAST,)), options, place)
        say = (said if said is not None else []).append
        shows.append(KioskShow(loaded, options, Settings(), say, Ending(qapp), place=place))
        return shows[-1]

    yield made
    for show in shows:
        show.end()
        show.window.hide()
        show.window.deleteLater()


def begun(qtbot: QtBot, show: KioskShow) -> KioskShow:
    """The kiosk, once its first slide is up."""
    with qtbot.waitSignal(show.window.projector.settled):
        show.begin()
    return show


def phase(show: KioskShow) -> str:
    assert show.store.state.kiosk is not None
    return show.store.state.kiosk.phase


def click(show: KioskShow) -> None:
    QTest.mouseClick(show.window, Qt.MouseButton.LeftButton, pos=QPoint(show.window.width() // 2, 300))


def test_the_loop_goes_on_by_itself(qtbot: QtBot, folder: Path, make: Make) -> None:
    kiosk(folder, "loop: [a/two, a/four], dwell: {least: 0.1, most: 0.1}")
    show = make(animate=False)
    seen: list[str] = [show.store.state.shown.slide]
    show.store.changed.connect(lambda old, new: seen.append(new.shown.slide) if old.shown != new.shown else None)
    begun(qtbot, show)
    qtbot.waitUntil(lambda: len(seen) > 3)
    assert seen[:4] == ["a/two", "a/four", "a/two", "a/four"]


def test_a_first_slide_that_never_comes_to_rest_does_not_stop_the_loop(
    qtbot: QtBot, folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk(folder, "loop: [a/two, a/four], dwell: {least: 0.1, most: 0.1}")
    show = make(animate=False)
    monkeypatch.setattr(show.window.projector, "_rest", lambda: None)
    show.begin()
    show._rest.setInterval(1)
    qtbot.waitUntil(lambda: show.store.state.shown.slide == "a/four")


def test_a_touch_leads_home_and_whoever_goes_is_forgotten(qtbot: QtBot, folder: Path, make: Make) -> None:
    kiosk(folder, "loop: [a/two], idle: 0.1, countdown: 0.1, languages: [zh]")
    show = begun(qtbot, make(animate=False))
    click(show)
    assert phase(show) == "home"
    show.store.dispatch("kiosk-theme", theme="a")
    show.store.dispatch("kiosk-language", language="en")
    show.store.dispatch("kiosk-contrast")
    show.store.dispatch("kiosk-large")
    assert (phase(show), show.store.state.shown) == ("slides", Place("a/one"))
    qtbot.waitUntil(lambda: phase(show) == "loop")
    state = show.store.state
    assert (state.shown, state.languages, state.style) == (Place("a/two"), ("zh",), "night")
    assert resume_of(state) == Resume(slide="a/two", languages=("zh",))


def test_a_wall_without_touch_just_loops(qtbot: QtBot, folder: Path, make: Make) -> None:
    kiosk(folder, "loop: [a/two], touch: false")
    show = begun(qtbot, make(animate=False))
    click(show)
    assert phase(show) == "loop"


def test_large_text_is_another_picture_of_the_same_slide(qtbot: QtBot, make: Make) -> None:
    show = begun(qtbot, make(animate=False))
    click(show)
    show.store.dispatch("kiosk-theme", theme="a")
    reel = show.window.projector.reel
    usual = reel.current
    show.store.dispatch("kiosk-large")
    assert usual is not None
    assert reel.current is not None
    assert reel.current.fitted is not usual.fitted
    assert reel.current.fitted.plan is not None
    assert usual.fitted.plan is not None
    assert reel.current.fitted.plan.env.font("body").size > usual.fitted.plan.env.font("body").size


def test_after_a_crash_it_is_where_it_was(make: Make) -> None:
    place = Resume(phase="slides", slide="a/three", step=1, theme="a", languages=("en",), contrast=True)
    show = make(place)
    state = show.store.state
    assert (phase(show), state.shown, state.languages, state.style) == (
        "slides",
        Place("a/three", 1),
        ("en",),
        CONTRAST,
    )


def test_slides_set_aside_are_not_shown(make: Make) -> None:
    show = make(aside=("a/one", "a/two"))
    assert show.store.state.shown == Place("a/three")


def test_the_owners_options_are_what_it_returns_to(make: Make) -> None:
    show = make(languages=("en", "zh"), style="day")
    stand = show.store.state.kiosk
    assert stand is not None
    assert (stand.home_languages, stand.home_style) == (("en", "zh"), "day")
    with pytest.raises(OptionError):
        make(languages=("ja",))


def test_staff_end_it_and_the_supervisor_is_told(qtbot: QtBot, make: Make, caplog: pytest.LogCaptureFixture) -> None:
    said: list[bytes] = []
    show = begun(qtbot, make(said=said))
    show.store.dispatch("kiosk-staff")
    show.store.dispatch("kiosk-pin", right=True)
    assert show.store.state.leaving
    assert json.loads(said[-1]) == {"bye": "staff"}


def test_the_slide_is_told_before_it_is_laid_out(qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[bytes] = []
    show = begun(qtbot, make(said=said, animate=False))
    click(show)
    told: list[object] = []
    fitted = show.fits.get
    monkeypatch.setattr(show.fits, "get", lambda *args, **more: (told.append(said[-1]), fitted(*args, **more))[1])
    show.store.dispatch("kiosk-theme", theme="a")
    show.store.dispatch("next")
    assert b'{"to":"a/two"}' in told


def test_a_deck_of_which_nothing_can_be_shown_says_what_is_wrong(folder: Path, make: Make) -> None:
    for page in decks.SHOW:
        decks.file(folder, page).write_text("layout: points\n", encoding="utf-8")
    with pytest.raises(NoSlidesError) as caught:
        make()
    assert {problem.slide for problem in caught.value.problems} == {f"a/{page.name}" for page in decks.SHOW}


def test_with_no_deck_at_all_a_plain_page_beats(qtbot: QtBot, qapp: QApplication) -> None:
    load_fonts()
    said: list[bytes] = []
    show = SafeShow(KioskOptions(deck="", windowed=True, safe=True), Settings(), said.append, Ending(qapp))
    show.begin()
    qtbot.waitUntil(lambda: any(json.loads(line).get("seen") for line in said))
    show.end()
    show.window.close()
    show.window.deleteLater()
