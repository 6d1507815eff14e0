"""The one holder of deck and state: commands, slides read when they are needed, and decks that change underneath."""

from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from jn_presenter.load import Loaded, load_deck, load_index, with_slides
from jn_presenter.qt.store import Store
from jn_presenter.show.state import Place, ShowState, initial
from tests.decks import feed, rows
from tests.e2e import decks

pytestmark = pytest.mark.usefixtures("qapp")


def store_of(loaded: Loaded, start: str = "a/one") -> Store:
    """A show whose first slide alone is read."""
    read = with_slides(loaded, (start,))
    return Store(read, initial(read.deck, start=start, animate=False), lambda: 1000.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return decks.write(tmp_path / "deck")


@pytest.fixture
def store(folder: Path) -> Store:
    return store_of(load_index(folder))


def break_slides(folder: Path, *names: str) -> None:
    for name in names:
        Path(folder, "a", f"{name}.yaml").write_text("layout: points\n", encoding="utf-8")


def test_a_command_makes_a_new_state_and_says_so_once(qtbot: QtBot, store: Store) -> None:
    heard: list[tuple[ShowState, ShowState]] = []
    store.changed.connect(lambda old, new: heard.append((old, new)))
    old = store.state
    store.dispatch("next")
    assert heard == [(old, store.state)]
    assert store.state.at == Place("a/one", 1)


def test_a_listener_that_changes_the_show_leaves_all_others_the_order_in_which_it_changed(
    store: Store, folder: Path
) -> None:
    heard: dict[str, list[tuple[ShowState, ShowState]]] = {"before": [], "after": []}
    store.changed.connect(lambda old, new: heard["before"].append((old, new)))

    def change(_old: ShowState, new: ShowState) -> None:
        if new.blank == "none":
            store.dispatch("blank-black")
            assert store.state.blank == "black"  # the state counts at once; only the news of it has to wait
            store.take(load_deck(folder))

    store.changed.connect(change)
    store.changed.connect(lambda old, new: heard["after"].append((old, new)))
    start = store.state
    store.dispatch("next")
    assert heard["before"] == heard["after"]
    blanks = [(old.blank, new.blank) for old, new in heard["after"]]
    assert blanks == [("none", "none"), ("none", "black"), ("black", "black")]
    assert (heard["after"][0][0], heard["after"][-1][1]) == (start, store.state)
    store.dispatch("previous")
    assert heard["after"][-1][1] is store.state


def test_a_command_that_changes_nothing_is_silent(qtbot: QtBot, store: Store) -> None:
    with qtbot.assertNotEmitted(store.changed):
        store.dispatch("show")


def test_a_command_that_does_not_exist_is_a_mistake_of_ours(store: Store) -> None:
    with pytest.raises(KeyError):
        store.dispatch("nxet")


def test_a_slide_is_read_once_when_it_is_needed(qtbot: QtBot, store: Store) -> None:
    assert "a/two" in store.deck.pending
    with qtbot.waitSignal(store.deck_changed):
        assert store.need("a/two", "a/one")
    assert "a/two" in store.deck.slides
    with qtbot.assertNotEmitted(store.deck_changed):
        assert not store.need("a/two", "a/one", "a/unheard-of")


def test_a_jump_into_a_slide_not_read_yet_reaches_the_step_asked_for(store: Store) -> None:
    store.dispatch("jump", slide="a/three", step=1)
    assert store.state.at == Place("a/three", 1)
    assert "a/two" in store.deck.pending


def test_back_into_a_slide_not_read_yet_is_to_its_last_step(folder: Path) -> None:
    store = store_of(load_index(folder), "a/two")
    store.dispatch("previous")
    assert store.state.at == Place("a/one", 2)


def test_slides_that_turn_out_broken_on_the_way_are_passed(folder: Path) -> None:
    break_slides(folder, "two", "three")
    store = store_of(load_index(folder))
    for _ in range(3):
        store.dispatch("next")
    assert store.state.at == Place("a/four")
    store.dispatch("previous")
    assert store.state.at == Place("a/one", 2)


def test_no_number_of_broken_slides_leads_to_one_of_them(tmp_path: Path) -> None:
    pages = tuple(decks.Page(name=f"s{n}", number=n) for n in range(100, 130))
    folder = decks.write(tmp_path / "deck", pages)
    break_slides(folder, *(page.name for page in pages[1:-1]))
    store = store_of(load_index(folder), "a/s100")
    store.dispatch("next")
    assert store.state.at == Place("a/s129")


def test_where_all_that_follows_is_broken_the_show_stays(folder: Path) -> None:
    break_slides(folder, "two", "three", "four")
    store = store_of(load_index(folder))
    for _ in range(4):
        store.dispatch("next")
    assert store.state.at == Place("a/one", 2)


def test_a_deck_read_anew_is_told_before_the_state_that_goes_with_it(store: Store, folder: Path) -> None:
    store.dispatch("jump", slide="a/three", step=1)
    told: list[str] = []
    store.deck_changed.connect(lambda: told.append("deck"))
    store.changed.connect(lambda *_: told.append(store.state.at.slide))
    theme = folder / "a" / "theme.yaml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("three, ", ""), encoding="utf-8")
    store.take(load_deck(folder))
    assert told == ["deck", "a/four"]


def test_new_problems_alone_leave_the_state_as_it_is(qtbot: QtBot, store: Store) -> None:
    before = store.state
    with qtbot.waitSignals([store.deck_changed, store.changed]):
        store.take(structs.replace(store.loaded, problems=()))
    assert store.state is before


def test_neighbours_are_the_slides_on_both_sides(store: Store) -> None:
    assert store.neighbours() == ("a/two",)
    store.dispatch("jump", slide="a/three")
    assert store.neighbours() == ("a/four", "a/two")


DATA = feed("one")


def test_snapshots_are_taken_all_at_once_and_the_mapping_before_stays_as_it_was(qtbot: QtBot, store: Store) -> None:
    first, second = rows(a=1), rows(a=2)
    store.take_snapshots({DATA: first})
    before = store.snapshots
    with qtbot.waitSignal(store.data_changed) as told:
        store.take_snapshots({DATA: second, feed("two"): first})
    assert told.args == [frozenset({DATA, feed("two")})]
    assert before == {DATA: first}
    assert store.snapshots == store.seen == {DATA: second, feed("two"): first}


def test_snapshots_that_are_there_already_are_no_news(qtbot: QtBot, store: Store) -> None:
    found = {DATA: rows(a=1)}
    store.take_snapshots(found)
    with qtbot.assertNotEmitted(store.data_changed):
        store.take_snapshots(found)


def test_data_is_on_its_way_until_the_next_command(qtbot: QtBot, store: Store) -> None:
    store.take_snapshots({DATA: rows(a=1)})
    assert store.arrived == {DATA: 1000.0}
    store.dispatch("freeze")
    assert store.arrived
    with qtbot.waitSignal(store.changed):
        store.dispatch("help", overlays=("help",))
    store.dispatch("help-close")
    assert store.arrived  # what lies over the console is none of the audience's business
    with qtbot.waitSignal(store.changed):
        store.dispatch("show")
    assert not store.arrived


def test_frozen_the_audience_sees_the_data_of_then(store: Store) -> None:
    old, new = {DATA: rows(a=1)}, {DATA: rows(a=2)}
    store.take_snapshots(old)
    store.dispatch("freeze")
    store.take_snapshots(new)
    assert (store.seen, store.snapshots) == (old, new)
    store.dispatch("freeze")
    assert store.seen is store.snapshots
    assert store.arrived == {DATA: 1000.0}


def test_data_that_nothing_shows_is_let_go(store: Store) -> None:
    store.take_snapshots({DATA: rows(a=1), feed("two"): rows(a=1)})
    store.forget(frozenset({DATA}))
    assert store.snapshots.keys() == store.seen.keys() == {feed("two")}
