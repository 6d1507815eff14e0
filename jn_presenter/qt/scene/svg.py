"""SVG pictures, drawn by Qt as shapes. Most shows have none, so this is imported by the first."""

import logging
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer, QtSvg

from jn_presenter.confined import at_once
from jn_presenter.load.headers import Refusal
from jn_presenter.load.pictures import MOST_SVG_BYTES
from jn_presenter.load.svg import svg_size

log = logging.getLogger(__name__)

STATIC = QtSvg.Option.Tiny12FeaturesOnly | QtSvg.Option.DisableSMILAnimations


def paint_svg(painter: QPainter, file: str, stamp: str, place: QRectF) -> bool:
    """Draw the SVG stretched over `place`; False, and logged once, where it cannot be drawn."""
    try:
        renderer = _renderer(file, stamp)
    except (OSError, ValueError) as error:
        _report(file, stamp, str(error))
        return False
    renderer.render(painter, place)
    return True


@lru_cache(maxsize=16)
def _renderer(file: str, stamp: str) -> QSvgRenderer:
    """Raises OSError, ValueError; then it is tried again the next time, for the file's drive may be back."""
    renderer = QSvgRenderer()
    renderer.setOptions(STATIC)
    if not renderer.load(QByteArray(_harmless(file))):
        raise ValueError("Qt does not understand it")
    return renderer


@lru_cache(maxsize=256)
def _report(file: str, stamp: str, why: str) -> None:
    log.warning("图片无法显示 / the picture cannot be shown: %s (%s)", file, why)


def _harmless(file: str) -> bytes:
    """The content, looked at again: it may have changed since it was loaded, and Qt follows 2 ** 32 references.

    Raises OSError, ValueError.
    """
    with open(file, "rb", opener=at_once) as stream:
        content = stream.read(MOST_SVG_BYTES + 1)
    if len(content) > MOST_SVG_BYTES:
        raise ValueError(f"over {MOST_SVG_BYTES} bytes")
    found = svg_size(content)
    if isinstance(found, Refusal):
        raise ValueError(found.message.en)
    return content
