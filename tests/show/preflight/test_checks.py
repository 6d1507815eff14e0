from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.preflight import GROUPS, Given, checks, verdict
from jn_presenter.show.preflight.clicker import Clicker
from jn_presenter.show.preflight.screens import Screen
from jn_presenter.show.preflight.seen import Seen
from jn_presenter.show.select import selection
from jn_presenter.show.state import initial

SCREENS = (
    Screen(number=1, name="L", roles=("presenter",)),
    Screen(number=2, name="R", x=1920, roles=("audience",)),
)


def test_a_show_in_which_all_is_well_is_ready(three):
    seen = {slide: Seen() for slide in three.order}
    found = checks(Given(state=initial(three), deck=three, screens=SCREENS, seen=seen))
    assert verdict(found) == "green"
    assert [check.state for check in found if check.group == "clicker"] == ["waiting"]


@given(st.data())
def test_whatever_the_deck_each_check_has_its_group_and_says_something_in_both_languages(any_deck, data):
    deck = any_deck(data.draw)
    looked = {slide: Seen() for slide in deck.slides if data.draw(st.booleans())}
    found = checks(Given(state=initial(deck), deck=deck, screens=SCREENS, seen=looked, clicker=Clicker()))
    assert len({check.key for check in found}) == len(found)
    assert {check.group for check in found} == set(GROUPS)
    assert all(words for check in found for words in (check.title.zh, check.title.en, check.said.zh, check.said.en))
    there = [slide for slide in selection(deck).slides if slide in deck.slides]
    if deck.pending or any(slide not in looked for slide in there):
        assert verdict(found) in ("waiting", "wrong")
