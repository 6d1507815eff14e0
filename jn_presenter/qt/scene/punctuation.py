"""Scripts side by side: where space is added or taken between characters, where a line may break.

Pure functions over the characters; indices are those of Python strings. The rules are those of the W3C's "Requirements
for Chinese Text Layout" (CLREQ), 3.1, "Requirements for Japanese Text Layout" (JLREQ), 3.1, and "Requirements for
Hangul Text Layout and Typography" (KLREQ), line breaking at spaces.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from jn_presenter.draw.typography import HAIR, hair_gaps, is_cjk
from jn_presenter.model.language import base

HALF = 0.5
"""The blank half of a full-width mark, in units of the font's size."""


NARROW_SPACE = "\u202f"
"""The narrow no-break space of French and Russian. The bundled fonts lack it: it is drawn as a no-break space..."""
THIN = -0.06
"""...that is so much narrower, in units of the font's size: a sixth of an em."""


class Marks(Struct, frozen=True):
    """How a language's font has its marks.

    opening: full-width marks whose left half is blank. closing: those whose right half is. narrow: the ‘ ’ “ ” … to be
    taken from the family that has them as English does.
    """

    opening: frozenset[str]
    closing: frozenset[str]
    narrow: re.Pattern[str]


CHINESE = Marks(
    frozenset("（《「『【〔〈“‘"),
    frozenset("，、。；：！？）》」』】〕〉”’"),
    re.compile("(?<=[A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])"),  # an apostrophe inside a Latin word
)
JAPANESE = Marks(
    frozenset("（《「『【〔〈"),
    frozenset("，、。）》」』】〕〉"),  # ：；！？ stand in the middle of their em
    re.compile("(?!)"),  # the Japanese family has narrow ones itself
)
LATIN = Marks(frozenset(), frozenset(), re.compile("[‘’“”…]"))
MARKS = {"zh": CHINESE, "ja": JAPANESE}

KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々ゝゞヽヾ〻"
"""Small kana, the long vowel and signs of repetition, which belong to the character before."""
NO_LINE_START = CHINESE.closing | frozenset("～~〜—…·•・゠‥％%℃‰°′″,.;:!?)]}»›" + KANA)
NO_LINE_END = CHINESE.opening | frozenset("([{«‹￥¥$￡£")
_TOGETHER = re.compile(
    r"第\d+\w|突破|超过"  # 第1位, and the words before a figure
    r"|(?:RMB |US\$|[￥¥$€£])?\d[\d,.]*"  # a number with its currency, and with what it counts:
    r"(?:[余多]?[十百千万亿]*(?:级|[余多]?[\u4e00-\u9fff])"
    r"|[ -]?(?:%|％|‰|℃)|[ -](?:million|billion|trillion|km²?|ha|MW)\b)?"
)
_TOGETHER_IN_JAPANESE = re.compile(
    r"[ァ-ヺー]{2,}"  # a borrowed word
    r"|第?\d[\d,.]*[十百千万億兆]*(?:[かカヵヶ][所月国年]|つ|％|%|[\u4e00-\u9fff](?:級|目|間|以上|超|余り)?)?"
)
_TOGETHER_WITH_SPACES = re.compile(
    # 47 %, 4 июня, 6e rang, 100 Mrd. Yuan: a number and what it counts
    r"\d[\d.,\u00a0\u202f]*(?:-?[^\W\d_]{1,2})?[ \u00a0](?:%"
    r"|(?:Mio\.|Mrd\.|Bio\.|млн|млрд|трлн)[ \u00a0][^\W\d_]+|[^\W\d_]+\.?)"
    r"|(?<!\w)d[ei][ \u00a0][^\W\d_]+"  # de yuans
    r"|[«‹] \w"  # a quotation mark that French sets apart
)
_SHORT_WORDS = {
    **dict.fromkeys(("ru", "uk", "be", "bg"), r"(?<!\w)[^\W\d_]{1,2} "),
    **dict.fromkeys(("pl", "cs", "sk"), r"(?<!\w)[^\W\d_] "),
}
"""Prepositions and the like that end no line where printers take care, by language."""
SOFT_HYPHEN = "\u00ad"
"""Where a long word may be parted: seen as a hyphen at the end of a line, and nowhere else."""
_COMPOUND = re.compile(rf"(?<=[A-Za-z0-9])-(?=[A-Za-z])|{SOFT_HYPHEN}")
_LEADERS = {
    "en": "a an the of to in on at by for from with as and or nor but is are its our their your",
    "de": "der die das dem den des ein eine einer einem einen und oder aber in im an am auf aus bei für mit nach "
    "seit über um von vom vor zu zum zur bis als wie ist sind mehr",
    "fr": "le la les un une des du de au aux et ou mais à en dans par pour sur sous avec sans vers d’ici est sont "
    "son sa ses notre nos leur leurs plus près",
    "ru": "в во на над под о об от до из к ко с со у за по для при без и или а но не как это более почти",
    "es": "el la los las un una de del al a y o en con por para sin sobre entre su sus es son más",
    "it": "il lo la i gli le un una di del della dei delle a al alla e o in nel nella con per su da dal tra è sono più",
    "pt": "o a os as um uma de do da dos das ao à e ou em no na nos nas com por para sem sobre seu sua é são mais",
}
"""Words that belong to what follows: no title reads well that ends a line with them."""
_PAUSES = frozenset(",;:.!?–—，、；：。！？")
_PHRASE_ENDS = frozenset("はがをにへとでもやのかたるなだてくすうむつよら")
"""Kana that end a phrase of Japanese where no further kana follow: particles, and verbs before a noun.

Left out are those that also end the first half of a word, as り and い in 塗り重ねる and 使い込む."""


@lru_cache(maxsize=1024)
def marks_of(text: str, language: str) -> Marks:
    """The marks of the language; where none is said they are told by the words."""
    if language:
        return MARKS.get(language.partition("-")[0], LATIN)
    return CHINESE if any(is_cjk(character) for character in text) else LATIN


@lru_cache(maxsize=1024)
def narrow_marks(text: str, marks: Marks) -> frozenset[int]:
    """Indices of ‘ ’ “ ” … that are set as English has them."""
    return frozenset(found.start() for found in marks.narrow.finditer(text))


@lru_cache(maxsize=1024)
def spacing(text: str, marks: Marks) -> tuple[tuple[int, float], ...]:
    """(index, em) of the characters after which space is added or, between full-width marks, taken away."""
    gaps = dict.fromkeys(hair_gaps(text), HAIR)
    gaps.update((i, THIN) for i, character in enumerate(text) if character == NARROW_SPACE)
    for i, (a, b) in enumerate(pairwise(text)):
        after_blank = a in marks.closing and (b in marks.closing or b in marks.opening)
        if after_blank or (a in marks.opening and b in marks.opening):
            gaps[i] = -HALF
    return tuple(sorted(gaps.items()))


def indent(character: str, marks: Marks) -> float:
    """The em that a line which begins with the character is drawn to the left, so that its edge is the ink's."""
    return HALF if character in marks.opening else 0.0


def outdent(character: str, marks: Marks) -> float:
    """The em at the right of a line which ends with the character that does not count as its width."""
    return HALF if character in marks.closing else 0.0


def may_part(before: str, after: str) -> bool:
    """Whether a line may end with one character and the next begin with the other (避头尾)."""
    return not (after in NO_LINE_START or before in NO_LINE_END)


def opens_after_pause(before: str, after: str) -> bool:
    """Whether a full-width opening mark follows the punctuation of a sentence, as “ after a comma in Chinese."""
    return after in CHINESE.opening and before in "，、；：。！？"


def inside_figures(text: str, language: str = "") -> frozenset[int]:
    """The places inside a figure (2000亿元, 第1位, RMB 200 billion), where a break is allowed but reads badly.

    In Japanese also those inside a word of katakana, in Korean those inside any word, which its spaces part (keep-all);
    in languages with spaces those between a number and what it counts, and after the shortest words.
    """
    tag = base(language)
    if tag == "ko":
        return frozenset(at for at in range(1, len(text)) if _clings_in_korean(text[at - 1], text[at]))
    together = _TOGETHER_IN_JAPANESE if tag == "ja" else _TOGETHER
    inside = {at for found in together.finditer(text) for at in range(found.start() + 1, found.end())}
    if tag not in ("", "zh", "en", "ja"):
        inside |= {at for found in _TOGETHER_WITH_SPACES.finditer(text) for at in range(found.start() + 1, found.end())}
        if short := _SHORT_WORDS.get(tag):
            inside |= {found.end() for found in re.finditer(short, text)}
    return frozenset(inside)


def _clings_in_korean(before: str, after: str) -> bool:
    return not (before.isspace() or after.isspace() or before in "·-–—/~…")


def inside_compounds(text: str) -> frozenset[int]:
    """The places after the hyphens of compounds (world-class) and after soft ones, where a break reads badly."""
    return frozenset(found.end() for found in _COMPOUND.finditer(text))


def inside_phrases(text: str, language: str = "") -> frozenset[int]:
    """The places after articles, prepositions and the like of the language, by default of English."""
    return frozenset(found.end() for found in _leaders(base(language)).finditer(text))


@cache
def _leaders(language: str) -> re.Pattern[str]:
    words = _LEADERS.get(language, _LEADERS["en"]).split()
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})\s+", re.IGNORECASE)


def is_pause(text: str, at: int) -> bool:
    """Whether what stands before a place, spaces left out, is punctuation that divides a sentence."""
    before = text[at - 2 : at - 1] if text[at - 1].isspace() else text[at - 1]
    return before in _PAUSES


def ends_phrase(before: str, after: str, language: str = "") -> bool:
    """Whether a title reads well if a line ends with one character and the next begins with the other.

    Chinese has no spaces, and a list of its words would not be short: punctuation, 的, 与 and a change of script are
    what shows an end of a phrase. In Japanese it is a particle before anything but kana. A place between Latin words is
    one.
    """
    if language.startswith("ja"):
        pause = before.isspace() or before in "、。！？：；・…—"
        return pause or ((before in _PHRASE_ENDS or after in JAPANESE.opening) and not "\u3040" <= after <= "\u309f")
    return (
        before.isspace()
        or before in CHINESE.closing
        or after in CHINESE.opening
        or before == "的"
        or (after == "与" and before != "参")
        or is_cjk(before) != is_cjk(after)
    )
