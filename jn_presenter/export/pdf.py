"""A briefing as one PDF: vectors, a page a slide, its text selectable and searchable."""

from collections.abc import Iterable
from pathlib import Path

from jn_presenter.export.files import replacing
from jn_presenter.export.pages import Page
from jn_presenter.qt.scene.pdf import write_pdf


def export_pdf(pages: Iterable[Page], file: Path, title: str) -> tuple[Path, ...]:
    """Write the pages; returns the files written. Raises OSError where that cannot be."""
    with replacing(file) as part:
        write_pdf(part, ((page.fitted, page.step) for page in pages), title)
    return (file,)
