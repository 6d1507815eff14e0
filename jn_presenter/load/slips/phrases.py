"""What of a text is meant as more than words and is not: references in other brackets, the emphasis of others."""

import re

from jn_presenter.load.nodes import Scalar
from jn_presenter.load.reading import Reading
from jn_presenter.model.text import Message

SUSPICIOUS = re.compile(r"[＜＞]|\*\*|\{[a-z]")
WIDE = re.compile(r"[<＜]\s*(?P<id>[A-Za-zａ-ｚ][\w.-]*)\s*[>＞]")
BOLD = re.compile(r"\*\*(?P<words>[^*\n]{1,80})\*\*")
BRACED = re.compile(r"\{(?P<id>[a-z][a-z0-9-]*(?:\.label|\.date)?)\}")


def phrase_slips(node: Scalar, reading: Reading) -> None:
    """Report them, each at its own place; the words are used all the same."""
    from jn_presenter.load.slips.lookalike import plain  # only a mistake pays for it

    text = reading.text
    for found in WIDE.finditer(text, node.start, node.end):
        name = plain(found["id"])
        if not found[0].isascii() and name.partition(".")[0] in reading.context.facts:
            reading.report(
                found.start(),
                "full-width-reference",
                Message("引用数据用了全角的尖括号 ＜＞", "the reference has full-width angle brackets, ＜＞"),
                Message(f"写成半角的 <{name}>", f"write <{name}> with those of the English keyboard"),
                end=found.end(),
                value=f"<{name}>",
            )
    for found in BRACED.finditer(text, node.start, node.end):
        name = found["id"]
        if name.partition(".")[0] in reading.context.facts:
            reading.report(
                found.start(),
                "braces",
                Message("花括号不引用数据，会照样显示", "braces refer to no fact, and are shown as they are"),
                Message(f"引用数据写 <{name}>", f"refer to the fact as <{name}>"),
                severity="warning",
                end=found.end(),
                value=f"<{name}>",
            )
    for found in BOLD.finditer(text, node.start, node.end):
        reading.report(
            found.start(),
            "asterisks",
            Message("两个星号会照样显示，不是加粗", "two asterisks are shown as they are: they make nothing bold"),
            Message("强调写 ==……==", "emphasis is ==…=="),
            severity="warning",
            end=found.end(),
            value=f"=={found['words']}==",
        )
