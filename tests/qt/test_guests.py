"""A show made out for guests that a power cut has ended, and the deck that follows the state to other guests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from jn_presenter.load import Loaded, load_deck
from jn_presenter.load.making_out import with_visit
from jn_presenter.qt.journal import Journal
from jn_presenter.qt.recorder import Recorder
from jn_presenter.qt.store import Store
from jn_presenter.show.journal import encode, entry
from jn_presenter.show.state import Place, initial
from tests.e2e import decks

WALL = 1.7e9
"""Seconds since 1970."""


@pytest.fixture
def plain(tmp_path: Path) -> Loaded:
    folder = decks.write(tmp_path / "deck")
    (folder / "visits").mkdir()
    (folder / "visits/zurich.yaml").write_text("delegation: Zurich\nhide: [a/two]\n")
    return load_deck(folder)


@pytest.fixture
def offered(qtbot: QtBot, plain: Loaded, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """A show of the plain deck to which one for guests is offered; what that was is written before."""
    guests = with_visit(plain, "zurich").deck
    state = structs.replace(initial(guests, animate=False), hidden=frozenset({"a/two"}))
    path = tmp_path / "x.journal"
    path.write_bytes(encode(entry(state, guests, 0.0, WALL * 1000.0)))
    made: list[Journal] = []

    def make() -> Store:
        store = Store(plain, initial(plain.deck, animate=False), lambda: 0.0)
        made.append(Journal(store, Recorder(path, None), store.state, lambda: WALL))
        made[0].begin()
        qtbot.waitUntil(lambda: store.state.offered is not None)
        return store

    yield make
    for journal in made:
        journal.stop()


def test_a_resumed_show_has_its_guests_again(offered: Callable[[], Store]) -> None:
    store = offered()
    changes: list[str] = []
    store.deck_changed.connect(lambda: changes.append(store.deck.order[0]))
    assert store.deck.visit is None
    store.dispatch("resume")
    assert store.deck.visit is not None
    assert (store.state.guests, store.state.shown) == ("zurich", Place("visit/welcome"))
    assert store.state.hidden == {"a/two"}
    assert changes == ["visit/welcome"]


def test_a_show_begun_anew_stays_without_guests(offered: Callable[[], Store]) -> None:
    store = offered()
    store.dispatch("begin-anew")
    assert (store.deck.visit, store.state.guests, store.state.shown) == (None, "", Place("a/one"))


def test_a_visit_that_is_gone_costs_the_show_its_guests_alone(
    plain: Loaded, offered: Callable[[], Store], caplog: pytest.LogCaptureFixture
) -> None:
    Path(plain.deck.folder, "visits/zurich.yaml").unlink()
    store = offered()
    assert "没有来访文件" in caplog.text
    caplog.clear()
    store.dispatch("resume")
    assert (store.deck.visit, store.state.guests) == (None, "")
    assert store.state.shown == Place("a/one")


def test_a_visit_that_goes_while_the_question_is_open_is_asked_for_once(
    plain: Loaded, offered: Callable[[], Store], caplog: pytest.LogCaptureFixture
) -> None:
    store = offered()
    Path(plain.deck.folder, "visits/zurich.yaml").unlink()
    store.dispatch("resume")
    store.dispatch("next")
    assert caplog.text.count("没有来访文件") == 1
    caplog.clear()
    assert store.state.shown.slide in plain.deck.order
