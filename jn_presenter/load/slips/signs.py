"""Quotes, brackets and signs that mean something in YAML: which one is at fault, and what to type instead."""

import re

from msgspec import structs

from jn_presenter.load.slips.fault import Fault, Trouble
from jn_presenter.load.slips.mend import in_quotes, quoted, replaced, value_bounds
from jn_presenter.model.text import Message

WINDOWS = re.compile(r"[A-Za-z]:\\|\\\\|[\w.-]+\\[\w\\. -]+\.\w{2,4}$")
"""The beginning of a path with a drive or a server, or a whole one of folders and a file."""
ENDS = {'"': "“”„‟＂", "'": "‘’＇"}
BOLD = re.compile(r"(?P<stars>\*{1,3})(?P<words>[^*]+)(?P=stars)")


def open_quote(trouble: Trouble) -> Fault:
    """A quoted text without an end; often it ends with a quote of the other keyboard."""
    start, end = value_bounds(trouble.text, trouble.since)
    written = trouble.text[start:end]
    quote = written[:1]
    if start == trouble.since and written[-1:] in ENDS.get(quote, ()) and len(written) > 1:
        return Fault(
            end - 1,
            "curly-quotes",
            Message(
                f"正文以 {quote} 开头，却以中文引号 {written[-1]} 结束",
                f"the text begins with {quote} and ends with the curly quote {written[-1]}",
            ),
            Message("两边用同样的半角引号", "use the same straight quote at both ends"),
            write=replaced(trouble.text, end - 1, end, quote),
        )
    return Fault(
        trouble.since,
        "quote",
        Message("这个引号没有结束", "this quote is never closed"),
        Message("在正文末尾补上同样的引号", "put the same quote at the end of the text"),
        write=replaced(trouble.text, end, end, quote) if start == trouble.since else "",
    )


def backslash(trouble: Trouble) -> Fault:
    """An escape in double quotes that YAML does not know."""
    backslash = trouble.text.rfind("\\", trouble.since, trouble.at + 1)
    start, end = value_bounds(trouble.text, trouble.since)
    written = trouble.text[start:end].strip('"')
    if WINDOWS.match(written):
        path = "pictures/" + written.replace("\\", "/").rpartition("/")[2]
        return Fault(
            start,
            "windows-path",
            Message("这是 Windows 的路径", "this is a Windows path"),
            Message(
                f"把文件复制到演示文件夹里，从那里写起，用 / 分隔，如 {path}",
                f"copy the file into the deck’s folder and write the path from there, with /, such as {path}",
            ),
            end,
            replaced(trouble.text, start, end, path),
        )
    return Fault(
        max(backslash, trouble.since),
        "backslash",
        Message("双引号里的 \\ 有特殊含义", "a \\ inside double quotes has a meaning of its own"),
        Message("改用单引号；路径用 / 分隔", "use single quotes; write paths with /"),
        write=replaced(trouble.text, start, end, quoted(written)),
    )


def open_bracket(trouble: Trouble) -> Fault:
    """A bracket without its partner, or a colon inside brackets."""
    bracket = trouble.text[trouble.since : trouble.since + 1]
    close = {"[": "]", "{": "}"}.get(bracket, "]")
    if trouble.character == ":" and "\n" not in trouble.text[trouble.since : trouble.at]:
        return Fault(
            trouble.at,
            "colon-in-text",
            Message("括号里的半角冒号被当成了新的一项", "a colon inside brackets begins a new key"),
            Message("给正文加引号，或改成一行一项", "quote the text, or write one item a line"),
        )
    return Fault(
        trouble.since,
        "bracket",
        Message(f"这个 {bracket} 没有对应的 {close}", f"this {bracket} has no {close}"),
        Message(f"补上 {close}；若整段是正文，请加引号", f"add {close}; if it is all text, quote it"),
        write=replaced(trouble.text, (end := value_bounds(trouble.text, trouble.since)[1]), end, close),
    )


def no_content(trouble: Trouble) -> Fault:
    """A bracket or comma where a value should be, or the end of the file."""
    character = trouble.character
    if not character:
        opening = max(trouble.text.rfind("["), trouble.text.rfind("{"))
        return open_bracket(structs.replace(trouble, since=max(0, opening)))
    return Fault(
        trouble.at,
        "bracket" if character in ("]", "}") else "comma",
        Message(f"这里不能是 {character}", f"{character!r} cannot stand here"),
        Message("删去多余的符号；若是正文，请加引号", "remove it; if it is text, quote it"),
        write=in_quotes(trouble.text, trouble.at) if trouble.at == value_bounds(trouble.text, trouble.at)[0] else "",
    )


def block_header(trouble: Trouble) -> Fault:
    """A text that begins with `>` or `|`."""
    sign = trouble.text[trouble.since : trouble.since + 1]
    return Fault(
        trouble.since,
        "block-sign",
        Message(f"开头的 {sign} 在 YAML 里有特殊含义", f"{sign} at the start of a text has a meaning in YAML"),
        Message(
            "若是正文，请加引号", f"if it is text, quote it; for a text of several lines end this line after {sign}"
        ),
        write=in_quotes(trouble.text, trouble.since),
    )


def reserved(trouble: Trouble) -> Fault:
    """A text that begins with a sign that YAML keeps for itself."""
    sign = trouble.text[trouble.since : trouble.since + 1]
    more = Message("；强调写 ==……==", "; emphasis is ==…==") if sign == "*" else Message("", "")
    return Fault(
        trouble.since,
        "reserved-sign",
        Message(f"正文不能以 {sign} 开头", f"a text cannot begin with {sign}"),
        Message(f"给正文加引号{more.zh}", f"quote the text{more.en}"),
        write=_emphasized(trouble.text, trouble.since) if sign == "*" else in_quotes(trouble.text, trouble.since),
    )


def question_mark(trouble: Trouble) -> Fault:
    """A text that begins with `? `."""
    return Fault(
        trouble.at,
        "reserved-sign",
        Message("正文不能以 “? ” 开头", "a text cannot begin with '? '"),
        Message("给正文加引号", "quote the text"),
        write=in_quotes(trouble.text, trouble.at),
    )


def _emphasized(text: str, at: int) -> str:
    """The line around `at`, a text in asterisks, with the signs that we have for emphasis."""
    start, end = value_bounds(text, at)
    words = text[start:end]
    marked = BOLD.sub(r"==\g<words>==", words)
    return replaced(text, start, end, marked) if marked[:1] != "*" else in_quotes(text, at)
