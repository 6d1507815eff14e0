"""When the heart of a kiosk beats: after a paint, and else never."""

import json
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk import beat as module
from jn_presenter.qt.kiosk.beat import Beat, Telling
from jn_presenter.show.kiosk.resume import resume_of
from tests.decks import bars_slide, deck, points_slide
from tests.qt.windows.conftest import Rig

SLIDES = (points_slide("a/one", 2), bars_slide("a/bars"))


class Heart:
    """A beat over a window, its timer still: time comes by `ask`."""

    def __init__(self, made: Rig) -> None:
        self.rig = made
        self.told: list[dict[str, object]] = []
        self.telling = Telling(made.store, self._tell)
        self.beat = Beat(made.audience.stage, lambda: resume_of(made.store.state), self._tell)
        made.store.changed.connect(self.beat.look)
        self.beat._timer.stop()
        self.beat._timer.isActive = lambda: True  # type: ignore[method-assign]
        made.audience.stage.repaint()
        self.first, self.told[:] = self.told[:], []

    def _tell(self, line: bytes) -> None:
        self.told.append(json.loads(line))

    @property
    def said(self) -> list[dict[str, object]]:
        """The beats."""
        return [line for line in self.told if "beat" in line]


@pytest.fixture
def heart(qtbot: QtBot) -> Iterator[Callable[[], Heart]]:
    load_fonts()
    made: list[Rig] = []

    def open_window() -> Heart:
        rig = Rig(deck(*SLIDES), animate=False)
        made.append(rig)
        rig.audience.show()
        qtbot.waitExposed(rig.audience)
        rig.idle(qtbot)
        return Heart(rig)

    yield open_window
    for rig in made:
        rig.audience.hide()
        rig.audience.deleteLater()


def test_a_beat_follows_the_paint_it_asked_for(heart: Callable[[], Heart], qtbot: QtBot) -> None:
    one = heart()
    one.beat.ask()
    assert one.said == []
    qtbot.waitUntil(lambda: len(one.said) == 1)
    assert one.said[0]["beat"] == 2
    assert one.said[0]["seen"] is True
    assert one.said[0]["slide"] == "a/one"


def test_what_cannot_be_painted_has_no_beat(heart: Callable[[], Heart], qtbot: QtBot) -> None:
    one = heart()
    one.rig.audience.stage.setUpdatesEnabled(False)
    one.beat.ask()
    one.rig.audience.stage.repaint()
    assert one.said == []


def test_paints_that_nobody_asked_for_are_no_beats(heart: Callable[[], Heart]) -> None:
    one = heart()
    one.beat.ask()
    one.rig.audience.stage.repaint()
    one.rig.audience.stage.repaint()
    assert len(one.said) == 1


def test_a_new_place_is_said_with_its_first_paint_and_once(heart: Callable[[], Heart]) -> None:
    one = heart()
    one.rig.store.dispatch("next")
    assert one.said == []
    for _ in range(3):
        one.rig.audience.stage.repaint()
    assert [line["place"]["step"] for line in one.said] == [1]  # type: ignore[index]
    one.rig.store.dispatch("style")
    one.rig.audience.stage.repaint()
    assert len(one.said) == 1


def test_a_slide_is_told_before_it_is_painted(heart: Callable[[], Heart]) -> None:
    one = heart()
    for _ in range(3):
        one.rig.store.dispatch("next")
    assert one.told == [{"to": "a/bars"}]


def test_the_first_paint_is_the_first_beat(heart: Callable[[], Heart]) -> None:
    going, beat = heart().first
    assert going == {"to": "a/one"}
    assert (beat["beat"], beat["slide"], beat["seen"]) == (1, "a/one", True)


def test_it_is_told_that_staff_end_the_show(heart: Callable[[], Heart]) -> None:
    one = heart()
    one.rig.store.dispatch("leave")
    one.rig.store.dispatch("confirm-leave")
    assert one.told[-1] == {"bye": "staff"}


def test_a_window_that_the_system_does_not_show_is_alive_by_its_timer(heart: Callable[[], Heart]) -> None:
    one = heart()
    one.rig.audience.hide()
    one.beat.ask()
    assert [(line["beat"], line["seen"]) for line in one.said] == [(2, False)]


def test_a_window_that_is_no_more_has_no_beat_and_is_missed(
    heart: Callable[[], Heart], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = heart()
    missed: list[bool] = []
    one.beat.unseen.connect(lambda: missed.append(True))
    one.beat.ask()
    one.rig.audience.stage.repaint()
    assert (len(one.said), missed) == (1, [])
    one.rig.audience.hide()
    one.beat.ask()
    assert (len(one.said), missed) == (2, [True])
    monkeypatch.setattr(module, "is_gone", lambda _window: True)
    one.beat.ask()
    assert (len(one.said), missed) == (2, [True, True])


def test_a_beat_that_was_stopped_is_silent(heart: Callable[[], Heart]) -> None:
    one = heart()
    one.beat.ask()
    one.beat.stop()
    one.rig.audience.stage.repaint()
    assert one.said == []


def test_the_timer_asks_by_itself(qtbot: QtBot) -> None:
    load_fonts()
    rig = Rig(deck(*SLIDES), animate=False)
    said: list[bytes] = []
    beat = Beat(rig.audience.stage, lambda: resume_of(rig.store.state), said.append)
    assert beat._timer.interval() == 1000
    beat._timer.setInterval(1)
    qtbot.waitUntil(lambda: len(said) > 0)
    rig.audience.deleteLater()
