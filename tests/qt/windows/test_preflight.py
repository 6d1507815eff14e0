"""The pre-flight lies over the console: it fills by itself, its keys call nothing, and the audience sees none of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jn_presenter.load.making_out import with_visit
from jn_presenter.model.deck import Slide
from jn_presenter.model.feed import Snapshot
from jn_presenter.model.text import Text
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.seats import place
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console import inspection as module
from jn_presenter.qt.windows.console.checklist import NARROWEST, headline, page
from jn_presenter.qt.windows.console.look import TITLE_PX, Look
from jn_presenter.qt.windows.console.preflight import Preflight
from jn_presenter.show.keymap import keymap, merged
from jn_presenter.show.preflight import Check
from tests.decks import bars_slide, deck, feed, points_slide, rows, table_slide, text
from tests.qt.windows.conftest import AFTERNOON, Open, Rig, loaded
from tests.visited_deck import PAST, visited

Make = Callable[..., Rig]
Key = Qt.Key
NUMBERED = pytest.mark.qt_log_ignore("This plugin does not support raise")
LONG = text("放不下的话" * 2000, "Words " * 2000)


def opened(
    here: Rig, console: Open, qtbot: QtBot, language: str = "en", size: tuple[int, int] = (1366, 768)
) -> tuple[Console, Preflight]:
    made = console(here, language, size)
    made.installEventFilter(here.keys)
    made.catch_up()
    qtbot.keyClick(made, Key.Key_F9)
    return made, made.overlays.preflight


def looked(part: Preflight, qtbot: QtBot) -> None:
    """Wait until every slide was looked at, and what that came to is told."""
    inspection = part.inspection
    qtbot.waitUntil(lambda: not inspection._left and not inspection._next.isActive() and not part._later.isActive())
    part.fill()


def check(part: Preflight, key: str) -> Check:
    return next(check for check in part.checks if check.key == key)


def two() -> tuple[Slide, Slide]:
    return points_slide("a/one"), points_slide("a/two")


def titled(name: str, title: Text) -> Slide:
    return structs.replace(points_slide(name), title=title)


def test_a_key_shows_it_on_the_console_and_the_audience_sees_nothing(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    before = here.audience.grab().toImage()
    made, part = opened(here, console, qtbot)
    looked(part, qtbot)
    assert (part.isVisible(), part.geometry()) == (True, made.rect())
    assert here.audience.grab().toImage() == before
    assert here.store.state.at.slide == "a/one"


def test_it_fills_by_itself_slide_by_slide_and_says_how_far_it_is(
    rig: Make, console: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fitted: list[str] = []
    fit = module.fit_slide
    monkeypatch.setattr(
        module, "fit_slide", lambda deck, slide, *more: fitted.append(slide.id) or fit(deck, slide, *more)
    )
    here = rig(deck(*two(), points_slide("a/three")), animate=False)
    _, part = opened(here, console, qtbot)
    assert (check(part, "fit").state, fitted) == ("waiting", [])
    part.inspection.look()
    part.fill()
    assert (check(part, "fit").said.en, fitted) == ("Looking at 1 of 3", ["a/one"])
    looked(part, qtbot)
    assert (check(part, "fit").state, fitted) == ("green", ["a/one", "a/two", "a/three"])


def test_slides_are_looked_at_as_the_audience_has_them(rig: Make, console: Open, qtbot: QtBot) -> None:
    untranslated = titled("a/two", Text((("zh", "题"),)))
    here = rig(deck(points_slide("a/one"), untranslated), animate=False)
    _, part = opened(here, console, qtbot)
    looked(part, qtbot)
    assert check(part, "translated").state == "green"
    here.store.dispatch("language")
    part.fill()
    assert check(part, "fit").state == "waiting"
    looked(part, qtbot)
    found = check(part, "translated")
    assert (found.state, [item.slide for item in found.items]) == ("look", ["a/two"])


def test_what_does_not_fit_is_found_and_enter_goes_to_its_slide(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/one"), titled("a/two", LONG)), animate=False)
    _, part = opened(here, console, qtbot)
    looked(part, qtbot)
    assert check(part, "fit").state == "wrong"
    qtbot.keyClick(part, Key.Key_Return)
    assert here.store.state.at.slide == "a/one"
    qtbot.keyClick(part, Key.Key_Down)
    qtbot.keyClick(part, Key.Key_Return)
    assert (here.store.state.at.slide, here.store.state.overlay) == ("a/two", "")
    assert here.store.state.back is not None
    assert here.store.state.back.slide == "a/one"


def test_a_press_on_a_finding_goes_to_its_slide(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/one"), bars_slide("a/bars")), animate=False)
    _, part = opened(here, console, qtbot)
    looked(part, qtbot)
    (row,) = part.page.rows
    at = part._placed(row.rect).center().toPoint()
    qtbot.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert here.store.state.at.slide == "a/bars"


def test_keys_of_a_clicker_are_told_and_call_nothing(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    _, part = opened(here, console, qtbot)
    state = here.store.state
    for key in (Key.Key_PageDown, Key.Key_Period, Key.Key_F5, Key.Key_Escape, Key.Key_PageUp):
        qtbot.keyClick(part, key)
    assert here.store.state is state
    found = check(part, "clicker")
    assert (found.state, found.items[0].what.en) == ("green", "PgUp → Previous step")


def test_escape_leaves_only_at_its_second_press_and_f9_at_once(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    made, part = opened(here, console, qtbot)
    qtbot.keyClick(part, Key.Key_Escape)
    assert part.isVisible()
    qtbot.keyClick(part, Key.Key_Escape)
    assert (part.isVisible(), here.store.state.overlay, here.store.state.blank) == (False, "", "none")
    qtbot.keyClick(made, Key.Key_F9)
    assert (part.isVisible(), part.clicker.presses) == (True, ())
    qtbot.keyClick(part, Key.Key_F9)
    assert not part.isVisible()


@NUMBERED
def test_it_stops_when_it_is_put_away(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    _, part = opened(here, console, qtbot)
    part.identify()
    here.store.dispatch("overlay-none")
    timers = (part.inspection._next, part._later, part._second)
    assert not any(timer.isActive() for timer in timers)
    assert part.numbers.panels == ()
    here.store.deck_changed.emit()
    assert not any(timer.isActive() for timer in timers)


@NUMBERED
def test_numbers_are_on_the_screens_only_when_they_are_asked_for(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    _, part = opened(here, console, qtbot)
    looked(part, qtbot)
    assert part.numbers.panels == ()
    part.roles = lambda: {place(QGuiApplication.primaryScreen()): ("audience",)}
    qtbot.keyClick(part, Key.Key_I)
    assert [(panel.number, panel.role) for panel in part.numbers.panels] == [("1", "audience")]
    (button, _) = part.page.buttons
    part.numbers.hide()
    at = part._placed(button.rect).center().toPoint()
    qtbot.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(part.numbers.panels) == 1


def test_the_button_puts_it_away(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    _, part = opened(here, console, qtbot)
    at = part._placed(part.page.buttons[1].rect).center().toPoint()
    qtbot.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not part.isVisible()


def test_data_that_comes_in_is_told_and_what_shows_it_is_looked_at_again(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    data = feed("x")
    here = rig(deck(points_slide("a/one"), table_slide("a/table", data)), animate=False)
    _, part = opened(here, console, qtbot)
    looked(part, qtbot)
    assert check(part, "feeds").state == "waiting"
    first = part.inspection.seen
    here.store.take_snapshots({data: rows(a=1)})
    looked(part, qtbot)
    part.fill()
    looked(part, qtbot)
    assert check(part, "feeds").state == "green"
    second = part.inspection.seen
    assert (second["a/one"] is first["a/one"], second["a/table"] is first["a/table"]) == (True, False)
    here.store.take_snapshots({data: rows(a=2)})
    part.fill()
    assert part.inspection.seen["a/table"] is second["a/table"]
    here.store.take_snapshots({data: Snapshot(state="failed")})
    looked(part, qtbot)
    assert check(part, "feeds").state == "wrong"


def test_a_reload_is_followed(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/one"), titled("a/two", LONG)), animate=False)
    _, part = opened(here, console, qtbot)
    looked(part, qtbot)
    assert check(part, "fit").state == "wrong"
    here.store.take(loaded(structs.replace(here.store.deck, slides={slide.id: slide for slide in two()})))
    part.fill()
    looked(part, qtbot)
    assert check(part, "fit").state == "green"


def test_it_is_read_out_what_all_comes_to(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    _, part = opened(here, console, qtbot, "zh")
    looked(part, qtbot)
    assert "每个字都有" in part.accessibleName()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "scale"), [(440, 0.75), (1318, 1.0), (3696, 2.8), (700, 1.0)])
def test_nothing_of_it_stands_in_anothers_place(
    rig: Make, console: Open, qtbot: QtBot, language: str, width: int, scale: float
) -> None:
    here = rig(deck(titled("a/one", LONG), bars_slide("a/bars")), animate=False)
    _, part = opened(here, console, qtbot)
    for key in (Key.Key_PageDown, Key.Key_F5):
        qtbot.keyClick(part, key)
    looked(part, qtbot)
    look = Look(scale)
    made = page(part.checks, float(width), look, QtMeasure(), language, {"numbers": "I", "close": "F9"})
    assert len(made.signs) == len(part.checks)
    assert {row.slide for row in made.rows} == {"a/one", "a/bars"}
    boxes = [*(button.rect for button in made.buttons), *(row.rect for row in made.rows), *(s.rect for s in made.signs)]
    for k, box in enumerate(boxes):
        assert box.x >= -look.unit
        assert box.right <= width + 1
        assert box.bottom <= made.height + 1
        for other in boxes[k + 1 :]:
            assert not (box.x < other.right and other.x < box.right and box.y < other.bottom and other.y < box.bottom)
    assert all(line.x >= 0 and line.x + line.width <= width + 1 for line in made.lines)
    lefts = {round(sign.rect.x) for sign in made.signs}
    assert len(lefts) == (2 if width >= 2 * NARROWEST * look.unit + 6 * look.unit else 1)


def test_the_headline_counts_what_is_to_be_done(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/one"), titled("a/two", LONG)), animate=False)
    _, part = opened(here, console, qtbot)
    assert headline(part.checks)[0].en == "Looking…"
    looked(part, qtbot)
    assert headline(part.checks)[0].en == "1 thing to see to first"
    assert headline(tuple(structs.replace(check, state="green") for check in part.checks))[0].zh == "可以开始"


def test_its_buttons_name_the_users_own_keys(rig: Make, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    own = keymap(merged({"preflight-close": ("Esc", "F12")}))
    made = Console(here.store, here.clock, here.fits, here.audience.stage.image, "en", lambda: AFTERNOON, own)
    qtbot.addWidget(made)
    made.show()
    here.store.dispatch("preflight")
    part = made.overlays.preflight
    assert any(line.text == "Close  F12" for line in part.page.lines)
    qtbot.keyClick(part, Key.Key_F9)
    assert part.clicker.presses == (("F9", "preflight"),)


def test_the_names_of_a_visit_stand_at_the_head_and_large_in_every_language(
    rig: Make, console: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    made_out = with_visit(visited(tmp_path), PAST)
    here = rig(made_out.deck, animate=False)
    _, part = opened(here, console, qtbot)
    large = {
        run.text for line in part.page.lines for run in line.runs if run.font == part.look.font(TITLE_PX, bold=True)
    }
    assert {"昨日团", "Yesterday"} <= large
    assert part.page.rows[0].slide == "visit/welcome"


def test_the_font_of_each_language_that_is_read_is_told(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*two()), animate=False)
    _, part = opened(here, console, qtbot)
    scripts = check(part, "scripts")
    assert scripts.state == "green"
    assert "JN Sans SC" in scripts.items[0].what.en
