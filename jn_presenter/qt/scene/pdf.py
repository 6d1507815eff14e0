"""Slides as pages of a PDF, through the painters of the screen: shapes stay vectors and text stays text."""

import errno
import re
from collections.abc import Iterable
from mmap import mmap
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from jn_presenter import __version__
from jn_presenter.compose import FittedSlide, frame
from jn_presenter.model.geometry import Canvas
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


def write_pdf(file: Path, slides: Iterable[tuple[FittedSlide, int]], title: str) -> None:
    """Write slides of one canvas, each at t = 1 of a step, as the pages of a file; with none, nothing is written.

    Raises OSError where the file cannot be written.
    """
    device = QFile(str(file))
    if not device.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(errno.EIO, device.errorString(), str(file))
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setCreator(f"JN Presenter {__version__}")
    writer.setResolution(DPI)
    painter = QPainter()
    for fitted, step in slides:
        if painter.isActive():
            writer.newPage()
        else:
            writer.setPageLayout(_page(fitted.canvas))
            painter.begin(writer)
        paint(painter, fitted.ground)
        for element in frame(fitted, step):
            paint(painter, element.marks)
    painted = painter.isActive() and painter.end()
    written = device.flush() and device.error() == QFile.FileError.NoError
    why = device.errorString()
    device.close()
    if not written:
        raise OSError(errno.EIO, why, str(file))
    if painted:
        _mend_fading(file)


def page_canvas(canvas: Canvas) -> Canvas:
    """The canvas in whole points, which is what a page's size is kept in: so that no edge of a page stays white."""
    return Canvas(round(canvas.width * POINTS) / POINTS, round(canvas.height * POINTS) / POINTS)


def _page(canvas: Canvas) -> QPageLayout:
    size = QPageSize(
        QSizeF(canvas.width * POINTS, canvas.height * POINTS),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def _mend_fading(file: Path) -> None:
    with file.open("r+b") as stream, mmap(stream.fileno(), 0) as content:
        for pattern, luminosity in (
            (MASK, b"<</SMask<</S/Luminosity/G %b 0 R>>>>"),
            (MASK_FORM, b"/Subtype /Form\n%b/Group <</S/Transparency/CS/DeviceGray>>"),
        ):
            for found in pattern.finditer(content):
                start, end = found.span()
                content[start:end] = (luminosity % found[1]).ljust(end - start)
