"""A checkout for a set-up to fill, and a machine to do it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.bootstrap import LISTS, Checkout
from tests.bootstrap.world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout that nothing was set up in yet."""
    (tmp_path / "requirements").mkdir()
    for name in LISTS:
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"# the list {name}\n")
    return Checkout(str(tmp_path))
