"""The commands of the console's own look: of what the audience sees they change nothing."""

import pytest
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.commands.panes import GROUP
from jn_presenter.show.panes import Gaps, Panes, Shares
from jn_presenter.show.state import initial

GAPS = Gaps(upright=False, shares=Shares(0.5, 0.7, 0.3))


def run(state, deck, *names, **args):
    for name in names:
        state = COMMANDS[name](state, deck, 0.0, **args)
    return state


@pytest.fixture
def state(three):
    return initial(three, animate=False)


@pytest.mark.parametrize("name", [command.name for command in GROUP.commands if not command.needs])
def test_nothing_but_the_console_changes(state, three, name):
    command = COMMANDS[name]
    after = run(state, three, name, **({"gaps": GAPS} if command.wants else {}))
    alike = structs.replace(after, panes=state.panes, notes_languages=state.notes_languages)
    assert alike == state
    assert command.quiet


def test_the_notes_languages_go_round_each_alone_and_then_all(state, three):
    seen = [state.notes_languages]
    for _ in range(3):
        state = run(state, three, "notes-language")
        seen.append(state.notes_languages)
    assert seen == [("zh",), ("en",), ("zh", "en"), ("zh",)]


def test_with_one_language_there_is_none_to_change_to(deck, slide):
    one = deck(slide("a/one"), languages=("zh",))
    state = initial(one, animate=False)
    assert run(state, one, "notes-language") is state


def test_a_key_moves_a_gap_from_where_it_really_stands(state, three):
    assert run(state, three, "gap-right", gaps=GAPS).panes.lying == Shares(column=0.52)
    assert run(state, three, "gap-up", gaps=GAPS).panes.lying == Shares(next=0.28)
    upright = structs.replace(GAPS, upright=True)
    assert run(state, three, "gap-lower", gaps=upright).panes.upright == Shares(current=0.72)


def test_without_a_console_no_gap_moves(state, three):
    assert run(state, three, "gap-left", "gap-down", "gap-higher") is state


def test_a_hand_moves_a_gap_and_the_last_shows_panes_come_back(state, three):
    moved = run(state, three, "gap", gap="next", share=0.4, upright=True)
    assert moved.panes == Panes(upright=Shares(next=0.4))
    assert run(state, three, "panes", panes=moved.panes) == moved
    assert run(moved, three, "panes-usual") == state


def test_a_show_that_goes_on_after_a_power_cut_keeps_the_panes_there_are(state, three):
    asked = run(run(state, three, "pane-next"), three, "offer", kept=initial(three, animate=False))
    assert run(asked, three, "resume").panes == asked.panes
