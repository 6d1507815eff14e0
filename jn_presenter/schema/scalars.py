"""Single values as YAML reads them, which is before the loader does: it takes `2020` and `true` for the words they are.

A schema that wants a text lets numbers and booleans through too, or it would object to what is right. What an editor
must not propose, as `true` for a text, is said by what it is not: from a negation no editor proposes anything. Of
several types the first decides what an editor fills in, so that a number does not begin as 0.
"""

import re
from collections.abc import Iterable

from jn_presenter.load.icons import icon_names
from jn_presenter.load.reading import TOKENS
from jn_presenter.load.scalars import HEX_COLOUR, NUMBER
from jn_presenter.load.styles import bundled_accents
from jn_presenter.load.units import ID
from jn_presenter.load.words import TAG
from jn_presenter.model.daytime import WRITTEN
from jn_presenter.schema.words import Schema, both

KINDS = ("string", "number", "boolean", "object", "array", "null")


def quiet(kind: str) -> Schema:
    """Values of one kind, which no editor proposes."""
    return {"not": {"type": [other for other in KINDS if other != kind]}}


def whole(pattern: str) -> str:
    """The pattern for all of a word, as JavaScript has it."""
    return f"^(?:{pattern})$"


def matching(pattern: str, zh: str, en: str) -> Schema:
    """A word of that form, and what is said of any other."""
    wrong = f"{zh} · {en}"
    return {"type": "string", "pattern": pattern, "errorMessage": wrong, "patternErrorMessage": wrong}


def any_case(words: Iterable[str]) -> str:
    """A pattern for one of the words, in small letters or large ones."""
    return "|".join("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in word) for word in words)


def word(zh: str = "这里应是文字", en: str = "a text is wanted here") -> Schema:
    """Any word, line or paragraph."""
    return {"anyOf": [{"type": ["string", "number"], "errorMessage": f"{zh} · {en}"}, quiet("boolean")]}


def number() -> Schema:
    """A number without exponent, quoted or not."""
    wrong = "只写半角数字，如 1.5，不带单位和千分号 · digits alone, as in 1.5, without unit or separators"
    return {
        "type": ["string", "number"],
        "pattern": whole(NUMBER.pattern),
        "errorMessage": wrong,
        "patternErrorMessage": wrong,
    }


def whole_number() -> Schema:
    """A number without a fraction."""
    wrong = "只写整数，如 3 · a whole number, as in 3"
    return {
        "type": ["string", "integer"],
        "pattern": whole(r"-?[0-9]+(\.0+)?"),
        "errorMessage": wrong,
        "patternErrorMessage": wrong,
    }


def flag() -> Schema:
    """`true` or `false`."""
    wrong = "只能写 true 或 false · true or false, nothing else"
    return {
        "type": ["boolean", "string"],
        "pattern": "^(true|false)$",
        "errorMessage": wrong,
        "patternErrorMessage": wrong,
    }


def fact_id() -> Schema:
    """The id of a fact."""
    return matching(whole(ID.pattern), "数据的代号，如 target-auto，不带 < >", "the id of a fact, as in target-auto")


def colour() -> Schema:
    """A token of the style, one of its accents, or `#rrggbb` in quotes."""
    tokens = {"type": "string", "enum": sorted(TOKENS), "enumDescriptions": [both(*COLOURS[t]) for t in sorted(TOKENS)]}
    accents = {"type": "string", "enum": list(bundled_accents())}
    other = f"{HEX_COLOUR.pattern}|[^#].*"
    return {
        "anyOf": [
            matching(whole(other), '写成 "#rrggbb"，要加引号', 'write "#rrggbb", with the quotes'),
            tokens,
            accents,
        ]
    }


COLOURS = {
    "ink": ("正文的颜色", "the colour of text"),
    "quiet": ("次要文字的颜色", "of secondary text"),
    "faint": ("细线的颜色", "of hairlines"),
    "accent": ("专题的强调色", "the theme's accent"),
}


def accent() -> Schema:
    """An accent of a style by its name; those of the bundled styles are proposed."""
    return {"anyOf": [word(), {"type": "string", "enum": list(bundled_accents())}]}


def hex_colour() -> Schema:
    """`#rrggbb`."""
    return matching(whole(HEX_COLOUR.pattern), '写成 "#rrggbb"，要加引号', 'write "#rrggbb", with the quotes')


def icon() -> Schema:
    """One of the bundled icons."""
    return {"type": "string", "enum": list(icon_names())}


def path(folder: str) -> Schema:
    """A file of the deck, from its folder and never out of it. folder: where such files usually are."""
    inside = r"(?![/~])(?!.:)(?!data:)(?!.*://)(?!(.*/)?\.\.(/|$))[^\\]+"
    return matching(
        f"^{inside}$",
        f"从汇报文件夹写起、用 / 分隔的路径，如 {folder}",
        f"a path from the deck's folder, with /, as in {folder}",
    )


def date(empty: str = "") -> Schema:
    """A year, a month or a day; a year alone is a number to YAML. empty: `?` where quotes with nothing in them do."""
    wrong = "写成 2021、2021-06 或 2021-06-04 · write 2021, 2021-06 or 2021-06-04"
    return {
        "type": ["string", "integer"],
        "minimum": 1,
        "maximum": 9999,
        "pattern": rf"^([0-9]{{4}}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?){empty}$",
        "errorMessage": wrong,
        "patternErrorMessage": wrong,
    }


def time_of_day() -> Schema:
    """15:30."""
    return matching(rf"^\s*{WRITTEN.pattern}\s*$", "写成 15:30", "write it as 15:30")


def text() -> Schema:
    """A plain text, or one a language. Snippets have the two languages of the shipped briefing."""
    variants = {
        "type": "object",
        "properties": {
            "zh": {"description": both("中文", "Chinese"), **word()},
            "en": {"description": both("英文", "English"), **word()},
        },
        "patternProperties": {whole(TAG.pattern): word()},
        "additionalProperties": False,
        "minProperties": 1,
    }
    plain = {"type": ["string", "number"], "errorMessage": "文字，或每种语言一段 · a text, or one a language"}
    return {
        "anyOf": [plain, variants, quiet("boolean")],
        "defaultSnippets": [{"label": "zh / en", "body": {"zh": "$1", "en": "$2"}}],
    }


def named(suffix: str = "") -> Schema:
    """The name of a file or a folder, without what could lead elsewhere."""
    bad = re.escape('/\\:*?"<>|')
    form = rf"(?!\.)(?!.*\.ya?ml$)[^{bad}]*[^{bad} ]{suffix}"
    return {
        "anyOf": [
            matching(f"^{form}$", "只写名称，不带路径和 .yaml", "the name alone, without path and .yaml"),
            {"type": "number"},
            quiet("boolean"),
        ]
    }
