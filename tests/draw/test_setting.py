"""Setting a text: sizes, stacking, emphasis, and figures that do not break from their words."""

from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.setting import curled, glued, set_text
from jn_presenter.model.element import Env
from jn_presenter.model.fact import Fact, Facts, Unit, UnitForms
from jn_presenter.model.text import plain
from tests.decks import NIGHT, text

FORMS = (("zh", UnitForms((("exact", "第{v}位"),))), ("en", UnitForms((("exact", "No. {v}"),))))
RANK = Fact(id="rank", kind="achieved", label=plain("x"), value=Decimal(6), unit="rank")
FACTS = Facts({"rank": RANK}, {"rank": Unit(id="rank", languages=FORMS)})


def env(*languages: str, **more: object) -> Env:
    here = Env(languages=languages, fallbacks=("zh", "en"), style=NIGHT, facts=FACTS, measure=FixedMeasure())
    return structs.replace(here, **more)


def test_a_text_is_set_at_its_roles_size() -> None:
    (line,) = set_text(text("标题", "Title"), env("zh"), 1000, "title").block.lines
    assert [run.font.size for run in line.runs] == [72]


def test_the_second_language_is_smaller_quiet_and_beneath() -> None:
    first, second = set_text(text("标题", "Title"), env("zh", "en"), 1000, "title", bold=True).block.lines
    assert second.runs[0].font.size == 72 * 0.6
    assert (first.runs[0].colour, second.runs[0].colour) == (NIGHT.ink, NIGHT.quiet)
    assert (first.runs[0].font.bold, second.runs[0].font.bold) == (True, False)
    assert second.y > first.y + 40


def test_no_language_is_set_under_24_px() -> None:
    _, second = set_text(text("注", "Note"), env("zh", "en", scale=0.7), 1000, "note").block.lines
    assert second.runs[0].font.size == 24


def test_what_reads_the_same_in_both_languages_stands_once() -> None:
    assert len(set_text(text("ABC", "ABC"), env("zh", "en"), 1000, "body").block.lines) == 1


def test_emphasis_is_bold_in_the_accent() -> None:
    (line,) = set_text(text("一==二==三", "x"), env("zh"), 1000, "body").block.lines
    assert [(run.text, run.font.bold, run.colour) for run in line.runs] == [
        ("一", False, NIGHT.ink),
        ("二", True, NIGHT.accent),
        ("三", False, NIGHT.ink),
    ]


def test_a_figure_is_held_to_its_words() -> None:
    assert glued("No. 6") == "No.\u00a06"
    assert glued("over RMB 100 billion") == "over RMB\u00a0100\u00a0billion"
    assert glued("just short of the RMB 100-billion class") == "just short of the RMB\u00a0100-billion class"
    assert glued("突破1000亿元") == "突破1000亿元"


def test_only_figures_are_held_not_what_the_slide_writes_itself() -> None:
    (line,) = set_text(text("x", "Route 66 and <rank>"), env("en"), 2000, "body").block.lines
    assert line.text == "Route 66 and No.\u00a06"


def test_straight_quotes_are_set_as_printers_set_them() -> None:
    assert curled("the city's zones") == "the city’s zones"
    assert curled("'Two places, two areas' and \"four areas\"") == "‘Two places, two areas’ and “four areas”"
    assert curled('("so")') == "(“so”)"
    assert curled("companies' own") == "companies’ own"


def test_a_quote_that_follows_emphasis_closes() -> None:
    (line,) = set_text(text("x", 'said "==so=="'), env("en"), 2000, "body").block.lines
    assert line.text == "said “so”"
