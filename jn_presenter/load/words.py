"""Pieces of text as typed: what of them YAML would lose without a word, and localized texts."""

import re
from typing import TYPE_CHECKING

from jn_presenter.load.lines import line_bounds
from jn_presenter.load.nodes import Mapping, Node, Refused, Scalar, Sequence
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.load.slips.phrases import SUSPICIOUS, phrase_slips
from jn_presenter.model.language import offered
from jn_presenter.model.text import PLAIN, Message, Text

if TYPE_CHECKING:
    from jn_presenter.load.slips.fault import Fault

HAN_LANGUAGES = frozenset({"zh", "ja", "yue", "wuu", "hak", "nan", "lzh"})
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
KEY_AND_WIDE_COLON = re.compile(r"([A-Za-z][A-Za-z0-9_-]*) *：")
WORD = re.compile(r"[A-Za-z0-9_./+-]*")
NULL = "null"


def absent(node: Node) -> bool:
    """Whether the value is a plain `null`, which stands for "none" where a field is optional."""
    return type(node) is Scalar and not node.style and node.value == NULL


def present(node: Node, reading: Reading) -> bool:
    """Whether there is a value at all; an empty one, a `null` and one that YAML has lost are reported."""
    if isinstance(node, Refused):
        return False
    if not isinstance(node, Scalar) or (node.value and not absent(node)):
        return True
    if node.style in ("'", '"'):
        return True
    if node.style:
        _lost_block(node, reading)
    elif node.value:
        reading.report(
            node,
            "null",
            Message("这一项不能是 null", "this cannot be null"),
            Message('写上值；若要文字 null，请加引号："null"', 'give a value; for the word null, quote it: "null"'),
            value='"null"',
        )
    elif (comment := _comment_after(node, reading)) is not None:
        reading.report(
            comment,
            "lost-comment",
            Message("# 之后是注释，所以这一项是空的", "# begins a comment, so that there is no value"),
            Message('给值加引号，如 fill: "#881818"', 'quote the value, as in fill: "#881818"'),
            end=len(reading.text),
            write=quoted_rest(reading.text, comment),
        )
    else:
        reading.report(
            node,
            "empty",
            Message("这一项没有值", "there is no value"),
            Message("写上值，或删去这一项", "give a value, or remove the key"),
        )
    return False


def _lost_block(node: Scalar, reading: Reading) -> None:
    header = reading.text[node.start : node.end].split("\n", 1)[0].strip() or node.style
    reading.report(
        node,
        "lost-block",
        Message(
            f"{header} 在 YAML 里是多行文字的开头，所以这一项是空的",
            f"{header} begins a text of several lines, none of which follow",
        ),
        Message(
            f'若是正文，请加引号："{header}"；多行文字从下一行缩进写起',
            f'if it is text, quote it: "{header}"; else indent the lines below',
        ),
        end=node.start + len(header),
        write=quoted_rest(reading.text, node.start),
    )


def quoted_rest(text: str, at: int) -> str:
    """The line around `at` with all from there on in quotes."""
    from jn_presenter.load.slips.mend import quoted, replaced  # only a mistake pays for it

    rest = text[at : line_bounds(text, at)[1]].rstrip()
    return replaced(text, at, at + len(rest), quoted(rest))


def _comment_after(node: Scalar, reading: Reading) -> int | None:
    """The offset of a `#` that follows the value in its line."""
    text = reading.text
    at = node.end
    while at < len(text) and text[at] in " \t":
        at += 1
    return at if text[at : at + 1] == "#" else None


def whole(node: Scalar, reading: Reading) -> bool:
    """Whether all of a text is there: nothing cut off by ` #`."""
    if node.style or (comment := _comment_after(node, reading)) is None:
        return True
    reading.report(
        comment,
        "lost-text",
        Message("空格加 # 之后是注释，正文在这里断开了", "after a space, # begins a comment: the text ends here"),
        Message("给正文加引号；若是注释，请另起一行", "quote the text; a comment goes on a line of its own"),
        end=len(reading.text),
        write=quoted_rest(reading.text, node.start),
    )
    return False


def string(node: Node, reading: Reading) -> str | Bad:
    """Words that are no audience text: a note, a reason, a name. A comment may follow a single word."""
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一段文字", "one text"))
    if not WORD.fullmatch(node.value) and not whole(node, reading):
        return BAD
    return node.value


def text(node: Node, reading: Reading) -> Text | Bad:
    """A localized text: a plain string, or a mapping of the briefing's languages to strings."""
    if isinstance(node, Mapping):
        return _variants(node, reading)
    if not isinstance(node, Scalar):
        return wrong_kind(node, reading, Message("一段文字，或每种语言一段", "one text, or one a language"))
    found = KEY_AND_WIDE_COLON.match(node.value) if not node.style else None
    if found and found[1] in reading.context.languages:
        return wide_colon(node, reading, found[1])
    if not whole(node, reading):
        return BAD
    if not node.value.isascii() and any(map(is_han, node.value)):
        _han(node, reading)
    if SUSPICIOUS.search(node.value):
        phrase_slips(node, reading)
    return Text(((PLAIN, _lines(node)),))


def is_han(character: str) -> bool:
    """Whether the character is a Chinese one, punctuation excepted."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def wide_colon(node: Scalar, reading: Reading, key: str) -> Bad:
    """Report the full-width colon after `key` in the node's text."""
    from jn_presenter.load.slips.faults import full_width_colon  # only a mistake pays for it

    return slip(full_width_colon(reading.text, reading.text.find("：", node.start), key), reading)


def slip(fault: "Fault", reading: Reading) -> Bad:
    """Report a fault."""
    reading.report(fault.at, fault.code, fault.message, fault.hint, end=fault.end, write=fault.write)
    return BAD


def _lines(node: Scalar) -> str:
    """The line end that `|` and `>` leave at the end of a text is none of its words."""
    return node.value.rstrip("\n") if node.style in ("|", ">") else node.value


def _variants(node: Mapping, reading: Reading) -> Text | Bad:
    languages = reading.context.languages
    variants: list[tuple[str, str]] = []
    good = node.sound
    if len(node.entries) == 1 and not offered(node.entries[0][0].value, languages):
        from jn_presenter.load.slips.variants import colon_in_sentence, is_sentence  # only a mistake pays for it

        if is_sentence(node):
            return colon_in_sentence(node, reading)
    for key, value in node.entries:
        tag = offered(key.value, languages)
        if not tag or any(tag == earlier for earlier, _ in variants):
            from jn_presenter.load.slips.variants import unknown_language  # only a mistake pays for it

            unknown_language(key, value, reading)
            good = False
        elif not present(value, reading):
            good = False
        elif not isinstance(value, Scalar):
            wrong_kind(value, reading, Message("一段文字", "one text"))
            good = False
        elif whole(value, reading):
            if SUSPICIOUS.search(value.value):
                phrase_slips(value, reading)
            variants.append((tag, _lines(value)))
        else:
            good = False
    if not node.entries:
        wrong_kind(node, reading, Message("一段文字，或每种语言一段", "one text, or one a language"))
        return BAD
    return Text(tuple(variants)) if good else BAD


def _han(node: Scalar, reading: Reading) -> None:
    """The words are used all the same, so that a show in Chinese goes on."""
    others = [tag for tag in reading.context.languages if tag.partition("-")[0] not in HAN_LANGUAGES]
    if others:
        han = next((tag for tag in reading.context.languages if tag not in others), "zh")
        reading.report(
            node,
            "han-in-plain-text",
            Message(
                f"只写了汉字，{others[0]} 的观众看不懂", f"Chinese characters alone, though {others[0]} is offered too"
            ),
            Message(
                f"分开写：{han}: …… 和 {others[0]}: ……，各占一行", f"write {han}: … and {others[0]}: …, a line each"
            ),
        )


def wrong_kind(node: Node, reading: Reading, wanted: Message, *, write: str = "") -> Bad:
    """Report that the value is of another kind than `wanted` says."""
    found = {
        Scalar: Message("一段文字", "a text"),
        Sequence: Message("一个列表", "a list"),
        Mapping: Message("若干 “名称: 值”", "a mapping of keys to values"),
    }.get(type(node))
    if found is not None:
        reading.report(
            node,
            "wrong-type",
            Message(f"这里应是{wanted.zh}，却写了{found.zh}", f"here should be {wanted.en}, but there is {found.en}"),
            Message(f"改写成{wanted.zh}", f"write {wanted.en}"),
            write=write,
        )
    return BAD


LIST = Message("一个列表，每项一个 “- ”", "a list, '- ' before each item")


def no_list(node: Node, reading: Reading, wanted: Message = LIST, *, of_words: bool = True) -> Bad:
    """Report that here should be a list: by its first sign, where it was meant as one, else as of another kind.

    of_words: whether a word may be an item of it.
    """
    if not isinstance(node, Scalar) or not node.plain or not node.value:
        return wrong_kind(node, reading, wanted)
    from jn_presenter.load.slips.in_line import list_slip, of_one  # only a mistake pays for it

    if (fault := list_slip(reading.text, node.start)) is not None:
        return slip(fault, reading)
    return wrong_kind(node, reading, wanted, write=of_one(reading.text, node.start, node.value) if of_words else "")
