"""Every layout answers on every canvas with rectangles that lie on the slide, on the grid, and on nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.grid import grid, provenance_rect
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect, canvas_for
from jn_presenter.model.layout import Layout

NAMES = LAYOUTS.names()


def everything(layout: Layout, figures: int = 4, languages: int = 1) -> dict[str, int]:
    found = {slot.name: figures if slot.many else 1 for slot in layout.slots}
    return found | {"title": languages, "provenance": languages}


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 0.01 and b.x < a.right - 0.01 and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


canvases = st.builds(canvas_for, st.floats(600, 7680), st.floats(600, 4320)).filter(
    lambda canvas: 0.5 <= canvas.width / canvas.height <= 4.0
)


@pytest.mark.parametrize("name", NAMES)
@given(canvas=canvases, figures=st.integers(2, 6), languages=st.integers(1, 2), lead=st.booleans())
def test_slots_lie_on_the_canvas_and_apart(
    name: str, canvas: Canvas, figures: int, languages: int, lead: bool
) -> None:
    layout = LAYOUTS[name]
    counts = everything(layout, figures, languages) | {"lead": int(lead)}
    rects = layout.arrange(canvas, counts)
    placed = [rect for group in rects.values() for rect in group]
    foot = provenance_rect(canvas, languages)
    for k, rect in enumerate(placed):
        assert min(rect.w, rect.h) > 30, rect
        assert canvas.rect.contains(rect)
        assert not overlap(rect, foot)
        for other in placed[k + 1 :]:
            assert not overlap(rect, other), (rect, other)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("canvas", [WIDE, TALL, CLASSIC, WALL], ids=["wide", "tall", "classic", "wall"])
def test_left_edges_stand_on_columns(name: str, canvas: Canvas) -> None:
    layout = LAYOUTS[name]
    cells = grid(canvas)
    columns = [cells.x(k) for k in range(cells.columns)]
    halves = [cells.margin + k * 8 for k in range(int(canvas.width // 8))]
    for slot, group in layout.arrange(canvas, everything(layout)).items():
        for rect in group:
            on_column = any(abs(rect.x - x) < 0.01 for x in columns)
            assert on_column or any(abs(rect.x - x) < 0.01 for x in halves), (slot, rect)
            assert rect.y % 8 == 0


@pytest.mark.parametrize("name", NAMES)
def test_an_absent_slot_has_no_rectangle(name: str) -> None:
    layout = LAYOUTS[name]
    none = dict.fromkeys((slot.name for slot in layout.slots), 0) | {"title": 1, "provenance": 1}
    for slot, group in layout.arrange(WIDE, none).items():
        assert slot == "title" or group == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_slide_is_composed_anew_for_each_shape(name: str) -> None:
    layout = LAYOUTS[name]
    shares = set()
    for canvas in (WIDE, TALL, WALL):
        rects = layout.arrange(canvas, everything(layout))
        shares.add(
            tuple(
                round(value, 3)
                for slot in sorted(rects)
                for rect in rects[slot]
                for value in (rect.x / canvas.width, rect.y / canvas.height, rect.w / canvas.width)
            )
        )
    assert len(shares) == 3


def test_figures_of_a_grid_are_equal_in_size() -> None:
    layout = LAYOUTS["kpi-grid"]
    for canvas in (WIDE, TALL, CLASSIC, WALL):
        for figures in range(2, 7):
            sizes = {(r.w, r.h) for r in layout.arrange(canvas, everything(layout, figures))["kpis"]}
            assert len(sizes) == 1


def test_the_grid_at_1920_has_twelve_columns_of_112_between_margins_of_112() -> None:
    cells = grid(WIDE)
    assert (cells.columns, cells.column, cells.gutter, cells.margin) == (12, 112.0, 32.0, 112.0)


@given(canvas=canvases)
def test_columns_and_margins_fill_the_canvas(canvas: Canvas) -> None:
    cells = grid(canvas)
    whole = cells.span(0, cells.columns, 0.0, 1.0)
    assert whole.right + cells.margin == pytest.approx(canvas.width)
    assert cells.column % 8 == 0
    assert cells.margin > 0
