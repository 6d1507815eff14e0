"""How the console is divided, as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import ValidationError, json

from jn_presenter.show.panes import SIZES, Panes, Shares, as_at_first, divided, sized, toggled

GAPS = st.sampled_from(["column", "current", "next"])


def test_notes_grow_and_shrink_by_steps_and_stay_at_the_ends() -> None:
    panes, seen = Panes(), [100]
    for _ in SIZES:
        panes = sized(panes, 1)
        seen.append(panes.notes)
    assert seen[:4] == [100, 115, 130, 150]
    assert panes.notes == SIZES[-1]
    assert sized(panes, 1) is panes
    for _ in SIZES:
        panes = sized(panes, -1)
    assert panes.notes == SIZES[0]
    assert sized(panes, -1) is panes


@given(st.integers(SIZES[0], SIZES[-1]), st.sampled_from([1, -1]))
def test_from_any_size_the_next_step_leads_on(size: int, way: int) -> None:
    after = sized(Panes(notes=size), way).notes
    assert after in SIZES or after == size
    assert (after - size) * way >= 0


def test_a_pane_is_put_away_and_comes_back() -> None:
    assert toggled(Panes(), "next").hidden == {"next"}
    assert toggled(toggled(Panes(), "next"), "next") == Panes()


@given(GAPS, st.floats(-3, 3), st.booleans())
def test_a_gap_is_moved_in_one_kind_of_window_and_stays_within_it(gap: str, share: float, upright: bool) -> None:
    panes = divided(Panes(), gap, share, upright=upright)
    assert 0 <= getattr(panes.shares(upright=upright), gap) <= 1
    assert panes.shares(upright=not upright) == Shares()


def test_as_at_first_the_notes_keep_their_size() -> None:
    panes = divided(toggled(Panes(notes=150), "about"), "next", 0.5, upright=False)
    assert as_at_first(panes) == Panes(notes=150)


@given(st.builds(Panes, notes=st.sampled_from(SIZES), lying=st.builds(Shares, st.none() | st.floats(0, 1))))
def test_what_is_kept_comes_back(panes: Panes) -> None:
    assert json.decode(json.encode(panes), type=Panes) == panes


@pytest.mark.parametrize("kept", [b'{"notes":5}', b'{"hidden":["current"]}', b'{"lying":{"column":2}}'])
def test_what_no_console_could_have_kept_is_refused(kept: bytes) -> None:
    with pytest.raises(ValidationError):
        json.decode(kept, type=Panes)
