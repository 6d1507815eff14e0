"""Pages of a PDF, through the painters of the screen: shapes stay vectors and text stays text."""

import errno
import os
import re
from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from jn_presenter import __version__
from jn_presenter.compose import FittedSlide, frame
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import AnyMark
from jn_presenter.qt.scene.paint import paint

POINTS = 0.5
"""Points per logical px. A wide slide is 960 x 540 pt, the 13.33 x 7.5 inch of office programs, and body text 18 pt."""
DPI = round(72 / POINTS)
"""So that a device px is a logical px."""

# Qt 6.11 masks a gradient that fades by the alpha of a shading that has none, so that it does not fade at all; what it
# meant is the shading's luminosity. Both are written anew in the bytes that they have, since the file has a table of
# all offsets. Painting the gradient in bands instead would show a seam at every band.
MASK = re.compile(rb"<< /SMask << /S /Alpha /G (\d+) 0 R >> >>")
MASK_FORM = re.compile(rb"/Type /XObject\n/Subtype /Form\n(/BBox \[[-\d. ]+\]\n)/Group <</S /Transparency >>")


class Inset(Struct, frozen=True):
    """A slide at t = 1 of a step on a sheet: its top left in px of the sheet, and how much smaller it is there."""

    fitted: FittedSlide
    step: int
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


class Sheet(Struct, frozen=True, kw_only=True):
    """A page: slides and marks of its own, in the order of reading, which is the order in which they are written.

    In px, of which each is POINTS points.
    """

    parts: tuple[Inset | AnyMark, ...]


def pdf_file(size: Canvas, sheets: Iterable[Sheet], title: str) -> bytes:
    """The sheets, at least one and all of one size, as a file; without bookmarks and language, which Qt cannot write.

    Raises OSError where Qt cannot write it, and MemoryError where the memory is short.
    """
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setCreator(f"JN Presenter {__version__}")
    writer.setResolution(DPI)
    writer.setPageLayout(_page(size))
    painter = QPainter()
    try:
        for sheet in sheets:
            if not painter.isActive():
                painter.begin(writer)
            else:
                writer.newPage()
            for part in sheet.parts:
                if isinstance(part, Inset):
                    _paint(painter, part)
                else:
                    paint(painter, (part,))
    finally:
        ended = painter.isActive() and painter.end()  # Qt ends the process where a device goes before its painter
    if not ended:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    return _faded(bytes(device.data().data()))


def page_canvas(canvas: Canvas) -> Canvas:
    """The canvas in whole points, which is what a page's size is kept in: so that no edge of a page stays white."""
    return Canvas(round(canvas.width * POINTS) / POINTS, round(canvas.height * POINTS) / POINTS)


def _paint(painter: QPainter, inset: Inset) -> None:
    """A slide that has the page to itself needs no bounds: nothing is seen beyond its edges anyway."""
    small = inset.scale != 1.0 or inset.x or inset.y
    if small:
        painter.save()
        painter.translate(inset.x, inset.y)
        painter.scale(inset.scale, inset.scale)
        canvas = inset.fitted.canvas
        painter.setClipRect(QRectF(0.0, 0.0, canvas.width, canvas.height), Qt.ClipOperation.IntersectClip)
    paint(painter, inset.fitted.ground)
    for element in frame(inset.fitted, inset.step):
        paint(painter, element.marks)
    if small:
        painter.restore()


def _page(size: Canvas) -> QPageLayout:
    page = QPageSize(
        QSizeF(size.width * POINTS, size.height * POINTS),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF())


def _faded(content: bytes) -> bytes:
    for pattern, luminosity in (
        (MASK, b"<</SMask<</S/Luminosity/G %b 0 R>>>>"),
        (MASK_FORM, b"/Subtype /Form\n%b/Group <</S/Transparency/CS/DeviceGray>>"),
    ):
        content = pattern.sub(lambda found, to=luminosity: (to % found[1]).ljust(len(found[0])), content)  # type: ignore[misc]
    return content
