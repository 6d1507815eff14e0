"""Icons: scaled from their grid into a square."""

from jn_presenter.draw.icons import icon_mark
from jn_presenter.model.fields import Icon
from jn_presenter.model.marks import Path

CORNERS = Icon("corners", (("M", (0.0, 0.0)), ("L", (24.0, 12.0)), ("Z", ())))


def test_the_grid_fills_the_square_and_the_stroke_grows_with_it() -> None:
    mark = icon_mark("leaf", CORNERS, 100.0, 200.0, 48.0, "#112233")
    assert mark.shape == Path((("M", (100.0, 200.0)), ("L", (148.0, 224.0)), ("Z", ())))
    assert (mark.key, mark.stroke, mark.width, mark.fill) == ("leaf", "#112233", 3.0, None)
