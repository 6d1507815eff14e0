"""Guards that are switched off, one after the other: for each a test that fails then, or it protects nothing."""

from bench.guards.every import GUARDS
from bench.guards.trial import LIMIT_S, tried
from bench.row import Limit, Row
from bench.soak.run import Progress, Run

NONE = Limit("value", 0)


def _switched_off(times: int, progress: Progress) -> list[Row]:
    """A share of them is spread over all kinds."""
    count = min(times, len(GUARDS))
    found = tried([GUARDS[k * len(GUARDS) // count] for k in range(count)], progress)
    survived = [one.guard.name for one in found if one.outcome == "survived"]
    untried = [f"{one.guard.name}: {one.said}" for one in found if one.outcome == "untried"]
    caught = sum(one.outcome == "caught" for one in found)
    hung = sum(one.outcome == "hung" for one in found)
    noticed = f"{caught + hung} of {len(found)} caught"
    return [
        Row(
            what="guards switched off that no test missed",
            unit="",
            ours=len(survived),
            limit=NONE,
            n=len(found),
            spread="; ".join((noticed, *([f"{hung} by tests of more than {LIMIT_S:g} s"] if hung else ()), *survived)),
        ),
        Row(
            what="and whose tests could not be run",
            unit="",
            ours=len(untried),
            limit=NONE,
            n=len(found),
            spread=" ".join("; ".join(untried)[:400].split()),
        ),
    ]


RUN = Run(times=len(GUARDS), least=3, go=_switched_off)
