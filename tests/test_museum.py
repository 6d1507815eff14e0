"""The second briefing, of a museum that does not exist, in three languages: the program knows no place by itself."""

import re
from pathlib import Path

import pytest

import jn_presenter
from jn_presenter.check import check_deck, report
from jn_presenter.check_fit import check_fit
from jn_presenter.compose import fit_slide, frame
from jn_presenter.draw.contrast import contrast
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.provenance import provenance, slide_facts
from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.geometry import WIDE
from jn_presenter.model.language import readings
from jn_presenter.model.marks import TextMark
from jn_presenter.paths import resources, shipped_slides
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.text import QtMeasure

ROOT = Path(__file__).resolve().parents[1]
MUSEUM = ROOT / "examples" / "museum"
LANGUAGES = ("zh", "en", "ja")
INVENTED = {"zh": "虚构", "en": "invented", "ja": "架空"}
PLACES = re.compile(r"江宁|江寧|jiangning|南京|nanjing|紫金山|purple mountain|十四五|five-year plan", re.IGNORECASE)


@pytest.fixture(scope="module")
def museum() -> Loaded:
    return load_deck(MUSEUM)


def test_it_has_eight_slides_and_shows_all_its_facts(museum: Loaded) -> None:
    told = report(museum.deck, museum.problems)
    assert (told.slides, told.facts.missing, told.problems) == (8, (), ())
    assert told.facts.total > 10


def test_it_keeps_the_rules_of_a_deck(museum: Loaded) -> None:
    assert [problem.render("en") for problem in check_deck(museum.deck, museum.sources)] == []


def test_every_text_fits_in_every_shape_language_and_stacked(museum: Loaded, qapp: object) -> None:
    load_fonts()
    problems = check_fit(museum.deck, QtMeasure(), museum.sources, known=museum.problems)
    assert [problem.render("en") for problem in problems] == []


def test_style_themes_and_facts_are_its_own(museum: Loaded) -> None:
    other = load_deck(shipped_slides()).deck
    bundled = {file.stem for file in (resources() / "styles").glob("*.yaml")}
    assert bundled.isdisjoint(museum.deck.styles)
    assert {theme.id for theme in museum.deck.themes}.isdisjoint(theme.id for theme in other.themes)
    assert set(museum.deck.facts.facts).isdisjoint(other.facts.facts)


def test_every_ink_of_its_style_stands_out_seven_to_one(museum: Loaded) -> None:
    for style in museum.deck.styles.values():
        for ink in (style.ink, style.quiet, style.accent, *dict(style.accents).values(), *style.series):
            assert min(contrast(ink, ground) for ground in style.ground) >= 7.0, ink


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_says_that_it_is_invented(museum: Loaded, language: str) -> None:
    deck = museum.deck
    style = next(iter(deck.styles.values()))
    for slide in deck.slides.values():
        fitted = fit_slide(deck, slide, WIDE, (language,), style, FixedMeasure())
        marks = (mark for item in frame(fitted, fitted.last_step) for mark in item.marks)
        said = "".join(line.text for mark in marks if isinstance(mark, TextMark) for line in mark.lines)
        assert INVENTED[language] in said, slide.id


def test_it_is_read_in_three_languages_and_all_of_them_stacked(museum: Loaded) -> None:
    assert museum.deck.briefing.languages == LANGUAGES
    assert readings(LANGUAGES) == (("zh",), ("en",), ("ja",), LANGUAGES)


def test_a_target_of_it_is_dated_by_its_own_plan(museum: Loaded) -> None:
    deck = museum.deck
    lines = provenance(slide_facts(deck.slides["visiting/ahead"], deck.facts), deck.facts, LANGUAGES)
    assert [line.plain for line in lines] == [
        "来源：为本示例虚构（目标：至2030年）",
        "Source: invented for this example (target: to 2030)",
        "出典：この見本のための架空データ（目標：2030年まで）",
    ]


def test_no_module_of_the_program_names_a_place_or_a_plan_of_the_shipped_briefing() -> None:
    package = Path(jn_presenter.__file__).parent
    named = {
        str(path.relative_to(package)): found
        for path in package.rglob("*.py")
        if (found := PLACES.findall(path.read_text(encoding="utf-8")))
    }
    assert named == {}
