"""The options of `jn-presenter export`, as the kinds of export/kinds.py have a use for them."""

import os
from pathlib import Path
from typing import Any

from jn_presenter.argument_parser import (
    Parser,
    add,
    add_deck,
    add_languages,
    add_minutes,
    add_style,
    both,
    command_parser,
)
from jn_presenter.argument_types import refused, size
from jn_presenter.export.kinds import KINDS, Kind
from jn_presenter.model.options import ExportOptions
from jn_presenter.model.text import Message


def exporting() -> Parser:
    """The parser of the command."""
    parser = command_parser(
        "export",
        "Slides that cannot be read are left out, and said so; the exit code stays 0.",
        "读不出的页面会略过并提示，退出码仍为 0。",
    )
    add_deck(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE|FOLDER",
        help=both("写到哪个文件；png 是文件夹", "the file to write; for png a folder"),
    )
    parser.add_argument("--to", dest="kind", metavar="KIND", help=_kinds())
    add_languages(parser)
    parser.add_argument(
        "--size",
        type=size,
        metavar="1920x1080",
        help=both("图片像素；其余格式只取其宽高比", "pixels of a picture; other kinds take their shape from it"),
    )
    add_minutes(parser)
    add_style(parser)
    add(
        parser,
        "--ink",
        "ink",
        "FILE",
        Message("把放映时的标注（.ink.json）画上去", "with the ink of a show, its .ink.json"),
    )
    return parser


def export_options(values: dict[str, Any]) -> ExportOptions:
    """The options read. Raises OptionError where they do not go together."""
    return ExportOptions(**values | {"kind": export_kind(values.get("kind", ""), values["output"])})


def export_kind(asked: str, output: str) -> str:
    """The kind's name: as asked for, else by the suffix of the output; both have to agree. Raises OptionError."""
    suffix = Path(output).suffix.lower()
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        suffix = ""
    meant = next((kind for kind in KINDS.values() if kind.by_suffix and kind.suffix == suffix), None)
    if asked and asked not in KINDS:
        raise refused(
            f"--to {asked}：可以写 {'、'.join(KINDS)}",
            f"--to {asked}: write {', '.join([*KINDS][:-1])} or {[*KINDS][-1]}",
        )
    if not asked and meant is None:
        endings = [kind.suffix for kind in KINDS.values() if kind.by_suffix and kind.suffix]
        raise refused(
            f"-o {output}：看不出格式；请以 {'、'.join(endings)} 结尾，或加上 --to pdf",
            f"-o {output}: of what format? end it in {' or '.join(endings)}, or add --to pdf",
        )
    kind = KINDS[asked] if asked else meant
    assert kind is not None
    if asked:
        _agree(kind, suffix, output)
    return kind.name


def _agree(kind: Kind, suffix: str, output: str) -> None:
    if not kind.suffix and suffix == ".png":
        raise refused(
            f"--to {kind.name} 每页一张图，-o 要写文件夹；要一张总览图请用 --to contact",
            f"--to {kind.name} writes a picture a slide, so -o is a folder; for one picture of all use --to contact",
        )
    if kind.suffix and suffix != kind.suffix and suffix in {other.suffix for other in KINDS.values() if other.suffix}:
        raise refused(
            f"-o {output}：后缀与 --to {kind.name} 不符",
            f"-o {output}: the suffix does not go with --to {kind.name}",
        )


def _kinds() -> str:
    """The help of --to: a line a kind in each language."""
    lines = [
        both("格式；不写则看 -o 的后缀", "the kind; else it is told by the suffix of -o"),
        *(f"{kind.name:<9}{both(kind.about.zh, kind.about.en)}".replace("\n", f"\n{'':<9}") for kind in KINDS.values()),
    ]
    return "\n".join(lines)
