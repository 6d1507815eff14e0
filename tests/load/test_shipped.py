"""The decks that are shipped load without a problem."""

from pathlib import Path

import pytest

from jn_presenter.load import load_deck
from jn_presenter.paths import shipped_slides

SHIPPED = [shipped_slides(), *sorted((Path(__file__).parents[2] / "examples").iterdir())]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_deck_has_no_problem(folder: Path) -> None:
    loaded = load_deck(folder)
    assert [problem.render("en") for problem in loaded.problems] == []
    assert set(loaded.deck.slides) == set(loaded.deck.order)
