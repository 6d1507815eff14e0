"""Names of slides and themes: which are proper, and the proper one for a title, Chinese by its sound."""

import re
from collections.abc import Callable, Collection, Sequence

from jn_presenter.model.text import Message
from jn_presenter.show.pinyin import syllables

PROPER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 60
MOST_PARTS, MOST_CHARACTERS = 6, 40
"""Of a name that is made from a title."""
FOLDERS = frozenset({"data", "pictures", "images", "styles", "videos", "fonts", "schema", "hidden", "visits"})
"""Folders of a deck that are no themes."""
OF_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{k}" for port in ("com", "lpt") for k in range(1, 10))})
"""Names that no file can have there."""
THEME = "theme"


def slug(
    title: str,
    taken: Collection[str] = (),
    otherwise: str = "slide",
    hear: Callable[[str], Sequence[str]] = syllables,
) -> str:
    """A proper name that sounds like the title, unlike all that are taken: 智能电网 is zhi-neng-dian-wang.

    hear: a text to the syllable of each of its characters, empty for those that have none.
    """
    words: list[str] = []
    text = title.lower()[:200]
    for syllable, character in zip(hear(text), text, strict=True):
        if syllable and syllable.isascii() and syllable.isalpha():
            words += [syllable, ""]
        elif character.isascii() and character.isalnum():
            words[-1:] = [(words[-1] if words else "") + character]
        elif not words or words[-1]:
            words.append("")
    kept: list[str] = []
    for word in filter(None, words):
        if len(kept) == MOST_PARTS or len("-".join([*kept, word])) > MOST_CHARACTERS:
            break
        kept.append(word)
    name = "-".join(kept) or otherwise
    return unlike(f"{name}-{otherwise}" if is_reserved(name) else name, taken)


def unlike(name: str, taken: Collection[str]) -> str:
    """The name, with the next number behind it where it is taken."""
    k, found = 1, name
    while found in taken:
        k += 1
        found = f"{name}-{k}"
    return found


def is_reserved(name: str) -> bool:
    """Whether a deck or Windows has another use for the name."""
    return name == THEME or name in FOLDERS or name in OF_WINDOWS


def improper(name: str) -> Message | None:
    """Why the name cannot be that of a slide or theme, and what would be proper; None where it can be."""
    if PROPER.fullmatch(name) and len(name) <= LONGEST:
        if not is_reserved(name):
            return None
        better = f"{name}-1"
        return Message(
            f"{name} 另有用处，不能作名称；可写 {better}", f"{name} has another use; write {better}, for instance"
        )
    meant = slug(name.rpartition("/")[2].removesuffix(".yaml"), otherwise="")
    advice = Message(f"；可写：{meant}", f"; write: {meant}") if meant else Message("", "")
    if any("\u3400" <= character <= "\u9fff" for character in name):
        return Message(
            f"{name[:40]}：名称用拉丁字母，中文请写在 --title{advice.zh} --title {name[:40]}",
            f"{name[:40]}: a name is in Latin letters, Chinese goes into --title{advice.en} --title {name[:40]}",
        )
    return Message(
        f"“{name[:40]}” 不能作名称：只用小写字母、数字和 -{advice.zh}",
        f"{name[:40]!r} cannot be a name: lower-case letters, digits and hyphens alone{advice.en}",
    )
