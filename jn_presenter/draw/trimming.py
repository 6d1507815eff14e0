"""Of more categories than there is room for, the first ones, with a quiet word of how many more there are."""

from collections.abc import Sequence
from typing import NamedTuple

from jn_presenter.draw.dataset import Category
from jn_presenter.draw.lanes import fitting
from jn_presenter.draw.spare_words import more_tag, too_many
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark
from jn_presenter.model.problem import Finding


class Trimmed(NamedTuple):
    """How many categories there is room for, in which place, and what is said of the others."""

    shown: int
    place: Rect
    marks: tuple[AnyMark, ...] = ()
    findings: tuple[Finding, ...] = ()


def trimmed(categories: Sequence[Category], place: Rect, env: Env, *, least: float, most: float) -> Trimmed:
    """As many of the categories as have room as rows (see lanes.fitting), the word of the others below them."""
    many = len(categories)
    if fitting(categories, place, env, least=least, most=most) == many:
        return Trimmed(many, place)
    high = more_tag(1, env, place.w).height
    smaller = Rect(place.x, place.y, place.w, place.h - high)
    count = min(many - 1, fitting(categories, smaller, env, least=least, most=most))
    marks = more_tag(many - count, env, place.w).at(place.x, smaller.bottom)
    return Trimmed(count, smaller, marks, (too_many(many, count),))
