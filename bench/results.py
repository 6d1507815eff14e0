"""RESULTS.md has two parts: the page of the measurements, and beneath it a dated block for each long run."""

from collections.abc import Sequence
from pathlib import Path

LONG = "## Long runs"
HEAD = f"{LONG}\n\nWritten by `python3 run.py soak`, each when it was last done at full length.\n"
BLOCK = "### "


def keep_page(path: Path, page: str) -> None:
    """The page of the measurements in place of the one before; the long runs stay."""
    _, runs = _parts(path)
    path.write_text(page + (f"\n{HEAD}\n{_joined(runs)}" if runs else ""), encoding="utf-8")


def keep_run(path: Path, name: str, block: str, order: Sequence[str]) -> None:
    """The block of a long run in place of the one before; all else stays. order: of all runs there are."""
    page, runs = _parts(path)
    runs |= {name: block}
    known = {one: runs[one] for one in order if one in runs}
    path.write_text(f"{page}\n{HEAD}\n{_joined(known)}", encoding="utf-8")


def _parts(path: Path) -> tuple[str, dict[str, str]]:
    """The page, and the blocks by their names."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    page, _, rest = text.partition(f"\n{LONG}\n")
    blocks = rest.split(f"\n{BLOCK}")[1:]
    return page, {block.partition("\n")[0]: f"{BLOCK}{block.rstrip()}\n" for block in blocks}


def _joined(blocks: dict[str, str]) -> str:
    return "\n".join(blocks.values())
