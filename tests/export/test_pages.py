"""An export has every slide once, at its last step, in show order."""

from collections.abc import Callable

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.export.pages import Pages
from jn_presenter.model.geometry import TALL

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
