"""The options of `jn-presenter new`: what is begun, under which name."""

from typing import Any

from jn_presenter.argument_parser import Parser, add, command_parser
from jn_presenter.argument_types import refused
from jn_presenter.model.options import NewOptions
from jn_presenter.model.text import Message

KINDS = {"slide": "slide", "theme": "theme", "visit": "visit", "页": "slide", "主题": "theme", "来访": "visit"}


def new() -> Parser:
    """The parser of the command."""
    parser = command_parser(
        "new",
        "The new slide says of itself that it is a sample, and how to go on; nothing that is there is changed but the\n"
        "list that names it. jn-presenter new slide industry/robots --title 机器人产业",
        "新页里都是示例文字，并写明怎么改；除了在列表里加上名称，不改动任何已有的内容。",
    )
    parser.add_argument(
        "what",
        metavar="slide|theme|visit",
        help="a slide, a theme with its first slide, or the visit of a delegation\n"
        "一页，一个主题（带第一页），或一个来访团组",
    )
    parser.add_argument(
        "name",
        metavar="THEME/NAME",
        help="of a slide its theme and name, of all else its name: a-z, 0-9 and hyphens\n"
        "页写“主题/名称”，其余只写名称：小写字母、数字和 -",
    )
    add(
        parser,
        "--deck",
        "deck",
        "DECK",
        Message("汇报的文件夹；不写则用自带的汇报", "the briefing; else the shipped one"),
    )
    add(parser, "--layout", "layout", "points", Message("版式，如 chart-right", "the layout, such as chart-right"))
    add(
        parser,
        "--title",
        "title",
        "标题",
        Message("标题，或来访团组的名称；不写则是示例", "the title or the delegation; else a sample"),
    )
    return parser


def new_options(values: dict[str, Any]) -> NewOptions:
    """The options read. Raises OptionError."""
    what = KINDS.get(values["what"])
    if what is None:
        raise refused(
            f"不能新建 “{values['what'][:40]}”；请写 slide（页）、theme（主题）或 visit（来访团组）",
            f"there is no {values['what'][:40]!r} to begin; write slide, theme or visit",
        )
    if what == "visit" and "layout" in values:
        raise refused("--layout 只用于页和主题", "--layout is for slides and themes")
    values["what"] = what
    values["title"] = " ".join(values.get("title", "").split())
    return NewOptions(**values)
