"""Remakes tests/decks/imported/libreoffice.pptx: a deck of the tests, written by LibreOffice from its own format.

Needs `soffice` (Debian: libreoffice-impress). Run as `python -m tests.make_libreoffice_deck`.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.imported import office, saved

TARGET = Path(__file__).resolve().parent / "decks" / "imported" / "libreoffice.pptx"


def main() -> None:
    """To LibreOffice's own format and back, so that nothing of the first writer is left."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        made = saved(office(), here / "libreoffice.pptx")
        for suffix in ("odp", "pptx"):
            source = made
            made = here / suffix / f"libreoffice.{suffix}"
            home = f"-env:UserInstallation={(here / 'home').as_uri()}"
            subprocess.run(
                ["soffice", home, "--headless", "--convert-to", suffix, "--outdir", str(made.parent), str(source)],
                check=True,
                timeout=300,
            )
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, TARGET)


if __name__ == "__main__":
    main()
