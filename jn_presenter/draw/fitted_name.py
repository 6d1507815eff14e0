"""How a name is set that may be of any length: on one line, smaller, then on more lines; whole in any case."""

from collections.abc import Iterator

from msgspec import structs

from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import Text

FEWER_LINES = 0.8
"""A name is set this much smaller, not more, to stand on one line: below that it is larger on two."""
STEP = 0.05
"""From one size that is tried to the next, in units of the role's size."""
BELOW = 7 / 9
"""How far under the least size a name is set, in its units, whose longest word or last line has no room else."""
LINES = (1, 2, 3)
"""What is tried in this order; a name that needs more lines than that takes as many as there is room for."""


def set_name(text: Text, env: Env, rect: Rect, role: str, least: str, colour: str, *, bold: bool = True) -> Setting:
    """The name in lines no wider than `rect`, at the role's size or smaller, down to that of the role `least`.

    It is never shortened: where it is too high for `rect` even at its smallest, the setting is higher.
    """
    own = env.style.size(role)
    floor = min(1.0, env.style.size(least) / own)
    tries = [(most, max(floor, FEWER_LINES) if most == 1 else floor) for most in (*LINES, 0)]
    for most, lowest in (*tries, (0, floor * BELOW)):
        for share in _shares(lowest):
            look = structs.replace(env, scale=env.scale * share)
            if widest_word(text, look, role, bold=bold) > rect.w + 0.5:
                continue
            setting = set_text(text, look, rect.w, role, colour=colour, bold=bold, balance=True)
            block = setting.block
            few = not most or lines_taken(block) <= most
            if few and block.height <= rect.h + 0.5 and block.width <= rect.w + 0.5:
                return setting
    return set_text(
        text, structs.replace(env, scale=env.scale * floor), rect.w, role, colour=colour, bold=bold, balance=True
    )


def _shares(floor: float) -> Iterator[float]:
    steps = round((1.0 - floor) / STEP)
    yield from (1.0 - STEP * k for k in range(steps))
    yield floor
