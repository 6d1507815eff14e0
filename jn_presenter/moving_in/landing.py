"""The folder of an imported deck: made beside its place, divided until all fits, and put there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from jn_presenter.durable import settle_names
from jn_presenter.moving_in.decking import Decked, decked
from jn_presenter.moving_in.dividing import DEGREES
from jn_presenter.moving_in.found import Found
from jn_presenter.moving_in.schemas import FOLDER, headed, schema_files
from jn_presenter.moving_in.telling import FILE, import_notes

Examine = Callable[[str, Collection[str]], Collection[str]]
"""(folder of a deck, ids of slides) -> those of them that `check` finds errors in."""


def land(found: Found, name: str, folder: Path, examine: Examine) -> Decked:
    """Write the deck into `folder`, which must not be there, or be empty. Raises OSError; then nothing is there.

    A slide with errors (too much for its place, a chart that its figures do not suit) is divided more finely, until
    there are none: at the last degree what still has no room is left out, and listed.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    try:
        made = _fitted(found, name, part, examine)
        _put(part, schema_files())
        _settle(part)
        with suppress(FileNotFoundError):
            folder.rmdir()
        part.chmod(0o755)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    settle_names(folder.parent)
    return made


def _fitted(found: Found, name: str, part: Path, examine: Examine) -> Decked:
    degrees: dict[int, int] = {}
    made = decked(found, name, degrees)
    _write(part, made, name)
    asked: Collection[str] = tuple(made.origin)
    for _ in range(DEGREES):
        broken = {made.origin[slide] for slide in examine(str(part), asked) if slide in made.origin}
        if not broken:
            break
        degrees |= {number: degrees.get(number, 0) + 1 for number in broken}
        for file in made.files:
            (part / file).unlink(missing_ok=True)
        made = decked(found, name, degrees)
        _write(part, made, name)
        asked = [slide for slide, number in made.origin.items() if number in broken]
    return made


def _write(part: Path, made: Decked, name: str) -> None:
    _put(part, {file: headed(content, file, part, part / FOLDER) for file, content in made.files.items()})
    _put(part, {FILE: import_notes(made, name)})


def _put(part: Path, files: Mapping[str, bytes]) -> None:
    for file, content in files.items():
        path = part / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def _settle(part: Path) -> None:
    """Have all of it on the disk before it gets its name; folders that were emptied on the way go."""
    for path in sorted(part.rglob("*"), reverse=True):
        if path.is_dir():
            with suppress(OSError):
                path.rmdir()
        else:
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())
