"""Characters that look like others and are none: full-width, invisible, of another alphabet; and what was meant."""

import unicodedata

from msgspec import Struct

from jn_presenter.model.text import Message

CYRILLIC = dict(zip("асеоірхуѕјһкмтнвАВСЕНІЈКМОРЅТХУ", "aceoipxysjhkmthbABCEHIJKMOPSTXY", strict=True))
GREEK = dict(zip("αοριντυκχΑΒΕΗΙΚΜΝΟΡΤΥΧ", "aopivtukxABEHIKMNOPTYX", strict=True))
LETTERS = CYRILLIC | GREEK
QUOTES = "“”‘’„‟＂＇「」『』"
SPACES = "\u00a0\u3000\u2002\u2003\u2007\u2009\u202f"
DASHES = dict.fromkeys("–—−－﹣‐‑", "-")
OTHERS = DASHES | {"。": ".", "．": ".", "，": ",", "、": ",", "：": ":", "／": "/", "＼": "\\", "～": "~"}


class Odd(Struct, frozen=True):
    """One character that is not what it looks like: at which place of the word, as a code, and in words."""

    at: int
    code: str
    message: Message


def odd(word: str) -> Odd | None:
    """The first character of a word, which should be of plain letters and digits, that only looks like one."""
    for at, character in enumerate(word):
        if not character.isascii() and (found := _kind(character)):
            return Odd(at, *found)
    return None


def _kind(character: str) -> tuple[str, Message] | None:
    number = f"U+{ord(character):04X}"
    if unicodedata.category(character) == "Cf":
        return "invisible-character", Message(
            f"这里有一个看不见的字符（{number}）", f"here is a character that cannot be seen ({number})"
        )
    if character in SPACES:
        return "wide-space", Message(
            f"这里有全角空格或不换行空格（{number}）", f"here is a full-width or no-break space ({number})"
        )
    if character in QUOTES:
        return "curly-quotes", Message(
            f"{character} 是中文引号，成了内容的一部分", f"{character} is a curly quote, and so part of the word"
        )
    if meant := LETTERS.get(character):
        alphabet = Message("俄文", "Cyrillic") if character in CYRILLIC else Message("希腊文", "Greek")
        return "look-alike", Message(
            f"“{character}” 是{alphabet.zh}字母，只是看起来像 {meant}",
            f"{character} is a {alphabet.en} letter that only looks like {meant}",
        )
    if plain(character).isascii():
        return "full-width", Message(f"“{character}” 是全角字符", f"{character} is a full-width character")
    return None


def plain(word: str) -> str:
    """The word with all that only looks like plain letters, digits and signs in their form, and without quotes."""
    kept = (OTHERS.get(sign) or LETTERS.get(sign) or sign for sign in word if sign not in QUOTES)
    seen = "".join(sign for sign in kept if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", seen).strip()
