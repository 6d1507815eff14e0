"""docs/charts.md is what the program is: every chart and feed of the registries, with its picture and its YAML."""

import re

import pytest
from PIL import Image

from jn_presenter.feeds import FEEDS
from jn_presenter.load import Loaded, load_deck
from scripts.make_charts import GALLERY, HEIGHT, OUTPUT, WIDTH, charts, reference

WRITTEN = (OUTPUT / "charts.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gallery() -> Loaded:
    return load_deck(GALLERY)


def test_it_is_fresh(gallery: Loaded) -> None:
    assert reference(gallery) == WRITTEN, "run: python -m scripts.make_charts"


def test_every_chart_and_every_feed_is_in_it() -> None:
    headings = re.findall(r"^## (.+)$", WRITTEN, re.MULTILINE)
    assert headings == [*(name for name, _ in charts()), *FEEDS.names()]


def test_every_chart_has_its_picture() -> None:
    pictures = {file.stem: file for file in (OUTPUT / "charts").glob("*.png")}
    assert pictures.keys() == {name for name, _ in charts()}
    for file in pictures.values():
        assert file.stat().st_size < 100_000
        with Image.open(file) as picture:
            assert picture.size == (WIDTH, HEIGHT)
