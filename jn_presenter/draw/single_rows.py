"""One series as horizontal bars, each with its value at its end."""

from collections.abc import Sequence

from jn_presenter.draw.bars import Row, lay_out
from jn_presenter.draw.category_bars import part_of, taken
from jn_presenter.draw.dataset import Category, Dataset
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.draw.growth import zero_line
from jn_presenter.draw.heaps import FittedHeaps, Heap, Piece
from jn_presenter.draw.naming import recoloured
from jn_presenter.draw.spare_words import missing_words, more_tag, too_many
from jn_presenter.draw.tags import target_tag
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark

TAG_GAP = 16.0
LEAST = 35.0
"""The least px from one row to the next at which its words do not touch those of the next."""


def single_rows(found: Dataset, rect: Rect, place: Rect, env: Env, badge: Sequence[AnyMark], count: int) -> FittedHeaps:
    """The chart in `place`, the part of `rect` that the badge leaves: a bar a row, its value beside it."""
    fixed = list(badge)
    entries = found.entries
    dues = {entry.due for entry in entries if entry.target}
    once = len(dues) == 1 and all(entry.target for entry in entries)
    if once:
        tag = target_tag("target", target_words(next(iter(dues)), env.facts, env.languages), env, place.w)
        fixed += tag.at(place.x, place.y)
        place = Rect(place.x, place.y + tag.height + TAG_GAP, place.w, place.h - tag.height - TAG_GAP)
    findings = list(found.findings)
    fits = max(1, int((place.h - env.font("note").size * 1.5) / LEAST))
    if len(found.categories) * LEAST > place.h > 0.0 and fits < len(found.categories):
        more = more_tag(len(found.categories) - fits, env, place.w)
        findings.append(too_many(len(found.categories), fits))
        fixed += more.at(place.x, place.bottom - more.height)
        found = taken(found, list(range(fits)))
        place = Rect(place.x, place.y, place.w, place.h - more.height)
    own = found.series[0].entries if found.series else ()
    rows = [
        _row(category, entry, env, tagged=bool(entry and entry.target and not once))
        for category, entry in zip(found.categories, own, strict=False)
    ]
    bars = lay_out(rows, place, env)
    heaps = []
    for rank, (category, entry, row) in enumerate(zip(found.categories, own, bars.rows, strict=False)):
        part = part_of(found, 0, rank)
        if entry is None:
            lines = recoloured(row.value, env.style.quiet)
            heaps.append(Heap(pieces=(), rank=rank, name=row.name, total=lines, parts=(part,), category=category.key))
            continue
        piece = Piece(
            key=f"bar.{entry.key}",
            box=row.bar,
            toward="left" if row.leftward else "right",
            colour=env.style.accent,
            datum=entry.datum,
            part=part,
            target=entry.target,
            near=entry.near,
            value=row.value,
        )
        heaps.append(Heap(pieces=(piece,), rank=rank, name=row.name, category=category.key, parts=(part,)))
    return FittedHeaps(
        rect=rect,
        overflow=bars.overflow,
        findings=(*findings, *bars.findings),
        heaps=tuple(heaps),
        fixed=(*fixed, *zero_line(bars, env.style.faint)),
        count=count,
        stagger=env.style.motion.stagger,
    )


def _row(category: Category, entry: Entry | None, env: Env, *, tagged: bool) -> Row:
    """What is to be placed; where not all bars are the same target, each target has its tag at its value."""
    if entry is None:
        return Row(category.key, category.label, 0.0, missing_words((), env))
    words = entry.words
    if tagged:
        tags = dict(target_words(entry.due, env.facts, env.languages).variants)
        words = as_text((language, f"{figure}\n{tags[language]}") for language, figure in words.variants)
    return Row(entry.key, entry.label, float(entry.value), words)
