"""How wide a box is to be so that PowerPoint, which fills line after line, ends them where the screen does."""

import unicodedata
from collections.abc import Iterator, Sequence

from jn_presenter.draw.typography import is_cjk, is_wide
from jn_presenter.export.pptx.sources import Recorder
from jn_presenter.model.marks import Run

STEP = 0.25
"""From one width that is tried to the next, in units of the text's size."""
SLACK = 0.03
"""How much wider the words may be in another font, in units of their width."""
MOST = 160
"""Widths that are tried."""
CLOSING = frozenset({"Pe", "Pf", "Po"})
OPENING = frozenset({"Ps", "Pi"})
Unit = tuple[int, float, float]
"""Where a piece that is never broken begins, how wide it is, and how wide the space after it, in px."""


def best_width(
    texts: Sequence[tuple[tuple[Run, ...], str, tuple[int, ...]]], low: float, high: float, recorder: Recorder
) -> float:
    """The width from `low` to `high` at which most lines of the texts begin where they are to.

    texts: the runs of each paragraph, its language, and where its lines after the first begin. Of widths that are as
    good as each other the one in the middle, for other fonts are wider or narrower. `high` where nothing has to break.
    """
    broken = [one for one in texts if one[2]]
    if not broken or high <= low:
        return max(low, high)
    size = max(run.font.size for runs, _, _ in broken for run in runs)
    count = min(MOST, max(2, int((high - low) / (STEP * size)) + 2))
    low = min(high, low * (1.0 + SLACK))
    tried = [low + (high - low) * k / (count - 1) for k in range(count)]
    made = [(list(_units(runs, language, recorder)), set(breaks)) for runs, language, breaks in texts]
    scores = [sum(_score(units, breaks, width) for units, breaks in made) for width in tried]
    best = max(scores)
    groups: list[list[float]] = [[]]
    for width, score in zip(tried, scores, strict=True):
        if score == best:
            groups[-1].append(width)
        elif groups[-1]:
            groups.append([])
    longest = max(groups, key=len)
    return (longest[0] + longest[-1]) / 2 if longest[-1] < high else longest[-1]


def _score(units: Sequence[Unit], breaks: set[int], width: float) -> float:
    """How many lines begin rightly, less those that begin elsewhere, and less a last line of one letter."""
    starts = list(filled(units, width / (1.0 + SLACK)))
    right = sum(start in breaks for start in starts)
    alone = bool(starts) and bool(units) and starts[-1] == units[-1][0] and starts[-1] not in breaks
    return right - 0.5 * (len(starts) - right) - 2.0 * max(0, len(starts) - len(breaks)) - alone


def filled(units: Sequence[Unit], width: float) -> Iterator[int]:
    """Where lines after the first begin if each takes as many pieces as it has room for."""
    used = 0.0
    for k, (at, wide, space) in enumerate(units):
        if k and used + wide > width:
            yield at
            used = 0.0
        used += wide + space


def _units(runs: Sequence[Run], language: str, recorder: Recorder) -> Iterator[Unit]:
    """The pieces of a paragraph: letters of Chinese with the punctuation that clings to them, words of others."""
    text = "".join(run.text for run in runs)
    owner = [run for run in runs for _ in run.text]
    start = 0
    for end in (*_ends(text), len(text)):
        piece = text[start:end]
        if not piece:
            continue
        bare = piece.rstrip()
        font = owner[start].font
        wide = recorder.advance(bare, font, language) if bare else 0.0
        yield start, wide, recorder.advance(" ", font, language) * (len(piece) - len(bare))
        start = end


def _ends(text: str) -> Iterator[int]:
    """Between which characters a line may end."""
    for k in range(1, len(text)):
        before, after = text[k - 1], text[k]
        if (
            after.isspace()
            or after == "-"
            or unicodedata.category(after) in CLOSING
            or unicodedata.category(before) in OPENING
        ):
            continue
        if before.isspace() or before == "-" or is_cjk(before) or is_cjk(after) or is_wide(before) or is_wide(after):
            yield k
