"""Slips that are seen in a line by itself, whatever YAML makes of them: signs of another kind, and remains."""

import re
from collections.abc import Iterator

from jn_presenter.load.lines import line_bounds
from jn_presenter.load.slips.chinese import WORDS
from jn_presenter.load.slips.fault import Fault, Trouble
from jn_presenter.load.slips.lookalike import SPACES
from jn_presenter.load.slips.mend import quoted, replaced
from jn_presenter.model.text import Message

DASHES = "(?:- +)*"
NAME = "(?P<key>[A-Za-z][A-Za-z0-9_-]*|[\u4e00-\u9fff]{1,6})"
KEY = rf"[ \t]*{DASHES}{NAME}"
CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.MULTILINE)
COMMENT = re.compile(r"[ \t]*(?P<sign>//|/\*|＃|--(?= )|;)")
WIDE_AFTER_COLON = re.compile(rf"{KEY} *:(?P<space>[{SPACES}\t]+)")
WIDE_AFTER_DASH = re.compile(rf"[ \t]*-(?P<space>[{SPACES}]+)")
OTHER_COLON = re.compile(rf"[ \t]*{NAME}[ ]*(?P<sign>[：；;=＝﹕∶])[ \u3000]*")
INVISIBLE = re.compile(rf"[ \t]*{DASHES}[\w-]*(?P<sign>[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad])")
ITEM = re.compile(
    r"[ \t]*(?P<sign>-(?=[^\s-])|[－–—•·●○▪*]|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、．)）])[ \u3000\u00a0]*"
)
BEGINS = {"《": "》", "【": "】", "［": "］", "｛": "｝"}


def line_slip(trouble: Trouble) -> Fault | None:
    """The slip in the line at which YAML stumbled, in the one it had begun in, or in those right above."""
    if found := CONFLICT.search(trouble.text):
        return _conflict(found.start(), found.end())
    above = trouble.line_before(trouble.at)
    near = [trouble.line(trouble.since), trouble.line(trouble.at)]
    if trouble.words.startswith("mapping values are not allowed"):
        near.append(above)  # where it went on as a text
    for line, begin in near:
        if (found := OTHER_COLON.match(line)) and _is_key(found["key"]) and ": " not in line[: found.start("sign")]:
            return _other_colon(trouble.text, found["key"], begin, found)
    for line, begin in (trouble.line(trouble.since), trouble.line(trouble.at), above, trouble.line_before(above[1])):
        for fault in _slips(trouble.text, line, begin):
            return fault
    return _first_line(trouble)


def _slips(text: str, line: str, begin: int) -> Iterator[Fault]:
    if found := INVISIBLE.match(line):
        yield invisible(text, begin + found.start("sign"))
    if found := COMMENT.match(line):
        yield _comment(text, begin + found.start("sign"), begin + found.end("sign"))
    if found := WIDE_AFTER_COLON.match(line):
        yield _wide_space(text, begin + found.start("space"), begin + found.end("space"), "冒号", "the colon")
    if found := WIDE_AFTER_DASH.match(line):
        yield _wide_space(text, begin + found.start("space"), begin + found.end("space"), "“-” ", "'-'")


def _is_key(word: str) -> bool:
    return word.isascii() or word in WORDS


def _conflict(at: int, end: int) -> Fault:
    return Fault(
        at,
        "merge-conflict",
        Message("这里留着两份修改没有合并完的记号", "here are the marks of two changes that were never put together"),
        Message(
            "在 <<<<<<< 与 >>>>>>> 之间只留一份，并删去 <<<<<<<、=======、>>>>>>> 这三行",
            "keep one of the two between <<<<<<< and >>>>>>>, and delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        end,
    )


def invisible(text: str, at: int) -> Fault:
    """A character that cannot be seen at `at`."""
    number = f"U+{ord(text[at]):04X}"
    return Fault(
        at,
        "invisible-character",
        Message(f"这里有一个看不见的字符（{number}）", f"here is a character that cannot be seen ({number})"),
        Message(
            "删去它：把这一行重新输入一遍；常见于从网页、微信或 Word 粘贴的文字",
            "delete it by typing the line anew; such come with text pasted from web pages, chats or Word",
        ),
        write=replaced(text, at, at + 1, ""),
    )


def _comment(text: str, at: int, end: int) -> Fault:
    sign = text[at:end]
    return Fault(
        at,
        "comment-sign",
        Message(f"{sign} 不是注释的记号", f"{sign} does not begin a comment"),
        Message("注释以半角的 # 加一个空格开头", "a comment begins with # and a space"),
        end,
        replaced(text, at, end, "# " if text[end : end + 1] != " " else "#"),
    )


def _wide_space(text: str, at: int, end: int, zh: str, en: str) -> Fault:
    tab = text[at] == "\t"
    return Fault(
        at,
        "tab" if tab else "wide-space",
        Message(f"{zh}后面是制表符（Tab）", f"after {en} there is a tab")
        if tab
        else Message(f"{zh}后面是全角空格或不换行空格", f"after {en} there is a full-width or no-break space"),
        Message("改成一个半角空格（先切换到英文输入法）", "type an ordinary space instead"),
        end,
        replaced(text, at, end, " "),
    )


def _other_colon(text: str, key: str, begin: int, found: re.Match[str]) -> Fault:
    sign = found["sign"]
    start, end = begin + found.start("sign"), begin + found.end()
    stop = line_bounds(text, begin)[1]
    colon = ": " if text[end:stop].strip() else ":"
    code = "full-width-colon" if sign in "：﹕∶" else "other-colon"
    return Fault(
        start,
        code,
        Message("这里是全角冒号 “：”", "this is a full-width colon, “：”")
        if sign == "："
        else Message(f"这里是 “{sign}”，不是半角冒号", f"this is “{sign}”, and no colon"),
        Message(f"改成半角冒号加一个空格：“{key}: ”", f"type an ordinary colon and a space: {key + ': '!r}"),
        write=replaced(text, begin + found.end("key"), end, colon),
    )


def _first_line(trouble: Trouble) -> Fault | None:
    """What is written further right than all below it."""
    if trouble.words.startswith("did not find expected <document start>"):
        first = next((found for found in re.finditer(r"^[ ]*(?=[^\s#])", trouble.text, re.MULTILINE)), None)
        if first is not None and first.end() > first.start():
            return Fault(
                first.start(),
                "indentation",
                Message("第一行前面多了空格", "there are spaces before the first line"),
                Message("删去行首的空格，各项左边对齐", "remove them, so that all keys begin in the same column"),
                first.end(),
                replaced(trouble.text, first.start(), first.end(), ""),
            )
    return None


def list_slip(text: str, at: int) -> Fault | None:
    """What was meant as an item of a list and begins with another sign than `- `, at the beginning of a value."""
    begin, end = line_bounds(text, at)
    line = text[begin:end]
    if not line[: at - begin].strip() and (found := ITEM.match(line)):
        start, stop = begin + found.start("sign"), begin + found.end()
        if found["sign"] == "-":
            return Fault(
                start,
                "missing-space",
                Message("“-” 后面没有空格", "there is no space after '-'"),
                Message("列表项写成 “- 内容”", "write a list item as '- text'"),
                write=replaced(text, start, stop, "- "),
            )
        return Fault(
            start,
            "list-sign",
            Message(f"列表项不能以 “{found['sign']}” 开头", f"an item of a list cannot begin with “{found['sign']}”"),
            Message(
                "列表项以半角的减号加一个空格开头：“- ”；编号由画面自己加",
                "it begins with '- '; slides number by themselves",
            ),
            begin + found.end("sign"),
            replaced(text, start, stop, "- "),
        )
    if (found := WIDE_AFTER_DASH.match(line)) and not line[: at - begin].strip():
        return _wide_space(text, begin + found.start("space"), begin + found.end("space"), "“-” ", "'-'")
    return _brackets(text, at, end)


def _brackets(text: str, at: int, end: int) -> Fault | None:
    close = BEGINS.get(text[at])
    value = text[at:end].rstrip()
    if close is None:
        return None
    items = value[1:].removesuffix(close).replace("，", ",").replace("、", ",").split(",")
    return Fault(
        at,
        "full-width-bracket",
        Message(f"“{text[at]}” 是全角括号", f"“{text[at]}” is a full-width bracket"),
        Message("列表用半角的 [ ] 和逗号", "lists have [ ] and commas of the English keyboard"),
        at + len(value),
        replaced(text, at, at + len(value), "[" + ", ".join(item.strip() for item in items) + "]"),
    )


def of_one(text: str, at: int, words: str) -> str:
    """The line with a single value at `at` as the list that it was to be."""
    items = [item.strip() for item in re.split("[,，、]", words)]
    clean = [item if re.fullmatch(r"[\w./ -]+", item) else quoted(item) for item in items if item]
    return replaced(text, at, at + len(words), f"[{', '.join(clean)}]") if text.startswith(words, at) else ""
