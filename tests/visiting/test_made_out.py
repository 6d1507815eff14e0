"""A deck made out for guests: what they are shown is about them, and all else is the very same as before."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.compose import fit_slide
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.names import literal
from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Deck, Slide, Target
from jn_presenter.model.fields import Date
from jn_presenter.model.geometry import WIDE
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Text, plain
from jn_presenter.model.visit import Person, Visit
from jn_presenter.paths import shipped_slides
from jn_presenter.show.select import select
from jn_presenter.show.visiting.options import invitation
from jn_presenter.visiting import made_out, welcome_id

ZURICH = Visit(
    id="zurich",
    delegation=Text((("zh", "苏黎世州代表团"), ("en", "Canton of Zurich"))),
    leader=Person(name=plain("A. Muster"), position=Text((("zh", "团长"), ("en", "Leader")))),
    guests=(Person(name=plain("B. Beispiel")),),
    host=Person(name=plain("Li Si"), contact=plain("025-1234")),
    date=Date("2026-11-23"),
    themes=("innovation", "industry"),
)


@cache
def shipped() -> Deck:
    return load_deck(shipped_slides()).deck


def words(slide: Slide, slot: str) -> dict[str, str]:
    (element,) = slide.slot(slot)
    return dict(element.text.variants)  # type: ignore[attr-defined]


def bare(deck: Deck, name: str, *slots: str) -> Deck:
    """The deck with those slots of a slide empty."""
    slide = deck.slides[name]
    left = structs.replace(slide, slots=tuple(one for one in slide.slots if one[0] not in slots))
    return structs.replace(deck, slides={**deck.slides, name: left})


def test_the_guests_are_welcomed_ahead_of_everything_by_a_slide_in_every_version() -> None:
    deck = made_out(shipped(), ZURICH)
    first = deck.slides[deck.order[0]]
    assert (first.id, first.layout, first.title) == ("visit/welcome", "welcome", ZURICH.delegation)
    assert deck.themes[0].role == "frame"
    assert deck.themes[0].slides == ("visit/welcome",)
    assert select(deck)[0] == "visit/welcome"
    assert deck.order[1:] == shipped().order
    assert words(first, "date") == {"zh": "2026年11月23日", "en": "23 November 2026"}
    assert first.notes is not None
    assert "A. Muster　团长" in first.notes.pick("zh")[1]


def test_a_deck_that_has_a_theme_of_that_name_keeps_it() -> None:
    own = structs.replace(shipped().themes[1], id="visit")
    deck = structs.replace(shipped(), themes=(*shipped().themes, own))
    assert welcome_id(deck) == "visit-2/welcome"
    assert len({theme.id for theme in made_out(deck, ZURICH).themes}) == len(deck.themes) + 1


def test_the_cover_says_who_comes_and_when_unless_it_has_words_of_its_own() -> None:
    deck = bare(shipped(), "opening/cover", "note")
    cover = made_out(deck, ZURICH).slides["opening/cover"]
    assert words(cover, "note") == {
        "zh": "苏黎世州代表团 · 2026年11月23日",
        "en": "Canton of Zurich · 23 November 2026",
    }
    typed = structs.replace(cover, slots=(*deck.slides["opening/cover"].slots, ("note", (text("ours"),))))
    kept = structs.replace(deck, slides={**deck.slides, "opening/cover": typed})
    assert made_out(kept, ZURICH).slides["opening/cover"] is typed


def test_the_closing_names_the_host_and_thanks_the_guests_unless_it_has_words_of_its_own() -> None:
    deck = bare(shipped(), "closing/thanks", "note", "contact")
    closing = made_out(deck, ZURICH).slides["closing/thanks"]
    assert words(closing, "contact") == {"zh": "Li Si\n025-1234", "en": "Li Si\n025-1234"}
    assert words(closing, "note")["zh"] == "感谢苏黎世州代表团莅临"
    slots = [slot.name for slot in LAYOUTS["closing"].slots if closing.slot(slot.name)]
    assert [name for name, _ in closing.slots] == slots
    without = made_out(deck, structs.replace(ZURICH, host=None)).slides["closing/thanks"]
    assert not without.slot("contact")
    assert without.slot("note")


def text(plainly: str):  # type: ignore[no-untyped-def]
    return ELEMENTS["text"](text=plain(plainly))  # type: ignore[call-arg]


class Standing(ELEMENTS["card"], frozen=True, kw_only=True):  # type: ignore[misc]
    """A card that stands for a theme."""

    theme: str = ""


def agenda(*themes: str, steps: tuple[tuple[Target, ...], ...] = ()) -> tuple[Deck, Slide]:
    cards = tuple(Standing(title=plain(f"{k} {theme}"), theme=theme) for k, theme in enumerate(themes))
    slide = structs.replace(shipped().slides["opening/agenda"], slots=(("cards", cards),), steps=steps)
    return structs.replace(shipped(), slides={**shipped().slides, slide.id: slide}), slide


def titles(deck: Deck, visit: Visit) -> list[str]:
    cards = made_out(deck, visit).slides["opening/agenda"].slot("cards")
    return [card.title.pick("")[1] for card in cards]  # type: ignore[attr-defined]


def test_an_agenda_has_the_themes_of_the_visit_in_its_order_and_other_cards_in_their_places() -> None:
    deck, slide = agenda("industry", "", "overview", "innovation")
    assert titles(deck, ZURICH) == ["3 innovation", "1 ", "0 industry"]
    assert titles(deck, structs.replace(ZURICH, themes=("innovation",))) == ["1 ", "3 innovation"]
    for themes in ((), ("industry", "overview", "innovation")):
        assert made_out(deck, structs.replace(ZURICH, themes=themes)).slides[slide.id] is slide


def test_an_agenda_without_a_card_for_any_of_the_themes_stays_as_it_is() -> None:
    deck, slide = agenda("overview", "livelihood")
    assert made_out(deck, ZURICH).slides[slide.id] is slide


def test_cards_that_are_left_appear_one_by_one_in_the_order_in_which_they_stand() -> None:
    each = tuple((Target("cards", k),) for k in (1, 2, 3))
    deck, _ = agenda("industry", "overview", "innovation", steps=(*each, (Target("lead"),)))
    made = made_out(deck, ZURICH).slides["opening/agenda"]
    assert made.steps == ((Target("cards", 1),), (Target("cards", 2),), (Target("lead"),))


def test_the_questions_of_the_visit_come_first_and_each_once() -> None:
    asked = Expected(ask=shipped().questions[1].ask, answer=plain("Yes."))
    found = made_out(shipped(), structs.replace(ZURICH, questions=(asked,))).questions
    assert found == (asked, shipped().questions[0], *shipped().questions[2:])


def test_a_deck_is_made_out_once() -> None:
    with pytest.raises(ValueError, match="already"):
        made_out(made_out(shipped(), ZURICH), ZURICH)


@pytest.mark.parametrize("name", ["<output>", "<<output>", "a<b", "<goal.date> & Co"])
def test_a_name_that_looks_like_a_reference_to_a_fact_is_shown_as_typed(name: str) -> None:
    from jn_presenter.draw.resolve import resolve

    (wording,) = resolve(plain(literal(name)), shipped().facts, ("zh",))
    assert (wording.plain, wording.findings) == (name, ())


def test_slides_that_are_read_later_are_made_out_as_the_others_were() -> None:
    whole = shipped()
    some = {name: slide for name, slide in whole.slides.items() if not name.startswith("opening")}
    early = structs.replace(whole, slides=some, pending=frozenset(whole.slides) - frozenset(some))
    first, then = made_out(early, ZURICH), made_out(whole, ZURICH)
    assert first.order == then.order
    assert first.pending == early.pending
    assert all(then.slides[name] is slide for name, slide in first.slides.items())


names = st.text(min_size=1, max_size=60).filter(str.strip)
texts = st.one_of(
    names.map(plain),
    st.dictionaries(st.sampled_from(("zh", "en", "ja", "zh-Hant", "ru")), names, min_size=1).map(
        lambda found: Text(tuple(found.items()))
    ),
)
people = st.builds(Person, name=texts, position=st.none() | texts, contact=st.none() | texts)
visits = st.builds(
    Visit,
    id=st.just("v"),
    delegation=texts,
    leader=st.none() | people,
    guests=st.lists(people, max_size=5).map(tuple),
    host=st.none() | people,
    date=st.sampled_from((Date(""), Date("2026"), Date("2026-11"), Date("2026-11-23"))),
    themes=st.lists(st.sampled_from(tuple(t.id for t in load_deck(shipped_slides()).deck.themes)), unique=True).map(
        tuple
    ),
    stress=st.lists(st.sampled_from(("industry/nanjing", "livelihood/green")), unique=True).map(tuple),
    hide=st.lists(st.sampled_from(("industry/nanjing", "closing/sources")), unique=True).map(tuple),
    questions=st.lists(st.builds(Expected, ask=texts, answer=texts), max_size=2).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(visits)
def test_any_visit_makes_a_deck_that_can_be_shown_and_makes_it_once(visit: Visit) -> None:
    deck = shipped()
    made = made_out(deck, visit)
    again = made_out(deck, visit)
    assert made.slides.keys() == again.slides.keys()
    assert all(again.slides[name] is slide for name, slide in made.slides.items())
    touched = {name for name, slide in deck.slides.items() if made.slides[name] is not slide}
    assert touched <= {"opening/cover", "opening/agenda", "closing/thanks"}
    style = made.styles["night"]
    for name in {made.order[0], *touched}:
        composed = fit_slide(made, made.slides[name], WIDE, ("zh", "en"), style, FixedMeasure())
        assert not [one for _, one in composed.findings if one.code == "unknown-fact"]
    asked = invitation(made, visit)
    chosen = select(made, asked.minutes, asked.themes, asked.hidden, order=asked.order, stressed=asked.stressed)
    assert chosen[0] == made.order[0]
    assert set(chosen) <= set(made.order)


def test_every_slide_of_the_examples_can_be_made_out() -> None:
    for folder in ("gallery", "museum"):
        deck = load_deck(Path(shipped_slides()).parent / "examples" / folder).deck
        made = made_out(deck, structs.replace(ZURICH, themes=()))
        assert set(made.slides) > set(deck.slides)
