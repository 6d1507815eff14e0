from decimal import Decimal

from jn_presenter.draw.resolve import FALLBACK
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.marks import Line, PlotAxis, PlotMark, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font
from jn_presenter.model.text import Text, plain
from jn_presenter.show.preflight.seen import look_at, made_up, words_of
from tests import decks

FONT = Font(36.0)


def seen(slide, deck, words=(), has_glyph=lambda _language, _character: True, notes=("zh",)):
    return look_at(deck, slide, notes, (), words, has_glyph)


def test_characters_that_no_font_of_ours_has_are_found_once_and_spaces_are_none():
    slide = decks.points_slide("a/one", notes=None)
    found = seen(
        slide,
        decks.deck(slide),
        [("zh", "江 宁\n😀"), ("en", "a\u00a0b😀")],
        lambda _, character: character in "江宁ab",
    )
    assert found.missing == ("😀",)


def test_a_character_may_be_there_for_one_language_alone():
    slide = decks.points_slide("a/one", notes=None)
    found = seen(slide, decks.deck(slide), [("zh", "宁"), ("ja", "宁")], lambda language, _: language == "zh")
    assert found.missing == ("宁",)


def test_notes_are_read_too_by_the_presenter():
    slide = decks.points_slide("a/one", notes=plain("😀"))
    assert seen(slide, decks.deck(slide), (), lambda _, character: character != "😀").missing == ("😀",)


def test_markers_in_notes_are_not_read():
    slide = decks.points_slide("a/one", notes=plain("一[click]二"))
    assert seen(slide, decks.deck(slide), (), lambda _, character: character not in "[click]").missing == ()


def test_notes_in_another_language_than_the_presenters_are_told():
    slide = decks.points_slide("a/one", notes=Text((("zh", "讲稿"),)))
    deck = decks.deck(slide)
    assert (seen(slide, deck, notes=("zh",)).other_notes, seen(slide, deck, notes=("en",)).other_notes) == (False, True)
    assert FALLBACK not in [finding.code for _, finding in seen(slide, deck, notes=("en",)).findings]


def test_only_figures_that_are_reached_and_shown_count_as_undated():
    facts = Facts(
        facts={
            "plain": Fact(id="plain", kind="achieved", label=plain("a"), value=Decimal(1)),
            "dated": Fact(id="dated", kind="achieved", label=plain("b"), value=Decimal(1), as_of="2020"),
            "target": Fact(id="target", kind="target", label=plain("c"), value=Decimal(1)),
            "event": Fact(id="event", kind="achieved", label=plain("d")),
            "elsewhere": Fact(id="elsewhere", kind="achieved", label=plain("e"), value=Decimal(1)),
        }
    )
    slide = decks.points_slide("a/one", notes=plain("<elsewhere>"), steps=())
    slide = type(slide)(
        **{field: getattr(slide, field) for field in slide.__struct_fields__}
        | {"title": plain("<plain> <dated> <target> <event.label>")}
    )
    assert seen(slide, decks.deck(slide, facts=facts)).undated == ("plain",)


def test_made_up_figures_are_found_in_elements_and_in_their_feeds():
    assert made_up(decks.bars_slide("a/bars").slots)
    assert made_up(decks.table_slide("a/table", decks.feed("x")).slots)
    assert not made_up(decks.points_slide("a/points").slots)


def test_its_feeds_are_known():
    one, two = decks.feed("x"), decks.feed("y")
    slide = decks.table_slide("a/table", one, two)
    assert seen(slide, decks.deck(slide)).feeds == (one, two)


def test_words_are_those_of_texts_and_of_the_axes_of_charts():
    axis = PlotAxis(low=0, high=1, ticks=((0.0, "零"),), extent=40)
    plot = PlotMark(
        key="p", x=0, y=0, w=9, h=9, series=(), bottom=axis, left=axis, font=FONT, ink="#ffffff", grid="#ffffff"
    )
    line = Line(0, 0, 9, (Run("江", FONT, "#ffffff"), Run("宁", FONT, "#ffffff")), "zh")
    marks = (TextMark(key="t", lines=(line,)), plot, ShapeMark(key="s", shape=None))
    assert list(words_of(marks)) == [("zh", "江宁"), ("", "零"), ("", "零")]
