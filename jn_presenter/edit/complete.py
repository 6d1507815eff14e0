"""What may be typed at the cursor: keys and values by the schema of the file, facts by those of the deck."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import msgspec
from msgspec import Struct

from jn_presenter.edit.cursor import ITEM, Cursor, cursor_at
from jn_presenter.model.fact import Facts
from jn_presenter.model.text import Message
from jn_presenter.paths import resources
from jn_presenter.schema import kind_of

Schema = Mapping[str, Any]
MOST = 200
FACT = re.compile(r"<([a-z0-9-]*)$")
FACT_REF = "#/definitions/fact"
DEEPEST = 12
"""How often a schema is followed from one to the next: they are ours, and end long before."""


class Proposal(Struct, frozen=True):
    """word: what can be typed. insert: what takes the place of the last `replaces` characters before the cursor."""

    word: str
    insert: str
    replaces: int
    about: Message = Message("", "")


def proposals(file: str, text: str, offset: int, facts: Facts) -> tuple[Proposal, ...]:
    """What may be typed at a character of a file, in a text with `\\n` for every line end; the nearest first."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    if "#" in line and re.search(r"(^|\s)#", line):
        return ()
    if (reference := FACT.search(line)) is not None:
        return _of_facts(reference[1], facts, closed=text[offset : offset + 1] == ">")
    cursor = cursor_at(text, offset)
    root = _root(kind_of(PurePosixPath(file)))
    open_here = _along(root, cursor)
    if cursor.key is None:
        chosen = list(_keys(open_here, cursor, root))
        if cursor.levels[-1].key == ITEM or (len(cursor.levels) > 1 and not cursor.levels[-1].words):
            chosen += _values(_items(root, cursor), cursor.prefix, root, facts)
    else:
        below = _under(open_here, cursor.key, root)
        chosen = list(_values(_under(below, ITEM, root) if cursor.listed else below, cursor.prefix, root, facts))
    return tuple(_near(chosen, cursor.prefix))[:MOST]


@cache
def _root(kind: str) -> Schema:
    """As it is shipped: to make it anew takes a fifth of a second, in the middle of the first word."""
    return msgspec.json.decode((resources() / "schema" / f"{kind}.json").read_bytes(), type=dict[str, Any])


def _along(root: Schema, cursor: Cursor) -> list[Schema]:
    """The schemas of the innermost mapping that is open at the cursor."""
    found = [*_all(root, cursor.levels[0].words, root)]
    for level in cursor.levels[1:]:
        below = _under(found, level.key, root)
        found = [one for schema in below for one in _all(schema, level.words, root)]
    return found


def _items(root: Schema, cursor: Cursor) -> list[Schema]:
    """The schemas of a bare value where a mapping would begin: an item of a list of words."""
    outer = Cursor(cursor.levels[:-1], None, "")
    return _under(_along(root, outer), cursor.levels[-1].key, root) if len(cursor.levels) > 1 else []


def _under(schemas: Iterable[Schema], key: str, root: Schema) -> list[Schema]:
    """The schemas of what stands under a key, or of the items of a list."""
    found: list[Schema] = []
    for schema in schemas:
        if key == ITEM:
            items = schema.get("items")
            found += [items] if isinstance(items, dict) else []
        elif key in schema.get("properties", {}):
            found.append(schema["properties"][key])
        else:
            found += [one for pattern, one in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
            if isinstance(schema.get("additionalProperties"), dict):
                found.append(schema["additionalProperties"])
    return [one for schema in found for one in _all(schema, {}, root)]


def _all(schema: Schema, words: Mapping[str, str], root: Schema, depth: int = 0) -> Iterator[Schema]:
    """The schema and all that it leads to, with the values that are there already deciding each `if`."""
    if depth > DEEPEST or not isinstance(schema, dict):
        return
    yield schema
    if "$ref" in schema:
        yield from _all(root["definitions"][schema["$ref"].rpartition("/")[2]], words, root, depth + 1)
    for name in ("allOf", "anyOf", "oneOf"):
        for one in schema.get(name, ()):
            yield from _all(one, words, root, depth + 1)
    if "if" in schema:
        for way in _ways(schema["if"], words):
            yield from _all(schema.get(way, {}), words, root, depth + 1)


def _ways(condition: Schema, words: Mapping[str, str]) -> tuple[str, ...]:
    """Which branches count: both where the question is not what a mapping has, but whether it is one."""
    if not condition.keys() & {"required", "properties", "not"}:
        return ("then", "else")
    return ("then",) if _holds(condition, words) else ("else",)


def _holds(condition: Schema, words: Mapping[str, str]) -> bool:
    """Whether what is typed meets the `if` of a schema: constants and lists of keys, which is all that ours ask."""
    if not set(condition.get("required", ())) <= words.keys():
        return False
    if "not" in condition:
        return not _holds(condition["not"], words)
    for key, wanted in condition.get("properties", {}).items():
        if key in words and words[key] not in (wanted.get("enum") or [wanted.get("const", words[key])]):
            return False
    return True


def _keys(schemas: Iterable[Schema], cursor: Cursor, root: Schema) -> Iterator[Proposal]:
    there, abouts = cursor.levels[-1].words, dict[str, str]()
    for schema in schemas:
        for key, value in schema.get("properties", {}).items():
            if key not in there and value is not False:
                found = (one["description"] for one in _all(value, {}, root) if "description" in one)
                abouts[key] = abouts.get(key) or next(found, "")
    for key, about in abouts.items():
        yield Proposal(key, f"{key}: ", len(cursor.prefix), _message(about))


def _values(schemas: Iterable[Schema], prefix: str, root: Schema, facts: Facts) -> Iterator[Proposal]:
    seen: set[str] = set()
    given = [one for schema in schemas for one in _all(schema, {}, root)]
    for schema in given:
        words = schema.get("enum") or ([schema["const"]] if "const" in schema else [])
        abouts = schema.get("enumDescriptions") or [""] * len(words)
        for word, about in zip(words, abouts, strict=False):
            if isinstance(word, str) and word not in seen:
                seen.add(word)
                yield Proposal(word, word, len(prefix), _message(about))
    if any(schema.get("$ref") == FACT_REF for schema in given):
        yield from (Proposal(name, name, len(prefix), _label(facts, name)) for name in facts.facts)


def _of_facts(prefix: str, facts: Facts, *, closed: bool) -> tuple[Proposal, ...]:
    end = "" if closed else ">"
    chosen = [Proposal(name, f"{name}{end}", len(prefix), _label(facts, name)) for name in facts.facts]
    return tuple(_near(chosen, prefix))[:MOST]


def _label(facts: Facts, name: str) -> Message:
    label = facts.facts[name].label
    return Message(label.pick("zh")[1], label.pick("en")[1])


def _message(about: str) -> Message:
    """The two languages of a description of a schema."""
    zh, _, en = about.partition("\n\n")
    return Message(zh, en or zh)


def _near(chosen: Iterable[Proposal], prefix: str) -> list[Proposal]:
    """Those that begin with what is typed, then those that have it within; Chinese words of what they are for, too."""
    low = prefix.lower()
    ranked = [(0 if one.word.startswith(low) else 1 if low in one.word else 2, one) for one in chosen]
    return [one for rank, one in sorted(ranked, key=lambda pair: pair[0]) if rank < 2 or prefix in one.about.zh]
