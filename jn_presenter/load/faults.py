"""What each kind of syntax error means: which character is at fault, what is wrong, and what to type instead."""

import re

from msgspec import Struct, structs

from jn_presenter.load.excerpt import line_bounds
from jn_presenter.model.text import Message

FULL_WIDTH_COLON = re.compile(r"[ \t]*(?:- +)*(?P<key>[A-Za-z][A-Za-z0-9_-]*)[ ]*(?P<colon>：)")
NO_SPACE = re.compile(r"[ \t]*(?:- +)*[a-z][\w-]*(?P<colon>:)(?=[^\s/:])")
LONGEST_KEY = 1024


class Fault(Struct, frozen=True):
    """An explanation: the character it is at (an offset), what is wrong and what to write."""

    at: int
    code: str
    message: Message
    hint: Message


class Trouble(Struct, frozen=True):
    """What libyaml reported: offsets of the problem and of the beginning of what it was reading."""

    text: str
    words: str
    at: int
    since: int

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    def line(self, index: int) -> tuple[str, int]:
        """The line around an offset, and the offset of its first character."""
        begin, end = line_bounds(self.text, index)
        return self.text[begin:end], begin

    def line_before(self, index: int) -> tuple[str, int]:
        """The nearest line above that is not blank; the same one where there is none."""
        begin = line_bounds(self.text, index)[0]
        while begin > 0:
            line, begin = self.line(begin - 1)
            if line.strip():
                return line, begin
        return self.line(index)


def full_width_colon(at: int, key: str) -> Fault:
    """A full-width colon at `at`, after what was meant as `key`."""
    return Fault(
        at,
        "full-width-colon",
        Message("这里是全角冒号 “：”", "this is a full-width colon, “：”"),
        Message(f"改成半角冒号加一个空格：“{key}: ”", f"type an ordinary colon and a space: {key + ': '!r}"),
    )


def missing_space(at: int) -> Fault:
    """A colon at `at` without a space after it."""
    return Fault(
        at,
        "missing-space",
        Message("冒号后面没有空格", "there is no space after the colon"),
        Message("冒号后加一个半角空格，如 “layout: points”", "put a space after the colon, as in 'layout: points'"),
    )


def value_with_colon(trouble: Trouble) -> Fault | None:
    """`key: text: more`, `key: [a]: b`, a value that goes on as `key: …` below, or a key that is far too long."""
    line, begin = trouble.line(trouble.at)
    column = trouble.at - begin
    if column > LONGEST_KEY:
        return Fault(
            trouble.at,
            "long-key",
            Message("冒号前的文字太长，不像一个名称", "the text before the colon is too long for a key"),
            Message("若整行是正文，请加引号", "if the whole line is text, quote it"),
        )
    if ":" in line[:column]:
        return Fault(
            trouble.at,
            "colon-in-text",
            Message("正文里的半角冒号加空格被当成了新的一项", "a colon and a space inside a text begin a new key"),
            Message('给正文加引号，如 en: "Our aim: quality"', 'quote the text, as in en: "Our aim: quality"'),
        )
    above, _ = trouble.line_before(trouble.at)
    if len(above) - len(above.lstrip()) < len(line) - len(line.lstrip()):
        return Fault(
            begin + len(line) - len(line.lstrip()),
            "indentation",
            Message("这一行缩进在一个已经有值的项下面", "this line is indented under a key that has a value already"),
            Message(
                "与上一行左边对齐；或把上一行冒号后的值删去",
                "align it with the line above, or take that line’s value away",
            ),
        )
    return None


def missing_colon(trouble: Trouble) -> Fault:
    """A line that should be `key: value` and is not."""
    line, begin = trouble.line(trouble.since)
    stripped = line.lstrip()
    start = begin + len(line) - len(stripped)
    if stripped.startswith("-") and not stripped.startswith("- "):
        return Fault(
            start,
            "missing-space",
            Message("“-” 后面没有空格", "there is no space after '-'"),
            Message("列表项写成 “- 内容”", "write a list item as '- text'"),
        )
    if found := NO_SPACE.match(line):
        return missing_space(begin + found.start("colon"))
    return Fault(
        start,
        "missing-colon",
        Message("这一行没有冒号", "this line has no colon"),
        Message(
            "写成 “名称: 值”；若接着上一行的正文，请缩进", "write 'key: value'; to continue the text above, indent it"
        ),
    )


def unexpected(trouble: Trouble) -> Fault | None:
    """Something after a complete value: text after a closing quote, a bracket too many, a wrong indentation."""
    line, begin = trouble.line(trouble.at)
    before = line[: trouble.at - begin].rstrip()
    if trouble.character in ("]", "}"):
        return Fault(
            trouble.at,
            "bracket",
            Message(f"多了一个 {trouble.character}", f"one {trouble.character} too many"),
            Message("删去它", "remove it"),
        )
    if before.endswith(("'", '"')):
        quote = before[-1]
        other = "'" if quote == '"' else '"'
        return Fault(
            trouble.at,
            "quote",
            Message("引号已经结束，后面还有文字", "there is text after the closing quote"),
            Message(
                f"把整段放进引号；里面的引号换成 {other} 或中文引号 “ ”",
                f"quote the whole text, and use {other} or “ ” for quotes inside it",
            ),
        )
    if before.endswith(("]", "}")):
        return Fault(
            trouble.at,
            "bracket",
            Message("括号已经结束，后面还有文字", "there is text after the closing bracket"),
            Message("若整段是正文，请加引号", "if it is all text, quote it"),
        )
    above, start = trouble.line_before(trouble.at)
    if not before and (cut := above.find(" #")) >= 0:
        return Fault(
            start + cut + 1,
            "lost-text",
            Message("空格加 # 之后是注释，正文在这里断开了", "after a space, # begins a comment: the text ends here"),
            Message("给正文加引号", "quote the text"),
        )
    return bad_indent(trouble)


def bad_indent(trouble: Trouble) -> Fault:
    """A line that stands under nothing."""
    return Fault(
        trouble.at,
        "indentation",
        Message("这一行的缩进与上面任何一级都对不上", "the indentation of this line fits nothing above it"),
        Message(
            "同一级的各项左边对齐，每级缩进两个空格；列表项都以 “- ” 开头",
            "align what belongs together, two spaces a level; every item of a list begins with '- '",
        ),
    )


def dash_in_text(trouble: Trouble) -> Fault:
    """`key: - text`."""
    return Fault(
        trouble.at,
        "dash",
        Message("冒号后面不能直接写列表项", "a list item cannot stand right after a colon"),
        Message(
            "另起一行写 “- 内容”；若是正文，请加引号", "put '- text' on a line of its own; if it is text, quote it"
        ),
    )


def open_quote(trouble: Trouble) -> Fault:
    """A quoted text without an end."""
    return Fault(
        trouble.since,
        "quote",
        Message("这个引号没有结束", "this quote is never closed"),
        Message("在正文末尾补上同样的引号", "put the same quote at the end of the text"),
    )


def backslash(trouble: Trouble) -> Fault:
    """An escape in double quotes that YAML does not know."""
    backslash = trouble.text.rfind("\\", trouble.since, trouble.at + 1)
    return Fault(
        max(backslash, trouble.since),
        "backslash",
        Message("双引号里的 \\ 有特殊含义", "a \\ inside double quotes has a meaning of its own"),
        Message("改用单引号；路径用 / 分隔", "use single quotes; write paths with /"),
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
    )


def document(trouble: Trouble) -> Fault:
    """Content after the end of the document."""
    return Fault(
        trouble.at,
        "second-document",
        Message("... 之后还有内容，一个文件只能有一个文档", "there is content after '...'; a file holds one document"),
        Message("删去 ... 这一行", "remove the line '...'"),
    )


def question_mark(trouble: Trouble) -> Fault:
    """A text that begins with `? `."""
    return Fault(
        trouble.at,
        "reserved-sign",
        Message("正文不能以 “? ” 开头", "a text cannot begin with '? '"),
        Message("给正文加引号", "quote the text"),
    )
