"""Where things stand in the console, as numbers."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.console.areas import Areas, arrange, picture, scale_for

SIZES = ((1366, 768), (1920, 1080), (3840, 2160), (1024, 768), (1080, 1920), (2160, 3840), (2560, 1080))
RATIOS = (9 / 16, 4 / 3, 16 / 9, 32 / 9)


def parts(areas: Areas) -> tuple[Rect, ...]:
    return (*areas.figures, areas.current, areas.about, areas.next, areas.beside, areas.notes)


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@given(st.sampled_from(SIZES), st.sampled_from(RATIOS))
def test_nothing_overlaps_and_all_is_inside(size: tuple[int, int], ratio: float) -> None:
    width, height = size
    areas = arrange(width, height, ratio)
    for part in parts(areas):
        assert part.x >= 0
        assert part.y >= 0
        assert part.right <= width
        assert part.bottom <= height
    for a, b in combinations(parts(areas), 2):
        assert not overlap(a, b)


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
