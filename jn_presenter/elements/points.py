"""A few points, one beneath the other."""

from typing import Annotated, ClassVar

from msgspec import Meta

from jn_presenter.draw.entrance import appearance, risen
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.motion import faded
from jn_presenter.draw.setting import Setting, lines_size, set_text
from jn_presenter.model.counting import there_are
from jn_presenter.model.element import Element, Env, Fitted, Phase
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

FEWEST, MOST = 2, 5
BOUND = 24
"""Points; what is beyond MOST is a warning, what is beyond this is no longer read."""
INDENT = 1.5
DASH = (0.75, 0.09)
"""Length and thickness of the dash before a point."""
CENTRE = 0.38
"""How far the middle of a Chinese character lies above the baseline."""
GAPS = (0.45, 1.2)
"""The least and the largest space between two points."""
TALL_GAP = 2.0
"""The largest where the place is taller than wide."""
NARROW = 13.0
"""In a narrower place a larger text would break into too many lines. All of these are in units of the text's size."""
ROOMY = (0.8, 0.9)
"""Points that need no more of the height than this at the next larger role are set in it; in a tall place, which has
less width to spare."""


class Points(Element, frozen=True, kw_only=True):
    """Two to five points; each can be revealed by a step of its own."""

    about = "要点：二到五条，可逐条出现"
    short: ClassVar[str] = "items"
    grows: ClassVar[bool] = True

    items: Annotated[tuple[Text, ...], doc("要点，两到五条", "the points, two to five"), Meta(max_length=BOUND)]

    def parts(self) -> int:
        return len(self.items)

    def roomy(self, rect: Rect, env: Env) -> bool:
        if rect.w < NARROW * env.font("lead").size:
            return False
        settings, size = self._set("lead", rect, env)
        if _widest(settings) > rect.w - INDENT * size + 0.5:
            return False
        return _height(settings, GAPS[1] * size) <= rect.h * ROOMY[rect.h > rect.w]

    def fit(self, rect: Rect, env: Env) -> "FittedPoints":
        settings, size = self._set("lead" if env.large or env.role == "lead" else "body", rect, env)
        free = rect.h - _height(settings, 0.0)
        most = TALL_GAP if rect.h > rect.w else GAPS[1]
        gap = min(most * size, max(GAPS[0] * size, free / max(1, len(settings) - 1))) // UNIT * UNIT
        rows: list[tuple[ShapeMark, TextMark]] = []
        top = anchored(rect, _height(settings, gap), env.anchor)
        for k, setting in enumerate(settings):
            words = setting.mark(f"point.{k}", rect.x + INDENT * size, top)
            rows.append((_dash(k, words, rect.x, size, env.style.accent), words))
            top += setting.block.height + gap
        return FittedPoints(
            rect=rect,
            overflow=_widest(settings) > rect.w - INDENT * size + 0.5 or top - gap > rect.bottom + 0.5,
            findings=(*(f for setting in settings for f in setting.findings), *_number_of(self.items)),
            rows=tuple(rows),
            stagger=env.style.motion.stagger,
        )

    def _set(self, role: Role, rect: Rect, env: Env) -> tuple[list[Setting], float]:
        """The points at a role's size, and that size in px."""
        size = env.font(role).size
        return [
            set_text(item, env, rect.w - INDENT * size, role, align="left", balance=True) for item in self.items
        ], size


class FittedPoints(Fitted, frozen=True, kw_only=True):
    """Dash and words of each point."""

    rows: tuple[tuple[ShapeMark, TextMark], ...]
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        shown: list[AnyMark] = []
        for part, (dash, words) in enumerate(self.rows):
            presence = appearance(phase, part, len(self.rows), self.stagger)
            if presence > 0.0:
                shown += (faded(dash, presence), faded(risen(words, presence), presence))
        return tuple(shown)


def _height(settings: list[Setting], gap: float) -> float:
    return sum(setting.block.height for setting in settings) + gap * (len(settings) - 1)


def _widest(settings: list[Setting]) -> float:
    return max((setting.block.width for setting in settings), default=0.0)


def _dash(k: int, words: TextMark, x: float, size: float, colour: str) -> ShapeMark:
    """A fine dash beside the first line of a point, at half the height of its characters."""
    baseline = words.lines[0].y if words.lines else 0.0
    ratio = lines_size(list(words.lines)) / size if words.lines else 1.0
    length, thickness = DASH[0] * size, max(2.0, round(DASH[1] * size))
    middle = baseline - CENTRE * size * ratio
    return ShapeMark(
        key=f"dash.{k}", shape=Box(x, round(middle - thickness / 2), length, thickness), fill=colour, crisp=True
    )


def _number_of(items: tuple[Text, ...]) -> tuple[Finding, ...]:
    if FEWEST <= len(items) <= MOST:
        return ()
    return (
        Finding(
            code="points-count",
            severity="warning",
            path="items",
            message=Message(
                f"这里有{len(items)}条要点",
                f"{there_are(len(items), 'point')} here",
            ),
            hint=Message(
                "一页两到五条要点最清楚，请合并、删去或分成两页",
                "two to five points read best: merge some, drop some or split the slide",
            ),
        ),
    )


ELEMENT = Points
