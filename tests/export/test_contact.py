"""The contact sheet's arithmetic by properties, and the sheet itself as pixels."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.export.contact import LONGEST_SIDE, SHORT_SIDE, fitting, sheet_for, write
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.model.geometry import SHAPES, WIDE, canvas_for
from jn_presenter.model.style import Font

Asked = Callable[..., Request]
canvases = st.builds(canvas_for, st.integers(64, 8192), st.integers(64, 8192)).filter(
    lambda canvas: max(canvas.width, canvas.height) <= 8 * min(canvas.width, canvas.height)
)


@given(st.integers(1, 3000), canvases)
def test_a_sheet_holds_every_slide_within_its_edges(count: int, canvas: object) -> None:
    sheet = sheet_for(count, canvas)  # type: ignore[arg-type]
    assert max(sheet.width, sheet.height) <= LONGEST_SIDE
    assert sheet.columns * sheet.rows >= count
    assert sheet.columns * (sheet.rows - 1) < count, "an empty row"
    x, y = sheet.corner(count - 1)
    assert x + sheet.thumbnail[0] + sheet.gap <= sheet.width
    assert y + sheet.thumbnail[1] + sheet.label + sheet.gap <= sheet.height


@given(st.integers(2, 60), canvases)
def test_cells_do_not_touch_each_other(count: int, canvas: object) -> None:
    sheet = sheet_for(count, canvas)  # type: ignore[arg-type]
    corners = [sheet.corner(k) for k in range(count)]
    w, h = sheet.thumbnail
    assert len(set(corners)) == count
    for (ax, ay), (bx, by) in pairwise(corners):
        assert bx >= ax + w + sheet.gap or by >= ay + h + sheet.label + sheet.gap


def test_forty_slides_keep_the_full_size_of_a_thumbnail_in_every_shape() -> None:
    sizes = [(1920, 1080), (1080, 1920), (1440, 1080), (3840, 1080)]
    assert {canvas_for(*size).shape for size in sizes} == set(SHAPES)
    for size in sizes:
        sheet = sheet_for(40, canvas_for(*size))
        assert min(sheet.thumbnail) == SHORT_SIDE
        assert 1.0 < sheet.width / sheet.height < 2.6


def test_one_slide_is_a_sheet_of_its_own() -> None:
    sheet = sheet_for(1, WIDE)
    assert (sheet.columns, sheet.rows, sheet.thumbnail) == (1, 1, (640, 360))


@given(st.from_regex(r"[a-z]{1,30}/[a-z-]{1,60}", fullmatch=True), st.floats(20.0, 800.0))
def test_a_name_is_cut_at_its_beginning_and_only_where_it_must(name: str, room: float) -> None:
    font, measure = Font(24.0), FixedMeasure()
    shown = fitting(name, room, font, measure)
    assert name.endswith(shown.removeprefix("…"))
    if shown == name:
        assert measure.advance(name, font) <= room or len(name) == 1
    elif len(shown) > 2:
        assert measure.advance(shown, font) <= room
        longer = f"…{name[len(name) - len(shown) :]}"
        assert measure.advance(longer, font) > room or measure.advance(name, font) > room


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "tall"])
def test_the_sheet_shows_each_slide_and_its_id_on_the_style_s_ground(asked: Asked, size: tuple[int, int]) -> None:
    made = asked("a/one", "a/two", "a/three", size=size)
    sheet = sheet_for(3, made.canvas)
    with Image.open(BytesIO(write(made, untold))) as picture:
        assert picture.size == (sheet.width, sheet.height)
        assert picture.getpixel((0, 0)) == (0x08, 0x12, 0x20)
        w, h = sheet.thumbnail
        for k in range(3):
            x, y = sheet.corner(k)
            slide = picture.crop((x, y, x + w, y + h // 3)).convert("L")
            label = picture.crop((x, y + h + 2, x + w, y + h + sheet.label)).convert("L")
            assert slide.getextrema()[1] > 200  # type: ignore[operator]
            assert label.getextrema()[1] > 120  # type: ignore[operator]
        empty = picture.crop((sheet.corner(3)[0], sheet.corner(3)[1], picture.width, picture.height)).convert("L")
        if sheet.columns * sheet.rows > 3:
            low, high = empty.getextrema()
            assert low == high
