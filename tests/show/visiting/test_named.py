"""Every place where a name of a visit appears is told, and none where only a part of a word looks like it."""

from msgspec import structs

from jn_presenter.load import load_deck
from jn_presenter.model.text import Text, plain
from jn_presenter.model.visit import Person, Visit
from jn_presenter.paths import shipped_slides
from jn_presenter.show.visiting.named import CONSOLE, HANDOUT, SLOTS, WORDS, named
from jn_presenter.visiting import made_out

ZURICH = Visit(
    id="zurich",
    delegation=Text((("zh", "苏黎世州代表团"), ("en", "Canton of Zurich"))),
    leader=Person(name=Text((("zh", "李"), ("en", "Li"))), position=plain("Landammann")),
    guests=(Person(name=plain("<vision-2035> & Söhne")), Person(name=plain("Ae ==Be== Ce"))),
    host=Person(name=Text((("zh", "赵六"),)), contact=plain("025-1234")),
)


def places(visit=ZURICH):
    deck = load_deck(shipped_slides()).deck
    for name in ("opening/cover", "closing/thanks"):
        slide = deck.slides[name]
        bare = structs.replace(slide, slots=tuple(one for one in slide.slots if one[0] not in ("note", "contact")))
        deck = structs.replace(deck, slides={**deck.slides, name: bare})
    return named(made_out(deck, visit), visit, lambda file, path: len(file) + len(path))


def at(found, path):
    return [(one.slide, one.place) for one in found if one.path == path]


def test_the_delegation_is_named_on_the_slides_about_it_and_outside_of_them():
    welcome = "visit/welcome"
    assert at(places(), "delegation") == [
        (welcome, SLOTS["title"]),
        (welcome, SLOTS["notes"]),
        ("opening/cover", SLOTS["note"]),
        ("closing/thanks", SLOTS["note"]),
        ("", CONSOLE),
        ("", HANDOUT),
    ]


def test_people_are_named_where_they_are_listed_and_not_where_a_word_begins_like_them():
    found = places()
    assert ("visit/welcome", SLOTS["guests"]) in at(found, "leader.name")
    assert {slide for slide, _ in at(found, "leader.name")} == {"visit/welcome"}
    assert ("visit/welcome", SLOTS["guests"]) in at(found, "leader.position")
    assert ("visit/welcome", SLOTS["guests"]) in at(found, "guests.1.name")
    for guest in ("guests.1.name", "guests.2.name"):
        assert ("visit/welcome", SLOTS["notes"]) in at(found, guest)
    assert at(found, "host.contact") == [("closing/thanks", SLOTS["contact"]), ("", HANDOUT)]


def test_a_name_that_was_typed_into_a_slide_is_found_there():
    deck = load_deck(shipped_slides()).deck
    slide = deck.slides["industry/nanjing"]
    typed = structs.replace(slide, title=Text((("zh", "写给苏黎世州代表团"), ("en", "For Zurich"))))
    made = made_out(structs.replace(deck, slides={**deck.slides, slide.id: typed}), ZURICH)
    assert (slide.id, SLOTS["title"]) in at(named(made, ZURICH), "delegation")
    assert WORDS not in SLOTS.values()


def test_a_language_without_a_name_of_its_own_is_told_with_what_stands_in():
    (one, *_) = [one for one in places() if one.path == "host.name"]
    assert (one.words, one.lacking) == ((("zh", "赵六"), ("en", "赵六")), ("en",))
    (one, *_) = [one for one in places() if one.path == "guests.1.name"]
    assert one.lacking == ()
    (one, *_) = places(structs.replace(ZURICH, languages=("en",)))
    assert one.words == (("en", "Canton of Zurich"),)


def test_each_place_says_where_in_the_visits_file_the_name_stands():
    (one, *_) = places()
    assert (one.file, one.path, one.line) == ("visits/zurich.yaml", "delegation", len("visits/zurich.yaml") + 10)
