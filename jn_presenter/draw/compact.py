"""Small print of charts and figures: languages side by side on one line where they fit, closely stacked where not."""

import math
from collections.abc import Sequence

from msgspec import structs

from jn_presenter.draw.setting import SECOND, Setting, coloured, set_text, wordings_of
from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Block, Env
from jn_presenter.model.marks import Line
from jn_presenter.model.text import Text

TIGHT = 1.2
"""Leading of words that stand in a chart."""
BETWEEN = 0.6
"""From one language to the next on a line, in units of the first one's size."""
UNBROKEN = 1e6
"""px that no line of a chart reaches."""


def set_compact(
    texts: Sequence[Text], env: Env, width: float, role: str, *, colour: str | None = None, bold: bool = False
) -> list[Setting]:
    """All texts in the same way, at most `width` px wide: each on one line if that holds for all, else stacked."""
    inline = [_on_one_line(text, env, role, colour or env.style.ink, bold) for text in texts]
    if all(setting.block.width <= width + 0.5 for setting in inline):
        return inline
    return [set_text(text, env, width, role, colour=colour, bold=bold, align="left", leading=TIGHT) for text in texts]


def _on_one_line(text: Text, env: Env, role: str, ink: str, bold: bool) -> Setting:
    """The languages one after the other, all on the baseline of the first; endless where one has several lines."""
    first = env.font(role, bold=bold)
    y = baseline(0.0, first, TIGHT)
    lines: list[Line] = []
    wordings = wordings_of(text, env)
    for k, wording in enumerate(wordings):
        font = env.font(role, share=SECOND) if k else first
        colours = (env.style.quiet, env.style.quiet) if k else (ink, env.style.accent)
        language = wording.found or wording.language
        block = env.measure.wrap(coloured(wording, font, *colours), UNBROKEN, language=language)
        if len(block.lines) > 1:
            return Setting(Block((), math.inf, 0.0))
        x = lines[-1].x + lines[-1].width + BETWEEN * first.size if lines else 0.0
        lines += (structs.replace(line, x=x, y=y) for line in block.lines if line.runs)
    findings = tuple(finding for wording in wordings for finding in wording.findings)
    width = lines[-1].x + lines[-1].width if lines else 0.0
    return Setting(Block(tuple(lines), width, first.size * TIGHT if lines else 0.0), findings)
