"""Figures in words: value, operator and unit in each language's own form, and which digits of it a counter counts."""

import re
from decimal import Context, Decimal
from typing import Literal

from jn_presenter.draw.locales import Locale, locale
from jn_presenter.draw.plurals import category
from jn_presenter.model.fact import Fact, Facts, Unit, UnitForms

FIGURE_SPACE = "\u2007"
"""Stands for a place that a counter has not reached yet. The bundled font has no glyph for it: never paint it."""

_NUMBER = re.compile(
    # Thousands by points or held spaces, as in German, French and Russian; else by commas, or with a decimal comma.
    r"[0-9]{1,3}(?:([.\u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})*(?:,[0-9]+)?)(?![0-9])"
    r"|[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?"
)
_EXACT = Context(prec=4096)
"""Decimal's default of 28 places would round long figures without a word."""
_CLASSES = ("class", "near-class")
_UNCOUNTED_UNITS = ("rank", "years")
_ORDINALS = ("第", "No.")
_COUNT = UnitForms((("exact", "{v}"),))


def figure(fact: Fact, facts: Facts, language: str, *, form: Literal["bare"] | None = None) -> str:
    """The fact's value with operator and unit as the language says it; empty for a fact without value.

    `bare` is for charts and figures that stand alone: no article and no operator, where the unit has such a form; where
    it has none, the figure keeps its operator. An operator that the unit has no form for is put to the exact form.
    """
    if fact.value is None:
        return ""
    unit = facts.unit(fact)
    own, forms = _forms(unit, language)
    template = forms.get("bare") if form == "bare" else None
    in_class = template is None and fact.op in _CLASSES
    if template is None:
        template = _template(fact, forms, own, unit.scale if unit else Decimal(1))
    if "{word}" in template:
        template = _with_word(template, fact.word, own)
    return template.replace("{v}", _number(fact.value, unit.scale if unit else Decimal(1), own, in_class))


def plain_number(value: Decimal, language: str) -> str:
    """A number without unit, its digits kept as typed, with the separators of the language."""
    return locale(language).number(value)


def percent(number: str, language: str) -> str:
    """The number, already in words, as a share in hundredths: 47%, 47 %."""
    return locale(language).percent.replace("{v}", number)


def counts(fact: Fact, unit: Unit | None) -> bool:
    """Whether the figure may count up on its way in: a rank or a number of years is not a quantity that grows."""
    if fact.value is None:
        return False
    if unit is None:
        return True
    exact = (forms.get("exact") or "" for _, forms in unit.languages)
    return unit.id not in _UNCOUNTED_UNITS and not any(form.startswith(_ORDINALS) for form in exact)


def split_figure(text: str) -> tuple[str, str, str]:
    """(before, number, after): the number is the first run of digits with its separators and decimals, or empty."""
    found = _NUMBER.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()], found.group(), text[found.end() :]


def number_value(number: str, language: str = "") -> Decimal:
    """The value of what split_figure takes for a number, as the language writes it."""
    point = _point(number, locale(language))
    return Decimal(_digits(number[:point]) + "." + _digits(number[point:]))


def decimals_of(number: str, language: str = "") -> str:
    """The decimals of such a number, with the sign before them."""
    return number[_point(number, locale(language)) :]


def counting(final: str, t: float, language: str = "") -> str:
    """The figure `final` of the language while it counts up, t from 0 to 1: as long as `final`, and itself from t = 1.

    Only the number changes, rounded down to its own decimals; places not yet reached are FIGURE_SPACE on its left.
    """
    before, number, after = split_figure(final)
    if t >= 1.0 or not number:
        return final
    over, under = max(0.0, t).as_integer_ratio()
    decimals = len(_digits(decimals_of(number, language)))
    reached = int(_digits(number)) * over // under
    digits = list(str(reached).zfill(decimals + 1))
    places = []
    for place in reversed(number):
        if not digits:
            places.append(FIGURE_SPACE)
        else:
            places.append(digits.pop() if place.isdigit() else place)
    return before + "".join(reversed(places)) + after


def _digits(words: str) -> str:
    return re.sub("[^0-9]", "", words)


def _point(number: str, own: Locale) -> int:
    """Where the decimals of a number begin with their sign; its end where it has none.

    A sign that the language has no use for, and thousands that are none (12.5 in German), were typed as elsewhere.
    """
    last = max((at for at, sign in enumerate(number) if not sign.isdigit()), default=-1)
    if last < 0:
        return len(number)
    sign, thousands = number[last], len(number) - last == 4
    grouping = thousands and sign != own.decimal and sign in (own.comma, ",", "\u00a0", "\u202f")
    return len(number) if grouping else last


def _forms(unit: Unit | None, language: str) -> tuple[Locale, UnitForms]:
    """The unit's forms for the language, and the language they are really of, whose number form they need."""
    forms = unit.forms(language) if unit else None
    if unit is None or forms is None:
        return locale(language), _COUNT
    return next((locale(tag), own) for tag, own in unit.languages if own is forms)


def _template(fact: Fact, forms: UnitForms, own: Locale, scale: Decimal) -> str:
    if fact.op == "exact":
        return _counted(fact, forms, own, scale, governed=False)
    exact = _counted(fact, forms, own, scale, governed=fact.op != "near-class")
    return forms.get(fact.op) or dict(own.derived)[fact.op].replace("{exact}", exact)


def _counted(fact: Fact, forms: UnitForms, own: Locale, scale: Decimal, *, governed: bool) -> str:
    """The form that the number asks for: many, where it is said in millions or more."""
    value = fact.value or Decimal(0)
    named = scale != 1 and bool(own.magnitudes)
    form: str = "many" if named else category(value, own.tag)
    if governed:
        form = dict(own.governed).get(form, form)
    return (forms.get(form) if form != "other" else None) or forms.get("exact") or "{v}"


def _with_word(template: str, word: str, own: Locale) -> str:
    """The template with the word for "over"; the fact's own word goes to its side of the number, wherever {word} is."""
    if own.over_after is None:
        return template.replace("{word}", own.over)
    word = word or own.over
    after = word in own.over_after
    if after == (template.find("{word}") > template.find("{v}")):
        return template.replace("{word}", word)
    return template.replace("{word}", "").replace("{v}", f"{{v}}{word}" if after else f"{word}{{v}}")


def _number(value: Decimal, scale: Decimal, own: Locale, in_class: bool) -> str:
    if in_class and (name := _order(value, own)):
        return name
    return own.number(value) if scale == 1 or not own.magnitudes else _scaled(value, scale, own, in_class)


def _order(value: Decimal, own: Locale) -> str:
    """The value as the name of a class: 1000 is 千, 10000 is 万, 20000 is 2万; empty where it has none."""
    if not own.orders or value <= 0 or value != value.to_integral_value():
        return ""
    names = dict(own.orders)
    last, name = own.orders[-1]
    return names.get(int(value)) or (f"{int(value) // last}{name}" if int(value) % last == 0 else "")


def _scaled(value: Decimal, scale: Decimal, own: Locale, in_class: bool) -> str:
    """In base units: the scale turns into million, billion, trillion, joined by a hyphen in the name of a class."""
    total = _EXACT.multiply(value, scale.normalize(_EXACT))
    for power, one, several in own.magnitudes:
        if total and total.adjusted() >= power:
            share = total.scaleb(-power, _EXACT)
            if value == value.to_integral_value() and "." not in f"{value:f}":
                share = share.normalize(_EXACT)
            name = one if category(share, own.tag) == "one" else several
            return f"{own.number(share)}{own.class_joint if in_class else ' '}{name}"
    return own.number(total)
