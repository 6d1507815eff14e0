"""The provenance lines at the foot of a slide, which the program writes itself, as a fitted element."""

from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.draw.grid import provenance_rect
from jn_presenter.draw.provenance import provenance, slide_facts
from jn_presenter.draw.setting import placed
from jn_presenter.draw.typography import LEADING
from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.fact import Facts
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import AnyMark, Line, Run, TextMark


class FittedNote(Fitted, frozen=True, kw_only=True):
    """The lines, one language beneath the other; they always stand at once."""

    words: TextMark

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        return (self.words,)


def footnote(slide: Slide, facts: Facts, canvas: Canvas, env: Env) -> FittedNote | None:
    """The lines at the foot of the canvas, None for a slide that shows neither fact nor data."""
    wordings = provenance(slide_facts(slide, facts), facts, env.languages, slide_feeds(slide))
    if not wordings:
        return None
    rect = provenance_rect(canvas, len(env.languages))
    font = env.font("note")
    lines: list[Line] = []
    top = rect.y
    for wording in wordings:
        runs = (Run(wording.plain, font, env.style.quiet),)
        block = env.measure.wrap(runs, rect.w, language=wording.language, leading=LEADING["note"])
        lines.extend(placed(block.lines, rect.x, top))
        top += block.height
    words = TextMark(key="provenance", lines=tuple(lines))
    return FittedNote(rect=rect, overflow=top > canvas.height, words=words)
