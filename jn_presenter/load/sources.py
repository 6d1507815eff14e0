"""Where every value of a deck stands in its file: kept beside the deck, by file and dotted path, as small as may be."""

import os
from array import array
from collections.abc import Mapping as MappingType
from typing import NamedTuple

from msgspec import Struct

from jn_presenter.confined import at_once
from jn_presenter.load.excerpt import excerpt
from jn_presenter.load.lines import line_bounds
from jn_presenter.load.nodes import Mapping, Node, Sequence
from jn_presenter.load.reading import Reading
from jn_presenter.model.problem import Finding, Problem, Span

TOP = Span(1, 1, 0, 0)
EACH = 4
"""Numbers kept of a place: line, column, start, end."""


class Paths(tuple[str, ...]):
    """Dotted paths in the order of their places. Few files are asked where one stands, and those often: a theme that
    lists 9,000 missing slides 9,000 times. The first question makes a table.
    """

    _table: dict[str, int] | None = None

    def at(self, path: str) -> int | None:
        """Its number, None where it is not among them."""
        if self._table is None:
            self._table = {one: k for k, one in reversed(list(enumerate(self)))}
        return self._table.get(path)


class Places(Struct, frozen=True):
    """The places of one file. Files of the same form share `paths` and `shorts`.

    shorts: where a bare value is the short form of an element, its path with the field that it fills, outer ones first.
    uses: what else the file's content depends on.
    """

    paths: Paths = Paths()
    shorts: tuple[str, ...] = ()
    numbers: "array[int]" = array("I")
    uses: tuple[str, ...] = ()

    def get(self, path: str) -> Span | None:
        for short in self.shorts:
            if path == short or path.startswith(short + "."):
                path = short.rpartition(".")[0] + path[len(short) :]
        if (found := self.paths.at(path)) is None:
            return None
        at = EACH * found
        line, column, start, end = self.numbers[at : at + EACH]
        return Span(line, column, start, end)


class Pool:
    """Shares the tuples of paths between files of the same form: 2,000 like slides keep one."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Paths] = {}
        self._words: dict[str, str] = {}

    def places(self, root: Node | None, reading: Reading) -> Places:
        """The places of all nodes of a tree, with the names that its reading has found for some of them."""
        uses = tuple(reading.uses)
        if root is None:
            return Places(uses=uses)
        walk = _Walk(reading)
        walk.visit(root, "")
        return Places(self._shared(walk.paths), self._shared(walk.shorts), walk.numbers, uses)

    def _shared(self, paths: list[str]) -> Paths:
        key = tuple(paths)
        shared = self._known.get(key)
        if shared is None:
            shared = self._known[key] = Paths(self._words.setdefault(path, path) for path in key)
        return shared


class _Walk:
    """Gathers paths and places of a tree."""

    def __init__(self, reading: Reading) -> None:
        self.renames = reading.renames
        self.named = reading.named
        self.paths: list[str] = []
        self.shorts: list[str] = []
        self.numbers = array("I")

    def keep(self, path: str, node: Node) -> None:
        self.paths.append(path)
        self.numbers.extend((node.line, node.column, node.start, node.end))

    def visit(self, node: Node, path: str) -> None:
        self.keep(path, node)
        if id(node) in self.renames:
            self.shorts.append(f"{path}.{self.renames[id(node)]}")
        below = path + "." if path else ""
        if isinstance(node, Mapping):
            for key, value in node.entries:
                self.visit(value, below + key.value)
        elif isinstance(node, Sequence):
            for k, item in enumerate(node.items, 1):
                self.visit(item, f"{below}{k}")
                if id(item) in self.named:
                    self.keep(f"{path}[{self.named[id(item)]}]", item)


class Sources(Struct, frozen=True, kw_only=True):
    """The places of all files of a deck. Files are named by their path from the deck's folder, with `/`.

    A path is made of keys and, in lists, of numbers from 1: `points.2.zh`, `kpis.1.fact`, `free.1.at`. Where a value is
    the short form of an element, the field's name may stand in the path: `points.items.2.zh`. Names in lists of files
    are found by themselves: `slides[smart-grid]`.
    """

    folder: str
    files: MappingType[str, Places] = {}
    pool: Pool
    """Where new places find the paths that others have already."""

    def span(self, file: str, path: str) -> Span | None:
        """The place of exactly that value."""
        places = self.files.get(file)
        return places.get(path) if places else None

    def nearest(self, file: str, path: str) -> Span:
        """The place of the value, or of the nearest one around it that the file has; its first character in the end."""
        places = self.files.get(file)
        while places is not None:
            if (span := places.get(path)) is not None:
                return span
            if not path:
                break
            path = path.rpartition(".")[0]
        return TOP

    def problem(self, file: str, path: str, finding: Finding, *, slide: str = "") -> Problem:
        """A finding with its place. `path` is that of the element; the finding's own path goes on from there."""
        if finding.file:
            return self._elsewhere(finding, slide)
        span = self.nearest(file, ".".join(filter(None, (path, finding.path))))
        shown = self._excerpt(file, span)
        return Problem(
            file=file,
            line=span.line,
            column=span.column,
            severity=finding.severity,
            code=finding.code,
            message=finding.message,
            hint=finding.hint,
            excerpt=shown.text,
            slide=slide,
            width=shown.width,
        )

    def _elsewhere(self, finding: Finding, slide: str) -> Problem:
        """What is wrong in a file of data, which says its place itself."""
        return Problem(
            file=finding.file,
            line=max(1, finding.line),
            column=max(1, finding.column),
            severity=finding.severity,
            code=finding.code,
            message=finding.message,
            hint=finding.hint,
            slide=slide,
        )

    def absolute(self, file: str) -> str:
        """The file's absolute path."""
        return os.path.join(self.folder, file)  # noqa: PTH118  # for thousands of files, Path objects cost

    def _excerpt(self, file: str, span: Span) -> "_Excerpt":
        """The line as it is on the disk now; empty where the file is gone or has become shorter.

        What goes on in further lines has one caret.
        """
        try:
            path = self.absolute(file)
            with open(path, encoding="utf-8-sig", errors="replace", newline="", opener=at_once) as stream:
                text = stream.read()
        except OSError:
            return _Excerpt()
        if span.start >= len(text):
            return _Excerpt()
        end = span.end if span.end <= line_bounds(text, span.start)[1] else span.start + 1
        return _Excerpt(excerpt(text, span.start, end), max(1, end - span.start))


class _Excerpt(NamedTuple):
    """Lines to show, and how many characters are marked in them."""

    text: str = ""
    width: int = 1


def slide_file(slide: str) -> str:
    """The file of a slide id, from the deck's folder."""
    return slide + ".yaml"
