"""Make resources/keys.yaml and docs/keys.md from the commands of the show, which are the one place where keys stand.

Usage: python -m scripts.make_keys
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from jn_presenter.load.keys import keys_file
from jn_presenter.show.keyhelp import HelpRow, help_table

ROOT = Path(__file__).resolve().parent.parent
KEYS = ROOT / "resources" / "keys.yaml"
HELP = ROOT / "docs" / "keys.md"
HEAD = """\
# yaml-language-server: $schema=schema/keys.json
# 各命令的键，由 scripts/make_keys.py 生成：改这个文件不起作用。
# 要用自己的键，另建一个 keys.yaml，只写要改的命令：
# The keys of all commands, made by scripts/make_keys.py: to change this file changes nothing.
# For keys of your own make a keys.yaml with just the commands that you want otherwise:
#
#   Linux    ~/.config/jn-presenter/keys.yaml
#   macOS    ~/Library/Application Support/jn-presenter/keys.yaml
#   Windows  %LOCALAPPDATA%\\jn-presenter\\keys.yaml
#
# 一个命令所写的键代替它原有的全部键；[] 是不用键；hold 是长按。一个键不能给两个命令。
# 放映中保存，随即生效；有错的那一行不算数，演讲者窗口会指出。
# What a command has there takes the place of all its keys; [] is for none; hold is for a key held down. No key can call
# two commands. What is saved counts at once, in mid-show too; a line with a mistake does not, and the console tells it.
"""


def keys_yaml() -> str:
    """The content of resources/keys.yaml."""
    return HEAD + keys_file()


def keys_md() -> str:
    """The content of docs/keys.md: the key help in both languages."""
    return "# 按键 · Keys\n" + "".join(_group(zh, en) for zh, en in _groups())


def _groups() -> list[tuple[list[HelpRow], list[HelpRow]]]:
    tables = (help_table("zh"), help_table("en"))
    zh, en = ([list(rows) for _, rows in groupby(table, key=lambda row: row.group)] for table in tables)
    return list(zip(zh, en, strict=True))


def _group(zh: list[HelpRow], en: list[HelpRow]) -> str:
    rows = (
        f"| {_cell(chinese.keys)} | {chinese.help} | {english.help} |" for chinese, english in zip(zh, en, strict=True)
    )
    return f"\n## {zh[0].group} · {en[0].group}\n\n| 键 Key | | |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def _cell(keys: tuple[str, ...]) -> str:
    return " ".join(f"`{key}`" for key in keys).replace("|", "\\|")


if __name__ == "__main__":
    KEYS.write_text(keys_yaml(), encoding="utf-8")
    HELP.write_text(keys_md(), encoding="utf-8")
