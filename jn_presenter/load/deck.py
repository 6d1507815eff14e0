"""A deck and all that goes with it while it is shown: read bit by bit, and read again where files change.

Everything here is a function from one frozen `Loaded` to the next, so that a thread can read while a show runs.
"""

import os
from collections.abc import Iterable
from collections.abc import Mapping as MappingType

from msgspec import Struct, structs

from jn_presenter.load.errors import DeckError
from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.index import BRIEFING, FACTS, THEME, Index, read_index
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading
from jn_presenter.load.slides import slide
from jn_presenter.load.sources import Places, Sources, slide_file
from jn_presenter.load.suggest import hint
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message


class Loaded(Struct, frozen=True, kw_only=True):
    """A deck as far as it is read, its problems by file and line, and the places of all values."""

    deck: Deck
    problems: tuple[Problem, ...]
    sources: Sources
    context: Context


class Batch(Struct, frozen=True):
    """Slides that were read: for each id the slide, None for a broken one, its problems and its places."""

    context: Context
    slides: MappingType[str, tuple[Slide | None, tuple[Problem, ...], Places]]


def load_index(folder: str | os.PathLike[str]) -> Loaded:
    """The deck in `folder` without its slides, which all are pending.

    Raises DeckError where there is nothing to show; see load/errors.py.
    """
    return _loaded(read_index(os.fspath(folder)))


def load_deck(folder: str | os.PathLike[str]) -> Loaded:
    """The whole deck in `folder`. Raises DeckError where there is nothing to show."""
    loaded = load_index(folder)
    return with_slides(loaded, loaded.deck.order)


def with_slides(loaded: Loaded, ids: Iterable[str]) -> Loaded:
    """Read these slides, again where they are read already. Of one that is broken now the last good state stays."""
    batch = read_slides(loaded, ids)
    return _merge(loaded, batch, batch.slides.keys())


def read_slides(loaded: Loaded, ids: Iterable[str]) -> Batch:
    """Read slides without touching `loaded`: for a thread, whose Batch `merged` puts in."""
    known = set(loaded.deck.order)
    read_now = {name: _read_slide(name, loaded) for name in ids if name in known}
    return Batch(loaded.context, read_now)


def merged(loaded: Loaded, batch: Batch) -> Loaded:
    """`loaded` with those slides of the batch that are still pending: what was read in the meantime is newer."""
    if batch.context != loaded.context:
        return loaded
    return _merge(loaded, batch, batch.slides.keys() & loaded.deck.pending)


def reload(loaded: Loaded, changed: Iterable[str]) -> Loaded:
    """Read the changed files (absolute paths) again, and whatever depends on them.

    What is broken now keeps its last good state, part by part: a slide, a theme, a fact, a style, the briefing.
    """
    files = {_relative(path, loaded.deck.folder) for path in changed}
    fresh = _with_index(loaded, files) if any(_is_index(file, loaded) for file in files) else loaded
    old, new = loaded.context, fresh.context
    stale = {name for name in fresh.deck.order if slide_file(name) in files or _uses_any(fresh.sources, name, files)}
    if old != new:
        read_already = set(fresh.deck.order) - fresh.deck.pending
        stale |= {name for name in read_already if _depends(fresh, name, old, new)}
    stale |= set(fresh.deck.order) - set(loaded.deck.order)
    return with_slides(fresh, (name for name in fresh.deck.order if name in stale))


def watched(loaded: Loaded) -> tuple[str, ...]:
    """The absolute paths of all files that the deck is made of, those that should be there and are not included."""
    sources = loaded.sources
    files = dict.fromkeys((BRIEFING, FACTS, *sources.files, *map(slide_file, loaded.deck.order)))
    for places in sources.files.values():
        files.update((use.removeprefix("file:"), None) for use in places.uses if use.startswith("file:"))
    return tuple(sources.absolute(file) for file in files)


def _loaded(index: Index) -> Loaded:
    problems = tuple(sorted(index.problems, key=_by_place))
    return Loaded(deck=index.deck, problems=problems, sources=index.sources, context=index.context)


def _by_place(problem: Problem) -> tuple[bool, str, int, int]:
    return bool(problem.slide), problem.file, problem.line, problem.column


def _read_slide(name: str, loaded: Loaded) -> tuple[Slide | None, tuple[Problem, ...], Places]:
    file = slide_file(name)
    reading = Reading(file, loaded.context, slide=name)
    sources = loaded.sources
    data = read_file(sources.absolute(file), loaded.deck.folder)
    if isinstance(data, Missing):
        return None, (_missing_slide(name, loaded),), Places()
    if isinstance(data, Finding):
        reading.report(0, data.code, data.message, data.hint)
        return None, tuple(reading.problems), Places()
    root = read(data, reading)
    made = slide(root, reading, data) if root is not None else None
    return made, tuple(reading.problems), sources.pool.places(root, reading.renames, tuple(reading.uses))


def _missing_slide(name: str, loaded: Loaded) -> Problem:
    """A slide that the theme lists and the disk does not have: a problem of the list."""
    theme, _, stem = name.partition("/")
    found = loaded.deck.theme(theme)
    place = found.slides.index(name) + 1 if found else 0
    there = _stems(os.path.join(loaded.deck.folder, theme))  # noqa: PTH118
    none = Message(f"新建 {theme}/{stem}.yaml，或从列表里删去", f"make {theme}/{stem}.yaml, or take it off the list")
    finding = Finding(
        code="missing-slide",
        message=Message(f"没有文件 {theme}/{stem}.yaml", f"there is no file {theme}/{stem}.yaml"),
        hint=hint(stem, there, otherwise=none),
    )
    return loaded.sources.problem(f"{theme}/{THEME}", f"slides.{place}", finding, slide=name)


def _stems(folder: str) -> tuple[str, ...]:
    try:
        names = os.listdir(folder)  # noqa: PTH208
    except OSError:
        return ()
    return tuple(name.removesuffix(".yaml") for name in names if name.endswith(".yaml") and name != THEME)


def _merge(loaded: Loaded, batch: Batch, ids: Iterable[str]) -> Loaded:
    chosen = set(ids)
    if not chosen:
        return loaded
    slides = dict(loaded.deck.slides)
    files = dict(loaded.sources.files)
    problems = [problem for problem in loaded.problems if problem.slide not in chosen]
    for name in chosen:
        made, found, places = batch.slides[name]
        if made is not None:
            slides[name] = made
        files[slide_file(name)] = places
        problems += found
    deck = structs.replace(loaded.deck, slides=slides, pending=loaded.deck.pending - chosen)
    sources = structs.replace(loaded.sources, files=files)
    return structs.replace(loaded, deck=deck, sources=sources, problems=tuple(sorted(problems, key=_by_place)))


def _relative(path: str, folder: str) -> str:
    """The name that a file has in Sources: its path from the deck's folder where it is inside."""
    prefix = folder.rstrip(os.sep) + os.sep
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else path


def _is_index(file: str, loaded: Loaded) -> bool:
    """Whether the order, the context or a list depends on the file: every YAML file that is not a slide in order."""
    return file.endswith((".yaml", ".yml")) and file.removesuffix(".yaml") not in loaded.deck.order


def _with_index(loaded: Loaded, files: Iterable[str]) -> Loaded:
    """The index read again, with the slides that were read already and are still listed."""
    old = loaded.deck
    try:
        index = read_index(old.folder, old)
    except DeckError as error:
        kept = tuple(problem for problem in loaded.problems if problem.slide)
        finding = Finding(
            code="deck", message=error.message, hint=Message("改好之后会自动继续", "mend it, and the show goes on")
        )
        problem = loaded.sources.problem(BRIEFING, "", finding)
        return structs.replace(loaded, problems=(problem, *error.problems, *kept))
    order = set(index.deck.order)
    gone = set(old.order) - order
    deck = structs.replace(
        index.deck,
        slides={name: slide for name, slide in old.slides.items() if name in order},
        pending=(old.pending & order) | (order - set(old.order)),
    )
    slides = {slide_file(name) for name in old.order if name in order}
    files = {file: places for file, places in loaded.sources.files.items() if file in slides}
    sources = structs.replace(index.sources, files={**files, **index.sources.files})
    problems = (*index.problems, *(one for one in loaded.problems if one.slide and one.slide not in gone))
    return Loaded(deck=deck, sources=sources, context=index.context, problems=tuple(sorted(problems, key=_by_place)))


def _uses_any(sources: Sources, name: str, files: set[str]) -> bool:
    """Whether the slide shows one of the files."""
    places = sources.files.get(slide_file(name))
    return places is not None and any(use.startswith("file:") and use[5:] in files for use in places.uses)


def _depends(loaded: Loaded, name: str, old: Context, new: Context) -> bool:
    """Whether a slide may read otherwise in the new context: it had problems, or what it uses is gone."""
    if old.languages != new.languages or any(problem.slide == name for problem in loaded.problems):
        return True
    places = loaded.sources.files.get(slide_file(name))
    lost = {f"fact:{name}" for name in old.facts.keys() - new.facts.keys()}
    lost |= {f"colour:{name}" for name in old.colours - new.colours}
    return places is not None and not lost.isdisjoint(places.uses)
