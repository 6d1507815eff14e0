"""One typed word to one value: numbers, true and false, choices, colours, facts, pictures and icons."""

import re
from collections.abc import Callable
from decimal import Decimal
from posixpath import normpath
from typing import Any

from jn_presenter.load.dates import date_slip, real_date
from jn_presenter.load.icons import icon_named, icon_names
from jn_presenter.load.media import Media
from jn_presenter.load.nodes import Node, Scalar
from jn_presenter.load.paths import bad_path
from jn_presenter.load.pictures import picture_at
from jn_presenter.load.reading import BAD, TOKENS, Bad, Reading
from jn_presenter.load.words import wrong_kind
from jn_presenter.model.daytime import Daytime, daytime
from jn_presenter.model.fields import Clip, Colour, DataFile, Date, FactId, Icon, Picture
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
LONGEST_NUMBER = 30
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
YES = frozenset({"yes", "y", "on", "true", "是", "开", "对", "1"})
NO = frozenset({"no", "n", "off", "false", "否", "关", "错", "0"})


def number(node: Node, reading: Reading, *, share: bool = False) -> Decimal | Bad:
    """A number as Decimal: digits, one point at most, a minus before; no exponent, no separators.

    share: what is meant by percent is a share from 0 to 1.
    """
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一个数", "a number"))
    word = node.value
    if not NUMBER.fullmatch(word):
        from jn_presenter.load.numbers import number_slip  # only a mistake pays for it

        message, advice, meant = number_slip(word, share=share)
        reading.report(node, "not-a-number", message, advice, value=meant)
        return BAD
    if len(word) > LONGEST_NUMBER:
        reading.report(
            node,
            "not-a-number",
            Message("数太长了", "this number is too long"),
            Message(f"最多 {LONGEST_NUMBER} 位", f"at most {LONGEST_NUMBER} digits"),
        )
        return BAD
    return Decimal(word)


def whole_number(node: Node, reading: Reading) -> int | Bad:
    """A number without a fraction."""
    value = number(node, reading)
    if isinstance(value, Bad):
        return BAD
    if value != value.to_integral_value():
        reading.report(
            node,
            "not-a-whole-number",
            Message(f"{value} 不是整数", f"{value} is not a whole number"),
            Message(f"写成 {value.to_integral_value()}", f"write {value.to_integral_value()}"),
            value=str(value.to_integral_value()),
        )
        return BAD
    return int(value)


def real(node: Node, reading: Reading) -> float | Bad:
    """A number as float."""
    value = number(node, reading, share=True)
    return value if isinstance(value, Bad) else float(value)


def flag(node: Node, reading: Reading) -> bool | Bad:
    """Exactly true or false."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("true 或 false", "true or false"))
    if node.value in ("true", "false"):
        return node.value == "true"
    word = node.value.strip().lower()
    meant = "true" if word in YES else "false" if word in NO else ""
    reading.report(
        node,
        "not-a-boolean",
        Message("这里只能写 true 或 false", "here stands true or false, nothing else"),
        Message(f"写成 {meant}", f"write {meant}") if meant else Message("写 true 或 false", "write true or false"),
        value=meant,
    )
    return BAD


def choice(options: tuple[Any, ...]) -> Callable[[Node, Reading], Any]:
    """A converter to one of the words `options`."""
    known = {option: option for option in options}

    def convert(node: Node, reading: Reading) -> Any:
        if not isinstance(node, Scalar):
            return wrong_kind(node, reading, Message("一个词：" + "、".join(options), "one of " + ", ".join(options)))
        if node.value in known:
            return known[node.value]
        reading.unknown(node, node.value, options, "not-a-choice", unknown(node.value))
        return BAD

    return convert


def unknown(word: str) -> Message:
    """The message for a word that is none of those there are."""
    short = word if len(word) <= 40 else word[:40] + "…"
    return Message(f"没有 “{short}” 这个选项", f"there is no {short!r} here")


def fact_id(node: Node, reading: Reading) -> FactId | Bad:
    """The id of a fact that there is."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一个数据的代号", "the id of a fact"))
    word = node.value
    context = reading.context
    reading.uses.append("fact:" + word)
    if (known := context.facts.get(word)) is not None:
        return known
    if not context.facts_readable or word in context.broken_facts:
        reading.report(
            node,
            "broken-fact",
            Message(f"facts.yaml 里的 {word} 有问题，暂不能用", f"the fact {word} has problems in facts.yaml"),
            Message("先改好 facts.yaml", "mend facts.yaml first"),
        )
        return BAD
    bare = word.strip("<>").partition(".")[0]
    message = Message(f"facts.yaml 里没有 “{word[:40]}”", f"facts.yaml has no fact {word[:40]!r}")
    if bare in context.facts:
        advice = Message(f"这里只写代号：{bare}", f"here stands the id alone: {bare}")
        reading.report(node, "unknown-fact", message, advice, value=bare)
    else:
        none = Message("先在 facts.yaml 里写上这个数据", "write the fact in facts.yaml first")
        reading.unknown(node, word, context.facts, "unknown-fact", message, otherwise=none)
    return BAD


def colour(node: Node, reading: Reading) -> Colour | Bad:
    """`#rrggbb`, or the name of a colour of the styles."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一种颜色", "a colour"))
    word = node.value
    if HEX_COLOUR.fullmatch(word):
        return Colour(word.lower())
    if word in reading.context.colours:
        if word not in TOKENS:
            reading.uses.append("colour:" + word)
        return Colour(word)
    message = Message(f"没有 “{word[:40]}” 这种颜色", f"there is no colour {word[:40]!r}")
    if meant := hex_meant(word):
        advice = Message(f'写成 "{meant}"，要加引号', f'write "{meant}", with the quotes')
        reading.report(node, "unknown-colour", message, advice, value=f'"{meant}"')
    else:
        reading.unknown(node, word, (*reading.context.colours, '"#rrggbb"'), "unknown-colour", message)
    return BAD


def hex_meant(word: str) -> str:
    """The colour that was meant by a word that is nearly `#rrggbb`, or is a colour of another language of the web."""
    from jn_presenter.load.colours import NAMED, RGB  # only a mistake pays for it

    if named := NAMED.get(word.strip().lower()):
        return named
    if found := RGB.fullmatch(word.strip().lower()):
        shares = [min(255, int(part)) for part in found.groups()]
        return "#" + "".join(f"{share:02x}" for share in shares)
    digits = word.removeprefix("#").removeprefix("＃").removeprefix("0x")
    if re.fullmatch(r"[0-9a-fA-F]{3}", digits):
        digits = "".join(2 * digit for digit in digits)
    return f"#{digits.lower()}" if re.fullmatch(r"[0-9a-fA-F]{6}", digits) else ""


def picture(node: Node, reading: Reading) -> Picture | Bad:
    """The path of a picture file of the deck."""
    return _media(node, reading, Message("图片文件的路径", "the path of a picture file"), picture_at)


def clip(node: Node, reading: Reading) -> Clip | Bad:
    """The path of a film of the deck."""
    from jn_presenter.load.clips import clip_at  # only slides with a film pay for it

    return _media(node, reading, Message("影片文件的路径", "the path of a film file"), clip_at)


def _media(node: Node, reading: Reading, wanted: Message, at: Callable[[str, str], Media | Finding]) -> Media | Bad:
    """What the file is, by its path and the deck's folder. The slide depends on it, be it there or not."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, wanted)
    found = at(_path(node, reading), reading.context.folder)
    reading.uses.append("file:" + normpath(node.value))
    if isinstance(found, Finding):
        reading.report(node, found.code, found.message, found.hint, value=found.value)
        return BAD
    reading.stamps.append(found.stamp.rpartition("-")[0])  # a copy of the slide is the same slide
    return found


def _path(node: Scalar, reading: Reading) -> str:
    """The path as it was typed: in double quotes "D:\\new" has a line end, which nobody meant."""
    typed = reading.text[node.start + 1 : node.end - 1]
    return typed if node.style == '"' and not node.value.isprintable() and "\\" in typed else node.value


def data_file(node: Node, reading: Reading) -> DataFile | Bad:
    """The path of a file of data; that it is missing is nothing the YAML could mend, and is found when it is read."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("数据文件的路径", "the path of a file of data"))
    if bad := bad_path(_path(node, reading), "data"):
        reading.report(node, bad.code, bad.message, bad.hint, value=bad.value)
        return BAD
    return DataFile(normpath(node.value))


def date(node: Node, reading: Reading) -> Date | Bad:
    """A year, a month or a day."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一个日期", "a date"))
    if real_date(node.value):
        return Date(node.value)
    message, advice, meant = date_slip(node.value)
    reading.report(node, "not-a-date", message, advice, value=meant)
    return BAD


def time_of_day(node: Node, reading: Reading) -> Daytime | Bad:
    """A time by the clock on the wall, `15:30`."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一个时刻，如 15:30", "a time of day, as in 15:30"))
    if (found := daytime(node.value)) is not None:
        return found
    message = Message(f"“{node.value[:40]}” 不是时刻", f"{node.value[:40]!r} is no time of day")
    reading.report(node, "bad-time", message, Message("写成 15:30", "write it as 15:30"))
    return BAD


def icon(node: Node, reading: Reading) -> Icon | Bad:
    """The name of a bundled icon."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("图标的名称", "the name of an icon"))
    if (found := icon_named(node.value)) is not None:
        return found
    message = Message(f"没有 “{node.value[:40]}” 这个图标", f"there is no icon {node.value[:40]!r}")
    reading.unknown(node, node.value, icon_names(), "unknown-icon", message)
    return BAD
