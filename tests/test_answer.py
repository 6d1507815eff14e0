"""Asking a slide of a real deck: the figure under a point, and its answer above the slide."""

import pytest

from jn_presenter.answer import PATH, feeds_of, figure_at, with_answer
from jn_presenter.compose import FittedSlide, fit_slide, frame
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.hit import box_of
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.model.marks import TextMark
from jn_presenter.show.state import Asked, Place
from tests.decks import NIGHT, bars_slide, deck
from tests.look import words_of

SLIDE = bars_slide("one/a")
DECK = deck(SLIDE)


def fitted(canvas: Canvas = WIDE, languages: tuple[str, ...] = ("zh",)) -> FittedSlide:
    return fit_slide(DECK, SLIDE, canvas, languages, NIGHT, FixedMeasure())


def middle_of(slide: FittedSlide, key: str) -> tuple[float, float]:
    marks = (mark for item in frame(slide, 0) for mark in item.marks)
    box = box_of(next(mark for mark in marks if mark.key == key))
    return box.x + box.w / 2, box.y + box.h / 2


@pytest.mark.parametrize("canvas", [WIDE, TALL, CLASSIC, WALL])
def test_the_bar_under_the_finger_is_asked_in_every_shape(canvas: Canvas) -> None:
    slide = fitted(canvas)
    found = figure_at(slide, 0, *middle_of(slide, "bar.1"))
    assert found is not None
    assert (found[0], found[1].key, found[1].datum.label) == ("chart", "bar.1", "类别1")


def test_the_ground_is_no_answer() -> None:
    assert figure_at(fitted(), 0, 5.0, 5.0) is None


def test_the_answer_stands_above_all_else_and_the_rest_is_untouched() -> None:
    slide = fitted()
    answered = with_answer(slide, 0, Asked(Place("one/a"), "chart", "bar.1"), DECK, FixedMeasure())
    assert answered.placed[:-1] == slide.placed
    assert answered.placed[-1].path == PATH
    assert "类别1" in words_of(frame(answered, 0)[-1].marks)
    assert "示例数据" in words_of(frame(answered, 0)[-1].marks)


def test_the_answer_is_as_large_as_its_slide_is_enlarged() -> None:
    asked = Asked(Place("one/a"), "chart", "bar.1")
    large = fit_slide(DECK, SLIDE, WIDE, ("zh",), NIGHT, FixedMeasure(), enlarge=True)
    sizes = [
        {
            run.font.size
            for mark in frame(with_answer(slide, 0, asked, DECK, FixedMeasure()), 0)[-1].marks
            if isinstance(mark, TextMark)
            for line in mark.lines
            for run in line.runs
        }
        for slide in (fitted(), large)
    ]
    assert large.plan is not None
    by = large.plan.env.font("note").size / NIGHT.size("note")
    assert by > 1.0
    assert sizes[1] == {size * by for size in sizes[0]}


@pytest.mark.parametrize(("path", "key"), [("chart", "bar.9"), ("points", "bar.1")])
def test_a_figure_that_is_not_there_has_no_answer(path: str, key: str) -> None:
    slide = fitted()
    assert with_answer(slide, 0, Asked(Place("one/a"), path, key), DECK, FixedMeasure()) is slide


def test_an_element_that_is_bound_to_no_table_has_no_feeds() -> None:
    assert feeds_of(SLIDE, "chart") == ()
    assert feeds_of(SLIDE, "chart.7") == ()
