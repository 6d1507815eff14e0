"""What of a slide is painted by itself, above its pixmap: live data, what is scrubbed, where a figure stands out."""

from collections.abc import Mapping

from jn_presenter.compose import FittedSlide, element_frame
from jn_presenter.draw.focus import dimmed, foci
from jn_presenter.qt.scene.pictures import live
from jn_presenter.show.state import ShowState


def loose_paths(fitted: FittedSlide, step: int, focus: str, scrub: Mapping[str, float]) -> frozenset[str]:
    """The paths of the elements that must not be part of the pixmap."""
    scrubbed = {item.path for item in fitted.placed if item.path in scrub}
    return live(fitted) | scrubbed | _focused(fitted, step, focus)


def scrubs_of(state: ShowState, fitted: FittedSlide) -> dict[str, float]:
    """How far the slide's elements are scrubbed, by path."""
    prefix = f"{fitted.slide}/"
    return {name.removeprefix(prefix): value for name, value in state.scrub.items() if name.startswith(prefix)}


def foci_of(fitted: FittedSlide, step: int) -> tuple[str, ...]:
    """The figures of the slide that can stand out once that step is done, in their order."""
    marks = (mark for item in fitted.placed for mark in element_frame(item, step, 1.0).marks)
    return foci(marks)


def scrubbable(fitted: FittedSlide, step: int) -> tuple[str, ...]:
    """The ids of the elements that look otherwise at the beginning of their time dimension: the others have none."""
    return tuple(
        f"{fitted.slide}/{item.path}"
        for item in fitted.placed
        if element_frame(item, step, 1.0, scrub=0.0).marks != element_frame(item, step, 1.0).marks
    )


def _focused(fitted: FittedSlide, step: int, focus: str) -> frozenset[str]:
    if not focus:
        return frozenset()
    shown = ((item.path, element_frame(item, step, 1.0).marks) for item in fitted.placed)
    return frozenset(path for path, marks in shown if dimmed(marks, focus) is not marks)
