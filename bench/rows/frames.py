"""How long the frames of motion take to paint, seen from inside: transitions, and bars that grow after them."""

import sys
import time
from itertools import pairwise

from bench import decks
from bench.lab import SLIDES, Lab
from bench.row import Limit, Row
from bench.show import LostError, Show
from bench.span import MOTION, TRANSITION, Span, pipe, told
from bench.stats import summary

FRAMES = 2400
MOST_P95_MS, MOST_P999_MS = 3.0, 16.7
REST_S = 0.25
"""Nothing painted for so long: the motion is over."""
LIMIT_S = 5.0
"""The longest that one motion may take."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    deck = decks.plain_deck(lab.folder / "moving", SLIDES, (decks.FADE, decks.PUSH))
    with pipe() as (reader, writer):
        command = [sys.executable, "-m", "bench.painted", str(deck), str(writer)]
        with lab.show(command, pass_fds=(writer,)) as show:
            motions = watch(show, reader, lab.count(FRAMES))
    return rows_of(motions)


def watch(show: Show, reader: int, count: int) -> list[list[Span]]:
    """The paints of one motion after the other, `count` of them at least. Raises LostError where nothing moves."""
    motion(reader)
    found: list[list[Span]] = []
    at, total = 1, 0
    while total < count:
        show.screen.press("Right" if at < SLIDES else "Home")
        at = at % SLIDES + 1
        paints = motion(reader)
        if not paints:
            raise LostError("a key was pressed and nothing painted")
        found.append(paints)
        total += len(paints)
    return found


def motion(reader: int) -> list[Span]:
    """What is painted from now on until nothing is. Raises LostError where it does not end."""
    found: list[Span] = []
    began = last = time.monotonic()
    for spans in told(reader):
        now = time.monotonic()
        if now - began > LIMIT_S:
            raise LostError("a motion does not end")
        if spans:
            last = now
        elif now - last > REST_S:
            break
        found += spans
    return found


def rows_of(motions: list[list[Span]]) -> list[Row]:
    """The lines of the table: the painting times of each kind, and of all."""
    paints = [paint for paints in motions for paint in paints]
    rows = []
    for what, kind in (("a transition", TRANSITION), ("growing bars", MOTION)):
        found = summary([paint.ms for paint in paints if paint.kind == kind])
        rows.append(
            Row(
                what=f"frames of {what}, painted in, p95",
                unit="ms",
                ours=found.p95,
                limit=Limit("value", MOST_P95_MS),
                n=found.n,
                spread=f"p50 {found.p50:.2f}, most {found.most:.1f}",
            )
        )
    found = summary([paint.ms for paint in paints])
    apart = summary([1000 * (after.began - before.began) for one in motions for before, after in pairwise(one)])
    return [
        *rows,
        Row(
            what="all these frames, painted in, p99.9",
            unit="ms",
            ours=found.p999,
            limit=Limit("value", MOST_P999_MS),
            n=found.n,
            spread=f"a frame every {apart.p50:.1f} (p95 {apart.p95:.1f}, most {apart.most:.1f})",
        ),
    ]
