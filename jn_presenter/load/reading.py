"""What conversion knows and what it finds out: the context that all files share, and the notes taken of one file."""

import re
from collections.abc import Collection, Mapping
from typing import Final, Protocol, TypeVar

from msgspec import Struct

from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds import FEEDS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.excerpt import excerpt
from jn_presenter.load.lines import line_bounds, place
from jn_presenter.load.nodes import Node, Scalar
from jn_presenter.load.slips.mend import replaced
from jn_presenter.load.slips.suggest import hint, nearest
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import FactId
from jn_presenter.model.layout import Layout
from jn_presenter.model.problem import Problem, Severity
from jn_presenter.model.text import Message

Part = TypeVar("Part", covariant=True)
MOST_PROBLEMS = 100
TOKENS = frozenset({"ink", "quiet", "faint", "accent"})


class Bad:
    """The type of BAD, which stands for a value that could not be converted; its problem is reported."""

    def __repr__(self) -> str:
        return "BAD"


BAD: Final = Bad()


class Parts(Protocol[Part]):
    """What of a registry the loader needs."""

    def get(self, name: str) -> Part | None: ...

    def names(self) -> tuple[str, ...]: ...


class Context(Struct, frozen=True, kw_only=True):
    """What a slide's conversion depends on besides its own file. Two equal contexts make equal slides of one file.

    facts: the ids there are. broken_facts: ids that stand in facts.yaml but have problems there. facts_readable: False
    where facts.yaml as a whole could not be read.
    """

    folder: str
    languages: tuple[str, ...] = ()
    facts: Mapping[str, FactId] = {}
    broken_facts: frozenset[str] = frozenset()
    facts_readable: bool = True
    colours: frozenset[str] = TOKENS
    elements: Parts[type[Element]] = ELEMENTS
    layouts: Parts[Layout] = LAYOUTS
    feeds: Parts[type[Feed]] = FEEDS


class Reading:
    """The notes taken while one file is read and converted.

    renames: for a node (by identity) that is the short form of a struct, the field it fills. named: for an item of a
    list, by identity, the name by which it can be found. uses: what beside the
    file itself its content depends on, as `file:…`, `fact:…`, `colour:…`. stamps: of the pictures it shows. broken:
    whether the file as a whole is not to be used, though it was read further to find all problems. meant: the keys that
    misspelt ones stand for, with the column of these: nobody has to be told that they are missing.
    """

    def __init__(self, file: str, context: Context, *, slide: str = "") -> None:
        self.file = file
        self.context = context
        self.slide = slide
        self.text = ""
        self.problems: list[Problem] = []
        self.renames: dict[int, str] = {}
        self.named: dict[int, str] = {}
        self.uses: list[str] = []
        self.stamps: list[str] = []
        self.meant: set[tuple[int, str]] = set()
        self.broken = False

    def report(
        self,
        at: Node | int,
        code: str,
        message: Message,
        hint: Message,
        *,
        severity: Severity = "error",
        end: int = 0,
        value: str = "",
        write: str = "",
    ) -> None:
        """Note a problem at a node or at a character of the text. Of very many in one file the rest is not kept.

        end: where what is wrong ends, else with the word or the character. value: what to type in its place; or
        write: the whole line as it should be.
        """
        if len(self.problems) > MOST_PROBLEMS:
            return
        if len(self.problems) == MOST_PROBLEMS:
            code, message, hint, severity = TOO_MANY.code, TOO_MANY.message, TOO_MANY.hint, "error"
            value = write = ""
        if isinstance(at, int):
            start = at
            line, column = place(self.text, at)
        else:
            start, line, column = at.start, at.line, at.column
            end = end or (at.end if isinstance(at, Scalar) else 0)
        stop = max(start + 1, min(end, line_bounds(self.text, start)[1]))
        problem = Problem(
            file=self.file,
            line=line,
            column=column,
            severity=severity,
            code=code,
            message=message,
            hint=hint,
            excerpt=excerpt(self.text, start, stop),
            slide=self.slide,
            width=stop - start,
            write=write or (replaced(self.text, start, end or stop, value) if value else ""),
        )
        self.problems.append(problem)

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def crowded(self) -> bool:
        """Whether there are so many problems that nothing more is worth looking for."""
        return len(self.problems) >= MOST_PROBLEMS

    def unknown(
        self,
        at: Node,
        word: str,
        options: Collection[str],
        code: str,
        message: Message,
        *,
        otherwise: Message | None = None,
    ) -> None:
        """Note that `word`, which `at` says, is none of the options: what it may have meant, and by which character."""
        if self.crowded:
            self.report(at, code, message, Message("", ""))
            return
        from jn_presenter.load.slips.lookalike import odd, plain  # only a mistake pays for it

        meant = nearest(word, options)
        advice = hint(word, options, otherwise=otherwise)
        if code == "unknown-key":
            self.meant.add((at.column, meant))
        parts = [plain(part) for part in re.split("[，、]", word)]
        if len(parts) > 1 and all(part in options for part in parts):
            message = Message("这里用了中文的逗号或顿号", "here is a comma of the Chinese keyboard")
            advice = Message("列表里用半角逗号加空格", "put a comma and a space between the items of a list")
            self.report(at, "full-width-comma", message, advice, value=", ".join(parts))
            return
        found = odd(word) if meant and plain(word).lower() == meant.lower() else None
        if found is not None:
            code, message = found.code, found.message
        self.report(at, code, message, advice, value=meant)

    def suggest(self, word: str, options: Collection[str], *, otherwise: Message | None = None) -> Message:
        """What to write instead of `word`; not looked for once there are so many problems that it would take long."""
        if self.crowded:
            return Message("", "")
        return hint(word, options, otherwise=otherwise)


class _Final(Struct, frozen=True):
    code: str
    message: Message
    hint: Message


TOO_MANY = _Final(
    "too-many-problems",
    Message(f"问题超过 {MOST_PROBLEMS} 个，其余不再列出", f"more than {MOST_PROBLEMS} problems, the rest is left out"),
    Message("先改好上面这些，再检查一次", "mend those above, then check again"),
)
