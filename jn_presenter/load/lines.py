"""The lines of a file, as every editor counts them: no other sign that Unicode has for a line end ends one."""

import re

NEWLINE = re.compile(r"\r\n|\r|\n")
PASTED_ENDS = "\x85\u2028\u2029"
"""What YAML takes for ends of lines besides; they come with words from elsewhere, and nobody sees them."""


def line_bounds(text: str, index: int) -> tuple[int, int]:
    """Offsets of the first character of the line around `index`, and of the one after its last."""
    begin = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    ends = [end for end in (text.find("\n", index), text.find("\r", index)) if end >= 0]
    return begin, min(ends, default=len(text))


def place(text: str, index: int) -> tuple[int, int]:
    """The line and the column of a character, both from 1; `\\r\\n` is one line end."""
    before = text[:index]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return line, index - line_bounds(text, index)[0] + 1


def with_line(text: str, number: int, words: str) -> str | None:
    """The text with other words in that line, from 1, which ends as it did; None where there are not so many lines."""
    start = 0
    for _ in range(number - 1):
        end = NEWLINE.search(text, start)
        if end is None:
            return None
        start = end.end()
    end = NEWLINE.search(text, start)
    return text[:start] + words + (text[end.start() :] if end else "")


def in_lines(text: str) -> str:
    """The text in the lines that editors show, to be read as YAML: what would end one unseen is a space there."""
    for sign in PASTED_ENDS:
        if sign in text:
            text = text.replace(sign, " ")
    return text
