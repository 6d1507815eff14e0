"""Colours of amounts: readable ink on each, ends as the legend says, two hues about zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.contrast import contrast, luminance
from jn_presenter.draw.shades import legible, opposite, shades, tinted
from tests.decks import DAY, NIGHT

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS, st.sampled_from([NIGHT, DAY]))
def test_ink_is_read_on_any_colour(colour: str, style: object) -> None:
    assert contrast(colour, legible(colour, style)) >= 4.5  # type: ignore[arg-type]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.sampled_from([NIGHT, DAY]))
def test_every_amount_has_a_colour_with_readable_ink(values: list[float], style: object) -> None:
    scale = shades(values, style)  # type: ignore[arg-type]
    for value in values:
        assert contrast(scale.at(value), legible(scale.at(value), style)) >= 4.5  # type: ignore[arg-type]


def test_amounts_of_one_sign_get_stronger_from_the_ground_to_the_accent() -> None:
    scale = shades([0.0, 50.0, 100.0], NIGHT)
    lights = [luminance(scale.at(value)) for value in range(0, 101, 10)]
    assert lights == sorted(lights)
    assert scale.at(100.0) == NIGHT.accent
    assert not scale.diverging


def test_amounts_of_both_signs_are_as_strong_at_the_same_distance_from_zero() -> None:
    scale = shades([-20.0, 80.0], NIGHT)
    assert (scale.low, scale.high) == (-80.0, 80.0)
    assert scale.at(80.0) == NIGHT.accent
    assert scale.at(-80.0) == opposite(NIGHT) == "#ffc14d"
    assert scale.at(0.0) == scale.middle


def test_amounts_below_zero_alone_are_strongest_at_the_least() -> None:
    scale = shades([-80.0, -10.0], NIGHT)
    assert scale.at(-80.0) == opposite(NIGHT)
    assert contrast(scale.at(-10.0), NIGHT.ground[0]) < contrast(scale.at(-80.0), NIGHT.ground[0])


def test_equal_amounts_have_one_colour() -> None:
    assert shades([7.0, 7.0], NIGHT).at(7.0) == NIGHT.accent


def test_the_strip_of_the_legend_ends_in_the_colours_of_the_ends() -> None:
    scale = shades([0.0, 10.0], NIGHT)
    stops = scale.gradient(0.0, 100.0).stops
    assert (stops[0][:2], stops[-1][:2]) == ((0.0, scale.at(0.0)), (1.0, scale.at(10.0)))


@pytest.mark.parametrize("style", [NIGHT, DAY])
def test_words_in_the_styles_own_ink_are_read_on_its_tints(style: object) -> None:
    for colour in NIGHT.series:
        fill = tinted(colour, style)  # type: ignore[arg-type]
        assert contrast(fill, legible(fill, style)) >= 4.5  # type: ignore[arg-type]
