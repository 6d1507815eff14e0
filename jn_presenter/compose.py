"""Where elements meet layouts: slide + style + languages + canvas -> fitted elements, and those + a moment -> marks.

`fit_slide` is the costly half, done once for a slide, a canvas, the languages, the style and the data. `frame` is the
cheap half, done for every painted moment; screen, console, thumbnails, PDF and PNG all call it.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct, structs

from jn_presenter.draw.alike import agreed
from jn_presenter.draw.anchors import free_rect
from jn_presenter.draw.animate import draw
from jn_presenter.draw.backdrop import backdrop
from jn_presenter.draw.footnote import footnote
from jn_presenter.draw.grid import grid, snap
from jn_presenter.draw.setting import set_text
from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Anchor, Element, Env, Fitted, Measure, Phase
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.marks import AnyMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message

SCALES = (1.0, 0.9, 0.8, 0.7)
TITLE_SLOT = "title"
LARGER = "lead"
"""The role that body text is set in where there is plenty of room."""
LOGO_HEIGHT = 0.42
"""Where the middle of the logo screen's words stands, as a fraction of the canvas: the optical middle."""


class Placed(Struct, frozen=True, kw_only=True):
    """One element on the slide. `path` names it within the slide (title, points, kpis.2, free.1)."""

    path: str
    fitted: Fitted
    reveals: tuple[int, ...] = (0,)

    @property
    def rect(self) -> Rect:
        return self.fitted.rect


class FittedSlide(Struct, frozen=True, kw_only=True):
    """A slide laid out on a canvas: everything that `frame` needs for any moment of it."""

    slide: str
    canvas: Canvas
    ground: tuple[AnyMark, ...]
    """The marks behind all elements; the same object for all slides that share them, so that it can be cached."""
    placed: tuple[Placed, ...]
    last_step: int
    languages: tuple[str, ...]
    style: str
    findings: tuple[tuple[str, Finding], ...] = ()
    """(element path, what is wrong), for check and the console."""


class ElementFrame(Struct, frozen=True):
    """What one element shows at a moment."""

    path: str
    rect: Rect
    marks: tuple[AnyMark, ...]


def fit_slide(
    deck: Deck,
    slide: Slide,
    canvas: Canvas,
    languages: tuple[str, ...],
    style: Style,
    measure: Measure,
    snapshots: Snapshots | None = None,
) -> FittedSlide:
    """Lay `slide` out. Where an element overflows, all are fitted again smaller, so that a role keeps one size.

    Raises KeyError for a layout that does not exist; load/ lets no such slide through.
    """
    layout = LAYOUTS[slide.layout]
    theme = deck.theme_of(slide.id)
    look = style.with_accent(theme.accent).with_motif(theme.motif) if theme else style
    env = Env(
        languages=languages,
        fallbacks=deck.briefing.languages,
        style=look,
        facts=deck.facts,
        measure=measure,
        snapshots=snapshots or {},
    )
    rects = layout.arrange(canvas, counts(slide, layout, languages))
    placed_at = tuple(_places(slide, layout, rects, canvas))
    large = _large(placed_at, env)
    fitted: tuple[Placed, ...] = ()
    for scale in SCALES:
        scaled = structs.replace(env, scale=scale, large=large)
        fitted = tuple(_fitted(placed_at, slide, scaled))
        if not any(item.fitted.overflow for item in fitted):
            break
    foot = _foot(slide, deck, canvas, env)
    return FittedSlide(
        slide=slide.id,
        canvas=canvas,
        ground=_ground(canvas, look, layout.prominent, len(languages)),
        placed=_stacked(fitted, foot),
        last_step=slide.last_step,
        languages=languages,
        style=style.name,
        findings=tuple(_findings(fitted)),
    )


def frame(
    fitted: FittedSlide,
    step: int,
    t: float = 1.0,
    *,
    before: FittedSlide | None = None,
    scrub: Mapping[str, float] | None = None,
    focus: str = "",
) -> tuple[ElementFrame, ...]:
    """The slide's elements at step `step`, 0..1 within its motion, back to front.

    With `before`, the same slide with its earlier content, elements of one path and type change into the new ones.
    """
    earlier = {item.path: item.fitted for item in before.placed} if before else {}
    return tuple(
        element_frame(item, step, t, before=earlier.get(item.path), scrub=(scrub or {}).get(item.path), focus=focus)
        for item in fitted.placed
    )


def element_frame(
    item: Placed, step: int, t: float, *, before: Fitted | None = None, scrub: float | None = None, focus: str = ""
) -> ElementFrame:
    """One element at a moment."""
    phase = Phase(step=step, t=t, reveals=item.reveals, scrub=scrub, focus=focus)
    same = before if type(before) is type(item.fitted) else None
    return ElementFrame(item.path, item.rect, draw(item.fitted, phase, same))


def moves(item: Placed, step: int) -> bool:
    """Whether the element changes between t = 0 and t = 1 of this step."""
    if step not in item.reveals:
        return False
    start = element_frame(item, step, 0.0)
    return start.marks != element_frame(item, step, 1.0).marks


def counts(slide: Slide, layout: Layout, languages: tuple[str, ...]) -> dict[str, int]:
    """Parts per slot, 0 for a slot that the slide leaves out; title and provenance count the stacked languages."""
    found = {slot.name: _parts(slot, slide.slot(slot.name)) for slot in layout.slots}
    return found | {TITLE_SLOT: len(languages), "provenance": len(languages)}


def _parts(slot: Slot, elements: tuple[Element, ...]) -> int:
    return len(elements) if slot.many or not elements else elements[0].parts()


class _Place(Struct, frozen=True, kw_only=True):
    """An element with its rectangle, before it is fitted. `target` is its name in `steps`: slot and part."""

    path: str
    element: Element
    rect: Rect
    slot: Slot
    anchor: Anchor
    target: tuple[str, int]
    step: int | None = None

    def env(self, env: Env) -> Env:
        """The environment with what its slot asks for."""
        slot = self.slot
        return structs.replace(
            env,
            role=slot.role,
            align=slot.align,
            anchor=self.anchor,
            colour=slot.colour,
            bold=slot.bold,
            large=env.large and slot.grows,
        )


def _places(slide: Slide, layout: Layout, rects: Rects, canvas: Canvas) -> Iterator[_Place]:
    for slot in layout.slots:
        elements, anchor = slide.slot(slot.name), slot.anchor_on(canvas.shape)
        if slot.name == TITLE_SLOT:
            elements = (ELEMENTS["text"](text=slide.title),)
        for k, (element, rect) in enumerate(zip(elements, rects.get(slot.name, ()), strict=False)):
            path = f"{slot.name}.{k + 1}" if slot.many else slot.name
            target = (slot.name, k + 1 if slot.many else 0)
            yield _Place(path=path, element=element, rect=rect, slot=slot, anchor=anchor, target=target)
    anywhere = Slot(name="free", type="box")
    for k, free in enumerate(slide.free):
        if not free.shapes or canvas.shape in free.shapes:
            yield _Place(
                path=f"free.{k + 1}",
                element=free.element,
                rect=free_rect(free, canvas),
                slot=anywhere,
                anchor=anywhere.anchor,
                target=("free", 0),
                step=free.step,
            )


def _large(places: tuple[_Place, ...], env: Env) -> bool:
    """Whether body text is set in the next larger role: all of it has room, and none stands under text like it."""
    growing = [place for place in places if place.element.grows and place.slot.grows]
    larger = [place.rect for place in places if place.slot.role == LARGER and not place.slot.bold]
    under = any(rect.x < place.rect.right and place.rect.x < rect.right for place in growing for rect in larger)
    return not under and all(place.element.roomy(place.rect, place.env(env)) for place in growing)


def _fitted(places: tuple[_Place, ...], slide: Slide, env: Env) -> Iterator[Placed]:
    """Each element in its place; those of a type in a slot of many are alike in what they agree on."""
    alike: dict[tuple[str, type], list[_Place]] = {}
    for place in places:
        alike.setdefault((place.slot.name if place.slot.many else place.path, type(place.element)), []).append(place)
    shared = {kind: agreed([(one.element, one.rect, one.env(env)) for one in group]) for kind, group in alike.items()}
    of = {one.path: shared[kind] for kind, group in alike.items() for one in group}
    for place in places:
        fitted = place.element.fit(place.rect, structs.replace(place.env(env), shared=of[place.path]))
        yield Placed(path=place.path, fitted=fitted, reveals=_reveals(place, slide))


def _reveals(place: _Place, slide: Slide) -> tuple[int, ...]:
    """The step at which each part of the element appears: 0 unless `steps` lists it, the first entry that does."""
    if place.step is not None:
        return (place.step,)
    slot, index = place.target
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
    return tuple(parts.get(part, whole) for part in range(1, place.element.parts() + 1))


def _findings(fitted: tuple[Placed, ...]) -> Iterator[tuple[str, Finding]]:
    for item in fitted:
        yield from ((item.path, finding) for finding in item.fitted.findings)
        if item.fitted.overflow:
            yield item.path, OVERFLOW


OVERFLOW = Finding(
    code="overflow",
    message=Message("文字太多，缩到最小仍放不下", "too much to fit, even at the smallest size"),
    hint=Message(
        "请删短文字、减少条目，或把内容分到两页", "shorten the words, use fewer items, or split the slide in two"
    ),
)


def _stacked(fitted: tuple[Placed, ...], foot: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Back to front: the slots, the provenance line, the free elements above all."""
    free = tuple(item for item in fitted if item.path.startswith("free."))
    return (*fitted[: len(fitted) - len(free)], *foot, *free)


def _foot(slide: Slide, deck: Deck, canvas: Canvas, env: Env) -> tuple[Placed, ...]:
    note = footnote(slide, deck.facts, canvas, env)
    return (Placed(path="provenance", fitted=note),) if note else ()


@lru_cache(maxsize=32)
def _ground(canvas: Canvas, style: Style, prominent: bool, notes: int) -> tuple[AnyMark, ...]:
    return backdrop(canvas, style, prominent=prominent, notes=notes)


def logo(deck: Deck, canvas: Canvas, languages: tuple[str, ...], style: Style, measure: Measure) -> tuple[AnyMark, ...]:
    """The logo screen: the style's ground with its motif, and the briefing's title in the middle."""
    env = Env(
        languages=languages,
        fallbacks=deck.briefing.languages,
        style=style,
        facts=deck.facts,
        measure=measure,
        align="centre",
    )
    cells = grid(canvas, len(languages))
    width = cells.span(0, cells.columns, 0.0, 0.0).w
    setting = set_text(deck.briefing.title, env, width, "title", bold=True, balance=True)
    top = snap(canvas.height * LOGO_HEIGHT - setting.block.height / 2)
    return (*_ground(canvas, style, True, len(languages)), setting.mark("logo", cells.margin, top))
