"""Make examples/gallery/videos/: a film of a few KB, drawn here, and its first frame as the poster.

Usage: python -m scripts.make_clip

A sun goes over three ridges and a row of lights comes on, and the end meets the beginning. It needs ffmpeg with VP9 on
PATH (Debian's package ffmpeg has it).
"""

from __future__ import annotations

import os
import subprocess
import sys
from math import cos, pi, sin
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter, QPolygonF

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "gallery" / "videos"
WIDTH, HEIGHT = 640, 360
FPS, SECONDS = 15, 8
RIDGES = (("#3a5a86", 0.62, 0.10, 1.0), ("#274368", 0.72, 0.08, 1.7), ("#172b47", 0.83, 0.05, 2.6))
"""Colour, height of the middle, and how far and how often it goes up and down; heights as shares of the picture's."""
LIGHTS = 14
ENCODE = (
    "ffmpeg -v error -y -f rawvideo -pix_fmt bgra -s {size} -r {fps} -i - -map_metadata -1 -fflags +bitexact"
    " -flags:v +bitexact -c:v libvpx-vp9 -b:v 0 -crf 45 -g 120 -pix_fmt yuv420p -deadline best -threads 1"
)


def frame(t: float) -> QImage:
    """The picture at t in 0..1; that at 1 is that at 0."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    day = 0.5 - 0.5 * cos(2 * pi * t)
    sky = QLinearGradient(0.0, 0.0, 0.0, HEIGHT)
    sky.setColorAt(0.0, _mix("#0d1b2e", "#5f93c4", day))
    sky.setColorAt(1.0, _mix("#1d3553", "#f2d9a8", day))
    painter.fillRect(image.rect(), sky)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor("#ffd98a"))
    painter.drawEllipse(QPointF(WIDTH * (0.15 + 0.7 * t), HEIGHT * (0.9 - 0.65 * sin(pi * t))), 22.0, 22.0)
    for k, (colour, middle, swing, often) in enumerate(RIDGES):
        xs = range(0, WIDTH + 8, 8)
        tops = [QPointF(x, HEIGHT * (middle - swing * sin(often * 2 * pi * x / WIDTH + k))) for x in xs]
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([QPointF(0.0, HEIGHT), *tops, QPointF(WIDTH, HEIGHT)]))
    for k in range(LIGHTS):
        painter.setBrush(_mix("#ffc14d", "#172b47", min(1.0, 2.0 * day)))
        painter.drawRect(QRectF(40.0 + k * 42.0, HEIGHT - 34.0 - 9.0 * (k % 3), 7.0, 10.0))
    painter.end()
    return image


def _mix(a: str, b: str, share: float) -> QColor:
    one, other = QColor(a), QColor(b)
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


def main() -> int:
    """Writes both files; returns the encoder's exit code."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv)
    FOLDER.mkdir(exist_ok=True)
    frame(0.0).save(str(FOLDER / "ridge.png"))
    frames = b"".join(bytes(frame(k / (FPS * SECONDS)).constBits()) for k in range(FPS * SECONDS))
    command = ENCODE.format(size=f"{WIDTH}x{HEIGHT}", fps=FPS).split()
    done = subprocess.run([*command, str(FOLDER / "ridge.webm")], input=frames, check=False)
    del application
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
