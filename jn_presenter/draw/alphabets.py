"""Which scripts and letters the bundled fonts have, and what letters tell whether another font serves a language.

Pure tables, so that a check knows without Qt whether a deck needs a font of the machine. Letters by CLDR's exemplars.
"""

from jn_presenter.model.language import base, script_of
from jn_presenter.model.text import Message

BUNDLED = {"Hans": "JN Sans SC", "Latn": "JN Sans SC", "Cyrl": "JN Sans SC", "Grek": "JN Sans SC", "Jpan": "JN Sans JP"}
"""The bundled family that serves a script."""
BEYOND = {
    ("Latn", "ąćęłńśźż"): "pl",
    ("Latn", "čďěňřšťůž"): "cs",
    ("Latn", "čďľĺňŕšťž"): "sk",
    ("Latn", "őű"): "hu",
    ("Latn", "șț"): "ro mo",
    ("Latn", "čćđšž"): "hr bs sr",
    ("Latn", "čšž"): "sl",
    ("Latn", "šž"): "et",
    ("Latn", "ąčęėįšųūž"): "lt",
    ("Latn", "āčēģīķļņšūž"): "lv",
    ("Latn", "ğışİ"): "tr az",
    ("Latn", "ňşž"): "tk",
    ("Latn", "ċġħż"): "mt",
    ("Latn", "ŵŷ"): "cy",
    ("Latn", "ĉĝĥĵŝŭ"): "eo",
    ("Latn", "ɓɗƙ"): "ha",
    ("Latn", "ẹọṣ"): "yo",
    ("Cyrl", "ґєії"): "uk",
    ("Cyrl", "ўі"): "be",
    ("Cyrl", "ђћџљњј"): "sr",
    ("Cyrl", "ѓќљњџј"): "mk",
    ("Cyrl", "әғқңөұүһі"): "kk",
    ("Cyrl", "ңөү"): "ky mn",
    ("Cyrl", "ғӣқӯҳҷ"): "tg",
    ("Cyrl", "әөүҗңһ"): "tt",
    ("Grek", "άέήίόύώ"): "el",
}
"""Letters that languages need and the bundled fonts lack, so that all their words are set in another family."""
LETTERS = {
    "Hans": "简体汉字开发",
    "Hant": "與開發區這個體灣",
    "Jpan": "あアー実験",
    "Kore": "가각힣한국",
    "Latn": "AZaz",
    "Cyrl": "АЯая",
    "Grek": "ΑΩαω",
    "Armn": "Աա",
    "Geor": "აჰ",
    "Thai": "กฮะ",
    "Laoo": "ກຮ",
    "Khmr": "កអ",
    "Mymr": "ကအ",
    "Deva": "अकह",
    "Beng": "অকহ",
    "Guru": "ਅਕਹ",
    "Gujr": "અકહ",
    "Orya": "ଅକହ",
    "Taml": "அகஹ",
    "Telu": "అకహ",
    "Knda": "ಅಕಹ",
    "Mlym": "അകഹ",
    "Sinh": "අකහ",
    "Tibt": "ཀཧ",
    "Ethi": "ሀፐ",
}
"""A few letters of each script: a family that has these has the script."""
NAMES = {
    "Hans": Message("简体汉字", "Simplified Chinese"),
    "Hant": Message("繁体汉字", "Traditional Chinese"),
    "Jpan": Message("日文", "Japanese"),
    "Kore": Message("韩文", "Korean"),
    "Latn": Message("拉丁字母", "Latin"),
    "Cyrl": Message("西里尔字母", "Cyrillic"),
    "Grek": Message("希腊字母", "Greek"),
    "Thai": Message("泰文", "Thai"),
    "Deva": Message("天城文", "Devanagari"),
}
"""What scripts are called; those without a name here by their code."""
_BEYOND = {
    (script, language): letters for (script, letters), languages in BEYOND.items() for language in languages.split()
}


def bundled(language: str) -> str:
    """The bundled family that has all letters of the language; empty where a font of the machine is needed."""
    script = script_of(language)
    return "" if (script, base(language)) in _BEYOND else BUNDLED.get(script, "")


def letters(language: str) -> str:
    """Letters that a family must have to serve the language."""
    script = script_of(language)
    return LETTERS.get(script, "") + _BEYOND.get((script, base(language)), "")


def script_name(script: str) -> Message:
    """What the script is called."""
    return NAMES.get(script) or Message(script, script)
