"""The options of `jn-presenter facts` and `jn-presenter texts`: a workbook out, or what was changed in one in."""

from pathlib import Path
from typing import Any, Literal

from jn_presenter.argument_parser import Parser, add, add_deck, command_parser, flag
from jn_presenter.argument_types import refused
from jn_presenter.model.options import TableOptions
from jn_presenter.model.text import Message

SUFFIX = ".xlsx"


def facts() -> Parser:
    """The parser of `facts`."""
    return _parser("facts")


def texts() -> Parser:
    """The parser of `texts`."""
    return _parser("texts")


def _parser(command: str) -> Parser:
    parser = command_parser(
        command,
        f"First -o to get the table, then --from to see what would change, then --write. docs/tables.md has more.\n"
        f"jn-presenter {command} -o {command}.xlsx    jn-presenter {command} --from {command}.xlsx --write\n"
        "exit code: 0 done, 1 something in the table was not taken, 2 could not run",
        "先用 -o 导出，改好后用 --from 查看会改什么，再加 --write 写入。详见 docs/tables.md。\n"
        "退出码：0 完成，1 表里有没读的内容，2 无法运行",
    )
    add_deck(parser)
    add(parser, "-o", "output", "FILE.xlsx", Message("导出到这个文件", "export to this file"))
    add(parser, "--from", "source", "FILE.xlsx", Message("读这张改好的表，先只查看", "read this table, and only look"))
    flag(parser, "--write", "write", Message("把改动写进汇报的文件", "write the changes into the briefing's files"))
    add(
        parser,
        "--preview",
        "preview",
        "FOLDER",
        Message("会变的每一页，前后对照的图片放在这里", "pictures of every slide that changes, before and after"),
    )
    return parser


def table_options(what: Literal["facts", "texts"], values: dict[str, Any]) -> TableOptions:
    """The options read. Raises OptionError for neither or both ways, and for files that are no workbooks."""
    output, source = values.get("output", ""), values.get("source", "")
    if bool(output) == bool(source):
        raise refused(
            f"写一个：-o 文件.xlsx 导出，或 --from 文件.xlsx 读回（jn-presenter {what} --help）",
            f"write one: -o FILE.xlsx to export, or --from FILE.xlsx to read it back (jn-presenter {what} --help)",
        )
    if output and (values.get("write") or values.get("preview")):
        raise refused("--write 和 --preview 与 --from 一起用", "--write and --preview go with --from")
    named = Path(output or source)
    if named.suffix.lower() == ".csv":
        raise refused(
            f"{named.name} 是 CSV；请在 Excel 或 WPS 里另存为 .xlsx，CSV 会丢掉表里的记录",
            f"{named.name} is a CSV file; save it as .xlsx, since CSV loses what tells changes apart",
        )
    if named.suffix.lower() != SUFFIX:
        raise refused(
            f"{named.name}：文件名要以 .xlsx 结尾；旧的 .xls、.et 请另存为 .xlsx",
            f"{named.name}: the name has to end in .xlsx; save an old .xls or .et as .xlsx",
        )
    preview = values.get("preview", "")
    return TableOptions(
        deck=values["deck"],
        what=what,
        output=str(Path(output).absolute()) if output else "",
        source=str(Path(source).absolute()) if source else "",
        write=values.get("write", False),
        preview=str(Path(preview).absolute()) if preview else "",
    )
