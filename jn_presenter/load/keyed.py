"""What is wrong with the keys of a mapping: unknown, missing, not indented; and what is no mapping at all."""

from collections.abc import Collection

from jn_presenter.load import words
from jn_presenter.load.nodes import Node, Refused, Scalar
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.model.text import Message


def unknown_key(key: Scalar, reading: Reading, options: Collection[str]) -> None:
    """Report a key that there is none of, and which one was meant."""
    if found := words.KEY_AND_WIDE_COLON.match(key.value):
        words.wide_colon(key, reading, found[1])
        return
    if key.column == 1 and key.value in reading.context.languages:
        _not_indented(key, reading)
        return
    message = Message(f"这里没有 “{key.value[:40]}” 这一项", f"there is no key {key.value[:40]!r} here")
    reading.unknown(key, key.value, options, "unknown-key", message)


def _not_indented(key: Scalar, reading: Reading) -> None:
    reading.report(
        key,
        "indentation",
        Message(f"{key.value} 没有缩进，成了单独的一项", f"{key.value} is not indented, and so a key of its own"),
        Message(
            "每种语言缩进两个空格，写在 title: 这样的一行下面",
            "indent each language by two spaces, below a line such as title:",
        ),
        value="  " + key.value,
    )


def missing_keys(node: Node, reading: Reading, missing: list[str]) -> None:
    """Report the keys that a mapping must have and has not."""
    names = ", ".join(missing)
    reading.report(
        node,
        "missing-key",
        Message(f"缺少：{names}", f"missing: {names}"),
        Message(f"加上 “{missing[0]}: ……”", f"add '{missing[0]}: …'"),
    )


def not_a_mapping(node: Node, reading: Reading) -> Bad:
    """Report that keys and values were to be expected; often only the colon is wrong."""
    if isinstance(node, Scalar) and node.plain:
        if found := words.KEY_AND_WIDE_COLON.match(node.value):
            return words.wide_colon(node, reading, found[1])
        name, colon, rest = node.value.partition(":")
        if colon and rest and name.isidentifier() and not rest.startswith(" "):
            from jn_presenter.load.slips.faults import missing_space  # only a mistake pays for it

            return words.slip(missing_space(reading.text, node.start + len(name)), reading)
    if isinstance(node, Refused):
        return BAD
    return words.wrong_kind(node, reading, Message("若干 “名称: 值”", "keys and values, 'key: value'"))
