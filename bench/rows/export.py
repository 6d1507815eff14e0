"""What a slide of the shipped briefing costs in an export of all of them, and how long the whole command takes."""

import sys
import time
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory

from bench.desktop import users_environment
from bench.lab import Lab
from bench.page_times import PageTimes, unpack
from bench.process import output
from bench.row import Limit, Row
from bench.stats import summary
from jn_presenter.paths import shipped_slides

RUNS = 5
LIMIT_S = 300.0
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
    return rows


def pages(kind: str, folder: Path) -> PageTimes:
    """What each page takes in a process that exports all of them for the second time. Raises RuntimeError."""
    return unpack(_output([sys.executable, "-m", "bench.exporting", str(shipped_slides()), kind, str(folder)]))


def command(kind: str, folder: Path) -> float:
    """Ms from the start to the end of `jn-presenter export` of all slides. Raises RuntimeError."""
    target = folder / "command" if kind == "png" else folder / "command.pdf"
    began = time.perf_counter()
    _output([sys.executable, "-m", "jn_presenter", "export", "-o", str(target), "--to", kind])
    return 1000 * (time.perf_counter() - began)


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
