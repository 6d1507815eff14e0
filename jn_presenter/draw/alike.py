"""What elements of a kind agree on, so that side by side they are alike whatever each of them says."""

from collections.abc import Sequence

from msgspec import structs

from jn_presenter.model.element import Element, Env
from jn_presenter.model.geometry import Rect


def agreed(elements: Sequence[tuple[Element, Rect, Env]]) -> tuple[float, ...]:
    """The least of what the elements wish for, one value after the other: `Env.shared` for each of them.

    Each element comes with its rectangle and its own environment.
    """
    shared: tuple[float, ...] = ()
    while wishes := [
        wish
        for element, rect, env in elements
        if (wish := element.wish(rect, structs.replace(env, shared=shared))) is not None
    ]:
        shared += (min(wishes),)
    return shared


def alone(element: Element, rect: Rect, env: Env) -> Env:
    """The environment with what has been agreed on, or with what the element wishes for where it is by itself."""
    return env if env.shared else structs.replace(env, shared=agreed([(element, rect, env)]))
