"""Which family serves which language: a bundled one with all its letters, else one of the machine, always the same."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Protocol

from msgspec import Struct
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from jn_presenter.draw.alphabets import bundled, letters, script_name
from jn_presenter.model.language import script_of
from jn_presenter.model.text import Message

_SYSTEMS = QFontDatabase.WritingSystem
SYSTEMS = {
    "Hans": _SYSTEMS.SimplifiedChinese,
    "Hant": _SYSTEMS.TraditionalChinese,
    "Jpan": _SYSTEMS.Japanese,
    "Kore": _SYSTEMS.Korean,
    "Latn": _SYSTEMS.Latin,
    "Cyrl": _SYSTEMS.Cyrillic,
    "Grek": _SYSTEMS.Greek,
    "Armn": _SYSTEMS.Armenian,
    "Geor": _SYSTEMS.Georgian,
    "Thai": _SYSTEMS.Thai,
    "Laoo": _SYSTEMS.Lao,
    "Khmr": _SYSTEMS.Khmer,
    "Mymr": _SYSTEMS.Myanmar,
    "Deva": _SYSTEMS.Devanagari,
    "Beng": _SYSTEMS.Bengali,
    "Guru": _SYSTEMS.Gurmukhi,
    "Gujr": _SYSTEMS.Gujarati,
    "Orya": _SYSTEMS.Oriya,
    "Taml": _SYSTEMS.Tamil,
    "Telu": _SYSTEMS.Telugu,
    "Knda": _SYSTEMS.Kannada,
    "Mlym": _SYSTEMS.Malayalam,
    "Sinh": _SYSTEMS.Sinhala,
    "Tibt": _SYSTEMS.Tibetan,
}
"""Scripts as Qt's font database knows them."""
WESTERN = ("Noto Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
PREFERRED = {
    "Hant": (
        *("Noto Sans CJK TC", "Source Han Sans TC", "Source Han Sans K", "Microsoft JhengHei", "PingFang TC"),
        *("Noto Sans TC", "Noto Sans CJK HK", "WenQuanYi Zen Hei"),
    ),
    "Kore": (
        *("Noto Sans CJK KR", "Source Han Sans K", "Source Han Sans KR", "Noto Sans KR", "Malgun Gothic"),
        *("Apple SD Gothic Neo", "NanumGothic", "Nanum Gothic", "UnDotum"),
    ),
    "Thai": ("Noto Sans Thai", "Leelawadee UI", "Thonburi", "Loma", "Garuda"),
    "Deva": ("Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Lohit Devanagari"),
    **dict.fromkeys(("Latn", "Cyrl", "Grek", "Armn", "Geor"), WESTERN),
}
"""Families by how well they go with the bundled ones, the best first; what is not here comes after, by its name."""
PACKAGES = {
    "Kore": Message("安装思源黑体或 Noto Sans CJK KR", "install Noto Sans CJK KR or Source Han Sans"),
    "Hant": Message("安装思源黑体或 Noto Sans CJK TC", "install Noto Sans CJK TC or Source Han Sans"),
}
"""What to do about a script without a family."""
UGLY = ("Mono", "Serif", "Condensed", "Narrow", "Light")


class Database(Protocol):
    """The fonts of a machine."""

    def families(self, script: str) -> Iterable[str]:
        """Those that say they have the script, in any order."""

    def has(self, family: str, characters: str) -> bool:
        """Whether the family has them all."""


class Machine:
    """The fonts of this machine, as Qt knows them. Needs a QGuiApplication."""

    def families(self, script: str) -> Iterable[str]:
        return QFontDatabase.families(SYSTEMS.get(script, _SYSTEMS.Any))

    def has(self, family: str, characters: str) -> bool:
        raw = _raw(family)
        return raw.familyName() == family and all(raw.supportsCharacter(ord(character)) for character in characters)


class Served(Struct, frozen=True, kw_only=True):
    """A language, its script, and the family that serves it: empty where the machine has none."""

    language: str
    script: str
    family: str
    bundled: bool = False

    @property
    def said(self) -> Message:
        """In a line: ko（韩文）：Noto Sans CJK KR."""
        name = script_name(self.script)
        if not self.family:
            return Message(
                f"{self.language}（{name.zh}）：这台电脑没有能显示的字体",
                f"{self.language} ({name.en}): no font of this computer has its letters",
            )
        how = (
            Message("随程序自带", "comes with the program")
            if self.bundled
            else Message("这台电脑的字体", "of this computer")
        )
        return Message(
            f"{self.language}（{name.zh}）：{self.family}，{how.zh}",
            f"{self.language} ({name.en}): {self.family}, {how.en}",
        )

    @property
    def remedy(self) -> Message:
        """What to do where there is none."""
        name = script_name(self.script)
        return PACKAGES.get(self.script) or Message(f"安装有{name.zh}的字体", f"install a font that has {name.en}")


def served(language: str, fonts: Database | None = None) -> Served:
    """The family that serves the language. fonts: those of this machine where None."""
    script = script_of(language)
    if own := bundled(language):
        return Served(language=language, script=script, family=own, bundled=True)
    return Served(language=language, script=script, family=_of_machine(language, fonts or Machine()))


@lru_cache(maxsize=64)
def machine_family(language: str) -> str:
    """The family of this machine for a language that no bundled one serves; empty where there is none."""
    return served(language).family


def rows(languages: Iterable[str], fonts: Database | None = None) -> tuple[Served, ...]:
    """Language by language which family serves it, for whoever looks before a show."""
    return tuple(served(language, fonts) for language in languages)


def _of_machine(language: str, fonts: Database) -> str:
    script, wanted = script_of(language), letters(language)
    order = {name: at for at, name in enumerate(PREFERRED.get(script, ()))}

    def place(name: str) -> tuple[int, bool, str]:
        return order.get(name, len(order)), any(word in name for word in UGLY), name

    # The dot is how Qt hides a system's fonts for its own menus.
    there = (name for name in sorted(fonts.families(script), key=place) if not name.startswith("."))
    return next((name for name in there if wanted and fonts.has(name, wanted)), "")


@cache
def _raw(family: str) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(36)
    return QRawFont.fromFont(font)
