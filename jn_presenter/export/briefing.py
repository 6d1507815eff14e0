"""The one way into export: the chosen slides of a deck as files of a format."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jn_presenter.export.contact import export_contact
from jn_presenter.export.pages import Page, Pages
from jn_presenter.export.pdf import export_pdf
from jn_presenter.export.png import export_png
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.ink import Strokes
from jn_presenter.model.options import ExportKind
from jn_presenter.model.style import Style
from jn_presenter.qt.scene.pdf import page_canvas

Over = Callable[[Iterable[Page]], Iterable[Page]]
"""Hands the pages on one by one, and may count them."""


def export(
    deck: Deck,
    slides: tuple[str, ...],
    kind: ExportKind,
    output: Path,
    *,
    languages: tuple[str, ...],
    style: Style,
    size: tuple[int, int],
    measure: Measure,
    snapshots: Snapshots | None = None,
    ink: Mapping[str, Strokes] | None = None,
    over: Over = iter,
) -> tuple[Path, ...]:
    """Write slides (ids in deck.slides, at least one) for a screen of `size` px; returns the files written.

    ink: slide -> what is drawn on it. Raises OSError where they cannot be written.
    """
    canvas = canvas_for(*size)
    pages = Pages(
        deck=deck,
        slides=slides,
        canvas=page_canvas(canvas) if kind == "pdf" else canvas,
        languages=languages,
        style=style,
        measure=measure,
        snapshots=snapshots or {},
        ink=ink or {},
    )
    if kind == "pdf":
        return export_pdf(over(pages), output, pages.title)
    if kind == "png":
        return export_png(over(pages), output, size, len(pages))
    return export_contact(over(pages), output, pages)
