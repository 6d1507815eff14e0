"""What a key figure says, whether it is a fact, a value of the slide's own or a cell of a table; and its change."""

from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Struct, structs

from jn_presenter.draw.cell_figure import Figures, row_words
from jn_presenter.draw.delta import Before, Form, before_fact
from jn_presenter.draw.entries import one_of, without_value
from jn_presenter.draw.figures import Said, date_text, fact_datum, fact_said, known_unit, value_said
from jn_presenter.draw.numbers import counts
from jn_presenter.model.element import Env
from jn_presenter.model.fact import Fact
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import Date, FactId, Number, doc
from jn_presenter.model.marks import Datum
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain


class Delta(Struct, frozen=True, kw_only=True):
    """The earlier figure that a change is against; of a table, by default that of the row before."""

    short: ClassVar[str] = "row"

    fact: Annotated[FactId | None, doc("更早的数据的代号", "id of an earlier fact")] = None
    value: Annotated[Number | None, doc("更早的数值", "an earlier value")] = None
    as_of: Annotated[Date, doc("value的日期", "the date of value")] = Date("")
    row: Annotated[str, doc("表中更早一行的名称", "the name of an earlier row of the table")] = ""
    form: Annotated[
        Form,
        doc("变化写成数量，还是百分之几；百分数总写百分点", "as an amount or in percent; of percentages always points"),
    ] = "amount"


class KeyFigure(Struct, frozen=True, kw_only=True):
    """One figure in words, what it is, and what is known of how it came to be.

    row: what its row of a table is called. missing: whether a table has no figure there. before: the earlier figure.
    history: what a small line is drawn of.
    """

    said: Said = ()
    label: Text = Text(())
    datum: Datum = Datum()
    counts: bool = True
    fact: Fact | None = None
    unit: Text | None = None
    row: Text | None = None
    missing: bool = False
    before: Before | None = None
    history: Figures | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def target(self) -> bool:
        return self.fact is not None and self.fact.kind == "target"


def of_fact(fact: Fact | None, env: Env, *, sample: Badge) -> KeyFigure:
    """The fact's figure; a finding where it has none."""
    if fact is None:
        return KeyFigure()
    said = fact_said(fact, env.facts, env.languages)
    return KeyFigure(
        said=said,
        label=fact.label,
        datum=fact_datum(fact, env.languages, sample=sample),
        counts=counts(fact, env.facts.unit(fact)),
        fact=fact,
        unit=plain(fact.unit) if fact.unit else None,
        findings=() if any(words for _, words in said) else (without_value(fact, "fact"),),
    )


def of_value(value: Decimal | None, label: Text, unit: Text | None, env: Env, *, sample: Badge) -> KeyFigure:
    """A value of the slide's own."""
    said = () if value is None else value_said(value, unit, env.facts, env.languages)
    known = known_unit(unit, env.facts)
    name = label.pick(env.languages[0], env.fallbacks)[1]
    return KeyFigure(
        said=said,
        label=label,
        datum=Datum(value=value, label=name, state="sample" if sample else "achieved"),
        counts=known is None or counts(Fact(id="", kind="achieved", label=Text(()), value=value), known),
        unit=unit,
    )


def of_table(figures: Figures, label: Text | None, unit: Text | None, env: Env, *, sample: Badge) -> KeyFigure:
    """The figure of a table; none while it is awaited, and `missing` where the table has none."""
    found = of_value(figures.value, label or plain(figures.column), unit, env, sample=sample)
    known = figures.value is not None
    return structs.replace(
        found,
        row=row_words(figures.name, env) if known or figures.names else None,
        missing=not known and bool(figures.column),
        findings=figures.findings,
    )


def one_figure(fact: bool, value: bool, data: bool, *, line: bool) -> tuple[Finding, ...]:
    """A finding unless just one of the fields is given; with a line, `data` may stand beside another for its sake."""
    if not (fact or value or data):
        return (EMPTY,)
    given = [name for name, there in (("fact", fact), ("value", value), ("data", data and not line)) if there]
    if len(given) > 1:
        return one_of(given, ("fact", "value", "data"))
    return (NO_LINE,) if line and not data else ()


EMPTY = Finding(
    code="kpi-empty",
    message=Message("这张数字卡没有数字", "this figure has no number"),
    hint=Message("写 fact: 数据的代号，或写 value 和 unit，或 data", "give fact: an id, or value and unit, or data"),
)
NO_LINE = Finding(
    code="kpi-line",
    path="sparkline",
    message=Message("没有数据表，画不出走势", "there is no table to draw a line from"),
    hint=Message("写 data: 数据表的路径", "give data: the path of a table"),
)


def with_change(found: KeyFigure, delta: Delta | None, figures: Figures | None, env: Env) -> KeyFigure:
    """The figure with the earlier one that its change is against, or with what is wrong with that."""
    if delta is None or found.datum.value is None:
        return found
    before = _before(found, delta, figures, env) if found.counts else _no_quantity()
    if isinstance(before, Finding):
        return structs.replace(found, findings=(*found.findings, before))
    return structs.replace(found, before=before)


def _before(found: KeyFigure, delta: Delta, figures: Figures | None, env: Env) -> Before | Finding | None:
    given = [
        name for name, there in (("fact", delta.fact), ("value", delta.value is not None), ("row", delta.row)) if there
    ]
    if len(given) > 1 or (not given and figures is None) or (delta.row and figures is None):
        return _one_earlier()
    if delta.fact:
        known = known_unit(found.unit, env.facts)
        return before_fact(found.fact, delta.fact, known.id if known else "", env)
    if delta.value is not None:
        return Before(delta.value, date_text(delta.as_of, env.languages)) if delta.as_of else _no_date()
    assert figures is not None
    value, name = figures.earlier(delta.row)
    since = row_words(name, env)
    return _no_earlier(delta.row) if value is None or since is None else Before(value, since)


def _finding(code: str, message: Message, hint: Message) -> Finding:
    return Finding(code=code, path="delta", message=message, hint=hint)


def _no_quantity() -> Finding:
    return _finding(
        "delta-figures",
        Message("名次、年数的变化不能这样说", "a rank or a number of years has no such change"),
        Message("请去掉 delta", "leave delta out"),
    )


def _one_earlier() -> Finding:
    return _finding(
        "one-of-two",
        Message("delta 要写明更早的一个数", "it is not said which earlier figure delta means"),
        Message(
            "写 fact、value（和 as_of）或表中的 row 之一", "give one of fact, value (with as_of) and a table’s row"
        ),
    )


def _no_date() -> Finding:
    return _finding(
        "delta-date",
        Message("没有写更早的数的日期", "the earlier value has no date"),
        Message("写 as_of: 2023", "give as_of: 2023"),
    )


def _no_earlier(row: str) -> Finding:
    name = Message(f"“{row[:40]}” 行", f"in the row {row[:40]!r}") if row else Message("前一行", "in the row before")
    return structs.replace(
        _finding(
            "delta-row",
            Message(
                f"表里{name.zh}没有更早的数，不写变化", f"the table has no earlier figure {name.en}: no change is said"
            ),
            Message("在 delta 里写一个有数的行名", "name a row with a figure in delta"),
        ),
        severity="warning",
    )
