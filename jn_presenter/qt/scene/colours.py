"""Colours of marks as Qt's objects, made once: frames of an animation ask for the same few again and again."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from jn_presenter.model.marks import Gradient


@lru_cache(maxsize=1024)
def colour(name: str, alpha: float = 1.0) -> QColor:
    """The colour of #rrggbb with alpha 0..1; shared, so not to be changed."""
    made = QColor(name)
    made.setAlphaF(alpha)
    return made


@lru_cache(maxsize=256)
def brush(fill: str | Gradient) -> QBrush:
    """A brush of #rrggbb or of a gradient in logical px; shared, so not to be changed."""
    if isinstance(fill, str):
        return QBrush(colour(fill))
    gradient = QLinearGradient(QPointF(fill.x0, fill.y0), QPointF(fill.x1, fill.y1))
    for at, name, alpha in fill.stops:
        gradient.setColorAt(at, colour(name, alpha))
    return QBrush(gradient)
