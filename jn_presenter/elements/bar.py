"""A bar chart."""

from jn_presenter.draw.bars import Bars, Row, lay_out
from jn_presenter.draw.chart import Chart
from jn_presenter.draw.entrance import appearance, entrance
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.draw.growth import grown, zero_line
from jn_presenter.draw.motion import faded
from jn_presenter.draw.tags import target_tag, under_badge
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark

TAG_GAP = 16.0


class BarChart(Chart, frozen=True, kw_only=True):
    """Horizontal bars on one scale from zero, in the order given; targets are outlined and hatched."""

    def fit(self, rect: Rect, env: Env) -> "FittedBars":
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        entries = found.entries
        fixed = list(badge)
        dues = {entry.due for entry in entries if entry.target}
        once = len(dues) == 1 and all(entry.target for entry in entries)
        if once:
            tag = target_tag("target", target_words(next(iter(dues)), env.facts, env.languages), env, place.w)
            fixed += tag.at(place.x, place.y)
            place = Rect(place.x, place.y + tag.height + TAG_GAP, place.w, place.h - tag.height - TAG_GAP)
        bars = lay_out([_row(entry, env, tagged=entry.target and not once) for entry in entries], place, env)
        return FittedBars(
            rect=rect,
            overflow=bars.overflow,
            findings=(*found.findings, *bars.findings),
            bars=bars,
            entries=entries,
            count=self.parts(),
            colour=env.style.accent,
            axis=env.style.faint,
            fixed=tuple(fixed),
            stagger=env.style.motion.stagger,
        )


class FittedBars(Fitted, frozen=True, kw_only=True):
    """The bars at full length; `count` parts, of which those without a value have no entry."""

    bars: Bars
    entries: tuple[Entry, ...]
    count: int
    colour: str
    axis: str
    fixed: tuple[AnyMark, ...]
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.count, 0.0) for part in range(self.count))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in (*self.fixed, *zero_line(self.bars, self.axis))]
        for entry, row in zip(self.entries, self.bars.rows, strict=True):
            length = entrance(phase, entry.part, self.count, self.stagger)
            named = appearance(phase, entry.part, self.count, self.stagger)
            if named > 0.0:
                shown.append(faded(row.name, named))
            if length > 0.0:
                key = f"bar.{entry.key}"
                shown += grown(key, row, length, self.colour, entry.datum, target=entry.target, near=entry.near)
        return tuple(shown)


def _row(entry: Entry, env: Env, *, tagged: bool) -> Row:
    """What is to be placed; where not all bars are the same target, each target has its tag at its value."""
    words = entry.words
    if tagged:
        tags = dict(target_words(entry.due, env.facts, env.languages).variants)
        words = as_text((language, f"{figure}\n{tags[language]}") for language, figure in words.variants)
    return Row(entry.key, entry.label, float(entry.value), words)


ELEMENT = BarChart
