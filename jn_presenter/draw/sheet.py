"""The content of a table: cells row by row, from facts or from a slide's own rows."""

from collections.abc import Sequence

from msgspec import Struct, structs

from jn_presenter.draw.cells import Cell, figure_fact, is_blank, is_figure
from jn_presenter.draw.figures import context, fact_datum, target_words
from jn_presenter.draw.numbers import number_value, split_figure
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.words import UNDATED, say
from jn_presenter.model.element import Env
from jn_presenter.model.fact import Fact
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import FactId
from jn_presenter.model.marks import Datum
from jn_presenter.model.text import Text, plain

NOWHERE = Text(())


class SheetRow(Struct, frozen=True):
    """One row: its part in `steps`, counted from 0, a stable key, and a cell for each column."""

    part: int
    key: str
    cells: tuple[Cell, ...]


class Sheet(Struct, frozen=True):
    """Heads, none or one for each column, and rows. `folded` is the same with a column less, for narrow places."""

    heads: tuple[Cell, ...]
    rows: tuple[SheetRow, ...]
    folded: "Sheet | None" = None


def sheet_of_facts(heads: Sequence[Text], ids: Sequence[FactId], env: Env, *, sample: Badge) -> Sheet:
    """Rows of label, figure and what the figure is dated by or due by; columns that say nothing are left out.

    Folded, what it is dated by stands beneath the label. An undated figure is called so only beside dated ones: where
    none has a date, the provenance line says it of all.
    """
    known = [(part, fact) for part, name in enumerate(ids) if (fact := env.facts.get(name))]
    dated = any(fact.date or fact.kind == "target" for _, fact in known)
    lines = [
        SheetRow(
            part, fact.id, (_label(fact), _figure(fact, env, sample=sample), _dating(fact, env, among_dated=dated))
        )
        for part, fact in known
    ]
    figures, dates = (any(line.cells[k].text for line in lines) for k in (1, 2))
    kept = [0, *([1] if figures else ())]
    if not dates:
        return _of_columns(heads, lines, kept)
    return structs.replace(
        _of_columns(heads, lines, [*kept, 2]), folded=_of_columns(heads, [_fold(line) for line in lines], kept)
    )


def _fold(row: SheetRow) -> SheetRow:
    label, figure, date = row.cells
    return structs.replace(row, cells=(structs.replace(label, tag=date.text, target=date.target), figure))


def sheet_of_rows(heads: Sequence[Text], rows: Sequence[Sequence[Text]], env: Env, *, sample: Badge) -> Sheet:
    """The rows as typed, short ones filled up with empty cells; a column of nothing but numbers is one of figures."""
    count = max((len(heads), *(len(row) for row in rows)))
    filled = [(*row, *(NOWHERE,) * (count - len(row))) for row in rows]
    figures = [_of_figures([row[k] for row in filled], env) for k in range(count)]
    lines = tuple(
        SheetRow(part, str(part), tuple(_typed(part, k, row, figures[k], env, sample=sample) for k in range(count)))
        for part, row in enumerate(filled)
    )
    return Sheet(_heads((*heads, *(NOWHERE,) * (count - len(heads))), range(count)) if heads else (), lines)


def _of_columns(heads: Sequence[Text], lines: Sequence[SheetRow], kept: Sequence[int]) -> Sheet:
    rows = (structs.replace(line, cells=tuple(line.cells[k] for k in kept)) for line in lines)
    return Sheet(_heads(heads, kept) if len(heads) > max(kept) else (), tuple(rows))


def _heads(heads: Sequence[Text], kept: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(Cell(key=f"head.{k}", text=heads[k], quiet=True) for k in kept)


def _label(fact: Fact) -> Cell:
    return Cell(key=f"label.{fact.id}", text=fact.label)


def _figure(fact: Fact, env: Env, *, sample: Badge) -> Cell:
    """The figure; only one that the source states as reached is bold."""
    return Cell(
        key=f"figure.{fact.id}",
        text=None if fact.value is None else plain(f"<{fact.id}>"),
        figure=True,
        bold=fact.reached,
        datum=fact_datum(fact, env.languages, sample=sample),
    )


def _dating(fact: Fact, env: Env, *, among_dated: bool) -> Cell:
    key = f"date.{fact.id}"
    if fact.kind == "target":
        return Cell(key=key, text=target_words(fact.due, env.facts, env.languages), target=True)
    noted = context(fact, env.languages, env.fallbacks)
    if among_dated and fact.reached and fact.value is not None and not fact.date:
        scopes = dict(noted.variants) if noted else {}
        words = ((tongue, (say(UNDATED, tongue), scopes.get(tongue, ""))) for tongue in env.languages)
        noted = Text(tuple((tongue, " · ".join(part for part in parts if part)) for tongue, parts in words))
    return Cell(key=key, text=noted, quiet=True)


def _of_figures(column: Sequence[Text], env: Env) -> bool:
    said = [text for text in column if not is_blank(text, env)]
    return bool(said) and all(is_figure(text, env) for text in said)


def _typed(part: int, column: int, row: Sequence[Text], figures: bool, env: Env, *, sample: Badge) -> Cell:
    text = row[column]
    cell = Cell(key=f"cell.{part}.{column}", text=text if text.variants else None, figure=figures)
    fact = figure_fact(text, env)
    if fact is None:
        typed = figures and not is_blank(text, env)
        return structs.replace(cell, datum=_datum(text, row[0], env, sample=sample)) if typed else cell
    cell = structs.replace(cell, datum=fact_datum(fact, env.languages, sample=sample))
    if fact.kind != "target":
        return cell
    return structs.replace(cell, tag=target_words(fact.due, env.facts, env.languages), target=True)


def _datum(text: Text, label: Text, env: Env, *, sample: Badge) -> Datum:
    words, name = (resolve(one, env.facts, env.languages[:1], env.fallbacks)[0] for one in (text, label))
    _, number, _ = split_figure(words.plain)
    value = number_value(number, words.found or words.language)
    return Datum(value=value, label=name.plain, state="sample" if sample else "achieved")
