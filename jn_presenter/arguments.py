"""The grammar of the command line: arguments to one frozen value of model/options.py, or a teaching OptionError."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jn_presenter.argument_export import export_options, exporting
from jn_presenter.argument_import import import_options, importing
from jn_presenter.argument_kiosk import kiosk, kiosk_options
from jn_presenter.argument_new import new, new_options
from jn_presenter.argument_pack import pack, pack_options
from jn_presenter.argument_parser import (
    COMMANDS,
    PROGRAM,
    Parser,
    add,
    add_deck,
    add_languages,
    add_minutes,
    add_style,
    add_visit,
    both,
    command_parser,
    flag,
)
from jn_presenter.argument_schema import schema, schema_options
from jn_presenter.argument_tables import facts, table_options, texts
from jn_presenter.argument_types import (
    check_form,
    interpreting,
    language,
    refused,
    until,
)
from jn_presenter.model.options import (
    CheckOptions,
    EditOptions,
    OptionError,
    Options,
    PresentOptions,
    ScreensOptions,
)
from jn_presenter.model.text import Message
from jn_presenter.paths import shipped_slides

HELP = ("-h", "--help")


def parse(arguments: Sequence[str]) -> Options:
    """What is asked for. Raises OptionError; ends the program, as argparse does, where help was asked for."""
    first = arguments[0] if arguments else ""
    command, rest = (first, arguments[1:]) if first in COMMANDS else ("present", arguments)
    parser = PARSERS[command]()
    known, unknown = parser.parse_known_args(rest)
    if unknown:
        raise _unknown(unknown[0], parser)
    values = vars(known)
    if "minutes" in values and "until" in values:
        raise refused(
            "--minutes 和 --until 只写一个：前者是时长，如 20，后者是几点结束，如 15:30",
            "write --minutes or --until, not both: a length, such as 20, or when it ends, such as 15:30",
        )
    if command == "screens":
        return ScreensOptions(**values)
    if command == "schema":
        return schema_options(values)
    if command == "import":
        return import_options(values)
    values["deck"] = _deck(values.get("deck"), mistyped=first)
    if (of_values := OF_DECK.get(command)) is not None:
        return of_values(values)
    return PresentOptions(**values)


def overview() -> str:
    """The help of the program as a whole."""
    rows = [f"  {name:<10}{about.en}\n{'':<12}{about.zh}" for name, about in COMMANDS.items()]
    return (
        f"usage: {PROGRAM} [COMMAND] [DECK] [options]\n\n"
        "Shows briefings written in YAML, fully offline.\n放映用 YAML 写成的汇报，完全离线。\n\n"
        "commands 命令:\n" + "\n".join(rows) + "\n\n"
        f"`{PROGRAM} COMMAND --help` has the options of a command; `{PROGRAM} --version` the version.\n"
        f"`{PROGRAM} 命令 --help` 查看该命令的选项；`{PROGRAM} --version` 查看版本。"
    )


def _edit() -> Parser:
    parser = command_parser("edit")
    add_deck(parser)
    add(parser, "--start", "start", "THEME/SLIDE", Message("从这一页开始", "the slide to begin with"))
    parser.add_argument(
        "--lang",
        dest="language",
        type=language,
        metavar="zh",
        help=both("编辑器界面的语言", "language of the editor's own words"),
    )
    return parser


def _present() -> Parser:
    parser = command_parser("present")
    add_deck(parser)
    add_languages(parser)
    parser.add_argument(
        "--console-lang",
        dest="console_language",
        type=language,
        metavar="zh",
        help=both("演讲者界面的语言", "language of the presenter's console"),
    )
    add_minutes(parser)
    parser.add_argument(
        "--until",
        type=until,
        metavar="15:30",
        help=both("几点结束；代替 --minutes", "when it has to be over; instead of --minutes"),
    )
    parser.add_argument(
        "--interpreting",
        type=interpreting,
        metavar="none|consecutive|simultaneous",
        help=both("交替或同声传译；每页用时相应加长", "interpreted; every slide takes longer by it"),
    )
    add_style(parser)
    add_visit(parser)
    add(parser, "--start", "start", "THEME/SLIDE", Message("从这一页开始", "the slide to begin with"))
    add(
        parser,
        "--screen",
        "screen",
        "NAME",
        Message("观众看的显示器：名称、型号或编号", "the audience's screen: its name, model or number"),
    )
    add(parser, "--console-screen", "console_screen", "NAME", Message("演讲者界面所在的显示器", "the console's screen"))
    flag(parser, "--interpreter", "interpreter", Message("显示译员视图", "with the interpreter's view"))
    add(
        parser,
        "--interpreter-screen",
        "interpreter_screen",
        "NAME",
        Message("译员视图所在的显示器", "the screen of the interpreter's view"),
    )
    flag(parser, "--preflight", "preflight", Message("先做放映前检查", "with the pre-flight open"))
    flag(parser, "--fresh", "fresh", Message("不问是否接着上次的放映", "do not ask about a show that was not ended"))
    add(parser, "--log", "log", "FOLDER", Message("参观记录（CSV）存放处", "where the log of the visit goes, as CSV"))
    flag(parser, "--no-log", "logged", Message("不写参观记录", "without a log of the visit"))
    flag(parser, "--windowed", "windowed", Message("不用全屏", "in a window instead of fullscreen"))
    flag(parser, "--no-console", "console", Message("不显示演讲者界面", "without the presenter's console"))
    flag(parser, "--no-animation", "animate", Message("不播放动画", "without motion"))
    return parser


def _check() -> Parser:
    parser = command_parser(
        "check", "exit code: 0 clean, 1 problems found, 2 could not run", "退出码：0 无误，1 有问题，2 无法运行"
    )
    add_deck(parser)
    parser.add_argument(
        "--format",
        dest="form",
        type=check_form,
        metavar="text|json|github",
        help=both(
            "给人看（text）、给程序看（json），或作为 GitHub 的批注（github）",
            "for people, for programs, or as annotations of GitHub",
        ),
    )
    same = both("即 --format json", "the same as --format json")
    parser.add_argument("--json", dest="form", action="store_const", const="json", help=same)
    flag(parser, "--strict", "strict", Message("警告也算问题", "warnings count as problems too"))
    flag(parser, "--no-cache", "cached", Message("全部重新排版", "lay every slide out anew"))
    flag(parser, "--languages", "languages", Message("只看各种语言译全了没有", "only how complete each language is"))
    return parser


def _screens() -> Parser:
    parser = command_parser("screens")
    flag(parser, "--json", "json", Message("以 JSON 输出", "print the result as JSON"))
    return parser


PARSERS = {
    "present": _present,
    "kiosk": kiosk,
    "check": _check,
    "export": exporting,
    "edit": _edit,
    "pack": pack,
    "new": new,
    "schema": schema,
    "import": importing,
    "facts": facts,
    "texts": texts,
    "screens": _screens,
}


OF_DECK: dict[str, Callable[[dict[str, Any]], Options]] = {
    "new": new_options,
    "kiosk": kiosk_options,
    "export": export_options,
    "pack": pack_options,
    "facts": partial(table_options, "facts"),
    "texts": partial(table_options, "texts"),
    "edit": lambda values: EditOptions(**values),
    "check": lambda values: CheckOptions(**values),
}
"""What makes options of the values of a command that has a deck."""


def _deck(given: str | None, mistyped: str) -> str:
    """The deck's folder as an absolute path. A command that was mistyped is taken for a deck, and not found."""
    if given is None:
        return str(shipped_slides())
    if given == mistyped and not Path(given).exists():
        from difflib import get_close_matches

        if close := get_close_matches(given, COMMANDS, n=1):
            raise refused(
                f"没有文件夹 {given}；是否想用命令 {close[0]}？",
                f"there is no folder {given}; did you mean the command {close[0]}?",
            )
    return str(Path(given).absolute())


def _unknown(word: str, parser: Parser) -> OptionError:
    """An option that is not known, with the one that is most like it; or a second DECK."""
    if not word.startswith("-"):
        return refused(f"多余的参数：{word}", f"one argument too many: {word}")
    from difflib import get_close_matches

    option = word.partition("=")[0]
    close = get_close_matches(option, re.findall(r"--[a-z-]+", parser.format_help()), n=1)
    return refused(
        f"没有选项 {option}；" + (f"是否想写 {close[0]}？" if close else f"请看 {parser.prog} --help"),
        f"there is no option {option}; " + (f"did you mean {close[0]}?" if close else f"see {parser.prog} --help"),
    )
