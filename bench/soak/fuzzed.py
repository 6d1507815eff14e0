"""Broken files of every kind: no crash, no hang, each process under limits of memory and time.

Time is that of the processor, so that it is the same on a busy machine; what sleeps and does not work is given more.
"""

from bench.fuzz.pool import WAIT_S, fuzz
from bench.fuzz.worker import LIMIT_S
from bench.row import Limit, Row
from bench.soak.run import Progress, Run

SEED = 20210604


def fuzzing(kind: str, what: str, times: int) -> Run:
    """The run for files of that kind, which the table calls `what`."""

    def go(count: int, progress: Progress) -> list[Row]:
        found = fuzz(kind, count, SEED, progress)
        pace = f"{count / found.seconds:.0f} a second; slowest {found.slowest_s:.2f} s of the processor"
        crashes, hangs = found.count("crash"), found.count("hang")
        none = Limit("value", 0)
        late = f"{what}: over {LIMIT_S} s of the processor, or {WAIT_S:.0f} s asleep"
        return [
            Row(what=f"{what}: crashes", unit="", ours=crashes, limit=none, n=count, spread=pace),
            Row(what=late, unit="", ours=hangs, limit=none, n=count),
        ]

    return Run(times=times, least=20, go=go)


DECKS = fuzzing("decks", "malformed decks", 100_000)
IMAGES = fuzzing("images", "broken pictures", 10_000)
SVGS = fuzzing("svgs", "broken drawings in SVG", 10_000)
SHEETS = fuzzing("sheets", "broken CSV and XLSX files", 10_000)
