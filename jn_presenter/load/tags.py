"""Language tags as typed in a list of languages: well formed, spelled as usual, and from left to right."""

from jn_presenter.load.nodes import Scalar
from jn_presenter.load.reading import Reading
from jn_presenter.model.language import base, canonical, is_right_to_left, is_tag
from jn_presenter.model.text import Message

NAMES = {
    "zh": "中文 汉语 普通话 简体 简体中文 cn chinese",
    "zh-Hant": "繁体 繁體 繁体中文 繁體中文",
    "en": "英文 英语 english",
    "ja": "日文 日语 日本語 jp japanese",
    "ko": "韩文 韩语 朝鲜语 한국어 korean",
    "de": "德文 德语 deutsch german",
    "fr": "法文 法语 français french",
    "ru": "俄文 俄语 русский russian",
    "es": "西班牙语 español spanish",
    "it": "意大利语 italiano italian",
    "pt": "葡萄牙语 português portuguese",
    "uk": "乌克兰语 ua ukrainian",
    "cs": "捷克语 cz czech",
    "el": "希腊语 gr greek",
    "da": "丹麦语 dk danish",
}
"""What is written for a language: its name, or the country that speaks it."""
_TAGS = {name: tag for tag, names in NAMES.items() for name in names.split()}


def meant(word: str) -> str:
    """The tag of the language whose name was written, empty where it is none."""
    return _TAGS.get(word.strip().lower(), "")


def language_tag(item: Scalar, reading: Reading) -> str:
    """The tag in its usual spelling; empty, and said why, where slides cannot be set in it."""
    word = item.value
    tag = meant(word) or (canonical(word.replace("_", "-")) if "_" in word else "")
    if tag or not is_tag(word):
        reading.report(
            item,
            "bad-language",
            Message(f"“{word[:40]}” 不是语言代号", f"{word[:40]!r} is not a language tag"),
            Message(f"写 {tag}", f"write {tag}")
            if tag
            else Message("如 zh、en、ja、ko、de、fr、ru、zh-Hant", "such as zh, en, ja, ko, de, fr, ru, zh-Hant"),
            value=tag,
        )
        return ""
    if is_right_to_left(word):
        reading.report(
            item,
            "right-to-left",
            Message(
                f"{word} 从右往左书写，幻灯片还不能这样排版",
                f"{word} runs from right to left, which slides cannot be set in",
            ),
            Message(
                f"去掉这一种；译文可以写进讲稿，由译员来说（如有拉丁字母的写法，可用 {base(word)}-Latn）",
                f"leave it out; an interpreter can say it (written in Latin letters it would be {base(word)}-Latn)",
            ),
        )
        return ""
    return canonical(word)
