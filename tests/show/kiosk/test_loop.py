"""Which slides the loop shows, and which a visitor finds in a theme."""

from msgspec import structs

from jn_presenter.model.kiosk import Kiosk
from jn_presenter.show.kiosk.loop import loop_of, slides_of
from jn_presenter.show.kiosk.stand import Stand


def looping(deck, *names):
    return structs.replace(deck, briefing=structs.replace(deck.briefing, kiosk=Kiosk(loop=names)))


def test_the_loop_has_the_core_slides_of_content_themes_in_their_order(slide, deck):
    found = deck(slide("a/cover"), slide("b/x", depth="extra"), slide("b/y"), slide("c/z"), frames=("a",))
    assert loop_of(found, Stand()) == ("b/y", "c/z")


def test_a_deck_without_core_slides_loops_through_all_it_has(slide, deck):
    found = deck(slide("a/cover"), slide("b/x", depth="extra"), frames=("a",))
    assert loop_of(found, Stand()) == ("a/cover", "b/x")


def test_themes_and_slides_can_be_named_each_slide_once_and_in_that_order(slide, deck):
    found = deck(slide("a/one"), slide("b/two"), slide("b/three", depth="extra"), frames=("a",))
    assert loop_of(looping(found, "b/three", "a", "b"), Stand()) == ("b/three", "a/one", "b/two")


def test_what_is_broken_or_set_aside_is_not_in_the_loop(slide, deck):
    slides = (slide("a/one"), slide("a/two"), slide("a/three"), slide("a/four"))
    found = deck(*slides, broken=("a/two",), pending=("a/four",))
    assert loop_of(looping(found, "a"), Stand(aside=frozenset({"a/three"}))) == ("a/one", "a/four")
    assert slides_of(found, Stand(aside=frozenset({"a/three"})), "a") == ("a/one", "a/four")


def test_named_slides_that_are_all_gone_leave_the_usual_loop(slide, deck):
    found = deck(slide("a/one"), slide("b/two"), broken=("a/one",))
    assert loop_of(looping(found, "a"), Stand()) == ("b/two",)


def test_with_everything_set_aside_everything_is_shown_after_all(three):
    assert loop_of(three, Stand(aside=frozenset(three.order))) == three.order


def test_only_a_deck_of_which_nothing_can_be_shown_has_no_loop(slide, deck):
    assert loop_of(deck(slide("a/one"), broken=("a/one",)), Stand()) == ()


def test_a_theme_has_its_own_slides_alone(three):
    assert slides_of(three, Stand(), "b") == ("b/two", "b/three")
    assert slides_of(three, Stand(), "z") == ()
