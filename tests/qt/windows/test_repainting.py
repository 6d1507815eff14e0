"""The window's own pixels while something moves: parts of it painted anew are the same picture as all of it."""

import itertools
from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jn_presenter.model.deck import Target
from jn_presenter.qt.screens import beneath
from tests.decks import bars_slide, deck, feed, points_slide, rows, table_slide
from tests.qt.windows.conftest import Rig

Make = Callable[..., Rig]
FRAME_MS = 17.0
FRAMES = 30


def seen(made: Rig) -> QImage:
    """What the window has put on its screen."""
    QApplication.processEvents()
    window = made.audience
    screen = beneath(window)
    assert screen is not None
    return screen.grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def whole(made: Rig) -> QImage:
    """All of it painted at once."""
    return made.audience.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def frames(made: Rig) -> int:
    """Play; how many of the frames differ from the one before."""
    found = []
    for _ in range(FRAMES):
        made.tick(FRAME_MS)
        found.append(seen(made))
        assert found[-1] == whole(made)
    return sum(a != b for a, b in itertools.pairwise(found))


def test_while_data_changes(rig: Make) -> None:
    data = feed("one")
    made = rig(deck(table_slide("a/bars", data)))
    made.store.take_snapshots({data: rows(a=3, b=5, c=8)})
    made.tick(5000.0)
    assert seen(made) == whole(made)
    made.store.take_snapshots({data: rows(a=6, b=5, c=2)})
    assert frames(made) > 10


def test_while_steps_play_forward_and_back(rig: Make) -> None:
    steps = ((Target("chart"),),)
    made = rig(deck(bars_slide("a/bars", steps=steps), points_slide("a/points")))
    made.tick(5000.0)
    for command in ("next", "previous", "next"):
        made.store.dispatch(command)
        assert frames(made) > 10


def test_after_a_blank_screen_and_a_new_size_all_is_there(rig: Make) -> None:
    made = rig(deck(bars_slide("a/bars"), points_slide("a/points")))
    made.tick(50.0)
    made.store.dispatch("blank-black")
    assert seen(made) == whole(made)
    made.store.dispatch("show")
    assert seen(made) == whole(made)
    made.audience.resize(800, 600)
    assert frames(made) >= 0
