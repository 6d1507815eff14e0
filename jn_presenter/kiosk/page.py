"""What stands on a kiosk's screen above the slide at a moment, and what of it answers a touch."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from jn_presenter.model.fields import Icon
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark

FINGER = 88.0
"""The least height of what is to be touched, in px of the canvas."""
ENTER = "kiosk-enter"
"""What the pad's last key asks for: no command, since the PIN is checked where its secret is kept."""

Icons = Callable[[str], Icon | None]
"""The bundled icon of a name, None where there is none."""


class Target(Struct, frozen=True, kw_only=True):
    """What answers a touch: a rectangle in logical px of the canvas, and the command that it sends.

    key: the same target has the same key in every language and at every place. whole: whether it is all of the screen,
    where a touch means no more than that somebody is there.
    """

    key: str
    rect: Rect
    command: str
    args: Mapping[str, str] = {}
    whole: bool = False


class Page(Struct, frozen=True):
    """The marks above the slide, back to front, and what can be touched; of targets the last one is on top."""

    marks: tuple[AnyMark, ...] = ()
    targets: tuple[Target, ...] = ()

    def target_at(self, x: float, y: float) -> Target | None:
        """The topmost target at (x, y) in logical px of the canvas."""
        for target in reversed(self.targets):
            rect = target.rect
            if rect.x <= x < rect.right and rect.y <= y < rect.bottom:
                return target
        return None


EMPTY = Page()
