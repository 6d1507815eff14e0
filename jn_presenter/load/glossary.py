"""glossary.yaml: the names of a briefing in all its languages; a term that is broken is left out, and said."""

from jn_presenter.draw.untranslated import without
from jn_presenter.load.convert import Field, converter, fields, mapping
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Sequence
from jn_presenter.load.reading import Reading
from jn_presenter.load.words import present, wrong_kind
from jn_presenter.model.glossary import Term
from jn_presenter.model.text import Message, Text


def glossary(root: Node, reading: Reading) -> tuple[Term, ...]:
    """The file's tree as terms, those that are in order; the problems of the others are in `reading`."""
    if not isinstance(root, Mapping):
        not_a_mapping(root, reading)
        return ()
    mapping(root, reading, {}, ("terms",))
    node = root.get("terms")
    if node is None or not present(node, reading):
        return ()
    if not isinstance(node, Sequence):
        wrong_kind(node, reading, Message("一个列表，每项一个 “- ”", "a list, '- ' before each item"))
        return ()
    found: dict[str, Term] = {}
    for item in node.items:
        term = _term(item, reading)
        if term is None:
            continue
        name = term.name.variants[0][1]
        if name in found:
            _report_twice(item, name, reading)
        else:
            found[name] = term
    return tuple(found.values())


def _term(node: Node, reading: Reading) -> Term | None:
    """A mapping of each of the briefing's languages to a name, and the term's own fields beside them."""
    if not present(node, reading):
        return None
    if not isinstance(node, Mapping):
        not_a_mapping(node, reading)
        return None
    languages = reading.context.languages
    none = not any(node.get(tag) for tag in languages)
    names = {tag: Field(tag, converter(str), required=none) for tag in languages}
    values, good = mapping(node, reading, {**names, **fields(Term, frozenset({"name"}))})
    if not good:
        return None
    name = Text(tuple((tag, values.pop(tag)) for tag in languages if tag in values))
    lacking = tuple(without(tag, *name.variants[0]) for tag in languages if tag not in name.languages)
    for finding in lacking:
        reading.report(node, finding.code, finding.message, finding.hint, severity=finding.severity)
    if lacking:
        return None
    if all(words.strip() for _, words in name.variants):
        return Term(name=name, **values)
    reading.report(
        node,
        "empty",
        Message("这个名称是空的", "this name is empty"),
        Message("写上名称，或删去这一条", "write the name, or remove the term"),
    )
    return None


def _report_twice(node: Node, name: str, reading: Reading) -> None:
    reading.report(
        node,
        "duplicate-term",
        Message(f"“{name[:40]}” 写了两次", f"{name[:40]!r} is here twice"),
        Message("合成一条，其他写法放进 also", "make it one term, with other forms under also"),
    )
