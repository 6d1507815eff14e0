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
    add_visit,
    both,
    command_parser,
    flag,
)
from jn_presenter.argument_types import refused, size
from jn_presenter.export.kinds import KINDS, Kind
from jn_presenter.model.handout import PAPERS, PER_PAGE, Handout, Paper
from jn_presenter.model.options import ExportOptions
from jn_presenter.model.text import Message

LONGEST_ADDRESS = 300
"""More of it makes a code too fine to be read from paper."""
OF_SOME = {
    "ink": "--ink",
    "log": "--log",
    "per_page": "--per-page",
    "notes": "--notes",
    "paper": "--paper",
    "address": "--address",
}
"""Options that not every kind has a use for, as Kind.takes names them."""


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
    add_visit(parser)
    add_style(parser)
    add(
        parser,
        "--ink",
        "ink",
        "FILE",
        Message("把放映时的标注（.ink.json）画上去", "with the ink of a show, its .ink.json"),
    )
    add(
        parser,
        "--log",
        "log",
        "FILE.csv",
        Message("留念：参观记录；PDF 默认放在它旁边", "souvenir: the log of the visit; by itself it goes beside it"),
    )
    _add_handout(parser)
    return parser


def _beside_the_log(values: dict[str, Any]) -> str:
    """Where a souvenir goes by itself. Raises OptionError for all else, which has no such place."""
    kind = KINDS.get(values.get("kind", ""))
    if kind is None or "log" not in kind.takes or "log" not in values:
        raise refused("缺少 -o/--output", "the following arguments are required: -o/--output")
    return str(Path(values["log"]).with_suffix(kind.suffix))


def _add_handout(parser: Parser) -> None:
    parser.add_argument(
        "--per-page",
        dest="per_page",
        type=per_page,
        metavar="|".join(map(str, PER_PAGE)),
        help=both("讲义：一张纸上几页", "handout: slides on a sheet"),
    )
    flag(parser, "--notes", "notes", Message("讲义：带讲稿", "handout: with the notes"))
    parser.add_argument(
        "--paper",
        type=paper,
        metavar="|".join(PAPERS),
        help=both("讲义：纸张大小", "handout: the size of the paper"),
    )
    parser.add_argument(
        "--address",
        type=address,
        metavar="URL",
        help=both("讲义：第一张印上通向此网址的二维码", "handout: a QR code on the first sheet leads there"),
    )


def per_page(value: str) -> int:
    """Slides on a sheet."""
    if value not in map(str, PER_PAGE):
        raise refused(f"--per-page {value}：可以写 2、3、6", f"--per-page {value}: write 2, 3 or 6")
    return int(value)


def paper(value: str) -> Paper:
    """The size of the sheets."""
    found = next((name for name in PAPERS if name == value.lower()), None)
    if found is None:
        raise refused(f"--paper {value}：可以写 a4、letter", f"--paper {value}: write a4 or letter")
    return found


def address(value: str) -> str:
    """What a QR code on paper can lead to."""
    found = value.strip()
    if not found or len(found) > LONGEST_ADDRESS or not found.isprintable():
        raise refused(
            f"--address：请写一个网址，至多 {LONGEST_ADDRESS} 个字符，如 https://example.org",
            f"--address: write an address of at most {LONGEST_ADDRESS} characters, such as https://example.org",
        )
    return found


def export_options(values: dict[str, Any]) -> ExportOptions:
    """The options read. Raises OptionError where they do not go together."""
    if "output" not in values:
        values["output"] = _beside_the_log(values)
    kind = export_kind(values.get("kind", ""), values["output"])
    for name, option in OF_SOME.items():
        if name in values and name not in KINDS[kind].takes:
            takers = [other.name for other in KINDS.values() if name in other.takes]
            raise refused(
                f"{option} 只用于 --to {'、'.join(takers)}", f"{option} is for --to {' or '.join(takers)} alone"
            )
    if "log" in KINDS[kind].takes and "log" not in values:
        raise refused(
            f"--to {kind}：请用 --log 写明参观记录（放映结束时写明的 .csv）",
            f"--to {kind}: name the log of the visit with --log, the .csv that a show names at its end",
        )
    handout = {name: values.pop(name) for name in Handout.__struct_fields__ if name in values}
    return ExportOptions(**values | {"kind": kind, "handout": Handout(**handout)})


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
            f"-o {output}: of what format? end it in {', '.join(endings[:-1])} or {endings[-1]}, or add --to pdf",
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
