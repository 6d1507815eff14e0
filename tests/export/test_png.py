"""One picture a slide, of the size asked for, named so that they sort in show order."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image

from jn_presenter.compose import element_frame
from jn_presenter.draw.hit import box_of
from jn_presenter.export.pages import Pages
from jn_presenter.export.png import name, write
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.model.geometry import TALL
from jn_presenter.model.marks import TextMark

Asked = Callable[..., Request]
PagesOf = Callable[..., Pages]


def test_every_slide_is_a_numbered_picture_of_the_size_asked_for(asked: Asked) -> None:
    for size in ((1366, 768), (1080, 1920)):
        made = dict(write(asked("a/one", "a/two", size=size), untold))
        assert list(made) == ["01-a-one.png", "02-a-two.png"]
        for content in made.values():
            with Image.open(BytesIO(content)) as picture:
                assert picture.size == size
                assert picture.mode == "RGB"


def test_names_sort_in_show_order_beyond_a_hundred_slides(pages: PagesOf) -> None:
    assert [name(page, 100) for page in pages("a/one", "a/two")] == ["001-a-one.png", "002-a-two.png"]


def test_a_picture_shows_all_steps(asked: Asked) -> None:
    """The second point is revealed by the step: its place is not empty."""
    made = asked("a/one", size=(1080, 1920))
    (page,) = made.pages()
    assert page.fitted.canvas == TALL
    (points,) = (item for item in page.fitted.placed if item.path == "points")
    marks = (mark for mark in element_frame(points, page.step, 1.0).marks if isinstance(mark, TextMark))
    boxes = [box_of(mark) for mark in marks]
    assert len(boxes) == 2
    ((_, content),) = write(made, untold)
    with Image.open(BytesIO(content)) as picture:
        assert all(band(picture, box.x, box.y, box.w, box.h) > 100 for box in boxes)


def band(picture: Image.Image, x: float, y: float, w: float, h: float) -> int:
    """How far the brightest and the darkest pixel of an area are apart."""
    low, high = picture.crop((int(x), int(y), int(x + w), int(y + h))).convert("L").getextrema()
    return int(high) - int(low)  # type: ignore[arg-type]
