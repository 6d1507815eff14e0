"""The fact base: figures and statements with operator, unit, kind, date and provenance."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Struct

from jn_presenter.model.fields import doc
from jn_presenter.model.text import Text

Kind = Literal["achieved", "target", "program", "claim"]
KINDS = {
    "achieved": ("已经达到", "reached, as the source states"),
    "target": ("目标，绝不显示为已达到", "striven for; never shown as reached"),
    "program": ("政策、规划、行动的名称", "a policy, plan or campaign, by name"),
    "claim": ("没有数字的说法", "a standing asserted without a figure"),
}
Op = Literal["exact", "over", "class", "near-class"]
OPS = {
    "exact": ("正好", "exactly"),
    "over": ("超过", "more than"),
    "class": ("……级", "of that order"),
    "near-class": ("准……级", "just short of that order"),
}
Form = Literal["exact", "over", "class", "near-class", "bare", "one", "few", "many"]


class UnitForms(Struct, frozen=True):
    """How one language writes a figure of this unit: `{v}` is the number, `{word}` the word for "over"."""

    forms: tuple[tuple[str, str], ...]

    def get(self, form: str) -> str | None:
        return dict(self.forms).get(form)


class Unit(Struct, frozen=True, kw_only=True):
    """A unit; a value counts `scale` of the base unit (1e8 for 亿元)."""

    id: str
    scale: Annotated[
        Decimal, doc("一个单位是多少，如亿元是 100000000", "how many of the base unit it is, as in 100000000")
    ] = Decimal(1)
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
    publisher: Annotated[Text, doc("发布单位，全称", "who published it, in full")]
    short: Annotated[Text, doc("简称，写在页脚", "the short name, for the foot of the slide")]
    note: Annotated[str, doc("给编辑看的备注", "a note for editors, never shown")] = ""


class Fact(Struct, frozen=True, kw_only=True):
    """One fact. `as_of` and `due` are kept as written: YYYY, YYYY-MM or YYYY-MM-DD; a target has no as_of."""

    id: Annotated[str, doc("代号，小写字母、数字和 -", "its id: small letters, digits and -")]
    kind: Annotated[Kind, doc("性质", "what kind it is", choices=KINDS)]
    label: Annotated[Text, doc("名称", "what it is")]
    value: Annotated[Decimal | None, doc("数值，或数据文件里的一格", "the figure, or a cell of a file of data")] = None
    op: Annotated[Op, doc("数字的意思", "how the figure is meant", choices=OPS)] = "exact"
    word: Annotated[str, doc("“超过”的说法：突破、超过，或余、多", "the Chinese word for “over”")] = ""
    unit: Annotated[str, doc("单位，写在 units 里的代号", "its unit, an id of units")] = ""
    as_of: Annotated[str, doc("统计日期；原文没有就不写", "the date of record; absent where the source gives none")] = (
        ""
    )
    due: Annotated[str, doc("目标的期限", "when a target is due")] = ""
    scope: Annotated[Text | None, doc("数字的范围，如全市", "where a figure is not the zone's own")] = None
    period: Annotated[str, doc("规划的年份，如 2021-2025", "the years of a programme, as in 2021-2025")] = ""
    note: Annotated[str, doc("给编辑看的备注", "a note for editors, never shown")] = ""
    source: Annotated[str, doc("来源，写在 sources 里的代号", "its source, an id of sources")] = ""

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
