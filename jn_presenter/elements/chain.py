"""A chain of links."""

import math
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.entrance import reached
from jn_presenter.draw.grid import anchored
from jn_presenter.draw.links import OVERLAP, Chain
from jn_presenter.draw.motion import faded
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.model.counting import there_are
from jn_presenter.model.element import Align, Element, Env, Fitted, Phase
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Path, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

FEWEST, MOST = 2, 8
ENDLESS = 24
"""Links; more than find room on any canvas."""
WIDE_FROM = 1.1
"""Width to height of the rectangle from which the links stand side by side; below, one beneath the other."""
ASPECTS, LONGEST = (2.4, 2.0), 3.2
"""A link's length in units of its width: in a chain that lies, in one that hangs, and where a few fill their place."""
WIDEST = (240.0, 168.0)
"""A link's width at most, in px: of a chain that lies, and of one that hangs."""
LYING, HANGING = 0.5, 0.25
"""The chain's share of the rectangle at most: of its height with words beneath, of its width with words beside."""
STROKE = 0.055
CLEAR = 0.04
PADDING = 0.06
"""In units of a link's width: its band, what stays free beside a band that passes above, and around words inside."""
HANG = 32.0
"""From the chain to the words above or below it, in px."""
INDENT = 56.0
"""From the chain to the words beside it, in px."""
GUTTER = 24.0
"""Between the words of two links, in px."""
INSIDE = 2
"""Lines of a label inside a link at most."""
LYING_WAYS = ((1, 1.0), (1, 2.0), (2, 2.0), (1, math.inf), (2, math.inf))
"""Lanes of words, and lines of a label at most: the best way first."""
ROLES: tuple[Role, ...] = ("lead", "body")
ARRIVED = 0.5
"""The words of a link appear over the last part of its way."""


class Links(Element, frozen=True, kw_only=True):
    """Two to eight links joined to a chain, each with a label; every link can be revealed by a step of its own."""

    about = "链条：二到八环，每环一个名称，可逐环出现"
    short: ClassVar[str] = "items"

    items: Annotated[
        tuple[Text, ...], doc("各环的名称，两到八个", "a label for each link, two to eight"), Meta(max_length=ENDLESS)
    ]

    def parts(self) -> int:
        return max(1, len(self.items))

    def fit(self, rect: Rect, env: Env) -> "FittedChain":
        fitted = FittedChain(rect=rect)
        for fitted in _ways(self.items, rect, env):
            if not fitted.overflow:
                break
        return structs.replace(fitted, findings=(*fitted.findings, *_number_of(self.items)))


class FittedChain(Fitted, frozen=True, kw_only=True):
    """The chain, and a label for each of its links."""

    chain: Chain | None = None
    labels: tuple[TextMark, ...] = ()
    colour: str = "#000000"

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        order = range(len(self.labels))
        ways = [reached(phase, part, order) for part in order]
        shown: list[AnyMark] = []
        for part in order:
            if self.chain and ways[part] > 0.0:
                link = Path(self.chain.drawn(part, ways))
                shown.append(ShapeMark(key=f"link.{part}", shape=link, stroke=self.colour, width=self.chain.stroke))
        for part, label in enumerate(self.labels):
            there = 1.0 if phase.reveal(part) == 0 else (ways[part] - ARRIVED) / (1.0 - ARRIVED)
            if there > 0.0:
                shown.append(faded(label, there))
        return tuple(shown)


class Words(Struct, frozen=True):
    """The labels set in columns, and whether each stands whole in its own: no word broken, nothing beside it."""

    settings: tuple[Setting, ...]
    whole: bool

    @property
    def heights(self) -> list[float]:
        return [setting.block.height for setting in self.settings]

    @property
    def lines(self) -> int:
        """How many lines the longest label takes in a language."""
        return max(lines_taken(setting.block) for setting in self.settings)

    def marks(self, places: list[tuple[float, float]]) -> tuple[TextMark, ...]:
        """The labels with the top left of their columns at these places."""
        pairs = zip(self.settings, places, strict=True)
        return tuple(setting.mark(f"label.{k}", x, y) for k, (setting, (x, y)) in enumerate(pairs))


def _ways(items: tuple[Text, ...], rect: Rect, env: Env) -> Iterator[FittedChain]:
    """The chain in one way after another, the best first: words inside the links, beneath them, by turns above."""
    if not items:
        return
    if rect.w < WIDE_FROM * rect.h:
        yield from (_hanging(items, rect, env, role) for role in ROLES)
        return
    yield from (_engraved(items, rect, env, role) for role in ROLES)
    for lanes, lines in LYING_WAYS:
        yield from (_lying(items, rect, env, role, lanes, lines) for role in ROLES)


def _engraved(items: tuple[Text, ...], rect: Rect, env: Env, role: Role) -> FittedChain:
    """A chain that lies, with the words inside its links."""
    chain = _chain(len(items), rect.w, min(rect.h, WIDEST[0]), ASPECTS[0])
    padding = PADDING * chain.width
    width, height = chain.pitch - chain.reach - 2 * padding, chain.width - 2 * (chain.stroke + padding)
    words = _set(items, width, env, role, "centre")
    chain = chain.at(rect.x, anchored(rect, chain.width, "middle"))
    places = [(x - width / 2, y - tall / 2) for (x, y), tall in zip(chain.centres(), words.heights, strict=True)]
    return _fitted(rect, env, chain, words, places, fits=max(words.heights) <= height + 0.5 and words.lines <= INSIDE)


def _lying(items: tuple[Text, ...], rect: Rect, env: Env, role: Role, lanes: int, lines: float) -> FittedChain:
    """A chain that lies, with the words beneath its links, with two lanes by turns beneath and above them."""
    chain = _chain(len(items), rect.w, min(rect.h * LYING, WIDEST[0]), ASPECTS[0]).at(rect.x, rect.y)
    width = lanes * chain.pitch - GUTTER
    words = _set(items, width, env, role, "centre")
    above = max(words.heights[1::2], default=0.0) + HANG if lanes == 2 else 0.0
    needed = above + chain.width + HANG + max(words.heights[::lanes])
    y = anchored(rect, needed, "middle") + above
    middles = []
    for (x, _), setting in zip(chain.centres(), words.settings, strict=True):
        half = setting.block.width / 2
        middles.append(max(rect.x + half, min(rect.right - half, x)))
    places = [
        (x - width / 2, y - HANG - tall if lanes == 2 and k % 2 else y + chain.width + HANG)
        for k, (x, tall) in enumerate(zip(middles, words.heights, strict=True))
    ]
    # Those at the ends may stand nearer to the next in their lane than their links do.
    apart = all(
        after - before >= (one.block.width + other.block.width + GUTTER) / 2 - 0.5
        for before, after, one, other in zip(
            middles, middles[lanes:], words.settings, words.settings[lanes:], strict=False
        )
    )
    fits = apart and needed <= rect.h + 0.5 and words.lines <= lines
    return _fitted(rect, env, chain.at(rect.x, y), words, places, fits=fits)


def _hanging(items: tuple[Text, ...], rect: Rect, env: Env, role: Role) -> FittedChain:
    """A chain that hangs, with the words beside its links."""
    chain = _chain(len(items), rect.h, min(rect.w * HANGING, WIDEST[1]), ASPECTS[1])
    chain = structs.replace(chain, upright=True)
    x = rect.x + chain.width + INDENT
    words = _set(items, rect.right - x, env, role, "left")
    chain = chain.at(rect.x, anchored(rect, chain.extent, "middle"))
    places = [(x, y - tall / 2) for (_, y), tall in zip(chain.centres(), words.heights, strict=True)]
    return _fitted(rect, env, chain, words, places, fits=max(words.heights) <= chain.pitch - GUTTER / 2)


def _chain(count: int, along: float, widest: float, aspect: float) -> Chain:
    """A chain that is `along` px long, or shorter, where its links would be wider than `widest` px."""
    # In units of a link's width; see Chain.extent.
    reach = (1.0 - STROKE) * OVERLAP / 2 + STROKE
    width = min(widest, along / (aspect * count - reach * (count - 1)))
    length = min(LONGEST * width, (along + reach * width * (count - 1)) / count)
    return Chain(count=count, length=length, width=width, stroke=STROKE * width, clear=CLEAR * width)


def _set(items: tuple[Text, ...], width: float, env: Env, role: Role, align: Align) -> Words:
    settings = tuple(set_text(item, env, width, role, bold=True, balance=True, align=align) for item in items)
    beside = any(setting.block.width > width + 0.5 for setting in settings)
    broken = any(widest_word(item, env, role, bold=True) > width + 0.5 for item in items)
    return Words(settings, not beside and not broken)


def _fitted(
    rect: Rect, env: Env, chain: Chain, words: Words, places: list[tuple[float, float]], *, fits: bool
) -> FittedChain:
    return FittedChain(
        rect=rect,
        overflow=not (fits and words.whole),
        findings=tuple(dict.fromkeys(finding for setting in words.settings for finding in setting.findings)),
        chain=chain,
        labels=words.marks(places),
        colour=env.style.accent,
    )


def _number_of(items: tuple[Text, ...]) -> tuple[Finding, ...]:
    if FEWEST <= len(items) <= MOST:
        return ()
    return (
        Finding(
            code="chain-count",
            severity="warning",
            path="items",
            message=Message(f"这条链有{len(items)}环", f"{there_are(len(items), 'link')} in this chain"),
            hint=Message(
                "两到八环最清楚，请合并、补充或分成两页", "two to eight links read best: merge, add or split the slide"
            ),
        ),
    )


ELEMENT = Links
