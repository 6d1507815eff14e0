"""Parts of a whole: sums that hold, what is gathered, and what makes none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.entries import Entry, item_entries
from jn_presenter.draw.whole import GATHERED, gathered, whole_of
from jn_presenter.model.text import plain
from tests.decks import text
from tests.look import env


def entries(*values: object, target: bool = False) -> tuple[Entry, ...]:
    items = ((text(f"第{k}部分", f"Part {k}"), Decimal(str(value)), target) for k, value in enumerate(values))
    return item_entries(items, plain("percent"), env(), sample=False)


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=24), st.integers(2, 12))
def test_what_is_gathered_keeps_the_sum_and_the_largest(values: list[Decimal], most: int) -> None:
    own = entries(*values)
    found, wrong = gathered(own, most, plain("percent"), env(("zh", "en")), sample=False)
    assert not wrong
    assert len(found) == min(len(values), most)
    assert sum(entry.value for entry in found) == sum(values)
    kept = [entry for entry in found if entry.key != GATHERED]
    left = [entry.value for entry in own if entry not in kept]
    assert not left or min(entry.value for entry in kept) >= max(left)
    assert [own.index(entry) for entry in kept] == sorted(own.index(entry) for entry in kept)


def test_how_many_are_gathered_is_said_with_their_sum() -> None:
    found, _ = gathered(entries(50, 20, 10, 10, 5, 5), 4, plain("percent"), env(("zh", "en")), sample=True)
    assert found[-1].label == text("其余3项", "3 others")
    assert found[-1].words == text("20%", "20%")
    assert found[-1].datum.state == "sample"


def test_targets_that_are_gathered_are_not_reached() -> None:
    mixed = (*entries(50, 20), *entries(10, target=True))
    found, _ = gathered(mixed, 2, plain("percent"), env(), sample=False)
    assert found[-1].target


def test_facts_are_never_added_up() -> None:
    own = tuple(structs.replace(e, datum=structs.replace(e.datum, fact="green")) for e in entries(1, 2, 3))
    found, wrong = gathered(own, 2, None, env(), sample=False)
    assert found == own
    assert [finding.code for finding in wrong] == ["too-many"]


@pytest.mark.parametrize(
    ("values", "said", "percent", "whole"),
    [
        ((52, 33, 15), None, True, 100),
        ((30, 20), None, True, 100),
        ((33, 33, 33), "100", True, 100),
        (("33.3", "33.3", "33.3"), "100", True, 100),
        ((3, 4), None, False, 7),
        ((3, 4), "7", False, 7),
        ((), None, True, None),
    ],
)
def test_parts_that_make_a_whole(values: tuple[object, ...], said: str | None, percent: bool, whole: object) -> None:
    found, wrong = whole_of(entries(*values), Decimal(said) if said else None, percent=percent)
    assert (found, wrong) == (whole, ())


@pytest.mark.parametrize(
    ("values", "said", "percent", "whole"),
    [
        ((80, 40), None, True, None),
        ((0, 0), None, False, None),
        ((3, 4), "10", False, 10),
        ((3, 4), "6", False, None),
        ((30, 20), "100", True, 100),
    ],
)
def test_what_makes_none_is_named_with_its_sum(
    values: tuple[int, ...], said: str | None, percent: bool, whole: object
) -> None:
    found, (wrong,) = whole_of(entries(*values), Decimal(said) if said else None, percent=percent)
    assert found == whole
    assert wrong.code == "donut-range"
    assert str(sum(values)) in wrong.message.zh
