"""The fact base: figures and statements with operator, unit, kind, date and provenance."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jn_presenter.model.text import Text

Kind = Literal["achieved", "target", "program", "claim"]
Op = Literal["exact", "over", "class", "near-class"]
Form = Literal["exact", "over", "class", "near-class", "bare", "one"]


class UnitForms(Struct, frozen=True):
    """How one language writes a figure of this unit: `{v}` is the number, `{word}` the word for "over"."""

    forms: tuple[tuple[str, str], ...]

    def get(self, form: str) -> str | None:
        return dict(self.forms).get(form)


class Unit(Struct, frozen=True, kw_only=True):
    """A unit; a value counts `scale` of the base unit (1e8 for 亿元)."""

    id: str
    scale: Decimal = Decimal(1)
    languages: tuple[tuple[str, UnitForms], ...] = ()

    def forms(self, language: str) -> UnitForms | None:
        """The forms of the exact tag or its base, else of the first language that has any."""
        found = dict(self.languages)
        for tag in (language, language.partition("-")[0]):
            if tag in found:
                return found[tag]
        return self.languages[0][1] if self.languages else None


class Source(Struct, frozen=True, kw_only=True):
    """Who published the facts: in full, and short for the provenance line."""

    id: str
    publisher: Text
    short: Text
    note: str = ""


class Fact(Struct, frozen=True, kw_only=True):
    """One fact. `as_of` and `due` are kept as written: YYYY, YYYY-MM or YYYY-MM-DD; a target has no as_of."""

    id: str
    kind: Kind
    label: Text
    value: Decimal | None = None
    op: Op = "exact"
    word: str = ""
    unit: str = ""
    as_of: str = ""
    due: str = ""
    scope: Text | None = None
    period: str = ""
    note: str = ""
    source: str = ""

    @property
    def date(self) -> str:
        return self.as_of or self.due

    @property
    def reached(self) -> bool:
        """Whether it may be drawn as a figure that stands: only what the source states as achieved."""
        return self.kind == "achieved"


class Facts(Struct, frozen=True):
    """All facts of a deck with their units and sources, by id; dues: those that end a period, with its name."""

    facts: Mapping[str, Fact] = {}
    units: Mapping[str, Unit] = {}
    sources: Mapping[str, Source] = {}
    dues: Mapping[str, Text] = {}

    def get(self, name: str) -> Fact | None:
        """The fact of that id, or None."""
        return self.facts.get(name)

    def unit(self, fact: Fact) -> Unit | None:
        return self.units.get(fact.unit)
