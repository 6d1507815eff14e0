"""A race: a ranking over time."""

from typing import Annotated

from msgspec import structs

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.chart import Tabled
from jn_presenter.draw.compact import BETWEEN, TIGHT, set_compact
from jn_presenter.draw.dataset import Wanted
from jn_presenter.draw.entries import one_of, unit_name
from jn_presenter.draw.figures import value_words
from jn_presenter.draw.growth import ZERO_RISE, upright
from jn_presenter.draw.labels import cut
from jn_presenter.draw.lanes import BESIDE_FROM, NAME_GAP, NAME_SHARES
from jn_presenter.draw.moments import MOST_MOMENTS, MOST_NAMES, Moments, of_columns, of_rows
from jn_presenter.draw.motion import faded
from jn_presenter.draw.native import digits, words_in
from jn_presenter.draw.ranking import Ranking, Standing, largest, ranked
from jn_presenter.draw.setting import SECOND, Setting
from jn_presenter.draw.shades import tinted
from jn_presenter.draw.tags import under_badge
from jn_presenter.draw.typography import ASCENT, baseline
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Datum, Line, Run, ShapeMark, State, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Font
from jn_presenter.model.text import Message, Text

PITCH = 88.0
"""The most px from one row to the next."""
ROW = {"beside": 36.0, "above": 68.0}
"""The least px from one row to the next, with the names beside the bars or above them."""
THICKNESS = 0.6
"""Of a bar, in units of its row."""
YEARS = (120.0, 96.0, 72.0, 48.0, 36.0, 24.0)
"""Sizes of the moment's name in px, the largest that takes no more than half the width."""
YEAR_HIGH = 1.1
HALF = 0.5
SLACK = 12.0
"""For figures on their way that are a little wider than those at the moments, in px."""
PALE = 0.55
"""How much of the accent the bars have that are not the first in the end."""
FADE = 8.0
"""A race that enters with a later step is fully there after an eighth of it."""


class Race(Tabled, frozen=True, kw_only=True):
    """Bars in the order of their values, which change over time: places slide, figures count, the moment stands large.

    A table with a column of moments (`time`), or else with a column for each moment.
    """

    about = "动态排名：横条按数值排序，随时间变化，数字滚动，时间写得很大"

    time: Annotated[
        str,
        doc("时间所在的列；不写则每列是一个时刻", "the column of moments; without, each column of figures is one"),
    ] = ""
    most: Annotated[int, doc("显示前几名", "how many are shown", ge=1, le=20)] = 10
    rescale: Annotated[
        bool,
        doc(
            "是否让第一名总是最长；默认各时刻同一标尺",
            "whether the first is always as long; by default not",
        ),
    ] = False

    seconds: Annotated[
        float, doc("从头放到尾的秒数；按任意键直接到结尾", "seconds from first to last; a key ends it", ge=1, le=60)
    ] = 8.0

    def plays_ms(self) -> float:
        return self.seconds * 1000.0

    def fit(self, rect: Rect, env: Env) -> "FittedRace":
        found = self._moments(env)
        findings = (*one_of(["data"] if self.data else [], ("data",)), *found.findings)
        rest, badge = under_badge(rect, env, found.sample)
        if not found.names or not found.runners:
            return FittedRace(rect=rect, findings=findings, env=env, fixed=badge)
        year = _year(found, rect, env)
        head = max(rest.y - rect.y, year.size * YEAR_HIGH)
        place = Rect(rect.x, rect.y + head, rect.w, rect.h - head - ZERO_RISE)
        wide = place.w >= BESIDE_FROM * place.h and len(env.languages) == 1
        way = "beside" if wide or place.h < self._rows(found) * ROW["above"] else "above"
        fits = max(1, int(place.h / ROW[way]))
        rows = min(self._rows(found), fits)
        if rows < self._rows(found):
            findings = (*findings, _fewer(self._rows(found), rows))
        ranking = ranked(found, rows)
        pitch = min(PITCH if way == "beside" else PITCH * 1.4, place.h / rows)
        names, overflow = _names(found, ranking, place, pitch, way, env)
        left = max((name.block.width for name in names), default=0.0) + NAME_GAP if way == "beside" else 0.0
        room = place.w - left - _widest(found, self.unit, env) - GAP - SLACK
        return FittedRace(
            rect=rect,
            overflow=overflow or room <= 0.0,
            findings=findings,
            env=env,
            ranking=ranking,
            names=tuple(names),
            above=way == "above",
            plot=Rect(place.x, place.y, place.w, pitch * rows),
            zero=round(place.x + left),
            room=max(0.0, room),
            pitch=pitch,
            unit=self.unit,
            data=self._data(found, env),
            whole=max(float(largest(runner.values)) for runner in found.runners),
            rescale=self.rescale,
            year=year,
            fixed=badge,
        )

    def as_table(self, env: Env) -> Table:
        """A row for each that runs, a column a moment."""
        found = self._moments(env)
        rows = ((words_in(one.label, env), *map(digits, one.values)) for one in found.runners)
        return Table(columns=("", *found.names), rows=tuple(rows))

    def _moments(self, env: Env) -> Moments:
        if self.data is None:
            return Moments()
        if not self.time:
            return of_columns(self.of_table(self.data, env, most=MOST_NAMES, most_series=MOST_MOMENTS))
        wanted = Wanted(
            label=self.label,
            values=self.wanted,
            unit=self.unit,
            sample=self.badge,
        )
        return of_rows(env.snapshots.get(self.data), wanted, self.time, env)

    def _data(self, found: Moments, env: Env) -> tuple[Datum, ...]:
        """What the marks of each runner stand for, but for the value."""
        unit = unit_name(self.unit, env)
        state: State = "sample" if found.sample else "achieved"
        labels = (runner.label.pick(env.languages[0], env.fallbacks)[1] for runner in found.runners)
        return tuple(Datum(unit=unit, label=label, state=state) for label in labels)

    def _rows(self, found: Moments) -> int:
        return min(self.most, len(found.runners))


class FittedRace(Fitted, frozen=True, kw_only=True):
    """The race with the names of all who run, set at (0, 0); what changes with time is set anew for each moment."""

    env: Env
    ranking: Ranking | None = None
    names: tuple[Setting, ...] = ()
    above: bool = False
    plot: Rect = Rect(0.0, 0.0, 0.0, 0.0)
    zero: float = 0.0
    room: float = 0.0
    pitch: float = 0.0
    unit: Text | None = None
    data: tuple[Datum, ...] = ()
    whole: float = 0.0
    rescale: bool = False
    year: Font = Font(24.0)
    fixed: tuple[AnyMark, ...] = ()

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        played = phase.progress(0)
        there = 1.0 if phase.reveal(0) == 0 else min(1.0, played * FADE)
        if there <= 0.0:
            return ()
        shown: list[AnyMark] = list(self.fixed)
        if self.ranking is not None:
            shown += self._frame(self.ranking, played if phase.scrub is None else phase.scrub)
        return tuple(faded(mark, there) for mark in shown)

    def _frame(self, ranking: Ranking, place: float) -> list[AnyMark]:
        moment, standings = ranking.at(place)
        whole = float(largest([one.value for one in standings])) if self.rescale else self.whole
        px = self.room / whole if whole else 0.0
        shown: list[AnyMark] = [self._moment(ranking.moments.names[moment])]
        shown.append(upright(self.zero, self.plot.y - ZERO_RISE, self.plot.bottom + ZERO_RISE, self.env.style.faint))
        for standing in standings:
            shown += self._row(ranking, standing, px)
        return shown

    def _moment(self, name: str) -> TextMark:
        width = self.env.measure.advance(name, self.year, self.env.languages[0])
        y = baseline(self.rect.y, self.year, 1.0)
        run = Run(name, self.year, self.env.style.quiet)
        line = Line(self.rect.right - width, y, width, (run,), self.env.languages[0])
        return TextMark(key="moment", lines=(line,))

    def _row(self, ranking: Ranking, standing: Standing, px: float) -> tuple[AnyMark, ...]:
        runner, name, datum = standing.runner, self.names[standing.runner], self.data[standing.runner]
        key = ranking.moments.runners[runner].key
        top = self.plot.y + standing.row * self.pitch
        band = name.block.height if self.above else 0.0
        thick = (self.pitch - band) * THICKNESS
        middle = top + band + (self.pitch - band) / 2
        bar = Box(self.zero, middle - thick / 2, float(standing.value) * px, thick)
        y = top if self.above else middle - name.block.height / 2
        # Only who comes or goes is partly outside, and to clip each mark would cost a third of a frame.
        clip = None if standing.there >= 1.0 else (self.rect.x, self.rect.y, self.rect.w, self.rect.h)
        return (
            TextMark(
                key=f"name.{key}", lines=name.block.lines, dx=self.plot.x, dy=y, opacity=standing.there, clip=clip
            ),
            ShapeMark(
                key=f"bar.{key}",
                shape=bar,
                fill=self._colour(ranking, runner),
                datum=structs.replace(datum, value=standing.value),
                opacity=standing.there,
                clip=clip,
            ),
            structs.replace(self._figure(key, standing, bar, middle), opacity=standing.there, clip=clip),
        )

    def _colour(self, ranking: Ranking, runner: int) -> str:
        """Who is first in the end has the accent all the way; the others are paler."""
        style = self.env.style
        return style.accent if ranking.rows[-1][runner] == 0 else tinted(style.accent, style, PALE)

    def _figure(self, key: str, standing: Standing, bar: Box, middle: float) -> TextMark:
        """The value behind the end of its bar, in each language once."""
        lines = figure_lines(value_words(standing.value, self.unit, self.env.facts, self.env.languages), self.env)
        width = lines[-1].x + lines[-1].width if lines else 0.0
        x = min(bar.x + bar.w + GAP, self.plot.right - width)
        y = middle + (ASCENT - 0.5) * value_font(self.env).size
        placed = tuple(structs.replace(line, x=line.x + x, y=y) for line in lines)
        return TextMark(key=f"value.{key}", lines=placed)


def value_font(env: Env) -> Font:
    """The font of the figures."""
    return env.font("note", bold=True)


def figure_lines(words: Text, env: Env) -> tuple[Line, ...]:
    """The figure in each language, what reads alike once, one behind the other from (0, 0)."""
    lines: list[Line] = []
    seen: set[str] = set()
    for language, figure in words.variants:
        if figure in seen:
            continue
        seen.add(figure)
        font = env.font("note", share=SECOND) if lines else value_font(env)
        x = lines[-1].x + lines[-1].width + BETWEEN * font.size if lines else 0.0
        width = env.measure.advance(figure, font, language)
        lines.append(Line(x, 0.0, width, (Run(figure, font, env.style.quiet if lines else env.style.ink),), language))
    return tuple(lines)


def _year(found: Moments, rect: Rect, env: Env) -> Font:
    for size in YEARS:
        font = Font(size)
        if max(env.measure.advance(name, font, env.languages[0]) for name in found.names) <= HALF * rect.w:
            return font
    return Font(YEARS[-1])


def _widest(found: Moments, unit: Text | None, env: Env) -> float:
    """The px of the widest figure at any moment."""
    widest = 0.0
    for runner in found.runners:
        for value in {largest(runner.values), *(value for value in runner.values[-1:] if value is not None)}:
            lines = figure_lines(value_words(value, unit, env.facts, env.languages), env)
            widest = max(widest, lines[-1].x + lines[-1].width if lines else 0.0)
    return widest


def _names(
    found: Moments, ranking: Ranking, place: Rect, pitch: float, way: str, env: Env
) -> tuple[list[Setting], bool]:
    """The names of all who run, cut where they have no room; whether one that is seen was cut."""
    texts = [runner.label for runner in found.runners]
    high = pitch - 6.0 if way == "beside" else env.font("note").size * TIGHT
    shares = NAME_SHARES if way == "beside" else (1.0,)
    for share in shares:
        settings = set_compact(texts, env, place.w * share, "note")
        if all(s.block.height <= high + 0.5 and s.block.width <= place.w * share + 0.5 for s in settings):
            break
    cuts = [cut(setting.block, place.w * shares[-1], high, env.measure) for setting in settings]
    kept = [structs.replace(setting, block=block) for setting, (block, _) in zip(settings, cuts, strict=True)]
    seen = {k for rows in ranking.rows for k, row in enumerate(rows) if row is not None and row < ranking.most}
    return kept, any(cuts[k][1] for k in seen)


def _fewer(wanted: int, rows: int) -> Finding:
    return Finding(
        code="too-many",
        path="most",
        severity="warning",
        message=Message(f"要显示 {wanted} 名，只放得下 {rows} 名", f"of {wanted} rows there is room for {rows}"),
        hint=Message(f"请写 most: {rows}", f"write most: {rows}"),
    )


ELEMENT = Race
