"""What the console says, from a state and a deck alone."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.resolve import FALLBACK
from jn_presenter.model.deck import Deck
from jn_presenter.model.ink import Ink, Point, Stroke
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message, Text
from jn_presenter.qt.windows.console.report import (
    Said,
    ahead,
    clock,
    notes,
    report,
    timing,
    until_next_second,
    upcoming,
)
from jn_presenter.qt.windows.console.trouble import MOST, Trouble, trouble
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Place, Seating, ShowState, initial
from tests.decks import deck, points_slide

MINUTE = 60_000.0
THREE = deck(points_slide("a/one", 2), points_slide("a/two", 0), points_slide("b/three", 1))


def state(of: Deck = THREE, slide: str = "a/one", step: int = 0, **more: Any) -> ShowState:
    place = Place(slide, step)
    return structs.replace(initial(of, animate=False), at=place, shown=more.pop("shown", place), **more)


def without(of: Deck, *broken: str, pending: tuple[str, ...] = ()) -> Deck:
    kept = {name: slide for name, slide in of.slides.items() if name not in (*broken, *pending)}
    return structs.replace(of, slides=kept, pending=frozenset(pending))


def problem(file: str, line: int = 1, slide: str = "", severity: Any = "error") -> Problem:
    return Problem(
        file=file,
        line=line,
        column=1,
        severity=severity,
        code="x",
        message=Message(f"错在{file}", f"wrong in {file}"),
        hint=Message("改好", "mend it"),
        slide=slide,
    )


MISSING = Finding(code=FALLBACK, message=Message("没有 en", "no words in en"), hint=Message("", ""))


def listed(found: Trouble) -> list[str]:
    return [f"{row.where} {row.what.text}".strip() for row in found.rows]


# clocks


@pytest.mark.parametrize(
    ("seconds", "reading"),
    [
        (0, "0:00"),
        (7, "0:07"),
        (754, "12:34"),
        (3600, "1:00:00"),
        (3723, "1:02:03"),
        (-1, "−0:01"),
        (-3600, "−1:00:00"),
    ],
)
def test_a_clock_reads_minutes_and_seconds_and_a_sign(seconds: int, reading: str) -> None:
    assert clock(seconds) == reading


@given(st.floats(0, 20 * MINUTE))
def test_elapsed_and_remaining_add_up_to_the_planned_length(now: float) -> None:
    told = timing(state(minutes=Decimal(10)), THREE, now, "")
    sign = -1 if told.over else 1
    seconds = [60 * int(m) + int(s) for m, s in (x.lstrip("−").split(":") for x in (told.elapsed, told.remaining.text))]
    assert seconds[0] + sign * seconds[1] == 600


def test_remaining_turns_amber_at_a_tenth_and_red_with_a_sign_when_over() -> None:
    here = state(minutes=Decimal(10))
    tones = {minutes: timing(here, THREE, minutes * MINUTE, "").remaining for minutes in (8.9, 9.0, 10.0, 10.5)}
    assert tones[8.9] == Said("1:06", "ink")
    assert tones[9.0] == Said("1:00", "amber")
    assert tones[10.0] == Said("0:00", "amber")
    assert tones[10.5] == Said("−0:30", "red")
    assert timing(here, THREE, 10.5 * MINUTE, "").over


def test_remaining_is_not_guessed_while_slides_are_still_to_be_read() -> None:
    loading = without(THREE, pending=("b/three",))
    assert timing(state(loading), loading, 0.0, "").remaining.text == "–"
    assert timing(state(loading, minutes=Decimal(5)), loading, 0.0, "").remaining.text == "5:00"


@given(st.integers(0, 10_000_000))
def test_the_clocks_stand_until_the_next_second(now: int) -> None:
    here = state(minutes=Decimal(10))
    due = now + until_next_second(here, now)
    assert now < due <= now + 1000
    assert timing(here, THREE, due - 1, "") == timing(here, THREE, now, "")
    assert timing(here, THREE, due, "") != timing(here, THREE, now, "")


# place


def test_it_says_slide_step_theme_and_title_in_its_language() -> None:
    told = report(state(step=1), THREE, (), "en")
    assert (told.slide, told.step, told.title) == ("1 / 3", "1 / 2", "Title of a/one")
    assert told.theme == "Theme 1 of 2 · a · slide 1 of 2"
    assert report(state(slide="a/two"), THREE, (), "zh").theme == "专题 1 / 2 · a · 第 2 / 2 页"
    hidden = state(slide="a/two", hidden=frozenset({"a/two"}))
    assert report(hidden, THREE, (), "en").theme == "Theme 1 of 2 · a"
    assert report(state(step=1), THREE, (), "zh").title == "标题 a/one"


def test_a_slide_without_steps_has_no_step() -> None:
    assert report(state(slide="a/two"), THREE, (), "en").step == ""


def test_a_slide_outside_the_choice_is_said_to_be_so() -> None:
    told = report(state(slide="a/two", hidden=frozenset({"a/two"})), THREE, (), "en")
    assert told.slide == "– / 2"
    assert "outside the choice of slides" in [hint.text for hint in told.hints]


def test_badges_tell_the_state_of_the_audiences_screen() -> None:
    told = report(state(frozen=True, blank="logo", languages=("zh", "en")), THREE, (), "en")
    assert told.badges == (Said("Frozen", "amber"), Said("Logo screen", "amber"), Said("中文 + English", "quiet"))


def test_that_the_audience_s_screen_is_gone_is_said_first_of_all() -> None:
    gone = state(frozen=True, seating=Seating(unplugged=True))
    assert report(gone, THREE, (), "en").badges[0] == Said("Audience’s screen unplugged", "red")
    assert report(gone, THREE, (), "zh").badges[0] == Said("观众的显示器已断开", "red")


def test_loading_is_counted_until_all_is_read() -> None:
    loading = without(THREE, "a/two", pending=("b/three",))
    assert Said("载入 2 / 3", "quiet") in report(state(loading), loading, (), "zh").badges
    assert not any("载入" in badge.text for badge in report(state(), THREE, (), "zh").badges)


def test_a_missing_language_is_a_hint_said_once() -> None:
    told = report(state(), THREE, (("points", MISSING), ("title", MISSING)), "en")
    assert told.hints == (Said("no words in en", "amber"),)


def test_ahead_of_the_audience_the_caption_says_so() -> None:
    apart = state(step=2, shown=Place("a/one"), frozen=True)
    assert report(apart, THREE, (), "en").caption.text == "Where you are (not shown)"
    assert report(state(), THREE, (), "en").caption.text == "Audience"


def test_ink_that_a_frozen_audience_does_not_see_is_said_to_be_the_presenters_alone() -> None:
    drawn = {"a/one": Ink((Stroke("pen", "amber", 6.0, (Point(0.1, 0.1),)),))}

    def caption(**changed: Any) -> str:
        return report(state(slide="a/one", **changed), THREE, (), "zh").caption.text

    assert caption(frozen=True, ink=drawn) == "当前位置（观众看不到）"
    assert caption(frozen=True, ink=drawn, seen_ink=drawn) == caption(ink=drawn) == "观众画面"


# next


def test_next_is_what_the_next_key_really_leads_to() -> None:
    here = state()
    while (place := ahead(here, THREE)) is not None:
        here = COMMANDS["next"](here, THREE, 0.0)
        assert here.at == place
    assert here.at == Place("b/three", 1)


def test_next_counts_steps_inside_a_slide_and_slides_between() -> None:
    inside, between = upcoming(state(step=1), THREE, "en"), upcoming(state(step=2), THREE, "en")
    assert (inside.count, inside.title) == ("Step 2 / 2", "")
    assert (between.count, between.title) == ("Slide 2 / 3", "Title of a/two")
    assert upcoming(state(step=1), THREE, "zh").count == "第 2 / 2 步"
    assert upcoming(state(step=2), THREE, "zh").count == "第 2 / 3 页"


def test_on_a_blank_screen_the_next_key_brings_the_slide_back() -> None:
    told = upcoming(state(step=1, blank="black"), THREE, "en")
    assert (told.place, told.caption) == (Place("a/one", 1), "Next: the slide again")


def test_frozen_and_blank_the_next_key_goes_on() -> None:
    told = upcoming(state(step=1, blank="black", frozen=True), THREE, "en")
    assert (told.place, told.caption) == (Place("a/one", 2), "Next")


@pytest.mark.parametrize(("language", "words"), [("zh", "放映结束"), ("en", "End of show")])
def test_after_the_last_step_the_show_ends(language: str, words: str) -> None:
    told = upcoming(state(slide="b/three", step=1), THREE, language)
    assert (told.place, told.placeholder) == (None, words)


def test_a_broken_slide_is_passed_over_and_named() -> None:
    deck_now = without(THREE, "a/two")
    told = upcoming(state(deck_now, step=2), deck_now, "en")
    assert (told.place, told.notice) == (Place("b/three"), "skips a broken slide: a/two")
    assert upcoming(state(deck_now, step=1), deck_now, "en").notice == ""


def test_a_broken_last_slide_is_named_at_the_end() -> None:
    deck_now = without(THREE, "b/three")
    assert upcoming(state(deck_now, slide="a/two"), deck_now, "en").notice == "skips a broken slide: b/three"


def test_a_slide_still_to_be_read_has_a_placeholder() -> None:
    loading = without(THREE, pending=("a/two",))
    told = upcoming(state(loading, step=2), loading, "en")
    assert (told.title, told.placeholder) == ("a/two", "Loading…")


# notes


def test_notes_follow_the_presenter_in_his_languages() -> None:
    apart = state(slide="b/three", shown=Place("a/one"), frozen=True, notes_languages=("en", "zh"))
    assert [wording.plain for (wording,) in notes(apart, THREE)] == ["Notes of b/three", "讲稿"]


def test_a_slide_without_notes_has_none() -> None:
    silent = deck(points_slide("a/one", notes=None))
    assert notes(state(silent), silent) == ()


def test_notes_of_another_language_are_told_apart() -> None:
    one = deck(points_slide("a/one", notes=Text((("zh", "讲稿"),))))
    ((wording,),) = notes(state(one, notes_languages=("en",)), one)
    assert (wording.plain, [finding.code for finding in wording.findings]) == ("讲稿", [FALLBACK])


# problems


def test_without_problems_nothing_is_said() -> None:
    assert trouble(state(), THREE, (), (), "en") == Trouble(count="", rows=())


def test_problems_of_the_present_slide_come_first_and_errors_before_warnings() -> None:
    problems = (
        problem("b/three.yaml", 9, "b/three"),
        problem("a/one.yaml", 5, "a/one", "warning"),
        problem("a/one.yaml", 7, "a/one"),
    )
    found = trouble(state(), THREE, problems, (), "en")
    assert found.count == "3 problems"
    assert [row.where for row in found.rows] == ["a/one.yaml:7", "a/one.yaml:5", "b/three.yaml:9"]


def test_a_broken_slide_has_a_placeholder_above_its_problems() -> None:
    deck_now = without(THREE, "a/two", "b/three")
    found = trouble(state(deck_now), deck_now, (problem("a/theme.yaml"), problem("a/two.yaml", 4, "a/two")), (), "en")
    assert listed(found) == [
        "broken: a/two",
        "a/two.yaml:4 wrong in a/two.yaml",
        "a/theme.yaml:1 wrong in a/theme.yaml",
        "broken: b/three",
    ]


def test_what_the_layout_found_is_a_problem_of_the_element() -> None:
    finding = Finding(code="overflow", message=Message("太多", "too much"), hint=Message("", "cut it"))
    found = trouble(state(), THREE, (), (("points", finding), ("title", MISSING)), "en")
    assert found.count == "1 problem"
    assert listed(found) == ["a/one: points too much"]
    assert found.rows[0].hint == "cut it"


def test_a_flood_of_problems_is_cut_and_counted() -> None:
    problems = tuple(problem(f"{k}.yaml") for k in range(MOST + 7))
    found = trouble(state(), THREE, problems, (), "en")
    assert found.count == f"{MOST + 7} problems"
    assert len(found.rows) == MOST + 1
    assert found.rows[-1].what.text == "7 more: run jn-presenter check"


def test_what_came_of_saving_the_ink_is_said_first() -> None:
    told = COMMANDS["ink-saved"](state(), THREE, 0.0, told=Message("存到甲", "saved to a"))
    for language, said in (("zh", "存到甲"), ("en", "saved to a")):
        assert report(told, THREE, (), language).hints[0] == Said(said)
    assert report(COMMANDS["ink-saved"](told, THREE, 0.0), THREE, (), "en").hints == ()
