"""Every layout answers on every canvas with rectangles that lie on the slide, on the grid, and on nobody else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.grid import LIFT, anchored, grid, provenance_rect
from jn_presenter.draw.page import BELOW_HEAD, BELOW_TITLE
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect, canvas_for
from jn_presenter.model.layout import Layout

NAMES = LAYOUTS.names()
CANVASES = [WIDE, TALL, CLASSIC, WALL]
LOW = Canvas(1080.0, 1672.0)
"""What the controls of a kiosk leave of a tall screen."""
HEADED = [
    name for name in NAMES if (title := LAYOUTS[name].slot("title")) and title.role == "title" and name != "quote"
]
"""The layouts with the usual head: a title with the body beneath it, or beside it on a wall."""
shapes = pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)


def everything(layout: Layout, figures: int = 4, languages: int = 1) -> dict[str, int]:
    found = {slot.name: figures if slot.many else 1 for slot in layout.slots}
    return found | {"title": languages, "provenance": languages}


def placed(name: str, canvas: Canvas, **counts: int) -> dict[str, Rect]:
    """The rectangles of a layout with every slot filled but for `counts`; the first one of a slot for many."""
    layout = LAYOUTS[name]
    rects = layout.arrange(canvas, everything(layout) | counts)
    return {slot: group[0] for slot, group in rects.items() if group}


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 0.01 and b.x < a.right - 0.01 and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def body_of(name: str, canvas: Canvas, **counts: int) -> float:
    """The top of what stands beneath title and lead."""
    return min(rect.y for slot, rect in placed(name, canvas, **counts).items() if slot not in ("title", "lead"))


canvases = st.builds(canvas_for, st.floats(600, 7680), st.floats(600, 4320)).filter(
    lambda canvas: 0.5 <= canvas.width / canvas.height <= 4.0
)


@pytest.mark.parametrize("name", NAMES)
@given(canvas=canvases, figures=st.integers(2, 8), languages=st.integers(1, 2), data=st.data())
def test_slots_lie_on_the_canvas_and_apart(
    name: str, canvas: Canvas, figures: int, languages: int, data: st.DataObject
) -> None:
    layout = LAYOUTS[name]
    counts = everything(layout, figures, languages)
    optional = [slot.name for slot in layout.slots if not slot.required]
    left_out = data.draw(st.sets(st.sampled_from(optional))) if optional else set()
    rects = layout.arrange(canvas, counts | dict.fromkeys(left_out, 0))
    filled = [rect for group in rects.values() for rect in group]
    foot = provenance_rect(canvas, languages)
    for k, rect in enumerate(filled):
        assert min(rect.w, rect.h) > 30, rect
        assert canvas.rect.contains(rect)
        assert not overlap(rect, foot)
        for other in filled[k + 1 :]:
            assert not overlap(rect, other), (rect, other)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("languages", [1, 2])
@pytest.mark.parametrize("canvas", [*CANVASES, LOW], ids=[*(canvas.shape for canvas in CANVASES), "low"])
def test_every_edge_stands_on_the_grid_of_8(name: str, canvas: Canvas, languages: int) -> None:
    cells = grid(canvas, languages)
    for figures in range(2, 9):
        layout = LAYOUTS[name]
        for slot, group in layout.arrange(canvas, everything(layout, figures, languages)).items():
            for rect in group:
                edges = (rect.x - cells.margin, rect.right - cells.margin, rect.y, rect.bottom)
                assert [edge % 8 for edge in edges] == [0, 0, 0, 0], (slot, rect)


@pytest.mark.parametrize("name", NAMES)
@shapes
def test_words_begin_on_the_left_margin(name: str, canvas: Canvas) -> None:
    assert min(rect.x for rect in placed(name, canvas).values()) == grid(canvas).margin


@pytest.mark.parametrize("name", NAMES)
def test_an_absent_slot_has_no_rectangle(name: str) -> None:
    layout = LAYOUTS[name]
    none = dict.fromkeys((slot.name for slot in layout.slots), 0) | {"title": 1, "provenance": 1}
    for slot, group in layout.arrange(WIDE, none).items():
        assert slot == "title" or group == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_names_each_slot_once_and_has_a_title(name: str) -> None:
    layout = LAYOUTS[name]
    names = [slot.name for slot in layout.slots]
    assert len(set(names)) == len(names)
    assert names == [slot for slot in names if slot in layout.arrange(WIDE, everything(layout))]
    title = layout.slot("title")
    assert title
    assert (title.type, title.required) == ("text", True)
    assert layout.doc.zh
    assert layout.doc.en
    assert all(slot.doc.zh and slot.doc.en for slot in layout.slots)


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


@pytest.mark.parametrize("name", HEADED)
def test_a_low_tall_canvas_gives_up_space_at_its_head_for_the_body(name: str) -> None:
    """More of it where languages are stacked; never a line of the title in one language."""
    for languages, gained in ((1, 64.0), (2, 128.0), (3, 192.0)):
        assert body_of(name, TALL, title=languages) - body_of(name, LOW, title=languages) == gained
    assert placed(name, LOW)["title"].h == placed(name, TALL)["title"].h


@pytest.mark.parametrize("name", HEADED)
def test_a_title_stands_at_the_foot_of_its_room_so_that_what_follows_is_near(name: str) -> None:
    title = LAYOUTS[name].slot("title")
    assert title
    assert title.anchor == "bottom"
    for canvas in (WIDE, TALL, CLASSIC):
        here = placed(name, canvas)
        assert here["title"].h >= 2 * 72 * 1.22
        assert body_of(name, canvas, lead=0) - here["title"].bottom == BELOW_HEAD[canvas.shape]
        if "lead" in here:
            assert here["lead"].y - here["title"].bottom == BELOW_TITLE[canvas.shape]
            assert body_of(name, canvas) - here["lead"].bottom == BELOW_HEAD[canvas.shape]
            assert BELOW_TITLE[canvas.shape] < BELOW_HEAD[canvas.shape]


@pytest.mark.parametrize("name", HEADED)
def test_on_a_wall_title_and_body_hang_side_by_side_at_eye_level(name: str) -> None:
    rects = LAYOUTS[name].arrange(WALL, everything(LAYOUTS[name]))
    (title,) = rects.pop("title")
    rects.pop("lead", ())
    body = [rect for group in rects.values() for rect in group]
    assert 0.45 < title.bottom / WALL.height < 0.55
    assert min(rect.x for rect in body) > title.right
    assert min(rect.y for rect in body) < title.bottom < max(rect.bottom for rect in body)


def test_what_hangs_in_the_middle_leaves_a_little_less_space_above_than_below() -> None:
    place = Rect(0.0, 100.0, 400.0, 800.0)
    assert [anchored(place, 300.0, anchor) for anchor in ("top", "middle", "bottom")] == [100.0, 300.0, 600.0]
    assert [anchored(place, 900.0, anchor) for anchor in ("top", "middle", "bottom")] == [100.0] * 3
    assert 0.3 < LIFT < 0.5


@pytest.mark.parametrize(
    ("name", "picture"), [("chart-right", "chart"), ("chart-left", "chart"), ("network", "network")]
)
@shapes
def test_a_picture_is_two_gutters_from_the_words_and_the_larger_of_the_two(
    name: str, picture: str, canvas: Canvas
) -> None:
    here = placed(name, canvas)
    words, seen = here["points"], here[picture]
    apart = max(seen.x - words.right, words.x - seen.right, words.y - seen.bottom)
    assert apart >= 2 * grid(canvas).gutter
    assert seen.w * seen.h > words.w * words.h
    alone = placed(name, canvas, points=0)[picture]
    assert alone.w * alone.h > seen.w * seen.h


def test_a_chart_on_the_left_mirrors_one_on_the_right() -> None:
    for canvas in (WIDE, CLASSIC, WALL):
        right, left = placed("chart-right", canvas), placed("chart-left", canvas)
        assert [left[slot].w for slot in ("points", "chart")] == [right[slot].w for slot in ("points", "chart")]
        assert right["points"].x < right["chart"].x
        assert left["points"].x > left["chart"].x


@shapes
def test_two_columns_are_equal_and_their_headings_on_one_line(canvas: Canvas) -> None:
    for heading in (0, 1):
        here = placed("two-columns", canvas, **{"right-title": heading})
        left, right = here["left"], here["right"]
        assert (left.w, left.h) == (right.w, right.h)
        assert (left.y == right.y) == (canvas.shape != "tall")
        assert left.y > here["left-title"].bottom
    plain = placed("two-columns", canvas, **{"left-title": 0, "right-title": 0})
    assert plain["left"].h > left.h


def test_short_columns_hang_in_the_middle_and_pictures_have_the_whole_body() -> None:
    for canvas in (WIDE, CLASSIC, WALL):
        tops = [placed("two-columns", canvas, left=2, right=most)["left-title"].y for most in (2, 3, 4)]
        assert tops == sorted(tops, reverse=True)
        assert tops[0] > placed("two-columns", canvas, left=1, right=2)["left-title"].y


@shapes
def test_cards_are_equal_and_space_alone_tells_them_apart(canvas: Canvas) -> None:
    layout = LAYOUTS["cards"]
    for cards in range(2, 9):
        rects = layout.arrange(canvas, everything(layout, cards))["cards"]
        assert len({(rect.w, rect.h) for rect in rects}) == 1
        assert min(rects[0].w, rects[0].h) > 96
        for a, b in pairwise(rects):
            assert max(b.x - a.right, b.y - a.bottom) >= 40


@shapes
def test_five_cards_leave_no_hole(canvas: Canvas) -> None:
    layout = LAYOUTS["cards"]
    rects = layout.arrange(canvas, everything(layout, 5))["cards"]
    assert len({rect.x for rect in rects}) == 1 or len({rect.y for rect in rects}) == 1


def test_cards_of_low_rows_stand_in_one_row_where_they_have_the_width() -> None:
    layout = LAYOUTS["cards"]
    alone, stacked = (layout.arrange(WIDE, everything(layout, 6, languages))["cards"] for languages in (1, 2))
    assert len({rect.y for rect in alone}) == 2
    assert len({rect.y for rect in stacked}) == 1


@shapes
def test_a_section_keeps_its_numeral_clear_of_the_title_and_gives_its_room_away_without_one(canvas: Canvas) -> None:
    here, without = placed("section", canvas), placed("section", canvas, number=0)
    number, title = here["number"], here["title"]
    assert number.right < title.x or number.bottom < title.y
    assert without["title"].x == grid(canvas).margin


@shapes
def test_a_name_and_its_guests_have_room_on_a_welcome_in_three_languages(canvas: Canvas) -> None:
    for guests in (1, 4, 13):
        for logo in (0, 1):
            here = placed("welcome", canvas, title=3, provenance=3, guests=guests, logo=logo, note=0)
            assert min(here["title"].h, here["guests"].h) >= 144


@shapes
def test_many_guests_stand_beside_the_name_they_came_with_unless_the_canvas_is_tall(canvas: Canvas) -> None:
    here = placed("welcome", canvas, guests=8)
    beside = here["guests"].x >= here["title"].right
    assert beside == (canvas.shape != "tall")
    assert here["guests"].y == here["kicker"].y if beside else here["guests"].y > here["title"].bottom
    assert here["logo"].bottom < here["kicker"].y


@shapes
def test_the_code_of_a_closing_is_as_large_as_a_hall_needs(canvas: Canvas) -> None:
    code = placed("closing", canvas)["qr"]
    assert min(code.w, code.h) >= 360
    assert code.right == grid(canvas).x(grid(canvas).columns - 1) + grid(canvas).column


def test_four_figures_stand_in_a_row_on_a_wall_and_in_two_elsewhere() -> None:
    layout = LAYOUTS["kpi-grid"]
    rows = [len({rect.y for rect in layout.arrange(canvas, everything(layout, 4))["kpis"]}) for canvas in CANVASES]
    assert dict(zip(CANVASES, rows, strict=True)) == {WIDE: 2, TALL: 4, CLASSIC: 2, WALL: 1}


def test_figures_of_a_grid_are_equal_in_size() -> None:
    layout = LAYOUTS["kpi-grid"]
    for canvas in CANVASES:
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
