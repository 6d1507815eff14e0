"""The types of the command line's values: each reads one argument or raises an OptionError that says what to write."""

import re
from decimal import Decimal, InvalidOperation

from jn_presenter.model.daytime import Daytime, daytime
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.options import CheckForm, OptionError
from jn_presenter.model.text import Message

SMALLEST, LARGEST = 64, 16384
MOST_PIXELS = 8192 * 8192
"""256 MB as a picture in memory."""
MOST_RATIO = 8
MOST_MINUTES = 24 * 60
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
FORMS: dict[str, CheckForm] = {"text": "text", "json": "json", "github": "github"}
INTERPRETATIONS: dict[str, Interpretation] = {
    "none": "none",
    "consecutive": "consecutive",
    "simultaneous": "simultaneous",
}


def languages(value: str) -> tuple[str, ...]:
    """`zh` or `zh,en`, each once, in the order of the stack."""
    return tuple(dict.fromkeys(language(part.strip()) for part in value.split(",")))


def language(value: str) -> str:
    """A language tag, `zh` or `zh-TW`."""
    if not LANGUAGE.fullmatch(value):
        raise refused(
            f"“{value}”不是语言代码；请写 zh、en 或 zh,en", f"“{value}” is no language tag; write zh, en or zh,en"
        )
    return value


def minutes(value: str) -> Decimal:
    """A length in minutes, of more than none."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        found = Decimal(0)
    if not found.is_finite() or not 0 < found <= MOST_MINUTES:
        raise refused(
            f"--minutes {value}：请写分钟数，如 20", f"--minutes {value}: write a number of minutes, such as 20"
        )
    return found


def until(value: str) -> Daytime:
    """A time of day, `15:30`."""
    found = daytime(value)
    if found is None:
        raise refused(
            f"--until {value}：请写几点几分，如 15:30", f"--until {value}: write a time of day, such as 15:30"
        )
    return found


def interpreting(value: str) -> Interpretation:
    """How the show is interpreted."""
    if value not in INTERPRETATIONS:
        raise refused(
            f"--interpreting {value}：可以写 none（无）、consecutive（交替传译）、simultaneous（同声传译）",
            f"--interpreting {value}: write none, consecutive or simultaneous",
        )
    return INTERPRETATIONS[value]


def size(value: str) -> tuple[int, int]:
    """Width and height in px, from `1920x1080`."""
    found = re.fullmatch(r"(\d{1,6})[xX×*](\d{1,6})", value.strip(), re.ASCII)
    if not found:
        raise refused(
            f"--size {value}：请写 宽x高，如 1920x1080", f"--size {value}: write WIDTHxHEIGHT, such as 1920x1080"
        )
    across, down = int(found[1]), int(found[2])
    if min(across, down) < SMALLEST or max(across, down) > LARGEST:
        raise refused(
            f"--size {value}：每边应为 {SMALLEST} 至 {LARGEST} 像素",
            f"--size {value}: each side may have {SMALLEST} to {LARGEST} px",
        )
    if max(across, down) > MOST_RATIO * min(across, down):
        raise refused(
            f"--size {value}：太狭长，长边至多是短边的 {MOST_RATIO} 倍",
            f"--size {value}: too narrow; the long side may be {MOST_RATIO} times the short one",
        )
    if across * down > MOST_PIXELS:
        raise refused(
            f"--size {value}：像素太多，至多 8192x8192 那么大",
            f"--size {value}: too many pixels; 8192x8192 is the most",
        )
    return across, down


def check_form(word: str) -> CheckForm:
    """What check prints."""
    if word not in FORMS:
        raise refused(f"--format {word}：可以写 text、json、github", f"--format {word}: write text, json or github")
    return FORMS[word]


def refused(zh: str, en: str) -> OptionError:
    """What to raise where a value cannot be followed."""
    return OptionError(Message(zh, en))
