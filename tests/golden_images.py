"""Compares pictures with those in tests/golden, to the last bit.

JN_GOLDEN=update writes the pictures instead: look at every one that `git status` then shows as changed. A picture that
differs is left in tests/golden/failed, with what was expected and a picture of the difference; the failure says so.
"""

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

GOLDEN = Path(__file__).with_name("golden")
FAILED = GOLDEN / "failed"
UPDATE = "JN_GOLDEN"


def assert_golden(image: QImage, name: str) -> None:
    """Fail unless the picture is tests/golden/<name>.png, pixel for pixel."""
    file = GOLDEN / f"{name}.png"
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    if os.environ.get(UPDATE) == "update":
        GOLDEN.mkdir(exist_ok=True)
        assert image.save(str(file))
        return
    expected = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    if image == expected:
        return
    FAILED.mkdir(parents=True, exist_ok=True)
    image.save(str(FAILED / f"{name}-actual.png"))
    expected.save(str(FAILED / f"{name}-expected.png"))
    pytest.fail(f"{name}: {_difference(image, expected, name)}\nsee {FAILED}/{name}-*.png; {UPDATE}=update accepts it")


def _difference(image: QImage, expected: QImage, name: str) -> str:
    if expected.isNull():
        return f"there is no {GOLDEN / name}.png"
    if image.size() != expected.size():
        wide, high = expected.width(), expected.height()
        return f"{image.width()} x {image.height()} px instead of {wide} x {high}"
    levels = np.abs(pixels(image).astype(int) - pixels(expected).astype(int)).max(axis=2)
    shown = QImage(expected)
    seen = np.frombuffer(shown.bits(), np.uint8).reshape(levels.shape[0], -1, 4)
    seen[..., :3] //= 4
    seen[levels > 0, :3] = (255, 0, 255)
    shown.save(str(FAILED / f"{name}-difference.png"))
    return f"{(levels > 0).sum()} of {levels.size} pixels differ, by up to {levels.max()} levels"


def pixels(image: QImage) -> np.ndarray:
    """A copy of the picture's pixels as (height, width, 3) levels of blue, green and red."""
    data = np.frombuffer(image.constBits(), np.uint8).copy()
    return data.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3]
