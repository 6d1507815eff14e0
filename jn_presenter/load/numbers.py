"""What was meant by a number that is written another way: with separators, a unit, in Chinese, in full-width digits."""

import math
import re

from jn_presenter.load.slips.lookalike import plain
from jn_presenter.model.text import Message

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
THOUSANDS = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
EXPONENT = re.compile(r"-?[0-9.]{1,20}[eE][+-]?[0-9]{1,2}")
LONGEST, SHOWN = 30, 40
PLAIN = Message("只写半角数字，如 1.5，不带单位和千分号", "write digits alone, as in 1.5, without unit or separators")
DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
SCALES = {"万": 10**4, "亿": 10**8}
UNIT = re.compile(r"(?P<number>-?[0-9]+(?:\.[0-9]+)?)(?P<scale>[万亿]?)(?P<unit>[^0-9.,%/:~-][^0-9]{0,7})?")
ABOUT = re.compile(r"^(?:约|大约|近|超过|突破|逾|>|<|≈|about )\s*(?=[0-9])")
RANGE = re.compile(r"[0-9.]+\s*[-~至到]\s*[0-9.]+")
FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")


def number_slip(word: str, *, share: bool = False) -> tuple[Message, Message, str]:
    """What is wrong with a word that is no number, what to write instead, and that number where it can be told.

    share: percent are written as a share from 0 to 1.
    """
    message, meant = _meant(word.strip())
    if meant and NUMBER.fullmatch(meant) and len(meant) <= LONGEST:
        if share and "%" in plain(word):
            meant = f"{float(meant) / 100:g}"
        return message, Message(f"写成 {meant}", f"write {meant}"), meant
    return message, PLAIN, ""


def _meant(word: str) -> tuple[Message, str]:
    """What is wrong, and the number; an empty string where it cannot be told."""
    straight = re.sub(r"\s", "", plain(word)).removeprefix("+").replace("_", "")
    if straight.startswith("."):
        straight = "0" + straight
    shown = word[:SHOWN]
    if THOUSANDS.fullmatch(straight):
        return _say(shown, "带了千分位逗号", "has commas between its thousands"), straight.replace(",", "")
    if straight.endswith("%") and NUMBER.fullmatch(straight[:-1].replace(",", "")):
        return _say(shown, "带了百分号", "has a percent sign"), straight[:-1].replace(",", "")
    if NUMBER.fullmatch(straight):
        full = not word.isascii()
        zh, en = (
            ("里有全角或看不见的字符", "has full-width or invisible characters") if full else ("不是数", "is no number")
        )
        return _say(shown, zh, en), straight
    if NUMBER.fullmatch(straight.replace(",", ".", 1)):
        return _say(shown, "的小数点写成了逗号", "has a comma for its decimal point"), straight.replace(",", ".", 1)
    if EXPONENT.fullmatch(straight) and math.isfinite(value := float(straight)):
        digits = f"{value:f}".rstrip("0").rstrip(".")
        return _say(shown, "用了科学记数法", "is in scientific notation"), digits
    if (digits := straight.translate(str.maketrans("OolI", "0011"))) != straight and NUMBER.fullmatch(digits):
        return _say(shown, "里有字母（O 或 l），不是数字", "has letters (O or l) in place of digits"), digits
    return _with_words(shown, straight)


def _with_words(shown: str, straight: str) -> tuple[Message, str]:
    if found := FRACTION.fullmatch(straight):
        over, under = map(int, found.groups())
        return _say(shown, "是分数", "is a fraction"), f"{round(over / under, 4):g}" if under else ""
    if found := CLOCK.fullmatch(straight):
        minutes = f"{round(int(found[1]) + int(found[2]) / 60, 2):g}"
        return _say(shown, "是时分的写法", "is written like a time"), minutes
    if RANGE.fullmatch(straight):
        return _say(shown, "是一个范围，这里只能有一个数", "is a range, and here stands one number"), ""
    rest = ABOUT.sub("", straight)
    if rest != straight:
        return _say(shown, "前面带了文字", "has words before it"), rest if NUMBER.fullmatch(rest) else _meant(rest)[1]
    if found := UNIT.fullmatch(straight):
        return _say(shown, "带了单位", "has a unit"), _scaled(found["number"], found["scale"])
    if (value := _chinese(straight)) is not None:
        return _say(shown, "是汉字数字", "is written in Chinese characters"), str(value)
    return _say(shown, "不是数", "is no number"), ""


def _scaled(number: str, scale: str) -> str:
    if not scale:
        return number
    return f"{float(number) * SCALES[scale]:f}".rstrip("0").rstrip(".") if NUMBER.fullmatch(number) else ""


def _chinese(word: str) -> int | None:
    """Numbers up to 99 as they are said: 三, 十二, 二十."""
    if word in DIGITS:
        return DIGITS[word]
    tens, ten, ones = word.partition("十")
    if not ten or len(tens) > 1 or len(ones) > 1 or any(sign not in DIGITS for sign in tens + ones):
        return None
    return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)


def _say(word: str, zh: str, en: str) -> Message:
    short = word if len(word) < SHOWN else word + "…"
    return Message(f"“{short}” {zh}", f"{short!r} {en}")
