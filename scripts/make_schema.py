"""Make resources/schema/ from the registries, and have every shipped file name its schema in the first line.

Usage: python -m scripts.make_schema
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jn_presenter.schema import KINDS, document, kind_of, modeline
from jn_presenter.schema.naming import MODELINE

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "resources" / "schema"
DECKS = ("slides", "examples/gallery", "examples/museum", "examples/languages")


def shipped() -> Iterator[tuple[Path, str]]:
    """Every file that is to name its schema, and the kind of it."""
    for deck in DECKS:
        for file in sorted((ROOT / deck).rglob("*.yaml")):
            yield file, kind_of(file.relative_to(ROOT / deck))
    for file in sorted((ROOT / "resources" / "styles").glob("*.yaml")):
        yield file, "style"


def schema_line(file: Path, kind: str) -> str:
    """The first line of the file."""
    return modeline(file, SCHEMA / f"{kind}.json")


def headed(text: str, line: str) -> str:
    """The text with the line at its head, in place of one that is there."""
    first, _, rest = text.partition("\n")
    return f"{line}\n{rest if first.startswith(MODELINE) else text}"


def main() -> None:
    """Write what is not as it is to be."""
    SCHEMA.mkdir(parents=True, exist_ok=True)
    for old in set(SCHEMA.glob("*.json")) - {SCHEMA / f"{kind}.json" for kind in KINDS}:
        old.unlink()
    for kind in KINDS:
        (SCHEMA / f"{kind}.json").write_text(document(kind), encoding="utf-8", newline="\n")
    for file, kind in shipped():
        text = file.read_text(encoding="utf-8")
        if (made := headed(text, schema_line(file, kind))) != text:
            file.write_text(made, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
