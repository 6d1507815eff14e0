"""The options of `jn-presenter kiosk`: those of its owner and, not in the help, those that its supervisor gives."""

from argparse import SUPPRESS
from pathlib import Path
from typing import Any

from jn_presenter.argument_parser import Parser, add, add_deck, add_languages, add_style, command_parser, flag
from jn_presenter.argument_types import refused
from jn_presenter.model.options import KioskOptions
from jn_presenter.model.text import Message

INSTEAD = {"status": "--status", "usage": "--usage", "set_pin": "--set-pin"}
"""What is done instead of showing; one at a time."""
STDOUT = "-"


def kiosk() -> Parser:
    """The parser of the command."""
    parser = command_parser(
        "kiosk",
        "The PIN, opening hours and the like stand in the owner's settings; docs/kiosk.md explains them.",
        "密码、开放时间等写在本机设置里，见 docs/kiosk.md。",
    )
    add_deck(parser)
    add(parser, "--settings", "settings", "FILE", Message("本机的设置文件", "the settings of this machine"))
    add_languages(parser)
    add_style(parser)
    add(
        parser,
        "--screen",
        "screen",
        "NAME",
        Message("用哪台显示器：名称、型号或编号", "the screen: its name, model or number"),
    )
    flag(parser, "--windowed", "windowed", Message("不用全屏，供试用", "in a window instead of fullscreen, to try it"))
    flag(parser, "--no-animation", "animate", Message("不播放动画", "without motion"))
    flag(parser, "--status", "status", Message("只看一体机的状况", "only say how the kiosk is"))
    flag(parser, "--json", "json", Message("状况以 JSON 输出", "the status as JSON"))
    add(
        parser,
        "--usage",
        "usage",
        "FILE",
        Message("只导出使用统计（CSV）；- 为直接输出", "only write what was looked at, as CSV; - prints it"),
    )
    flag(
        parser,
        "--set-pin",
        "set_pin",
        Message("只设定员工密码", "only make a PIN for the staff"),
    )
    for option in ("--child", "--safe"):
        parser.add_argument(option, dest=option[2:], action="store_true", help=SUPPRESS)
    for option in ("--resume", "--aside", "--folder"):
        parser.add_argument(option, dest=option[2:], help=SUPPRESS)
    return parser


def kiosk_options(values: dict[str, Any]) -> KioskOptions:
    """The options read. Raises OptionError where they do not go together."""
    asked = [option for name, option in INSTEAD.items() if values.get(name)]
    if len(asked) > 1:
        raise refused(f"{asked[0]} 和 {asked[1]} 只写一个", f"write {asked[0]} or {asked[1]}, not both")
    if values.get("json") and not values.get("status"):
        raise refused("--json 与 --status 一起用", "--json goes with --status")
    if values.get("child") and not values.get("folder"):
        raise refused(
            "--child 由一体机自己加上；要放映，写 jn-presenter kiosk",
            "--child is for the kiosk itself to add; to show a deck, write jn-presenter kiosk",
        )
    for name in ("settings", "usage", "folder"):
        if values.get(name) and (name, values[name]) != ("usage", STDOUT):
            values[name] = str(Path(values[name]).absolute())
    if "aside" in values:
        values["aside"] = tuple(slide for slide in values["aside"].split(",") if slide)
    return KioskOptions(**values)
