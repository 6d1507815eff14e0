"""The themes come over a slide and go from it as a transition does, and a touch in the middle of it counts."""

import pytest
from msgspec import structs
from PySide6.QtGui import QColor, QImage

from jn_presenter.model.deck import Deck, Transition
from jn_presenter.show.state import duration_ms
from tests.kiosk.world import kiosk_deck
from tests.qt.windows.kiosk.hall import Hall, Open


def faded(transition: Transition = "fade") -> Deck:
    deck = kiosk_deck(2, 2)
    return structs.replace(deck, briefing=structs.replace(deck.briefing, transition=transition))


def crossing_ms(made: Hall) -> float:
    return duration_ms(made.store.deck, made.store.state.style)


def frame(made: Hall, ms: float = 0.0) -> QImage:
    """The screen so many ms later, after a tick of the clock."""
    made.time.ms += ms
    made.clock.tick.emit(made.time.ms)
    return made.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def rested(made: Hall) -> QImage:
    return frame(made, 10_000.0)


def lies_between(colour: QColor, old: QColor, new: QColor) -> bool:
    parts = [(c.red(), c.green(), c.blue()) for c in (colour, old, new)]
    return all(min(a, b) - 1 <= now <= max(a, b) + 1 for now, a, b in zip(*parts, strict=True))


def fades(old: QImage, half: QImage, new: QImage) -> bool:
    """Whether every pixel looked at is between its two colours, and most that differ are neither."""
    places = [(x, y) for x in range(0, old.width(), 7) for y in range(0, old.height(), 5)]
    colours = [tuple(image.pixelColor(*place) for image in (half, old, new)) for place in places]
    differing = [(now, a, b) for now, a, b in colours if abs(a.lightness() - b.lightness()) > 40]
    return (
        len(differing) > 20
        and all(lies_between(*one) for one in colours)
        and sum(now not in (a, b) for now, a, b in differing) > len(differing) / 2
    )


def test_the_themes_come_over_the_loop_and_stand_as_without_animation(hall: Open) -> None:
    made, still = hall(faded(), animate=True), hall(faded())
    loop = rested(made)
    made.store.dispatch("kiosk-touch")
    still.store.dispatch("kiosk-touch")
    assert frame(made).copy(made.window.stage.geometry()) == loop.copy(made.window.stage.geometry())
    half = frame(made, crossing_ms(made) / 3)
    home = rested(made)
    assert fades(loop, half, home)
    assert home == still.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_they_go_from_the_slide_and_nothing_of_the_one_before_is_seen(hall: Open) -> None:
    made = hall(faded(), animate=True)
    rested(made)
    made.store.dispatch("kiosk-touch")
    home = rested(made)
    made.store.dispatch("kiosk-theme", theme="t1")
    assert frame(made) == home
    half = frame(made, crossing_ms(made) / 3)
    assert fades(home, half, rested(made))


def test_they_come_back_over_the_slide(hall: Open) -> None:
    made = hall(faded(), animate=True)
    made.read("t1")
    slide = rested(made)
    made.store.dispatch("kiosk-home")
    assert frame(made) == slide
    half = frame(made, crossing_ms(made) / 3)
    assert fades(slide, half, rested(made))


def test_who_has_gone_leaves_the_themes_which_go_from_the_loop(hall: Open) -> None:
    made = hall(faded(), animate=True)
    made.store.dispatch("kiosk-touch")
    made.store.dispatch("kiosk-language", language="en")
    rested(made)
    made.time.ms += 60_000.0
    made.window.refresh()
    home = frame(made)
    made.store.dispatch("kiosk-tick")
    assert made.stand.phase == "loop"
    assert frame(made) == home
    half = frame(made, crossing_ms(made) / 3)
    loop, slide = frame(made, crossing_ms(made)), made.window.stage.geometry()  # beneath it the invitation breathes
    assert fades(home.copy(slide), half.copy(slide), loop.copy(slide))


def test_what_comes_can_be_touched_from_its_first_moment_on(hall: Open) -> None:
    made = hall(faded(), animate=True)
    rested(made)
    made.store.dispatch("kiosk-touch")
    frame(made, 30.0)
    made.tap(made.share_of("theme.t1"))
    assert (made.stand.phase, made.stand.theme) == ("slides", "t1")
    frame(made, 30.0)
    made.tap(made.share_of("home"))
    assert made.stand.phase == "home"
    assert frame(made, 10_000.0) == rested(made)


def test_a_cover_is_over_even_if_no_frame_says_so(hall: Open) -> None:
    made, still = hall(faded(), animate=True), hall(faded())
    made.store.dispatch("kiosk-touch")
    still.store.dispatch("kiosk-touch")
    timer = made.window._passing
    assert timer.isActive()
    assert timer.interval() <= crossing_ms(made) + 1
    made.time.ms += crossing_ms(made)
    timer.timeout.emit()
    assert made.window.grab().toImage() == still.window.grab().toImage()


def test_the_pad_for_the_staff_is_never_half_there(hall: Open) -> None:
    made, still = hall(faded(), animate=True), hall(faded())
    for one in (made, still):
        one.store.dispatch("kiosk-touch")
        one.store.dispatch("kiosk-staff")
    assert frame(made, 30.0) == frame(still, 30.0)


@pytest.mark.parametrize(("animate", "transition"), [(False, "fade"), (True, "none")])
def test_where_nothing_moves_the_themes_stand_at_once(hall: Open, animate: bool, transition: Transition) -> None:
    made = hall(faded(transition), animate=animate)
    rested(made)
    made.store.dispatch("kiosk-touch")
    first = frame(made)
    assert first == rested(made)


def test_what_goes_is_painted_while_the_finger_is_still_down(hall: Open) -> None:
    made = hall(faded(), animate=True)
    made.store.dispatch("kiosk-touch")
    rested(made)
    place = made.share_of("theme.t1")
    made.touch(("press", 0, place))
    assert made.window._ahead.isActive()
    made.window._ahead.timeout.emit()
    ready = made.window.overlay._layer
    assert ready is not None
    made.time.ms += 80.0
    made.touch(("release", 0, place))
    frame(made, 16.0)
    assert made.window.overlay._layer is ready
    rested(made)
    assert made.window.overlay._layer is None


def test_of_two_people_who_press_tiles_the_first_one_up_is_followed_and_the_other_presses_nothing(hall: Open) -> None:
    made = hall(faded(), animate=True)
    made.store.dispatch("kiosk-touch")
    rested(made)
    one, other = made.share_of("theme.t0"), made.share_of("theme.t1")
    made.touch(("press", 0, one))
    made.touch(("press", 1, other), ("stay", 0, one))
    made.time.ms += 80.0
    made.touch(("release", 0, one), ("stay", 1, other))
    frame(made, 16.0)
    made.time.ms += 80.0
    made.touch(("release", 1, other))
    assert (made.stand.phase, made.stand.theme) == ("slides", "t0")
    still = hall(faded())
    still.read("t0")
    still.time.ms = made.time.ms
    assert rested(made) == rested(still)
