"""Figures in each language, with the unit of a fact, of the deck, or in words."""

from decimal import Decimal

from jn_presenter.draw.figures import (
    context,
    date_text,
    fact_datum,
    fact_said,
    target_words,
    unit_words,
    value_said,
)
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import fact, facts

KNOWN = facts(
    fact("green", value="47", unit="percent"),
    fact("grid", value="1000", unit="yi-yuan", op="over", word="突破", as_of="2020"),
)


def test_a_figure_that_reads_the_same_stands_once() -> None:
    assert fact_said(KNOWN.facts["green"], KNOWN, ("zh", "en")) == (("zh", "47%"),)


def test_a_figure_is_said_in_each_language() -> None:
    assert fact_said(KNOWN.facts["grid"], KNOWN, ("en", "zh")) == (
        ("en", "over RMB 100 billion"),
        ("zh", "突破1000亿元"),
    )


def test_a_value_takes_a_unit_of_the_deck_by_its_id() -> None:
    assert value_said(Decimal(1200), plain("visitors"), KNOWN, ("zh", "en")) == (
        ("zh", "1200人次"),
        ("en", "1,200 visitors"),
    )


def test_a_value_takes_words_as_its_unit() -> None:
    assert value_said(Decimal(12), text("间", "rooms"), KNOWN, ("zh", "en")) == (("zh", "12间"), ("en", "12 rooms"))
    assert value_said(Decimal(12), plain("%"), KNOWN, ("zh", "en")) == (("zh", "12%"),)
    assert value_said(Decimal(12), None, KNOWN, ("en",)) == (("en", "12"),)


def test_an_axis_names_its_unit_alone() -> None:
    assert unit_words(plain("visitors"), KNOWN, ("zh", "en")).variants == (("zh", "人次"), ("en", "visitors"))
    assert unit_words(plain("yi-yuan"), KNOWN, ("zh", "en")).variants == (("zh", "亿元"), ("en", "RMB 100 million"))
    assert unit_words(text("元", "yuan"), KNOWN, ("en",)).variants == (("en", "yuan"),)
    assert unit_words(None, KNOWN, ("en",)) == Text(())


def test_a_target_is_tagged_with_its_due() -> None:
    assert dict(target_words("2025", KNOWN, ("zh", "en")).variants) == {
        "zh": "目标（至2025年）",
        "en": "Target (to 2025)",
    }
    assert dict(target_words("2035", KNOWN, ("zh", "en")).variants) == {
        "zh": "目标（到2035年）",
        "en": "Target (by 2035)",
    }


def test_a_target_without_due_date_is_tagged_all_the_same() -> None:
    assert dict(target_words("", KNOWN, ("zh", "sv")).variants) == {"zh": "目标", "sv": "Target"}


def test_date_and_scope_stand_below_a_figure() -> None:
    known = fact("rank", as_of="2019", scope=text("全国", "nationwide"))
    assert dict((context(known, ("zh", "en"), ()) or Text(())).variants) == {
        "zh": "2019年 · 全国",
        "en": "2019 · nationwide",
    }


def test_a_scope_that_the_label_says_already_is_left_out() -> None:
    known = fact("zones", text("全国国家级经开区", "Zones nationwide"), scope=text("全国", "nationwide"))
    assert context(known, ("zh", "en"), ()) is None


def test_a_date_is_in_words() -> None:
    assert date_text("1992-06", ("zh", "en")).variants == (("zh", "1992年6月"), ("en", "June 1992"))


def test_a_datum_says_what_is_made_up() -> None:
    known = KNOWN.facts["grid"]
    assert fact_datum(known, ("zh",)).state == "achieved"
    assert fact_datum(known, ("zh",), sample=True).state == "sample"
    assert fact_datum(known, ("zh",)).value == Decimal(1000)
