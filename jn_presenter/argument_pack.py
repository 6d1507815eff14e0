"""The options of `jn-presenter pack`: making a pack, a pair of keys, or a look into a pack."""

from argparse import SUPPRESS
from pathlib import Path
from typing import Any

from jn_presenter.argument_parser import Parser, add, add_deck, command_parser
from jn_presenter.argument_types import refused
from jn_presenter.model.options import PackOptions
from jn_presenter.model.text import Message

INSTEAD = {"new_key": "--new-key", "verify": "--verify", "take": "--take"}
"""What is done instead of making one; one at a time."""


def pack() -> Parser:
    """The parser of the command."""
    parser = command_parser(
        "pack",
        "A deck with errors is not packed. docs/packs.md tells the whole way from an office to a hall.",
        "有错误的汇报不打包。从办公室到展厅的做法见 docs/packs.md。",
    )
    add_deck(parser)
    add(parser, "-o", "output", "FILE.jnpack", Message("写到哪个文件", "the file to write"))
    add(
        parser,
        "--key",
        "key",
        "KEY",
        Message(
            "签名用的私钥文件；与 --verify 同用时是公钥", "the file with the private key; with --verify the public key"
        ),
    )
    add(
        parser,
        "--version",
        "version",
        "7",
        Message("版本，只能越来越大；不写则用当前时间", "the version, which only grows; else the time of day"),
    )
    add(parser, "--new-key", "new_key", "NAME", Message("只生成一对密钥", "only make a pair of keys"))
    add(parser, "--verify", "verify", "FILE", Message("只看内容包里有什么", "only say what is in a pack"))
    add(parser, "--settings", "settings", "FILE", Message("本机的设置文件", "the settings of this machine"))
    parser.add_argument("--take", dest="take", action="store_true", help=SUPPRESS)
    return parser


def pack_options(values: dict[str, Any]) -> PackOptions:
    """The options read. Raises OptionError where they do not go together."""
    asked = [option for name, option in INSTEAD.items() if values.get(name)]
    if len(asked) > 1:
        raise refused(f"{asked[0]} 和 {asked[1]} 只写一个", f"write {asked[0]} or {asked[1]}, not both")
    if not asked:
        if not values.get("output"):
            raise refused("请用 -o 写明文件，如 -o 汇报.jnpack", "name the file with -o, such as -o briefing.jnpack")
        if not values.get("key"):
            raise refused(
                "请用 --key 写明私钥文件；没有的话先 jn-presenter pack --new-key 名称",
                "name the private key with --key; jn-presenter pack --new-key NAME makes one",
            )
        if not values["output"].endswith(".jnpack"):
            raise refused(f"-o {values['output']}：请以 .jnpack 结尾", f"-o {values['output']}: end it in .jnpack")
    for name in ("output", "new_key", "verify", "settings"):
        if values.get(name):
            values[name] = str(Path(values[name]).absolute())
    return PackOptions(**values)
