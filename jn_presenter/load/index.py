"""The index of a deck: all of it but its slides, of which it has the order.

Part by part it falls back on the last good state, where there is one.
"""

import os
from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingType
from functools import partial
from typing import TypeVar

from msgspec import Struct, structs

from jn_presenter.load.briefing import Read, briefing, languages, theme
from jn_presenter.load.errors import BriefingError, FolderError, NoSlidesError, StyleError
from jn_presenter.load.facts import FactBase, fact_base
from jn_presenter.load.files import Missing
from jn_presenter.load.glossary import glossary
from jn_presenter.load.indexing import Indexing
from jn_presenter.load.kiosk import known_loop, unknown_in_loop
from jn_presenter.load.nodes import Node
from jn_presenter.load.questions import questions
from jn_presenter.load.reading import TOKENS, Context, Reading
from jn_presenter.load.slips.suggest import hint
from jn_presenter.load.sources import Sources
from jn_presenter.load.strays import ending_hint, meant_by, strays
from jn_presenter.load.styles import style
from jn_presenter.model.deck import Briefing, Deck, Theme
from jn_presenter.model.fact import Facts
from jn_presenter.model.fields import FactId
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message
from jn_presenter.paths import resources

BRIEFING = "briefing.yaml"
FACTS = "facts.yaml"
GLOSSARY = "glossary.yaml"
QUESTIONS = "questions.yaml"
THEME = "theme.yaml"
STYLES = "styles"
Item = TypeVar("Item")


class Index(Struct, frozen=True, kw_only=True):
    """A deck of which every slide is pending, what was wrong on the way, and the places of all values read."""

    deck: Deck
    context: Context
    problems: tuple[Problem, ...]
    sources: Sources


def read_index(
    folder: str,
    last: Deck | None = None,
    more_styles: tuple[str, ...] = (),
    unsaved: MappingType[str, bytes | None] | None = None,
) -> Index:
    """The index of the deck in `folder`. `last` is its last good state. more_styles: beside those of the briefing.

    unsaved: what files say that are being edited, None: they are to be deleted; read instead of what the disk has.
    Raises FolderError, BriefingError, StyleError or NoSlidesError where there is nothing to show.
    """
    run = Indexing(folder, last, unsaved)
    brief = _briefing(run)
    names = _listdir(run.folder)
    _misnamed_files(run, names)
    run.context = structs.replace(run.context, languages=brief.languages)
    styles = _styles(run, brief, more_styles)
    colours = {name for look in styles.values() for name, _ in look.accents}
    run.context = structs.replace(run.context, colours=TOKENS | colours)
    facts = _facts(run)
    folders = tuple(name for name in names if os.path.isfile(run.path(name, THEME)))  # noqa: PTH113
    themes = tuple(_theme(run, name, folders) for name in brief.themes)
    _unlisted_themes(run, brief, folders)
    there = tuple(found for found in themes if found is not None)
    order = tuple(slide for found in there for slide in found.slides)
    if not order:
        raise NoSlidesError(Message(f"{run.folder} 里没有一页幻灯片", f"{run.folder} has no slide"), run.problems())
    brief = _with_kiosk(run, brief, order)
    asked = partial(questions, order=order, themes=brief.themes)
    deck = Deck(
        folder=run.folder,
        briefing=brief,
        themes=there,
        order=order,
        pending=frozenset(order),
        facts=facts,
        glossary=_listed(run, GLOSSARY, glossary, last.glossary if last else None),
        questions=_listed(run, QUESTIONS, asked, last.questions if last else None),
        styles=styles,
    )
    return Index(deck=deck, context=run.context, problems=run.problems(), sources=run.sources)


def _briefing(run: Indexing) -> Briefing:
    if not os.path.isdir(run.folder):  # noqa: PTH112
        raise FolderError(Message(f"{run.folder} 不是文件夹", f"{run.folder} is not a folder"))
    root, reading, exists = run.open(BRIEFING)
    if not exists:
        if run.last is not None:
            run.report(BRIEFING, "", _gone(BRIEFING))
            return run.last.briefing
        raise FolderError(_no_briefing(run))
    found = Read(None, False)
    if root is not None:
        tags = languages(root, reading)
        reading.context = structs.replace(reading.context, languages=tags)
        found = briefing(root, reading, os.path.basename(run.folder))  # noqa: PTH119
    run.close(root, reading)
    if run.last is not None and not found.good:
        return run.last.briefing
    if found.value is None:
        raise BriefingError(
            Message(f"{run.path(BRIEFING)} 有问题，无法开始", f"{run.path(BRIEFING)} is broken"), run.problems()
        )
    made: Briefing = found.value
    return made


def _no_briefing(run: Indexing) -> Message:
    if named := meant_by(BRIEFING, _listdir(run.folder)):
        hint = ending_hint(named, BRIEFING)
        return Message(
            f"{run.folder} 里没有 {BRIEFING}，却有 {named}：{hint.zh}",
            f"{run.folder} has no {BRIEFING}, but {named}: {hint.en}",
        )
    return Message(f"{run.folder} 里没有 {BRIEFING}，或读不出来", f"{run.folder} has no {BRIEFING} that can be read")


def _misnamed_files(run: Indexing, there: list[str]) -> None:
    """Files of the deck itself whose name ends otherwise: without a word nobody would know why they are not read."""
    for wanted in (FACTS, GLOSSARY, QUESTIONS):
        if wanted not in there and (named := meant_by(wanted, there)):
            message = Message(
                f"{named} 的扩展名不是 .yaml，没有读", f"{named} does not end with .yaml, and is not read"
            )
            finding = Finding(code="wrong-ending", message=message, hint=ending_hint(named, wanted), severity="warning")
            run.report(BRIEFING, "", finding)


def _with_kiosk(run: Indexing, brief: Briefing, order: tuple[str, ...]) -> Briefing:
    """What the loop of a kiosk names is in the deck, or is left out of it."""
    loop, unknown = known_loop(brief.kiosk.loop, brief.themes, order)
    for path, name in unknown:
        if run.room(BRIEFING, path, "kiosk.loop"):
            run.report(BRIEFING, path, unknown_in_loop(name, brief.themes, order))
    return brief if not unknown else structs.replace(brief, kiosk=structs.replace(brief.kiosk, loop=loop))


def _styles(run: Indexing, brief: Briefing, more: tuple[str, ...]) -> MappingType[str, Style]:
    """The briefing's styles by name; where none of them can be read, all that are bundled. `more` stand behind them."""
    found: dict[str, Style] = {}
    for name in brief.styles:
        made = _style(run, name)
        if isinstance(made, Style):
            found[name] = made
        elif made is not None and run.room(BRIEFING, f"styles[{name}]", "unknown-style"):
            message = Message(f"没有 “{name}” 这种风格", f"there is no style {name!r}")
            finding = Finding(code="unknown-style", message=message, hint=hint(name, _bundled_styles()))
            run.report(BRIEFING, f"styles[{name}]", finding)
    if not found:
        found = _readable(run, (name for name in _bundled_styles() if name != CONTRAST))
    if not found:
        raise StyleError(Message("没有一种风格能用", "no style can be used"), run.problems())
    return found | _readable(run, (name for name in more if name not in found))


def _readable(run: Indexing, names: Iterable[str]) -> dict[str, Style]:
    made = ((name, _style(run, name)) for name in names)
    return {name: style for name, style in made if isinstance(style, Style)}


def _style(run: Indexing, name: str) -> Style | Missing | None:
    file = f"{STYLES}/{name}.yaml"
    root, reading, exists = run.open(file)
    last = run.last.styles.get(name) if run.last else None
    if not exists:
        bundled = str(resources() / STYLES / f"{name}.yaml")
        root, reading, exists = run.open(bundled, bundled)
    if not exists:
        if last is not None:
            run.report(file, "", _gone(file))
        return last or Missing()
    made = style(root, reading, name) if root is not None else None
    run.close(root, reading)
    return made or last


def _bundled_styles() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in (resources() / STYLES).glob("*.yaml")))


def _facts(run: Indexing) -> Facts:
    """The facts; of those that are broken the last good ones. Sets what slides need to know of them."""
    root, reading, exists = run.open(FACTS)
    base = fact_base(root, reading) if root is not None else FactBase(Facts())
    run.close(root, reading)
    facts, broken = base.facts, base.broken
    readable = root is not None or not exists
    if run.last is not None:
        old = run.last.facts
        if not exists and old.facts:
            run.report(FACTS, "", _gone(FACTS))
        if root is None:
            facts, readable = old, True
        elif reading.errors:
            kept = {name: old.facts[name] for name in broken if name in old.facts}
            units, sources = {**old.units, **facts.units}, {**old.sources, **facts.sources}
            facts = Facts({**facts.facts, **kept}, units, sources, {**old.dues, **facts.dues})
            broken = broken - kept.keys()
    run.context = structs.replace(
        run.context,
        facts={name: FactId(name) for name in facts.facts},
        broken_facts=broken,
        facts_readable=readable,
    )
    return facts


def _listed(
    run: Indexing, file: str, convert: Callable[[Node, Reading], tuple[Item, ...]], last: tuple[Item, ...] | None
) -> tuple[Item, ...]:
    """What a file of terms or questions lists; where any of it is broken, what it said last."""
    root, reading, exists = run.open(file)
    found = convert(root, reading) if root is not None else ()
    run.close(root, reading)
    return found if last is None or not exists or not reading.errors else last


def _theme(run: Indexing, name: str, folders: tuple[str, ...]) -> Theme | None:
    file = f"{name}/{THEME}"
    root, reading, exists = run.open(file)
    old = run.last.theme(name) if run.last else None
    if not exists:
        if old is not None:
            run.report(file, "", _gone(file))
            return old
        if run.room(BRIEFING, f"themes[{name}]", "unknown-theme"):
            message = Message(f"没有主题文件夹 {name}，或其中没有 {THEME}", f"there is no {name}/{THEME}")
            finding = Finding(code="unknown-theme", message=message, hint=hint(name, folders))
            run.report(BRIEFING, f"themes[{name}]", finding)
        return None
    found = theme(root, reading, name)
    run.close(root, reading)
    made: Theme = old if old is not None and not found.good else found.value
    if root is not None:
        _unlisted_slides(run, file, made)
    return made


def _unlisted_slides(run: Indexing, file: str, made: Theme) -> None:
    """Slides on the disk that the theme does not list are shown to nobody, and the author should know."""
    listed = frozenset(slide.partition("/")[2] for slide in made.slides)
    names = [name for name in _listdir(run.path(made.id)) if not name.startswith(".") and name != THEME]
    names = [name for name in names if run.unsaved.get(f"{made.id}/{name}", b"") is not None]
    for finding in strays(names, listed):
        if run.room(file, "slides", finding.code):
            run.report(file, "slides", finding)


def _unlisted_themes(run: Indexing, brief: Briefing, folders: tuple[str, ...]) -> None:
    listed = frozenset(brief.themes)
    for name in folders:
        if name not in listed and run.room(BRIEFING, "themes", "unlisted-theme"):
            finding = Finding(
                code="unlisted-theme",
                message=Message(
                    f"主题 {name} 没有列在 themes 里，不会播放", f"{name} is not in themes, so it is not shown"
                ),
                hint=Message(f"把 {name} 加进 themes，或移走文件夹", f"add {name} to themes, or move the folder away"),
                severity="warning",
            )
            run.report(BRIEFING, "themes", finding)


def _listdir(path: str) -> list[str]:
    try:
        return sorted(os.listdir(path))  # noqa: PTH208
    except OSError:
        return []


def _gone(file: str) -> Finding:
    return Finding(
        code="missing-file",
        message=Message(f"{file} 不见了，继续用上一次的内容", f"{file} is gone; what it said last is still in use"),
        hint=Message("把文件放回原处", "put the file back"),
    )
