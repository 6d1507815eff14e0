"""A deck and all that goes with it while it is shown: read bit by bit, and read again where files change.

Everything here is a function from one frozen `Loaded` to the next, so that a thread can read while a show runs.
"""

import os
from collections.abc import Iterable, Mapping

from msgspec import Struct, structs

from jn_presenter.load.errors import DeckError
from jn_presenter.load.files import MISSING, Missing, read_file
from jn_presenter.load.index import BRIEFING, FACTS, GLOSSARY, QUESTIONS, STYLES, THEME, Index, read_index
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading
from jn_presenter.load.slides import slide
from jn_presenter.load.slips.suggest import hint
from jn_presenter.load.sources import Places, Sources, slide_file
from jn_presenter.load.strays import ending_hint, meant_by
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message
from jn_presenter.model.visit import Visit


class Loaded(Struct, frozen=True, kw_only=True):
    """A deck as far as it is read, its problems by file and line, and the places of all values."""

    deck: Deck
    problems: tuple[Problem, ...]
    sources: Sources
    context: Context
    more_styles: tuple[str, ...] = ()
    """Styles that the deck has whether its briefing names them or not."""
    unsaved: Mapping[str, bytes | None] = {}
    """What files say that are being edited, None: they are to be deleted. Read instead of what the disk has."""
    visit_file: str = ""
    """The file of the visit that the deck is made out for, as files are named in Sources; empty for none."""
    written: Deck | None = None
    """The deck as its own files say it, where `deck` is made out for a visit."""

    @property
    def visit(self) -> Visit | None:
        return self.deck.visit


def load_index(folder: str | os.PathLike[str], *, more_styles: tuple[str, ...] = (), visit: str = "") -> Loaded:
    """The deck in `folder` without its slides, which all are pending; `more_styles` beside those of its briefing.

    visit: the id or the file of the visit that it is made out for; empty for none. Raises DeckError where there is
    nothing to show; see load/errors.py.
    """
    loaded = _loaded(read_index(os.fspath(folder), None, more_styles), more_styles)
    if not visit:
        return loaded
    from jn_presenter.load.making_out import with_visit  # a show without a visit does not pay for it

    return with_visit(loaded, visit)


def load_deck(folder: str | os.PathLike[str]) -> Loaded:
    """The whole deck in `folder`. Raises DeckError where there is nothing to show."""
    loaded = load_index(folder)
    return with_slides(loaded, loaded.deck.order)


def with_slides(loaded: Loaded, names: Iterable[str]) -> Loaded:
    """Read the slides of these ids, again where they are read already. Of one that is broken the last good state stays.

    Ids that no theme lists are left out.
    """
    if loaded.visit_file:
        from jn_presenter.load.making_out import on_written  # as above

        return on_written(loaded, lambda plain: with_slides(plain, names))
    chosen = set(names).intersection(loaded.deck.order)
    if not chosen:
        return loaded
    slides = dict(loaded.deck.slides)
    files = dict(loaded.sources.files)
    problems = [problem for problem in loaded.problems if problem.slide not in chosen]
    for name in chosen:
        made, found, files[slide_file(name)] = _read_slide(name, loaded)
        if made is not None and made != slides.get(name):  # the same one again would be laid out again
            slides[name] = made
        problems += found
    deck = structs.replace(loaded.deck, slides=slides, pending=loaded.deck.pending - chosen)
    sources = structs.replace(loaded.sources, files=files)
    return structs.replace(loaded, deck=deck, sources=sources, problems=tuple(sorted(problems, key=by_place)))


def reload(loaded: Loaded, changed: Iterable[str]) -> Loaded:
    """Read the changed files (absolute paths) again, and whatever depends on them.

    What is broken now keeps its last good state, part by part: a slide, a theme, a fact, a style, the briefing.
    """
    if loaded.visit_file:
        from jn_presenter.load.making_out import on_written  # as above

        changed = tuple(changed)
        return on_written(loaded, lambda plain: reload(plain, changed), changed)
    files = {relative(path, loaded.deck.folder) for path in changed}
    fresh = loaded
    stale: set[str] = set()
    if any(_is_index(file, loaded) for file in files) or not files.isdisjoint(_facts_data(loaded.sources)):
        fresh = _with_index(loaded)
        stale = _dependent(fresh, loaded.context) | (set(fresh.deck.order) - set(loaded.deck.order))
    stale |= {name for name in fresh.deck.order if slide_file(name) in files}
    if any(not file.endswith(".yaml") for file in files):
        stale |= {name for name in fresh.deck.order if _shows_any(fresh.sources, name, files)}
    return with_slides(fresh, stale)


def with_unsaved(loaded: Loaded, unsaved: Mapping[str, bytes | None]) -> Loaded:
    """The deck as it is while files are edited that say this, None: they are to be deleted; all others as on the disk.

    What is broken keeps its last good state, as on a reload.
    """
    files = {*unsaved, *loaded.unsaved}
    same = object()
    changed = [name for name in files if unsaved.get(name, same) != loaded.unsaved.get(name, same)]
    if not changed:
        return loaded
    return reload(structs.replace(loaded, unsaved=unsaved), map(loaded.sources.absolute, changed))


def as_written(loaded: Loaded) -> Loaded:
    """The deck as its own files say it, whoever comes."""
    if loaded.written is None:
        return loaded
    return structs.replace(loaded, deck=loaded.written, written=None, visit_file="")


def remade(plain: Loaded, like: Loaded) -> Loaded:
    """A deck as it is written, made out for the visit of `like`, if it has one."""
    if like.visit is None:
        return plain
    from jn_presenter.visiting import made_out  # a show without a visit does not pay for it

    return structs.replace(plain, deck=made_out(plain.deck, like.visit), written=plain.deck, visit_file=like.visit_file)


def watched(loaded: Loaded) -> tuple[str, ...]:
    """The absolute paths of all files that the deck is made of, those that should be there and are not included."""
    order, sources = (loaded.written or loaded.deck).order, loaded.sources
    uses = [use for places in sources.files.values() for use in places.uses]
    # data first: it is what changes while an audience looks on
    files = dict.fromkeys(use.removeprefix("data:") for use in uses if use.startswith("data:"))
    index = (BRIEFING, FACTS, GLOSSARY, QUESTIONS)
    files.update(dict.fromkeys((*index, *sources.files, *map(slide_file, order))))
    brief = loaded.deck.briefing
    files.update(dict.fromkeys(f"{STYLES}/{name}.yaml" for name in brief.styles))
    files.update(dict.fromkeys(f"{name}/{THEME}" for name in brief.themes))
    files.update(dict.fromkeys(use.removeprefix("file:") for use in uses if use.startswith("file:")))
    return tuple(sources.absolute(file) for file in files)


def uses_of(loaded: Loaded, file: str) -> tuple[str, ...]:
    """What else the content of a file depends on, `file:…` and `data:…` among it."""
    return loaded.sources.files.get(file, Places()).uses


def _loaded(index: Index, more_styles: tuple[str, ...]) -> Loaded:
    problems = tuple(sorted(index.problems, key=by_place))
    return Loaded(
        deck=index.deck, problems=problems, sources=index.sources, context=index.context, more_styles=more_styles
    )


def by_place(problem: Problem) -> tuple[bool, str, int, int]:
    """The order in which problems are told."""
    return bool(problem.slide), problem.file, problem.line, problem.column


def _read_slide(name: str, loaded: Loaded) -> tuple[Slide | None, tuple[Problem, ...], Places]:
    file = slide_file(name)
    reading = Reading(file, loaded.context, slide=name)
    sources = loaded.sources
    data: bytes | Finding | Missing
    if file in loaded.unsaved:
        typed = loaded.unsaved[file]
        data = MISSING if typed is None else typed
    else:
        data = read_file(sources.absolute(file), loaded.deck.folder)
    if isinstance(data, Missing):
        return None, (_missing_slide(name, loaded),), Places()
    if isinstance(data, Finding):
        reading.report(0, data.code, data.message, data.hint)
        return None, tuple(reading.problems), Places()
    root = read(data, reading)
    made = slide(root, reading, data) if root is not None else None
    return made, tuple(reading.problems), sources.pool.places(root, reading)


def _missing_slide(name: str, loaded: Loaded) -> Problem:
    """A slide that the theme lists and the disk does not have: a problem of the list."""
    theme, _, stem = name.partition("/")
    folder = os.path.join(loaded.deck.folder, theme)  # noqa: PTH118
    there = tuple(one for one in _stems(folder) if not _is_listed(f"{theme}/{one}", loaded))
    none = Message(f"新建 {theme}/{stem}.yaml，或从列表里删去", f"make {theme}/{stem}.yaml, or take it off the list")
    named = meant_by(f"{stem}.yaml", _names(folder))
    advice = ending_hint(named, f"{stem}.yaml") if named else hint(stem, there, otherwise=none)
    finding = Finding(
        code="missing-slide",
        message=Message(
            f"没有文件 {theme}/{stem}.yaml" + (f"，却有 {named}" if named else ""),
            f"there is no file {theme}/{stem}.yaml" + (f", but {named}" if named else ""),
        ),
        hint=advice,
    )
    return loaded.sources.problem(f"{theme}/{THEME}", f"slides[{stem}]", finding, slide=name)


def _is_listed(name: str, loaded: Loaded) -> bool:
    """Whether a theme lists the slide: then it is to be read, or was. A theme may list thousands that are missing."""
    return name in loaded.deck.pending or slide_file(name) in loaded.sources.files


def _stems(folder: str) -> set[str]:
    """The names of the slides on the disk."""
    return {name.removesuffix(".yaml") for name in _names(folder) if name.endswith(".yaml") and name != THEME}


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208
    except OSError:
        return []


def relative(path: str, folder: str) -> str:
    """The name that a file has in Sources: its path from the deck's folder where it is inside."""
    prefix = folder.rstrip(os.sep) + os.sep
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else path


def _is_index(file: str, loaded: Loaded) -> bool:
    """Whether the order, the context or a list depends on the file: every YAML file that is not a slide in order."""
    return file.endswith((".yaml", ".yml")) and file.removesuffix(".yaml") not in loaded.deck.order


def _facts_data(sources: Sources) -> set[str]:
    """The files of data in which figures of facts stand."""
    return {use.removeprefix("data:") for use in sources.files.get(FACTS, Places()).uses if use.startswith("data:")}


def _with_index(loaded: Loaded) -> Loaded:
    """The index read again, with the slides that were read already and are still listed. Facts and styles that are
    equal stay the same: slides are laid out again for others.
    """
    old = loaded.deck
    try:
        index = read_index(old.folder, old, loaded.more_styles, loaded.unsaved)
    except DeckError as error:
        kept = tuple(problem for problem in loaded.problems if problem.slide)
        advice = Message("改好之后会自动继续", "mend it, and the show goes on")
        problem = loaded.sources.problem(BRIEFING, "", Finding(code="deck", message=error.message, hint=advice))
        return structs.replace(loaded, problems=(problem, *error.problems, *kept))
    order = set(index.deck.order)
    gone = set(old.order) - order
    deck = structs.replace(
        index.deck,
        facts=old.facts if index.deck.facts == old.facts else index.deck.facts,
        styles=old.styles if list(index.deck.styles.items()) == list(old.styles.items()) else index.deck.styles,
        slides={name: slide for name, slide in old.slides.items() if name in order},
        pending=(old.pending & order) | (order - set(old.order)),
    )
    slides = {slide_file(name) for name in old.order if name in order}
    files = {file: places for file, places in loaded.sources.files.items() if file in slides}
    sources = structs.replace(index.sources, files={**files, **index.sources.files})
    problems = (*index.problems, *(one for one in loaded.problems if one.slide and one.slide not in gone))
    kept = tuple(sorted(problems, key=by_place))
    return structs.replace(loaded, deck=deck, sources=sources, context=index.context, problems=kept)


def _shows_any(sources: Sources, name: str, files: set[str]) -> bool:
    """Whether the slide shows one of the files."""
    places = sources.files.get(slide_file(name))
    return places is not None and any(use.startswith("file:") and use[5:] in files for use in places.uses)


def _dependent(loaded: Loaded, old: Context) -> set[str]:
    """The slides that may read otherwise after the index has changed from the context `old`.

    With other languages these are all. Else those whose problems stand in a file of the index, and where facts or
    colours came or went those with problems and those that use what is gone.
    """
    new = loaded.context
    read_already = set(loaded.deck.order) - loaded.deck.pending
    if old.languages != new.languages:
        return read_already
    if old == new:
        return {one.slide for one in loaded.problems if one.slide and one.file != slide_file(one.slide)}
    gone = {f"fact:{name}" for name in old.facts.keys() - new.facts.keys()}
    gone |= {f"colour:{name}" for name in old.colours - new.colours}
    files = loaded.sources.files
    users = {name for name in read_already if not gone.isdisjoint(files.get(slide_file(name), Places()).uses)}
    return users | {one.slide for one in loaded.problems if one.slide}
