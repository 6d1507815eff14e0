"""argparse that objects in Chinese and English by raising, has its help in one width, and what commands share."""

import re
from argparse import SUPPRESS, ArgumentParser, RawTextHelpFormatter
from typing import Any, NoReturn

from jn_presenter.argument_types import languages, minutes, refused
from jn_presenter.model.text import Message

PROGRAM = "jn-presenter"
COMMANDS = {
    "present": Message("放映；不写命令就是放映", "show the briefing; what happens where no command is named"),
    "kiosk": Message(
        "展厅一体机：无人看管，自动轮播，可触摸",
        "loop in a hall, touched by visitors and looked after by no one",
    ),
    "check": Message("检查汇报里的错误", "find what is wrong with a briefing"),
    "export": Message("导出为 PDF、讲义、PPT 或图片", "write a briefing as PDF, handout, PowerPoint or pictures"),
    "pack": Message("打包并签名，供一体机接收", "make one signed file of a briefing, for kiosks to take"),
    "edit": Message("改内容，边改边看", "edit a briefing, and see it as you type"),
    "new": Message("新建一页、一个主题或一个来访团组", "begin a slide, a theme or a visit from a template"),
    "schema": Message("写出 JSON Schema，供编辑器补全和检查", "write JSON Schemas for editors that complete and check"),
    "import": Message("从 PowerPoint 或 Markdown 导入", "make a briefing of a PowerPoint or Markdown file"),
    "facts": Message("把数据导出成 Excel 表，改好再读回", "facts as a table to edit in Excel, and back"),
    "texts": Message("把全部文字导出成 Excel 表，翻译好再读回", "all texts as a table to translate, and back"),
    "screens": Message("列出显示器及其用途", "list the screens and what each would show"),
}
COLUMNS = 100
"""Of a line of help."""

CHINESE = (
    (r"argument (\S+): expected one argument", r"选项 \1 后面缺一个值"),
    (r"argument (\S+): ignored explicit argument .*", r"选项 \1 不带值"),
    (r"the following arguments are required: (.+)", r"缺少 \1"),
)
"""What argparse itself can object to in this grammar, in Chinese."""


class Helper(RawTextHelpFormatter):
    """Of one width: asking the terminal for its own would import shutil at every start."""

    def __init__(self, prog: str, **more: Any) -> None:
        super().__init__(prog, **more | {"width": COLUMNS})


class Parser(ArgumentParser):
    """Objects by raising OptionError, in both languages, instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        for english, chinese in CHINESE:
            if found := re.fullmatch(english, message):
                raise refused(found.expand(chinese), message)
        raise refused(message, message)


def command_parser(command: str, more_en: str = "", more_zh: str = "") -> Parser:
    """The parser of a command, without its options yet. more_en, more_zh: what stands below the options in its help."""
    about = COMMANDS[command]
    return Parser(
        prog=f"{PROGRAM} {command}",
        description=both(about.zh, about.en),
        epilog=both(more_zh, more_en),
        formatter_class=Helper,
        argument_default=SUPPRESS,  # the defaults are those of model/options.py
        allow_abbrev=False,
    )


def add(parser: Parser, option: str, name: str, value: str, about: Message) -> None:
    """An option with a value that is taken as it is; `value` stands for it in the help."""
    parser.add_argument(option, dest=name, metavar=value, help=both(about.zh, about.en))


def flag(parser: Parser, option: str, name: str, about: Message) -> None:
    """An option without a value; `--no-…` turns off what is on by itself."""
    on = not option.startswith("--no-")
    parser.add_argument(option, dest=name, action="store_true" if on else "store_false", help=both(about.zh, about.en))


def add_deck(parser: Parser) -> None:
    """The folder of the briefing."""
    parser.add_argument(
        "deck",
        nargs="?",
        metavar="DECK",
        help=both("含 briefing.yaml 的文件夹；不写则用自带的汇报", "folder with a briefing.yaml; else the shipped one"),
    )


def add_languages(parser: Parser) -> None:
    """What the audience reads."""
    parser.add_argument(
        "--lang",
        dest="languages",
        type=languages,
        metavar="zh[,en]",
        help=both("观众的语言；写两种则上下叠放", "the audience's language; two are stacked"),
    )


def add_minutes(parser: Parser) -> None:
    """How long the show may be."""
    parser.add_argument(
        "--minutes",
        type=minutes,
        metavar="20",
        help=both("多少分钟的版本；不写则全部页面", "a version of this length; else every slide"),
    )


def add_visit(parser: Parser) -> None:
    """For whom it is made out."""
    add(
        parser,
        "--visit",
        "visit",
        "NAME|FILE",
        Message("为哪个来访团组：visits 里的文件名或路径", "for which visit: its name in visits/, or its file"),
    )


def add_style(parser: Parser) -> None:
    """How it looks."""
    add(parser, "--style", "style", "night", Message("画面风格", "the visual look"))


def both(zh: str, en: str) -> str:
    """Words of the help in both languages, a line each."""
    return f"{en}\n{zh}" if zh else ""
