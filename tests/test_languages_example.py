"""The example in seven languages: complete, sound, and laid out in each; on a machine without other fonts, too."""

from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from jn_presenter.check import check_deck, report
from jn_presenter.check_fit import check_fit
from jn_presenter.check_glyphs import check_glyphs
from jn_presenter.check_languages import completeness
from jn_presenter.compose import fit_slide, frame
from jn_presenter.draw.provenance import provenance, slide_facts
from jn_presenter.draw.resolve import resolve
from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.geometry import TALL
from jn_presenter.model.marks import TextMark
from jn_presenter.model.text import Text
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.glyphs import Glyphs
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.scripts import served

FOLDER = Path(__file__).parents[1] / "examples" / "languages"
LANGUAGES = ("zh", "en", "ja", "ko", "de", "fr", "ru")


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_deck(FOLDER)


def test_nothing_is_wrong_with_it_and_no_word_is_missing(loaded: Loaded) -> None:
    assert not loaded.problems
    assert not check_deck(loaded.deck, loaded.sources)
    assert loaded.deck.briefing.languages == LANGUAGES
    assert [one.missing for one in completeness(loaded.deck, loaded.sources)] == [0] * len(LANGUAGES)
    assert report(loaded.deck, ()).facts.missing == ()


def test_its_figures_are_those_of_the_zone_s_own_briefing(loaded: Loaded) -> None:
    own = load_deck(FOLDER.parents[1] / "slides").deck.facts
    for name, fact in loaded.deck.facts.facts.items():
        source = own.facts[name]
        for field in ("kind", "value", "op", "unit", "as_of", "due"):
            assert getattr(fact, field) == getattr(source, field), (name, field)


def test_it_fits_every_screen_in_every_language(loaded: Loaded, qtbot: QtBot) -> None:
    load_fonts()
    assert check_fit(loaded.deck, QtMeasure(), loaded.sources) == ()


def test_only_korean_asks_for_a_font_of_the_machine(loaded: Loaded, qtbot: QtBot) -> None:
    load_fonts()
    found = check_glyphs(loaded.deck, loaded.sources, Glyphs)
    assert [problem.code for problem in found] == ["no-font"] * (not served("ko").family)
    assert all("ko" in problem.message.en for problem in found)


TITLES = {
    "zh": "在210余家国家级经开区中位居前列",
    "en": "Near the top of more than 210 zones nationwide",
    "ja": "全国210か所余りの国家級開発区で上位",
    "ko": "전국 210여 곳의 국가급 개발구 중 상위권",
    "de": "Unter mehr als 210 Zonen auf nationaler Ebene weit vorn",
    "fr": "Parmi les premières de plus de 210 zones de rang national",
    "ru": "В числе лучших среди более 210 зон национального уровня",
}
SOURCES = {
    "ko": "출처: 장닝개발구 관리위원회(목표: 2025년까지)",
    "de": "Quelle: Zone Jiangning (Ziele: bis 2025)",
    "fr": "Source\u00a0: Zone de Jiangning (objectifs\u00a0: jusqu’en 2025)",
    "ru": "Источник: Зона Цзяннин (цели: до 2025\u202fг.)",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_and_sources_are_said_as_the_language_has_them(loaded: Loaded, language: str) -> None:
    deck = loaded.deck
    (title,) = resolve(deck.slides["zone/standing"].title, deck.facts, (language,))
    assert title.plain == TITLES[language]
    (line,) = provenance(slide_facts(deck.slides["zone/targets"], deck.facts), deck.facts, (language,))
    assert line.plain == SOURCES.get(language, line.plain)
    assert "2025" in line.plain


def test_a_word_wider_than_a_tall_screen_is_set_smaller_and_not_torn(loaded: Loaded, qtbot: QtBot) -> None:
    load_fonts()
    deck = loaded.deck
    long = Text((("ru", "К инновационной зоне мирового уровня"),))
    slide = structs.replace(deck.slides["start/cover"], title=long)
    fitted = fit_slide(deck, slide, TALL, ("ru",), next(iter(deck.styles.values())), QtMeasure())
    marks = (mark for item in frame(fitted, fitted.last_step) for mark in item.marks)
    said = [line.text for mark in marks if isinstance(mark, TextMark) for line in mark.lines]
    assert "К инновационной" in said
    assert not fitted.findings
