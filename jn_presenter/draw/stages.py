"""The stages of a funnel: bars about one axis, what goes on from one to the next, and the words beside or above."""

from collections.abc import Sequence
from decimal import Context, Decimal

from msgspec import Struct, structs

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.labels import cut
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.unbroken import widest_word
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, Path, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text, plain

BESIDE_FROM = 1.1
"""Width to height of the place from which words stand beside the funnel."""
PITCH = {True: 150.0, False: 220.0}
"""The most px from one stage to the next, with words beside and above."""
COLUMNS = (0.24, 0.3, 0.36, 0.42)
"""Widths tried for the words beside the funnel, in units of the whole."""
COLUMN_GAP = 40.0
NECK = (0.42, 34.0, 56.0)
"""Between two bars: this share of the pitch, but at least and at most these px, so that the share is read in it."""
WORDS_ABOVE = 6.0
"""Between words and the bar under them, in px."""
ROW_GAP = 6.0
"""The least px between the words of two stages."""
THINNEST = 12.0
"""The least px of a bar's height."""
GUIDE_FROM = 48.0
"""The least px of a line from words to their bar."""
GUIDE_GAP = 16.0
NARROWEST = 160.0
"""The least px of the widest stage."""
ROLES: tuple[Role, ...] = ("caption", "note")
LONG = Context(prec=80)
"""Decimal's default refuses to round numbers of over 28 places."""
ONE_DIGIT = Decimal(10)
"""Percentages under it are said with one decimal."""


class Stage(Struct, frozen=True):
    """One stage: its key, name, the words of its figure, and that figure, None where it is not known."""

    key: str
    name: Text
    words: Text
    value: Decimal | None


class PlacedStage(Struct, frozen=True):
    """A stage in its place. `neck` and `share` are what leads to it from the one before, if both figures are known;
    `guide` leads from the words to a bar that is far from them.
    """

    name: TextMark
    words: TextMark
    bar: Box | None = None
    neck: Path | None = None
    share: TextMark | None = None
    guide: Path | None = None


class Stages(Struct, frozen=True, kw_only=True):
    """All stages from top to bottom, and the x of their axis."""

    stages: tuple[PlacedStage, ...]
    axis: float
    overflow: bool = False
    findings: tuple[Finding, ...] = ()


class _Words(Struct, frozen=True):
    """Name and figure of each stage as they are set in a column of `width` px: one under the other, or, where they are
    `level`, on one line with the figure at the right end.
    """

    pairs: tuple[tuple[Setting, Setting], ...]
    width: float
    level: bool = False
    overflow: bool = False

    @property
    def heights(self) -> tuple[float, ...]:
        return tuple((max if self.level else sum)((a.block.height, b.block.height)) for a, b in self.pairs)


def share_words(before: Decimal, after: Decimal) -> str:
    """What goes on of a stage to the next, in percent: ↓ 62%, ↓ 4.5%; empty where nothing was there."""
    if before <= 0:
        return ""
    share = after / before * 100
    if 0 < share < Decimal("0.1"):
        return "↓ <0.1%"
    places = "0.1" if share < ONE_DIGIT and share != share.to_integral_value() else "1"
    return f"↓ {share.quantize(Decimal(places), context=LONG):f}%"


def lay_out(stages: Sequence[Stage], place: Rect, env: Env) -> Stages:
    """The stages in `place`: their widths as their figures, the widest as wide as there is room."""
    if not stages:
        return Stages(stages=(), axis=place.x + place.w / 2)
    beside = place.w >= BESIDE_FROM * place.h
    pitch = min(PITCH[beside], place.h / len(stages))
    neck = min(NECK[2], max(NECK[1], pitch * NECK[0]))
    if beside:
        # Of many stages each has the height of one line alone.
        columns = [(place.w * share, level) for level in (False, True) for share in COLUMNS]
        words = _words(stages, env, columns, pitch - ROW_GAP)
        left = place.x + words.width + COLUMN_GAP
        lane, above = Rect(left, place.y, place.right - left, place.h), 0.0
    else:
        ways = [(place.w, True), (place.w, False)]
        words = _words(stages, env, ways, pitch - neck - THINNEST - WORDS_ABOVE)
        lane, above = place, max(words.heights) + WORDS_ABOVE
    thickness = max(THINNEST, pitch - neck - above)
    tops = [place.y + k * pitch + above for k in range(len(stages))]
    placed = []
    for k, (stage, pair, height) in enumerate(zip(stages, words.pairs, words.heights, strict=True)):
        middle = tops[k] + thickness / 2 if beside else tops[k] - WORDS_ABOVE - height / 2
        # High words begin no higher than their row, and so end within it.
        named = _worded(stage, pair, words, place.x, max(place.y + k * pitch, middle - height / 2))
        bar = _bar(stage, stages, lane, tops[k], thickness)
        end = place.x + (words.width if words.level else max(one.block.width for one in pair))
        guide = _guide(end, bar) if beside and bar else None
        placed.append(structs.replace(named, bar=bar, guide=guide))
    joined = [_joined(k, stages, placed, lane, thickness, above, env) for k in range(len(stages))]
    return Stages(
        stages=tuple(joined),
        axis=lane.x + lane.w / 2,
        overflow=words.overflow or tops[-1] + thickness > place.bottom + 0.5 or lane.w < NARROWEST,
        findings=tuple(dict.fromkeys(finding for pair in words.pairs for one in pair for finding in one.findings)),
    )


def _words(stages: Sequence[Stage], env: Env, ways: Sequence[tuple[float, bool]], most: float) -> _Words:
    """In the first of the ways (width, whether level) in which no word breaks and none is higher than `most` px; else
    in the last of them, cut.
    """
    for width, level in ways:
        for role in ROLES:
            words = _set(stages, env, width, role, level)
            if words and max(words.heights) <= most + 0.5:
                return words
    width = ways[-1][0]
    pairs, was_cut = [], False
    for stage in stages:
        name, figure = _pair(stage, env, width, width, ROLES[-1])
        block, shorter = cut(name.block, width, most - figure.block.height, env.measure)
        wide = figure.block.width > width + 0.5
        was_cut = was_cut or shorter or wide or block.height + figure.block.height > most + 0.5
        pairs.append((structs.replace(name, block=block), figure))
    return _Words(tuple(pairs), width, False, was_cut)


def _set(stages: Sequence[Stage], env: Env, width: float, role: Role, level: bool) -> _Words | None:
    """None where a word would break."""
    pairs = []
    for stage in stages:
        figure = _figure(stage, env, width, role)
        room = width - figure.block.width - COLUMN_GAP if level else width
        if widest_word(stage.name, env, role) > room or figure.block.width > width + 0.5 or room <= 0.0:
            return None
        pairs.append(_pair(stage, env, room, width, role))
    return _Words(tuple(pairs), width, level)


def _pair(stage: Stage, env: Env, room: float, width: float, role: Role) -> tuple[Setting, Setting]:
    (name,) = set_compact((stage.name,), env, room, role)
    return name, _figure(stage, env, width, role)


def _figure(stage: Stage, env: Env, width: float, role: Role) -> Setting:
    missing = stage.value is None
    colour = env.style.quiet if missing else None
    (figure,) = set_compact((stage.words,), env, width, role, bold=not missing, colour=colour)
    return figure


def _worded(stage: Stage, pair: tuple[Setting, Setting], words: _Words, x: float, top: float) -> PlacedStage:
    name, figure = pair
    at = (x + words.width - figure.block.width, top) if words.level else (x, top + name.block.height)
    return PlacedStage(name.mark(f"name.{stage.key}", x, top), figure.mark(f"value.{stage.key}", *at))


def _bar(stage: Stage, stages: Sequence[Stage], lane: Rect, top: float, thickness: float) -> Box | None:
    if stage.value is None:
        return None
    largest = max(one.value for one in stages if one.value is not None)
    width = lane.w * float(stage.value / largest) if largest > 0 else 0.0
    return Box(lane.x + (lane.w - width) / 2, top, width, thickness)


def _guide(end: float, bar: Box) -> Path | None:
    start, stop, y = end + GUIDE_GAP, bar.x - GUIDE_GAP, round(bar.y + bar.h / 2)
    return Path((("M", (start, y)), ("L", (stop, y)))) if stop - start >= GUIDE_FROM else None


def _joined(
    k: int, stages: Sequence[Stage], placed: Sequence[PlacedStage], lane: Rect, thickness: float, above: float, env: Env
) -> PlacedStage:
    """The stage with what leads to it from the one before it; with words above the bars these stand in between."""
    here = placed[k]
    before = placed[k - 1].bar if k else None
    value, earlier = stages[k].value, stages[k - 1].value if k else None
    if here.bar is None or before is None or value is None or earlier is None:
        return here
    top, bottom = before.y + thickness, here.bar.y
    low, high = (before.x, before.x + before.w), (here.bar.x, here.bar.x + here.bar.w)
    neck = Path(
        (("M", (low[0], top)), ("L", (low[1], top)), ("L", (high[1], bottom)), ("L", (high[0], bottom)), ("Z", ()))
    )
    words = share_words(earlier, value)
    if not words:
        return structs.replace(here, neck=neck)
    setting = set_text(plain(words), env, lane.w, "note", align="left", leading=1.0)
    at = (lane.x + (lane.w - setting.block.width) / 2, (top + bottom - above - setting.block.height) / 2)
    return structs.replace(here, neck=neck, share=setting.mark(f"share.{stages[k].key}", *at))
