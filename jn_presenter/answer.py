"""Asking a slide: which figure stands at a point of it, and the slide with the answer above it."""

from collections.abc import Iterable, Mapping

from msgspec import structs

from jn_presenter.compose import FittedSlide, Placed, element_frame
from jn_presenter.draw.callout import callout
from jn_presenter.draw.free_place import Around
from jn_presenter.draw.hit import REACH, Hit, box_of, hit, named
from jn_presenter.draw.still import Still
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Env, Measure
from jn_presenter.model.feed import Feed
from jn_presenter.model.marks import AnyMark, ShapeMark, TextMark
from jn_presenter.show.state import Asked

PATH = "answer"
AT_REST: Mapping[str, float] = {}


def figure_at(
    fitted: FittedSlide, step: int, x: float, y: float, scrub: Mapping[str, float] = AT_REST, reach: float = REACH
) -> tuple[str, Hit] | None:
    """(element path, mark) of the figure at (x, y) in logical px of the canvas, with that step done; None for none.

    scrub: how far elements are held in time, by path. reach: px beside a mark at which it is still meant.
    """
    for item in reversed(fitted.placed):
        if found := hit(element_frame(item, step, 1.0, scrub=scrub.get(item.path)).marks, x, y, reach):
            return item.path, found
    return None


def with_answer(
    fitted: FittedSlide,
    step: int,
    asked: Asked,
    deck: Deck,
    measure: Measure,
    languages: tuple[str, ...] = (),
    scrub: Mapping[str, float] = AT_REST,
) -> FittedSlide:
    """The slide with the answer to a question above all else; as it is where there is no such figure now.

    languages: of the answer, by default those of the slide. scrub: how far elements are held in time, by path.
    """
    item = next((item for item in fitted.placed if item.path == asked.path), None)
    if item is None:
        return fitted
    marks = element_frame(item, step, 1.0, scrub=scrub.get(asked.path)).marks
    found = named(marks, asked.key)
    if found is None:
        return fitted
    env = answer_env(fitted, deck, measure, languages)
    slide = deck.slides.get(fitted.slide)
    there = (mark for one in fitted.placed for mark in element_frame(one, step, 1.0, scrub=scrub.get(one.path)).marks)
    shown = callout(found, fitted.canvas, env, feeds_of(slide, asked.path) if slide else (), around_of(there))
    placed = Placed(path=PATH, fitted=Still(rect=fitted.canvas.rect, shown=shown))
    return structs.replace(fitted, placed=(*fitted.placed, placed))


def around_of(marks: Iterable[AnyMark]) -> Around:
    """The words and figures of a slide, which an answer is not to cover."""
    words, figures = [], []
    for mark in marks:
        if isinstance(mark, TextMark) and mark.lines and mark.opacity > 0.0:
            words.append(box_of(mark))
        elif isinstance(mark, ShapeMark) and mark.datum is not None and mark.opacity > 0.0:
            figures.append(box_of(mark))
    return Around(tuple(words), tuple(figures))


def answer_env(fitted: FittedSlide, deck: Deck, measure: Measure, languages: tuple[str, ...] = ()) -> Env:
    """The environment that answers on a slide are set in: its words are as large as its reader asks for, too."""
    theme = deck.theme_of(fitted.slide)
    style = deck.styles[fitted.style] if fitted.plan is None else fitted.plan.env.style
    return Env(
        languages=languages or fitted.languages,
        fallbacks=deck.briefing.languages,
        style=style.with_accent(theme.accent) if theme else style,
        facts=deck.facts,
        measure=measure,
    )


def feeds_of(slide: Slide, path: str) -> tuple[Feed, ...]:
    """The feeds of the slide's element at `path`: `chart`, `kpis.2`, `free.1`."""
    name, _, number = path.partition(".")
    elements = tuple(free.element for free in slide.free) if name == "free" else slide.slot(name)
    index = int(number) - 1 if number else 0
    return elements[index].feeds() if index < len(elements) else ()
