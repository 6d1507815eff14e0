"""All long runs by their names, in the order in which they are done."""

from bench.soak import content, fuzzed, guards, kept, packs, saves, storms, world
from bench.soak.run import Run

RUNS: dict[str, Run] = {
    "kills": kept.KILLS,
    "stops": kept.STOPS,
    "hangs": kept.HANGS,
    "restarts": kept.RESTARTS,
    "storm": storms.STORM,
    "decks": fuzzed.DECKS,
    "images": fuzzed.IMAGES,
    "svgs": fuzzed.SVGS,
    "sheets": fuzzed.SHEETS,
    "world": world.WORLD,
    "fired": packs.FIRED,
    "spoilt": packs.SPOILT,
    "churn": content.CHURN,
    "weeks": content.WEEKS,
    "saves": saves.SAVES,
    "guards": guards.RUN,
}
