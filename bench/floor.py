"""The floor: a bare PySide6 window that blits one prepared QPixmap a slide, the next one painted in idle time.

`python -m bench.floor SLIDES` goes on with Right, back with Left, to the ends with Home and End. It imports nothing but
Qt and what the slides say, since its start is measured too.
"""

import sys

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from bench import content, marker

WIDTH, HEIGHT = 1920.0, 1080.0
"""The slide in logical px."""
PAPER, INK, BAR = "#f7f5ef", "#1c2530", "#2c6aa8"
FAMILY = "Noto Sans CJK SC"


def render(n: int, width: int, height: int) -> QPixmap:
    """Slide n in width x height device px."""
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(PAPER))
    painter = QPainter(pixmap)
    painter.scale(width / WIDTH, height / HEIGHT)
    painter.setPen(QColor(INK))
    font = QFont(FAMILY)

    def words(x: float, baseline: float, size: int, text: str) -> None:
        font.setPixelSize(size)
        painter.setFont(font)
        painter.drawText(int(x), int(baseline), text)

    words(112, 160, 72, content.title(n))
    for k, point in enumerate(content.points(n)):
        words(112, 340 + 120 * k, 36, f"— {point}")
    for k, (label, value) in enumerate(zip(content.LABELS, content.values(n), strict=True)):
        x, tall = 1040 + 160 * k, 6.0 * value
        painter.fillRect(QRectF(x, 900 - tall, 96, tall), QColor(BAR))
        words(x, 950, 28, label)
        words(x + 24, 884 - tall, 28, str(value))
    painter.fillRect(QRectF(*marker.box(WIDTH, HEIGHT)), QColor(marker.hex_colour(n)))
    painter.end()
    return pixmap


class Floor(QWidget):
    """Shows slide `current` of `slides`; holds it and its two neighbours."""

    def __init__(self, slides: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.slides = slides
        self.current = 1
        self.pixmaps: dict[int, QPixmap] = {}

    def pixmap(self, n: int) -> QPixmap:
        if n not in self.pixmaps:
            self.pixmaps[n] = render(n, self.width(), self.height())
        return self.pixmaps[n]

    def prepare(self) -> None:
        near = range(max(1, self.current - 1), min(self.slides, self.current + 1) + 1)
        self.pixmaps = {n: pixmap for n, pixmap in self.pixmaps.items() if n in near}
        self.pixmap(near[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.pixmap(self.current))
        painter.end()
        QTimer.singleShot(0, self.prepare)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Right: self.current + 1,
            Qt.Key.Key_Left: self.current - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.slides,
        }
        wanted = keys.get(Qt.Key(event.key()), self.current)
        self.current = min(max(1, wanted), self.slides)
        self.update()


def main() -> int:
    """Show the floor until it is ended."""
    application = QApplication(sys.argv[:1])
    floor = Floor(int(sys.argv[1]))
    floor.showFullScreen()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
