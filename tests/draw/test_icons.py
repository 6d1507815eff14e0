"""Icons: scaled from their grid into a square."""

from jn_presenter.draw.icons import icon_mark, reach
from jn_presenter.model.fields import Icon
from jn_presenter.model.marks import Path

CORNERS = Icon("corners", (("M", (0.0, 0.0)), ("L", (24.0, 12.0)), ("Z", ())))


def test_an_icon_reaches_as_far_as_its_curves_go_not_as_far_as_their_handles() -> None:
    bow = Icon("bow", (("M", (4.0, 0.0)), ("C", (4.0, 0.0, 20.0, 0.0, 4.0, 24.0)), ("L", (6.0, 24.0)), ("Z", ())))
    left, right = reach(bow)
    assert left == 4.0
    assert 10.0 < right < 12.0
    assert reach(CORNERS) == (0.0, 24.0)


def test_the_grid_fills_the_square_and_the_stroke_grows_with_it() -> None:
    mark = icon_mark("leaf", CORNERS, 100.0, 200.0, 48.0, "#112233")
    assert mark.shape == Path((("M", (100.0, 200.0)), ("L", (148.0, 224.0)), ("Z", ())))
    assert (mark.key, mark.stroke, mark.width, mark.fill) == ("leaf", "#112233", 3.0, None)
