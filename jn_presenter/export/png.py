"""A briefing as pictures: one PNG a slide, numbered, in a folder."""

from collections.abc import Iterable
from pathlib import Path

from jn_presenter.export.files import write
from jn_presenter.export.pages import Page
from jn_presenter.qt.scene.stills import Stills


def export_png(pages: Iterable[Page], folder: Path, size: tuple[int, int], total: int) -> tuple[Path, ...]:
    """Write a picture of `size` px for each of `total` pages; returns the files written.

    Files of an earlier export stay where this one has no page of that name. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stills = Stills()
    written = []
    for page in pages:
        file = folder / name(page, total)
        write(file, stills.png(page.fitted, page.step, *size))
        written.append(file)
    return tuple(written)


def name(page: Page, total: int) -> str:
    """`03-industry-cluster-targets.png`: sorted by name the files are in show order."""
    digits = max(2, len(str(total)))
    return f"{page.number:0{digits}}-{page.slide.replace('/', '-')}.png"
