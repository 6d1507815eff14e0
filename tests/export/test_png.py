"""One picture a slide, of the size asked for, named so that they sort in show order."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from jn_presenter.compose import element_frame
from jn_presenter.draw.hit import box_of
from jn_presenter.export.pages import Pages
from jn_presenter.export.png import export_png
from jn_presenter.model.geometry import TALL, canvas_for
from jn_presenter.model.marks import TextMark

PagesOf = Callable[..., Pages]


def test_every_slide_is_a_numbered_picture(pages: PagesOf, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pictures"
    made = export_png(pages("a/one", "a/two"), folder, (640, 360), 2)
    assert [file.name for file in made] == ["01-a-one.png", "02-a-two.png"]
    assert sorted(folder.iterdir()) == list(made)


def test_names_sort_in_show_order_beyond_a_hundred_slides(pages: PagesOf, tmp_path: Path) -> None:
    made = export_png(pages("a/one", "a/two"), tmp_path, (64, 64), 100)
    assert [file.name for file in made] == ["001-a-one.png", "002-a-two.png"]


def test_pictures_have_the_size_asked_for(pages: PagesOf, tmp_path: Path) -> None:
    for size in ((1366, 768), (1080, 1920)):
        (file,) = export_png(pages("a/one", canvas=canvas_for(*size)), tmp_path, size, 1)
        with Image.open(file) as picture:
            assert picture.size == size
            assert picture.mode == "RGB"


def test_a_picture_shows_all_steps(pages: PagesOf, tmp_path: Path) -> None:
    """The second point is revealed by the step: its place is not empty."""
    (file,) = export_png(pages("a/one", canvas=TALL), tmp_path, (1080, 1920), 1)
    (page,) = pages("a/one", canvas=TALL)
    (points,) = (item for item in page.fitted.placed if item.path == "points")
    marks = (mark for mark in element_frame(points, page.step, 1.0).marks if isinstance(mark, TextMark))
    boxes = [box_of(mark) for mark in marks]
    assert len(boxes) == 2
    with Image.open(file) as picture:
        assert all(band(picture, box.x, box.y, box.w, box.h) > 100 for box in boxes)


def band(picture: Image.Image, x: float, y: float, w: float, h: float) -> int:
    """How far the brightest and the darkest pixel of an area are apart."""
    low, high = picture.crop((int(x), int(y), int(x + w), int(y + h))).convert("L").getextrema()
    return int(high) - int(low)  # type: ignore[arg-type]
