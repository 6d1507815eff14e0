"""Outside the opening hours every pixel is black, from the first one on; inside them the slide is there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.load import load_index
from jn_presenter.model.kiosk import CONTRAST, Display, Settings, Span
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.app import KioskShow, first_slides
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.kiosk.opening import Opening, PlainOpening
from jn_presenter.qt.kiosk.power import DisplayPower
from jn_presenter.qt.kiosk.safe import SafeShow
from jn_presenter.show.kiosk.resume import Resume
from tests.e2e import decks

DAY = datetime.combine(date(2026, 11, 23), time())
HOURS = (Span((0, 1, 2, 3, 4, 5, 6), 9 * 60, 17 * 60),)
OWN = Settings(hours=HOURS, display=Display(power="command", on=("display", "on"), off=("display", "off")))


class Clock:
    """On the wall of the hall."""

    def __init__(self, hour: int) -> None:
        self.hour = hour

    def __call__(self) -> datetime:
        return DAY + timedelta(hours=self.hour)


Make = Callable[..., KioskShow]


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication) -> Iterator[Make]:
    """Makes kiosks by that clock, before they have begun; what they would run is noted."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    load_fonts()
    deck = decks.write(tmp_path / "deck")
    with Path(deck, "briefing.yaml").open("a", encoding="utf-8") as stream:
        stream.write("kiosk: {loop: [a/two]}\n")
    shows: list[KioskShow] = []

    def made(clock: Clock, ran: list[tuple[str, ...]], place: Resume | None = None) -> KioskShow:
        def run(command: Sequence[str]) -> None:
            ran.append(tuple(command))

        options = KioskOptions(deck=str(deck), folder=str(tmp_path / "own"), windowed=True, animate=False)
        loaded = first_slides(load_index(deck, more_styles=(CONTRAST,)), options, place)
        show = KioskShow(loaded, options, OWN, lambda _: None, Ending(qapp), place=place)
        show.power = DisplayPower(OWN.display, x11=False, run=run)
        show.opening = Opening(show.store, HOURS, show.power.want, clock)
        shows.append(show)
        return show

    yield made
    for show in shows:
        show.end()
        show.window.hide()
        show.window.deleteLater()


def begun(qtbot: QtBot, show: KioskShow) -> KioskShow:
    """The kiosk, once its first picture is up."""
    with qtbot.waitSignal(show.window.projector.settled):
        show.begin()
    return show


def phase(show: KioskShow) -> str:
    assert show.store.state.kiosk is not None
    return show.store.state.kiosk.phase


def colours(show: KioskShow | SafeShow) -> set[int]:
    """All colours of the whole window."""
    image = show.window.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def test_closed_every_pixel_is_black_and_open_the_slide_is_there_again(qtbot: QtBot, make: Make) -> None:
    clock, ran = Clock(16), list[tuple[str, ...]]()
    show = begun(qtbot, make(clock, ran))
    qtbot.waitUntil(lambda: ran == [OWN.display.on])
    assert len(colours(show)) > 3
    clock.hour = 17
    show.opening.look()
    assert colours(show) == {0xFF000000}
    qtbot.waitUntil(lambda: ran == [OWN.display.on, OWN.display.off])
    clock.hour = 24 + 9
    show.opening.look()
    assert len(colours(show)) > 3
    assert show.store.state.shown.slide == "a/two"
    qtbot.waitUntil(lambda: ran == [OWN.display.on, OWN.display.off, OWN.display.on])


@pytest.mark.parametrize("place", [None, Resume(phase="closed", slide="a/three"), Resume(slide="a/three")])
def test_started_outside_the_hours_nothing_is_ever_seen(qtbot: QtBot, make: Make, place: Resume | None) -> None:
    ran = list[tuple[str, ...]]()
    show = make(Clock(20), ran, place)
    painted: list[str] = []
    show.window.stage.painted.connect(lambda: painted.append(phase(show)))
    begun(qtbot, show)
    assert set(painted) == {"closed"}
    assert colours(show) == {0xFF000000}
    qtbot.waitUntil(lambda: ran == [OWN.display.off])


def test_who_was_there_as_it_crashed_in_the_evening_finishes(qtbot: QtBot, make: Make) -> None:
    there = Resume(phase="slides", slide="a/three", theme="a", languages=("en",))
    show = begun(qtbot, make(Clock(20), [], there))
    assert phase(show) == "slides"


def test_the_plain_page_is_black_outside_the_hours_too(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    load_fonts()
    clock, ran = Clock(16), list[Sequence[str]]()
    show = SafeShow(KioskOptions(deck=str(tmp_path), windowed=True), OWN, lambda _: None, Ending(qapp))
    show.power = DisplayPower(OWN.display, x11=False, run=ran.append)
    show.opening = PlainOpening(show, HOURS, show._looked, clock)
    show.begin()
    qtbot.waitExposed(show.window)
    assert len(colours(show)) > 3
    clock.hour = 17
    show.opening.look()
    assert colours(show) == {0xFF000000}
    show.window.resize(500, 400)
    assert colours(show) == {0xFF000000}
    clock.hour = 24 + 9
    show.opening.look()
    assert len(colours(show)) > 3
    qtbot.waitUntil(lambda: ran[-1:] == [OWN.display.on])
    show.end()
    show.window.close()
