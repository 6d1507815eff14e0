"""What is wrong behind a slip that ends the reading of a file: it is read again as if that line were mended."""

from collections.abc import Mapping
from contextlib import suppress

from msgspec import structs

from jn_presenter.load.deck import Loaded, with_unsaved
from jn_presenter.load.files import read_file
from jn_presenter.load.lines import with_line
from jn_presenter.model.problem import Problem

MOST_TURNS = 20
"""So many slips in one file are looked behind."""

Place = tuple[str, int]
"""(file, line)."""


def looked_behind(loaded: Loaded) -> Loaded:
    """The deck as it would be with every line mended that can be, and the problems of its files as they are.

    What is wrong only because something else could not be read is none of them. A line that takes several turns to mend
    is said once, with all of them done. Lines keep their numbers, so that every place is one of the true files.
    """
    slips: dict[Place, Problem] = {}
    read = loaded
    for _ in range(MOST_TURNS):
        found = {(one.file, one.line): one for one in reversed(read.problems) if one.severity == "error" and one.write}
        new = {place: one for place, one in found.items() if place not in slips or slips[place].write != one.write}
        if not new:
            break
        slips |= {place: structs.replace(slips.get(place, one), write=one.write) for place, one in new.items()}
        read = with_unsaved(read, _mended(loaded, slips))
    rest = (one for one in read.problems if (one.file, one.line) not in slips)
    return structs.replace(read, problems=(*slips.values(), *rest))


def _mended(loaded: Loaded, slips: Mapping[Place, Problem]) -> dict[str, bytes | None]:
    """What these files say with these lines as they should be; without those that are not read as text anyway."""
    texts: dict[str, str] = {}
    for file in {file for file, _ in slips}:
        data = read_file(loaded.sources.absolute(file), loaded.deck.folder)
        with suppress(UnicodeDecodeError):
            texts[file] = data.decode() if isinstance(data, bytes) else ""
    for (file, number), slip in slips.items():
        mended = with_line(texts.get(file, ""), number, slip.write)
        if mended is not None:
            texts[file] = mended
    return {file: text.encode() for file, text in texts.items() if text}
