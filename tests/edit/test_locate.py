"""The cursor and the elements of a slide point at each other."""

from pathlib import Path

import pytest

from jn_presenter.edit.locate import element_at, path_at, place_of
from jn_presenter.load import load_deck
from jn_presenter.load.sources import Places
from jn_presenter.paths import shipped_slides

FILE = "industry/cluster-targets.yaml"


@pytest.fixture(scope="module")
def places() -> Places:
    return load_deck(str(shipped_slides())).sources.files[FILE]


@pytest.fixture(scope="module")
def text() -> str:
    return Path(shipped_slides(), FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("layout: ", ""),
        ("chart-right", "layout"),
        ("软件业领衔", "title.zh"),
        ("target-auto, target-grid", "chart.facts.2"),
        ("type: ", "chart"),
    ],
)
def test_the_smallest_value_around_the_cursor_is_meant(places: Places, text: str, words: str, path: str) -> None:
    assert path_at(places, text.index(words) + 1) == path


def test_every_value_is_found_by_its_own_last_character(places: Places) -> None:
    scalars = [path for path in places.paths if not any(one.startswith(f"{path}.") for one in places.paths)]
    assert len(scalars) > 20
    for path in filter(None, scalars):
        span = places.get(path)
        assert span is not None
        assert span.end == span.start or path_at(places, span.end - 1) == path
        assert place_of(places, path) == span


def test_an_element_is_found_from_anything_within_it(places: Places, text: str) -> None:
    elements = ("title", "points", "chart")
    assert element_at(places, text.index("type: "), elements) == "chart"
    assert element_at(places, text.index("layout: ") + len("layout: chart"), elements) == ""
    assert element_at(places, text.index("points:") + len("points:\n  - zh: 软"), elements) == "points"


def test_an_element_within_a_slot_is_found_from_the_slot(places: Places, text: str) -> None:
    at = text.index("type: ")
    assert element_at(places, at, ("chart.1",)) in ("", "chart.1")
    assert place_of(places, "chart.9.nothing") == places.get("chart")
    assert place_of(places, "nowhere") is None
