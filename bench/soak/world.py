"""A kiosk without network, disk, home or the right time: the show goes on."""

from bench import world
from bench.row import Limit, Row
from bench.soak.run import Progress, Run

STANDS_MS = 3000.0
"""A slide of that deck is shown for two seconds at most."""


def _weathered(seconds: int, progress: Progress) -> list[Row]:
    found = world.weathered(seconds, progress)
    restarted = [seen.name for seen in found if seen.restarted]
    untried = [seen.name for seen in found if not seen.worked]
    none = Limit("value", 0)
    return [
        *(
            Row(
                what=f"{seen.name}: how long a slide stands, most",
                unit="ms",
                ours=seen.longest_ms,
                limit=Limit("value", STANDS_MS),
                n=seen.changes,
                spread=f"changes of the slide in {seconds} s",
            )
            for seen in found
        ),
        Row(
            what="the show crashed or was restarted",
            unit="",
            ours=len(restarted),
            limit=none,
            n=len(found),
            spread=", ".join(restarted),
        ),
        Row(
            what="the condition did not hold",
            unit="",
            ours=len(untried),
            limit=none,
            n=len(found),
            spread=", ".join(untried),
        ),
    ]


WORLD = Run(times=30, least=8, go=_weathered)
