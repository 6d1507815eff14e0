"""The contract of feeds: where a chart's rows come from, and what they were at one moment."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, TypeAlias

from msgspec import Struct

from jn_presenter.model.fields import Date, doc
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text

Cell: TypeAlias = str | Decimal | None
"""Text, a number, or nothing where a cell is empty."""
MOST_ROWS = 20_000
MOST_COLUMNS = 64
LONGEST_CELL = 500
"""Characters of a cell; what is longer is refused, for no chart could show it."""


Badge: TypeAlias = Literal["", "sample", "simulated"]
"""What a chart says of figures that are invented: nothing where they are real."""


class Column(Struct, frozen=True, kw_only=True, eq=False):
    """A column of a table: its name, and a cell for each row.

    A dense column of numbers, as a stream has it, is a read-only memoryview of doubles, not a number where it is empty.
    `number`: which column of its file it is, from 1, where there is a file.
    """

    name: str
    cells: Sequence[Cell] | memoryview
    number: int = 0


class Snapshot(Struct, frozen=True, kw_only=True, eq=False):
    """The rows of a feed at one moment; never changed, so that threads may share it. Two are equal if they are one.

    All columns are equally long. `lines`: for each row its line in the file, from 1, where there is a file; `sheet`:
    the sheet they are on. `as_of`: the date the figures are of, as the deck gives it. `time_s`: when they were so: the
    file's last change or the answer's arrival, seconds since 1970. `closed`: whether the last line of a file has an
    end. `state`: stale where the source could not be read since, failed where it never could; then `finding` says why.
    Fresh rows have one where a cell has no value that should have one.
    """

    columns: tuple[Column, ...] = ()
    lines: tuple[int, ...] = ()
    sheet: str = ""
    file: str = ""
    as_of: str = ""
    time_s: float = 0.0
    closed: bool = False
    state: Literal["fresh", "stale", "failed"] = "fresh"
    finding: Finding | None = None

    def __len__(self) -> int:
        return len(self.columns[0].cells) if self.columns else 0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def rows(self) -> tuple[tuple[Cell | float, ...], ...]:
        return tuple(zip(*(column.cells for column in self.columns), strict=True))

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


class FeedError(Exception):
    """A source that cannot be read now; the finding names file and place, and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


class Wants(Struct, frozen=True, kw_only=True):
    """What the slides shown want of a feed.

    named: the columns that they ask for by name. measured: those in which words have no place, an empty name for the
    first. negatives: whether all their charts have a place for figures below zero.
    """

    named: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    negatives: bool = True


class Request(Struct, frozen=True, kw_only=True):
    """What a feed may know when it is read.

    folder: the deck's, absolute; no file outside it is read. tick: how often it was read before. before: its last good
    snapshot. wants: what the slides shown want of it.
    """

    folder: str
    tick: int = 0
    before: Snapshot | None = None
    wants: Wants = Wants()
    unsaved: Mapping[str, bytes | None] = {}
    """What files of the deck say that are being edited; read instead of what the disk has."""


class Feed(Struct, frozen=True, kw_only=True):
    """Where a chart's rows come from. A subclass is one file in feeds/; its fields say all there is to know, so that
    two charts with equal feeds share a snapshot.
    """

    about: ClassVar[str] = ""
    """What it is, in one line in Chinese, as the docstring's first paragraph says it in English: for editors."""
    short: ClassVar[str] = ""
    """The field that a bare value fills."""

    source: Annotated[
        Text | None, doc("数据的出处，写在页脚", "whose figures these are, said at the foot of the slide")
    ] = None
    as_of: Annotated[Date, doc("数据的日期，如2020或2020-12", "the date of the figures, as in 2020 or 2020-12")] = Date(
        ""
    )

    @property
    def made_up(self) -> bool:
        """Whether its figures are invented: every chart that it feeds then carries a badge that says so."""
        return False

    @property
    def badge(self) -> Badge:
        """What every chart that it feeds says of its figures; no field of a chart takes it away."""
        return "sample" if self.made_up else ""

    def files(self) -> tuple[str, ...]:
        """The files it reads, from the deck's folder: whoever shows it has them watched."""
        return ()

    def period_s(self) -> float:
        """Seconds after which it is to be read again though no file changed; 0 for never."""
        return 0.0

    def read(self, request: Request) -> Snapshot:
        """The rows as they are now. May block; never called on the GUI thread.

        Raises FeedError, and nothing else, for whatever is wrong with the source.
        """
        raise NotImplementedError


Snapshots: TypeAlias = Mapping[Feed, Snapshot]


def badge_of(sample: bool, feeds: Iterable[Feed]) -> Badge:
    """The badge of an element with these feeds, which may say itself that its figures are made up."""
    badges = {feed.badge for feed in feeds}
    return "simulated" if "simulated" in badges else "sample" if sample or "sample" in badges else ""
