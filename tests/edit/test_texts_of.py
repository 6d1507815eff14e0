"""The texts of a file of a deck are found as the loader finds them, with their places and what they are called."""

from pathlib import Path

import pytest

from jn_presenter.draw.texts import walk
from jn_presenter.edit.document import Document, opened
from jn_presenter.edit.texts_of import TextOf, texts_of
from jn_presenter.load import load_deck
from jn_presenter.load.sources import slide_file
from jn_presenter.model.text import Message, Text
from jn_presenter.paths import shipped_slides

BILINGUAL = ("zh", "en")
DECKS = (shipped_slides(), *(Path(__file__).parents[2] / "examples" / name for name in ("gallery", "museum")))


def found(text: str, file: str = "theme/slide.yaml", languages: tuple[str, ...] = BILINGUAL) -> tuple[TextOf, ...]:
    return texts_of(Document(file, text), languages)


def read(folder: Path, file: str) -> Document:
    document = opened(file, (folder / file).read_bytes())
    assert document is not None
    return document


def said(text: TextOf) -> tuple[tuple[str, str], ...]:
    return tuple((one.language, one.words) for one in text.wordings)


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_they_are_those_that_the_loader_makes_of_the_file(folder: Path) -> None:
    deck = load_deck(folder).deck
    languages = deck.briefing.languages
    for slide in deck.slides.values():
        texts = texts_of(read(folder, slide_file(slide.id)), languages)
        loaded = [spoken.what.variants for spoken in walk(slide) if isinstance(spoken.what, Text)]
        assert sorted(map(said, texts)) == sorted(loaded), slide.id
    facts = [
        text
        for part in (deck.facts.sources, deck.facts.dues, deck.facts.facts)
        for one in part.values()
        for text in ([one] if isinstance(one, Text) else [spoken.what for spoken in walk(one)])
        if isinstance(text, Text)
    ]
    assert sorted(map(said, texts_of(read(folder, "facts.yaml"), languages))) == sorted(one.variants for one in facts)
    for name, terms in (("glossary.yaml", [term.name for term in deck.glossary]), ("questions.yaml", None)):
        asked = [text for question in deck.questions for text in (question.ask, question.answer)]
        if (folder / name).exists():
            wanted = sorted(text.variants for text in (asked if terms is None else terms))
            assert sorted(map(said, texts_of(read(folder, name), languages))) == wanted


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_each_stands_where_it_says(folder: Path) -> None:
    deck = load_deck(folder).deck
    for name in deck.order:
        document = read(folder, slide_file(name))
        for text in texts_of(document, deck.briefing.languages):
            for one in text.wordings:
                written = document.text[one.span.start : one.span.end]
                assert one.words.split("\n")[0].split(" ")[0] in written.replace('\\"', '"')
            assert text.label.zh
            assert text.label.en


def test_they_have_names_that_an_editor_knows() -> None:
    texts = found(
        "layout: chart-right\ntitle: {zh: 一, en: One}\npoints:\n  - zh: 二\n    en: Two\n"
        "chart:\n  type: table\n  rows:\n    - [四, 五]\nnotes: 六\n"
    )
    assert [(text.path, text.label) for text in texts] == [
        ("title", Message("标题", "title")),
        ("points.1", Message("要点 1", "points 1")),
        ("chart.rows.1.1", Message("图表 · 各行 1.1", "chart · rows that no facts stand for 1.1")),
        ("chart.rows.1.2", Message("图表 · 各行 1.2", "chart · rows that no facts stand for 1.2")),
        ("notes", Message("讲稿", "presenter's notes")),
    ]


def test_a_mistake_in_one_place_costs_no_text_of_another() -> None:
    texts = found(
        "layout: points\ntitle: 一\nnonsense: 1\npoints:\n  - {type: no-such, text: 二}\n  - 三\nminutes: x\n"
    )
    assert [text.path for text in texts] == ["title", "points.2"]


def test_a_text_of_free_elements_and_one_that_lacks_a_language_are_found() -> None:
    title, free = found("layout: section\ntitle: {zh: 一}\nfree:\n  - type: text\n    text: {en: x}\n    step: 0\n")
    assert title.get("zh") is not None
    assert title.get("en") is None
    assert (free.path, said(free)) == ("free.1.text", (("en", "x"),))


def test_only_the_languages_of_the_briefing_count() -> None:
    (title,) = found("layout: section\ntitle: {zh: 一, fr: un}\n")
    assert said(title) == (("zh", "一"),)


@pytest.mark.parametrize("text", ["", "- a\n", "layout: [", "null\n", "layout: nowhere\n", "title: null\n"])
def test_a_file_without_texts_has_none(text: str) -> None:
    assert found(text) == ()
    assert found(text, "style.yaml") == ()
