"""The souvenir of a show at its end: a PDF beside the log of the visit. Whatever happens, the show ends."""

import logging
import time
from typing import TYPE_CHECKING

from jn_presenter.export.kinds import KINDS
from jn_presenter.export.progress import Cancelled
from jn_presenter.export.reasons import reason
from jn_presenter.export.request import Request
from jn_presenter.model.text import Message

if TYPE_CHECKING:
    from jn_presenter.qt.souvenir import Shown

log = logging.getLogger(__name__)
LONGEST_S = 10.0
"""How long somebody who leaves waits for it."""
SOUVENIR = KINDS["souvenir"]


def made(shown: "Shown") -> Message:
    """Make it, and say where it is; or why there is none, and how to make it later."""
    try:
        return _made(shown)
    except OSError as error:
        return _later(shown, reason(error).why)
    except (Cancelled, KeyboardInterrupt):
        return _later(shown, Message("不再等待", "it was not waited for"))
    except Exception:  # the show has gone well, and nothing of this may spoil its end
        log.exception("留念 PDF / the souvenir")
        return _later(shown, Message("程序出错", "the program failed"))


def _made(shown: "Shown") -> Message:
    from jn_presenter.export.briefing import export
    from jn_presenter.export.souvenir import without_people
    from jn_presenter.qt.scene.text import QtMeasure

    deck = without_people(shown.deck, shown.written)
    slides = tuple(slide for slide in shown.slides if slide in deck.slides)
    if not slides:
        return _later(shown, Message("页面都不在了", "none of its slides is left"))
    request = Request(
        deck=deck,
        slides=slides,
        languages=shown.languages,
        style=deck.styles[shown.style],
        measure=QtMeasure(),
        size=shown.size,
        snapshots=shown.snapshots,
    )
    output = shown.log.with_suffix(SOUVENIR.suffix)
    until = time.monotonic() + LONGEST_S

    def in_time(_done: int, _of: int) -> None:
        if time.monotonic() > until:
            raise Cancelled

    export(SOUVENIR, request, output, in_time)
    return Message(f"留念 PDF（放映过的 {len(slides)} 页）：{output}", f"souvenir, the slides shown: {output}")


def _later(shown: "Shown", why: Message) -> Message:
    visit = shown.deck.visit
    again = f'jn-presenter export "{shown.deck.folder}" --to souvenir --log "{shown.log}"'
    if visit is not None:
        again += f' --visit "{visit.id}"'
    return Message(
        f"没有写成留念 PDF：{why.zh}。以后可用 {again}", f"no souvenir was written: {why.en}; later: {again}"
    )
