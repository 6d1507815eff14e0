"""What an axis along x is of, in quiet words below it."""

from jn_presenter.draw.compact import set_compact
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import TextMark
from jn_presenter.model.text import Text

ABOVE = 8.0
"""px between the words at the ticks and those below."""


def below(key: str, words: Text, place: Rect, env: Env) -> tuple[tuple[TextMark, ...], Rect]:
    """The words at the lower right of the place, and what they leave of it; nothing and all where there are none."""
    if not any(word for _, word in words.variants):
        return (), place
    (setting,) = set_compact((words,), env, place.w, "note", colour=env.style.quiet)
    height = setting.block.height
    mark = setting.mark(key, place.right - setting.block.width, place.bottom - height)
    return (mark,), Rect(place.x, place.y, place.w, place.h - height - ABOVE)
