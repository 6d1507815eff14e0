"""Where things stand in the console, as numbers."""

from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.console.areas import (
    FINGER,
    LEAST_NOTES,
    LEAST_PICTURE,
    LEAST_WORDS,
    Areas,
    buttons,
    picture,
    scale_for,
    step_of,
    with_slider,
)
from jn_presenter.qt.windows.console.arranging import arrange
from jn_presenter.show.panes import Gap, Panes, Shares, divided

SIZES = ((1366, 768), (1920, 1080), (3840, 2160), (1024, 768), (1080, 1920), (2160, 3840), (2560, 1080))
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
RATIOS = (9 / 16, 4 / 3, 16 / 9, 32 / 9)

shares = st.none() | st.floats(0, 1)
divisions = st.builds(Shares, column=shares, current=shares, next=shares)
hidden = st.frozensets(st.sampled_from(["next", "about", "notes"]))
any_panes = st.builds(Panes, hidden=hidden, lying=divisions, upright=divisions)


@st.composite
def windows(draw: st.DrawFn) -> tuple[int, int]:
    """The px that programs count in on a screen of that size, at that scale of the system."""
    width, height = draw(st.sampled_from(SIZES))
    scale = draw(st.sampled_from(SCALES))
    return int(width / scale), int(height / scale)


def parts(areas: Areas) -> tuple[Rect, ...]:
    """All there is, the gaps that are moved included."""
    panes = (areas.current, areas.about, areas.next, areas.beside, areas.notes, areas.plan, areas.bar)
    return tuple(part for part in (*areas.figures, *panes, *(one.area for one in areas.borders)) if part.w and part.h)


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@given(windows(), st.sampled_from(RATIOS), any_panes, st.booleans())
def test_nothing_overlaps_and_all_is_inside(size: tuple[int, int], ratio: float, panes: Panes, slider: bool) -> None:
    width, height = size
    areas = arrange(width, height, ratio, panes=panes)
    if slider:
        _, areas = with_slider(areas, ratio)
    for part in parts(areas):
        assert part.x >= 0
        assert part.y >= 0
        assert part.right <= width
        assert part.bottom <= height
    for a, b in combinations(parts(areas), 2):
        assert not overlap(a, b), (a, b)


@given(windows(), st.sampled_from(RATIOS), any_panes)
@example((1080, 1920), 9 / 16, Panes(hidden=frozenset({"about"}), upright=Shares(current=1.0)))
def test_every_pane_that_is_there_has_its_least_size(size: tuple[int, int], ratio: float, panes: Panes) -> None:
    areas = arrange(*size, ratio, panes=panes)
    unit = step_of(areas.scale)
    assert areas.current.h > areas.caption
    assert areas.bar.h >= FINGER
    for pane, least in ((areas.notes, LEAST_NOTES), (areas.about, LEAST_WORDS)):
        assert not pane.h or pane.h >= least * unit or pane.h >= areas.current.h
    if areas.next.h:
        high, wide = picture(areas.next.w, areas.next.h - areas.caption, ratio)[::-1]
        assert high >= LEAST_PICTURE * unit - 1 or wide >= areas.next.w - 1


@given(windows(), st.sampled_from(RATIOS), any_panes)
def test_what_is_put_away_takes_no_room_and_leaves_it_to_the_others(
    size: tuple[int, int], ratio: float, panes: Panes
) -> None:
    areas = arrange(*size, ratio, panes=panes)
    for name, area in (("next", areas.next), ("about", areas.about), ("notes", areas.notes)):
        if name in panes.hidden:
            assert not area.w * area.h


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160), (1080, 1920), (455, 256), (360, 640)])
@pytest.mark.parametrize("ratio", RATIOS)
def test_the_notes_are_there_in_any_window(size: tuple[int, int], ratio: float) -> None:
    assert arrange(*size, ratio).notes.h


@given(st.integers(100, 8000), st.integers(100, 8000), st.floats(0.2, 6.0), st.sampled_from((72.0, 96.0, 192.0)))
def test_every_edge_is_on_a_whole_pixel_in_any_window(width: int, height: int, ratio: float, dpi: float) -> None:
    for part in parts(arrange(width, height, ratio, dpi)):
        assert part.w >= 0
        assert part.h >= 0
        assert all(value == int(value) for value in (part.x, part.y, part.w, part.h))


@given(st.sampled_from(SIZES), st.sampled_from(RATIOS))
def test_the_current_picture_is_the_larger_one(size: tuple[int, int], ratio: float) -> None:
    areas = arrange(*size, ratio)
    current = picture(areas.current.w, areas.current.h - areas.caption, ratio)
    upcoming = picture(areas.next.w, areas.next.h - areas.caption, ratio)
    assert current[0] > upcoming[0]


@given(st.sampled_from(SIZES), st.sampled_from(RATIOS))
def test_notes_have_room_for_at_least_six_lines(size: tuple[int, int], ratio: float) -> None:
    areas = arrange(*size, ratio)
    assert areas.notes.h >= 6 * 23 * 1.55 * areas.scale
    assert areas.notes.w >= 15 * 23 * areas.scale


def test_words_beside_the_next_picture_are_left_out_rather_than_squeezed() -> None:
    widths = [arrange(width, 768, 16 / 9).beside.w for width in range(800, 1600, 10)]
    assert min(widths) == 0
    assert min(width for width in widths if width) >= 80


# moved by hand


@given(windows(), st.sampled_from(RATIOS), any_panes, st.sampled_from(["column", "current", "next"]), st.data())
def test_a_gap_goes_where_the_hand_has_it_as_far_as_panes_can_give_way(
    size: tuple[int, int], ratio: float, panes: Panes, gap: Gap, data: st.DataObject
) -> None:
    areas = arrange(*size, ratio, panes=panes)
    border = next((one for one in areas.borders if one.gap == gap), None)
    if border is None:
        return
    to = data.draw(st.integers(0, max(size)))
    moved = arrange(*size, ratio, panes=divided(panes, gap, border.share(to), upright=areas.upright))
    now = next(one for one in moved.borders if one.gap == gap)
    # it moves the way the hand does, and never past it
    assert (now.at - border.at) * (to - border.at) >= 0 or abs(now.at - border.at) <= 1
    held = divided(panes, gap, now.share(now.at), upright=areas.upright)
    again = next(one for one in arrange(*size, ratio, panes=held).borders if one.gap == gap)
    assert abs(again.at - now.at) <= 1


@pytest.mark.parametrize("gap", ["column", "current", "next"])
def test_each_gap_follows_the_hand_to_the_pixel_where_there_is_room(gap: Gap) -> None:
    areas = arrange(1920, 1080, 16 / 9)
    border = next(one for one in areas.borders if one.gap == gap)
    to = border.at - 60
    moved = arrange(1920, 1080, 16 / 9, panes=divided(Panes(), gap, border.share(to), upright=False))
    assert next(one for one in moved.borders if one.gap == gap).at == pytest.approx(to, abs=1)


def test_a_gap_is_as_wide_as_a_finger_finds_it() -> None:
    for one in arrange(1366, 768, 16 / 9).borders:
        assert min(one.area.w, one.area.h) >= 24


def test_the_gaps_are_told_as_they_are_and_not_as_they_were_wanted() -> None:
    areas = arrange(1366, 768, 16 / 9, panes=Panes(lying=Shares(column=0.99, next=0.0)))
    told = areas.gaps.shares
    assert told.column is not None
    assert 0.5 < told.column < 0.9
    assert told.next is not None
    assert told.next > 0.1


def test_without_the_right_hand_panes_the_present_slide_is_larger() -> None:
    usual = arrange(1366, 768, 16 / 9)
    alone = arrange(1366, 768, 16 / 9, panes=Panes(hidden=frozenset({"next", "notes"})))
    assert alone.current.h > usual.current.h
    assert alone.about.x > alone.current.right
    none = arrange(1366, 768, 16 / 9, panes=Panes(hidden=frozenset({"next", "notes", "about"})))
    assert none.borders == ()
    assert none.current.h > alone.current.h


def test_a_picture_without_any_pane_beside_it_stands_in_the_middle_with_its_caption_as_wide() -> None:
    areas = arrange(1366, 768, 16 / 9, panes=Panes(hidden=frozenset(("next", "about", "notes"))))
    assert abs(areas.current.x - (1366 - areas.current.right)) <= 1
    assert areas.current.w == picture(1366, areas.current.h - areas.caption, 16 / 9)[0]


def test_a_slider_takes_the_gap_beneath_the_picture_with_it() -> None:
    areas = arrange(1920, 1080, 16 / 9, panes=Panes(lying=Shares(current=0.6)))
    slider, beside = with_slider(areas, 16 / 9)
    before, after = (next(one for one in both.borders if one.gap == "current") for both in (areas, beside))
    assert after.area.y == before.area.y + slider.h == slider.bottom
    assert after.share(after.at) == before.share(before.at)


# buttons


@given(st.integers(40, 3000), st.lists(st.integers(10, 300), min_size=1, max_size=12), st.integers(0, 30))
def test_buttons_have_room_for_a_finger_and_stand_beside_each_other(width: int, wishes: list[int], gap: int) -> None:
    found = buttons(width, wishes, gap)
    assert 1 <= len(found) <= len(wishes)
    assert len(found) == len(wishes) or width < len(wishes) * (FINGER + gap)
    for (x, wide), (after, _) in pairwise(found):
        assert x + wide <= after
        assert abs(x + wide + gap - after) <= 1
    assert all(wide >= FINGER - 1 for _, wide in found)
    assert width - 1 <= found[-1][0] + found[-1][1] <= width


def test_the_plan_has_what_the_buttons_do_not_wish_for() -> None:
    usual, short = arrange(1366, 768, 16 / 9), arrange(1366, 768, 16 / 9, bar=500.0)
    assert short.bar.w == 500
    assert short.plan.x == 500 + 48
    assert short.plan.w > usual.plan.w


def test_buttons_that_nearly_end_with_the_left_column_end_there() -> None:
    column = arrange(1366, 768, 16 / 9).current.w
    for wished in (0.95 * column, column, 1.05 * column):
        found = arrange(1366, 768, 16 / 9, bar=wished)
        assert (found.bar.right, found.plan.x) == (found.current.right, found.notes.x)
    for wished in (round(0.85 * column), round(1.15 * column)):
        assert arrange(1366, 768, 16 / 9, bar=wished).bar.w == wished


def test_longer_words_have_wider_buttons() -> None:
    assert [wide for _, wide in buttons(300, (60, 120), 8)] == [116, 176]
    assert [wide for _, wide in buttons(158, (60, 120), 8)] == [50, 100]
    assert [wide for _, wide in buttons(108, (60, 120), 8)] == [40, 60]


# sizes


def test_type_grows_with_the_window() -> None:
    assert scale_for(1366, 768) == 1.0
    assert scale_for(3840, 2160) == pytest.approx(2160 / 768)
    assert scale_for(1080, 1920) == scale_for(1920, 1080)


def test_type_is_never_too_small_for_the_screen() -> None:
    assert scale_for(320, 240) == 0.75
    assert scale_for(320, 240, dpi=192.0) == 1.5


@given(st.integers(1, 4000), st.integers(1, 4000), st.floats(0.2, 6.0))
def test_a_picture_fits_and_keeps_its_shape(width: int, height: int, ratio: float) -> None:
    w, h = picture(width, height, ratio)
    assert 1 <= w <= width
    assert 1 <= h <= height
    if min(w, h) > 1:
        assert h <= w / ratio + 1e-3
        assert w / ratio < h + 1
    assert picture(w, h, ratio) == (w, h)
