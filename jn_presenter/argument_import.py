"""The options of `jn-presenter import`: the file, and the folder that becomes a deck."""

from pathlib import Path
from typing import Any

from jn_presenter.argument_parser import Parser, both, command_parser
from jn_presenter.argument_types import refused
from jn_presenter.model.options import ImportOptions

SUFFIXES = frozenset({".pptx", ".pptm", ".ppsx", ".potx", ".ppt", ".pps", ".md", ".markdown"})
"""What is opened at all; of an old .ppt the reader says what to do with it."""


def importing() -> Parser:
    """The parser of the command."""
    parser = command_parser(
        "import",
        "Takes over texts, pictures, tables, charts (as CSV in data/) and notes, and lists what it does not: here\n"
        "and in IMPORT.md. The folder is a new one. exit code: 0 done, 1 the file cannot be used, 2 could not run",
        "带入文字、图片、表格、图表（数据存为 data/ 里的 CSV）和备注；没有带入的逐页列出，也写在 IMPORT.md 里。\n"
        "文件夹须是新的。退出码：0 完成，1 文件不能用，2 无法运行",
    )
    parser.add_argument("file", metavar="FILE.pptx|FILE.md", help=both("PowerPoint 或 Markdown 文件", "the file"))
    parser.add_argument(
        "-o",
        "--output",
        dest="output",
        metavar="FOLDER",
        help=both(
            "新文件夹；不写则与文件同名，在当前位置", "the new folder; else called as the file, in the current one"
        ),
    )
    return parser


def import_options(values: dict[str, Any]) -> ImportOptions:
    """The options read. Raises OptionError where the file is of no kind that can be imported."""
    file = Path(values["file"])
    if file.suffix.lower() not in SUFFIXES:
        raise refused(
            f"{file.name}：只能导入 .pptx 和 .md 文件；PDF 和 Word 请先另存为其中一种",
            f"{file.name}: only .pptx and .md files can be imported; save others as one of these",
        )
    output = Path(values.get("output") or file.stem)
    return ImportOptions(file=str(file.absolute()), output=str(output.absolute()))
