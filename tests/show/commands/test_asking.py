"""The answer about a figure: sent once it is seen, sent again it is gone, and it belongs to its place."""

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Asked, initial
from tests.decks import bars_slide, deck

DECK = deck(bars_slide("one/a"), bars_slide("one/b"))


def test_the_same_question_twice_is_none() -> None:
    state = initial(DECK, animate=False)
    once = COMMANDS["answer"](state, DECK, 0.0, path="chart", key="bar.1")
    assert once.asked == Asked(state.shown, "chart", "bar.1")
    assert COMMANDS["answer"](once, DECK, 0.0, path="chart", key="bar.1").asked is None
    assert COMMANDS["answer"](once, DECK, 0.0, path="chart", key="bar.2").asked == Asked(state.shown, "chart", "bar.2")


def test_it_can_be_put_away_and_nothing_changes_where_nothing_was_asked() -> None:
    state = initial(DECK, animate=False)
    once = COMMANDS["answer"](state, DECK, 0.0, path="chart", key="bar.1")
    assert COMMANDS["answer-none"](once, DECK, 0.0).asked is None
    assert COMMANDS["answer-none"](state, DECK, 0.0) is state


def test_on_the_next_slide_it_is_no_longer_of_the_place_shown() -> None:
    once = COMMANDS["answer"](initial(DECK, animate=False), DECK, 0.0, path="chart", key="bar.1")
    moved = COMMANDS["next"](once, DECK, 0.0)
    assert moved.asked is None or moved.asked.place != moved.shown
