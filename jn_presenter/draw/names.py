"""Names of guests as they may be shown: exactly as typed, but for signs that nobody sees and pictures that no font has.

What is dropped is said, with its code point, so that whoever typed the name can look at it; nothing else of a name is
ever changed, cut or replaced.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from msgspec import Struct

from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

PICTURE = (
    "\U0001f000-\U0001faff⌚⌛⏩-⏬⏰⏳◽◾☔☕♈-♓"
    "♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕"
)
"""Characters that are pictures by themselves (Unicode's Emoji_Presentation, and the planes of pictures as a whole)."""
STYLED = "\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
"""What changes the look of the picture before it: as text or picture, as a key, the colour of skin, a region's flag."""
_PICTURES = re.compile(f"(?:[{PICTURE}][{STYLED}]*(?:\u200d[^\\s\\w]?[{STYLED}]*)*)+|[{STYLED}]+")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
JOINERS = "\u200c\u200d"
"""Letters of some scripts are written by them; anywhere else they are invisible and mean nothing."""
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]")
BLANKS = "\u034f\u115f\u1160\u2800\u3164\uffa0\U000e0001"
"""Letters by their category, and yet nothing is seen of them."""
SIGNS = {
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u200e": "从左到右标记",
    "\u200f": "从右到左标记",
    "\u202a": "从左到右嵌入",
    "\u202b": "从右到左嵌入",
    "\u202c": "方向控制结束",
    "\u202d": "从左到右强制",
    "\u202e": "从右到左强制",
    "\u2060": "零宽连接",
    "\u2066": "从左到右隔离",
    "\u2067": "从右到左隔离",
    "\u2068": "方向隔离",
    "\u2069": "方向隔离结束",
    "\ufeff": "字节顺序标记",
    "\u00ad": "软连字符",
    "\0": "空字符",
}
"""What the invisible signs that come along when names are copied are called in Chinese."""
MOST_NAMED = 5
"""Dropped characters that are told of by name; of more, how many there are."""
_EMPHASIS = re.compile("(?<!=)==(?!=)")
_REFERENCE = re.compile(r"<(?=[a-z][a-z0-9-]*(?:\.(?:label|date))?>)")
_JOINER = "\u2060"


class Cleaned(Struct, frozen=True):
    """A name without what cannot be shown; `signs` and `pictures` are what was dropped, each once, in its order."""

    words: str
    signs: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def cleaned(words: str) -> Cleaned:
    """The name on one line, without invisible signs and pictures; where nothing had to go, it is as it was."""
    signs: dict[str, None] = {}
    pictures: dict[str, None] = {}

    def drop(found: re.Match[str]) -> str:
        shown = found[0].strip(JOINERS + "\ufe0e\ufe0f")
        if shown:
            pictures[shown] = None
        return ""

    kept = []
    plain = _PICTURES.sub(drop, _BREAKS.sub(" ", words))
    for k, character in enumerate(plain):
        if not _invisible(character) or (character in JOINERS and k and _JOINED.match(plain[k - 1])):
            kept.append(character)
        else:
            signs[character] = None
    found = "".join(kept)
    if found != words:
        found = re.sub(" {2,}", " ", found).strip(" ")
    return Cleaned(found, tuple(signs), tuple(pictures))


def clean(name: Text) -> tuple[Text, tuple[Finding, ...]]:
    """The name with each of its variants cleaned, and what there is to be said; a variant left empty stays, empty."""
    made = [(tag, cleaned(words)) for tag, words in name.variants]
    signs = dict.fromkeys(sign for _, one in made for sign in one.signs)
    pictures = dict.fromkeys(picture for _, one in made for picture in one.pictures)
    if all(one.words == words for (_, one), (_, words) in zip(made, name.variants, strict=True)):
        return name, ()
    findings = (*((_of_signs(tuple(signs)),) if signs else ()), *((_of_pictures(tuple(pictures)),) if pictures else ()))
    return Text(tuple((tag, one.words) for tag, one in made)), findings


def lacking(words: str, has_glyph: Callable[[str], bool]) -> tuple[str, ...]:
    """The characters that no font at hand has, each once; spaces and what chooses a character's form need no glyph."""
    return tuple(
        dict.fromkeys(
            character
            for character in unicodedata.normalize("NFC", words)
            if not (character.isspace() or _chooses_form(character) or character in JOINERS or has_glyph(character))
        )
    )


def without_glyph(characters: tuple[str, ...]) -> Finding:
    """What is said of a name with characters that no font has."""
    listed = "、".join(f"{one}（{_code(one)}）" for one in characters[:MOST_NAMED])
    return Finding(
        code="no-glyph",
        message=Message(
            f"名称里的 {listed} 没有字体可以显示，画面上会是空框",
            f"no font has {_in_english(characters)}; an empty box would stand in the name",
        ),
        hint=Message("安装有这个字的字体，或换一种写法", "install a font that has it, or write the name another way"),
    )


def exactly(name: Text) -> Text:
    """The name for a text in which references and emphasis are resolved, so that every sign of it is shown."""
    return Text(tuple((tag, literal(words)) for tag, words in name.variants))


def literal(words: str) -> str:
    """The words on one line: `<id>` is no reference to a fact in them, `==` no emphasis.

    Two `=` are held together by a joiner of no width, for they have no other escape; one `==` alone is none anyway.
    """
    escaped = _REFERENCE.sub("<<", _BREAKS.sub(" ", words))
    return _EMPHASIS.sub(f"={_JOINER}=", escaped) if len(_EMPHASIS.findall(escaped)) > 1 else escaped


def _invisible(character: str) -> bool:
    return character in BLANKS or unicodedata.category(character) in ("Cc", "Cf", "Cs")


def _chooses_form(character: str) -> bool:
    """Variation selectors: of a Chinese character in a name the form that its bearer writes."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _code(characters: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in characters)


def _of_signs(signs: tuple[str, ...]) -> Finding:
    chinese = "、".join(f"{SIGNS.get(sign, '控制符')}（{_code(sign)}）" for sign in signs[:MOST_NAMED])
    more = len(signs) - MOST_NAMED
    return Finding(
        code="invisible-sign",
        severity="warning",
        message=Message(
            f"名称里有看不见的符号：{chinese}{f'等 {len(signs)} 种' if more > 0 else ''}，已去掉",
            f"the name has invisible signs, which are left out: {_in_english(signs)}",
        ),
        hint=Message("把名称重新打一遍，不要粘贴", "type the name again instead of pasting it"),
    )


def _of_pictures(pictures: tuple[str, ...]) -> Finding:
    chinese = "、".join(f"{picture}（{_code(picture)}）" for picture in pictures[:MOST_NAMED])
    more = len(pictures) - MOST_NAMED
    return Finding(
        code="picture-in-name",
        message=Message(
            f"名称里的表情符号不能显示：{chinese}{f'等 {len(pictures)} 个' if more > 0 else ''}；其余的字照样显示",
            f"pictures in a name cannot be shown: {_in_english(pictures)}; the rest of it is",
        ),
        hint=Message("从名称里删去", "remove them from the name"),
    )


def _in_english(characters: Iterable[str]) -> str:
    all_of_them = tuple(characters)
    named = [
        f"{_code(one)} {unicodedata.name(one[0], 'CONTROL CHARACTER')}"
        if _invisible(one[0])
        else f"{one} ({_code(one)})"
        for one in all_of_them[:MOST_NAMED]
    ]
    more = len(all_of_them) - MOST_NAMED
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
