"""Where a plate stands beside what it is about: near, inside the canvas, on no words where there is such a place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.free_place import FARTHEST, GAP, MARGIN, STEP, Around, beside, gap, meet
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect

BAR = Rect(700.0, 500.0, 300.0, 40.0)
SIZE = 280.0, 140.0
CANVASES = st.sampled_from([WIDE, TALL, CLASSIC, WALL])
SHARES = st.floats(0, 1)


def boxes(canvas: Canvas, shares: list[tuple[float, float]]) -> tuple[Rect, ...]:
    return tuple(Rect(x * canvas.width, y * canvas.height, 180.0, 40.0) for x, y in shares)


@given(CANVASES, SHARES, SHARES, st.floats(1, 900), st.floats(1, 900), st.lists(st.tuples(SHARES, SHARES), max_size=12))
@settings(deadline=None)
def test_it_is_wholly_on_the_canvas(
    canvas: Canvas, x: float, y: float, w: float, h: float, others: list[tuple[float, float]]
) -> None:
    box = Rect(x * canvas.width, y * canvas.height, w, h)
    place = beside(box, 640.0, 300.0, canvas, Around(boxes(canvas, others)))
    assert canvas.rect.inset(MARGIN, MARGIN).contains(place)


def test_where_nothing_is_around_it_stands_above_in_the_middle() -> None:
    assert beside(BAR, *SIZE, WIDE) == Rect(710.0, 500.0 - GAP - 140.0, *SIZE)


@pytest.mark.parametrize(
    ("taken", "side"),
    [
        ((), "above"),
        (("above",), "below"),
        (("above", "below"), "right"),
        (("above", "below", "right"), "left"),
    ],
)
def test_a_side_with_words_gives_way_to_the_next(taken: tuple[str, ...], side: str) -> None:
    sides = {
        "above": Rect(0.0, 0.0, 1920.0, 480.0),
        "below": Rect(0.0, 560.0, 1920.0, 520.0),
        "right": Rect(1010.0, 480.0, 910.0, 80.0),
        "left": Rect(0.0, 480.0, 690.0, 80.0),
    }
    words = tuple(sides[name] for name in taken)
    if "right" in taken or side in ("right", "left"):  # beside the bar there is room in a gap of the words
        words = tuple(Rect(one.x, one.y, one.w, one.h - 60.0 if one.y == 0.0 else one.h) for one in words)
        words = tuple(Rect(one.x, one.y + 60.0, one.w, one.h) if one.y == 560.0 else one for one in words)
    place = beside(BAR, *SIZE, WIDE, Around(words))
    found = {
        "above": place.bottom <= BAR.y,
        "below": place.y >= BAR.bottom,
        "right": place.x >= BAR.right,
        "left": place.right <= BAR.x,
    }
    assert found[side]
    assert not any(meet(place, one) for one in words)


@settings(deadline=None, max_examples=60)
@given(CANVASES, SHARES, SHARES, st.lists(st.tuples(SHARES, SHARES), min_size=8, max_size=60))
def test_it_covers_words_only_where_no_place_near_is_free(
    canvas: Canvas, x: float, y: float, others: list[tuple[float, float]]
) -> None:
    box = Rect(200.0 + x * (canvas.width - 500.0), 200.0 + y * (canvas.height - 400.0), 100.0, 30.0)
    words = boxes(canvas, others)
    place = beside(box, *SIZE, canvas, Around(words))
    across, down = gap(box, place)
    assert max(across, down) <= FARTHEST + GAP + 1e-6
    if any(meet(place, one) for one in words):
        middle = box.x + box.w / 2 - SIZE[0] / 2
        above = [
            Rect(middle + k * STEP, box.y - GAP - SIZE[1] - away * STEP, *SIZE)
            for k in range(-3, 4)
            for away in range(6)
        ]
        there = [one for one in above if canvas.rect.inset(MARGIN, MARGIN).contains(one, slack=0.0)]
        assert all(any(meet(one, word) for word in words) for one in there)


def test_of_places_without_words_it_takes_one_that_covers_fewer_figures() -> None:
    above = Rect(600.0, 300.0, 500.0, 190.0)
    assert beside(BAR, *SIZE, WIDE, Around((), (above,))).y >= BAR.bottom


def test_where_there_is_no_place_beside_it_stands_on_what_it_is_about() -> None:
    canvas = Canvas(700.0, 300.0)
    place = beside(Rect(10.0, 10.0, 680.0, 280.0), *SIZE, canvas)
    assert canvas.rect.inset(MARGIN, MARGIN).contains(place)
