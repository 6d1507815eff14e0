"""The table: the lines that were measured, with ratios and verdicts, and on what machine and when."""

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from bench.row import Failed, Limit, Row

PACKAGES = ("PySide6-Essentials", "pyqtgraph", "numpy", "msgspec", "PyYAML")
HEAD = ("what", "compared with", "ours", "ratio", "at most", "", "n", "samples")
QUIET = 0.2
"""Processors that others may use without disturbing the figures."""
VERDICTS = {True: "ok", False: "**over**", None: ""}


class Machine(Struct, frozen=True, kw_only=True):
    """Where and when the measurements were made."""

    date: str
    processor: str
    cores: int
    memory_gb: float
    system: str
    versions: tuple[tuple[str, str], ...]


def machine() -> Machine:
    """This machine, now."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    release = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return Machine(
        date=datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        processor=_processor(),
        cores=os.cpu_count() or 1,
        memory_gb=pages / 2**30,
        system=f"{release}, Linux {platform.release()}",
        versions=(("Python", platform.python_version()), *((name, version(name)) for name in PACKAGES)),
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def table(rows: Sequence[Row]) -> str:
    """The lines as a Markdown table, its columns padded so that it reads well in a terminal too."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(2, *(len(line[k]) for line in cells)) for k in range(len(HEAD))]
    lines = [" | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) for line in cells]
    lines.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    base = "" if row.base is None else f"{figure(row.base, row.unit)} ({row.versus})"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f} ×"
    limit = _limit(row.limit, row.unit)
    return (row.what, base, figure(row.ours, row.unit), ratio, limit, VERDICTS[row.within], str(row.n), row.spread)


def figure(value: float, unit: str) -> str:
    """The value in three digits or all of its whole ones; a whole number as it is."""
    places = 0 if isinstance(value, int) or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{places}f} {unit}".rstrip()


def _limit(limit: Limit | None, unit: str) -> str:
    if limit is None:
        return ""
    most = {"ratio": f"{limit.most:g} ×", "value": f"{limit.most:g} {unit}", "extra": f"+{limit.most:g} {unit}"}
    return most[limit.rule].rstrip()


def report(where: Machine, rows: Sequence[Row], failed: Iterable[Failed], others: float, minutes: float) -> str:
    """The whole page of the measurements."""
    troubles = [f"- not measured: {one.what}: {one.why}" for one in failed]
    lines = [
        "# Results",
        "",
        "Written by `python3 run.py bench`; README.md beside it says what each line means.",
        "",
        *_circumstances(where, rows, others, minutes, troubles),
        "",
        table(rows),
    ]
    return "\n".join(lines) + "\n"


def block(name: str, where: Machine, rows: Sequence[Row], others: float, minutes: float) -> str:
    """What came of one long run."""
    lines = [f"### {name}", "", *_circumstances(where, rows, others, minutes, ()), "", table(rows)]
    return "\n".join(lines) + "\n"


def _circumstances(
    where: Machine, rows: Sequence[Row], others: float, minutes: float, troubles: Sequence[str]
) -> list[str]:
    versions = ", ".join(f"{name} {number}" for name, number in where.versions)
    over = [row for row in rows if row.within is False]
    noise = "- **the machine was not quiet: only the ratios say something, and high percentiles nothing**"
    return [
        f"- {where.date}, in {minutes:.0f} minutes; other programs used {others:.2f} processors meanwhile",
        f"- {where.processor}, {where.cores} processors, {where.memory_gb:.0f} GB, {where.system}",
        f"- {versions}",
        f"- {len(over)} of {sum(row.within is not None for row in rows)} limits are exceeded",
        *troubles,
        *([noise] if others > QUIET else []),
    ]
