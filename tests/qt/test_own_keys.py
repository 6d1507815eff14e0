"""The user's own keys follow their file while the show runs."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.qt.keys import Keys
from jn_presenter.qt.own_keys import OwnKeys
from jn_presenter.qt.store import Store
from jn_presenter.show.keymap import DEFAULT, KeyMap
from jn_presenter.show.state import initial
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import loaded

DECK = deck(points_slide("a/one"))


class Desk:
    """A show's keys, and what was told of them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store(loaded(DECK), initial(DECK, animate=False))
        self.keys = Keys(self.store)
        self.own = OwnKeys(self.store, self.keys, path)
        self.heard: list[KeyMap] = []
        self.own.changed.connect(self.heard.append)
        self.own.follow()

    @property
    def calls(self) -> str | None:
        """What J calls."""
        return self.keys.keymap.pressed[""].get("J")

    @property
    def wrong(self) -> list[str]:
        return [problem.code for problem in self.store.problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "jn-presenter" / "keys.yaml"


@pytest.fixture
def desk(qtbot: QtBot, path: Path) -> Iterator[Desk]:
    made = Desk(path)
    yield made
    made.own.stop()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_file_that_comes_changes_and_goes_is_followed(qtbot: QtBot, desk: Desk) -> None:
    assert desk.keys.keymap == DEFAULT
    for text, calls in (("next: [J]\n", "next"), ("freeze: [J]\n", "freeze")):
        write(desk.path, text)
        qtbot.waitUntil(lambda calls=calls: desk.calls == calls)
    desk.path.unlink()
    qtbot.waitUntil(lambda: desk.keys.keymap == DEFAULT)
    assert len(desk.heard) == 3


def test_what_is_wrong_is_a_problem_of_the_show_until_it_is_right(
    qtbot: QtBot, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    write(desk.path, "next: [J]\n")
    qtbot.waitUntil(lambda: desk.calls == "next")
    with caplog.at_level(logging.WARNING), qtbot.waitSignal(desk.store.deck_changed):
        write(desk.path, "next: [J]\nstyle: [Oops]\n")
    assert (desk.calls, desk.wrong) == ("next", ["unknown-key-name"])
    with qtbot.waitSignal(desk.store.deck_changed):
        write(desk.path, "next: [J\n")
    assert (desk.calls, desk.wrong) == ("next", ["bracket"]), "the last good keys stay"
    assert len(caplog.records) == 4, "both in two languages"
    with qtbot.waitSignal(desk.store.deck_changed):
        write(desk.path, "freeze: [J]\n")
    assert (desk.calls, desk.wrong) == ("freeze", [])
    caplog.clear()
