"""Several rings one inside the other, each three quarters of a turn long, with its name where it begins."""

from collections.abc import Sequence

from msgspec import Struct, structs

from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.draw.grid import UNIT
from jn_presenter.draw.rings import FULL, Ring
from jn_presenter.draw.round_chart import FittedRound, Sector
from jn_presenter.draw.setting import Setting, placed
from jn_presenter.draw.share import Turn, turned
from jn_presenter.draw.tags import BENEATH, flow, target_tag
from jn_presenter.draw.words import NO_DATA, say
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Run, ShapeMark, TextMark
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text

SWEEP = 0.75 * FULL
"""Degrees of a whole: the quarter before twelve o'clock is left to the names."""
LARGEST = 560.0
LEAST = 200.0
"""The outer ring's largest and smallest diameter in px."""
RINGS = 0.66
"""What all rings together take of the outer radius."""
PITCH = 96.0
"""The most px from one ring to the next."""
BAND = (0.78, 56.0)
"""A ring's share of the pitch, and how thick it is at most in px."""
NAME_GAP = 16.0
TAG_GAP = 24.0
LIFT = 0.4
STEP = 16.0
LARGE = 0.7
"""The share of the largest radius that rings keep for names on one line; smaller ones rather have broken names."""
ROLES: tuple[Role, ...] = ("caption", "note")


class _Names(Struct, frozen=True):
    """The names as they are set, the px they may take across, and the radius of the outer ring beside them."""

    settings: tuple[Setting, ...]
    width: float
    radius: float
    fits: bool


def concentric(turns: Sequence[Turn], place: Rect, env: Env) -> FittedRound:
    """The rings from the outermost in, names and figures to the left of where they begin, targets told beneath."""
    palette = env.style.series or (env.style.accent,)
    colours = [palette[k % len(palette)] for k in range(len(turns))]
    dues = [turn.goal.due for turn in turns if turn.goal]
    dues += [turn.entry.due for turn in turns if turn.entry and turn.entry.target]
    tags = [
        target_tag(f"due.{k}" if k else "due", target_words(due, env.facts, env.languages), env, place.w)
        for k, due in enumerate(dict.fromkeys(dues))
    ]
    # The rings decide where the tags stand, whose height they need: the tallest way of setting them is kept free.
    beneath = TAG_GAP + sum(tag.height + BENEATH for tag in tags) if tags else 0.0
    texts = [_named(turn, env) for turn in turns]
    names = _names(texts, Rect(place.x, place.y, place.w, place.h - beneath), env)
    radius = names.radius
    left = max(names.width + NAME_GAP, radius)
    x = place.x + max(0.0, (place.w - left - radius) / 2)
    y = place.y + max(0.0, (place.h - 2 * radius - beneath) * LIFT) // UNIT * UNIT
    cx, cy = x + left, y + radius
    pitch = _pitch(radius, len(turns))
    tracks: list[AnyMark] = []
    sectors: list[Sector] = []
    for k, (turn, colour, setting) in enumerate(zip(turns, colours, names.settings, strict=True)):
        outer = radius - k * pitch
        ring = Ring(cx, cy, outer, outer - min(pitch * BAND[0], BAND[1]))
        tracks.append(ShapeMark(key=f"track.{turn.key}", shape=ring.arc(0.0, SWEEP), fill=env.style.faint))
        middle = cy - (ring.outer + ring.inner) / 2
        words = _words(f"name.{turn.key}", setting, cx - NAME_GAP, middle, colour)
        parts = turned(turn, ring, SWEEP, colour, env)
        sectors += parts
        tracks.append(words)
    side = min(cx - place.x, place.right - cx)
    under = Rect(cx - side, y, 2 * side, 0.0) if all(tag.width <= 2 * side for tag in tags) else place
    below, _ = flow(tags, under.x, y + 2 * radius + TAG_GAP, under.w, "centre")
    return FittedRound(
        rect=place,
        overflow=not names.fits or 2 * radius + beneath > place.h + 0.5 or left + radius > place.w + 0.5,
        findings=tuple(dict.fromkeys(found for setting in names.settings for found in setting.findings)),
        sectors=tuple(sectors),
        fixed=(*tracks, *below),
    )


def _pitch(radius: float, count: int) -> float:
    return min(PITCH, radius * RINGS / count)


def _names(texts: Sequence[Text], place: Rect, env: Env) -> _Names:
    """The names beside rings as large as leave them room: on one line each, or broken where the rings are small then.

    Where nothing fits, the last way that was tried.
    """
    most = min(LARGEST, place.h, place.w) / 2
    least = min(most, LEAST / 2)
    found = _Names((), 0.0, least, fits=False)
    for floor in (max(least, LARGE * most), least):
        for way in (_unbroken, _broken):
            for role in ROLES:
                found = way(texts, place.w - NAME_GAP, (floor, most), role, env)
                if found.fits:
                    return found
    return found


def _unbroken(texts: Sequence[Text], width: float, radii: tuple[float, float], role: Role, env: Env) -> _Names:
    settings = set_compact(texts, env, UNBROKEN, role)
    return _beside(settings, min(radii[1], width - _widest(settings)), width, radii[0])


def _broken(texts: Sequence[Text], width: float, radii: tuple[float, float], role: Role, env: Env) -> _Names:
    """In lines as wide as the largest ring leaves room for, then in wider ones."""
    least, radius = radii
    while True:
        found = _beside(set_compact(texts, env, width - radius, role), radius, width, least)
        if found.fits or radius <= least:
            return found
        radius = max(least, radius - STEP)


def _beside(settings: Sequence[Setting], radius: float, width: float, least: float) -> _Names:
    wide, high = _widest(settings), max(setting.block.height for setting in settings)
    fits = radius >= least and high <= _pitch(radius, len(settings)) and wide <= width - radius + 0.5
    return _Names(tuple(settings), wide, max(radius, LEAST / 2), fits)


def _widest(settings: Sequence[Setting]) -> float:
    return max(setting.block.width for setting in settings)


def _words(key: str, setting: Setting, right: float, middle: float, colour: str) -> TextMark:
    """The lines to the left of `right`, about `middle`; the figure has the colour of its ring."""
    block = setting.block
    lines = placed(block.lines, 0.0, middle - block.height / 2)
    if len({line.y for line in lines}) == 1:
        lines = placed(lines, right - block.width, 0.0)
    else:
        lines = tuple(structs.replace(line, x=right - line.width) for line in lines)
    return TextMark(key=key, lines=tuple(structs.replace(line, runs=_inked(line.runs, colour)) for line in lines))


def _inked(runs: tuple[Run, ...], colour: str) -> tuple[Run, ...]:
    return tuple(structs.replace(run, colour=colour) if run.font.bold else run for run in runs)


def _named(turn: Turn, env: Env) -> Text:
    """The name and its figure, beside the figure that of its target: 陶瓷馆 64% / 80%."""
    figures = dict(turn.entry.said) if turn.entry else {language: say(NO_DATA, language) for language in env.languages}
    goals = dict(turn.goal.said) if turn.goal else {}
    once, goal_once = next(iter(figures.values()), ""), next(iter(goals.values()), "")
    lines: list[tuple[str, str]] = []
    for language in env.languages:
        name = turn.label.pick(language, env.fallbacks)[1]
        figure = figures.get(language, "" if lines else once)
        goal = goals.get(language, "" if lines else goal_once)
        strong = f"=={figure}==" if turn.entry and figure else figure
        lines.append((language, " ".join(filter(None, (name, strong, f"/ {goal}" if goal and figure else "")))))
    return as_text(lines)
