"""QR codes: the standard's modules as marks, dark on light with their margin, and a label that keeps its place."""

import subprocess
import sys

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.contrast import contrast, luminance
from jn_presenter.elements.qr import LARGEST, LEAST_MODULE, LONGEST, QUIET, QrCode, encoded
from jn_presenter.model.element import Env, Fitted
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, Path, ShapeMark
from jn_presenter.model.text import Text
from tests.decks import NIGHT, text
from tests.look import LANGUAGES, at_rest, by_key, collisions, env, labels, outside, text_boxes

PLACE = Rect(976.0, 304.0, 832.0, 656.0)
PLACES = [PLACE, Rect(88.0, 400.0, 904.0, 736.0), Rect(0.0, 0.0, 1536.0, 320.0), Rect(1408.0, 304.0, 400.0, 472.0)]
ADDRESS = "https://example.org/yunxi"
DATA = st.one_of(st.text("0123456789"), st.text("ABC/:.- 019"), st.text(max_size=80)).filter(
    lambda words: 0 < len(words) <= LONGEST
)


def code(data: str = ADDRESS, label: Text | None = None) -> QrCode:
    return QrCode(content=data, label=label)


def shapes(fitted: Fitted) -> tuple[ShapeMark, ShapeMark]:
    marks = by_key(at_rest(fitted))
    plate, modules = marks["plate"], marks["modules"]
    assert isinstance(plate, ShapeMark)
    assert isinstance(modules, ShapeMark)
    return plate, modules


def box(mark: ShapeMark) -> Rect:
    assert isinstance(mark.shape, Box)
    return Rect(mark.shape.x, mark.shape.y, mark.shape.w, mark.shape.h)


def runs(mark: ShapeMark) -> list[Rect]:
    """The rectangles that the path of the modules is made of."""
    assert isinstance(mark.shape, Path)
    found = []
    for k in range(0, len(mark.shape.segments), 5):
        corners = [numbers for _, numbers in mark.shape.segments[k : k + 4]]
        assert [op for op, _ in mark.shape.segments[k : k + 5]] == ["M", "L", "L", "L", "Z"]
        (left, top), (right, bottom) = corners[0], corners[2]
        assert corners == [(left, top), (right, top), (right, bottom), (left, bottom)]
        found.append(Rect(left, top, right - left, bottom - top))
    return found


def read(fitted: Fitted) -> tuple[tuple[int, ...], ...]:
    """The modules as they would be seen: 1 for each that the path covers, without the quiet zone."""
    plate, modules = shapes(fitted)
    covered = runs(modules)
    side = min(run.h for run in covered)
    count = round(box(plate).w / side)
    middles = [(k + 0.5) * side for k in range(QUIET, count - QUIET)]
    x, y = box(plate).x, box(plate).y
    return tuple(
        tuple(int(any(run.x < x + dx < run.right and run.y < y + dy < run.bottom for run in covered)) for dx in middles)
        for dy in middles
    )


@settings(deadline=None, max_examples=25)
@given(DATA)
def test_the_marks_read_as_the_modules_of_the_standard(data: str) -> None:
    kwargs = {} if data.isascii() else {"mode": "byte"}
    expected = segno.make(data, error="m", micro=False, encoding="utf-8", **kwargs)
    assert read(code(data).fit(PLACE, env())) == tuple(tuple(row) for row in expected.matrix)


def test_the_encoding_is_utf_8_and_a_seventh_may_be_lost() -> None:
    assert encoded("é") == tuple(
        tuple(module == 1 for module in row)
        for row in segno.make("é".encode(), error="m", micro=False, mode="byte").matrix
    )
    assert segno.make(ADDRESS, error="m", micro=False).error in ("M", "Q", "H")


@pytest.mark.parametrize("place", PLACES)
def test_four_modules_of_light_stand_on_every_side(place: Rect) -> None:
    plate, modules = shapes(code().fit(place, env()))
    covered = runs(modules)
    side = min(run.h for run in covered)
    edge = box(plate).inset(QUIET * side, QUIET * side)
    assert min(run.x for run in covered) == edge.x
    assert min(run.y for run in covered) == edge.y
    assert max(run.right for run in covered) == edge.right
    assert max(run.bottom for run in covered) == edge.bottom


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_modules_are_whole_pixels_and_not_antialiased(place: Rect, align: str) -> None:
    plate, modules = shapes(code(label=text("扫码", "Scan")).fit(place, env(align=align)))
    assert plate.crisp
    assert modules.crisp
    edges = [edge for run in runs(modules) for edge in (run.x, run.y, run.w, run.h)]
    assert all(edge == round(edge) for edge in edges)


def styled(ink: str, ground: str) -> Env:
    return structs.replace(env(), style=structs.replace(NIGHT, ink=ink, ground=(ground, ground)))


@pytest.mark.parametrize(
    ("ink", "ground"), [("#f3f6fa", "#0d1b2e"), ("#1b2430", "#fbf8f2"), ("#888888", "#777777"), ("#ff0000", "#000000")]
)
def test_the_code_is_dark_on_light_in_any_style(ink: str, ground: str) -> None:
    plate, modules = shapes(code().fit(PLACE, styled(ink, ground)))
    assert isinstance(plate.fill, str)
    assert isinstance(modules.fill, str)
    assert luminance(plate.fill) > luminance(modules.fill)
    assert contrast(plate.fill, modules.fill) >= 7.0


@pytest.mark.parametrize("align", ["left", "centre", "right"])
@pytest.mark.parametrize("anchor", ["top", "middle", "bottom"])
@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_code_and_label_stay_inside_and_apart(place: Rect, languages: tuple[str, ...], anchor: str, align: str) -> None:
    label = text("云溪馆导览（网址为虚构）", "Guide to the museum (made up)")
    fitted = code(label=label).fit(place, env(languages, anchor=anchor, align=align))
    boxes = [("plate", box(shapes(fitted)[0])), *text_boxes(at_rest(fitted))]
    assert not fitted.overflow
    assert not outside(boxes, place)
    assert not collisions(boxes)


@settings(deadline=None, max_examples=60)
@given(labels(), st.sampled_from(LANGUAGES), st.integers(100, 1700), st.integers(100, 900))
def test_what_does_not_overflow_is_inside_and_apart(
    label: Text, languages: tuple[str, ...], width: int, height: int
) -> None:
    place = Rect(64.0, 72.0, float(width), float(height))
    fitted = code(label=label).fit(place, env(languages))
    boxes = [("plate", box(shapes(fitted)[0])), *text_boxes(at_rest(fitted))]
    assert fitted.overflow or not outside(boxes, place)
    assert fitted.overflow or not collisions(boxes)


def test_the_label_goes_where_it_leaves_the_code_larger() -> None:
    def placed(place: Rect) -> tuple[Rect, Rect]:
        fitted = code(label=text("扫码看导览", "")).fit(place, env())
        return box(shapes(fitted)[0]), text_boxes(at_rest(fitted))[0][1]

    plate, label = placed(Rect(0.0, 0.0, 400.0, 472.0))
    assert label.y >= plate.bottom
    assert label.x == plate.x
    plate, label = placed(Rect(0.0, 0.0, 900.0, 400.0))
    assert label.x > plate.right
    assert plate.h > 370.0


def test_a_code_is_as_large_as_its_place_allows_and_never_larger_than_it_should_be() -> None:
    for side, most in ((2000.0, LARGEST), (400.0, 400.0)):
        plate, _ = shapes(code().fit(Rect(0.0, 0.0, side, side), env()))
        modules = len(encoded(ADDRESS)) + 2 * QUIET
        assert most - modules < box(plate).w <= most


def test_modules_too_fine_for_the_seats_overflow() -> None:
    least = float(LEAST_MODULE * (len(encoded(ADDRESS)) + 2 * QUIET))
    assert not code().fit(Rect(0.0, 0.0, least, least), env()).overflow
    assert code().fit(Rect(0.0, 0.0, least - 1.0, least), env()).overflow


@pytest.mark.parametrize(("data", "finding"), [("", "qr-empty"), ("x" * (LONGEST + 1), "qr-too-long")])
def test_data_that_makes_no_readable_code_is_a_finding(data: str, finding: str) -> None:
    fitted = code(data).fit(PLACE, env())
    assert [(found.code, found.path) for found in fitted.findings] == [(finding, "data")]
    assert at_rest(fitted) == ()


def test_the_longest_data_still_makes_modules_that_can_be_read() -> None:
    assert not code("x" * LONGEST).fit(Rect(0.0, 0.0, LARGEST, LARGEST), env()).overflow


def test_start_up_does_not_pay_for_the_encoder() -> None:
    words = "import sys, jn_presenter.elements.qr; sys.exit('segno' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
