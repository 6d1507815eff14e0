"""People do anything at all to a kiosk, and nobody gets out."""

from bench.row import Limit, Row
from bench.soak.run import Progress, Run
from bench.storm import SEED, storm

GROWTH_MB = 5.0


def _storm(times: int, progress: Progress) -> list[Row]:
    found = storm(times, SEED, progress)
    kinds = ", ".join(f"{name} {count:,}" for name, count in sorted(found.kinds.items()))
    return [
        Row(
            what="random keys, touches and gestures: escapes",
            unit="",
            ours=len(found.escapes),
            limit=Limit("value", 0),
            n=found.events,
            spread="; ".join((*found.escapes, kinds)),
        ),
        Row(
            what="growth of its own memory meanwhile",
            unit="MB",
            ours=found.own_mb,
            limit=Limit("value", GROWTH_MB),
            n=found.events - found.warm_up,
            spread=f"the first {found.warm_up:,} are warm-up",
        ),
        Row(
            what="and of its share in pages of files, which are the system's to take back",
            unit="MB",
            ours=found.grown_mb - found.own_mb,
        ),
        Row(what="and of QObjects", unit="", ours=found.objects, limit=Limit("value", 0)),
        Row(what="and of descriptors and threads", unit="", ours=found.handles, limit=Limit("value", 0)),
    ]


STORM = Run(times=1_000_000, least=2000, go=_storm)
