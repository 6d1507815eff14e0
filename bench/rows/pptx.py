"""What a PowerPoint file of thirty slides takes, of the briefing and of the gallery's charts and tables."""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.desktop import users_environment
from bench.lab import Lab
from bench.office import converted_ms, is_there
from bench.pptx import Times, unpack
from bench.process import output
from bench.row import Limit, Row
from jn_presenter.paths import shipped_slides

RUNS = 5
SLIDES = 30
LIMIT_S = 120.0
MOST_MS = 1000.0
GALLERY = Path(__file__).parents[2] / "examples" / "gallery"


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where an export fails."""
    rows: list[Row] = []
    for what, deck in (("the briefing", shipped_slides()), ("charts and tables of the gallery", GALLERY)):
        with TemporaryDirectory(dir=lab.folder) as folder:
            file = Path(folder) / "briefing.pptx"
            command = [sys.executable, "-m", "bench.pptx", str(deck), str(file), str(SLIDES)]
            times = [unpack(output(command, users_environment(), LIMIT_S)) for _ in range(lab.count(RUNS))]
            opened = converted_ms(file, Path(folder)) if is_there() and not rows else None
        rows.append(row_of(what, times, opened))
    return rows


def row_of(what: str, times: list[Times], opened: float | None) -> Row:
    """The line of the table. opened: ms in which LibreOffice makes a PDF of the file, where that was measured."""
    worked = f"processor {median(one.processor for one in times):.0f}"
    again = f"again {median(one.again for one in times):.0f}"
    more = f"; LibreOffice makes a PDF of it in {opened:.0f}" if opened is not None else ""
    return Row(
        what=f"export to PPTX, {SLIDES} slides: {what}",
        unit="ms",
        ours=median(one.first for one in times),
        base=median(one.floor for one in times),
        versus="python-pptx, words only",
        limit=Limit("value", MOST_MS),
        n=len(times),
        spread=f"most {max(one.first for one in times):.0f}; {worked}; {again}{more}",
    )
