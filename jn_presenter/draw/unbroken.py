"""How wide a column has to be for no word to break in it: measures break a word that is wider than its line."""

from jn_presenter.draw.compact import UNBROKEN
from jn_presenter.draw.setting import set_text
from jn_presenter.draw.typography import is_wide
from jn_presenter.model.element import Env
from jn_presenter.model.text import Text


def widest_word(text: Text, env: Env, role: str, *, bold: bool = False) -> float:
    """The width of the widest word in px, in any of env's languages; Chinese breaks anywhere and does not count."""
    lines = set_text(text, env, UNBROKEN, role, bold=bold, align="left").block.lines
    return max(
        (
            env.measure.advance(word, run.font, line.language)
            for line in lines
            for run in line.runs
            for word in "".join(" " if is_wide(character) else character for character in run.text).split(" ")
        ),
        default=0.0,
    )
