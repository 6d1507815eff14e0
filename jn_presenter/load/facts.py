"""facts.yaml: sources, units, named dues and facts; what breaks the rules of facts is left out, and said."""

from collections.abc import Mapping as MappingType
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from jn_presenter.load.convert import Converter, Field, fields, mapping
from jn_presenter.load.fact_rules import date_rules, figure_rules, source_rules
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reading import Reading
from jn_presenter.load.units import by_id, due, proper_id, source, unit
from jn_presenter.load.words import present, wrong_kind
from jn_presenter.model.fact import Fact, Facts, Source, Unit
from jn_presenter.model.text import Message, Text

if TYPE_CHECKING:
    from jn_presenter.load.cells import Cells

SECTIONS = ("sources", "units", "dues", "facts")


class FactBase(Struct, frozen=True):
    """What facts.yaml gave. broken: ids of facts that stand there but cannot be used."""

    facts: Facts
    broken: frozenset[str] = frozenset()


def fact_base(root: Node, reading: Reading) -> FactBase:
    """The file's tree as facts; what is broken is left out, and its problems are in `reading`."""
    if not isinstance(root, Mapping):
        not_a_mapping(root, reading)
        return FactBase(Facts())
    mapping(root, reading, {}, SECTIONS)
    sources: dict[str, Source] = by_id(root.get("sources"), reading, source)
    units: dict[str, Unit] = by_id(root.get("units"), reading, unit)
    dues: dict[str, Text] = by_id(root.get("dues"), reading, due)
    unit_names = names(root.get("units"))
    table = dict(fields(Fact))
    table["value"] = structs.replace(table["value"], convert=_number_or_cell(table["value"].convert))
    found: dict[str, Fact] = {}
    broken: set[str] = set()
    for node in _listed(root.get("facts"), reading):
        name, fact = _fact(node, reading, table)
        if name in found or name in broken:
            _report_twice(node, name, reading)
        elif fact is not None and _kept(node, fact, reading, units, unit_names, sources):
            found[name] = structs.replace(fact, source=fact.source or next(iter(sources), ""))
        elif name:
            broken.add(name)
    return FactBase(Facts(found, units, sources, dues), frozenset(broken))


def _number_or_cell(number: Converter) -> Converter:
    """Converts a number; a mapping names the cell of a table where it stands."""
    found: list[Cells] = []

    def value(node: Node, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            return number(node, reading)
        if not found:
            from jn_presenter.load.cells import Cells  # only where figures stand in tables, these have to be read

            found.append(Cells())
        return found[0].value(node, reading)

    return value


def names(node: Node | None) -> frozenset[str]:
    """The keys of a mapping."""
    return frozenset(key.value for key, _ in node.entries) if isinstance(node, Mapping) else frozenset()


def _listed(node: Node | None, reading: Reading) -> tuple[Node, ...]:
    if node is None or not present(node, reading):
        return ()
    if not isinstance(node, Sequence):
        wrong_kind(node, reading, Message("一个列表，每项一个 “- ”", "a list, '- ' before each item"))
        return ()
    return node.items


def _fact(node: Node, reading: Reading, table: MappingType[str, Field]) -> tuple[str, Fact | None]:
    """The id that the fact has, empty where it has none, and the fact if its fields are well."""
    if not present(node, reading):
        return "", None
    if not isinstance(node, Mapping):
        not_a_mapping(node, reading)
        return "", None
    named = node.get("id")
    name = named.value if isinstance(named, Scalar) else ""
    values, good = mapping(node, reading, table)
    if isinstance(named, Scalar) and name and not proper_id(named, reading):
        good = False
    return name, Fact(**values) if good else None


def _report_twice(node: Node, name: str, reading: Reading) -> None:
    reading.report(
        node,
        "duplicate-fact",
        Message(f"数据 {name} 写了两次", f"the fact {name} is here twice"),
        Message("每个数据只有一个出处：删去一个，或改代号", "a figure has one home: remove one, or rename it"),
    )


def _kept(
    node: Node,
    fact: Fact,
    reading: Reading,
    units: MappingType[str, Unit],
    unit_names: frozenset[str],
    sources: MappingType[str, Source],
) -> bool:
    """Whether the fact keeps all rules; those that it breaks are reported. A broken unit breaks its facts, unsaid."""
    if reading.crowded:
        return False
    findings = (*date_rules(fact), *source_rules(fact, tuple(sources)), *figure_rules(fact, units, unit_names))
    for finding in findings:
        at = node.get(finding.path) if isinstance(node, Mapping) else None
        reading.report(at or node, finding.code, finding.message, finding.hint, value=finding.value if at else "")
    return not findings and (not fact.unit or fact.unit in units)
