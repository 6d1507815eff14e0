from pathlib import Path

import pytest

from bench import decks, marker
from bench.rows.advance import MARKS, STEP_SLIDES, inside_slide
from bench.rows.soak import CHARTS
from jn_presenter.check import check_deck
from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.deck import Deck, Slide


def clean(folder: Path) -> Loaded:
    loaded = load_deck(str(folder))
    assert loaded.problems == ()
    assert check_deck(loaded.deck, loaded.sources) == ()
    return loaded


def slides(deck: Deck) -> list[Slide]:
    return [deck.slides[name] for name in deck.order]


def fills(slide: Slide) -> list[tuple[int, str]]:
    """(step, colour) of the slide's free boxes."""
    return [(free.step, free.element.fill) for free in slide.free]  # type: ignore[attr-defined]


def test_a_plain_deck_is_without_fault_and_tells_its_numbers(tmp_path: Path) -> None:
    deck = clean(decks.plain_deck(tmp_path, decks.THEME_OF + 2)).deck
    assert len(deck.themes) == 2
    assert [fills(slide) for slide in slides(deck)] == [
        [(0, marker.hex_colour(n))] for n in range(1, decks.THEME_OF + 3)
    ]
    assert {slide.transition for slide in slides(deck)} == {"none"}


def test_the_marker_is_where_it_is_looked_for(tmp_path: Path) -> None:
    (free,) = slides(clean(decks.plain_deck(tmp_path, 1)).deck)[0].free
    width, height = 1920, 1080
    x, y, w, h = (side * fraction for side, fraction in zip((width, height) * 2, free.at, strict=True))
    assert (x, y, w, h) == pytest.approx(marker.box(width, height), abs=0.01)


def test_transitions_take_turns(tmp_path: Path) -> None:
    deck = clean(decks.plain_deck(tmp_path, 4, (decks.FADE, decks.PUSH))).deck
    assert sorted(str(slide.transition) for slide in slides(deck)) == ["fade", "fade", "push", "push"]


def test_each_step_of_the_deck_of_steps_has_the_next_number(tmp_path: Path) -> None:
    deck = clean(decks.step_deck(tmp_path, STEP_SLIDES)).deck
    numbered = [(slide.last_step, *fills(slide)) for slide in slides(deck)]
    assert numbered == [
        (decks.PARTS, *((step, marker.hex_colour(slide * MARKS + step + 1)) for step in range(MARKS)))
        for slide in range(STEP_SLIDES)
    ]


def test_only_steps_inside_a_slide_are_timed() -> None:
    assert [n for n in range(1, 2 * MARKS + 1) if not inside_slide(n)] == [1, MARKS + 1]


def test_the_deck_of_charts_ends_with_the_one_that_pyqtgraph_draws(tmp_path: Path) -> None:
    found = [slide.slot("chart")[0] for slide in slides(clean(decks.chart_deck(tmp_path)).deck)]
    assert len(found) == CHARTS
    assert [chart.uses_plot for chart in found] == [False] * (CHARTS - 1) + [True]


def test_a_slide_is_recoloured_where_its_marker_is(tmp_path: Path) -> None:
    path = decks.slide_file(decks.plain_deck(tmp_path, 1), 1)
    before = path.read_text(encoding="utf-8")
    after = decks.recoloured(before, 1, 1001)
    assert after != before
    path.write_text(after, encoding="utf-8")
    assert fills(slides(clean(tmp_path).deck)[0]) == [(0, marker.hex_colour(1001))]
    assert decks.recoloured(after, 1001, 1) == before
    with pytest.raises(ValueError, match="1001"):
        decks.recoloured(before, 1001, 1)
