"""Notes that follow the steps, on the console and in the interpreter's view: what is in ink, and where they are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.model.deck import Deck
from jn_presenter.model.marks import Line
from jn_presenter.model.text import Text, plain
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.dark import TONES
from jn_presenter.qt.windows.interpreter import Interpreter
from jn_presenter.qt.windows.interpreter.sheet import Row
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
INK, QUIET = TONES["ink"], TONES["quiet"]
ZH = ("开场白。", "第一点。再说。", "第二点。")
EN = ("Opening words.", "The first point, which in English takes many more words to say.", "The second.")
NOTES = Text((("zh", "\n[click]\n".join(ZH)), ("en", " [click] ".join(EN))))


def long(language: str, many: int = 4) -> tuple[str, str]:
    """Twelve lines a part."""
    return language, "\n[click]\n".join("\n".join(f"{language} {k}.{n}" for n in range(12)) for k in range(many))


LONG = Text((long("zh"), long("en")))


def opened(
    rig: Make, console: Open, notes: Text, *languages: str, slides: tuple[int, ...] = (3,), size: tuple[int, int]
) -> tuple[Rig, Console]:
    made: Deck = deck(*(points_slide(f"a/s{k}", steps, notes=notes) for k, steps in enumerate(slides)))
    here = rig(made, animate=False, notes_languages=languages)
    return here, console(here, size=size)


@pytest.fixture
def small(rig: Make, console: Open) -> Callable[..., tuple[Rig, Console]]:
    return lambda notes, *languages, **more: opened(rig, console, notes, *languages, size=(1366, 768), **more)


def go(here: Rig, made: Console, *names: str) -> None:
    for name in names:
        here.store.dispatch(name)
        made.catch_up()


def widen(here: Rig) -> None:
    """Two languages have room side by side."""
    here.store.dispatch("gap", gap="column", share=0.4, upright=False)


def inked(made: Console) -> str:
    return "".join(run.text for line in made.notes._lines for run in line.runs if run.colour == INK)


def in_view(made: Console, line: Line) -> bool:
    top = made.notes.verticalScrollBar().value()
    return top <= line.y - line.runs[0].font.size and line.y < top + made.notes.viewport().height()


def first(made: Console, words: str) -> Line:
    return next(line for line in made.notes._lines if line.text == words)


def turn(made: Console, by: int) -> None:
    view = made.notes.viewport()
    middle = QPointF(view.rect().center())
    wheel = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, wheel)


def test_what_is_said_at_the_step_is_in_ink_forward_and_back(small: Callable[..., tuple[Rig, Console]]) -> None:
    here, made = small(NOTES, "zh")
    seen = [inked(made)]
    for name in ("next", "next", "next", "previous", "previous"):
        go(here, made, name)
        seen.append(inked(made))
    assert seen == [ZH[0], ZH[1], ZH[2], ZH[2], ZH[2], ZH[1]]
    assert {run.colour for line in made.notes._lines for run in line.runs} == {INK, QUIET}


def test_no_marker_is_to_be_read_and_each_part_begins_a_line(small: Callable[..., tuple[Rig, Console]]) -> None:
    _, made = small(NOTES, "en")
    assert made.notes.text.splitlines() == list(EN)


def test_notes_without_markers_are_all_in_ink_at_any_step(small: Callable[..., tuple[Rig, Console]]) -> None:
    here, made = small(plain("One.\nTwo."), "en")
    go(here, made, "next", "next")
    assert inked(made) == "One.Two."


@pytest.mark.parametrize("beside", [True, False])
def test_both_languages_stay_in_step(rig: Make, console: Open, beside: bool) -> None:
    here, made = opened(rig, console, NOTES, "zh", "en", size=(1920, 1080))
    if beside:
        widen(here)
    go(here, made, "next")
    assert ZH[1] in inked(made)
    assert inked(made).replace(ZH[1], "").replace(" ", "") == EN[1].replace(" ", "")
    assert (first(made, ZH[0]).x != first(made, EN[0]).x) is beside
    starts = [min(line.y for line in made.notes._lines if line.text and EN[k].startswith(line.text)) for k in range(3)]
    zh = [first(made, words).y for words in ZH]
    if beside:
        assert zh == starts
    else:
        assert sorted((*zh, *starts)) == [y for pair in zip(zh, starts, strict=True) for y in pair]


@pytest.mark.parametrize("languages", [("zh",), ("zh", "en")])
def test_what_is_said_begins_in_view_at_every_step(rig: Make, console: Open, languages: tuple[str, ...]) -> None:
    here, made = opened(rig, console, LONG, *languages, size=(1920, 1080))
    widen(here)
    made.catch_up()
    bar = made.notes.verticalScrollBar()
    assert bar.value() == 0
    places = [0]
    for step in (1, 2, 3, 2, 1, 0):
        go(here, made, "next" if len(places) <= 3 else "previous")
        places.append(bar.value())
        assert all(in_view(made, first(made, f"{language} {step}.0")) for language in languages)
    assert places[:4] == sorted(set(places[:4]))
    assert places == places[::-1]


def test_who_scrolls_by_hand_is_left_alone_until_the_next_step(small: Callable[..., tuple[Rig, Console]]) -> None:
    here, made = small(LONG, "zh")
    bar = made.notes.verticalScrollBar()
    go(here, made, "next")
    turn(made, 120)
    scrolled = bar.value()
    assert not in_view(made, first(made, "zh 2.0"))
    go(here, made, "freeze", "notes-larger", "notes-usual")
    assert bar.value() == scrolled
    go(here, made, "next")
    assert in_view(made, first(made, "zh 2.0"))


def test_larger_type_and_another_window_keep_in_view_what_is_said(small: Callable[..., tuple[Rig, Console]]) -> None:
    here, made = small(LONG, "zh")
    go(here, made, "next", "next", *("notes-larger",) * 5)
    assert in_view(made, first(made, "zh 2.0"))
    made.resize(1100, 640)
    assert in_view(made, first(made, "zh 2.0"))


def test_another_slide_starts_with_its_own_first_words(small: Callable[..., tuple[Rig, Console]]) -> None:
    here, made = small(LONG, "zh", slides=(1, 1))
    go(here, made, "next")
    turn(made, -120)
    go(here, made, "next")
    assert (here.store.state.at.slide, made.notes.verticalScrollBar().value()) == ("a/s1", 0)


def test_a_step_that_brings_no_words_leaves_the_notes_where_they_are(small: Callable[..., tuple[Rig, Console]]) -> None:
    here, made = small(Text((long("zh", 2),)), "zh")
    go(here, made, "next")
    turn(made, 120)
    scrolled = made.notes.verticalScrollBar().value()
    go(here, made, "next")
    assert made.notes.verticalScrollBar().value() == scrolled
    assert inked(made).startswith("zh 1.0")


def test_the_interpreter_sees_what_is_said_now_in_both_languages(rig: Make, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/s0", 3, notes=NOTES)), animate=False)
    made = Interpreter(here.store, here.fits.measure, "en")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    here.store.dispatch("next")
    made.catch_up()

    def said() -> list[Row]:
        return [row for row in made.now.body._rows if row.cells[0].runs[0].text == "Notes  "]

    qtbot.waitUntil(lambda: said()[1].marked)
    rows = said()
    assert ["".join(run.text for run in row.cells[0].runs[1:]) for row in rows] == list(ZH)
    assert ["".join(run.text for run in row.cells[1].runs) for row in rows] == list(EN)
    tones = [{run.colour for cell in (row.cells[0].runs[1:], row.cells[1].runs) for run in cell} for row in rows]
    assert tones == [{QUIET}, {INK}, {QUIET}]
    assert [row.marked for row in rows] == [False, True, False]


def test_the_interpreter_has_what_is_said_beneath_what_its_step_shows(rig: Make, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/s0", 2, notes=NOTES)), animate=False)
    made = Interpreter(here.store, here.fits.measure, "zh")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    first = [row.split("\t")[0] for row in made.now.body.text.split("\n")]
    places = [first.index(f"备注  {words}") for words in ZH]
    assert places[0] < places[1] < places[2] == len(first) - 1
    here.store.dispatch("next")
    made.catch_up()
    qtbot.waitUntil(lambda: made.now.body._rows[places[1]].marked)
    marked = [k for k, row in enumerate(made.now.body._rows) if row.marked]
    assert marked == list(range(places[0] + 1, places[1] + 1))


def test_lines_are_seen_whole_or_not_at_all_wherever_they_are_scrolled_to(
    small: Callable[..., tuple[Rig, Console]],
) -> None:
    _, made = small(LONG, "zh")
    body, bar = made.notes, made.notes.verticalScrollBar()
    ground = made.grab().toImage().pixel(made.width() - 1, made.height() - 1)
    corner, high = body.viewport().mapTo(made, QPoint(0, 0)), body.viewport().height()
    cut = 0
    for value in range(0, bar.maximum(), 367):
        bar.setValue(value)
        image = made.grab().toImage()
        for _, top, bottom in body._extents():
            first, last = int(top - value), int(bottom - value) + 1
            rows = range(max(0, first), min(high, last))
            inked = any(image.pixel(corner.x() + x, corner.y() + y) != ground for y in rows for x in range(0, 120, 3))
            whole = first >= 0 and last <= high
            cut += bool(rows) and not whole
            assert inked == whole or (inked and first >= -2 and last <= high + 2)
    assert cut


@pytest.mark.parametrize("lines", [2, 7, 12])
def test_above_what_is_said_now_begins_a_whole_line(small: Callable[..., tuple[Rig, Console]], lines: int) -> None:
    parts = ["\n".join(f"{k}.{n}" for n in range(lines)) for k in range(8)]
    here, made = small(Text((("zh", "\n[click]\n".join(parts)),)), "zh", slides=(7,))
    for _ in range(5):
        go(here, made, "next")
        value = made.notes.verticalScrollBar().value()
        assert value in [0, *(int(top) for _, top, _ in made.notes._extents())]
    assert value
