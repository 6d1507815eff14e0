"""Kiosks that are put away after a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.model.deck import Deck
from jn_presenter.qt.fonts import load_fonts
from tests.qt.windows.kiosk.hall import Hall, Open


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    load_fonts()
    halls: list[Hall] = []

    def make(deck: Deck, size: tuple[int, int] = (960, 540), **more: object) -> Hall:
        made = Hall(deck, tmp_path / "tries.json", **more)  # type: ignore[arg-type]
        halls.append(made)
        made.open(qtbot, size)
        return made

    yield make
    for made in halls:
        made.close()
