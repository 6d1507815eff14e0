"""What a host is told of a visit whose file is in order, with what is shown instead."""

from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.model.text import Text, plain
from jn_presenter.model.visit import Person, Visit
from jn_presenter.show.visiting.findings import findings, is_over

GUESTS = Visit(id="guests", delegation=plain("Zurich"))


@pytest.fixture
def two(slide, deck):
    return deck(slide("a/core", minutes=5), slide("a/more", depth="extra", minutes=5), slide("b/core", minutes=4))


def codes(deck, today="", **fields):
    found = findings(deck, structs.replace(GUESTS, **fields), today)
    assert all(one.severity == "warning" for _, one in found)
    return [(path, one.code) for path, one in found]


def test_minutes_between_the_shortest_show_and_the_whole_are_fine(two):
    assert codes(two) == []
    for minutes in (9, 12, 14):
        assert codes(two, minutes=Decimal(minutes)) == []


def test_more_minutes_than_there_is_to_show_and_fewer_than_the_core_are_said(two):
    assert codes(two, minutes=Decimal("14.1")) == [("minutes", "more-minutes-than-slides")]
    assert codes(two, minutes=Decimal("8.9")) == [("minutes", "fewer-minutes-than-core")]
    assert codes(two, minutes=Decimal(6), themes=("a",)) == []
    assert codes(two, minutes=Decimal(12), themes=("a",)) == [("minutes", "more-minutes-than-slides")]
    assert codes(two, minutes=Decimal(16), interpreting="consecutive") == [("minutes", "fewer-minutes-than-core")]
    (_, one), *_ = findings(two, structs.replace(GUESTS, minutes=Decimal(5)))
    assert "9 分钟" in one.message.zh
    assert "take 9" in one.message.en


def test_a_name_that_the_audience_cannot_read_is_said_with_what_stands_in(two):
    chinese = Text((("zh", "苏黎世"),))
    assert codes(two, delegation=chinese) == []
    assert codes(two, delegation=chinese, languages=("en", "zh")) == [("delegation", "name-in-another-language")]
    leader = Person(name=plain("Li"), position=chinese)
    assert codes(two, leader=leader, languages=("en",)) == [("leader.position", "name-in-another-language")]
    (_, one), *_ = findings(two, structs.replace(GUESTS, delegation=chinese, languages=("en",)))
    assert "苏黎世" in one.message.zh
    assert "苏黎世" in one.message.en


@pytest.mark.parametrize(
    ("date", "over"),
    [("2026-11-22", True), ("2026-11-23", False), ("2026-10", True), ("2026-11", False), ("2025", True), ("", False)],
)
def test_a_day_that_is_over_is_said(two, date, over):
    assert is_over(structs.replace(GUESTS, date=date), "2026-11-23") == over
    assert codes(two, today="2026-11-23", date=date) == ([("date", "past-visit")] if over else [])
    assert codes(two, date=date) == []
