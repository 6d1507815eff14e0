"""Decks built by hand, small enough to read: a slide is described by its steps, depth and minutes."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.deck import Briefing, Deck, Slide, Target, Theme
from jn_presenter.model.style import Motion, Style
from jn_presenter.model.text import plain

DURATION = 400
STYLES = ("night", "day")


def made_style(name: str) -> Style:
    return Style(
        name=name,
        ground=("#000000",),
        motif_ink="#111111",
        ink="#ffffff",
        quiet="#cccccc",
        faint="#333333",
        accent="#ff0000",
        motion=Motion(duration=DURATION),
    )


def made_slide(name: str, steps: int = 0, depth: str = "core", minutes: object = 1, transition: object = None) -> Slide:
    return Slide(
        id=name,
        theme=name.partition("/")[0],
        layout="points",
        title=plain(name),
        depth=depth,
        minutes=Decimal(str(minutes)),
        transition=transition,
        steps=tuple((Target("points", k + 1),) for k in range(steps)),
    )


def made_deck(
    *slides: Slide,
    frames: tuple[str, ...] = (),
    pending: tuple[str, ...] = (),
    broken: tuple[str, ...] = (),
    order: tuple[str, ...] | None = None,
    transition: str = "none",
    languages: tuple[str, ...] = ("zh", "en"),
) -> Deck:
    """The slides in order; those named in `pending` or `broken` are listed and not loaded."""
    order = tuple(slide.id for slide in slides) if order is None else order
    names = tuple(dict.fromkeys(slide.partition("/")[0] for slide in order))
    themes = tuple(
        Theme(
            id=name,
            title=plain(name),
            role="frame" if name in frames else "content",
            slides=tuple(slide for slide in order if slide.startswith(f"{name}/")),
        )
        for name in names
    )
    return Deck(
        folder="deck",
        briefing=Briefing(title=plain("a"), languages=languages, styles=STYLES, transition=transition, themes=names),
        themes=themes,
        order=order,
        slides={slide.id: slide for slide in slides if slide.id not in (*pending, *broken)},
        pending=frozenset(pending),
        styles={name: made_style(name) for name in STYLES},
    )


def drawn_deck(draw: Callable[..., object]) -> Deck:
    """Any deck with at least one loaded slide: three themes, some slides broken or pending, any transition."""
    transitions = st.sampled_from([None, "none", "fade", "push"])
    depths = st.sampled_from(["core", "standard", "extra"])
    minutes = st.sampled_from(["0.5", "1", "1.5", "3"])
    kinds = st.sampled_from(["loaded", "loaded", "loaded", "pending", "broken"])
    one = st.tuples(st.integers(0, 3), depths, minutes, transitions, kinds)
    rows = draw(st.lists(one, min_size=1, max_size=8))
    slides, kind_of = [], {}
    for k, (steps, depth, length, transition, kind) in enumerate(rows):
        name = f"{'abc'[k * 3 // len(rows)]}/s{k}"
        slides.append(made_slide(name, steps, depth, length, transition))
        kind_of[name] = kind if k else "loaded"
    return made_deck(
        *slides,
        frames=draw(st.sampled_from([(), ("a",), ("a", "c")])),
        pending=tuple(name for name, kind in kind_of.items() if kind == "pending"),
        broken=tuple(name for name, kind in kind_of.items() if kind == "broken"),
        transition=draw(st.sampled_from(["none", "fade", "push"])),
    )


def subset_of(deck: Deck, draw: Callable[..., object]) -> Deck:
    """The deck after any edit: slides gone, broken or with other steps, perhaps in another order."""
    order = tuple(draw(st.permutations(deck.order))) if draw(st.booleans()) else deck.order
    kept = tuple(name for name in order if draw(st.booleans()))
    slides = {
        name: structs.replace(slide, steps=made_slide(name, draw(st.integers(0, 3))).steps)
        for name, slide in deck.slides.items()
        if name in kept and draw(st.integers(0, 3))
    }
    pending = frozenset(name for name in kept if name not in slides and draw(st.booleans()))
    return structs.replace(deck, order=kept, slides=slides, pending=pending)


@pytest.fixture(scope="session")
def slide() -> Callable[..., Slide]:
    return made_slide


@pytest.fixture(scope="session")
def deck() -> Callable[..., Deck]:
    return made_deck


@pytest.fixture(scope="session")
def any_deck() -> Callable[..., Deck]:
    return drawn_deck


@pytest.fixture(scope="session")
def edited() -> Callable[..., Deck]:
    return subset_of


@pytest.fixture(scope="session")
def three(slide: Callable[..., Slide], deck: Callable[..., Deck]) -> Deck:
    """Three slides with 2, 0 and 1 steps, no transition."""
    return deck(slide("a/one", 2), slide("b/two"), slide("b/three", 1))
