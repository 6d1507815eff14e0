"""A slide as it was and as it will be, side by side on one picture, for each that an edit changes."""

from collections.abc import Iterator
from math import ceil
from pathlib import Path

from msgspec import Struct

from jn_presenter.compose import FittedSlide, fit_slide, frame
from jn_presenter.draw.setting import placed
from jn_presenter.export.files import write
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.marks import Box, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font, Style
from jn_presenter.qt.scene.stills import Stills, Thumbnail

SIZE = (960, 540)
"""px of each of the two."""
GAP, LABEL = 24, 40
LABEL_PX = 22.0
WORDS = ("原来 before", "改后 after")


class Sides(Struct, frozen=True, kw_only=True):
    """Two states of a deck, and how both are laid out."""

    before: Deck
    after: Deck
    style: Style
    measure: Measure
    old_data: Snapshots = {}
    new_data: Snapshots = {}

    def pair(self, slide: str, language: str) -> tuple[FittedSlide, FittedSlide] | None:
        """The slide in both states, None where it looks the same or is not in both."""
        old, new = self.before.slides.get(slide), self.after.slides.get(slide)
        if old is None or new is None:
            return None
        canvas = canvas_for(*SIZE)
        first = fit_slide(self.before, old, canvas, (language,), self.style, self.measure, self.old_data)
        second = fit_slide(self.after, new, canvas, (language,), self.style, self.measure, self.new_data)
        same = first.last_step == second.last_step and _seen(first) == _seen(second)
        return None if same else (first, second)


class Picture(Struct, frozen=True):
    """A picture that was written. overflows: whether the slide has too little room for what it will say."""

    file: Path
    slide: str
    language: str
    overflows: bool


def export_sides(sides: Sides, slides: tuple[str, ...], languages: tuple[str, ...], folder: Path) -> Iterator[Picture]:
    """Write a picture for each slide and language that looks different, one by one. Raises OSError."""
    stills = Stills()
    for slide in slides:
        for language in languages:
            pair = sides.pair(slide, language)
            if pair is not None:
                file = folder / f"{slide.replace('/', '-')}-{language}.png"
                write(file, _sheet(stills, pair, sides))
                yield Picture(file, slide, language, any(item.fitted.overflow for item in pair[1].placed))


def _seen(fitted: FittedSlide) -> object:
    return frame(fitted, fitted.last_step)


def _sheet(stills: Stills, pair: tuple[FittedSlide, FittedSlide], sides: Sides) -> bytes:
    width, height = SIZE
    whole = 2 * width + 3 * GAP, height + LABEL + 2 * GAP
    return stills.sheet(*whole, sides.style.ground[-1], _halves(pair, sides))


def _halves(pair: tuple[FittedSlide, FittedSlide], sides: Sides) -> Iterator[Thumbnail]:
    width, height = SIZE
    font = Font(LABEL_PX)
    for k, fitted in enumerate(pair):
        x, y = GAP + k * (width + GAP), GAP + LABEL
        label = sides.measure.wrap((Run(WORDS[k], font, sides.style.ink),), float(width))
        around = (
            ShapeMark(
                key="border", shape=Box(x - 0.5, y - 0.5, width + 1, height + 1), stroke=sides.style.quiet, width=1.0
            ),
            TextMark(key="label", lines=placed(label.lines, x, GAP + (LABEL - ceil(label.height)) / 2)),
        )
        yield Thumbnail(fitted=fitted, step=fitted.last_step, x=x, y=y, w=width, h=height, around=around)
