"""A syntax error as libyaml tells it, and as we do: at which character, what is wrong, and what to type instead."""

from msgspec import Struct

from jn_presenter.load.lines import line_bounds
from jn_presenter.model.text import Message


class Fault(Struct, frozen=True):
    """An explanation: the character it is at (an offset), what is wrong and what to write.

    end: the offset behind what is wrong, where that is more than a character. write: the whole line as it should be.
    """

    at: int
    code: str
    message: Message
    hint: Message
    end: int = 0
    write: str = ""


class Trouble(Struct, frozen=True):
    """What libyaml reported: offsets of the problem and of the beginning of what it was reading."""

    text: str
    words: str
    at: int
    since: int

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    def line(self, index: int) -> tuple[str, int]:
        """The line around an offset, and the offset of its first character."""
        begin, end = line_bounds(self.text, index)
        return self.text[begin:end], begin

    def line_before(self, index: int) -> tuple[str, int]:
        """The nearest line above that is not blank; the same one where there is none."""
        begin = line_bounds(self.text, index)[0]
        while begin > 0:
            line, begin = self.line(begin - 1)
            if line.strip():
                return line, begin
        return self.line(index)
