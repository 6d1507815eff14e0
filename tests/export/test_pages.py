"""An export has every slide once, at its last step, in show order."""

from collections.abc import Callable

from msgspec import structs

from jn_presenter.compose import frame
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.export.pages import Pages
from jn_presenter.model.geometry import TALL
from jn_presenter.model.ink import Point, Stroke
from jn_presenter.model.marks import Path, ShapeMark

PagesOf = Callable[..., Pages]


def test_every_slide_is_one_page_at_its_last_step(pages: PagesOf) -> None:
    made = list(pages("a/one", "a/two"))
    assert [(page.number, page.slide, page.step) for page in made] == [(1, "a/one", 1), (2, "a/two", 1)]


def test_pages_are_laid_out_on_the_canvas_in_the_languages(pages: PagesOf) -> None:
    (page,) = pages("a/one", canvas=TALL, languages=("zh", "en"), measure=FixedMeasure())
    assert page.fitted.canvas == TALL
    assert page.fitted.languages == ("zh", "en")


def test_a_page_is_laid_out_when_its_turn_comes(pages: PagesOf) -> None:
    class Counting(FixedMeasure):
        wraps = 0

        def wrap(self, *given: object, **more: object) -> object:  # type: ignore[override]
            self.wraps += 1
            return super().wrap(*given, **more)  # type: ignore[arg-type]

    measure = Counting()
    turns = iter(pages(*(f"a/s{k}" for k in range(9)), measure=measure))
    assert measure.wraps == 0
    next(turns)
    one = measure.wraps
    next(turns)
    assert measure.wraps == 2 * one


def test_the_title_is_the_briefing_s_in_the_first_language(pages: PagesOf) -> None:
    assert pages("a/one").title == "江宁开发区情况介绍"
    assert pages("a/one", languages=("en", "zh")).title == "A briefing"


def test_ink_stands_above_all_else_on_its_own_slide_alone(pages: PagesOf) -> None:
    line = Stroke("pen", "ink", 6.0, (Point(0.25, 0.5), Point(0.5, 0.5)))
    inked = structs.replace(pages("a/one", "a/two"), ink={"a/two": (line,), "a/gone": (line,)})
    one, two = (frame(page.fitted, page.step) for page in inked)
    assert not any(item.path == "ink" for item in one)
    assert two[-1].path == "ink"
    (mark,) = two[-1].marks
    assert isinstance(mark, ShapeMark)
    assert mark.shape == Path((("M", (480.0, 540.0)), ("L", (960.0, 540.0))))
    assert (mark.stroke, mark.width) == ("#f3f6fa", 6.0)
