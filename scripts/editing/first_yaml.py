"""The pictures by which docs/editing.md teaches the little of YAML that slides need."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from jn_presenter.qt.windows.dark import GROUND
from scripts.editing.desk import Desk
from scripts.editing.lessons import ITEMS, LESSON, SENTENCE
from scripts.editing.marking import TIGHT, Spot, marked

WIDTH, HEIGHT = 1300, 600
WIDTHS = (180, 534, 450)
"""Px of outline, text and preview."""
TEXT = 440
"""Px of the text that are kept: its lines are short."""
MARGIN = 12


def colon(desk: Desk) -> QImage:
    """A name, a colon, a blank, and what it says."""
    _begin(desk)
    colon = desk.start(": points")
    words = SENTENCE[desk.language]
    spots = (
        Spot(desk.words(colon, colon + 2), 1, desk.beside("layout"), TIGHT),
        Spot(desk.found(words), 2, desk.beside(words), TIGHT),
        Spot(desk.element("title"), 2),
    )
    return _beside_slide(desk, spots)


def dash(desk: Desk) -> QImage:
    """Each dash begins one of a list."""
    _begin(desk)
    dashes = [Spot(desk.found("- ", nth), nth + 1, desk.beside("- ", nth), TIGHT) for nth in range(ITEMS)]
    return _beside_slide(desk, (*dashes, Spot(desk.element("points"), around=8)))


def indent(desk: Desk) -> QImage:
    """What stands further in belongs to the line above."""
    _begin(desk)
    title, english, first = desk.start("  zh:"), desk.start("  en:"), desk.start("    en:")
    under = desk.words(title, title + 2).united(desk.words(english, english + 2))
    spots = (
        Spot(under, 1, desk.beside("zh:"), TIGHT),
        Spot(desk.words(first, first + 4), 2, desk.beside("en: Gather"), TIGHT),
    )
    return _beside_slide(desk, spots)


def quote(desk: Desk) -> QImage:
    """Quotes around words that would be read as something else."""
    _begin(desk)
    start = desk.start('"')
    end = desk.start('"', 1)
    spots = (
        Spot(desk.words(start, start + 1), around=TIGHT),
        Spot(desk.words(end, end + 1), 1, desk.beside('"'), TIGHT),
    )
    return _beside_slide(desk, spots)


def _begin(desk: Desk) -> None:
    desk.open(WIDTH, HEIGHT, widths=WIDTHS)
    desk.write(LESSON)


def _beside_slide(desk: Desk, spots: tuple[Spot, ...]) -> QImage:
    """The text, and the slide beside it."""
    view, code = desk.window.preview.view, desk.of(desk.code)
    frame = view.frame().toRect().translated(desk.of(view).topLeft()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    text = QRect(code.left(), code.top(), TEXT, desk.found("Build").bottom() + MARGIN - code.top())
    image = marked(desk.picture(), spots)
    joined = QImage(text.width() + frame.width(), max(text.height(), frame.height()), QImage.Format.Format_RGB32)
    joined.fill(QColor(GROUND))
    painter = QPainter(joined)
    painter.drawImage(QPoint(0, 0), image.copy(text))
    painter.drawImage(QPoint(text.width(), 0), image.copy(frame))
    painter.end()
    return joined
