"""Where the slides of the overview lie, by numbers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.qt.windows.console.grid import Grid, grid

SLIDES = tuple(f"{theme}/{k}" for theme, count in (("a", 3), ("b", 7), ("c", 1)) for k in range(count))
UNIT = 8


def wide(across: int) -> Grid:
    """A grid of so many columns."""
    return grid(SLIDES, across * 28 * UNIT + (across - 1) * 2 * UNIT, UNIT, 16 / 9)


def test_each_theme_begins_on_a_row_of_its_own_under_its_heading() -> None:
    made = wide(4)
    assert (made.across, made.cell[0]) == (4, 28 * UNIT)
    spans = [(row.first, row.behind) for row in made.rows]
    assert spans == [(0, 0), (0, 3), (3, 3), (3, 7), (7, 10), (10, 10), (10, 11)]
    assert all(a.y + a.height == b.y for a, b in pairwise(made.rows))
    assert made.rows[-1].y + made.rows[-1].height == made.height


@given(st.integers(100, 4000), st.sampled_from([16 / 9, 9 / 16, 32 / 9]))
def test_every_slide_is_found_where_it_lies_and_none_between_them(width: int, ratio: float) -> None:
    made = grid(SLIDES, width, UNIT, ratio)
    for at in range(len(SLIDES)):
        x, y = made.place(at)
        assert made.at(x, y) == made.at(x + made.cell[0] - 1, y + made.cell[1] - 1) == at
        assert made.at(x + made.cell[0], y) is None
        assert made.at(x, y + made.cell[1]) is None
        assert made.picture[0] <= made.cell[0] <= width
    assert made.at(0, -1) is None
    assert made.at(0, 1) is None


def test_up_and_down_keep_the_column_where_there_is_one() -> None:
    made = wide(4)
    assert [made.beside(1, 1), made.beside(5, 1), made.beside(6, 1), made.beside(9, 1)] == [4, 9, 9, 10]
    assert [made.beside(9, -1), made.beside(6, -1), made.beside(1, -1), made.beside(1, 9)] == [5, 2, 1, 10]


@given(st.integers(0, 2000), st.integers(0, 900))
def test_what_is_seen_is_all_that_lies_there(top: int, height: int) -> None:
    made = wide(3)
    seen = made.between(top, top + height)
    for row in made.rows:
        if row.y <= top + height and row.y + row.height > top:
            assert row in seen


def test_a_deck_without_slides_has_no_rows() -> None:
    made = grid((), 800, UNIT, 16 / 9)
    assert (made.rows, made.height, made.at(0, 0), made.between(0, 500)) == ((), 0, None, ())
