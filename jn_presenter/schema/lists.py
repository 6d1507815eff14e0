"""The files of a deck beside its slides: briefing, themes, facts, glossary, questions and styles."""

from collections.abc import Callable, Iterable
from typing import get_args

from jn_presenter.load.briefing import LONGEST_MINUTES
from jn_presenter.load.facts import SECTIONS
from jn_presenter.load.feeds import FILE
from jn_presenter.load.styles import COLOURS, LARGEST_PX
from jn_presenter.load.units import FORMS, ID
from jn_presenter.load.words import TAG
from jn_presenter.model.deck import Briefing, Theme
from jn_presenter.model.fact import Fact, Op, Source, Unit
from jn_presenter.model.glossary import Term
from jn_presenter.model.question import Expected
from jn_presenter.model.style import ROLES, SMALLEST_PX, Motion, Scale, Style
from jn_presenter.model.text import Text
from jn_presenter.schema import scalars
from jn_presenter.schema.feeds import any_file
from jn_presenter.schema.types import Definitions, mapping, of
from jn_presenter.schema.words import Schema, both


def briefing(parts: Definitions) -> Schema:
    """briefing.yaml."""
    names = many(scalars.named())
    minutes = scalars.number() | {"exclusiveMinimum": 0, "maximum": LONGEST_MINUTES}
    more = {
        "languages": many(language()),
        "themes": names,
        "styles": many(scalars.named(), 0),
        "versions": {"type": "array", "items": minutes},
    }
    return mapping(Briefing, parts, more=more) | {"required": ["title", "languages", "themes"]}


def language() -> Schema:
    """The tag of a language."""
    return scalars.matching(scalars.whole(TAG.pattern), "语言代号，如 zh、en、ja", "a language, as in zh, en, ja")


def many(item: Schema, least: int = 1) -> Schema:
    """A list in which nothing stands twice."""
    return {"type": "array", "items": item, "minItems": least, "uniqueItems": True}


def theme(parts: Definitions) -> Schema:
    """theme.yaml."""
    more = {"icon": scalars.icon(), "accent": scalars.accent(), "slides": many(scalars.named(), 0)}
    schema = mapping(Theme, parts, but=("id",), more=more)
    return schema | {"required": ["title", "slides"]}


def facts(parts: Definitions) -> Schema:
    """facts.yaml."""
    sections: dict[str, Schema] = {
        "sources": {
            "description": both("数据由谁公布", "who published the facts"),
            **by_id(mapping(Source, parts, but=("id",))),
        },
        "units": {
            "description": both(
                "单位：每种语言怎么写，{v} 是数字", "units: how a language writes them; {v} is the number"
            ),
            **by_id(_unit(parts)),
        },
        "dues": {
            "description": both("期限的名称，按截止日期", "names of periods, by the date they end"),
            "type": "object",
            "propertyNames": {"pattern": scalars.date()["pattern"]},
            "additionalProperties": of(Text, parts),
        },
        "facts": {
            "description": both("数据，每个只写一次", "facts, each written once"),
            "type": "array",
            "items": _fact(parts),
        },
    }
    return {"type": "object", "properties": {name: sections[name] for name in SECTIONS}, "additionalProperties": False}


def by_id(item: Schema) -> Schema:
    """A mapping of ids."""
    return {"type": "object", "propertyNames": {"pattern": scalars.whole(ID.pattern)}, "additionalProperties": item}


def _unit(parts: Definitions) -> Schema:
    """The forms of a unit by language, and its scale."""
    forms = parts.ref("forms", _forms)
    schema = mapping(Unit, parts, but=("id", "languages"))
    schema["properties"]["scale"] |= {"exclusiveMinimum": 0}
    schema["properties"] |= {
        "zh": {"description": both("中文", "Chinese"), **forms},
        "en": {"description": both("英文", "English"), **forms},
    }
    return schema | {"patternProperties": {scalars.whole(TAG.pattern): forms}}


def _forms() -> Schema:
    form = scalars.matching(
        r"^[^{}]*(\{word\}[^{}]*)?\{v\}[^{}]*(\{word\}[^{}]*)?$",
        '要有一个 {v}，并加引号，如 "{v}家"',
        'one {v}, and quotes: "{v} companies"',
    )
    return {
        "type": "object",
        "properties": {name: {"description": both(*FORM_WORDS[name]), **form} for name in FORMS},
        "required": ["exact"],
        "additionalProperties": False,
    }


FORM_WORDS = {
    "exact": ("正好：{v}亿元", "exactly: RMB {v} billion"),
    "over": ("超过，{word} 是说法：{word}{v}亿元", "more than: over RMB {v} billion"),
    "class": ("……级：{v}亿级", "of that order: the RMB {v}-billion class"),
    "near-class": ("准……级：准{v}亿级", "just short of that order"),
    "bare": ("图表里的写法", "in figures and charts, without article"),
    "one": ("单数", "the singular"),
    "few": ("少数：俄语 2 至 4", "a few, as Russian has it for 2 to 4"),
    "many": ("多数：俄语 5 以上；百万以上", "many, as Russian has it from 5 on; also in millions and more"),
}


def _fact(parts: Definitions) -> Schema:
    """A fact; a target is not reached yet, and what is achieved is not due."""
    value = {"anyOf": [scalars.number(), _cell(parts), scalars.quiet("null")]}
    more = {"id": scalars.fact_id(), "value": value, "as_of": scalars.date("?"), "due": scalars.date("?")}
    schema = mapping(Fact, parts, more=more)
    schema["allOf"] = [
        {
            "if": {"required": ["kind"], "properties": {"kind": {"const": kind}}},
            "then": {"properties": {key: scalars.matching("^$", *wrong)}},
        }
        for kind, key, *wrong in UNDATED
    ]
    over: Schema = {"required": ["op"], "properties": {"op": {"const": "over"}}}
    schema["allOf"].append({"if": {"required": ["word"], "properties": {"word": {"minLength": 1}}}, "then": over})
    inexact = {"required": ["op"], "properties": {"op": {"enum": [op for op in get_args(Op) if op != "exact"]}}}
    schema["allOf"].append({"if": inexact, "then": {"required": ["value", "unit"]}})
    label = {"zh": "$3", "en": "$4"}
    body = {"id": "$1", "kind": "$2", "label": label, "value": "$5", "unit": "$6", "as_of": "$7"}
    schema["defaultSnippets"] = [{"label": "数据 · a fact", "body": body}]
    return schema


UNDATED = (
    ("target", "as_of", "目标还没有达到，不能有 as_of；期限写 due", "a target is not reached yet: its date is due"),
    ("achieved", "due", "已经达到的数据不能有 due；统计日期写 as_of", "what is achieved has no due: its date is as_of"),
)


def _cell(parts: Definitions) -> Schema:
    """The cell of a table where a figure stands."""
    row = {"description": both("哪一行：第一列的名称，或行号", "the row, by its name or its number"), **scalars.word()}
    column = {"description": both("哪一列", "the column"), **scalars.word()}
    schema = any_file(parts)
    schema["properties"] |= {"row": row, "column": column}
    return schema | {"required": [FILE, "row", "column"]}


def glossary(parts: Definitions) -> Schema:
    """glossary.yaml: each term is a mapping of languages to names, and what else there is to say of it."""
    term = mapping(Term, parts, but=("name",))
    term["properties"] = {"zh": _name("中文", "Chinese"), "en": _name("英文", "English")} | term["properties"]
    term["patternProperties"] = {scalars.whole(TAG.pattern): scalars.word()}
    return _section("terms", term | {"minProperties": 1}, "专有名称，每种语言一个", "names, one in each language")


def _name(zh: str, en: str) -> Schema:
    return {"description": both(zh, en), **scalars.word()}


def questions(parts: Definitions) -> Schema:
    """questions.yaml."""
    return _section("questions", mapping(Expected, parts), "客人会问的问题", "what guests are expected to ask")


def _section(name: str, item: Schema, zh: str, en: str) -> Schema:
    listed = {"description": both(zh, en), "type": "array", "items": item}
    return {"type": "object", "properties": {name: listed}, "additionalProperties": False}


def style(parts: Definitions) -> Schema:
    """A style: colours, sizes, motion."""
    colour = scalars.hex_colour()
    of_kind: dict[str, Callable[[], Schema]] = {
        "ground": lambda: {"type": "array", "items": colour, "minItems": 2, "maxItems": 2},
        "accents": lambda: {"type": "object", "additionalProperties": colour},
        "series": lambda: {"type": "array", "items": colour},
    }
    more = {name: of_kind.get(name, lambda: colour)() for name in COLOURS}
    more["type"] = _within(mapping(Scale, parts), ROLES, SMALLEST_PX, LARGEST_PX)
    motion = _within(mapping(Motion, parts), ("duration",), 0, 5000)
    more["motion"] = _within(motion, ("stagger",), 0, 1)
    schema = mapping(Style, parts, more=more)
    return schema | {"required": [name for name in schema["required"] if name != "name"]}


def _within(schema: Schema, names: Iterable[str], least: float, most: float) -> Schema:
    for name in names:
        schema["properties"][name] |= {"minimum": least, "maximum": most}
    return schema
