"""Files to a deck and its problems; nothing here raises for bad content. The only place that reads YAML."""

from jn_presenter.load.deck import (
    Batch,
    Loaded,
    load_deck,
    load_index,
    merged,
    read_slides,
    reload,
    watched,
    with_slides,
)
from jn_presenter.load.errors import BriefingError, DeckError, FolderError, NoSlidesError, StyleError
from jn_presenter.load.sources import Sources, slide_file

__all__ = [
    "Batch",
    "BriefingError",
    "DeckError",
    "FolderError",
    "Loaded",
    "NoSlidesError",
    "Sources",
    "StyleError",
    "load_deck",
    "load_index",
    "merged",
    "read_slides",
    "reload",
    "slide_file",
    "watched",
    "with_slides",
]
