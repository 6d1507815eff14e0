"""What stands at a fact's figure to say what it is: a target's rule and tag, the date and scope of all others."""

from jn_presenter.draw.figures import context, target_words
from jn_presenter.draw.numeral import Numeral
from jn_presenter.draw.tags import OUTLINE, Tag, note_tag, target_tag
from jn_presenter.model.element import Env
from jn_presenter.model.fact import Fact
from jn_presenter.model.marks import Box, ShapeMark

RULE = (0.17, 0.09)
"""Under a target's number: the rule's distance from the baseline and its height, in units of the number's size."""


def fact_tags(fact: Fact, env: Env, width: float) -> list[Tag]:
    """What a target is due by, or of what date and scope a figure is; at most `width` px wide."""
    if fact.kind == "target":
        return [target_tag("target", target_words(fact.due, env.facts, env.languages), env, width)]
    words = context(fact, env.languages, env.fallbacks)
    return [note_tag("note", words, env, width)] if words else []


def target_rule(numeral: Numeral, x: float, y: float, env: Env) -> ShapeMark:
    """A rule under the number whose left edge is at x and baseline at y: outlined and hatched as bars of targets."""
    accent = env.style.accent
    return ShapeMark(
        key="target.rule",
        shape=Box(x + OUTLINE / 2, y + RULE[0] * numeral.size, numeral.width - OUTLINE, RULE[1] * numeral.size),
        stroke=accent,
        width=OUTLINE,
        hatch=accent,
    )
