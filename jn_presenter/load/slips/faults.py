"""What each kind of syntax error means: which character is at fault, what is wrong, and what to type instead."""

import re

from jn_presenter.load.slips.fault import Fault, Trouble
from jn_presenter.load.slips.mend import in_quotes, quoted_anew, replaced, value_bounds
from jn_presenter.model.text import Message

FULL_WIDTH_COLON = re.compile(r"[ \t]*(?:- +)*(?P<key>[A-Za-z][A-Za-z0-9_-]*)[ ]*(?P<colon>：)")
NO_SPACE = re.compile(r"[ \t]*(?:- +)*[a-z][\w-]*(?P<colon>:)(?=[^\s/:])")
DASH = re.compile(r"[ \t]*(?:- +)*(?P<dash>-)(?=[A-Za-z][\w-]*:)")
LONGEST_KEY = 1024
AFTER_COLON = re.compile("[ \u3000\u00a0\t]*")


def full_width_colon(text: str, at: int, key: str) -> Fault:
    """A full-width colon at `at`, after what was meant as `key`."""
    rest = AFTER_COLON.match(text, at + 1)
    end = rest.end() if rest else at + 1
    colon = ":" if text[end : end + 1] in ("", "\n", "\r") else ": "
    return Fault(
        at,
        "full-width-colon",
        Message("这里是全角冒号 “：”", "this is a full-width colon, “：”"),
        Message(f"改成半角冒号加一个空格：“{key}: ”", f"type an ordinary colon and a space: {key + ': '!r}"),
        write=replaced(text, at, end, colon),
    )


def missing_space(text: str, at: int) -> Fault:
    """A colon at `at` without a space after it."""
    return Fault(
        at,
        "missing-space",
        Message("冒号后面没有空格", "there is no space after the colon"),
        Message("冒号后加一个半角空格，如 “layout: points”", "put a space after the colon, as in 'layout: points'"),
        write=replaced(text, at, at + 1, ": "),
    )


def dash_without_space(text: str, at: int) -> Fault:
    """A dash at `at` that begins an item without a space after it."""
    return Fault(
        at,
        "missing-space",
        Message("“-” 后面没有空格", "there is no space after '-'"),
        Message("列表项写成 “- 内容”", "write a list item as '- text'"),
        write=replaced(text, at, at + 1, "- "),
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
            write=in_quotes(trouble.text, trouble.at),
        )
    above, start = trouble.line_before(trouble.at)
    if found := NO_SPACE.match(above):
        return missing_space(trouble.text, start + found.start("colon"))
    if found := DASH.match(above):
        return dash_without_space(trouble.text, start + found.start("dash"))
    aligned = len(above) - len(above.lstrip(" -"))
    indent = len(line) - len(line.lstrip())
    if len(above) - len(above.lstrip()) < indent:
        return Fault(
            begin + indent,
            "indentation",
            Message("这一行缩进在一个已经有值的项下面", "this line is indented under a key that has a value already"),
            Message(
                "与上一行左边对齐；或把上一行冒号后的值删去",
                "align it with the line above, or take that line’s value away",
            ),
            write=replaced(trouble.text, begin, begin + indent, " " * aligned),
        )
    return None


def missing_colon(trouble: Trouble) -> Fault:
    """A line that should be `key: value` and is not."""
    line, begin = trouble.line(trouble.since)
    stripped = line.lstrip()
    start = begin + len(line) - len(stripped)
    if stripped.startswith("-") and not stripped.startswith("- "):
        return dash_without_space(trouble.text, start)
    if found := NO_SPACE.match(line):
        return missing_space(trouble.text, begin + found.start("colon"))
    above = trouble.line_before(trouble.since)[0]
    if above[: len(above) - len(above.lstrip())] == line[: len(line) - len(stripped)] and above.lstrip()[:2] == "- ":
        return Fault(
            start,
            "missing-dash",
            Message(
                "上一行是列表项，这一行却没有 “- ”", "the line above is an item of a list, and this one has no '- '"
            ),
            Message(
                "列表项都以 “- ” 开头；若接着上一行的正文，请再缩进两个空格",
                "begin it with '- '; to continue the text above, indent it by two more spaces",
            ),
            write=replaced(trouble.text, start, start, "- "),
        )
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
            write=replaced(trouble.text, trouble.at, trouble.at + 1, ""),
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
            write=_anew(trouble.text, trouble.at),
        )
    if before.endswith(("]", "}")):
        return Fault(
            trouble.at,
            "bracket",
            Message("括号已经结束，后面还有文字", "there is text after the closing bracket"),
            Message("若整段是正文，请加引号", "if it is all text, quote it"),
            write=in_quotes(trouble.text, trouble.at),
        )
    above, start = trouble.line_before(trouble.at)
    if not before and (cut := above.find(" #")) >= 0:
        return Fault(
            start + cut + 1,
            "lost-text",
            Message("空格加 # 之后是注释，正文在这里断开了", "after a space, # begins a comment: the text ends here"),
            Message("给正文加引号", "quote the text"),
            write=in_quotes(trouble.text, start),
        )
    return bad_indent(trouble)


def bad_indent(trouble: Trouble) -> Fault:
    """A line that stands under nothing."""
    line, begin = trouble.line(trouble.at)
    if found := DASH.match(line):
        return dash_without_space(trouble.text, begin + found.start("dash"))
    indent = len(line) - len(line.lstrip(" "))
    above = trouble.line_before(trouble.at)[0]
    aligned = len(above) - len(above.lstrip(" "))
    if line.lstrip(" ").startswith("- ") != above.lstrip(" ").startswith("- "):
        aligned = indent  # which level it belongs to cannot be told
    return Fault(
        trouble.at,
        "indentation",
        Message("这一行的缩进与上面任何一级都对不上", "the indentation of this line fits nothing above it"),
        Message(
            "同一级的各项左边对齐，每级缩进两个空格；列表项都以 “- ” 开头",
            "align what belongs together, two spaces a level; every item of a list begins with '- '",
        ),
        write=replaced(trouble.text, begin, begin + indent, " " * aligned),
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
        write=in_quotes(trouble.text, trouble.at),
    )


def document(trouble: Trouble) -> Fault:
    """Content after the end of the document."""
    return Fault(
        trouble.at,
        "second-document",
        Message("... 之后还有内容，一个文件只能有一个文档", "there is content after '...'; a file holds one document"),
        Message("删去 ... 这一行", "remove the line '...'"),
    )


def _anew(text: str, at: int) -> str:
    """The line around `at`, whose value begins with a quote that ends too early, with all of the value quoted."""
    start, end = value_bounds(text, at)
    return replaced(text, start, end, quoted_anew(text[start:end]))
