"""Every element that takes data says that simulated data is simulated, whatever else its fields say."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.words import SAMPLE, SIMULATED
from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Feed
from tests.any_fields import FEEDS, WITH_DATA, elements, given_by
from tests.decks import text
from tests.look import LANGUAGES, at_rest, fact, facts, words_of
from tests.tables import PLACES, env_of

KNOWN = facts(fact("green", text("绿化", "Green"), value=Decimal(47), unit="percent"))


def said_by(element: Element, feed: Feed, languages: tuple[str, ...], place: int, read: bool) -> str:
    env = env_of(*([feed] if read and feed != FEEDS[-1] else ()), languages=languages, known=KNOWN)
    return words_of(at_rest(element.fit(PLACES[place], env)))


@pytest.mark.parametrize("name", WITH_DATA)
@settings(max_examples=25)
@given(st.data(), st.sampled_from(LANGUAGES), st.integers(0, 3), st.booleans())
def test_no_field_turns_the_badge_of_simulated_data_off(
    name: str, data: st.DataObject, languages: tuple[str, ...], place: int, read: bool
) -> None:
    element = data.draw(elements(name))
    words = said_by(element, element.data, languages, place, read)  # type: ignore[attr-defined]
    assert all(SIMULATED.pick(tag)[1] in words for tag in languages)
    assert not any(SAMPLE.pick(tag)[1] in words for tag in languages)


@pytest.mark.parametrize("name", WITH_DATA)
@settings(max_examples=1)
@given(st.data())
def test_data_that_the_slide_calls_made_up_is_no_simulation(name: str, data: st.DataObject) -> None:
    feed = Inline(columns=("名", "数"), rows=(("甲", "3"),), sample=True)
    needed = {one.name: data.draw(given_by(one.type)) for one in structs.fields(ELEMENTS[name]) if one.required}
    words = said_by(ELEMENTS[name](data=feed, **needed), feed, ("zh",), 0, True)
    assert "示例数据" in words
    assert "模拟数据" not in words
