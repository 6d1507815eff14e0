"""The people of a delegation by name."""

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from jn_presenter.draw.entrance import appearance, risen
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.motion import faded
from jn_presenter.draw.names import exactly
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.typography import LEADING, baseline
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.model.element import Element, Env, Fitted, Phase
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

MOST = 13
"""A leader and a dozen guests; more is a warning."""
BOUND = 40
"""People; what is beyond this is no longer read."""
SIZES: tuple[tuple[Role, Role, float | None], ...] = (
    ("lead", "caption", None),
    ("body", "caption", None),
    ("caption", "note", None),
    ("note", "note", None),
    ("note", "note", 1.15),
)
"""The roles of name and position, the largest first, and the leading where it is not theirs."""
AIR = (0.8, 0.94, 0.94, 1.0, 1.0)
"""The share of the height that each of SIZES takes at most."""
GROUPS = ((0, 1), (2,), (3,), (4,))
"""Of the first two the smaller is rather taken than positions that are broken."""
GAP = 64.0
CLOSER = 32.0
"""Between columns; less where there is little width."""
NARROWEST = 176.0
"""A column in px at least."""
BROAD = 1.6
"""Where a place is so many times wider than high, few rows are tried first, elsewhere few columns."""
FEW = 4
"""So many guests, or fewer, leave no row shorter than another."""
APART = (0.75, 0.9)
"""The least and the largest space between two rows, in units of the names' size."""
TIGHT_APART = 0.4
"""The least where the lines stand close."""
TALL_APART = 1.4
UNDER = 0.1
"""From a name to the position under it, in units of the name's size."""
POSITION_LINES = (1, 2)
"""Of a position in one language, in the order they are tried; names stand on one line as far as they can."""


class Guest(Struct, frozen=True, kw_only=True):
    """Somebody by name, with a position where it is known."""

    name: Annotated[Text, doc("姓名", "the name")]
    position: Annotated[Text | None, doc("职务", "the position")] = None


class Guests(Element, frozen=True, kw_only=True):
    """The people of a delegation by name, their leader first: in rows, each name above its position."""

    about = "来宾名单：姓名和职务，团长在前"
    short: ClassVar[str] = "items"

    leader: Annotated[Guest | None, doc("团长", "who leads them")] = None
    items: Annotated[
        tuple[Guest, ...],
        doc("来宾，最多十二位看得清", "the guests; up to a dozen can be read well"),
        Meta(max_length=BOUND),
    ] = ()

    @property
    def people(self) -> tuple[Guest, ...]:
        """All of them in the order in which they are shown."""
        return ((self.leader,) if self.leader else ()) + self.items

    def parts(self) -> int:
        return max(1, len(self.people))

    def fit(self, rect: Rect, env: Env) -> "FittedGuests":
        if not self.people:
            return FittedGuests(rect=rect, findings=_number_of(0), entries=(), stagger=0.0)
        table = self._best(rect, env)
        count = len(table.rows)
        most = (TALL_APART if rect.h > rect.w else APART[1]) * table.size
        spare = (rect.h - sum(row.height for row in table.rows)) / max(1, count - 1)
        gap = max(table.least_gap, min(most, spare) // UNIT * UNIT)
        top = anchored(rect, table.high(gap), env.anchor) // UNIT * UNIT
        top += max(0.0, min(_lowered(table, env), rect.bottom - top - table.high(gap)))
        entries: list[tuple[TextMark, ...]] = []
        for row in table.rows:
            for k, entry in enumerate(row.entries):
                entries.append(entry.marks(len(entries), rect.x + k * table.pitch, top))
            top += row.height + gap
        return FittedGuests(
            rect=rect,
            overflow=not table.fits(rect.h),
            findings=(*table.findings, *_number_of(len(self.people))),
            entries=tuple(entries),
            stagger=env.style.motion.stagger,
        )

    def _best(self, rect: Rect, env: Env) -> "Table":
        """The first of all arrangements that fits with whole names; else one that fits; else the lowest."""
        tried: list[Table] = []
        for group in GROUPS:
            tables = [
                (self._table(rect, env, SIZES[k], across), AIR[k])
                for k in group
                for across in _columns(len(self.people), 1 if self.leader else 0, rect)
            ]
            for lines in POSITION_LINES:
                for table, air in tables:
                    if table.fits(rect.h * air) and table.lines <= lines:
                        return table
            tried += (table for table, _ in tables)
        fitting = [table for table in tried if table.fits(rect.h)]
        return next(iter(fitting), min(tried, key=lambda table: (not table.narrow, table.high(table.least_gap))))

    def _table(self, rect: Rect, env: Env, size: tuple[Role, Role, float | None], across: int) -> "Table":
        gap = GAP if (rect.w + GAP) / across - GAP >= 2 * NARROWEST else CLOSER
        pitch = (rect.w + gap) / across // UNIT * UNIT
        width = pitch - gap
        alone = 1 if self.leader and across < len(self.people) else 0
        entries = [
            _entry(guest, env, size, rect.w if k < alone else width, env.style.accent if leads else env.style.ink)
            for k, guest in enumerate(self.people)
            for leads in (k == 0 and self.leader is not None,)
        ]
        rows = [entries[:alone]] if alone else []
        rows += [entries[start : start + across] for start in range(alone, len(entries), across)]
        name = env.font(size[0]).size
        least = (APART[0] if size[2] is None else TIGHT_APART) * name
        return Table(
            pitch=pitch,
            size=name,
            rows=tuple(Row(tuple(row)) for row in rows),
            least_gap=least // UNIT * UNIT,
            narrow=all(entry.fits for entry in entries),
        )


def _entry(guest: Guest, env: Env, size: tuple[Role, Role, float | None], width: float, colour: str) -> "Entry":
    of_name, of_position, leading = size
    name = set_text(exactly(guest.name), env, width, of_name, colour=colour, bold=True, align="left", leading=leading)
    fits = max(name.block.width, widest_word(exactly(guest.name), env, of_name, bold=True)) <= width + 0.5
    whole = lines_taken(name.block) == 1
    if guest.position is None:
        return Entry(name=name, fits=fits, whole=whole)
    position = set_text(
        exactly(guest.position),
        env,
        width,
        of_position,
        colour=env.style.quiet,
        balance=True,
        align="left",
        leading=leading,
    )
    fits = fits and max(position.block.width, widest_word(exactly(guest.position), env, of_position)) <= width + 0.5
    return Entry(name=name, position=position, fits=fits, whole=whole, gap=UNDER * env.font(of_name).size)


class Entry(Struct, frozen=True, kw_only=True):
    """Name and position set in a column, the one above the other."""

    name: Setting
    position: Setting | None = None
    fits: bool
    """Whether no line or word is wider than the column."""
    whole: bool
    """Whether the name stands on one line in each language."""
    gap: float = 0.0

    @property
    def height(self) -> float:
        return self.name.block.height + (self.gap + self.position.block.height if self.position else 0.0)

    @property
    def lines(self) -> int:
        """Of its position; more than can be where the name is broken."""
        if not self.whole:
            return max(POSITION_LINES) + 1
        return lines_taken(self.position.block) if self.position else 1

    def marks(self, k: int, x: float, y: float) -> tuple[TextMark, ...]:
        name = self.name.mark(f"name.{k}", x, y)
        if self.position is None:
            return (name,)
        return name, self.position.mark(f"position.{k}", x, y + self.name.block.height + self.gap)


class Row(Struct, frozen=True):
    """Entries side by side."""

    entries: tuple[Entry, ...]

    @property
    def height(self) -> float:
        return max(entry.height for entry in self.entries)


class Table(Struct, frozen=True, kw_only=True):
    """All entries in columns, `pitch` px from one to the next; a leader has a row of its own if there are several."""

    pitch: float
    size: float
    rows: tuple[Row, ...]
    least_gap: float
    narrow: bool
    """Whether all entries keep to their columns."""

    @property
    def lines(self) -> int:
        return max(entry.lines for row in self.rows for entry in row.entries)

    @property
    def findings(self) -> tuple[Finding, ...]:
        settings = (part for row in self.rows for entry in row.entries for part in (entry.name, entry.position))
        return tuple(finding for setting in settings if setting for finding in setting.findings)

    def high(self, gap: float) -> float:
        return sum(row.height for row in self.rows) + gap * (len(self.rows) - 1)

    def fits(self, height: float) -> bool:
        return self.narrow and self.high(self.least_gap) <= height + 0.5


class FittedGuests(Fitted, frozen=True, kw_only=True):
    """Name and position of each."""

    entries: tuple[tuple[TextMark, ...], ...]
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        shown: list[AnyMark] = []
        for part, entry in enumerate(self.entries):
            presence = appearance(phase, part, len(self.entries), self.stagger)
            if presence > 0.0:
                shown += (faded(risen(words, presence), presence) for words in entry)
        return tuple(shown)


def _columns(count: int, alone: int, rect: Rect) -> list[int]:
    """Numbers of columns to try, few rows first where the place is wide: all in one row, or the guests in even rows.

    alone: how many stand in a row of their own where not all are in one.
    """
    most = max(1, min(count, int((rect.w + CLOSER) // (NARROWEST + CLOSER))))
    others = count - alone
    even = {-(-others // -(-others // across)) for across in range(1, most + 1)} if others else {1}
    found = {across for across in even if others > FEW or others % across == 0} | ({count} if count <= most else set())
    return sorted(found, reverse=rect.w > BROAD * rect.h)


def _lowered(table: Table, env: Env) -> float:
    """How far the first name is moved down to stand on one line with a lead beside it, whatever its own size."""
    own = table.rows[0].entries[0].name.block.lines
    lead = env.font("lead")
    return baseline(0.0, lead, LEADING["lead"]) - own[0].y if own else 0.0


def _number_of(people: int) -> tuple[Finding, ...]:
    if 1 <= people <= MOST:
        return ()
    return (
        Finding(
            code="guests-count",
            severity="warning",
            path="items",
            message=Message(f"名单上有 {people} 位", f"{people} people on the list"),
            hint=Message(
                "请写一到十三位（团长和十二位来宾）；更多的请写进讲稿",
                "write one to thirteen, a leader and a dozen guests; put more into the notes",
            ),
        ),
    )


ELEMENT = Guests
