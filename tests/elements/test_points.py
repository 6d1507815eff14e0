"""Points: one size, room between them, revealed one by one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.elements.points import Points
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark, TextMark
from jn_presenter.model.text import Text
from tests.decks import text
from tests.look import LANGUAGES, MOMENTS, at_rest, collisions, env, labels, outside, text_boxes

PLACE = Rect(112.0, 304.0, 688.0, 656.0)
THREE = Points(items=tuple(text(f"第{k}条要点", f"Point {k}") for k in range(3)))


@given(st.lists(labels(), min_size=2, max_size=5), st.sampled_from(LANGUAGES))
def test_points_neither_overlap_nor_leave_their_place_unless_they_say_so(
    items: list[Text], languages: tuple[str, ...]
) -> None:
    fitted = Points(items=tuple(items)).fit(PLACE, env(languages))
    boxes = text_boxes(at_rest(fitted))
    assert not collisions(boxes)
    assert fitted.overflow or not outside(boxes, PLACE)


@given(st.lists(labels(), min_size=2, max_size=5))
def test_all_points_share_one_size(items: list[Text]) -> None:
    marks = at_rest(Points(items=tuple(items)).fit(PLACE, env()))
    assert len({run.font.size for m in marks if isinstance(m, TextMark) for line in m.lines for run in line.runs}) == 1


def test_few_words_have_room_to_be_set_larger() -> None:
    long = Points(items=tuple(text("信息" * 20, "") for _ in range(4)))
    assert THREE.roomy(PLACE, env())
    assert not long.roomy(PLACE, env())
    assert not THREE.roomy(structs.replace(PLACE, w=560.0), env())


def test_where_all_have_the_room_they_are_set_larger() -> None:
    def size(points: Points, *, large: bool) -> float:
        words = at_rest(points.fit(PLACE, env(large=large)))[1]
        assert isinstance(words, TextMark)
        return words.lines[0].runs[0].font.size

    assert size(THREE, large=True) == 48
    assert size(THREE, large=False) == 36


def test_points_are_further_apart_in_a_tall_place() -> None:
    def apart(place: Rect) -> float:
        first, second, _ = (box for _, box in text_boxes(at_rest(THREE.fit(place, env()))))
        return second.y - first.bottom

    assert apart(structs.replace(PLACE, h=1200.0)) > 1.4 * apart(PLACE)


def test_points_hang_from_the_top_or_about_the_middle() -> None:
    top, middle = (text_boxes(at_rest(THREE.fit(PLACE, env(anchor=anchor)))) for anchor in ("top", "middle"))
    above, below = middle[0][1].y - PLACE.y, PLACE.bottom - middle[-1][1].bottom
    assert top[0][1].y - PLACE.y < 16
    assert 0.5 < above / below < 1.0


def test_a_dash_stands_before_the_first_line_of_each_point() -> None:
    marks = at_rest(THREE.fit(PLACE, env()))
    for dash, words in zip(marks[::2], marks[1::2], strict=True):
        assert isinstance(dash, ShapeMark)
        assert isinstance(words, TextMark)
        line = words.lines[0]
        assert PLACE.x == dash.shape.x < dash.shape.x + dash.shape.w < line.x
        assert line.y - line.runs[0].font.size < dash.shape.y < line.y


def test_what_does_not_fit_overflows() -> None:
    assert Points(items=(text("信息" * 200, ""),) * 3).fit(PLACE, env()).overflow
    assert not THREE.fit(PLACE, env()).overflow


def test_each_point_is_a_part() -> None:
    fitted = THREE.fit(PLACE, env())
    assert THREE.parts() == 3
    reveals = (1, 2, 3)
    assert [len(fitted.marks(Phase(step=step, reveals=reveals))) for step in range(4)] == [0, 2, 4, 6]


def test_a_point_rises_as_it_appears() -> None:
    fitted = THREE.fit(PLACE, env())
    half = fitted.marks(Phase(step=1, t=0.3, reveals=(1, 2, 3)))
    assert [mark.key for mark in half] == ["dash.0", "point.0"]
    assert 0.0 < half[1].opacity < 1.0
    assert isinstance(half[1], TextMark)
    assert half[1].dy > 0.0


def test_points_of_step_0_stand_at_once() -> None:
    fitted = THREE.fit(PLACE, env())
    assert fitted.marks(Phase(step=0, t=0.0)) == at_rest(fitted)


@given(MOMENTS, st.integers(0, 3))
def test_a_moment_is_the_same_forward_and_backward(t: float, step: int) -> None:
    fitted = THREE.fit(PLACE, env())
    phase = Phase(step=step, t=t, reveals=(1, 2, 3))
    assert fitted.marks(phase) == fitted.marks(structs.replace(phase))
    assert fitted.marks(structs.replace(phase, t=0.0)) == fitted.marks(Phase(step=step - 1, reveals=(1, 2, 3)))


@pytest.mark.parametrize(("count", "said"), [(1, "there is 1 point here"), (6, "there are 6 points here")])
def test_too_few_or_too_many_points_are_said(count: int, said: str) -> None:
    fitted = Points(items=(text("要点", "Point"),) * count).fit(PLACE, env())
    assert [(finding.code, finding.message.en) for finding in fitted.findings] == [("points-count", said)]


def test_points_close_up_before_they_overflow() -> None:
    def gaps(count: int) -> list[float]:
        fitted = Points(items=(text("信息" * 16, ""),) * count).fit(PLACE, env())
        assert not fitted.overflow
        boxes = [box for _, box in text_boxes(at_rest(fitted))]
        return [below.y - above.bottom for above, below in pairwise(boxes)]

    loose, tight = gaps(3), gaps(5)
    assert max(tight) < max(loose)
    assert min(tight) > 0.0
