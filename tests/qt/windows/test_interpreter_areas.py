"""Where things stand in the interpreter's view: apart, inside the window, and large enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.interpreter import rows
from jn_presenter.qt.windows.interpreter.areas import LEAST_SHARE, arrange, divided

SIDES = st.integers(480, 4000)
LENGTHS = st.floats(0, 5000)


def apart(one: Rect, other: Rect) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


def inside(rect: Rect, width: float, height: float) -> bool:
    return rect.x >= 0 and rect.y >= 0 and rect.right <= width and rect.bottom <= height


@given(width=SIDES, height=SIDES, figures=LENGTHS, names=LENGTHS)
def test_nothing_covers_anything_else_or_leaves_the_window(
    width: int, height: int, figures: float, names: float
) -> None:
    areas = arrange(width, height)
    shown = [areas.now, areas.next, *(rect for rect in divided(areas, figures, names) if rect.w)]
    assert all(inside(rect, width, height) for rect in shown)
    assert all(apart(one, other) for k, one in enumerate(shown) for other in shown[k + 1 :])


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (3840, 2160), (768, 1366)])
def test_type_is_at_least_22_px_and_grows_with_the_window(width: int, height: int) -> None:
    scale = arrange(width, height).scale
    assert scale == pytest.approx(min(width, height) / 768, rel=1e-3)
    assert min(rows.CAPTION_PX, rows.BODY_PX, rows.TITLE_PX, rows.FIGURE_PX) >= 22


def test_texts_have_most_of_the_window_and_now_most_of_the_texts() -> None:
    areas = arrange(1366, 768)
    assert areas.now.w > 2 * areas.aside.w
    assert areas.now.h > 2 * areas.next.h


def test_an_upright_window_has_figures_and_names_side_by_side_beneath() -> None:
    areas = arrange(768, 1366)
    figures, names = divided(areas, 500.0, 500.0)
    assert figures.y == names.y > areas.next.bottom
    assert figures.w == names.w


@given(figures=st.floats(1, 5000), names=st.floats(1, 5000))
def test_what_fits_is_not_cut_and_neither_pushes_the_other_out(figures: float, names: float) -> None:
    areas = arrange(1366, 768)
    room = areas.aside.h - areas.gap
    above, beneath = divided(areas, figures, names)
    if round(figures) + names <= room:
        assert above.h >= round(figures)
        assert beneath.h >= names
    assert above.h >= min(round(figures), round(LEAST_SHARE * room))
    assert beneath.h >= min(names, round(LEAST_SHARE * room)) - 1


def test_where_there_are_only_figures_or_only_names_they_have_all_of_the_column() -> None:
    areas = arrange(1366, 768)
    assert divided(areas, 50.0, 0.0)[0] == areas.aside
    assert divided(areas, 0.0, 50.0)[1] == areas.aside
    assert divided(areas, 0.0, 50.0)[0].w == 0.0
