"""Files that are saved by two at once, one of them in the editor: nothing is lost, and the preview is never blank."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from bench.row import Limit, Row
from bench.saves import SEED, saved
from bench.saves_result import Saved
from bench.soak.run import Progress, Run

NONE = Limit("value", 0)
HINTS = "propagateSizeHints"
"""What Qt says of every window with a least size where there is no screen."""


def _saved(times: int, progress: Progress) -> list[Row]:
    qInstallMessageHandler(_say)
    return rows_of(saved(times, SEED, progress))


def _say(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if HINTS not in words:
        print(words, file=sys.stderr)


def rows_of(found: Saved) -> list[Row]:
    """The lines of the table."""
    kinds = ", ".join(f"{name} {count:,}" for name, count in sorted(found.kinds.items()))
    told = (
        f"{found.clashes:,} clashes announced, {found.refused:,} saves refused, {found.restored:,} drafts brought back"
    )
    return [
        Row(
            what="random saves by an editor and another program: words lost",
            unit="",
            ours=len(found.lost),
            limit=NONE,
            n=found.saves,
            spread="; ".join((told, *found.lost[:5], kinds)),
        ),
        Row(
            what="exceptions, and windows that show or write something else than they have",
            unit="",
            ours=len(found.wrong),
            limit=NONE,
            spread="; ".join(found.wrong[:5]),
        ),
        Row(
            what="frames of the preview without the slide",
            unit="",
            ours=found.blank,
            limit=NONE,
            n=found.frames,
        ),
        Row(
            what="frames of the show meanwhile without its slide, and places nobody had gone to",
            unit="",
            ours=found.blank_shown + found.moved,
            limit=NONE,
            n=found.shown,
            spread=f"another deck came into it {found.entered:,} times",
        ),
    ]


SAVES = Run(times=10_000, least=60, go=_saved)
