"""What was found when slides were laid out, kept in the user's folder for caches, so that a second check takes little.

A verdict holds for a slide's file, its pictures and data, and for all that the slides share: languages, facts, style,
canvases, and the program itself. Where any of it differs the slide is laid out anew; nothing here can be wrong for
longer than its reason stands.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter import __version__, durable
from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.feed import Feed, Snapshot, Snapshots
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.paths import resources

SUFFIX = ".fits"
MOST_FILES = 32
"""Decks that are remembered; of more the oldest are forgotten."""
MOST_BYTES = 32 << 20
PARTS = (
    *("model", "draw", "elements", "layouts", "feeds", "load", "kiosk", "show", "visiting", "qt/scene"),
    *("qt/fonts.py", "qt/offscreen.py", "compose.py", "check_fit.py", "fit_memory.py"),
)
"""The code that reads slides and lays them out."""
SIZE = 16
"""Bytes of a key and of the checksum that a file begins with."""


class Verdict(Struct, frozen=True, array_like=True):
    """Something found: at which path, as the element says it, and as it is told with its screens and languages."""

    path: str
    finding: Finding
    located: Finding


class FitMemory:
    """The verdicts on one deck's slides, by their keys. Only those asked for are kept."""

    def __init__(self, file: Path, program: bytes = b"", *, fresh: bool = False) -> None:
        """`file` need not be there. program: what the program is, see program_stamp. fresh: nothing is known yet."""
        self._file = file
        self._program = program
        self._known = {} if fresh else _read(file)
        self._kept: dict[bytes, tuple[Verdict, ...]] = {}
        self._new = False

    def keys(self, deck: Deck, style: Style, shared: object, snapshots: Snapshots) -> dict[str, bytes]:
        """The key of each slide; `shared`: what else all are laid out by, of values that tell themselves by repr."""
        told = (deck.briefing.languages, deck.facts, style, shared)
        common = blake2b(self._program + repr(told).encode(), digest_size=SIZE).digest()
        stamps = {feed: _stamp(snapshot) for feed, snapshot in snapshots.items()}
        looks = {theme.id: (theme.accent, theme.motif) for theme in deck.themes}
        return {name: _key(slide, common, looks.get(slide.theme), stamps) for name, slide in deck.slides.items()}

    def recall(self, key: bytes) -> tuple[Verdict, ...] | None:
        """What was found for this key, None where it was never looked for."""
        found = self._known.get(key)
        if found is not None:
            self._kept[key] = found
        return found

    def keep(self, key: bytes, found: tuple[Verdict, ...]) -> None:
        """Remember what was found."""
        self._kept[key] = found
        self._new = True

    def learn(self, found: Mapping[bytes, tuple[Verdict, ...]]) -> None:
        """What others have found: it is believed where a slide has that very key."""
        self._known = {**found, **self._known}
        self._new = self._new or bool(found)

    def save(self) -> None:
        """Write it, if anything is new. Where that cannot be, the next check takes as long as this one."""
        if not self._new:
            return
        content = msgspec.msgpack.encode(self._kept)
        if len(content) > MOST_BYTES:
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            durable.replace(self._file, blake2b(content, digest_size=SIZE).digest() + content)
            _forget(self._file.parent)


def memory_of(folder: str, *, fresh: bool = False) -> FitMemory:
    """The memory of the deck in `folder`. fresh: it begins with nothing."""
    from platformdirs import user_cache_dir

    name = blake2b(os.path.realpath(folder).encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()
    place = Path(user_cache_dir("jn-presenter", appauthor=False), "fits")
    frozen = getattr(sys, "frozen", False)  # then all code is in the one file that runs
    code = [Path(sys.executable)] if frozen else [Path(__file__).parent / part for part in PARTS]
    return FitMemory(place / f"{name}{SUFFIX}", program_stamp((*code, resources() / "fonts")), fresh=fresh)


def program_stamp(parts: Iterable[Path]) -> bytes:
    """What changes with the program: its version, Python's, Qt's, and these files, all of them where it is a folder."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:
        qt = ""
    told = [f"{__version__} {sys.version} {sys.platform} {qt}"]
    for part in parts:
        told += sorted(_files(os.fspath(part))) if part.is_dir() else [_told(os.fspath(part), part.stat())]
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _files(folder: str) -> Iterable[str]:
    """Path, size and time of change of each file, byte code left out."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield _told(entry.path, entry.stat())


def _told(path: str, info: os.stat_result) -> str:
    return f"{path} {info.st_size} {info.st_mtime_ns}"


def _key(slide: Slide, common: bytes, look: object, stamps: Mapping[Feed, bytes]) -> bytes:
    fed = b"".join(stamps.get(feed, b"") for feed in slide_feeds(slide)) if stamps else b""
    told = repr((slide.id, slide.digest, look)).encode()
    return blake2b(common + told + fed, digest_size=SIZE).digest()


def _stamp(snapshot: Snapshot) -> bytes:
    """What changes with the rows of a feed and with what is said of them."""
    told = blake2b(digest_size=SIZE)
    head = (snapshot.lines, snapshot.sheet, snapshot.file, snapshot.as_of, snapshot.time_s, snapshot.closed)
    told.update(repr((head, snapshot.state, snapshot.finding)).encode("utf-8", "surrogatepass"))
    for column in snapshot.columns:
        cells = column.cells
        told.update(repr((column.name, column.number, len(cells))).encode("utf-8", "surrogatepass"))
        told.update(cells.tobytes() if isinstance(cells, memoryview) else repr(cells).encode("utf-8", "surrogatepass"))
    return told.digest()


def _read(file: Path) -> dict[bytes, tuple[Verdict, ...]]:
    """What the file holds; nothing where it is missing, damaged, or of another form."""
    try:
        content = durable.read(file, MOST_BYTES + SIZE)
        if blake2b(content[SIZE:], digest_size=SIZE).digest() == content[:SIZE]:
            return msgspec.msgpack.decode(content[SIZE:], type=dict[bytes, tuple[Verdict, ...]])
    except (OSError, msgspec.MsgspecError):
        pass
    return {}


def _forget(folder: Path) -> None:
    """Remove what was not written for longest."""
    files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[MOST_FILES:]:
        file.unlink(missing_ok=True)
