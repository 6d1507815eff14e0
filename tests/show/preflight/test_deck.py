import pytest

from jn_presenter.draw.resolve import FALLBACK
from jn_presenter.model.feed import Snapshot
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message, Text
from jn_presenter.show.preflight.deck import problem_checks, seen_checks, slide_name
from jn_presenter.show.preflight.seen import Seen
from jn_presenter.show.preflight.values import MOST

WORDS = {"message": Message("坏", "broken"), "hint": Message("修", "mend it")}
OVERFLOW = ("points", Finding(code="overflow", **WORDS))
UNTRANSLATED = ("title", Finding(code=FALLBACK, severity="warning", **WORDS))


def problem(code="x", severity="error", slide="a/one", line=3):
    return Problem(file=f"{slide}.yaml", line=line, column=1, severity=severity, code=code, slide=slide, **WORDS)


def of_problems(deck, *problems):
    return {check.key: check for check in problem_checks(deck, problems)}


def of_seen(deck, seen, snapshots=None):
    return {check.key: check for check in seen_checks(deck, seen, deck.order, snapshots or {})}


@pytest.fixture
def two(deck, slide):
    return deck(slide("a/one"), slide("a/two"))


def test_a_deck_without_problems_is_green(two):
    assert {key: check.state for key, check in of_problems(two).items()} == {"problems": "green", "files": "green"}


def test_errors_are_wrong_and_come_first_with_file_and_line_and_lead_to_their_slide(two):
    found = of_problems(two, problem(severity="warning", slide="a/two"), problem())["problems"]
    assert (found.state, found.said.en) == ("wrong", "1 error")
    assert [(item.what.en, item.slide) for item in found.items] == [
        ("a/one.yaml:3 broken", "a/one"),
        ("a/two.yaml:3 broken", "a/two"),
    ]


def test_warnings_alone_are_to_be_looked_at_and_notes_are_nothing(two):
    assert of_problems(two, problem(severity="warning"))["problems"].state == "look"
    assert of_problems(two, problem(severity="note"))["problems"].state == "green"


def test_a_slide_that_cannot_be_shown_leads_nowhere(deck, slide):
    broken = deck(slide("a/one"), slide("a/two"), broken=("a/two",))
    found = of_problems(broken, problem(slide="a/two"))["problems"]
    assert (found.state, found.said.en, found.items[0].slide) == ("wrong", "1 slide cannot be shown", "")


@pytest.mark.parametrize("code", ["missing-picture", "bad-video", "missing-file", "missing-slide"])
def test_missing_files_are_a_check_of_their_own_and_told_once(deck, slide, code):
    broken = deck(slide("a/one"), slide("a/two"), broken=("a/two",))
    found = of_problems(broken, problem(code=code, slide="a/two"))
    assert (found["problems"].state, found["files"].state) == ("green", "wrong")


def test_while_slides_are_read_it_waits(deck, slide):
    reading = deck(slide("a/one"), slide("a/two"), pending=("a/two",))
    found = of_problems(reading)
    assert {check.state for check in found.values()} == {"waiting"}
    assert found["files"].said.en == "Reading 1 of 2"
    assert of_seen(reading, {"a/one": Seen()})["fit"].state == "waiting"


def test_many_problems_are_cut(two):
    items = of_problems(two, *(problem(line=k) for k in range(1, 40)))["problems"].items
    assert (len(items), items[-1].what.en) == (MOST + 1, f"{39 - MOST} more")


def test_it_waits_until_each_slide_was_looked_at_and_says_how_far_it_is(two):
    found = of_seen(two, {"a/one": Seen()})
    assert {check.state for check in found.values()} == {"waiting"}
    assert {check.said.en for check in found.values()} == {"Looking at 1 of 2"}
    done = of_seen(two, {"a/one": Seen(), "a/two": Seen()})
    assert {check.state for check in done.values()} == {"green"}


def test_what_was_seen_of_slides_outside_the_show_does_not_count(two):
    found = {check.key: check for check in seen_checks(two, {"a/two": Seen(findings=(OVERFLOW,))}, ("a/one",), {})}
    assert found["fit"].said.en == "Looking at 0 of 1"


def test_what_does_not_fit_is_told_at_once_with_its_slide_and_what_to_do(two):
    found = of_seen(two, {"a/two": Seen(findings=(OVERFLOW,))})["fit"]
    assert (found.state, found.todo.en, [(item.what.en, item.slide) for item in found.items]) == (
        "wrong",
        "mend it",
        [("a/two: broken", "a/two")],
    )


def test_words_in_another_language_are_no_matter_of_layout(two):
    found = of_seen(two, {"a/one": Seen(findings=(UNTRANSLATED, UNTRANSLATED)), "a/two": Seen()})
    assert (found["fit"].state, found["translated"].state) == ("green", "look")
    assert [item.slide for item in found["translated"].items] == ["a/one"]


def test_what_is_wrong_with_data_is_left_to_the_check_of_the_data(two):
    seen = {"a/one": Seen(findings=(OVERFLOW,)), "a/two": Seen()}
    assert of_seen(two, seen, {None: Snapshot(finding=OVERFLOW[1])})["fit"].state == "green"


def test_notes_in_another_language_are_told_and_keep_nothing_from_being_green(two):
    found = of_seen(two, {"a/one": Seen(other_notes=True), "a/two": Seen()})["translated"]
    assert (found.state, found.said.en) == ("green", "The notes of 1 slide are in another language")


def test_characters_without_a_glyph_are_told_by_slide_and_code_point(two):
    found = of_seen(two, {"a/one": Seen(missing=("😀", "𬭼")), "a/two": Seen(missing=("😀",))})["fonts"]
    assert (found.state, found.said.en) == ("look", "2 characters are not in the bundled fonts")
    assert [item.what.en for item in found.items] == ["a/one: 😀 (U+1F600) 𬭼 (U+2CB7C)", "a/two: 😀 (U+1F600)"]


def test_a_slide_is_called_by_its_title_in_the_language_of_the_console(deck, slide):
    from msgspec import structs

    here = deck(structs.replace(slide("a/one"), title=Text((("zh", "题"), ("en", "Title")))))
    assert slide_name(here, "a/one") == Message("题", "Title")
    assert slide_name(here, "a/gone") == Message("a/gone", "a/gone")
