"""The presenter is told when data cannot be read, how old what is shown of it is, and when it can be again."""

import time
from collections.abc import Callable

from msgspec import structs
from pytestqt.qtbot import QtBot

from jn_presenter.model.feed import Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.console.stale import broken_feeds, others, rows
from tests.decks import deck, feed, points_slide, table_slide
from tests.decks import rows as table
from tests.qt.windows.conftest import AFTERNOON, Open, Rig

DATA, OTHER = feed("a"), feed("b")
WHY = Finding(
    code="half-written",
    path="data",
    file="data/a.csv",
    message=Message("文件正在写入", "the file is being written"),
    hint=Message("会自动读取", "it is read by itself"),
)
NOW = time.mktime(AFTERNOON)
Make = Callable[..., Rig]


def stale(seconds: float) -> Snapshot:
    return structs.replace(table(a=1), state="stale", finding=WHY, time_s=NOW - seconds)


def test_only_what_cannot_be_read_is_listed_each_once() -> None:
    broken = stale(1)
    found = tuple(broken_feeds((DATA, OTHER, DATA, feed("unread")), {DATA: broken, OTHER: table(a=1)}))
    assert found == ((DATA, broken),)


def test_a_row_says_which_how_old_and_why() -> None:
    (row,) = rows([(DATA, stale(185))], NOW, "zh")
    assert (row.where, row.what.text, row.what.tone, row.hint) == (
        "数据 data/a.csv",
        "3 分钟前：文件正在写入",
        "amber",
        "会自动读取",
    )
    (row,) = rows([(DATA, Snapshot(state="failed", finding=WHY))], NOW, "en")
    assert row.what.text == "no figures yet: the file is being written"


def test_figures_from_the_future_of_a_clock_set_back_are_new() -> None:
    (row,) = rows([(DATA, stale(-5000))], NOW, "en")
    assert row.what.text.startswith("under a minute old")


def test_what_a_chart_says_of_the_same_data_is_not_said_twice() -> None:
    other = structs.replace(WHY, code="other")
    assert others((("chart", WHY), ("chart", other)), [(DATA, stale(1))]) == (("chart", other),)


def test_the_console_says_so_until_the_data_is_back_and_the_audience_never_sees_it(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here = rig(deck(table_slide("a/bars", DATA), points_slide("a/end")), animate=False)
    here.store.take_snapshots({DATA: table(a=1)})
    made = console(here)
    before = here.audience.stage.grab().toImage()
    words = made.about.text
    here.store.take_snapshots({DATA: stale(185)})
    assert made._later.isActive()
    made.catch_up()
    assert made.about.text.splitlines()[1:4] == [
        "1 problem",
        "data data/a.csv  3 min old: the file is being written",
        "it is read by itself",
    ]
    assert here.audience.stage.grab().toImage() == before
    here.store.take_snapshots({DATA: table(a=1)})
    made.catch_up()
    assert made.about.text == words


def test_the_age_goes_on_by_itself(rig: Make, console: Open) -> None:
    here = rig(deck(table_slide("a/bars", DATA)), animate=False)
    here.store.take_snapshots({DATA: stale(185)})
    made = console(here)
    made.speech.wall = lambda: time.localtime(NOW + 120)
    made.clocks.ticked.emit()
    assert "5 min old" in made.about.text


def test_data_of_slides_far_away_is_no_trouble_now(rig: Make, console: Open) -> None:
    slides = (table_slide("a/bars", DATA), points_slide("a/b", 1, steps=()), points_slide("a/c", 1, steps=()))
    here = rig(deck(*slides), animate=False)
    here.store.take_snapshots({DATA: stale(185)})
    made = console(here)
    here.store.dispatch("last")
    made.catch_up()
    assert "data/a.csv" not in made.about.text


def test_the_next_picture_takes_new_data(rig: Make, console: Open) -> None:
    here = rig(deck(points_slide("a/b", 1, steps=()), table_slide("a/bars", DATA)), animate=False)
    here.store.take_snapshots({DATA: table(a=1, b=2)})
    made = console(here)
    assert made.next.pixmap is not None
    before = made.next.pixmap.toImage()
    here.store.take_snapshots({DATA: table(a=2, b=1)})
    made.catch_up()
    assert made.next.pixmap.toImage() != before
