"""A new slide or theme in a deck that is there: what is to be written, decided before anything is."""

from itertools import takewhile
from pathlib import Path

from jn_presenter.edit.changes import Edit, Read, Refusal
from jn_presenter.edit.outline import THEME, add_slide, add_theme
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.slips.suggest import hint
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.moving_in.form import Value, document
from jn_presenter.moving_in.naming import improper, unlike
from jn_presenter.moving_in.samples import author_of, sample_slide
from jn_presenter.moving_in.schemas import headed, schemas_of

FIRST_SLIDE = "section"
LAYOUT_OF_SLIDE, LAYOUT_OF_THEME = "points", "section"


class StartError(Exception):
    """What was asked for cannot be begun; nothing was written."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def new_slide(deck: Deck, read: Read, name: str, layout: str = "", title: str = "", after: str = "") -> Edit:
    """A slide `theme/name`, or `name` where the deck has one theme. Raises StartError.

    It is listed behind the slide `after`, or last where its theme has no such slide.
    """
    theme, slash, stem = name.rpartition("/")
    themes = tuple(theme.id for theme in deck.themes)
    if not slash:
        theme = _only(themes, name)
    elif theme not in themes:
        found = hint(theme, themes)
        raise StartError(Message(f"没有主题 {theme[:40]}；{found.zh}", f"there is no theme {theme[:40]}; {found.en}"))
    _proper(stem)
    listed = [one for one in deck.order if one.startswith(f"{theme}/")]
    there = slides_there(deck, theme)
    if stem in there:
        raise _taken(f"{theme}/{stem}", f"{theme}/{unlike(stem, there)}")
    page = sample_slide(_known(layout or LAYOUT_OF_SLIDE), author_of(deck), title)
    place = listed.index(after) + 1 if after in listed else len(listed)
    return _begun(add_slide(read, theme, stem, _file(deck, f"{theme}/{stem}.yaml", page), place))


def new_theme(deck: Deck, read: Read, name: str, layout: str = "", title: str = "") -> Edit:
    """A theme with its first slide, listed last, but before those that close the briefing. Raises StartError."""
    _proper(name)
    there = themes_there(deck)
    if name in there:
        raise _taken(name, unlike(name, there))
    author, accents = author_of(deck), _accents(deck)
    theme: dict[str, Value] = {
        "title": author.titled(title) if title else author.says("示例主题", "Sample theme"),
        "#1": "图标，名称见 resources/icons · an icon, by its name in resources/icons",
        "icon": "leaf",
        "#2": f"强调色 · the accent: {', '.join(accents)}",
        "accent": accents[0] if accents else "azure",
        "#3": "content：正文；frame：片头片尾，任何版本都有 · content; or frame: opening and closing, in every version",
        "role": "content",
        "#4": "按播放顺序列出 · in the order of the show",
        "slides": [FIRST_SLIDE],
    }
    page = sample_slide(_known(layout or LAYOUT_OF_THEME), author, title)
    place = len(deck.briefing.themes) - _closing(deck)
    first = _file(deck, f"{name}/{FIRST_SLIDE}.yaml", page)
    edit = _begun(add_theme(read, name, _file(deck, f"{name}/{THEME}", theme), ((FIRST_SLIDE, first),), place))
    return Edit(edit.what, edit.changes, f"{name}/{FIRST_SLIDE}")


def slides_there(deck: Deck, theme: str) -> frozenset[str]:
    """Names that a new slide of the theme cannot have: of its slides, and of files that no list has."""
    files = {file.stem.lower() for file in Path(deck.folder, theme).glob("*.y*ml")}
    return frozenset(files | {one.partition("/")[2].lower() for one in deck.order if one.startswith(f"{theme}/")})


def themes_there(deck: Deck) -> frozenset[str]:
    """Names that a new theme cannot have: of themes, and of whatever else is in the deck's folder."""
    files = {one.name.lower() for one in Path(deck.folder).iterdir()}
    return frozenset(files | {one.lower() for one in deck.briefing.themes})


def _file(deck: Deck, file: str, content: dict[str, Value]) -> bytes:
    folder = Path(deck.folder)
    return headed(document(content), file, folder, schemas_of(folder))


def _begun(made: Edit | Refusal) -> Edit:
    if isinstance(made, Refusal):
        raise refused(made)
    return made


def refused(refusal: Refusal) -> StartError:
    """The error about an edit that cannot be made, to be raised."""
    joints = ("；", "; ") if refusal.hint.zh else ("", "")
    why, advice = refusal.why, refusal.hint
    return StartError(Message(f"{why.zh}{joints[0]}{advice.zh}", f"{why.en}{joints[1]}{advice.en}"))


def _closing(deck: Deck) -> int:
    """How many themes at the end frame the briefing; none where all do."""
    frames = len(list(takewhile(lambda theme: theme.role == "frame", reversed(deck.themes))))
    return frames if frames < len(deck.themes) else 0


def _accents(deck: Deck) -> tuple[str, ...]:
    """The names of the accents of the deck's first style."""
    style = next((deck.styles[name] for name in deck.briefing.styles if name in deck.styles), None)
    return tuple(name for name, _ in style.accents) if style else ()


def _only(themes: tuple[str, ...], name: str) -> str:
    if len(themes) == 1:
        return themes[0]
    stem = name if improper(name) is None else "name"
    raise StartError(
        Message(
            f"请写明主题，如 {themes[0]}/{stem}；有：{'、'.join(themes)}",
            f"say in which theme, as in {themes[0]}/{stem}; there are: {', '.join(themes)}",
        )
    )


def _proper(name: str) -> None:
    if wrong := improper(name):
        raise StartError(wrong)


def _known(layout: str) -> str:
    if LAYOUTS.get(layout) is not None:
        return layout
    found = hint(layout, LAYOUTS.names())
    raise StartError(Message(f"没有版式 {layout[:40]}；{found.zh}", f"there is no layout {layout[:40]}; {found.en}"))


def _taken(name: str, free: str) -> StartError:
    return StartError(
        Message(
            f"{name} 已经有了，没有改动；可用 {free}", f"{name} is there already, nothing was changed; {free} is free"
        )
    )
