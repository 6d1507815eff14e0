"""Rows in which what is reached stands with what is aimed for: their places, words and what the signs mean."""

from collections.abc import Sequence
from typing import NamedTuple

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.compact import TIGHT, set_compact
from jn_presenter.draw.dataset import Category
from jn_presenter.draw.figures import target_words
from jn_presenter.draw.lanes import Lanes, in_rows
from jn_presenter.draw.paired import Pair, Pairs, end_words
from jn_presenter.draw.scale import px_per_unit
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.tags import SPACE, SWATCH, Tag, flow, target_tag
from jn_presenter.draw.trimming import trimmed
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text

LEAST = 34.0
"""The least px of a row for its bars and words."""
MOST = (132.0, 176.0, 240.0)
"""The most px from one row to the next: more where words take more lines."""
WIDTHS = (0.62, 0.5, 0.4, 0.3, 0.24)
"""Widths tried for the words at the ends, in units of the plot."""
LONG_ENOUGH = 0.45
"""The longest bar's share of the plot for which no other way of setting the words is tried."""
SHORTEST = 0.3
"""The longest bar's share of the plot under which rows are given more height."""
ROLES = ("caption", "note")
BETWEEN = ("\n", " · ")
"""Between what is reached and the target, which stands beneath it where there is the height."""
HEAD_GAP = 16.0


class PairRows(NamedTuple):
    """The rows, the words at their ends, what stands above and below them, and what is wrong."""

    pairs: tuple[Pair, ...]
    lanes: Lanes
    ends: list[Setting]
    fixed: tuple[AnyMark, ...]
    findings: tuple[Finding, ...]
    overflow: bool


def lay_out(found: Pairs, place: Rect, env: Env, signs: Sequence[Tag], *, share: bool, foot: float = 0.0) -> PairRows:
    """Rows in the place, under the signs and what they mean; `foot` px are left free below them.

    share: whether it is said how much of the way is reached.
    """
    head, high = flow(signs, place.x, place.y, place.w, "left")
    top = high + HEAD_GAP if signs else 0.0
    body = Rect(place.x, place.y + top, place.w, max(0.0, place.h - top - foot))
    findings, fixed = list(found.findings), list(head)
    least = max(LEAST, env.font("note").size * TIGHT * len(env.languages))
    categories = [Category(pair.key, pair.label) for pair in found.pairs]
    cut = trimmed(categories, body, env, least=least, most=MOST[0])
    pairs, categories, body = found.pairs[: cut.shown], categories[: cut.shown], cut.place
    findings += cut.findings
    fixed += cut.marks
    for most in MOST:
        lanes = in_rows(categories, body, env, least=least, most=most)
        ends = _ends(pairs, lanes, env, due=found.due is None, share=share)
        overflow = lanes.overflow or any(end.block.height > lanes.room + 0.5 for end in ends)
        if not overflow and longest_bar(pairs, ends, lanes) >= SHORTEST * lanes.plot.w:
            break
    findings += dict.fromkeys(finding for end in ends for finding in end.findings)
    return PairRows(pairs, lanes, ends, tuple(fixed), (*findings, *lanes.findings), overflow)


def target_sign(found: Pairs, env: Env, width: float) -> list[Tag]:
    """What hatching means, with the one date that all targets are due at."""
    if not any(pair.target for pair in found.pairs):
        return []
    return [target_tag("target", target_words(found.due or "", env.facts, env.languages), env, width)]


def solid_tag(key: str, words: Text, colour: str, env: Env, width: float) -> Tag:
    """A small solid swatch with the words beside it."""
    indent = SWATCH[0] + SPACE
    (setting,) = set_compact((words,), env, width - indent, "note")
    middle = setting.block.lines[0].y - (ASCENT - 0.5) * env.font("note").size if setting.block.lines else 0.0
    box = ShapeMark(key=f"{key}.swatch", shape=Box(0.0, middle - SWATCH[1] / 2, *SWATCH), fill=colour)
    lines = setting.mark("", indent, 0.0).lines
    return Tag(key, box, lines, indent + setting.block.width, setting.block.height)


def _ends(pairs: Sequence[Pair], lanes: Lanes, env: Env, *, due: bool, share: bool) -> list[Setting]:
    """The words of all pairs, set in the first way that leaves bars long enough, else in that with the longest.

    The share of the way is what is left out first.
    """
    best: tuple[tuple[bool, float], list[Setting]] | None = None
    ways = [(role, between, share) for role in ROLES for between in BETWEEN]
    for role, between, said in [*ways, (ROLES[-1], BETWEEN[-1], False)]:
        if share and not said and best and best[0][0] and best[0][1] >= SHORTEST * lanes.plot.w:
            break
        texts = [end_words(pair, env, due=due, share=said, between=between) for pair in pairs]
        for part in WIDTHS:
            width = lanes.plot.w * part
            settings = [_set(text, env, width, role) for text in texts]
            fits = all(
                setting.block.height <= lanes.room + 0.5
                and setting.block.width <= width + 0.5
                and (between == BETWEEN[0] or len(setting.block.lines) <= len(env.languages))
                for setting in settings
            )
            longest = longest_bar(pairs, settings, lanes)
            if fits and longest >= LONG_ENOUGH * lanes.plot.w:
                return settings
            rank = (fits, longest if fits else -max(setting.block.height for setting in settings))
            if best is None or rank > best[0]:
                best = (rank, settings)
    return best[1] if best else []


def _set(words: Text, env: Env, width: float, role: str) -> Setting:
    style = env.style
    return set_text(words, env, width, role, colour=style.quiet, emphasis=style.ink, align="left", leading=TIGHT)


def longest_bar(pairs: Sequence[Pair], ends: Sequence[Setting], lanes: Lanes) -> float:
    """The px of the longest bar, the words at its end counted off."""
    return unit_px(pairs, ends, lanes) * max((float(pair.most) for pair in pairs), default=0.0)


def unit_px(pairs: Sequence[Pair], ends: Sequence[Setting], lanes: Lanes) -> float:
    """The px of a unit of value at which all bars with the words at their ends fit."""
    return px_per_unit([float(pair.most) for pair in pairs], [end.block.width + GAP for end in ends], lanes.plot.w)
