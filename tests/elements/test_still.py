"""What stands as a whole: text, image, box and icon."""

from decimal import Decimal

import pytest

from jn_presenter.elements.box import ColourBox
from jn_presenter.elements.icon import LARGEST, LineIcon
from jn_presenter.elements.image import Image
from jn_presenter.elements.text import Paragraph
from jn_presenter.model.element import Element, Phase
from jn_presenter.model.fields import Colour, Icon, Picture
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, ImageMark, Path, ShapeMark, TextMark
from tests.decks import NIGHT, text
from tests.look import at_rest, env, text_boxes

PLACE = Rect(100.0, 200.0, 800.0, 400.0)
PICTURE = Picture("/deck/a.png", 1000, 1000)
ICON = Icon("cross", (("M", (0.0, 0.0)), ("L", (24.0, 24.0)), ("C", (0.0, 12.0, 12.0, 24.0, 24.0, 12.0)), ("Z", ())))
ALL = [
    Paragraph(text=text("文字", "Words")),
    ColourBox(fill=Colour("accent")),
    LineIcon(name=ICON),
    Image(file=PICTURE),
]


@pytest.mark.parametrize("element", ALL)
def test_it_fades_in_at_its_step_and_stands_at_step_0(element: Element) -> None:
    fitted = element.fit(PLACE, env())
    assert fitted.marks(Phase(step=0, reveals=(1,))) == ()
    assert 0.0 < fitted.marks(Phase(step=1, t=0.5, reveals=(1,)))[0].opacity < 1.0
    assert fitted.marks(Phase(step=1, reveals=(1,))) == at_rest(fitted) == fitted.marks(Phase(step=0, t=0.0))
    assert element.parts() == 1
    assert element.as_table(env()) is None


def image(crop: str, align: str = "left") -> ImageMark:
    element = Image(file=PICTURE, crop=crop)  # type: ignore[arg-type]
    (mark,) = at_rest(element.fit(PLACE, env(align=align)))
    assert isinstance(mark, ImageMark)
    return mark


def test_a_contained_picture_is_whole_and_keeps_its_proportions() -> None:
    mark = image("contain")
    assert (mark.x, mark.y, mark.w, mark.h) == (100.0, 200.0, 400.0, 400.0)
    assert mark.crop == (0.0, 0.0, 1.0, 1.0)


def test_a_contained_picture_stands_as_its_slot_is_aligned() -> None:
    assert [image("contain", align).x for align in ("left", "centre", "right")] == [100.0, 300.0, 500.0]


def test_a_covering_picture_fills_its_place_and_loses_its_edges_evenly() -> None:
    mark = image("cover")
    assert (mark.x, mark.y, mark.w, mark.h) == (100.0, 200.0, 800.0, 400.0)
    assert mark.crop == (0.0, 0.25, 1.0, 0.5)


def test_a_box_fills_its_place_and_meets_the_pixels() -> None:
    (mark,) = at_rest(ColourBox(fill=Colour("#881818")).fit(PLACE, env()))
    assert isinstance(mark, ShapeMark)
    assert mark.shape == Box(100.0, 200.0, 800.0, 400.0)
    assert (mark.fill, mark.crisp) == ("#881818", True)


def test_a_box_takes_the_colours_of_the_style_and_rounds_its_corners() -> None:
    (mark,) = at_rest(ColourBox(fill=Colour("amber"), radius=Decimal(500)).fit(PLACE, env()))
    assert isinstance(mark, ShapeMark)
    assert (mark.fill, mark.crisp, mark.shape.radius) == ("#ffc14d", False, 200.0)


def test_an_icon_is_scaled_to_its_place_and_never_larger_than_it_should_be() -> None:
    for place, side in ((PLACE, LARGEST), (Rect(0.0, 0.0, 48.0, 96.0), 48.0)):
        (mark,) = at_rest(LineIcon(name=ICON).fit(place, env()))
        assert isinstance(mark, ShapeMark)
        assert isinstance(mark.shape, Path)
        points = [pair for _, numbers in mark.shape.segments for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        assert max(x for x, _ in points) - min(x for x, _ in points) == pytest.approx(side)
        assert (min(x for x, _ in points), min(y for _, y in points)) == pytest.approx(
            (place.x, place.y + (place.h - side) / 2)
        )
        assert mark.stroke == NIGHT.accent
        assert mark.round


def test_what_is_seen_of_an_icon_meets_the_edge_that_its_slot_aligns_it_to() -> None:
    narrow = LineIcon(name=Icon("narrow", (("M", (8.0, 2.0)), ("L", (14.0, 22.0)))))

    def xs(align: str) -> list[float]:
        (mark,) = at_rest(narrow.fit(PLACE, env(align=align)))
        assert isinstance(mark, ShapeMark)
        assert isinstance(mark.shape, Path)
        return [numbers[0] for _, numbers in mark.shape.segments]

    assert min(xs("left")) == pytest.approx(PLACE.x)
    assert max(xs("right")) == pytest.approx(PLACE.right)


def test_a_text_takes_the_role_of_its_slot_or_its_own() -> None:
    def size(**more: object) -> float:
        (mark,) = at_rest(Paragraph(text=text("字", ""), **more).fit(PLACE, env(role="lead")))  # type: ignore[arg-type]
        assert isinstance(mark, TextMark)
        return mark.lines[0].runs[0].font.size

    assert size() == 48
    assert size(role="statement") == 120


def test_a_text_too_long_overflows() -> None:
    assert Paragraph(text=text("字" * 400, "")).fit(PLACE, env()).overflow
    assert not Paragraph(text=text("字", "")).fit(PLACE, env()).overflow


def test_a_text_stands_at_the_foot_of_a_slot_that_is_anchored_there() -> None:
    def top(anchor: str) -> float:
        return text_boxes(at_rest(Paragraph(text=text("字", "")).fit(PLACE, env(anchor=anchor))))[0][1].y

    assert top("top") < 250.0
    assert top("bottom") > 530.0
