"""What a slide of the shipped briefing costs in an export of all of them, and how long the whole command takes."""

import sys
import time
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory

from bench.desktop import users_environment
from bench.lab import Lab
from bench.likeness import Likeness
from bench.likeness import unpack as unpack_likeness
from bench.office import converted_ms, is_there
from bench.page_times import PageTimes, unpack
from bench.printing import Printed
from bench.printing import unpack as printing_times
from bench.process import output
from bench.row import Limit, Row
from bench.stats import summary
from jn_presenter.paths import shipped_slides

RUNS = 5
LIMIT_S = 300.0
MARKS_MS, CHARTS_MS = 5.0, 15.0
MOST_APART = 2.0
"""Per cent of the pixels of a page."""
OF_OFFICE = 0.1
"""How much of LibreOffice's time an export may take."""
GALLERY = Path(__file__).parents[2] / "examples" / "gallery"
KINDS = {"pdf": ("PDF", "QPdfWriter, words only", 15.0), "png": ("PNG, 1920×1080", "QImage.save", 60.0)}
"""What each is called, what it is compared with, and the most ms a slide may take."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where an export fails."""
    rows: list[Row] = []
    for kind in KINDS:
        times: list[PageTimes] = []
        commands: list[float] = []
        for _ in range(lab.count(RUNS)):
            with TemporaryDirectory(dir=lab.folder) as folder:
                times.append(pages(kind, Path(folder)))
                commands.append(command(kind, Path(folder)))
        rows += rows_of(kind, times, commands)
        if kind == "pdf":
            rows += printing(lab, median(commands))
    return rows


def printing(lab: Lab, command_ms: float) -> list[Row]:
    """What a page costs that is laid out, an export beside LibreOffice's, and how like the screen the pages are."""
    with TemporaryDirectory(dir=lab.folder) as name:
        folder = Path(name)
        command = [sys.executable, "-m", "bench.printing", str(shipped_slides()), str(GALLERY), name]
        printed = [printing_times(_output(command)) for _ in range(lab.count(RUNS))]
        office = converted_ms(folder / "briefing.pptx", folder) if is_there() else None
    likeness = [sys.executable, "-m", "bench.likeness", str(shipped_slides())]
    return printing_rows(printed, command_ms, office, unpack_likeness(_output(likeness)))


def pages(kind: str, folder: Path) -> PageTimes:
    """What each page takes in a process that exports all of them for the second time. Raises RuntimeError."""
    return unpack(_output([sys.executable, "-m", "bench.exporting", str(shipped_slides()), kind, str(folder)]))


def command(kind: str, folder: Path) -> float:
    """Ms from the start to the end of `jn-presenter export` of all slides. Raises RuntimeError."""
    target = folder / "command" if kind == "png" else folder / "command.pdf"
    began = time.perf_counter()
    _output([sys.executable, "-m", "jn_presenter", "export", "-o", str(target), "--to", kind])
    return 1000 * (time.perf_counter() - began)


def printing_rows(printed: list[Printed], command_ms: float, office: float | None, alike: list[Likeness]) -> list[Row]:
    """The lines of the table. command_ms: our whole command; office: LibreOffice's, where the machine has it."""
    slides, count = printed[0].slides, len(printed)
    least = max(alike, key=lambda one: one.share)
    share = 100 * least.share
    found = [
        Row(
            what="PDF, a page of our marks that is laid out",
            unit="ms",
            ours=median(one.marks for one in printed),
            limit=Limit("value", MARKS_MS),
            n=count,
        ),
        Row(
            what="PDF, a page with a chart of pyqtgraph that is laid out",
            unit="ms",
            ours=median(one.charts for one in printed),
            limit=Limit("value", CHARTS_MS),
            n=count,
            spread=f"the slowest page {median(one.most for one in printed):.1f}, a stream of thousands of points",
        ),
        Row(
            what="PDF pages that differ from the screen’s picture, pixels beyond 40 levels on the worst",
            unit="%",
            ours=share,
            limit=Limit("value", MOST_APART),
            n=len(alike),
            spread=f"{least.slide}, {least.style}; drawn by poppler; p50 {median(one.share for one in alike):.2%}",
        ),
    ]
    if office is not None:
        running = median(one.running for one in printed)
        found.append(
            Row(
                what=f"{slides} slides to PDF, laid out and written",
                unit="ms",
                ours=running,
                base=office,
                versus="LibreOffice, our PPTX of them",
                limit=Limit("ratio", OF_OFFICE),
                n=count,
                spread=f"{office / running:.1f} times as fast; as a whole command, its start included, "
                f"{office / command_ms:.1f} times",
            )
        )
    return found


def _output(command: list[str]) -> bytes:
    return output(command, users_environment(), LIMIT_S)


def rows_of(kind: str, times: list[PageTimes], commands: list[float]) -> list[Row]:
    """The lines of the table: the median of the runs' means, since the limit is on all slides together."""
    what, versus, most = KINDS[kind]
    every = summary([ms for run in times for ms in run.ours])
    processor = median(run.processor_ms / len(run.ours) for run in times)
    return [
        Row(
            what=f"export to {what}, a slide",
            unit="ms",
            ours=median(fmean(run.ours) for run in times),
            base=median(fmean(run.floor) for run in times),
            versus=versus,
            limit=Limit("value", most),
            n=every.n,
            spread=f"p50 {every.p50:.1f}, p95 {every.p95:.1f}, most {every.most:.1f}; processor {processor:.1f}",
        ),
        Row(
            what=f"export to {what}, the command with all {len(times[0].ours)} slides",
            unit="ms",
            ours=median(commands),
            n=len(commands),
            spread=f"{min(commands):.0f}–{max(commands):.0f}",
        ),
    ]
