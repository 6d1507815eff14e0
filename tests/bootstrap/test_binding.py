"""The locked Qt, where a version of it is known to be broken."""

import sys

from PySide6.QtGui import QColor, QImage, QPainter, QPen


def test_calls_that_return_nothing_keep_none_alive(qapp: object) -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 drops one reference of None at each, and aborts after seconds."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    pen = QPen(QColor("white"))
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 100
