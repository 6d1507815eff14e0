"""What is wrong with a deck, as data: where, what, and what to write instead, in Chinese and English."""

from typing import Literal

from msgspec import Struct

from jn_presenter.model.text import Message

Severity = Literal["error", "warning", "note"]
WRITE = Message("改成：", "write:")


class Finding(Struct, frozen=True, kw_only=True):
    """Something wrong that does not yet know its place in a file; `path` is the field inside the element.

    What is wrong in a file of data, not in the YAML, has its own place: `file` from the deck's folder, and `line` and
    `column` from 1, 0 where it concerns the whole file.
    """

    code: str
    message: Message
    hint: Message
    severity: Severity = "error"
    value: str = ""
    """What to type in the place of what is wrong; empty where only the author can know."""
    path: str = ""
    file: str = ""
    line: int = 0
    column: int = 0


class Problem(Struct, frozen=True, kw_only=True):
    """A finding with its place. Lines and columns count from 1; `excerpt` is the line with carets below."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: Message
    hint: Message
    excerpt: str = ""
    slide: str = ""
    """The id of the slide that this concerns, or empty."""
    width: int = 1
    """How many characters of the line are at fault."""
    write: str = ""
    """The whole line as it should be typed; empty where only the author can know."""

    @property
    def end_column(self) -> int:
        """The column behind what is wrong, in the same line."""
        return self.column + self.width

    def render(self, language: str) -> str:
        """The problem as lines of plain text for a terminal or the console."""
        head = (
            f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.code}] {self.message.in_language(language)}"
        )
        parts = [head]
        if self.excerpt:
            parts.append(self.excerpt)
        if hint := self.hint.in_language(language):
            parts.append(f"  = {hint}")
        if self.write:
            parts.append(f"  {WRITE.in_language(language)} {self.write}")
        return "\n".join(parts)


class Span(Struct, frozen=True):
    """Where a value stands in its file: 1-based lines and columns, `end` exclusive, offsets in characters."""

    line: int
    column: int
    start: int
    end: int
