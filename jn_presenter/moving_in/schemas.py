"""The schemas that new files name in their first line, so that editors complete and check them from the beginning."""

from pathlib import Path, PurePosixPath

from jn_presenter.paths import checkout, resources
from jn_presenter.schema import KINDS, document, kind_of, modeline

FOLDER = "schema"
"""Of a deck that brings its schemas along, as `jn-presenter schema -o DECK/schema` writes them."""


def schemas_of(deck: Path) -> Path | None:
    """Where the deck's schemas are: in it, or beside it in a checkout; None where a line would lead nowhere."""
    if (deck / FOLDER / "slide.json").is_file():
        return deck / FOLDER
    top = checkout()
    return resources() / FOLDER if top is not None and deck.absolute().is_relative_to(top) else None


def headed(content: bytes, file: str, deck: Path, schemas: Path | None) -> bytes:
    """The file of a deck with the line that names its schema at its head. file: its path in the deck, with `/`."""
    if schemas is None or not file.endswith(".yaml"):
        return content
    inside = PurePosixPath(file)
    line = modeline(deck.absolute() / inside, schemas.absolute() / f"{kind_of(inside)}.json")
    return f"{line}\n".encode() + content


def schema_files() -> dict[str, bytes]:
    """What makes a deck bring its schemas along, by paths in it."""
    return {f"{FOLDER}/{name}.json": document(name).encode() for name in KINDS}
