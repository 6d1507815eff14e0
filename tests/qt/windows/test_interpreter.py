"""The interpreter's window follows the show after the audience, and steers nothing."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import count

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jn_presenter.elements.points import Points
from jn_presenter.model.deck import Briefing, Deck, Slide, Target, Theme
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.fields import FactId
from jn_presenter.model.glossary import Term
from jn_presenter.model.text import Text, plain
from jn_presenter.qt.windows.dark import ACCENT, TONES
from jn_presenter.qt.windows.interpreter import Interpreter
from jn_presenter.qt.windows.interpreter.window import KEPT, LONG_MS
from tests.decks import NIGHT
from tests.qt.windows.conftest import Rig, loaded

Make = Callable[..., Rig]
Open = Callable[..., Interpreter]
FACTS = Facts({"part": Fact(id="part", kind="achieved", label=plain("P"), value=Decimal(47))})
TERMS = (Term(name=Text((("zh", "电网"), ("en", "grid")))), Term(name=Text((("zh", "绿化"), ("en", "green cover")))))


def both(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


POINTS = Points(items=(both("占<part>", "<part> of it"), both("第二", "second"), both("电网", "the grid")))
ONE = Slide(
    id="a/one",
    theme="a",
    layout="points",
    title=both("甲标题", "First title"),
    slots=(("points", (POINTS,)),),
    steps=tuple((Target("points", k),) for k in (1, 2, 3)),
    notes=both("备忘", "Speech"),
)
TWO = Slide(
    id="a/two",
    theme="a",
    layout="points",
    title=both("绿化", "Green cover"),
    slots=(("points", (Points(items=(Text((("zh", "只有中文"),)), plain("5G"))),)),),
)


def deck(*slides: Slide, languages: tuple[str, ...] = ("zh", "en")) -> Deck:
    return Deck(
        folder="",
        briefing=Briefing(title=both("简报", "Briefing"), languages=languages, styles=("night",)),
        themes=(Theme(id="a", title=both("甲", "A"), slides=tuple(slide.id for slide in slides)),),
        order=tuple(slide.id for slide in slides),
        slides={slide.id: slide for slide in slides},
        facts=FACTS,
        glossary=TERMS,
        styles={"night": NIGHT},
    )


TEXTS = deck(ONE, TWO)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[Open]:
    windows: list[Interpreter] = []

    def make(rig: Rig, language: str = "en", size: tuple[int, int] = (1366, 768)) -> Interpreter:
        # a clock that stands: all is said at once, however busy the machine is
        made = Interpreter(rig.store, rig.fits.measure, language, clock=lambda: 0.0)
        rig.audience.projector.settled.connect(made.audience_painted)
        made.resize(*size)
        windows.append(made)
        made.show()
        qtbot.waitExposed(made)
        return made

    yield make
    for window in windows:
        window.hide()
        window.deleteLater()


def colours(view: Interpreter) -> dict[str, set[str]]:
    """What is said of the present slide in the first column -> its colours and whether it is bold."""
    found = {}
    for row in view.now.body._rows:
        cell = row.cells[0]
        words = "".join(run.text for run in cell.runs)
        found[words] = {run.colour for run in cell.runs} | ({"bold"} if cell.runs[0].font.bold else set())
    return found


def test_both_languages_stand_on_one_line_with_the_notes_beneath(rig: Make, view: Open) -> None:
    made = view(rig(TEXTS))
    assert made.now.body.text.split("\n") == [
        "甲标题\tFirst title",
        "占47\t47 of it",
        "第二\tsecond",
        "电网\tthe grid",
        "Notes",
        "备忘\tSpeech",
    ]
    head = made.now.head.text.replace("\u00a0", " ")
    assert head == "中文   Now  slide 1 of 2 · step 0 of 3\tEnglish"
    assert made.next.head.text == "Next slide  slide 2 of 2"
    assert made.next.body.text.split("\n")[0] == "绿化\tGreen cover"


def test_a_row_begins_on_one_line_in_both_columns(rig: Make, view: Open) -> None:
    lines = view(rig(TEXTS)).now.body._lines
    first, second = (next(line for line in lines if line.runs[0].text == words) for words in ("第二", "second"))
    assert first.y == second.y
    assert first.x < second.x


def test_the_steps_words_are_stressed_figures_stand_out_and_the_rest_is_quiet(
    rig: Make, view: Open, qtbot: QtBot
) -> None:
    here = rig(TEXTS, animate=False)
    made = view(here)
    here.store.dispatch("next")
    qtbot.waitUntil(lambda: colours(made)["占47"] == {TONES["ink"], ACCENT, "bold"})
    here.store.dispatch("next")
    qtbot.waitUntil(lambda: colours(made)["第二"] == {TONES["ink"], "bold"})
    assert colours(made)["甲标题"] == {TONES["ink"]}
    assert colours(made)["占47"] == {TONES["ink"], ACCENT}
    assert colours(made)["电网"] == {TONES["quiet"]}
    assert [row.marked for row in made.now.body._rows] == [False, False, True, False, False, False]


def test_nothing_is_stressed_on_a_slide_that_is_all_there_at_once(rig: Make, view: Open, qtbot: QtBot) -> None:
    here = rig(TEXTS, animate=False)
    made = view(here)
    here.store.dispatch("last")
    qtbot.waitUntil(lambda: colours(made).get("绿化") == {TONES["ink"]})
    assert not any(row.marked for row in made.now.body._rows)


def test_line_breaks_of_the_slide_are_none_here_but_those_of_the_notes_are(rig: Make, view: Open) -> None:
    broken = structs.replace(ONE, title=both("甲\n乙", "First\ntitle"), notes=both("备\n忘", "Spee\nch"))
    said = view(rig(deck(broken, TWO))).now.body.text
    assert "甲乙\tFirst title" in said
    assert "备\n忘\tSpee\nch" in said


def test_a_caption_that_needs_two_lines_has_them(rig: Make, view: Open) -> None:
    made = view(rig(TEXTS), size=(520, 1000))
    assert made.now.head.length > made.next.head.length
    assert made.now.head.height() >= made.now.head.length
    assert made.now.body.y() >= made.now.head.y() + made.now.head.height()


def test_figures_and_names_of_now_come_before_those_of_next(rig: Make, view: Open, qtbot: QtBot) -> None:
    here = rig(TEXTS, animate=False)
    made = view(here)
    assert made.figures.body.text.split("\n") == ["47  P", "47  P"]
    assert made.names.body.text.split("\n") == ["电网", "grid", "Next slide", "绿化", "green cover"]
    here.store.dispatch("last")
    qtbot.waitUntil(lambda: made.names.body.text == "绿化\ngreen cover")
    assert made.figures.body.isHidden()
    assert made.names.head.geometry().top() == made.now.head.geometry().top()


def test_a_language_that_a_text_lacks_says_so_in_its_column(rig: Make, view: Open, qtbot: QtBot) -> None:
    here = rig(TEXTS, animate=False)
    made = view(here)
    here.store.dispatch("last")
    qtbot.waitUntil(lambda: "只有中文\t(no translation)\n5G\t5G" in made.now.body.text)
    assert made.next.head.text == "Next slide  end of show"
    assert made.next.body.text == ""


def test_it_waits_until_the_audiences_motion_is_over_but_not_for_long_ones(rig: Make, view: Open, qtbot: QtBot) -> None:
    here = rig(TEXTS)
    made = view(here)
    here.tick(LONG_MS)
    here.store.dispatch("next")
    made.catch_up()
    assert colours(made)["占47"] == {TONES["quiet"]}
    here.tick(LONG_MS)
    made.catch_up()
    assert "bold" in colours(made)["占47"]
    state = here.store.state
    here.store.dispatch("next")
    motion = here.store.state.motion
    assert motion is not None
    here.store.state = structs.replace(here.store.state, motion=structs.replace(motion, duration_ms=LONG_MS + 1))
    made.catch_up()
    assert "bold" in colours(made)["第二"]
    assert state.shown.step == 1


def test_it_works_a_moment_at_a_time_so_that_keys_come_in_between(rig: Make, view: Open, qtbot: QtBot) -> None:
    here = rig(TEXTS, animate=False)
    made = view(here)
    ticks = count(step=1000)
    made._clock = lambda: float(next(ticks))  # whatever it does takes too long
    here.store.dispatch("last")
    made.catch_up()
    seen = [("甲标题" in made.now.body.text, "绿化" in made.next.body.text)]
    while made._rest is not None:
        made._say_on()
        seen.append(("甲标题" in made.now.body.text, "绿化" in made.next.body.text))
    assert len(seen) > 6
    assert list(dict.fromkeys(seen)) == [(True, True), (False, True), (False, False)]


def test_what_it_was_saying_of_a_slide_is_dropped_for_the_next_change(rig: Make, view: Open, qtbot: QtBot) -> None:
    here = rig(TEXTS, animate=False)
    made = view(here)
    ticks = count(step=1000)
    made._clock = lambda: float(next(ticks))
    here.store.dispatch("last")
    made.catch_up()
    here.store.dispatch("first")
    made.catch_up()
    qtbot.waitUntil(lambda: made._rest is None)
    assert "甲标题" in made.now.body.text
    assert "绿化" in made.next.body.text


def test_frozen_it_stays_with_the_audience_and_next_is_where_the_presenter_is(
    rig: Make, view: Open, qtbot: QtBot
) -> None:
    here = rig(TEXTS, animate=False)
    made = view(here)
    here.store.dispatch("freeze")
    here.store.dispatch("last")
    qtbot.waitUntil(lambda: "Frozen" in made.now.head.text)
    assert "甲标题" in made.now.body.text
    assert "绿化" in made.next.body.text


KEYS = [Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_B, Qt.Key.Key_F, Qt.Key.Key_Escape, Qt.Key.Key_L, Qt.Key.Key_I]


@pytest.mark.parametrize("key", [*KEYS, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End])
def test_no_key_in_it_steers_the_show(rig: Make, view: Open, qtbot: QtBot, key: Qt.Key) -> None:
    here = rig(TEXTS, interpreter=True)
    made, before = view(here), here.store.state
    qtbot.keyClick(made, key)
    qtbot.keyClick(made, key, Qt.KeyboardModifier.ControlModifier)
    assert here.store.state is before


def test_it_scrolls_by_itself_to_the_step_and_then_by_its_own_keys(rig: Make, view: Open, qtbot: QtBot) -> None:
    items = tuple(both(f"第{k}条", f"Item {k}") for k in range(24))
    steps = tuple((Target("points", k),) for k in range(1, 25))
    here = rig(deck(structs.replace(ONE, slots=(("points", (Points(items=items),)),), steps=steps)), animate=False)
    made = view(here)
    bar = made.now.body.verticalScrollBar()
    assert bar.value() == 0
    here.store.dispatch("jump", slide="a/one", step=20)
    qtbot.waitUntil(lambda: bar.value() > 0)
    ((top, bottom),) = made.now.body._marked
    assert bar.value() <= top
    assert bottom <= bar.value() + made.now.body.viewport().height()
    reached = bar.value()
    for key, moved in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Home, -1), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_End, 1)):
        before = bar.value()
        qtbot.keyClick(made, key)
        assert (bar.value() - before) * moved > 0
    made.catch_up()
    assert bar.value() == bar.maximum()  # the same step: it stays where the interpreter has scrolled
    here.store.dispatch("jump", slide="a/one", step=0)
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert reached > 0


def test_the_step_stays_to_be_seen_when_type_grows_or_the_window_shrinks(rig: Make, view: Open) -> None:
    items = tuple(both(f"第{k}条", f"Item {k}") for k in range(24))
    steps = tuple((Target("points", k),) for k in range(1, 25))
    long = deck(structs.replace(ONE, slots=(("points", (Points(items=items),)),), steps=steps))
    here = rig(long, animate=False)
    here.store.dispatch("jump", slide="a/one", step=20)
    made = view(here)
    body = made.now.body

    def seen() -> bool:
        ((top, bottom),) = body._marked
        return body.verticalScrollBar().value() <= top and bottom <= body.verticalScrollBar().value() + body.height()

    assert seen()
    made.resized(3)
    assert seen()
    made.resize(1024, 600)
    assert seen()


def test_type_grows_and_shrinks_by_its_own_keys(rig: Make, view: Open, qtbot: QtBot) -> None:
    made = view(rig(TEXTS))
    control = Qt.KeyboardModifier.ControlModifier

    def size() -> float:
        return made.now.body._rows[1].cells[0].runs[0].font.size

    usual = size()
    assert usual >= 22
    qtbot.keyClick(made, Qt.Key.Key_Equal, control)
    assert size() > usual
    qtbot.keyClick(made, Qt.Key.Key_0, control)
    assert size() == usual
    for _ in range(20):
        qtbot.keyClick(made, Qt.Key.Key_Minus, control)
    assert 0.65 * usual < size() < usual


def test_closing_it_puts_it_away_and_the_show_goes_on(rig: Make, view: Open, qtbot: QtBot) -> None:
    here = rig(TEXTS, interpreter=True)
    made = view(here)
    made.close()
    assert here.store.state.interpreter is False
    assert (here.store.state.leaving, here.store.state.asking) == (False, "")
    assert made.isVisible()  # only the desk hides windows


def test_a_column_takes_another_language_when_its_head_is_pressed(rig: Make, view: Open, qtbot: QtBot) -> None:
    title = Text((("zh", "标题"), ("en", "Title"), ("ja", "題")))
    here = rig(deck(structs.replace(ONE, title=title), TWO, languages=("zh", "en", "ja")))
    made = view(here)
    head = made.now.head.viewport()

    def press(share: float) -> str:
        place = head.rect().center()
        place.setX(int(head.width() * share))
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=place)
        return made.now.body.text.split("\n")[0]

    assert press(0.9) == "标题\t題"
    assert press(0.9) == "題\t标题"  # that of the other column: they change places
    assert press(0.1) == "标题\t題"
    assert press(0.1) == "Title\t題"
    assert here.store.state.languages == ("zh",)


def test_a_briefing_of_one_language_has_one_column(rig: Make, view: Open) -> None:
    made = view(rig(deck(ONE, languages=("zh",))))
    made.change_language(0)
    assert made.now.body.text.split("\n")[0] == "甲标题"


def test_a_reloaded_deck_is_read_anew_and_only_a_few_pages_are_kept(rig: Make, view: Open, qtbot: QtBot) -> None:
    slides = [structs.replace(TWO, id=f"a/s{k}") for k in range(10)]
    here = rig(deck(*slides), animate=False)
    made = view(here)
    for _ in range(9):
        here.store.dispatch("next")
        made.catch_up()
    assert len(made._pages) <= KEPT
    assert made.figures.body.text == ""
    counted = structs.replace(slides[9], facts=(FactId("part"),))
    here.store.take(loaded(deck(*slides[:9], counted)))
    qtbot.waitUntil(lambda: "47" in made.figures.body.text)
    corrected = Facts({"part": structs.replace(FACTS.facts["part"], value=Decimal(48))})
    here.store.take(loaded(structs.replace(deck(*slides[:9], counted), facts=corrected)))
    qtbot.waitUntil(lambda: "48" in made.figures.body.text)
    changed = structs.replace(slides[9], title=both("新标题", "New title"))
    here.store.take(loaded(deck(*slides[:9], changed)))
    qtbot.waitUntil(lambda: "新标题" in made.now.body.text)


def test_a_slide_that_is_still_to_be_read_is_left_blank(rig: Make, view: Open) -> None:
    half = structs.replace(TEXTS, slides={"a/one": ONE}, pending=frozenset({"a/two"}))
    here = rig(TEXTS, animate=False)
    here.store.loaded = loaded(half)
    assert view(here).next.body.text == ""
