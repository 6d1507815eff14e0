"""Which types of elements PowerPoint has something of its own for, and what writes them."""

from jn_presenter.export.pptx.slide import Native

NATIVE: dict[str, Native] = {}
