"""A logo gets a plate where too little of it is seen on the ground, and only where it is seen better on that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.contrast import luminance
from jn_presenter.draw.plates import needs_plate, share_seen

NIGHT, DAY = ("#0d1b2e", "#f3f6fa"), ("#fbf8f2", "#1b2430")
"""Ground and plate."""


def tones(*parts: tuple[str, float]) -> list[tuple[float, float]]:
    return [(luminance(colour), weight) for colour, weight in parts]


@pytest.mark.parametrize(
    ("logo", "at_night", "by_day"),
    [
        ([("#ffffff", 1.0)], False, True),
        ([("#0a1a4a", 1.0)], True, False),
        ([("#d4af37", 1.0)], False, False),
        ([("#e60012", 1.0)], False, False),
        ([("#c8102e", 0.3), ("#0a1a4a", 0.7)], True, False),
        ([("#ffffff", 0.95), ("#0a1a4a", 0.05)], False, True),
    ],
)
def test_which_logos_need_a_plate(logo: list[tuple[str, float]], at_night: bool, by_day: bool) -> None:
    assert needs_plate(tones(*logo), *NIGHT) == at_night
    assert needs_plate(tones(*logo), *DAY) == by_day


def test_what_covers_nothing_needs_none() -> None:
    assert share_seen([], "#000000") == 1.0
    assert not needs_plate([], *NIGHT)


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.floats(0.01, 1.0))))
def test_a_plate_never_hides_more_than_the_ground(found: list[tuple[float, float]]) -> None:
    for ground, plate in (NIGHT, DAY):
        assert 0.0 <= share_seen(found, ground) <= 1.0
        if needs_plate(found, ground, plate):
            assert share_seen(found, plate) > share_seen(found, ground)
