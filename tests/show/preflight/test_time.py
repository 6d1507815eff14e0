from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.show.preflight.time import time_check
from jn_presenter.show.state import initial

MINUTE_MS = 60_000.0


@pytest.fixture
def twelve(deck, slide):
    """Twelve core minutes."""
    return deck(slide("a/one", minutes=4), slide("a/two", minutes=8))


def test_without_a_limit_the_total_is_told(twelve):
    found = time_check(initial(twelve), twelve, 0.0)
    assert (found.state, found.said.en) == ("green", "2 slides, 12 min; no limit is set")


@pytest.mark.parametrize(
    ("minutes", "state", "en"),
    [
        ("20", "green", "2 slides, 12 min; slot of 20 min, 8 min to spare"),
        ("12", "green", "2 slides, 12 min; slot of 12 min, 0 min to spare"),
        ("11.5", "look", "2 slides, 12 min; slot of 11 min, 1 min too long"),
    ],
)
def test_core_slides_that_take_longer_than_the_slot_are_to_be_looked_at(twelve, minutes, state, en):
    found = time_check(initial(twelve, minutes=Decimal(minutes)), twelve, 0.0)
    assert (found.state, found.said.en) == (state, en)
    assert (found.todo is None) == (state == "green")


def test_interpreting_counts(twelve):
    found = time_check(initial(twelve, minutes=Decimal(20), interpreting="consecutive"), twelve, 0.0)
    assert (found.state, found.said.en) == (
        "look",
        "2 slides, 22 min (interpreted consecutively); slot of 20 min, 2 min too long",
    )


def test_until_counts_from_now_not_from_when_the_program_was_started(twelve):
    state = initial(twelve, until_ms=30 * MINUTE_MS)
    assert time_check(state, twelve, 0.0).said.en.endswith("30 min until the end, 18 min to spare")
    late = time_check(state, twelve, 25 * MINUTE_MS)
    assert (late.state, late.said.en.endswith("5 min until the end, 7 min too long")) == ("look", True)


def test_while_slides_are_read_nothing_is_said_of_them(twelve):
    pending = structs.replace(twelve, pending=frozenset({"a/two"}))
    assert time_check(initial(twelve), pending, 0.0).state == "waiting"
