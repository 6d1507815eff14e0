"""How long a slide stays: by what there is to read on it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.elements import ELEMENTS
from jn_presenter.load import load_deck
from jn_presenter.model.fields import Clip
from jn_presenter.model.kiosk import Dwell, Kiosk
from jn_presenter.model.text import Text, plain
from jn_presenter.paths import shipped_slides
from jn_presenter.show.kiosk.dwell import ARRIVE_MS, FIGURE_MS, HAN_MS, LETTER_MS, STEP_MS, dwell_ms, reading_ms

OPEN = Kiosk(dwell=Dwell(least=Decimal("0.1"), most=Decimal(3600)))


@pytest.fixture
def unbounded(three):
    return structs.replace(three, briefing=structs.replace(three.briefing, kiosk=OPEN))


def said(slide, words):
    return structs.replace(slide, slots=(("lead", (ELEMENTS["text"](text=words),)),))


def test_chinese_signs_take_longer_to_read_than_letters():
    assert reading_ms("江宁 abc") == 2 * HAN_MS + 4 * LETTER_MS


def test_all_words_steps_and_figures_of_a_slide_count(slide, unbounded):
    bare = slide("a/one")
    words = reading_ms("a/one")
    assert dwell_ms(bare, unbounded, ("zh",)) == ARRIVE_MS + words
    assert dwell_ms(said(bare, plain("江宁开发区")), unbounded, ("zh",)) == ARRIVE_MS + words + 5 * HAN_MS
    assert dwell_ms(slide("a/one", 3), unbounded, ("zh",)) == ARRIVE_MS + words + 3 * STEP_MS


def test_of_several_languages_the_slowest_counts(slide, unbounded):
    text = Text((("zh", "江宁"), ("en", "The zone of Jiangning")))
    shown = said(slide("a/one"), text)
    alone = {one: dwell_ms(shown, unbounded, (one,)) for one in ("zh", "en")}
    assert alone["en"] > alone["zh"]
    assert dwell_ms(shown, unbounded, ("zh", "en")) == alone["en"]
    assert dwell_ms(shown, unbounded, ()) == alone["en"]


@given(words=st.text(max_size=3000), steps=st.integers(0, 9))
def test_no_slide_stays_shorter_or_longer_than_the_briefing_says(slide, three, words, steps):
    dwell = three.briefing.kiosk.dwell
    found = dwell_ms(said(slide("a/one", steps), plain(words)), three, ("zh",))
    assert float(dwell.least) * 1000.0 <= found <= float(dwell.most) * 1000.0


def test_a_film_has_all_the_time_that_a_slide_may_have(slide, three):
    film = ELEMENTS["video"](file=Clip("film.webm", 1920, 1080))
    shown = structs.replace(slide("a/one"), slots=(("picture", (film,)),))
    assert dwell_ms(shown, three, ("zh",)) == 40_000.0


def test_slides_of_the_shipped_briefing_with_more_to_read_stay_longer():
    deck = load_deck(shipped_slides()).deck
    short, long = (dwell_ms(deck.slides[name], deck, ("zh",)) for name in ("overview/section", "industry/nanjing"))
    assert 6000.0 == short < 20_000.0 < long < 40_000.0
    figures = deck.slides["overview/standing"]
    assert dwell_ms(figures, deck, ("zh",)) > ARRIVE_MS + 3 * FIGURE_MS
