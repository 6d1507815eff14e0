"""Remakes tests/decks/tables/libreoffice-*.xlsx: tables of the small deck, typed into and saved by LibreOffice.

Needs `soffice` (Debian: libreoffice-calc). Run as `python -m tests.make_libreoffice_book`.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.edited_book import Formula, Shown, column, row_of, typed
from tests.small_deck import FACTS_SHEET, TEXTS_SHEET, facts_book, small_deck, texts_book

FOLDER = Path(__file__).resolve().parent / "decks" / "tables"


def main() -> None:
    """To LibreOffice's own format and back, so that nothing of the first writer is left."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        deck = small_deck(here / "deck")
        facts, texts = facts_book(deck), texts_book(deck)
        row = row_of(facts, FACTS_SHEET, "output")
        facts = typed(
            facts,
            FACTS_SHEET,
            {
                f"{column(facts, FACTS_SHEET, '数值')}{row}": Formula("=600*2", 1200),
                f"{column(facts, FACTS_SHEET, '统计日期')}{row}": Shown(datetime.date(2024, 6, 1), "mmm-yy"),
                f"{column(facts, FACTS_SHEET, '名称（中文')}{row}": "=总产值",
            },
        )
        end = row_of(texts, TEXTS_SHEET, "The end")
        texts = typed(texts, TEXTS_SHEET, {f"{column(texts, TEXTS_SHEET, '英文')}{end}": "Over & out\nof it"})
        for name, content in (("facts", facts), ("texts", texts)):
            made = here / f"libreoffice-{name}.xlsx"
            made.write_bytes(content)
            for suffix in ("ods", "xlsx"):
                source, made = made, here / suffix / f"libreoffice-{name}.{suffix}"
                home = f"-env:UserInstallation={(here / 'home').as_uri()}"
                subprocess.run(
                    ["soffice", home, "--headless", "--convert-to", suffix, "--outdir", str(made.parent), str(source)],
                    check=True,
                    timeout=300,
                )
            shutil.copyfile(made, FOLDER / made.name)


if __name__ == "__main__":
    main()
