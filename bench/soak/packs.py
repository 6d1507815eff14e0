"""Packs of content: damaged in every way, and taken by a process that is killed."""

from bench.fired import taken_under_fire
from bench.row import Limit, Row
from bench.soak.run import Progress, Run
from bench.spoilt import SEED, spoilt

NONE = Limit("value", 0)
HANG_MS = 2000.0


def _fired(times: int, progress: Progress) -> list[Row]:
    found = taken_under_fire(times, SEED, progress)
    return [
        Row(
            what="packs whose taking was killed by -9: neither the deck before nor the new one whole",
            unit="",
            ours=len(found.torn),
            limit=NONE,
            n=found.killed,
            spread=f"{found.while_writing} while it wrote; the new one stood {found.new} times",
        )
    ]


def _spoilt(times: int, progress: Progress) -> list[Row]:
    found = spoilt(times, SEED, progress)
    codes = ", ".join(f"{code} {count:,}" for code, count in sorted(found.codes.items()))
    return [
        Row(
            what="damaged and forged packs, within 2 GiB: taken, errors, or anything left",
            unit="",
            ours=found.taken + len(found.raised) + found.left,
            limit=NONE,
            n=found.packs,
            spread="; ".join((*found.raised[:3], codes)),
        ),
        Row(what="and how long one is tried, most", unit="ms", ours=found.most_ms, limit=Limit("value", HANG_MS)),
    ]


FIRED = Run(times=200, least=4, go=_fired)
SPOILT = Run(times=10_000, least=60, go=_spoilt)
