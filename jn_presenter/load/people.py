"""Names of guests and hosts, in any languages and exactly as typed; a person is a name and what goes with it."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import structs

from jn_presenter.draw.names import clean
from jn_presenter.load.convert import Field, fields, mapping
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping as MappingNode
from jn_presenter.load.nodes import Node, Scalar, Sequence
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.load.words import absent, no_list, present, text
from jn_presenter.model.language import canonical, is_tag, offered
from jn_presenter.model.text import Message, Text
from jn_presenter.model.visit import Person

LONGEST_NAME = 200
"""Characters of a name: no delegation has a longer one, but a pasted paragraph has."""
MOST_GUESTS = 40
"""More is a list of names that nobody reads; the element that shows them has no room for it."""
Convert = Callable[[Node, Reading], Any]


def naming(node: Node, reading: Reading) -> Text | Bad:
    """A name in any languages, those of the briefing or others, as typed but for what cannot be shown; not empty."""
    plain = reading.context
    tags = [key.value for key, _ in node.entries] if isinstance(node, MappingNode) else []
    more = [canonical(tag) for tag in tags if is_tag(tag) and not offered(tag, plain.languages)]
    own = tuple(dict.fromkeys((*plain.languages, *more))) if isinstance(node, MappingNode) else ()
    reading.context = structs.replace(plain, languages=own)
    try:
        found = text(node, reading) if present(node, reading) else BAD
    finally:
        reading.context = plain
    if isinstance(found, Bad):
        return BAD
    kept: list[tuple[str, str]] = []
    for tag, words in found.variants:
        here = (node.get(tag) if isinstance(node, MappingNode) else None) or node
        if len(words) > LONGEST_NAME:
            return _report_long(here, len(words), reading)
        name, findings = clean(Text(((tag, words),)))
        for finding in findings:
            reading.report(here, finding.code, finding.message, finding.hint, severity=finding.severity)
        if name.variants[0][1].strip():
            kept += name.variants
        else:
            _report_empty(here, reading)
    return Text(tuple(kept)) if kept else BAD


def somebody(node: Node, reading: Reading) -> Person | Bad | None:
    """A person, or nobody where it says null."""
    return None if absent(node) else person(node, reading)


def person(node: Node, reading: Reading) -> Person | Bad:
    """A name, or a mapping with what else there is to say of somebody; what is wrong beside the name is left out."""
    if isinstance(node, Scalar):
        name = naming(node, reading)
        if isinstance(name, Bad):
            return BAD
        reading.renames[id(node)] = "name"
        return Person(name=name)
    if not isinstance(node, MappingNode):
        return not_a_mapping(node, reading)
    keys = [key.value for key, _ in node.entries]
    if keys and all(map(is_tag, keys)):  # a name in several languages, without `name:`
        name = naming(node, reading)
        return BAD if isinstance(name, Bad) else Person(name=name)
    values, _ = mapping(node, reading, _PERSON)
    return Person(**values) if "name" in values else BAD


def people(node: Node, reading: Reading) -> tuple[Person, ...] | Bad:
    """Those of the list who have a name."""
    if not present(node, reading):
        return BAD
    if not isinstance(node, Sequence):
        return no_list(node, reading)
    if len(node.items) > MOST_GUESTS:
        reading.report(
            node,
            "wrong-count",
            Message(
                f"来宾有 {len(node.items)} 位，只显示前 {MOST_GUESTS} 位",
                f"of {len(node.items)} guests the first {MOST_GUESTS} are shown",
            ),
            Message("只写要显示姓名的来宾", "list those whose names are to be shown"),
        )
    found = (person(item, reading) for item in node.items[:MOST_GUESTS])
    return tuple(one for one in found if not isinstance(one, Bad))


def converted(table: Mapping[str, Field], own: Mapping[str, Convert]) -> dict[str, Field]:
    """A struct's fields, these with converters of their own."""
    return {
        key: structs.replace(field, convert=own[field.name]) if field.name in own else field
        for key, field in table.items()
    }


def _report_empty(node: Node, reading: Reading) -> None:
    reading.report(
        node, "empty", Message("这里没有写名称", "there is no name here"), Message("写上名称", "write the name")
    )


def _report_long(node: Node, length: int, reading: Reading) -> Bad:
    reading.report(
        node,
        "too-long",
        Message(f"名称有 {length} 个字，放不上屏幕", f"the name has {length} characters, too many for a screen"),
        Message(f"至多 {LONGEST_NAME} 个字", f"{LONGEST_NAME} characters at most"),
    )
    return BAD


_PERSON = converted(fields(Person), dict.fromkeys(("name", "position", "contact"), naming))
