"""Slides and themes of a deck added, doubled, moved, renamed and deleted, with all places that name them."""

import re
from collections.abc import Callable, Iterable

from jn_presenter.edit.changes import Edit, Read, Refusal, edit_of
from jn_presenter.edit.document import Document, opened, tree
from jn_presenter.edit.lists import names_in, with_moved, with_name, with_renamed, without_name
from jn_presenter.edit.texts import with_text
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.sources import slide_file
from jn_presenter.model.text import Message

BRIEFING, THEME, QUESTIONS = "briefing.yaml", "theme.yaml", "questions.yaml"
SLIDES, THEMES, LOOP = "slides", "themes", "kiosk.loop"
NAME = re.compile(r"[^\s/\\:*?\"<>|\x00-\x1f.,\[\]{}#&!%@`'-][^/\\:*?\"<>|\x00-\x1f,\[\]{}#]*")
"""What can be a file's name on every system, and a word in a list without quotes."""
MOST_COPIES = 1000


def add_slide(read: Read, theme: str, name: str, data: bytes, place: int) -> Edit | Refusal:
    """A new slide of a theme, before the one at `place` of its list (from 0)."""
    if (refused := _improper(read, theme, name)) is not None:
        return refused
    listed = _listed(read, f"{theme}/{THEME}", lambda document: with_name(document, SLIDES, place, name))
    if isinstance(listed, Refusal):
        return listed
    slide = f"{theme}/{name}"
    files = {slide_file(slide): data, f"{theme}/{THEME}": listed}
    return edit_of(Message(f"新建 {name}", f"add {name}"), read, files, slide)


def duplicate_slide(read: Read, slide: str) -> Edit | Refusal:
    """The same slide once more, right behind it, under a name that is free."""
    theme, _, name = slide.partition("/")
    data, place = read(slide_file(slide)), _place(read, theme, name)
    if data is None or place is None:
        return _gone(slide)
    made = add_slide(read, theme, free_name(read, theme, name), data, place + 1)
    if isinstance(made, Refusal):
        return made
    return Edit(Message(f"复制 {name}", f"duplicate {name}"), made.changes, made.slide, slide)


def delete_slide(read: Read, slide: str) -> Edit | Refusal:
    """The slide's file, its name in its theme's list and in the loop of the kiosk are gone."""
    theme, _, name = slide.partition("/")
    listed = _listed(read, f"{theme}/{THEME}", lambda document: without_name(document, SLIDES, name))
    if read(slide_file(slide)) is None:
        return _gone(slide)
    if isinstance(listed, Refusal):
        return listed
    files = {f"{theme}/{THEME}": listed, **_out_of_loop(read, (slide,)), slide_file(slide): None}
    return edit_of(Message(f"删除 {name}", f"delete {name}"), read, files, was=slide)


def move_slide(read: Read, slide: str, theme: str, place: int) -> Edit | Refusal:
    """The slide at another place, of its own theme or another one; counted without the slide itself."""
    old, _, name = slide.partition("/")
    what = Message(f"移动 {name}", f"move {name}")
    if theme == old:
        listed = _listed(read, f"{theme}/{THEME}", lambda document: with_moved(document, SLIDES, name, place))
        return (
            listed if isinstance(listed, Refusal) else edit_of(what, read, {f"{theme}/{THEME}": listed}, slide, slide)
        )
    data = read(slide_file(slide))
    if data is None:
        return _gone(slide)
    if (refused := _improper(read, theme, name)) is not None:
        return refused
    left = _listed(read, f"{old}/{THEME}", lambda document: without_name(document, SLIDES, name))
    entered = _listed(read, f"{theme}/{THEME}", lambda document: with_name(document, SLIDES, place, name))
    for listed in (left, entered):
        if isinstance(listed, Refusal):
            return listed
    return _renamed(read, what, slide, f"{theme}/{name}", {f"{old}/{THEME}": left, f"{theme}/{THEME}": entered})


def rename_slide(read: Read, slide: str, name: str) -> Edit | Refusal:
    """The slide under another name, wherever the deck names it."""
    theme, _, old = slide.partition("/")
    if read(slide_file(slide)) is None:
        return _gone(slide)
    if (refused := _improper(read, theme, name)) is not None:
        return refused
    listed = _listed(read, f"{theme}/{THEME}", lambda document: with_renamed(document, SLIDES, old, name))
    if isinstance(listed, Refusal):
        return listed
    what = Message(f"{old} 改名为 {name}", f"rename {old} to {name}")
    return _renamed(read, what, slide, f"{theme}/{name}", {f"{theme}/{THEME}": listed})


def move_theme(read: Read, theme: str, place: int) -> Edit | Refusal:
    """The theme at another place of the briefing, counted without the theme itself."""
    listed = _listed(read, BRIEFING, lambda document: with_moved(document, THEMES, theme, place))
    if isinstance(listed, Refusal):
        return listed
    return edit_of(Message(f"移动 {theme}", f"move {theme}"), read, {BRIEFING: listed})


def add_theme(read: Read, theme: str, data: bytes, slides: Iterable[tuple[str, bytes]], place: int) -> Edit | Refusal:
    """A new theme: its `theme.yaml`, its slides by name, and its name in the briefing's list."""
    if not NAME.fullmatch(theme) or theme.endswith((".", " ")):
        return _bad_name(theme)
    if read(f"{theme}/{THEME}") is not None:
        return _taken(theme)
    listed = _listed(read, BRIEFING, lambda document: with_name(document, THEMES, place, theme))
    if isinstance(listed, Refusal):
        return listed
    files: dict[str, bytes | None] = {slide_file(f"{theme}/{name}"): slide for name, slide in slides}
    files |= {f"{theme}/{THEME}": data, BRIEFING: listed}
    return edit_of(Message(f"新建专题 {theme}", f"add theme {theme}"), read, files)


def delete_theme(read: Read, theme: str, slides: Iterable[str]) -> Edit | Refusal:
    """The theme and those of its slides that its list names, and their names in the briefing. Other files stay."""
    listed = _listed(read, BRIEFING, lambda document: without_name(document, THEMES, theme))
    if isinstance(listed, Refusal):
        return listed
    ids = tuple(slides)
    document = _without(opened(BRIEFING, listed), LOOP, (theme, *ids))
    files: dict[str, bytes | None] = {BRIEFING: document.data if document is not None else listed}
    files |= dict.fromkeys(map(slide_file, ids)) | {f"{theme}/{THEME}": None}
    return edit_of(Message(f"删除专题 {theme}", f"delete theme {theme}"), read, files)


def free_name(read: Read, theme: str, name: str) -> str:
    """`name`, or with the first number behind it that no file of the theme has."""
    stem = re.sub(r"-\d+$", "", name)
    names = (name, *(f"{stem}-{k}" for k in range(2, MOST_COPIES)))
    return next(one for one in names if read(slide_file(f"{theme}/{one}")) is None)


def _renamed(read: Read, what: Message, slide: str, new: str, lists: dict[str, "bytes | Refusal"]) -> Edit | Refusal:
    files: dict[str, bytes | None] = {slide_file(new): read(slide_file(slide))}
    files |= {file: data for file, data in lists.items() if isinstance(data, bytes)}
    for file in (BRIEFING, QUESTIONS):
        data = read(file)
        document = opened(file, data) if data is not None else None
        if document is not None:
            files[file] = _naming(document, slide, new).data
    return edit_of(what, read, files | {slide_file(slide): None}, new, slide)


def _naming(document: Document, slide: str, new: str) -> Document:
    """With the slide's new id wherever the file says its old one."""
    for path in tuple(_paths(tree(document), slide)):
        document = with_text(document, path, new) or document
    return document


def _paths(node: Node | None, word: str, path: str = "") -> Iterable[str]:
    below = path + "." if path else ""
    if isinstance(node, Scalar):
        if node.value == word:
            yield path
    elif isinstance(node, Sequence):
        for k, item in enumerate(node.items, 1):
            yield from _paths(item, word, f"{below}{k}")
    elif isinstance(node, Mapping):
        for key, item in node.entries:
            yield from _paths(item, word, below + key.value)


def _out_of_loop(read: Read, words: Iterable[str]) -> dict[str, bytes | None]:
    data = read(BRIEFING)
    document = _without(opened(BRIEFING, data) if data is not None else None, LOOP, words)
    return {BRIEFING: document.data} if document is not None else {}


def _without(document: Document | None, path: str, words: Iterable[str]) -> Document | None:
    """Without these words in the list at `path`, where it has them; an emptied loop stays as it was: it is no loop."""
    for word in words:
        if document is None:
            return None
        names = names_in(document, path) or ()
        if word in names and len(names) > 1:
            document = without_name(document, path, word) or document
    return document


def _listed(read: Read, file: str, made: Callable[[Document], Document | None]) -> bytes | Refusal:
    """What the file says with its list changed."""
    data = read(file)
    document = opened(file, data) if data is not None else None
    after = made(document) if document is not None else None
    if after is not None:
        return after.data
    return Refusal(
        Message(f"{file} 里的列表有问题，改不了", f"the list in {file} cannot be changed as it stands"),
        Message(f"先改好 {file}", f"mend {file} first"),
    )


def _place(read: Read, theme: str, name: str) -> int | None:
    data = read(f"{theme}/{THEME}")
    document = opened(f"{theme}/{THEME}", data) if data is not None else None
    names = names_in(document, SLIDES) if document is not None else None
    return names.index(name) if names is not None and name in names else None


def _improper(read: Read, theme: str, name: str) -> Refusal | None:
    if not NAME.fullmatch(name) or name.endswith((".", " ", ".yaml", ".yml")) or name == THEME.removesuffix(".yaml"):
        return _bad_name(name)
    return _taken(name) if read(slide_file(f"{theme}/{name}")) is not None else None


def _bad_name(name: str) -> Refusal:
    return Refusal(
        Message(f"“{name[:40]}” 不能作文件名", f"{name[:40]!r} cannot be a file's name"),
        Message("用字母、数字、汉字和减号，如 smart-grid", "use letters, digits and hyphens, as in smart-grid"),
    )


def _taken(name: str) -> Refusal:
    return Refusal(
        Message(f"已经有 {name} 了", f"there is {name} already"), Message("换一个名称", "choose another name")
    )


def _gone(slide: str) -> Refusal:
    file = slide_file(slide)
    return Refusal(Message(f"{file} 不见了", f"{file} is gone"), Message("重新载入后再试", "try again after reloading"))
