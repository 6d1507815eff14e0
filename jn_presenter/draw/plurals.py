"""Which form of a unit a number takes: one company, two companies; 1 зона, 2 зоны, 5 зон.

The rules are the cardinal ones of CLDR 47 for whole numbers as they are written: 1.0 is not "one".
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal

Category = Literal["one", "few", "many", "other"]


def category(value: Decimal, language: str) -> Category:
    """The form of the number in the language; of one that has no rule here, "one" for 1."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return _RULES.get(language.partition("-")[0].lower(), _one)(int(abs(value)), decimals, abs(value))


def _one(_whole: int, _decimals: int, value: Decimal) -> Category:
    return "one" if value == 1 else "other"


def _germanic(whole: int, decimals: int, _value: Decimal) -> Category:
    return "one" if whole == 1 and not decimals else "other"


def _romance(whole: int, decimals: int, _value: Decimal) -> Category:
    """French and Portuguese: 0 and 1.5 are "one", a whole number of millions is "many" (1 000 000 d’euros)."""
    return "one" if whole in (0, 1) else _millions(whole, decimals)


def _spanish(whole: int, decimals: int, value: Decimal) -> Category:
    return "one" if value == 1 else _millions(whole, decimals)


def _italian(whole: int, decimals: int, _value: Decimal) -> Category:
    return "one" if whole == 1 and not decimals else _millions(whole, decimals)


def _millions(whole: int, decimals: int) -> Category:
    return "many" if whole and whole % 1_000_000 == 0 and not decimals else "other"


def _russian(whole: int, decimals: int, _value: Decimal) -> Category:
    if decimals:
        return "other"
    last, two = whole % 10, whole % 100
    if last == 1 and two != 11:
        return "one"
    return "few" if 2 <= last <= 4 and not 12 <= two <= 14 else "many"


_RULES: dict[str, Callable[[int, int, Decimal], Category]] = {
    "en": _germanic,
    "de": _germanic,
    "fr": _romance,
    "pt": _romance,
    "es": _spanish,
    "it": _italian,
    "ru": _russian,
}
