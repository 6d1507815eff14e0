"""The options of `jn-presenter schema`."""

from pathlib import Path
from typing import Any

from jn_presenter.argument_parser import Parser, add, command_parser
from jn_presenter.model.options import SchemaOptions
from jn_presenter.model.text import Message


def schema() -> Parser:
    """The parser of the command."""
    parser = command_parser(
        "schema",
        "docs/schema.md tells how an editor gets them. Without -o the slide's is printed.",
        "编辑器怎样用，见 docs/schema.md。不写 -o 则显示幻灯片的说明。",
    )
    add(
        parser,
        "-o",
        "output",
        "FILE|FOLDER",
        Message(
            "文件夹：全部写进去；文件：按文件名写一个，如 facts.json",
            "a folder for all of them, or one file by its name, such as facts.json",
        ),
    )
    return parser


def schema_options(values: dict[str, Any]) -> SchemaOptions:
    """The options read."""
    output = values.get("output", "")
    return SchemaOptions(output=str(Path(output).absolute()) if output else "")
