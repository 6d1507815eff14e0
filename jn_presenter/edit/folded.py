"""A text in a folded block (`>`), whose line ends are for whoever reads the file: lines that say the same stay."""

from jn_presenter.edit.document import Document
from jn_presenter.load.lines import NEWLINE
from jn_presenter.load.nodes import Scalar

LEAST_WIDTH = 80
"""A line that grows is broken where it is longer than this and than the longest of its block."""


def folded(document: Document, node: Scalar, value: str) -> str | None:
    """The characters of a folded block for `value` in the place of `node`, which is one; None where it cannot say it.

    Breaks stay where they were in all that the old and the new text have in common. A text that gets its first line end
    is no longer one to fold.
    """
    lines = NEWLINE.split(document.text[node.start : node.end].rstrip())[1:]
    depth = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    text, before = value.removesuffix("\n"), node.value.rstrip("\n")
    if not depth or not _foldable(text) or ("\n" in text and "\n" not in before):
        return None
    width = max(LEAST_WIDTH, *map(len, lines)) - depth
    breaks = _kept(before, text, _breaks(lines, depth, before))
    made: list[str] = []
    start = 0
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            made.append("")
        own = [at - start for at in breaks if start <= at < start + len(paragraph)]
        for begin, end in zip([0, *(at + 1 for at in own)], [*own, len(paragraph)], strict=True):
            made += _wrapped(paragraph[begin:end], width)
        start += len(paragraph) + 1
    newline = document.newline
    sign = ">-" if text == value else ">"
    return sign + "".join(newline + (" " * depth + line if line else "") for line in made)


def _foldable(text: str) -> bool:
    """Whether no line begins or ends with a blank, which would keep the line ends around it."""
    return text == text.strip("\n") != "" and all(line == line.strip(" \t") for line in text.split("\n"))


def _breaks(lines: list[str], depth: int, text: str) -> list[int]:
    """Which blanks of the text are line ends in the file; none where the lines do not simply make the text."""
    found: list[int] = []
    made = ""
    for k, line in enumerate(lines):
        words = line[depth:]
        if not words:
            made += "\n"
            continue
        if k and lines[k - 1].strip():
            found.append(len(made))
            made += " "
        made += words
    return found if made == text else []


def _kept(old: str, new: str, breaks: list[int]) -> list[int]:
    """The breaks that are in what both texts begin with or end with, where they stand in the new one."""
    head = next((k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - head
    tail = next((k for k in range(most) if old[-1 - k] != new[-1 - k]), most)
    by = len(new) - len(old)
    moved = [at if at < head else at + by for at in breaks if at < head or at >= len(old) - tail]
    return [at for at in moved if _alone(new, at)]


def _alone(text: str, at: int) -> bool:
    """Whether that character is a blank between two that are none: a line may end there."""
    return 0 < at < len(text) - 1 and text[at] == " " and not text[at - 1].isspace() and not text[at + 1].isspace()


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of that many characters, broken at single blanks alone."""
    lines: list[str] = []
    while len(text) > width:
        at = next((k for k in range(width, 0, -1) if _alone(text, k)), None) or next(
            (k for k in range(width, len(text)) if _alone(text, k)), None
        )
        if at is None:
            break
        lines.append(text[:at])
        text = text[at + 1 :]
    return [*lines, text] if text else lines
