"""Slides as still pictures for files: PNG, one by one or as thumbnails on one sheet."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from jn_presenter.compose import FittedSlide
from jn_presenter.model.marks import AnyMark
from jn_presenter.qt.scene.paint import paint
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.scene.png import png_file


class Thumbnail(Struct, frozen=True, kw_only=True):
    """A slide at a step in (x, y, w, h) of a sheet, and the marks around it; all in px of the sheet."""

    fitted: FittedSlide
    step: int
    x: int
    y: int
    w: int
    h: int
    around: tuple[AnyMark, ...]


class Stills:
    """Makes pictures of slides through the painters of the screen; grounds are painted once."""

    def __init__(self) -> None:
        self._grounds = Grounds()

    def png(self, fitted: FittedSlide, step: int, width: int, height: int) -> bytes:
        """The slide at t = 1 of the step as a PNG file of width x height px, which has the shape of its canvas."""
        return png_file(whole(fitted, step, QSize(width, height), self._grounds).toImage())

    def sheet(self, width: int, height: int, ground: str, thumbnails: Iterable[Thumbnail]) -> bytes:
        """The thumbnails on a ground of one colour (#rrggbb), as a PNG file of width x height px."""
        sheet = QPixmap(width, height)
        sheet.fill(QColor(ground))
        painter = QPainter(sheet)
        try:
            for one in thumbnails:
                painter.drawPixmap(one.x, one.y, whole(one.fitted, one.step, QSize(one.w, one.h), self._grounds))
                paint(painter, one.around)
        finally:
            painter.end()  # Qt ends the process where a picture goes before its painter
        return png_file(sheet.toImage())
