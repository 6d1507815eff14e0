"""The shipped briefing keeps its promises: every fact is shown, every version is filled, every slide can be spoken."""

from decimal import Decimal

import pytest

from jn_presenter.check import check_deck, report
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Slide
from jn_presenter.paths import shipped_slides
from jn_presenter.show.select import select

LOADED = load_deck(shipped_slides())
DECK = LOADED.deck
SLIDES = [DECK.slides[name] for name in DECK.order]


def minutes(names: tuple[str, ...]) -> Decimal:
    return sum((DECK.slides[name].minutes for name in names), Decimal(0))


def test_the_rules_of_texts_facts_and_names_are_kept() -> None:
    assert [problem.render("en") for problem in check_deck(DECK, LOADED.sources)] == []


def test_every_fact_is_shown() -> None:
    assert report(DECK, ()).facts.missing == ()


@pytest.mark.parametrize("version", DECK.briefing.versions)
def test_a_version_is_filled_within_a_tenth(version: Decimal) -> None:
    assert abs(minutes(select(DECK, version)) - version) <= version / 10


@pytest.mark.parametrize("version", DECK.briefing.versions)
def test_every_theme_is_in_every_version(version: Decimal) -> None:
    themes = {name.partition("/")[0] for name in select(DECK, version)}
    assert themes == set(DECK.briefing.themes)


@pytest.mark.parametrize("slide", SLIDES, ids=lambda slide: slide.id)
def test_a_slide_has_notes_to_speak_in_every_language(slide: Slide) -> None:
    assert slide.notes is not None
    assert slide.notes.languages == DECK.briefing.languages
    zh, en = (words for _, words in slide.notes.variants)
    assert 80 <= len(zh) <= 340
    assert 45 <= len(en.split()) <= 160
