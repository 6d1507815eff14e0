"""While staff type their PIN, nothing of the slide beneath can be asked."""

from PySide6.QtCore import QPointF

from tests.decks import deck, points_slide
from tests.qt.windows.kiosk.hall import Open

DECK = deck(points_slide("a/one", 0))


def test_no_slide_answers_behind_the_staffs_pad(hall: Open) -> None:
    here = hall(DECK)
    middle = QPointF(here.window.width() / 2, here.window.height() / 3)
    here.read("a")
    assert here.window.slide_point(middle) is not None
    here.store.dispatch("kiosk-staff")
    assert here.window.slide_point(middle) is None
    here.store.dispatch("kiosk-staff")
    assert here.window.slide_point(middle) is not None
