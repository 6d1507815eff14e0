"""Colours for YAML as decks use it: keys, comments, references to facts, emphasis, and what is between quotes."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from jn_presenter.qt.windows.dark import ACCENT, TONES

KEY = re.compile(r"^\s*(?:- )*([^\s#'\"\[{:][^:#]*?)(?=:(?:\s|$))")
INLINE_KEY = re.compile(r"[{,]\s*([\w.-]+)(?=:\s)")
COMMENT = re.compile(r"(?:^|\s)(#.*)$")
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
FACT = re.compile(r"<[a-z][a-z0-9-]*(?:\.(?:label|date))?>")
STRONG = re.compile(r"==[^=]+==")
SIGN = re.compile(r"^\s*(?:- )+|[\[\]{}|>]")
BARE = (COMMENT, INLINE_KEY)
"""What is not looked for between quotes."""


def _format(colour: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    made.setFontItalic(italic)
    return made


Rules = Sequence[tuple[re.Pattern[str], int, QTextCharFormat]]
WORDS: Rules = (
    (STRONG, 0, _format(TONES["ink"], bold=True)),
    (FACT, 0, _format("#ffb3d1")),
)
"""What is marked in the words of a text."""
YAML: Rules = (
    (SIGN, 0, _format(TONES["quiet"])),
    (QUOTED, 0, _format("#c9e29b")),
    *WORDS,
    (KEY, 1, _format(ACCENT)),
    (INLINE_KEY, 1, _format(ACCENT)),
    (COMMENT, 1, _format(TONES["quiet"], italic=True)),
)


class Highlighter(QSyntaxHighlighter):
    """Colours line by line; a line is never wrong here, that is for the marks of problems to say."""

    def __init__(self, document: QTextDocument, rules: Rules = YAML) -> None:
        super().__init__(document)
        self._rules = rules

    def highlightBlock(self, text: str) -> None:  # Qt's name
        for pattern, group, form in self._rules:
            for found in pattern.finditer(_without_quoted(text) if pattern in BARE else text):
                self.setFormat(
                    _units(text, found.start(group)),
                    _units(text, found.end(group)) - _units(text, found.start(group)),
                    form,
                )


def _without_quoted(text: str) -> str:
    """The same length with nothing between quotes, where no comment and no key begins."""
    return QUOTED.sub(lambda found: "x" * len(found[0]), text)


def _units(text: str, at: int) -> int:
    """Qt counts UTF-16 code units."""
    return at + sum(character > "\uffff" for character in text[:at])
