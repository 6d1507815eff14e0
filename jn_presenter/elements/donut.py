"""A donut chart."""

from typing import Annotated, ClassVar

from msgspec import structs

from jn_presenter.draw.chart import Chart
from jn_presenter.draw.entries import Entry, fact_entries, one_of, table
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.draw.grid import UNIT
from jn_presenter.draw.parts_of import amounts, unknown
from jn_presenter.draw.remainder import Remark, set_remarks
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.rings import ELBOW, FULL, LEAD, Ring, callouts, drawn, sectors
from jn_presenter.draw.round_chart import FittedRound, Sector, sector_mark
from jn_presenter.draw.setting import set_text
from jn_presenter.draw.share import LARGEST, THICKNESS, Turn, share
from jn_presenter.draw.tags import OUTLINE, under_badge
from jn_presenter.draw.whole import GATHERED, HUNDRED, gathered, whole_of
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Env, Table
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain

RING_SHARE = (0.4, 0.9)
"""With words around it: the ring's diameter at most, in units of the width and of the height."""
NOTE_GAP = 16.0
NOTE_SHARE = 0.3
"""The most of the height that what is missing may take."""
KIND = Message("环形图", "donut")
INSTEAD = Message("条形图 bar，或正负条形图 diverging", "bar or a diverging chart")


class Donut(Chart, frozen=True, kw_only=True):
    """A ring that shows one percentage, or how a whole divides into a few sectors, each named beside it."""

    about = "环形图：一个百分比，或一个整体分成几份，名称写在旁边"
    negatives: ClassVar[bool] = False
    short: ClassVar[str] = "fact"

    fact: Annotated[FactId | None, doc("百分比数据的代号", "id of a fact in percent")] = None
    whole: Annotated[
        Number | None,
        doc("各部分合起来应当是多少；不等就报告", "what the parts add up to; where they do not, it is reported"),
    ] = None
    most: Annotated[
        int,
        doc("最多几个扇区，其余归并", "the most sectors; the smallest of more are gathered into one", ge=2, le=12),
    ] = 6

    def fit(self, rect: Rect, env: Env) -> FittedRound:
        if self.fact:
            return self._share(self.fact, rect, env)
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        entries, wrong = amounts(found, KIND, INSTEAD)
        # A part that is missing for being negative, or beyond the rows that are read, leaves no whole.
        partial = any(finding.code in ("negative", "too-many-rows") for finding in (*wrong, *found.findings))
        percent = self._percent(env, entries)
        whole, unequal = (None, ()) if partial else whole_of(entries, self.whole, percent=percent)
        shown, many = gathered(entries, self.most, found.unit, env, sample=found.sample)
        note = self._missing([category.label for category in unknown(self, found)], place, env)
        if note:
            place = structs.replace(place, h=place.h - _height(note) - NOTE_GAP)
        fitted = (
            _parts(shown, _colours(shown, entries, env), whole, place, env, open_=percent)
            if whole
            else FittedRound(rect=rect)
        )
        return structs.replace(
            fitted,
            rect=rect,
            fixed=(*badge, *fitted.fixed, *note),
            count=self.parts(),
            findings=(*found.findings, *wrong, *unequal, *many, *fitted.findings),
        )

    def as_table(self, env: Env) -> Table | None:
        return table((self.fact,), (), env) if self.fact else super().as_table(env)

    def _share(self, name: FactId, rect: Rect, env: Env) -> FittedRound:
        """One percentage: its share of the ring."""
        place, badge = under_badge(rect, env, self.badge)
        given = (("fact", self.fact), ("facts", self.facts), ("items", self.items), ("data", self.data))
        wrong = one_of([key for key, there in given if there], [key for key, _ in given])
        entries, findings = fact_entries((name,), env, sample=self.badge)
        if not entries:
            return FittedRound(rect=rect, fixed=badge, findings=(*wrong, *findings))
        (entry,) = entries
        fitted = share(Turn(key=name, label=entry.label, entry=entry, whole=HUNDRED), place, env)
        _, range_ = whole_of(entries, None, percent=True)
        findings = (*wrong, *findings, *range_, *fitted.findings)
        return structs.replace(fitted, rect=rect, fixed=(*badge, *fitted.fixed), findings=findings)

    def _percent(self, env: Env, entries: tuple[Entry, ...]) -> bool:
        if self.unit is not None:
            return all(words.strip() in ("%", "percent") for _, words in self.unit.variants)
        return bool(self.facts) and all(words.endswith("%") for entry in entries for _, words in entry.said)

    def _missing(self, names: list[Text], place: Rect, env: Env) -> tuple[TextMark, ...]:
        """Which parts have no figure: without them the ring is not the whole."""
        if not names:
            return ()
        remarks = [Remark("", name, said(NO_DATA, env.languages)) for name in names]
        setting = set_remarks(remarks, env, place.w, place.h * NOTE_SHARE, intro=plain("{words}")).setting
        return (setting.mark("missing", place.x, place.bottom - setting.block.height),)


def _height(note: tuple[TextMark, ...]) -> float:
    lines = note[0].lines
    return lines[-1].y - lines[0].y + 2 * max(run.font.size for run in lines[0].runs)


def _parts(
    entries: tuple[Entry, ...], colours: tuple[str, ...], whole: Number, place: Rect, env: Env, *, open_: bool
) -> FittedRound:
    """A whole and its sectors, each with its name and value beside it. open_: whether a rest is to be seen."""
    values = [float(entry.value / whole) for entry in entries]
    diameter = min(place.w * RING_SHARE[0], place.h * RING_SHARE[1], LARGEST) // UNIT * UNIT
    ring = Ring(place.x + place.w / 2, place.y + place.h / 2, diameter / 2, diameter * (0.5 - THICKNESS))
    turns = sectors(values)
    room = place.w / 2 - ring.outer - 2 * ELBOW - LEAD
    settings = [
        set_text(_named(entry, env), env, room, "caption", emphasis=colour, align="left")
        for entry, colour in zip(entries, colours, strict=True)
    ]
    sizes = [(setting.block.width, setting.block.height) for setting in settings]
    around = callouts(ring, [start + sweep / 2 for start, sweep in turns], sizes, place)
    found = []
    for entry, (start, sweep), colour, setting, callout in zip(entries, turns, colours, settings, around, strict=True):
        alone = len(entries) == 1
        shape = drawn(start, sweep, ring.outer, 1.0, alone=alone)
        leader = ShapeMark(key=f"leader.{entry.key}", shape=callout.leader, stroke=colour, width=OUTLINE)
        words: TextMark = setting.mark(f"name.{entry.key}", callout.x, callout.y)
        mark = sector_mark(f"sector.{entry.key}", ring, *shape, colour, entry.datum, target=entry.target)
        found.append(
            Sector(
                mark=mark,
                ring=ring,
                start=start,
                sweep=sweep,
                words=(leader, words),
                part=entry.part,
                alone=alone,
            )
        )
    high = max(
        sum(size[1] for size, c in zip(sizes, around, strict=True) if c.leftward == side) for side in (False, True)
    )
    track = ShapeMark(key="track", shape=ring.arc(0.0, FULL), fill=env.style.faint)
    return FittedRound(
        rect=place,
        overflow=high > place.h + 0.5 or any(width > room + 0.5 for width, _ in sizes),
        findings=_findings(entries, env),
        sectors=tuple(found),
        fixed=(track,) if open_ or whole > sum(entry.value for entry in entries) else (),
    )


def _colours(shown: tuple[Entry, ...], entries: tuple[Entry, ...], env: Env) -> tuple[str, ...]:
    """A sector keeps its colour whatever else is gathered; where one before it has the same, it takes the next."""
    palette = env.style.series or (env.style.accent,)
    order = {entry.key: k for k, entry in enumerate(entries)}
    taken: list[str] = []
    for entry in shown:
        if entry.key == GATHERED:
            taken.append(env.style.quiet)
            continue
        wanted = [palette[(order[entry.key] + k) % len(palette)] for k in range(len(palette))]
        taken.append(next((colour for colour in wanted if colour not in taken), wanted[0]))
    return tuple(taken)


def _named(entry: Entry, env: Env) -> Text:
    """The figure, and the name on the next line, a language; the figure is the emphasis."""
    said_once = dict(entry.said)
    once = next(iter(said_once.values()), "")
    tags = dict(target_words(entry.due, env.facts, env.languages).variants) if entry.target else {}
    lines: list[tuple[str, str]] = []
    for language in env.languages:
        name = "\n".join(filter(None, (entry.label.pick(language, env.fallbacks)[1], tags.get(language))))
        figure = said_once.get(language, "" if lines else once)
        lines.append((language, f"=={figure}==\n{name}" if figure else name))
    return as_text(lines)


def _findings(entries: tuple[Entry, ...], env: Env) -> tuple[Finding, ...]:
    """What is wrong with the names, which are set only together with their figures."""
    wordings = (w for entry in entries for w in resolve(entry.label, env.facts, env.languages, env.fallbacks))
    return tuple(dict.fromkeys(finding for wording in wordings for finding in wording.findings))


ELEMENT = Donut
