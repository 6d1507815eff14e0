"""A kiosk that is killed, stopped, stuck and restarted, with the hall's eyes on its screen."""

from collections.abc import Sequence

from bench import kept
from bench.row import Limit, Row
from bench.soak.run import Progress, Run
from bench.stats import summary

BACK_MS, HANG_MS = 3000.0, 10_000.0
SEED = 20210604


def _killed(times: int, progress: Progress) -> list[Row]:
    found = kept.killed(times, SEED, progress)
    return [*_right("kill -9 at random moments", found), _back("and until a slide is seen again", found, BACK_MS)]


def _stopped(times: int, progress: Progress) -> list[Row]:
    found = kept.stopped(times, SEED, progress)
    return [*_right("stopped from outside", found), _back("and until a slide is seen again", found, HANG_MS)]


def _blocked(times: int, progress: Progress) -> list[Row]:
    found = kept.blocked(times, progress)
    silent = sum(not told for _, told in found)
    times_ms = summary([ms for ms, _ in found])
    return [
        Row(
            what="the window's thread waits for ever, until a slide is seen again, most",
            unit="ms",
            ours=times_ms.most,
            limit=Limit("value", HANG_MS),
            n=len(found),
            spread=f"p50 {times_ms.p50:.0f}",
        ),
        Row(what="hangs whose place is not in the log", unit="", ours=silent, limit=Limit("value", 0), n=len(found)),
    ]


def _restarts(times: int, progress: Progress) -> list[Row]:
    left = kept.restarts(times, progress)
    grown = max(left.descriptors, left.threads, left.children)
    what = f"descriptors, threads and processes left behind by {left.restarts:,} restarts"
    return [Row(what=what, unit="", ours=grown, limit=Limit("value", 0), n=left.restarts)]


def _right(what: str, found: Sequence[kept.Returned]) -> list[Row]:
    wrong = sum(not one.right for one in found)
    return [
        Row(what=f"{what}: not on the right slide again", unit="", ours=wrong, limit=Limit("value", 0), n=len(found))
    ]


def _back(what: str, found: Sequence[kept.Returned], limit_ms: float) -> Row:
    times = summary([one.ms for one in found])
    return Row(
        what=f"{what}, p95",
        unit="ms",
        ours=times.p95,
        limit=Limit("value", limit_ms),
        n=len(found),
        spread=f"p50 {times.p50:.0f}, most {times.most:.0f}",
    )


KILLS = Run(times=200, least=2, go=_killed)
STOPS = Run(times=20, go=_stopped)
HANGS = Run(times=10, go=_blocked)
RESTARTS = Run(times=1000, least=10, go=_restarts)
