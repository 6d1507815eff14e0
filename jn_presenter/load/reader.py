"""Bytes of a YAML file to a tree of strings, lists and mappings, with everything refused that could surprise or stall.

Only the event stream of libyaml is used: its composer crashes the process on deep nesting and expands aliases.
"""

import re
from collections.abc import Callable
from typing import Any

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from jn_presenter.load.encoding import decode
from jn_presenter.load.lines import in_lines
from jn_presenter.load.nodes import Mapping, Node, Refused, Scalar, Sequence
from jn_presenter.load.reading import Reading
from jn_presenter.model.text import Message

Event = Any
# The type stubs let every mark be None; libyaml's events always have them.
MOST_BYTES = 1 << 20
DEEPEST = 32
MOST_NODES = 20_000
DIRECTIVE = re.compile(r"^%", re.MULTILINE)
UNLIKELY = frozenset(b"P\xd0%{<\x89\xffG"[k : k + 1] for k in range(8))
"""First bytes of other kinds of files, which hardly any of ours has."""
WIDE_SPACES = ("\u3000", "\u00a0", "\ufeff")


class _TooMuchError(Exception):
    """The file is nested too deeply or has too many parts; reported already."""


def read(data: bytes, reading: Reading) -> Node | None:
    """The file as a tree, or None where it could not be read at all; problems go into `reading`."""
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES >> 20
        reading.report(
            0,
            "too-big",
            Message(f"文件超过 {limit} MiB", f"the file is larger than {limit} MiB"),
            Message(
                "把内容拆成几页，大段数据放进 CSV 文件", "split it into several slides, and keep data in a CSV file"
            ),
        )
        return None
    if data[:1] in UNLIKELY:
        from jn_presenter.load.slips.foreign import is_foreign  # only a mistake pays for it

        if is_foreign(data, reading):
            return None
    text = decode(data, reading)
    if text is None:
        return None
    reading.text = text
    if found := DIRECTIVE.search(text):
        reading.report(
            found.start(),
            "directive",
            Message(
                "行首的 % 在 YAML 里是指令，这里不用", "% at the start of a line is a YAML directive, not used here"
            ),
            Message("删去这一行；若是正文，请把整段放进引号", "remove the line, or put the text in quotes"),
        )
        return None
    try:
        return _tree(CParser(in_lines(text)), reading)
    except _TooMuchError:
        return None
    except YAMLError as error:
        from jn_presenter.load.slips.syntax import explain  # only a broken file pays for it

        explain(error, reading)
        return None


def _tree(parser: CParser, reading: Reading) -> Node | None:
    """The tree of the one document that there may be."""
    open_events: list[Event] = []
    outer: list[list[Node]] = []
    nodes: list[Node] = []
    count = documents = 0
    next_event: Callable[[], Event | None] = parser.get_event
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is None and event.tag is None:
                mark = event.start_mark
                end = event.end_mark.index
                nodes.append(Scalar(event.value, event.style or "", mark.line + 1, mark.column + 1, mark.index, end))
            else:
                _refuse_properties(event, reading)
                nodes.append(_refused(event))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(outer) >= DEEPEST:
                _too_deep(event, reading)
            open_events.append(event)
            outer.append(nodes)
            nodes = []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            close = _mapping if kind is MappingEndEvent else _sequence
            node = close(open_events.pop(), event, nodes, reading)
            nodes = outer.pop()
            nodes.append(node)
            continue
        elif kind is AliasEvent:
            _refuse_alias(event, reading)
            nodes.append(_refused(event))
        else:
            documents += kind is DocumentStartEvent
            if documents > 1:
                _second_document(event, reading)
                break
            continue
        count += 1
        if count > MOST_NODES:
            _too_many(event, reading)
    if not nodes or (isinstance(nodes[0], Scalar) and nodes[0].plain and not nodes[0].value):
        _empty(reading)
        return None
    return nodes[0]


def _sequence(start: Event, end: Event, nodes: list[Node], reading: Reading) -> Sequence:
    mark = start.start_mark
    sound = _without_properties(start, reading)
    return Sequence(tuple(nodes), mark.line + 1, mark.column + 1, mark.index, _end(end, nodes), sound)


def _mapping(start: Event, end: Event, nodes: list[Node], reading: Reading) -> Mapping:
    mark = start.start_mark
    sound = _without_properties(start, reading)
    entries: list[tuple[Scalar, Node]] = []
    seen: dict[str, Scalar] = {}
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if isinstance(key, Scalar) and _proper_key(key, seen, reading):
            seen[key.value] = key
            entries.append((key, value))
        else:
            sound = False
            if isinstance(key, (Mapping, Sequence)):
                _complex_key(key, reading)
    return Mapping(tuple(entries), mark.line + 1, mark.column + 1, mark.index, _end(end, nodes), sound)


def _proper_key(key: Scalar, seen: dict[str, Scalar], reading: Reading) -> bool:
    if key.value in seen:
        _duplicate(key, seen[key.value], reading)
    elif key.plain and key.value == "<<":
        _merge(key, reading)
    elif key.plain and key.value.startswith(WIDE_SPACES):
        _wide_space(key, reading)
    else:
        return True
    return False


def _without_properties(start: Event, reading: Reading) -> bool:
    if start.anchor is None and start.tag is None:
        return True
    _refuse_properties(start, reading)
    return False


def _refused(event: Event) -> Refused:
    mark = event.start_mark
    return Refused(mark.line + 1, mark.column + 1, mark.index, event.end_mark.index)


def _end(event: Event, nodes: list[Node]) -> int:
    """Where a list or mapping ends: at its bracket, else with its last part; libyaml says where the next token is."""
    bracket_end: int = event.end_mark.index
    return bracket_end if bracket_end > event.start_mark.index or not nodes else nodes[-1].end


def _refuse_properties(event: Event, reading: Reading) -> None:
    anchored = event.anchor is not None
    sign, code, zh = ("&", "anchor", "锚点") if anchored else ("!", "tag", "类型标签")
    reading.report(
        event.start_mark.index,
        code,
        Message(f"开头的 {sign} 在 YAML 里是{zh}，这里不用", f"{sign} at the start is a YAML {code}, not used here"),
        Message(f'若是正文，请加引号："{sign}……"', f'if it is text, quote it: "{sign}…"'),
        write=_whole_quoted(event, reading),
    )


def _refuse_alias(event: Event, reading: Reading) -> None:
    reading.report(
        event.start_mark.index,
        "alias",
        Message("开头的 * 在 YAML 里是引用，这里不用", "* at the start is a YAML alias, not used here"),
        Message("强调写 ==……==；若要星号，请加引号", "emphasis is ==…==; for an asterisk, quote the text"),
        write=_whole_quoted(event, reading),
    )


def _whole_quoted(event: Event, reading: Reading) -> str:
    from jn_presenter.load.slips.mend import in_quotes, value_bounds  # only a mistake pays for it

    at = event.start_mark.index
    return in_quotes(reading.text, at) if value_bounds(reading.text, at)[0] == at else ""


def _merge(key: Scalar, reading: Reading) -> None:
    reading.report(
        key,
        "merge",
        Message("<< 在 YAML 里是合并键，这里不用", "<< is a YAML merge key, not used here"),
        Message("把要用的各项直接写出来", "write the keys out"),
    )


def _duplicate(key: Scalar, first: Scalar, reading: Reading) -> None:
    reading.report(
        key,
        "duplicate-key",
        Message(
            f"“{key.value}” 写了两次，第一次在第 {first.line} 行",
            f"{key.value!r} is here twice, first in line {first.line}",
        ),
        Message("只留一个；多项内容写成列表", "keep one; several things make a list"),
    )


def _complex_key(key: Node, reading: Reading) -> None:
    reading.report(
        key,
        "complex-key",
        Message("冒号前只能是一个名称，不能是列表或映射", "before the colon stands a name, not a list or a mapping"),
        Message("若是以 [ 或 { 开头的正文，请加引号", "if it is text that begins with [ or {, quote it"),
    )


def _wide_space(key: Scalar, reading: Reading) -> None:
    from jn_presenter.load.slips.mend import plain_indent  # only a mistake pays for it

    end = key.end - len(key.value.lstrip("".join(WIDE_SPACES)))
    reading.report(
        key,
        "wide-space",
        Message("缩进用了全角空格或不换行空格", "the indentation has a full-width or no-break space"),
        Message("改用半角空格，每级两个", "indent by ordinary spaces, two a level"),
        end=end,
        write=plain_indent(reading.text, key.start - (key.column - 1), end),
    )


def _second_document(event: Event, reading: Reading) -> None:
    reading.broken = True
    reading.report(
        event.start_mark.index,
        "second-document",
        Message("--- 开始了第二个文档，一个文件只能有一个", "--- begins a second document; a file holds one"),
        Message("一页一个文件：把下面的内容另存为新文件", "one file a slide: move what follows into a file of its own"),
    )


def _empty(reading: Reading) -> None:
    reading.report(
        0,
        "empty-file",
        Message("文件里没有内容", "the file is empty"),
        Message("至少写上必需的各项，例如 title:", "write at least the required keys, such as title:"),
    )


def _too_deep(event: Event, reading: Reading) -> None:
    reading.report(
        event.start_mark.index,
        "too-deep",
        Message(f"嵌套超过 {DEEPEST} 层", f"nested more than {DEEPEST} levels deep"),
        Message("幻灯片用不到这么多层，检查括号和缩进", "no slide needs that; check brackets and indentation"),
    )
    raise _TooMuchError


def _too_many(event: Event, reading: Reading) -> None:
    reading.report(
        event.start_mark.index,
        "too-many-values",
        Message(f"内容超过 {MOST_NODES} 项", f"more than {MOST_NODES} values"),
        Message("把数据放进 CSV 文件", "keep data in a CSV file"),
    )
    raise _TooMuchError
