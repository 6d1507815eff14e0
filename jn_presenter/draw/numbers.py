"""Figures in words: value, operator and unit in each language's own form, and which digits of it a counter counts."""

import re
from decimal import Context, Decimal
from typing import Literal

from jn_presenter.model.fact import Fact, Facts, Unit, UnitForms

FIGURE_SPACE = "\u2007"
"""Stands for a place that a counter has not reached yet. The bundled font has no glyph for it: never paint it."""

_NUMBER = re.compile(r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?")
_EXACT = Context(prec=4096)
"""Decimal's default of 28 places would round long figures without a word."""
_AFTER_THE_NUMBER = ("余", "多")
_ORDERS = {10: "十", 100: "百", 1000: "千"}
_MYRIAD = 10_000
_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))
_CLASSES = ("class", "near-class")
_UNCOUNTED_UNITS = ("rank", "years")
_ORDINALS = ("第", "No.")
_COUNT = Unit(id="", languages=(("zh", UnitForms((("exact", "{v}"),))), ("en", UnitForms((("exact", "{v}"),)))))


def figure(fact: Fact, facts: Facts, language: str, *, form: Literal["bare"] | None = None) -> str:
    """The fact's value with operator and unit as the language says it; empty for a fact without value.

    `bare` is for charts and figures that stand alone: no article and no operator, where the unit has such a form; where
    it has none, the figure keeps its operator. An operator that the unit has no form for is put to the exact form.
    """
    if fact.value is None:
        return ""
    unit = facts.unit(fact) or _COUNT
    tag, forms = _forms(unit, language)
    chinese = tag.startswith("zh")
    template = forms.get("bare") if form == "bare" else None
    in_class = template is None and fact.op in _CLASSES
    if template is None:
        template = _template(fact, forms, chinese)
    if "{word}" in template:
        template = _with_word(template, (fact.word or "超过") if chinese else "over")
    number = _chinese(fact.value, in_class) if chinese else _english(fact.value, unit.scale, in_class)
    return template.replace("{v}", number)


def plain_number(value: Decimal, language: str) -> str:
    """A number without unit, its digits kept as typed: thousands by comma, but not in Chinese."""
    words = f"{value:f}" if language.startswith("zh") else f"{value:,f}"
    return words.replace("-", "−")


def counts(fact: Fact, unit: Unit | None) -> bool:
    """Whether the figure may count up on its way in: a rank or a number of years is not a quantity that grows."""
    if fact.value is None:
        return False
    if unit is None:
        return True
    exact = (forms.get("exact") or "" for _, forms in unit.languages)
    return unit.id not in _UNCOUNTED_UNITS and not any(form.startswith(_ORDINALS) for form in exact)


def split_figure(text: str) -> tuple[str, str, str]:
    """(before, number, after): the number is the first run of digits with its commas and decimals, or empty."""
    found = _NUMBER.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()], found.group(), text[found.end() :]


def counting(final: str, t: float) -> str:
    """The figure `final` while it counts up, t from 0 to 1: as long as `final`, and `final` itself from t = 1 on.

    Only the number changes, rounded down to its own decimals; places not yet reached are FIGURE_SPACE on its left.
    """
    before, number, after = split_figure(final)
    if t >= 1.0 or not number:
        return final
    over, under = max(0.0, t).as_integer_ratio()
    decimals = len(number.partition(".")[2])
    reached = int(re.sub("[,.]", "", number)) * over // under
    digits = list(str(reached).zfill(decimals + 1))
    places = []
    for place in reversed(number):
        if not digits:
            places.append(FIGURE_SPACE)
        else:
            places.append(digits.pop() if place.isdigit() else place)
    return before + "".join(reversed(places)) + after


def _forms(unit: Unit, language: str) -> tuple[str, UnitForms]:
    """The unit's forms for the language, and the language they are really of, whose number form they need."""
    forms = unit.forms(language)
    if forms is None:
        return _forms(_COUNT, language)
    return next((tag, own) for tag, own in unit.languages if own is forms)


def _template(fact: Fact, forms: UnitForms, chinese: bool) -> str:
    exact = forms.get("exact") or "{v}"
    if fact.op == "exact":
        return (forms.get("one") if fact.value == 1 else None) or exact
    derived = {
        "over": exact.replace("{v}", "{word}{v}") if chinese else f"over {exact}",
        "class": f"{exact}级" if chinese else f"the {exact} class",
        "near-class": f"准{exact}级" if chinese else f"just short of the {exact} class",
    }
    return forms.get(fact.op) or derived[fact.op]


def _with_word(template: str, word: str) -> str:
    """余 and 多 stand directly after the number and every other word before it, wherever the form has {word}."""
    after = word in _AFTER_THE_NUMBER
    if after == (template.find("{word}") > template.find("{v}")):
        return template.replace("{word}", word)
    return template.replace("{word}", "").replace("{v}", f"{{v}}{word}" if after else f"{word}{{v}}")


def _chinese(value: Decimal, in_class: bool) -> str:
    """The digits as typed; as the name of a class 1000 is 千, 10000 is 万, 20000 is 2万."""
    if in_class and value == value.to_integral_value() and value > 0:
        whole = int(value)
        if whole in _ORDERS:
            return _ORDERS[whole]
        if whole % _MYRIAD == 0:
            return "万" if whole == _MYRIAD else f"{whole // _MYRIAD}万"
    return plain_number(value, "zh")


def _english(value: Decimal, scale: Decimal, in_class: bool) -> str:
    """In base units: a scaled unit takes million, billion, trillion, joined by a hyphen in the name of a class."""
    if scale == 1:
        return plain_number(value, "en")
    total = _EXACT.multiply(value, scale.normalize(_EXACT))
    for power, name in _MAGNITUDES:
        if total and total.adjusted() >= power:
            share = total.scaleb(-power, _EXACT)
            if value == value.to_integral_value() and "." not in f"{value:f}":
                share = share.normalize(_EXACT)
            return f"{plain_number(share, 'en')}{'-' if in_class else ' '}{name}"
    return plain_number(total, "en")
