"""A new visit bears the name that was given, whatever signs are in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jn_presenter.draw.names import cleaned
from jn_presenter.load.visits import visit
from jn_presenter.model.deck import Briefing, Deck, Theme
from jn_presenter.model.text import plain
from jn_presenter.moving_in.starting import StartError
from jn_presenter.moving_in.visiting import new_visit
from tests.load.world import context, tree

DECK = Deck(
    folder="/nowhere",
    briefing=Briefing(title=plain("T"), languages=("zh", "en")),
    themes=(Theme(id="open", title=plain("O"), role="frame"), Theme(id="one", title=plain("One"))),
    order=("open/a", "one/a"),
)


@given(st.text(max_size=80))
@example('O\'Brien & "Söhne" \\ ../x: y # z')
@example("苏黎世州: 代表团 #1")
@example("\u202eabc\u200b")
@example("null")
@example("2026-11-23")
@example("\x07\x00 \ud800")
@example("- a")
@example("😀")
def test_a_name_is_read_again_as_it_was_given(title: str) -> None:
    given_name = " ".join(title.split())
    words = cleaned(given_name).words.strip()
    if given_name and not words:
        with pytest.raises(StartError):
            new_visit(DECK, lambda _file: None, "guests", given_name, today="2026-11-23")
        return
    edit = new_visit(DECK, lambda _file: None, "guests", given_name, today="2026-11-23")
    (change,) = edit.changes
    assert change.after is not None
    root, reading = tree(change.after, context(folder="/nowhere"))
    assert root is not None, reading.problems
    made = visit(root, reading, "guests", ("open", "one"), DECK.order)
    assert [one.code for one in reading.problems] == []
    assert made is not None
    assert made.delegation.variants[0][1] == (words or "示例代表团")


@pytest.mark.parametrize(
    ("name", "day"),
    [("2030-05-18-zurich", "2030-05-18"), ("2030-13-40-zurich", "2026-11-23"), ("zurich", "2026-11-23")],
)
def test_it_is_on_the_day_that_its_name_says(name: str, day: str) -> None:
    (change,) = new_visit(DECK, lambda _file: None, name, today="2026-11-23").changes
    assert change.after is not None
    root, reading = tree(change.after, context(folder="/nowhere"))
    assert root is not None
    made = visit(root, reading, name, ("open", "one"), DECK.order)
    assert made is not None
    assert made.date == day
