"""What the guests of a visit see of themselves: names of any length have room in every shape, language and stacked."""

from functools import cache

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from jn_presenter.compose import FittedSlide, fit_slide, frame
from jn_presenter.load import load_deck, load_index, with_slides
from jn_presenter.model.deck import Deck
from jn_presenter.model.fields import Date
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.model.marks import TextMark
from jn_presenter.model.text import Text
from jn_presenter.model.visit import Person, Visit
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.visiting import made_out
from tests.decks import text
from tests.golden_images import assert_golden

LONG = text(
    "中华示例国家经济技术开发区与示例共和国中部工业走廊联合投资促进暨高层经贸交流考察访问团及随行媒体与翻译人员（第二批）",
    "Joint Delegation of the Example Chamber of Industry & Commerce",
)
"""About sixty characters in each language."""
CANVASES = [WIDE, TALL, CLASSIC, WALL]
LANGUAGES = [("zh",), ("en",), ("zh", "en"), ("en", "zh")]
ABOUT_GUESTS = ("visit/welcome", "opening/cover", "opening/agenda", "closing/thanks")
GOLDEN = QSize(640, 360)


def someone(k: int) -> Person:
    name = text(f"示例{'甲乙丙丁戊己庚辛壬癸子丑寅'[k]}", f"Example {'ABCDEFGHIJKLM'[k]}")
    return Person(name=name, position=text("示例处处长", "Head of an Example Office"))


def visit(delegation: Text, guests: int) -> Visit:
    return Visit(
        id="test",
        delegation=delegation,
        leader=someone(0) if guests else None,
        guests=tuple(someone(k) for k in range(1, guests)),
        host=someone(12),
        date=Date("2026-11-23"),
        themes=("services", "industry"),
    )


@cache
def shipped() -> Deck:
    return load_deck(shipped_slides()).deck


@cache
def deck(delegation: Text, guests: int) -> Deck:
    return made_out(shipped(), visit(delegation, guests))


def fitted(found: Deck, slide: str, canvas: Canvas, languages: tuple[str, ...], style: str = "night") -> FittedSlide:
    load_fonts()
    return fit_slide(found, found.slides[slide], canvas, languages, found.styles[style], QtMeasure())


def said(found: FittedSlide) -> str:
    marks = (mark for part in frame(found, found.last_step) for mark in part.marks)
    return "".join(line.text for mark in marks if isinstance(mark, TextMark) for line in mark.lines)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("slide", ABOUT_GUESTS)
def test_a_name_of_sixty_characters_has_room_and_is_whole(
    slide: str, canvas: Canvas, languages: tuple[str, ...]
) -> None:
    found = fitted(deck(LONG, 5), slide, canvas, languages)
    assert found.findings == ()
    if slide != "opening/agenda":
        for language in languages:
            assert "".join(LONG.pick(language)[1].split()) in "".join(said(found).split())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("guests", [0, 1, 4, 5, 8, 13])
def test_up_to_a_leader_and_a_dozen_have_room(guests: int, canvas: Canvas, languages: tuple[str, ...]) -> None:
    found = fitted(deck(text("示例代表团", "Example delegation"), guests), "visit/welcome", canvas, languages)
    assert found.findings == ()
    sizes = {part.path: part.fitted.rect for part in found.placed}
    assert canvas.rect.contains(sizes["title"])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
def test_the_delegations_name_is_the_largest_thing_on_the_slide(canvas: Canvas) -> None:
    for delegation, languages in ((text("示例代表团", "Example delegation"), ("zh",)), (LONG, ("zh", "en"))):
        found = fitted(deck(delegation, 8), "visit/welcome", canvas, languages)
        sizes: dict[str, float] = {}
        for part in frame(found, found.last_step):
            runs = [
                run for mark in part.marks if isinstance(mark, TextMark) for line in mark.lines for run in line.runs
            ]
            sizes[part.path] = max((run.font.size for run in runs), default=0.0)
        assert all(size < sizes["title"] for path, size in sizes.items() if path != "title"), sizes


@pytest.mark.usefixtures("qapp")
def test_the_example_of_a_visit_has_nothing_wrong_and_says_that_it_is_one() -> None:
    index = load_index(shipped_slides(), visit="example")
    loaded = with_slides(index, index.deck.order)
    assert loaded.problems == ()
    for canvas in CANVASES:
        for language, word in (("zh", "示例"), ("en", "Example")):
            found = fitted(loaded.deck, "visit/welcome", canvas, (language,))
            assert found.findings == ()
            assert word in said(found)


@pytest.mark.parametrize("slide", ABOUT_GUESTS)
def test_what_guests_see_of_themselves_looks_as_it_did(qtbot: QtBot, slide: str) -> None:
    found = fitted(deck(text("示例代表团", "Example delegation"), 8), slide, WIDE, ("zh", "en"), "day")
    assert_golden(whole(found, found.last_step, GOLDEN, Grounds()).toImage(), f"visit-{slide.replace('/', '-')}")
