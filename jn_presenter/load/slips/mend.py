"""What a line should have been: the line with a piece of it replaced, or with its text in quotes."""

import re

from jn_presenter.load.lines import line_bounds

LONGEST = 400
"""Characters of a line that is worth showing again."""
BEFORE_VALUE = re.compile(r"[ \t]*(?:- +)*(?:[\w-]+ *:[ \t]+)?")


def replaced(text: str, start: int, end: int, value: str) -> str:
    """The line around `start` with `value` in place of the characters from there to `end`.

    Empty where that would not be one line, or a very long one, or the very same.
    """
    begin, stop = line_bounds(text, start)
    if end > stop or stop - begin > LONGEST or "\n" in value:
        return ""
    line = (text[begin:start] + value + text[end:stop]).rstrip(" ")
    return line if line != text[begin:stop].rstrip(" ") else ""


def without(text: str, signs: str, at: int) -> str:
    """The line around `at` without any of these signs."""
    begin, end = line_bounds(text, at)
    return replaced(text, begin, end, "".join(sign for sign in text[begin:end] if sign not in signs))


def value_bounds(text: str, at: int) -> tuple[int, int]:
    """Where the value of the line around `at` stands: all behind its dashes and its key."""
    begin, end = line_bounds(text, at)
    line = text[begin:end]
    found = BEFORE_VALUE.match(line)
    return begin + (found.end() if found else 0), begin + len(line.rstrip())


def in_quotes(text: str, at: int) -> str:
    """The line around `at` with all of its value in quotes."""
    start, end = value_bounds(text, at)
    return replaced(text, start, end, quoted(text[start:end])) if end > start else ""


def plain_indent(text: str, begin: int, end: int) -> str:
    """The line with as many spaces as it is indented by other ones, of which a full-width one is as wide as two."""
    wide = text[begin:end]
    return replaced(text, begin, end, " " * (len(wide) + wide.count("\u3000") - wide.count("\ufeff")))


def quoted(words: str) -> str:
    """The words as YAML reads them back, in the quotes that need no further signs where there are such."""
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def quoted_anew(written: str) -> str:
    """A value that begins with a quote and goes wrong, quoted as a whole.

    Quotes around all of it are taken for its own, those inside it become “ ” where they come in pairs.
    """
    first = written[:1]
    inner = written[1:-1] if len(written) > 2 and written.endswith(first) else written
    if "\\" in inner or first not in "\"'" or not first:
        return quoted(inner)
    if first == "'" and inner is not written:
        return f'"{inner}"' if '"' not in inner else quoted(inner)
    if inner.count(first) % 2 == 0 and first == '"':
        pieces = inner.split(first)
        inner = "".join(piece + "“”"[k % 2] for k, piece in enumerate(pieces[:-1])) + pieces[-1]
    return quoted(inner)
