"""Contrast of colours by WCAG: known pairs, and what holds for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.contrast import contrast, luminance

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_known_pairs_have_their_known_contrast(a: str, b: str, ratio: float) -> None:
    assert contrast(a, b) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(a: str, b: str) -> None:
    assert contrast(a, b) == contrast(b, a)
    assert 1.0 <= contrast(a, b) <= 21.0


def test_green_is_lighter_than_red_and_red_than_blue() -> None:
    assert luminance("#00ff00") > luminance("#ff0000") > luminance("#0000ff") > luminance("#000000") == 0.0
