"""The measurements, one file each: `measure(lab)` takes the samples and returns lines of the table."""

from collections.abc import Callable

from bench.lab import Lab
from bench.row import Row
from bench.rows import (
    advance,
    charts,
    check,
    data,
    edit,
    export,
    find,
    flood,
    frames,
    ink,
    journal,
    jump,
    overview,
    pptx,
    reload,
    screens,
    sheet,
    size,
    soak,
    start,
    strip,
    visits,
)

MEASUREMENTS: dict[str, Callable[[Lab], list[Row]]] = {
    "start": start.measure,
    "advance": advance.measure,
    "jump": jump.measure,
    "frames": frames.measure,
    "size": size.measure,
    "soak": soak.measure,
    "reload": reload.measure,
    "edit": edit.measure,
    "check": check.measure,
    "export": export.measure,
    "pptx": pptx.measure,
    "data": data.measure,
    "sheet": sheet.measure,
    "charts": charts.measure,
    "strip": strip.measure,
    "flood": flood.measure,
    "find": find.measure,
    "overview": overview.measure,
    "visits": visits.measure,
    "ink": ink.measure,
    "journal": journal.measure,
    "screens": screens.measure,
}
"""By the name under which one may be asked for, in the order of the table."""
