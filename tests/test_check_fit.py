"""What does not fit is told once, with the screens, kiosks and languages it is found on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from jn_presenter import check_fit as check_fit_module
from jn_presenter.check import check_deck
from jn_presenter.check_fit import CANVASES, check_fit, places_of, style_of
from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.kiosk.strip import slide_rect
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Briefing, Deck, Slide
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, canvas_for
from jn_presenter.model.kiosk import Kiosk
from jn_presenter.model.language import readings
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain
from tests.checked import TOO_LONG, Recorder, both, deck, slide


def fitting(monkeypatch: pytest.MonkeyPatch, findings: Any) -> None:
    """Lets composing report what `findings(canvas, languages)` yields."""

    def fit_slide(deck: Deck, slide: Slide, canvas: Canvas, languages: tuple[str, ...], *_: object) -> FittedSlide:
        return FittedSlide(
            slide=slide.id,
            canvas=canvas,
            ground=(),
            placed=(),
            last_step=0,
            languages=languages,
            style="night",
            findings=tuple(findings(canvas, languages)),
        )

    monkeypatch.setattr(check_fit_module, "fit_slide", fit_slide)


def test_what_overflows_everywhere_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting(monkeypatch, lambda *_: [("kpis.2", TOO_LONG), ("points", TOO_LONG)])
    problems = check_fit(deck(slide()), FixedMeasure(), Recorder())
    assert [(it.file, it.excerpt, it.message) for it in problems] == [
        ("a/b.yaml", "kpis.2", TOO_LONG.message),
        ("a/b.yaml", "points", TOO_LONG.message),
    ]


def test_what_overflows_somewhere_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    def findings(canvas: Canvas, languages: tuple[str, ...]) -> Iterator[tuple[str, Finding]]:
        if canvas.shape == "tall" or (canvas == WALL and "en" in languages):
            yield "points", TOO_LONG

    fitting(monkeypatch, findings)
    (problem,) = check_fit(deck(slide()), FixedMeasure(), Recorder())
    assert problem.hint == TOO_LONG.hint
    assert problem.message == Message(
        "太多（1080×1920；3840×1080 en, zh+en；一体机 1080×1672）",
        "too much (1080×1920; 3840×1080 en, zh+en; kiosk 1080×1672)",
    )


def test_what_is_known_already_is_not_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting(monkeypatch, lambda *_: [("points", TOO_LONG)])
    known = check_fit(deck(slide()), FixedMeasure(), Recorder())
    assert check_fit(deck(slide()), FixedMeasure(), Recorder(), known=known) == ()


def test_what_overflows_in_a_kiosk_alone_says_so_and_how_to_look_at_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def findings(canvas: Canvas, languages: tuple[str, ...]) -> Iterator[tuple[str, Finding]]:
        if canvas.shape == "tall" and canvas != TALL and len(languages) > 1:
            yield "points", TOO_LONG

    fitting(monkeypatch, findings)
    (problem,) = check_fit(deck(slide()), FixedMeasure(), Recorder())
    assert problem.message == Message("太多（一体机 1080×1672 zh+en）", "too much (kiosk 1080×1672 zh+en)")
    assert "export --size 1080x1672" in problem.hint.zh
    assert problem.hint.en.startswith(
        "cut; the controls of a kiosk take the foot of its screen: export --size 1080x1672"
    )


def test_every_shape_and_reading_is_tried_and_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[tuple[Canvas, tuple[str, ...]]] = []
    fitting(monkeypatch, lambda canvas, languages: tried.append((canvas, languages)) or [("points", TOO_LONG)])
    done: list[tuple[int, int]] = []
    check_fit(deck(slide()), FixedMeasure(), Recorder(), progress=lambda k, n: done.append((k, n)))
    canvases = (*CANVASES, Canvas(1080.0, 1672.0), canvas_for(1440.0, 944.0))
    assert set(tried) == {(canvas, languages) for canvas in canvases for languages in (("zh",), ("en",), ("zh", "en"))}
    assert len(tried) == len(set(tried))
    assert done == [(1, 1)]
    assert readings(("zh",)) == (("zh",),)


def test_what_has_room_in_a_small_place_is_not_laid_out_in_one_that_is_larger_in_every_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[Canvas] = []
    fitting(monkeypatch, lambda canvas, languages: tried.append(canvas) or [])
    check_fit(deck(slide()), FixedMeasure(), Recorder())
    assert set(tried) == {CLASSIC, WALL, Canvas(1080.0, 1672.0), canvas_for(1440.0, 944.0)}


@pytest.mark.parametrize("briefing", ["slides", "examples/museum"])
def test_nothing_is_missed_by_that(briefing: str) -> None:
    told = load_deck(Path(__file__).parent.parent / briefing).deck
    style = style_of(told)
    assert style is not None
    small, large = canvas_for(1440.0, 944.0), WIDE
    for one in list(told.slides.values())[::3]:
        for times in (1, 2, 4):
            longer = structs.replace(one, title=Text(tuple((tag, words * times) for tag, words in one.title.variants)))
            found = [
                fit_slide(told, longer, room, ("zh", "en"), style, FixedMeasure()).findings for room in (small, large)
            ]
            assert found[0] or not found[1], one.id


def test_a_kiosk_has_of_each_screen_a_canvas_that_was_tried_or_has_more_room_than_one() -> None:
    tried = {place.canvas for place in places_of(deck())}
    for screen in CANVASES:
        rect = slide_rect(screen, deck())
        room = canvas_for(rect.w, rect.h)
        roomier = room.shape == screen.shape and room.width >= screen.width and room.height >= screen.height
        assert room in tried or roomier


def test_a_wall_that_nobody_touches_has_no_controls_to_leave_room_for() -> None:
    told = deck()
    briefing = structs.replace(told.briefing, kiosk=Kiosk(touch=False))
    assert [place.kiosk for place in places_of(structs.replace(told, briefing=briefing))] == [False] * 4


def test_words_that_do_not_fit_are_found_by_composing() -> None:
    short, long = both("一", "one"), both("很长的一句话" * 200, "a very long sentence " * 70)
    assert check_fit(deck(slide(points=(short, short))), FixedMeasure(), Recorder()) == ()
    problems = check_fit(deck(slide(points=(short, long))), FixedMeasure(), Recorder())
    assert [(it.excerpt, it.code) for it in problems] == [("points", "overflow")]


def test_without_a_style_nothing_can_be_laid_out() -> None:
    bare = Deck(folder="", briefing=Briefing(title=plain("t"), languages=("zh",)))
    assert check_fit(bare, FixedMeasure(), Recorder()) == ()


def test_how_texts_fit_says_nothing_of_languages_again() -> None:
    only = Text((("zh", "字"),))
    here = deck(slide(points=(only, only)))
    assert "untranslated" in {it.code for it in check_deck(here, Recorder())}
    codes = {it.code for it in check_fit(here, FixedMeasure(), Recorder())}
    assert codes.isdisjoint({"untranslated", "fallback-language"})
