import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import marker

NUMBERS = st.integers(marker.FIRST, marker.LAST)
LEVELS = st.integers(-marker.TOLERANCE, marker.TOLERANCE)


@pytest.mark.parametrize(
    ("n", "colour"),
    [(1, "#880818"), (2, "#880828"), (16, "#881808"), (255, "#88f8f8"), (256, "#980808"), (2000, "#f8d808")],
)
def test_colour_of_a_slide(n: int, colour: str) -> None:
    assert marker.hex_colour(n) == colour


@given(NUMBERS, LEVELS, LEVELS, LEVELS)
def test_a_colour_is_read_as_its_number_within_the_tolerance(n: int, red: int, green: int, blue: int) -> None:
    r, g, b = marker.colour(n)
    assert marker.number(r + red, g + green, b + blue) == n


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (128, 128, 128), (136, 8, 8), (0x88, 8, 0x18 + 8)])
def test_other_colours_have_no_number(colour: tuple[int, int, int]) -> None:
    assert marker.number(*colour) is None


@pytest.mark.parametrize("n", [0, 2001, -1])
def test_numbers_outside_have_no_colour(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        marker.colour(n)


def test_the_square_stands_in_the_bottom_left_corner() -> None:
    assert marker.box(1920, 1080) == (0, 1060, 20, 20)
    assert marker.box(3840, 2160) == (0, 2120, 40, 40)
