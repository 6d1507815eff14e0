"""The private jump: what is found by a number, by words of any language and by pinyin, and in which order."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.elements.text import Paragraph
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.text import Text, plain
from jn_presenter.show.find import find
from jn_presenter.show.folding import fold
from jn_presenter.show.index import index_of, spelled
from jn_presenter.show.pinyin import syllables


def both(zh, en):
    return Text((("zh", zh), ("en", en)))


@pytest.fixture(scope="module")
def town(slide, deck):
    """Five slides with titles, a text and notes in two languages, and one not read yet."""

    def one(name, title, words=None, notes=None):
        slots = (("points", (Paragraph(text=words),)),) if words else ()
        return structs.replace(slide(name), title=title, slots=slots, notes=notes)

    found = deck(
        one("opening/cover", both("江宁欢迎您", "Welcome to Jiangning")),
        one("industry/grid", both("智能电网过千亿级", "Smart grid"), both("江苏<exports>", "Exports: <exports>")),
        one(
            "industry/cars",
            both("新能源汽车", "New-energy vehicles"),
            notes=both("讲到[click]重庆时停一下", "Pause [click] here"),
        ),
        one("life/green", both("绿化覆盖率47%", "Green cover of 47 %"), plain("AI 3.0")),
        one("life/café", plain("Café Москва"), Text((("zh", "咖啡"), ("en", "coffee from Malmö")))),
        slide("life/later"),
        pending=("life/later",),
    )
    themes = {
        "opening": both("开篇", "Opening"),
        "industry": both("产业", "Industry"),
        "life": both("民生", "Living"),
    }
    facts = {"exports": Fact(id="exports", kind="achieved", label=both("出口", "Exports"), value=Decimal(12))}
    return structs.replace(
        found,
        themes=tuple(structs.replace(theme, title=themes[theme.id]) for theme in found.themes),
        facts=Facts(facts),
    )


@pytest.fixture(scope="module")
def index(town):
    return index_of(town)


def brief(hits):
    return [(hit.slide, hit.kind, hit.words[hit.start : hit.end]) for hit in hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("3", ("industry/cars", "number", "3")),
        ("３", ("industry/cars", "number", "3")),
        ("智能", ("industry/grid", "title", "智能")),
        ("zndw", ("industry/grid", "title", "智能电网")),
        ("ZNDW", ("industry/grid", "title", "智能电网")),
        ("zhineng", ("industry/grid", "title", "智能")),
        ("zhi neng d", ("industry/grid", "title", "智能电")),
        ("zhinengdi", ("industry/grid", "title", "智能电")),
        ("lvhua", ("life/green", "title", "绿化")),
        ("fgl47", ("life/green", "title", "覆盖率47")),
        ("smart GR", ("industry/grid", "title", "Smart gr")),
        ("vehic", ("industry/cars", "title", "vehic")),
        ("47", ("life/green", "title", "47")),
        ("４７％", ("life/green", "title", "47%")),
        ("cafe", ("life/café", "title", "Café")),
        ("москва", ("life/café", "title", "Москва")),
        ("malmo", ("life/café", "text", "Malmö")),
        ("ai 3", ("life/green", "text", "AI 3")),
        ("chongqing", ("industry/cars", "notes", "重庆")),
        ("cq", ("industry/cars", "notes", "重庆")),
        ("pause", ("industry/cars", "notes", "Pause")),
        ("later", ("life/later", "id", "later")),
        ("cy", ("industry/grid", "theme", "产业")),
        ("living", ("life/green", "theme", "Living")),
        ("exports: 12", ("industry/grid", "text", "Exports: 12")),
    ],
)
def test_what_is_typed_finds_the_slide_and_marks_what_it_was_found_by(index, query, first):
    assert brief(find(index, query))[0] == first


@pytest.mark.parametrize("query", ["", "   ", "\u3000", "zzz", "ineng", "77", "99", "，", "hineng"])
def test_nothing_is_found_by_blanks_by_what_is_not_there_and_by_the_middle_of_a_syllable(index, query):
    assert find(index, query) == ()


def test_titles_that_begin_so_come_before_those_that_have_it_within_and_texts_after_them(index):
    assert [(hit.slide, hit.kind) for hit in find(index, "jiang")] == [
        ("opening/cover", "title"),
        ("industry/grid", "text"),
        ("industry/cars", "notes"),
    ]


def test_notes_are_found_as_a_whole_without_their_markers(index):
    assert find(index, "click") == ()
    assert brief(find(index, "讲到重庆"))[0] == ("industry/cars", "notes", "讲到重庆")
    assert brief(find(index, "pause here"))[0] == ("industry/cars", "notes", "Pause here")


def test_a_number_is_that_of_todays_choice(index):
    assert brief(find(index, "2", slides=("life/green", "industry/cars")))[0] == ("industry/cars", "number", "2")
    assert find(index, "3", slides=("life/green", "industry/cars"))[0].kind == "text"


def test_a_slide_is_listed_once_and_no_more_than_asked_for(index):
    slides = [hit.slide for hit in find(index, "e")]
    assert len(slides) == len(set(slides)) > 2
    assert find(index, "e", 2) == find(index, "e")[:2]


def test_chinese_characters_of_japanese_are_not_typed_by_their_chinese_sound(slide, deck):
    title = Text((("ja", "江戸の町"), ("en", "Old Tokyo")))
    found = index_of(deck(structs.replace(slide("a/edo"), title=title), languages=("ja", "en")))
    assert brief(find(found, "江戸")) == [("a/edo", "title", "江戸")]
    assert find(found, "jiang") == ()


def test_broken_slides_are_not_found(slide, deck):
    assert index_of(deck(slide("a/one"), slide("a/two"), broken=("a/two",))).slides == ("a/one",)


LETTERS = st.text("江宁开发区重庆绿ab é1Ａ％，-\n", max_size=8)


@given(titles=st.lists(LETTERS, min_size=1, max_size=5), data=st.data())
def test_every_title_is_found_by_each_part_of_it_and_by_each_part_of_its_sound(slide, deck, titles, data):
    slides = [structs.replace(slide(f"a/s{k}"), title=plain(words)) for k, words in enumerate(titles)]
    found = index_of(deck(*slides))
    k = data.draw(st.integers(0, len(titles) - 1))
    words = titles[k]
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    part = words[start:end].replace("\n", " ")
    hits = {hit.slide: hit for hit in find(found, part, 99)}
    assert (f"a/s{k}" in hits) == bool(fold(part).strip())
    units = spelled(words, syllables(words))
    if any(len(unit) > 1 for _, unit in units):
        first = data.draw(st.integers(0, len(units) - 1))
        behind = data.draw(st.integers(first + 1, len(units)))
        for typed in ("".join(unit for _, unit in units[first:behind]), "".join(u[0] for _, u in units[first:behind])):
            if typed.isascii() and not typed.isdigit():
                assert f"a/s{k}" in {hit.slide for hit in find(found, typed, 99)}


@given(titles=st.lists(LETTERS, min_size=1, max_size=5), query=LETTERS)
def test_what_is_marked_is_what_was_typed(slide, deck, titles, query):
    slides = [structs.replace(slide(f"a/s{k}"), title=plain(words)) for k, words in enumerate(titles)]
    wanted = fold(query).strip()
    for hit in find(index_of(deck(*slides)), query):
        assert 0 <= hit.start < hit.end <= len(hit.words)
        marked = hit.words[hit.start : hit.end]
        units = [unit for _, unit in spelled(marked, syllables(marked))]
        sounds = ("".join(units), "".join(unit[0] for unit in units))
        assert (
            hit.kind == "number"
            or fold(marked) == wanted
            or any(sound.startswith("".join(wanted.split())) for sound in sounds)
        )


@given(words=st.text(max_size=30))
def test_folding_keeps_every_place_and_needs_no_second_time(words):
    assert len(fold(words)) == len(words)
    assert fold(fold(words)) == fold(words)
    assert "\n" not in fold(words)
