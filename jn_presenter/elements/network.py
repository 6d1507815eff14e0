"""A centre with its partners."""

from collections.abc import Sequence
from itertools import product
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.entrance import entrance
from jn_presenter.draw.labels import spread
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.spokes import Hub, bow, inside
from jn_presenter.draw.unbroken import lines_taken, widest_phrase, widest_word
from jn_presenter.model.counting import there_are
from jn_presenter.model.element import Align, Block, Element, Env, Fitted, Phase
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

FEWEST, MOST = 2, 8
ENDLESS = 24
"""Partners; more than find room on any canvas."""
WIDE_FROM = 1.6
"""Width to height of the rectangle from which partners stand on both sides of the centre; below, on one."""
ROLES: tuple[Role, ...] = ("lead", "body")
USUAL = 2
"""Lines of a label; where it takes more in one way, another way is looked for."""
SMALLER = 2
"""So many labels in two lines are no worse than all of them in a smaller size."""
RADII = (64.0, 80.0, 96.0, 112.0, 128.0, 144.0, 160.0, 176.0, 192.0)
"""The ring's radius in px: the least of them that holds its words."""
HUB = (112.0, 0.3)
"""The ring's radius: so many px where there is room, and at most this share of the rectangle's shorter side."""
HUB_PADDING = 20.0
"""Between the ring and the words in it, in px."""
REACHES = ((0.125, 88.0, 272.0), (0.06, 72.0, 136.0), (0.0, 56.0, 56.0))
"""From the ring to the middle partners: its share of the rectangle's width, its least and its most px; the shorter ones
where labels have more room for it."""
PITCH = 224.0
"""From one partner to the next beneath it at most, in px."""
GUTTER, LEAST_GUTTER = 32.0, 16.0
"""Between the words of two partners, and at least where there are many, in px."""
SHARES = (0.95, 0.85, 0.75, 0.65)
"""Widths that the words in the ring are tried in, in units of its diameter: lines of a circle are shorter off its
middle."""
MIDDLE = 0.46
"""Where the hub stands in the rectangle's height: a little over the middle."""
NODE = 9.0
"""Radius of a partner's node in px."""
AWAY = 24.0
"""From the node to the words, in px."""
RING = 4.0
LINE = 2.0
ARRIVED = 0.5
"""A partner appears over the last part of the way to it."""


class Network(Element, frozen=True, kw_only=True):
    """A centre joined to two to eight partners around it; where they stand means nothing, this is no map."""

    about = "网络图：一个中心连着二到八个伙伴；位置没有含义，不是地图"
    short: ClassVar[str] = "items"

    centre: Annotated[Text, doc("中心", "what stands in the middle")]
    items: Annotated[tuple[Text, ...], doc("伙伴，两到八个", "the partners, two to eight"), Meta(max_length=ENDLESS)]

    def parts(self) -> int:
        return max(1, len(self.items))

    def fit(self, rect: Rect, env: Env) -> "FittedNetwork":
        centre = _centre(self.centre, rect, env)
        sides = (2, 1) if rect.w >= WIDE_FROM * rect.h else (1, 2)
        ways = [
            _around(centre, self.items, rect, env, reach, side, role)
            for side, reach, role in product(sides, REACHES, ROLES)
        ]
        fitting = [way for way in ways if not way[0].overflow]
        fitted, _ = min(fitting, key=lambda way: way[1]) if fitting else ways[-1]
        return structs.replace(fitted, findings=(*fitted.findings, *_number_of(self.items)))


class Partner(Struct, frozen=True):
    """The place of a partner's node, and its words."""

    x: float
    y: float
    words: TextMark


class FittedNetwork(Fitted, frozen=True, kw_only=True):
    """The hub with its words, and the partners in the order of the YAML."""

    hub: Hub = Hub(0.0, 0.0, 0.0)
    centre: TextMark = TextMark(key="centre", lines=())
    partners: tuple[Partner, ...] = ()
    accent: str = "#000000"
    line: str = "#000000"
    stagger: float = 0.0

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        # Where partners come one by one, the centre they come to stands from the beginning.
        stands = 1.0 if len(phase.reveals) > 1 else ease_out(phase.presence())
        if stands <= 0.0:
            return ()
        ring = ShapeMark(key="ring", shape=self.hub.ring, stroke=self.accent, width=RING)
        shown: list[AnyMark] = [faded(ring, stands), faded(self.centre, stands)]
        for part, partner in enumerate(self.partners):
            way = entrance(phase, part, len(self.partners), self.stagger)
            there = max(0.0, (way - ARRIVED) / (1.0 - ARRIVED))
            said = 1.0 if phase.reveal(part) == 0 else there
            if way > 0.0:
                spoke = self.hub.spoke(partner.x, partner.y, NODE, way)
                shown.append(ShapeMark(key=f"line.{part}", shape=spoke, stroke=self.line, width=LINE))
            if there > 0.0:
                node = Arc(partner.x, partner.y, NODE, 0.0, 0.0, 360.0)
                shown.append(faded(ShapeMark(key=f"node.{part}", shape=node, fill=self.accent), there))
            if said > 0.0:
                shown.append(faded(partner.words, said))
        return tuple(shown)


class Centre(Struct, frozen=True):
    """The words in the ring and the width they are set in, the ring's radius, and whether they stand within it."""

    setting: Setting
    width: float
    radius: float
    fits: bool


class Side(Struct, frozen=True):
    """Partners on one side of the hub by their numbers, the settings of their words, and whether all of them fit."""

    partners: dict[int, Partner]
    settings: tuple[Setting, ...]
    fits: bool
    broken: int
    """How badly labels break: 0 in two lines at most and no Chinese name broken, 1 where one is, else their lines."""
    folded: int
    """How many labels take more than one line."""


def _around(
    centre: Centre,
    items: tuple[Text, ...],
    rect: Rect,
    env: Env,
    reaches: tuple[float, float, float],
    sides: int,
    role: Role,
) -> tuple[FittedNetwork, tuple[int, int]]:
    """The hub in the middle with partners to its left and right by turns, or at the left with all to its right.

    And how badly lines break in it; see Side.
    """
    share, least, most = reaches
    reach = centre.radius + min(most, max(least, share * rect.w))
    x = rect.x + (rect.w / 2 if sides == 2 else centre.radius + RING / 2)
    hub = Hub(x, rect.y + rect.h * MIDDLE, centre.radius)
    numbers = range(len(items))
    found = [
        _side([(k, items[k]) for k in numbers[side::sides]], hub, reach, rect, env, role, leftward=side < sides - 1)
        for side in range(sides)
    ]
    placed = {k: partner for side in found for k, partner in side.partners.items()}
    settings = (centre.setting, *(setting for side in found for setting in side.settings))
    fitted = FittedNetwork(
        rect=rect,
        overflow=not centre.fits or not all(side.fits for side in found),
        findings=tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings)),
        hub=hub,
        centre=centre.setting.mark("centre", hub.x - centre.width / 2, hub.y - centre.setting.block.height / 2),
        partners=tuple(placed[k] for k in numbers),
        accent=env.style.accent,
        line=env.style.quiet,
        stagger=env.style.motion.stagger,
    )
    smaller = SMALLER * (role != ROLES[0])
    return fitted, (max(side.broken for side in found), sum(side.folded for side in found) + smaller)


def _side(
    items: Sequence[tuple[int, Text]], hub: Hub, reach: float, rect: Rect, env: Env, role: Role, *, leftward: bool
) -> Side:
    """The partners one beneath the other on a bow, their words outside it."""
    sign = -1.0 if leftward else 1.0
    align: Align = "right" if leftward else "left"
    # However short the spokes, no words stand above or below the ring.
    beside = hub.radius + RING - NODE - AWAY
    nodes = [hub.x + sign * max(across, beside) for across in bow(len(items), reach)]
    edge = rect.x if leftward else rect.right
    widths = [abs(edge - x) - NODE - AWAY for x in nodes]
    settings = [
        set_text(item, env, width, role, balance=True, align=align)
        for (_, item), width in zip(items, widths, strict=True)
    ]
    heights = [setting.block.height for setting in settings]
    pitch = min(PITCH, rect.h / max(1, len(items)))
    middle = (len(items) - 1) / 2
    ys = spread([hub.y + (k - middle) * pitch for k in range(len(items))], heights, rect.y, rect.bottom, GUTTER)
    partners = {}
    for (k, _), setting, x, y, width in zip(items, settings, nodes, ys, widths, strict=True):
        left = x - NODE - AWAY - width if leftward else x + NODE + AWAY
        partners[k] = Partner(x, y, setting.mark(f"label.{k}", left, y - setting.block.height / 2))
    columns = [(item, setting.block, width) for (_, item), setting, width in zip(items, settings, widths, strict=True)]
    return Side(
        partners,
        tuple(settings),
        fits=sum(heights) + LEAST_GUTTER * (len(items) - 1) <= rect.h + 0.5
        and all(max(block.width, widest_word(item, env, role)) <= width + 0.5 for item, block, width in columns),
        broken=max((_broken(*column, env, role) for column in columns), default=0),
        folded=sum(lines_taken(block) > 1 for _, block, _ in columns),
    )


def _broken(item: Text, block: Block, width: float, env: Env, role: Role) -> int:
    lines = lines_taken(block)
    return lines if lines > USUAL else int(widest_phrase(item, env, role) > width + 0.5)


def _centre(centre: Text, rect: Rect, env: Env) -> Centre:
    """The words in the least ring that holds them; a Chinese name is broken only where none holds it in one line."""
    usual, most = HUB
    possible = [radius for radius in RADII if radius <= most * min(rect.w, rect.h)] or [RADII[0]]
    radii = [radius for radius in possible if radius >= usual] or [possible[-1]]
    found = Centre(Setting(Block((), 0.0, 0.0)), 0.0, radii[-1], False)
    for widest, role in product((widest_phrase, widest_word), ROLES):
        needed = widest(centre, env, role, bold=True)
        for radius, share in product(radii, SHARES):
            width = 2 * (radius - HUB_PADDING) * share
            setting = set_text(centre, env, width, role, bold=True, balance=True, align="centre")
            within = inside(setting.block.width, setting.block.height, radius - HUB_PADDING)
            found = Centre(setting, width, radius, within and needed <= width + 0.5)
            if found.fits:
                return found
    return found


def _number_of(items: tuple[Text, ...]) -> tuple[Finding, ...]:
    if FEWEST <= len(items) <= MOST:
        return ()
    return (
        Finding(
            code="network-count",
            severity="warning",
            path="items",
            message=Message(f"这里有{len(items)}个伙伴", f"{there_are(len(items), 'partner')} here"),
            hint=Message(
                "两到八个最清楚，请合并、补充或分成两页", "two to eight read best: merge, add or split the slide"
            ),
        ),
    )


ELEMENT = Network
