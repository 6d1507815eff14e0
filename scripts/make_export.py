"""Make the tables of docs/export.md from the kinds of exports and their options, which are the one place they stand.

Usage: python -m scripts.make_export
"""

from __future__ import annotations

import re
from pathlib import Path

from jn_presenter.argument_export import OF_SOME, exporting
from jn_presenter.export.kinds import KINDS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "export.md"
TABLE = re.compile(r"(<!-- kinds -->\n).*?(<!-- /kinds -->)", re.DOTALL)
OPTIONS = re.compile(r"(<!-- options -->\n).*?(<!-- /options -->)", re.DOTALL)


def kinds_table() -> str:
    """A row a kind: its name, what -o is, and what it is in both languages."""
    places = {kind.name: f"`{kind.suffix}`" if kind.suffix else "文件夹 folder" for kind in KINDS.values()}
    rows = (f"| `{kind.name}` | {places[kind.name]} | {kind.about.zh} | {kind.about.en} |" for kind in KINDS.values())
    return "| `--to` | `-o` | | |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"


def options_table() -> str:
    """A row an option that not every kind takes."""
    found = {action.dest: action for action in exporting()._actions}
    rows = []
    for name, option in OF_SOME.items():
        action = found[name]
        en, _, zh = (action.help or "").partition("\n")
        takers = " ".join(f"`{kind.name}`" for kind in KINDS.values() if name in kind.takes)
        value = f" {action.metavar}".replace("|", " \\| ") if action.metavar else ""
        rows.append(f"| `{option}{value}` | {takers} | {_plain(zh)} | {_plain(en)} |")
    return "| | | | |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"


def _plain(words: str) -> str:
    """Without the kind's name ahead, which has a column of its own."""
    return re.sub(r"^(讲义：|留念：|handout: |souvenir: )", "", words)


def page(words: str) -> str:
    """The page with both tables as they are to be."""
    words = TABLE.sub(lambda found: found[1] + kinds_table() + found[2], words)
    return OPTIONS.sub(lambda found: found[1] + options_table() + found[2], words)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
