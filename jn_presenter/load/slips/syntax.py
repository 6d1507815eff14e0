"""What libyaml says of broken YAML, in words that help: its message and marks to one of our explanations."""

import re
from collections.abc import Callable

from yaml.error import MarkedYAMLError, YAMLError

from jn_presenter.load.reading import Reading
from jn_presenter.load.slips import faults, signs
from jn_presenter.load.slips.fault import Fault, Trouble
from jn_presenter.load.slips.faults import FULL_WIDTH_COLON, full_width_colon
from jn_presenter.load.slips.in_line import line_slip
from jn_presenter.load.slips.mend import replaced
from jn_presenter.model.text import Message

UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")

RULES: tuple[tuple[str, Callable[[Trouble], Fault | None]], ...] = (
    ("mapping values are not allowed", faults.value_with_colon),
    ("could not find expected ':'", faults.missing_colon),
    ("did not find expected key", faults.unexpected),
    ("did not find expected '-' indicator", faults.unexpected),
    ("block sequence entries are not allowed", faults.dash_in_text),
    ("found unexpected end of stream", signs.open_quote),
    ("found unexpected document indicator", signs.open_quote),
    ("found unknown escape character", signs.backslash),
    ("did not find expected <document start>", faults.document),
    ("did not find expected hexdecimal number", signs.backslash),
    ("found invalid Unicode character escape code", signs.backslash),
    ("did not find expected ','", signs.open_bracket),
    ("did not find expected node content", signs.no_content),
    ("did not find expected comment or line break", signs.block_header),
    ("did not find expected alphabetic or numeric character", signs.reserved),
    ("did not find expected whitespace or line break", signs.reserved),
    ("found character that cannot start any token", signs.reserved),
    ("did not find expected", signs.reserved),
    ("mapping keys are not allowed", signs.question_mark),
)


def explain(error: YAMLError, reading: Reading) -> None:
    """Report a syntax error of the file in our words."""
    fault = _fault(error, reading.text)
    at = min(fault.at, len(reading.text))
    reading.report(at, fault.code, fault.message, fault.hint, end=fault.end, write=fault.write)


def _fault(error: YAMLError, text: str) -> Fault:
    if not isinstance(error, MarkedYAMLError):
        found = UNPRINTABLE.search(text)
        return _control_character(text, found.start() if found else 0)
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else 0
    since = error.context_mark.index if error.context_mark else at
    trouble = Trouble(text, error.problem or "", at, since)
    if fault := _tab(trouble) or _full_width(trouble) or line_slip(trouble):
        return fault
    for words, rule in RULES:
        if trouble.words.startswith(words) and (fault := rule(trouble)):
            return fault
    return Fault(
        at,
        "syntax",
        Message(f"YAML 语法错误（{trouble.words}）", f"YAML syntax error ({trouble.words})"),
        Message(
            "检查这一行和上一行的缩进、冒号、引号和括号",
            "check indentation, colons, quotes and brackets here and above",
        ),
    )


def _control_character(text: str, at: int) -> Fault:
    return Fault(
        at,
        "control-character",
        Message("这里有一个看不见的控制字符", "here is an invisible control character"),
        Message(
            "删去它；常见于从网页或 PDF 粘贴的文字", "delete it; such come with text pasted from a web page or a PDF"
        ),
        write=replaced(text, at, at + 1, ""),
    )


def _tab(trouble: Trouble) -> Fault | None:
    line, begin = trouble.line(trouble.at)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent and trouble.character != "\t":
        return None
    at = begin + indent.index("\t") if "\t" in indent else trouble.at
    end = at + len(trouble.text[at : begin + len(line)]) - len(trouble.text[at : begin + len(line)].lstrip("\t"))
    return Fault(
        at,
        "tab",
        Message("缩进用了制表符（Tab）", "the indentation has a tab"),
        Message("改用半角空格，每级两个", "indent by spaces, two a level"),
        end,
        replaced(trouble.text, begin, begin + len(line), line.replace("\t", "  " if "\t" in indent else " ")),
    )


def _full_width(trouble: Trouble) -> Fault | None:
    """A full-width colon after a key in the line of the problem, of its beginning, or in those right above."""
    above = trouble.line_before(trouble.at)
    lines = (trouble.line(trouble.since), trouble.line(trouble.at), above, trouble.line_before(above[1]))
    for line, begin in lines:
        found = FULL_WIDTH_COLON.match(line)
        if found and ": " not in line:
            return full_width_colon(trouble.text, begin + found.start("colon"), found["key"])
    return None
