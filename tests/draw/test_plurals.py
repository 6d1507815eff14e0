"""Units take the form that their number asks for. The table is CLDR 47's, as its library for Python gives it."""

from decimal import Decimal

import pytest

from jn_presenter.draw.numbers import figure
from jn_presenter.draw.plurals import category
from jn_presenter.model.fact import Fact, Facts, Op, Unit, UnitForms
from jn_presenter.model.text import plain

NUMBERS = ("0", "1", "1.0", "1.5", "2", "3", "4", "5", "11", "12", "21", "22", "25", "100", "101", "111", "1000000")
CLDR = {
    "en": "other one other other other other other other other other other other other other other other other",
    "de": "other one other other other other other other other other other other other other other other other",
    "fr": "one one one one other other other other other other other other other other other other many",
    "pt": "one one one one other other other other other other other other other other other other many",
    "es": "other one one other other other other other other other other other other other other other many",
    "it": "other one other other other other other other other other other other other other other other many",
    "ru": "many one other other few few few many many many one few many many one many many",
}


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [(tag, number, form) for tag, forms in CLDR.items() for number, form in zip(NUMBERS, forms.split(), strict=True)],
)
def test_a_number_has_the_form_that_its_language_gives_it(language: str, number: str, form: str) -> None:
    assert category(Decimal(number), language) == form
    assert category(-Decimal(number), f"{language.upper()}-XX") == form


@pytest.mark.parametrize("language", ["ko", "zh", "sv", ""])
def test_without_a_rule_one_is_one(language: str) -> None:
    assert [category(Decimal(value), language) for value in ("1", "2", "0.5")] == ["one", "other", "other"]


ZONES = Unit(
    id="zones",
    languages=(
        ("ru", UnitForms((("exact", "{v} зоны"), ("one", "{v} зона"), ("few", "{v} зоны"), ("many", "{v} зон")))),
    ),
)


@pytest.mark.parametrize(
    ("value", "op", "words"),
    [
        ("1", "exact", "1 зона"),
        ("2", "exact", "2 зоны"),
        ("5", "exact", "5 зон"),
        ("1.5", "exact", "1,5 зоны"),
        ("21", "over", "более 21 зоны"),
        ("22", "over", "более 22 зон"),
        ("210", "over", "более 210 зон"),
        ("21", "near-class", "почти 21 зона"),
    ],
)
def test_a_unit_follows_its_number_and_the_word_before_it(value: str, op: Op, words: str) -> None:
    fact = Fact(id="a", kind="achieved", label=plain("a"), value=Decimal(value), op=op, unit="zones")
    assert figure(fact, Facts({"a": fact}, {"zones": ZONES}), "ru") == words
