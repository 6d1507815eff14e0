"""A kiosk's content: files torn under the running show, and weeks of advances that leave nothing behind."""

from bench.churn import SEED, churned
from bench.row import Limit, Row
from bench.soak.run import Progress, Run
from bench.weeks import advanced

GROWTH_MB = 5.0
NONE = Limit("value", 0)


def _churned(times: int, progress: Progress) -> list[Row]:
    found = churned(times, SEED, progress)
    kinds = ", ".join(f"{name} {count:,}" for name, count in sorted(found.kinds.items()))
    wrong = (*found.strays, *found.faults)
    return [
        Row(
            what="files torn under the running show: blank frames",
            unit="",
            ours=found.blank,
            limit=NONE,
            n=found.cycles,
            spread=f"{found.frames:,} frames looked at; {kinds}",
        ),
        Row(
            what="frames that are no slide of the deck, and errors",
            unit="",
            ours=len(wrong),
            limit=NONE,
            spread="; ".join(wrong[:5]),
        ),
        Row(what="decks restored that are not shown exactly", unit="", ours=int(not found.restored), limit=NONE),
    ]


def _advanced(times: int, progress: Progress) -> list[Row]:
    found = advanced(times, progress)
    return [
        Row(
            what="advances of a kiosk, with visits: errors",
            unit="",
            ours=len(found.errors),
            limit=NONE,
            n=found.advances,
            spread="; ".join((f"{found.visits:,} visits, {found.slides} slides", *found.errors[:5])),
        ),
        Row(
            what="growth of its own memory",
            unit="MB",
            ours=found.own_mb,
            limit=Limit("value", GROWTH_MB),
            n=found.advances,
            spread=f"after {found.warm_up:,} more of warm-up",
        ),
        Row(
            what="and of its share in pages of files, which are the system's to take back",
            unit="MB",
            ours=found.grown_mb - found.own_mb,
        ),
        Row(what="and of descriptors", unit="", ours=found.descriptors, limit=NONE),
        Row(what="and of threads", unit="", ours=found.threads, limit=NONE),
        Row(what="and of QObjects", unit="", ours=found.qobjects, limit=NONE),
    ]


CHURN = Run(times=10_000, least=60, go=_churned)
WEEKS = Run(times=100_000, least=200, go=_advanced)
