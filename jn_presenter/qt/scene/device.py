"""What a painter paints on: how many device px a logical px has, and whether shapes stay shapes there."""

from msgspec import Struct
from PySide6.QtGui import QPaintEngine, QPainter, QTransform

_VECTOR = (QPaintEngine.Type.Pdf, QPaintEngine.Type.SVG, QPaintEngine.Type.Picture)


class Device(Struct, frozen=True):
    """`scale` is device px per logical px. On a vector device nothing is snapped to pixels or scaled beforehand."""

    scale: float
    vector: bool


def device_of(painter: QPainter) -> Device:
    """The device that the painter is painting on, at its present transformation."""
    return Device(painter.deviceTransform().m11(), painter.paintEngine().type() in _VECTOR)


def to_device(painter: QPainter) -> QTransform:
    """Make device px the painter's coordinates, and return the way from its former coordinates to them.

    The painter is to be saved before and restored after.
    """
    whole = painter.deviceTransform()
    beyond = painter.transform().inverted()[0] * whole
    painter.setTransform(beyond.inverted()[0])
    return whole
