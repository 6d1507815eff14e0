"""Make the pictures of docs/editing.md, and put into its blocks what the commands print.

Usage: python -m scripts.make_editing [NAME …]

NAME: of pictures that are to be made anew, by default all; `blocks` makes none.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPixmap

from jn_presenter.qt.offscreen import application
from scripts.editing.desk import desk
from scripts.editing.pictures import PICTURES
from scripts.editing.printed import refreshed
from scripts.make_screenshots import small

DOCS = Path(__file__).resolve().parent.parent / "docs"
BLOCKS = "blocks"
DOCUMENTS = {"zh": DOCS / "editing.zh-CN.md", "en": DOCS / "editing.md"}


def folder_of(language: str) -> Path:
    """Where the pictures are whose words are in that language."""
    return DOCS / "images" / f"editing-{language}"


def main(names: list[str]) -> None:
    """Write pictures and blocks."""
    application()
    for language, document in DOCUMENTS.items():
        document.write_text(refreshed(document.read_text(encoding="utf-8"), language), encoding="utf-8")
        folder = folder_of(language)
        folder.mkdir(parents=True, exist_ok=True)
        for name in () if names == [BLOCKS] else names or PICTURES:
            with desk(language) as at:
                file = folder / f"{name}.png"
                file.write_bytes(small(_png(PICTURES[name](at))))
            print(f"{file.relative_to(DOCS.parent)}: {file.stat().st_size / 1000:.0f} kB")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QPixmap.fromImage(image).save(buffer, "PNG")
    return bytes(buffer.data().data())


if __name__ == "__main__":
    main(sys.argv[1:])
