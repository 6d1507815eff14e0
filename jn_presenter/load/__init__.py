"""Files to a deck and its problems; nothing here raises for bad content. The only place that reads YAML."""

from jn_presenter.load.deck import Loaded, load_deck, load_index, reload, uses_of, watched, with_slides, with_unsaved
from jn_presenter.load.errors import BriefingError, DeckError, FolderError, NoSlidesError, StyleError
from jn_presenter.load.sources import Sources, slide_file

__all__ = [
    "BriefingError",
    "DeckError",
    "FolderError",
    "Loaded",
    "NoSlidesError",
    "Sources",
    "StyleError",
    "load_deck",
    "load_index",
    "reload",
    "slide_file",
    "uses_of",
    "watched",
    "with_slides",
    "with_unsaved",
]
