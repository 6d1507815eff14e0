"""The shipped briefing keeps its promises: every fact is shown, every version is filled, every slide can be spoken."""

from decimal import Decimal

import pytest

from jn_presenter.check import check_deck, report
from jn_presenter.draw.notes import unmarked
from jn_presenter.draw.resolve import resolve, strip_markup
from jn_presenter.draw.texts import walk
from jn_presenter.elements.card import Card
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Slide
from jn_presenter.model.text import Text
from jn_presenter.paths import shipped_slides
from jn_presenter.show.select import select

LOADED = load_deck(shipped_slides())
DECK = LOADED.deck
SLIDES = [DECK.slides[name] for name in DECK.order]
CONTENT = [theme.id for theme in DECK.themes if theme.role == "content"]
CHARACTERS = (130, 250)
"""Of Chinese notes a minute, spaces not counted: a host speaks 220 to 260, and pauses where there is much to see."""
WORDS = (70, 140)
"""Of English notes a minute: a host speaks 120 to 140."""


def minutes(names: tuple[str, ...]) -> Decimal:
    return sum((DECK.slides[name].minutes for name in names), Decimal(0))


def content_of(theme: str, version: int) -> list[str]:
    """The slides of a theme in a version, its section aside."""
    chosen = select(DECK, Decimal(version))
    return [name for name in chosen if name.startswith(f"{theme}/") and DECK.slides[name].layout != "section"]


def test_the_rules_of_texts_facts_and_names_are_kept() -> None:
    assert [problem.render("en") for problem in check_deck(DECK, LOADED.sources)] == []


def test_every_fact_is_shown() -> None:
    assert report(DECK, ()).facts.missing == ()


def test_the_glossary_has_no_name_that_the_briefing_does_not_say() -> None:
    files = [file for file in shipped_slides().rglob("*.yaml") if file.name != "glossary.yaml"]
    said = strip_markup("".join(file.read_text(encoding="utf-8") for file in files))
    assert [name for term in DECK.glossary if (name := term.name.pick("zh")[1]) not in said] == []


def test_each_theme_has_its_card_on_the_agenda_in_the_order_of_the_show() -> None:
    cards = DECK.slides["opening/agenda"].slot("cards")
    assert [card.theme for card in cards if isinstance(card, Card)] == CONTENT


def test_the_agenda_says_no_number_of_themes_as_a_visit_may_show_fewer() -> None:
    agenda = DECK.slides["opening/agenda"]
    said = "".join(words for text in (agenda.title, agenda.notes) if text for _, words in text.variants)
    assert [word for word in ("五", "5", "five", "Five") if word in said] == []


def test_there_are_versions_of_10_20_and_40_minutes() -> None:
    assert DECK.briefing.versions == (Decimal(10), Decimal(20), Decimal(40))


@pytest.mark.parametrize("version", DECK.briefing.versions)
def test_a_version_is_filled_within_a_tenth(version: Decimal) -> None:
    assert abs(minutes(select(DECK, version)) - version) <= version / 10


@pytest.mark.parametrize("version", DECK.briefing.versions)
def test_every_theme_is_in_every_version(version: Decimal) -> None:
    themes = {name.partition("/")[0] for name in select(DECK, version)}
    assert themes == set(DECK.briefing.themes)


@pytest.mark.parametrize("theme", CONTENT)
def test_ten_minutes_say_something_of_every_theme(theme: str) -> None:
    assert content_of(theme, 10)


@pytest.mark.parametrize("theme", CONTENT)
def test_twenty_minutes_open_every_theme_and_show_two_slides_of_it(theme: str) -> None:
    assert f"{theme}/section" in select(DECK, Decimal(20))
    assert len(content_of(theme, 20)) >= 2


def test_all_standard_slides_are_in_the_twenty_minutes_and_all_slides_in_the_forty() -> None:
    assert {slide.id for slide in SLIDES if slide.depth != "extra"} == set(select(DECK, Decimal(20)))
    assert select(DECK, Decimal(40)) == DECK.order


@pytest.mark.parametrize("slide", SLIDES, ids=lambda slide: slide.id)
def test_the_notes_of_a_slide_take_its_minutes_to_speak(slide: Slide) -> None:
    assert slide.notes is not None
    assert slide.notes.languages == DECK.briefing.languages
    zh, en = (wording.plain for wording in resolve(unmarked(slide.notes), DECK.facts, ("zh", "en")))
    least, most = (bound * slide.minutes for bound in CHARACTERS)
    assert least <= len("".join(zh.split())) <= most
    least, most = (bound * slide.minutes for bound in WORDS)
    assert least <= len(en.split()) <= most


def test_english_words_have_the_apostrophes_and_quotation_marks_of_print() -> None:
    parts = (*SLIDES, DECK.briefing, DECK.themes, DECK.glossary, DECK.questions, *DECK.facts.facts.values())
    english = [dict(spoken.what.variants).get("en", "") for spoken in walk(parts) if isinstance(spoken.what, Text)]
    assert [words for words in english if set(words) & set("'\"")] == []
    assert sum("’" in words for words in english) > 20
