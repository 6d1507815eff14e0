"""Where the elements of a slide stand before they are fitted: each with its rectangle, its slot and its steps."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from jn_presenter.draw.alike import agreed
from jn_presenter.draw.anchors import free_rect
from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Anchor, Element, Env
from jn_presenter.model.feed import Feed
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.layout import Layout, Rects, Slot

TITLE_SLOT = "title"
LARGER = "lead"
"""The role that body text is set in where there is plenty of room."""


class Spot(Struct, frozen=True, kw_only=True):
    """An element in its rectangle. reveals: for each of its parts the step at which it appears."""

    path: str
    element: Element
    rect: Rect
    slot: Slot
    anchor: Anchor
    reveals: tuple[int, ...]
    feeds: tuple[Feed, ...]

    def env(self, env: Env) -> Env:
        """The environment with what its slot asks for."""
        slot = self.slot
        return structs.replace(
            env,
            role=slot.role,
            least=slot.least,
            align=slot.align,
            anchor=self.anchor,
            colour=slot.colour,
            bold=slot.bold,
            large=env.large and slot.grows,
        )

    @property
    def kind(self) -> tuple[str, type]:
        """What it shares with those that it has to agree with."""
        return self.slot.name if self.slot.many else self.path, type(self.element)


def spots(slide: Slide, title: Element, layout: Layout, rects: Rects, canvas: Canvas) -> Iterator[Spot]:
    """The slide's elements in the order of the layout's slots, the free ones last."""
    for slot in layout.slots:
        elements, anchor = slide.slot(slot.name), slot.anchor_on(canvas.shape)
        if slot.name == TITLE_SLOT:
            elements = (title,)
        for k, (element, rect) in enumerate(zip(elements, rects.get(slot.name, ()), strict=False)):
            yield Spot(
                path=f"{slot.name}.{k + 1}" if slot.many else slot.name,
                element=element,
                rect=rect,
                slot=slot,
                anchor=anchor,
                reveals=reveals(slide, element, slot.name, k + 1 if slot.many else 0),
                feeds=element.feeds(),
            )
    anywhere = Slot(name="free", type="box")
    for k, free in enumerate(slide.free):
        if not free.shapes or canvas.shape in free.shapes:
            yield Spot(
                path=f"free.{k + 1}",
                element=free.element,
                rect=free_rect(free, canvas),
                slot=anywhere,
                anchor=anywhere.anchor,
                reveals=(free.step,),
                feeds=free.element.feeds(),
            )


def large(places: Iterable[Spot], env: Env) -> bool:
    """Whether body text is set in the next larger role: all of it has room, and none stands under text like it."""
    places = tuple(places)
    growing = [spot for spot in places if spot.element.grows and spot.slot.grows]
    larger = [spot.rect for spot in places if spot.slot.role == LARGER and not spot.slot.bold]
    under = any(rect.x < spot.rect.right and spot.rect.x < rect.right for spot in growing for rect in larger)
    return not under and all(spot.element.roomy(spot.rect, spot.env(env)) for spot in growing)


def shared(places: Iterable[Spot], env: Env) -> dict[tuple[str, type], tuple[float, ...]]:
    """What the elements of each kind agree on: those of a type in a slot of many are alike."""
    groups: dict[tuple[str, type], list[Spot]] = {}
    for spot in places:
        groups.setdefault(spot.kind, []).append(spot)
    return {kind: agreed([(one.element, one.rect, one.env(env)) for one in group]) for kind, group in groups.items()}


def reveals(slide: Slide, element: Element, slot: str, index: int) -> tuple[int, ...]:
    """The step at which each part appears: 0 unless `steps` lists it, the first entry that does. index: in the slot."""
    whole, parts = 0, {}
    for number, entry in reversed(tuple(enumerate(slide.steps, 1))):
        for target in entry:
            if target.slot != slot:
                continue
            if target.part == 0 or target.part == index:
                whole = number
            elif index == 0:
                parts[target.part] = number
    if not parts:
        return (whole,)
    return tuple(parts.get(part, whole) for part in range(1, element.parts() + 1))
