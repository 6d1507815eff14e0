"""Where the categories of a chart stand, each with its name: in rows with names beside or above, or in columns."""

from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.compact import TIGHT, set_compact
from jn_presenter.draw.dataset import Category
from jn_presenter.draw.labels import cut
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.tags import aligned
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message

ROLES: tuple[Role, ...] = ("caption", "note")
NAME_SHARES = (0.16, 0.22, 0.3, 0.36, 0.42)
"""Widths tried for the names beside the rows, in units of the whole."""
BESIDE_FROM = 1.1
"""Width to height of the place from which names stand beside the rows."""
NAME_GAP = 24.0
ROW_GAP = 14.0
"""The least px between two rows."""
NAME_ABOVE = 4.0
BELOW_GAP = 12.0
"""Between the columns and their names, in px."""
BETWEEN_NAMES = 16.0
NAMES_HIGH = 0.36
"""The most of the height that the names of columns may take."""
MOST_LINES = 5
"""Lines of a column's name in one language: on more it is spelled rather than read."""
WIDEST_PITCH = 360.0


class Lane(Struct, frozen=True):
    """One category: its name, None where names are thinned out, and the middle of its bars across their direction."""

    name: TextMark | None
    middle: float


class Lanes(Struct, frozen=True, kw_only=True):
    """All categories. `plot`: where bars and the words at their ends may be; `pitch`: from one category to the next,
    `room`: what of it the bars may take, in px.
    """

    lanes: tuple[Lane, ...]
    plot: Rect
    pitch: float
    room: float
    overflow: bool = False
    findings: tuple[Finding, ...] = ()


def in_rows(categories: Sequence[Category], place: Rect, env: Env, *, least: float, most: float) -> Lanes:
    """Rows from the top of the place, at most `most` px from one to the next, each with `least` px for its bars."""
    # Stacked languages fit on one line above a bar, but make blocks of three lines beside it.
    wide = place.w >= BESIDE_FROM * place.h and len(env.languages) == 1
    tried = []
    for beside in (wide, not wide):
        for role in ROLES:
            lanes = _rows(categories, place, role, env, beside=beside, least=least, most=most)
            if not lanes.overflow and lanes.room >= least - 0.5:
                return lanes
            tried.append(lanes)
    return max(tried, key=lambda lanes: (not lanes.overflow, lanes.room))


def fitting(categories: Sequence[Category], place: Rect, env: Env, *, least: float, most: float) -> int:
    """How many of the categories have room as rows, from the first on, their names whole.

    All of them where it is not their number that leaves too little: fewer rows would not help a name that is too long.
    """
    many = min(len(categories), max(1, int((place.h + 0.5) / (least + ROW_GAP))))
    for count in range(many, 0, -1):
        lanes = in_rows(categories[:count], place, env, least=least, most=most)
        if not lanes.overflow and lanes.room >= least - 0.5:
            return count
        if place.h / count >= most:
            break
    return many


def _rows(
    categories: Sequence[Category], place: Rect, role: Role, env: Env, *, beside: bool, least: float, most: float
) -> Lanes:
    pitch = min(most, place.h / max(1, len(categories)))
    texts = [category.label for category in categories]
    if beside:
        high = pitch - ROW_GAP
        for share in NAME_SHARES:
            settings = set_compact(texts, env, place.w * share, role)
            if all(s.block.height <= high + 0.5 and s.block.width <= place.w * share + 0.5 for s in settings):
                break
        settings, overflow = _cut(settings, place.w * NAME_SHARES[-1], high, env)
        left = max((setting.block.width for setting in settings), default=0.0) + NAME_GAP
        middles = [place.y + (k + 0.5) * pitch for k in range(len(categories))]
        tops = [middle - s.block.height / 2 for middle, s in zip(middles, settings, strict=True)]
        room = pitch - ROW_GAP
    else:
        settings = set_compact(texts, env, place.w, role)
        settings, overflow = _cut(settings, place.w, pitch - ROW_GAP - NAME_ABOVE - least, env)
        left = 0.0
        high = max((setting.block.height for setting in settings), default=0.0)
        room = pitch - high - NAME_ABOVE - ROW_GAP
        tops = [place.y + k * pitch + high - s.block.height for k, s in enumerate(settings)]
        middles = [place.y + k * pitch + high + NAME_ABOVE + room / 2 for k in range(len(categories))]
    names = [
        setting.mark(f"name.{category.key}", place.x, top)
        for category, setting, top in zip(categories, settings, tops, strict=True)
    ]
    return Lanes(
        lanes=tuple(Lane(name, middle) for name, middle in zip(names, middles, strict=True)),
        plot=Rect(place.x + left, place.y, place.w - left, pitch * len(categories)),
        pitch=pitch,
        room=room,
        overflow=overflow,
        findings=_findings(settings),
    )


def in_columns(categories: Sequence[Category], place: Rect, env: Env) -> Lanes:
    """Columns side by side, their names beneath them, wrapped; where they have no room, every second one, or third."""
    count = max(1, len(categories))
    pitch = min(WIDEST_PITCH, place.w / count)
    left = place.x + aligned(pitch * count, place.w, env.align)
    every, settings = _below(categories, pitch, place.h * NAMES_HIGH, env)
    width = _width(pitch, every)
    settings, overflow = _cut(settings, width, place.h * NAMES_HIGH, env)
    high = max((setting.block.height for setting in settings), default=0.0) + BELOW_GAP
    foot = place.bottom - high
    lanes = []
    for k, category in enumerate(categories):
        middle = left + (k + 0.5) * pitch
        name = None
        if k % every == 0:
            setting = settings[k // every]
            half = setting.block.width / 2
            x = min(max(middle, place.x + half), place.right - half) - width / 2
            name = setting.mark(f"name.{category.key}", x, foot + BELOW_GAP)
        lanes.append(Lane(name, middle))
    return Lanes(
        lanes=tuple(lanes),
        plot=Rect(left, place.y, pitch * count, foot - place.y),
        pitch=pitch,
        room=pitch,
        overflow=overflow,
        findings=(*_findings(settings), *((_thinned(every),) if every > 1 and not _numbered(categories) else ())),
    )


def _width(pitch: float, every: int) -> float:
    """The px for a name: where it stands for several columns, so few that the first and last may be moved inside."""
    return pitch - BETWEEN_NAMES if every == 1 else (pitch * every - BETWEEN_NAMES) / 1.5


def _below(categories: Sequence[Category], pitch: float, high: float, env: Env) -> tuple[int, list[Setting]]:
    """Every how many columns a name is shown, and those: all of them where no word breaks and none is too high."""
    for every in (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30):
        for role in ROLES:
            width = _width(pitch, every)
            shown = [category.label for category in categories[::every]]
            if any(widest_word(text, env, role) > width for text in shown):
                continue
            settings = [set_text(text, env, width, role, align="centre", leading=TIGHT) for text in shown]
            lines = 3 if every > 1 else MOST_LINES
            if all(
                s.block.height <= high + 0.5 and s.block.width <= width + 0.5 and lines_taken(s.block) <= lines
                for s in settings
            ):
                return every, settings
    width = _width(pitch, 1)
    return 1, [set_text(c.label, env, width, ROLES[-1], align="centre", leading=TIGHT) for c in categories]


def _cut(settings: list[Setting], width: float, height: float, env: Env) -> tuple[list[Setting], bool]:
    blocks = [cut(setting.block, width, height, env.measure) for setting in settings]
    kept = [Setting(block, setting.findings) for setting, (block, _) in zip(settings, blocks, strict=True)]
    return kept, any(was_cut for _, was_cut in blocks)


def _findings(settings: Sequence[Setting]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings))


def _numbered(categories: Sequence[Category]) -> bool:
    """Whether the names go on by themselves, as years and months do."""
    return all(any(character.isdigit() for character in category.label.pick("")[1]) for category in categories)


def _thinned(every: int) -> Finding:
    return Finding(
        code="too-many",
        path="data",
        severity="warning",
        message=Message(f"柱子太多，每 {every} 个只写得下一个名称", f"so many columns that one name in {every} fits"),
        hint=Message("请归并几项，或改用 type: bar", "group some of them, or use type: bar"),
    )
