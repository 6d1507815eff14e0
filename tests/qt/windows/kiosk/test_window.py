"""The kiosk's window: the slide untouched above its controls, what was pressed seen at once, and no way to close it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QCloseEvent, QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.compose import fit_slide
from jn_presenter.draw.damage import extent
from jn_presenter.kiosk.strip import slide_rect
from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.kiosk import Kiosk
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.beat import Beat
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.windows.kiosk.safe import SafeWindow
from jn_presenter.show.kiosk.drift import STAY_MS, drift
from jn_presenter.show.kiosk.resume import resume_of
from tests.kiosk.world import IDLE_MS, kiosk_deck
from tests.qt.windows.kiosk.hall import Hall, Open

SIZES = {"tall": (540, 960), "classic": (720, 540), "wide": (960, 540), "wall": (1920, 540)}
shapes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


CENTRED_MS = next(k * STAY_MS for k in range(60) if drift(k * STAY_MS) == (0, 0))
"""When the picture stands where it would without drifting."""


def screen(made: Hall) -> QImage:
    return made.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def slide_alone(made: Hall) -> QImage:
    """The slide shown, rendered by itself in what the window leaves it."""
    state, here, size = made.store.state, made.store.deck, made.window.stage.size()
    fitted = fit_slide(
        here,
        here.slides[state.shown.slide],
        canvas_for(size.width(), size.height()),
        state.languages,
        here.styles[state.style],
        QtMeasure(),
    )
    return whole(fitted, state.shown.step, size, Grounds()).toImage().convertToFormat(QImage.Format.Format_RGB32)


class Paints(QObject):
    """What a widget painted: the rectangles of its paint events."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.rects: list[QRectLike] = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        if isinstance(event, QPaintEvent):
            rect = event.rect()
            self.rects.append((rect.x(), rect.y(), rect.width(), rect.height()))
        return False


QRectLike = tuple[int, int, int, int]


@shapes
def test_nothing_is_painted_over_the_slide_whatever_is_beneath_it(hall: Open, size: tuple[int, int]) -> None:
    made = hall(kiosk_deck(), size)
    made.time.ms = CENTRED_MS
    made.window._place()
    stage = made.window.stage.geometry()
    assert stage.height() == round(
        slide_rect(made.window.canvas, made.store.deck).h * size[0] / made.window.canvas.width
    )
    assert screen(made).copy(stage) == slide_alone(made)
    made.read("t1")
    assert screen(made).copy(stage) == slide_alone(made)
    made.store.dispatch("next")
    made.time.ms += IDLE_MS + 1500.0
    made.window.refresh()
    assert [target.key for target in made.window.page.targets] == ["touch"]
    assert screen(made).copy(stage) == slide_alone(made)


@shapes
def test_the_ground_of_the_slide_goes_on_beneath_it(hall: Open, size: tuple[int, int]) -> None:
    made = hall(kiosk_deck(), size)
    made.read("t0")
    picture, foot = screen(made), made.window.stage.height()
    ground = QColor(made.store.deck.styles["night"].ground[-1])
    assert picture.pixelColor(2, foot) == picture.pixelColor(size[0] - 3, size[1] - 1) == ground


@shapes
def test_home_covers_the_slide(hall: Open, size: tuple[int, int]) -> None:
    made = hall(kiosk_deck(), size)
    made.store.dispatch("kiosk-touch")
    before = screen(made)
    made.window.stage.show_blank(QColor(255, 0, 0))
    assert screen(made) == before


def test_without_touch_the_slide_has_the_whole_screen(hall: Open) -> None:
    deck = kiosk_deck()
    made = hall(structs.replace(deck, briefing=structs.replace(deck.briefing, kiosk=Kiosk(touch=False))))
    made.time.ms = CENTRED_MS
    made.window._place()
    assert made.window.stage.geometry() == made.window.rect()
    assert screen(made) == slide_alone(made)


def test_a_deck_that_gives_up_touch_gives_the_slides_the_screen(hall: Open) -> None:
    made = hall(kiosk_deck())
    made.time.ms = CENTRED_MS
    loaded = made.store.loaded
    briefing = structs.replace(loaded.deck.briefing, kiosk=Kiosk(touch=False))
    made.store.take(structs.replace(loaded, deck=structs.replace(loaded.deck, briefing=briefing)))
    assert made.window.stage.geometry() == made.window.rect()


def test_a_closed_kiosk_is_black_to_its_edges(hall: Open) -> None:
    made = hall(kiosk_deck())
    made.store.dispatch("kiosk-close")
    made.time.ms += STAY_MS * 7
    made.window._place()
    picture = screen(made)
    assert {picture.pixelColor(x, y).name() for x in (0, 480, 959) for y in (0, 270, 539)} == {"#000000"}


@shapes
def test_every_target_answers_in_its_middle(hall: Open, size: tuple[int, int]) -> None:
    made = hall(kiosk_deck(), size)
    for phase in ("kiosk-touch", "kiosk-theme"):
        made.store.dispatch(phase, **({"theme": "t0"} if phase == "kiosk-theme" else {}))
        for target in made.window.page.targets:
            point = QPointF(made.point(made.share_of(target.key)))
            found = made.window.target_at(point)
            assert found is not None
            assert found.key == target.key


def test_a_point_of_the_slide_is_told_in_its_own_canvas(hall: Open) -> None:
    made = hall(kiosk_deck())
    made.time.ms = CENTRED_MS
    made.window._place()
    made.read("t0")
    canvas, stage = made.window.projector.canvas, made.window.stage
    middle = QPointF(stage.width() / 2, stage.height() / 2)
    assert made.window.slide_point(middle) == pytest.approx((canvas.width / 2, canvas.height / 2))
    assert made.window.slide_point(QPointF(10.0, made.window.height() - 5.0)) is None
    made.store.dispatch("kiosk-home")
    assert made.window.slide_point(middle) is None


def test_the_picture_drifts_and_what_is_touched_with_it(hall: Open) -> None:
    made = hall(kiosk_deck())
    made.read("t0")
    home = made.target("home")
    places = set()
    for _ in range(60):
        made.time.ms += STAY_MS
        made.window._place()
        dx, dy = drift(made.time.ms)
        places.add((dx, dy))
        assert (made.window.stage.x(), made.window.overlay.y()) == (dx, dy)
        scale = made.window.width() / made.window.canvas.width
        corner = QPointF(home.rect.x * scale + dx + 1.0, home.rect.y * scale + dy + 1.0)
        found = made.window.target_at(corner)
        assert found is not None
        assert found.key == "home"
        assert made.window.target_at(corner - QPointF(2.0, 2.0)) is None
    assert len(places) == 25


def test_the_heart_beats_wherever_the_picture_has_drifted_to(hall: Open) -> None:
    made = hall(kiosk_deck())
    said: list[bytes] = []
    beat = Beat(made.window.stage, lambda: resume_of(made.store.state), said.append)
    for phase in ("loop", "home"):
        if phase == "home":
            made.store.dispatch("kiosk-touch")
        for _ in range(60):
            made.time.ms += STAY_MS
            made.window._place()
            QApplication.processEvents()
            said.clear()
            beat.ask()
            QApplication.processEvents()
            assert len(said) == 1, (phase, drift(made.time.ms))
    beat.stop()


def test_what_is_pressed_looks_pressed_and_nothing_else_is_painted(hall: Open, qtbot: QtBot) -> None:
    made = hall(kiosk_deck())
    made.read("t0")
    screen(made)
    qtbot.wait(1)
    paints = Paints(made.window.overlay)
    before = screen(made)
    paints.rects.clear()
    made.window.press(["next"])
    QApplication.processEvents()
    scale = made.window.width() / made.window.canvas.width
    (face,) = (mark for mark in made.window.page.marks if mark.key == "next.face")
    box = extent(face)
    (rect,) = paints.rects
    assert rect[0] >= box.x * scale - 2
    assert rect[1] >= box.y * scale - 2
    assert rect[2] <= box.w * scale + 4
    assert rect[3] <= box.h * scale + 4
    assert screen(made) != before
    made.window.press([])
    assert screen(made) == before


def test_time_alone_brings_the_countdown_and_a_touch_takes_it_away(hall: Open) -> None:
    made = hall(kiosk_deck())
    made.read("t0")
    before = screen(made)
    assert made.window._passing.remainingTime() == pytest.approx(IDLE_MS, abs=2000.0)
    made.time.ms += IDLE_MS + 2000.0
    made.window._passing.timeout.emit()
    assert made.window.page.targets[0].whole
    assert screen(made) != before
    made.store.dispatch("kiosk-touch")
    assert screen(made) == before


def test_the_pad_shows_what_is_left_of_a_lock_as_time_goes_on(hall: Open) -> None:
    made = hall(kiosk_deck())
    left = [120_000.0]
    made.window.wait_ms = lambda: left[0]
    made.store.dispatch("kiosk-staff")
    assert [target.key for target in made.window.page.targets] == ["pad.cancel"]
    left[0] = 0.0
    made.window._passing.timeout.emit()
    assert len(made.window.page.targets) == 13


def test_what_is_gone_from_the_page_is_painted_over(hall: Open) -> None:
    made = hall(kiosk_deck())
    made.store.dispatch("kiosk-staff")
    made.store.dispatch("kiosk-digit", digit="7")
    (dot,) = (mark for mark in made.window.page.marks if mark.key == "pad.dot.0")
    screen(made)
    QApplication.processEvents()
    paints = Paints(made.window.overlay)
    made.store.dispatch("kiosk-digit")
    QApplication.processEvents()
    (rect,) = paints.rects
    scale = made.window.width() / made.window.canvas.width
    assert QRect(*rect).contains(QPointF(extent(dot).x * scale + 4, extent(dot).y * scale + 4).toPoint())
    assert rect[2] < 40


def test_only_the_show_itself_ends_it(hall: Open) -> None:
    made = hall(kiosk_deck())
    event = QCloseEvent()
    made.window.closeEvent(event)
    assert not event.isAccepted()
    made.store.dispatch("kiosk-staff")
    made.store.dispatch("kiosk-pin", right=True)
    made.window.closeEvent(event)
    assert event.isAccepted()


def test_it_opens_no_menu_and_takes_nothing_that_is_dropped(hall: Open) -> None:
    made = hall(kiosk_deck())
    assert made.window.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    assert not made.window.acceptDrops()
    assert made.window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_safe_window_stands_at_any_size_and_is_not_closed(qtbot: QtBot) -> None:
    load_fonts()
    window = SafeWindow(QtMeasure())
    for size in SIZES.values():
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        picture = window.grab().toImage()
        assert len({picture.pixel(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}) > 20
    assert not window.close()
    window.leaving = True
    assert window.close()


SCALED = """
from tests.kiosk.world import kiosk_deck
from tests.qt.windows.kiosk.test_window import scaled
scaled(kiosk_deck())
"""


def scaled(deck: object) -> None:
    """In a program of its own: the slide has whole device pixels, and its foot meets the strip without a seam."""
    from PySide6.QtCore import QCoreApplication

    from jn_presenter.qt.offscreen import application
    from jn_presenter.qt.scene.fits import Fits
    from jn_presenter.qt.store import Store
    from jn_presenter.qt.windows.kiosk.window import KioskWindow
    from jn_presenter.show.kiosk.visit import fresh, home, into
    from tests.qt.windows.conftest import FrameClock, Time, loaded

    measure, now = application(), Time()
    state = into(home(fresh(deck, now.ms, animate=False), deck, now.ms), deck, "t0", now.ms)  # type: ignore[arg-type]
    store = Store(loaded(deck), state, now)  # type: ignore[arg-type]
    window = KioskWindow(store, FrameClock(now), Fits(measure))
    window.resize(640, 361)
    window.show()
    QCoreApplication.processEvents()
    picture = window.grab().toImage()
    ratio = window.devicePixelRatioF()
    assert picture.width() == round(640 * ratio)
    foot = round(window.stage.height() * ratio)
    ground = QColor(store.deck.styles["night"].ground[-1])
    assert {picture.pixelColor(2, y).name() for y in range(foot, picture.height())} == {ground.name()}
    above = picture.pixelColor(2, foot - 1)
    assert max(abs(above.red() - ground.red()), abs(above.green() - ground.green())) <= 2
    for target in window.page.targets:
        scale = window.width() / window.canvas.width
        middle = QPointF((target.rect.x + target.rect.w / 2) * scale, (target.rect.y + target.rect.h / 2) * scale)
        assert window.target_at(middle) == target


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_on_a_screen_of_another_scale_nothing_shows_between_slide_and_strip(factor: str) -> None:
    root = Path(__file__).resolve().parents[4]
    env = {**os.environ, "QT_SCALE_FACTOR": factor, "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", SCALED], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
