"""Where elements meet layouts: slide + style + languages + canvas -> fitted elements, and those + a moment -> marks.

`fit_slide` is the costly half, done once for a slide, a canvas, the languages and the style; `refit` does over what new
data changes. `frame` is the cheap half, done for every painted moment; screen, console, thumbnails, PDF and PNG all
call it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct, structs

from jn_presenter.draw.animate import Change, draw
from jn_presenter.draw.backdrop import backdrop
from jn_presenter.draw.focus import dimmed
from jn_presenter.draw.footnote import footnote
from jn_presenter.draw.grid import grid, snap
from jn_presenter.draw.placing import TITLE_SLOT, Spot, large, shared, spots
from jn_presenter.draw.setting import set_text
from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Element, Env, Fitted, Measure, Phase
from jn_presenter.model.feed import Feed, Snapshots
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.layout import Layout, Slot
from jn_presenter.model.marks import AnyMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message

SCALES = (1.0, 0.9, 0.8, 0.7)
LARGER = (1.5, 1.35, 1.2, 1.1)
"""How many times as large small text is tried where large text is asked for."""
FOOT = "provenance"
"""The path of the line at the foot."""
LOGO_HEIGHT = 0.42
"""Where the middle of the logo screen's words stands, as a fraction of the canvas: the optical middle."""


class Placed(Struct, frozen=True, kw_only=True):
    """One element on the slide. `path` names it within the slide (title, points, kpis.2, free.1)."""

    path: str
    fitted: Fitted
    reveals: tuple[int, ...] = (0,)
    feeds: tuple[Feed, ...] = ()
    """What its figures come from."""

    @property
    def rect(self) -> Rect:
        return self.fitted.rect


class Plan(Struct, frozen=True):
    """What a slide was laid out from: `env` with the scale all of it fits at, what elements of a kind agreed on."""

    spots: tuple[Spot, ...]
    env: Env
    shared: Mapping[tuple[str, type], tuple[float, ...]]


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
    plan: Plan | None = None


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
    *,
    enlarge: bool = False,
) -> FittedSlide:
    """Lay `slide` out. Where an element overflows, all are fitted again smaller, so that a role keeps one size.

    enlarge: for readers who need large text, small text is as large as the slide has room for. Raises KeyError for a
    layout that does not exist; load/ lets no such slide through.
    """
    layout = LAYOUTS[slide.layout]
    theme = deck.theme_of(slide.id)
    base = style.with_accent(theme.accent).with_motif(theme.motif) if theme else style
    env = Env(
        languages=languages,
        fallbacks=deck.briefing.languages,
        style=base,
        facts=deck.facts,
        measure=measure,
        snapshots=snapshots or {},
    )
    rects = layout.arrange(canvas, counts(slide, layout, languages))
    title = ELEMENTS["text"](text=slide.title)
    places = tuple(spots(slide, title, layout, rects, canvas))
    larger = large(places, env)
    sizes = [*((base.enlarged(by), 1.0) for by in LARGER if enlarge), *((base, scale) for scale in SCALES)]
    for look, scale in sizes:
        env = structs.replace(env, style=look, scale=scale, large=larger)
        plan = Plan(places, env, shared(places, env))
        fitted = tuple(_fitted(spot, plan) for spot in places)
        foot = _foot(slide, deck, canvas, env)
        crowded = look is not base and any(item.fitted.overflow for item in foot)
        if not crowded and not any(item.fitted.overflow for item in fitted):
            break
    return FittedSlide(
        slide=slide.id,
        canvas=canvas,
        ground=_ground(canvas, base, layout.prominent and not slide.slot(layout.unless), len(languages)),
        placed=_stacked(fitted, foot),
        last_step=slide.last_step,
        languages=languages,
        style=style.name,
        plan=plan,
        findings=tuple(_findings(fitted)),
    )


def refit(fitted: FittedSlide, snapshots: Snapshots) -> FittedSlide | None:
    """The slide with other data, at the size it has: what shows no other data than before stays the very object.

    None where something overflows that did not, and all is to be laid out anew.
    """
    old_plan = fitted.plan
    if old_plan is None:
        return None
    changed = {spot.path for spot in old_plan.spots if _differ(spot.feeds, old_plan.env.snapshots, snapshots)}
    env = structs.replace(old_plan.env, snapshots=snapshots)
    kinds = {spot.kind for spot in old_plan.spots if spot.path in changed}
    anew = shared([spot for spot in old_plan.spots if spot.kind in kinds], env)
    plan = Plan(old_plan.spots, env, {**old_plan.shared, **anew})
    known = {item.path: item for item in fitted.placed}
    items = []
    for spot in plan.spots:
        old = known[spot.path]
        agree = plan.shared[spot.kind] == old_plan.shared[spot.kind]
        new = old if agree and spot.path not in changed else _fitted(spot, plan)
        if new.fitted.overflow and not old.fitted.overflow and env.scale > SCALES[-1]:
            return None
        items.append(new)
    foot = tuple(item for item in fitted.placed if item.path == FOOT)
    placed = _stacked(tuple(items), foot)
    return structs.replace(fitted, placed=placed, plan=plan, findings=tuple(_findings(items)))


def _differ(feeds: tuple[Feed, ...], old: Snapshots, new: Snapshots) -> bool:
    return any(old.get(feed) is not new.get(feed) for feed in feeds)


def frame(
    fitted: FittedSlide,
    step: int,
    t: float = 1.0,
    *,
    changes: Mapping[str, Change] | None = None,
    scrub: Mapping[str, float] | None = None,
    focus: str = "",
) -> tuple[ElementFrame, ...]:
    """The slide's elements at step `step`, 0..1 within its motion, back to front. changes, scrub: by element path."""
    return tuple(
        element_frame(
            item, step, t, change=(changes or {}).get(item.path), scrub=(scrub or {}).get(item.path), focus=focus
        )
        for item in fitted.placed
    )


def element_frame(
    item: Placed, step: int, t: float, *, change: Change | None = None, scrub: float | None = None, focus: str = ""
) -> ElementFrame:
    """One element at a moment."""
    marks = draw(item.fitted, Phase(step=step, t=t, reveals=item.reveals, scrub=scrub, focus=focus), change)
    return ElementFrame(item.path, item.rect, dimmed(marks, focus) if focus else marks)


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


def _fitted(spot: Spot, plan: Plan) -> Placed:
    env = structs.replace(spot.env(plan.env), shared=plan.shared[spot.kind])
    fitted = spot.element.fit(spot.rect, env)
    return Placed(path=spot.path, fitted=fitted, reveals=spot.reveals, feeds=spot.feeds)


def _findings(fitted: Iterable[Placed]) -> Iterator[tuple[str, Finding]]:
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
    return (Placed(path=FOOT, fitted=note),) if note else ()


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
