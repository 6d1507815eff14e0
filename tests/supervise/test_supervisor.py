"""What the supervisor does, on a machine that is made up."""

import signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.supervise.aside import DAY_S
from jn_presenter.supervise.ladder import RUNGS
from jn_presenter.supervise.protocol import Content
from jn_presenter.supervise.status import Why
from tests.supervise.made_up import DECK, FOLDER, Made, Show


def showing(made: Made, slide: str = "a/b", seconds: float = 1.0, **more: bool) -> None:
    """Somewhere in the show, beating for so long."""
    made.started()
    made.acts = lambda _show: made.beat(slide, **more)
    made.go_on(seconds)


def test_the_show_is_started_at_once_with_the_owners_options() -> None:
    made = Made()
    made.supervisor.look()
    assert made.show.arguments == ["kiosk", DECK, "--lang=zh", "--child", f"--folder={FOLDER}"]


def test_a_crash_brings_the_same_place_back_half_a_second_later() -> None:
    made = Made()
    showing(made, "a/b")
    crashed_at = made.time
    again = made.crash()
    assert again.place == '{"slide":"a/b"}'
    assert 0.5 <= again.at_s - crashed_at <= 0.76
    assert made.shows[0].closed == 1


def test_delays_grow_and_a_stable_minute_makes_them_short_again() -> None:
    made = Made()
    delays = []
    for slide in ("a/1", "a/2", "a/3", "a/4"):
        showing(made, slide)
        crashed_at = made.time
        delays.append(made.crash().at_s - crashed_at)
    assert [round(delay) for delay in delays] == [0, 1, 2, 4] or delays == pytest.approx([0.5, 1.0, 2.0, 4.0], abs=0.3)
    showing(made, "a/5", 61.0)
    crashed_at = made.time
    assert made.crash().at_s - crashed_at <= 0.76


def test_an_exit_without_a_good_bye_is_a_crash() -> None:
    made = Made()
    showing(made)
    made.acts = lambda _show: None
    made.crash(0)
    assert not made.supervisor.ended
    assert made.supervisor.status.last_crash is not None
    assert made.supervisor.status.last_crash.code == 0


def test_a_new_deck_is_no_crash_and_what_was_wrong_with_the_old_one_counts_no_more() -> None:
    made = Made(left={"a/bad": 100.0})
    for _ in range(3):
        showing(made, "a/1")
        made.crash()
    showing(made)
    before = made.supervisor.status.last_crash
    made.bye("deck")
    made.show.code = 0
    ended_at = made.time
    again = made.started()
    assert again.at_s - ended_at <= 0.25
    assert (again.aside, again.rung) == ([], "deck")
    assert made.supervisor.status.last_crash == before
    assert not made.supervisor.ended


def test_a_show_that_crashes_on_its_way_to_a_new_deck_has_crashed() -> None:
    made = Made()
    showing(made)
    made.bye("deck")
    crashed_at = made.time
    assert made.crash(-11).at_s - crashed_at >= 0.5
    made.bye("deck")
    made.supervisor.look()
    made.crash(-11)
    made.acts = lambda _show: None
    made.crash(0)
    assert made.supervisor.status.last_crash is not None
    assert made.supervisor.status.last_crash.code == 0, "a good-bye is that of one show"


def test_staff_end_the_kiosk() -> None:
    made = Made()
    showing(made)
    made.bye()
    made.show.code = 0
    made.supervisor.look()
    assert made.supervisor.ended
    assert len(made.shows) == 1


def test_a_good_bye_followed_by_a_crash_is_a_crash() -> None:
    made = Made()
    showing(made)
    made.acts = lambda _show: None
    made.bye()
    made.crash(-6)
    assert len(made.shows) == 2
    made.show.code = 0
    made.started()
    assert not made.supervisor.ended, "what the last show said is not this one's"


def test_a_show_that_does_not_come_to_its_end_after_a_good_bye_is_ended_and_the_kiosk_with_it() -> None:
    made = Made()
    showing(made)
    made.acts = lambda _show: None
    made.bye()
    made.go_on(6.0)
    assert made.supervisor.ended
    assert made.shows[0].ended == 1


def test_three_and_a_half_seconds_without_a_beat_are_a_hang() -> None:
    made = Made()
    showing(made)
    made.acts = lambda _show: None
    last = made.time
    made.go_on(3.5)
    assert made.show.ended == 0
    made.go_on(0.5)
    assert (made.shows[0].ended, made.shows[0].grace_s) == (1, 0.0)
    again = made.started()
    assert again.place == '{"slide":"a/b"}'
    assert again.at_s - last <= 5.0
    fallen = made.supervisor.status.last_crash
    assert fallen is not None
    assert (fallen.how, fallen.slide) == ("hang", "a/b")


def test_a_show_that_is_slow_to_beat_has_more_time_until_it_has_hung_but_not_for_ever() -> None:
    made = Made()
    showing(made)
    made.acts = lambda _show: None
    for slow_s, limit_s in ((1.0, 3.5), (2.0, 4.0), (3.75, 5.0), (4.5, 5.0)):
        made.go_on(slow_s)
        made.beat()
        made.go_on(0.0)
        assert made.supervisor._limit_s() == limit_s
    assert made.show.ended == 0
    made.go_on(5.5)
    assert made.shows[0].ended == 1
    showing(made)
    assert made.supervisor._limit_s() == 3.5, "another show is another's pace"


def test_the_first_beat_may_take_fifteen_seconds_and_each_time_in_a_row_longer() -> None:
    made = Made()
    took = []
    for _ in range(4):
        show = made.started()
        while show.ended == 0:
            made.go_on(0.25)
        took.append(made.time - show.at_s)
    assert took == pytest.approx([15.25, 30.25, 60.25, 60.25], abs=0.3)
    showing(made)
    made.acts = lambda _show: None
    show = made.crash()
    made.go_on(16.0)
    assert show.ended == 1


@pytest.mark.parametrize("asleep", [6.0, 3600.0, 30_000_000.0])
def test_a_machine_that_slept_or_a_supervisor_that_was_stopped_has_seen_no_hang(asleep: float) -> None:
    made = Made()
    showing(made)
    show = made.show
    made.pass_by(asleep)
    made.supervisor.look()
    made.go_on(3.0)
    assert show.ended == 0
    made.acts = lambda _show: None
    made.pass_by(asleep)
    made.supervisor.look()
    made.go_on(2.5)
    assert show.ended == 0, "the show was asleep too, and has not had its time"
    made.go_on(2.0)
    assert show.ended == 1


def test_three_crashes_within_a_minute_on_a_slide_set_it_aside_and_it_is_not_gone_back_to() -> None:
    made = Made()
    for _ in range(3):
        showing(made, "a/bad")
        made.crash()
    assert made.show.aside == ["a/bad"]
    assert made.show.place == ""
    assert made.supervisor.left == {"a/bad": pytest.approx(DAY_S, abs=2.0)}


def test_the_slide_that_was_about_to_be_painted_is_to_blame() -> None:
    made = Made()
    for _ in range(3):
        showing(made, "a/fine")
        made.going("a/bad")
        made.crash()
    assert made.show.aside == ["a/bad"]


def test_slides_set_aside_are_back_after_a_day_as_soon_as_nobody_is_there() -> None:
    made = Made(left={"a/bad": 100.0})
    showing(made, calm=False)
    assert made.show.aside == ["a/bad"]
    made.acts = lambda _show: made.beat(calm=False)
    made.go_on(120.0)
    assert made.supervisor.left == {}
    assert len(made.shows) == 1
    showing(made, calm=True)
    assert made.shows[0].ended == 1
    assert made.show.aside == []
    assert made.show.place == '{"slide":"a/b"}'
    assert made.supervisor.status.last_crash is None


def test_the_clock_on_the_wall_means_nothing_while_it_runs() -> None:
    made = Made(left={"a/bad": 1000.0})
    showing(made)
    for jump in (3600.0, -7200.0, 365 * DAY_S, -730 * DAY_S):
        made.clock_on_wall += jump
        made.go_on(10.0)
    assert len(made.shows) == 1
    assert made.supervisor.left == {"a/bad": pytest.approx(959.0, abs=2.0)}
    made.show.code = -9
    crashed_at = made.time
    assert made.started().at_s - crashed_at < 1.0


def bad_deck(made: Made) -> None:
    """Whatever of the deck is shown crashes a second later; the plain page stands."""

    def act(show: Show) -> None:
        made.beat(f"a/{len(made.shows)}" if show.rung == "deck" else "")
        if show.rung != "safe" and made.time - show.at_s > 1.0:
            show.code = -11

    made.acts = act


def test_a_bad_deck_leads_to_the_good_one_then_to_the_plain_page_which_stands() -> None:
    made = Made()
    bad_deck(made)
    made.go_on(60.0)
    assert [show.rung for show in made.shows] == ["deck"] * 5 + ["good"] * 3 + ["safe"]
    assert made.supervisor.status.healthy is False
    assert made.supervisor.status.showing_s is not None


def test_without_a_good_deck_the_plain_page_is_next() -> None:
    made = Made(has_good=False)
    bad_deck(made)
    made.go_on(60.0)
    assert [show.rung for show in made.shows] == ["deck"] * 5 + ["safe"]


def test_a_mended_deck_comes_back_by_itself() -> None:
    made = Made()
    bad_deck(made)
    made.go_on(60.0)
    made.acts = lambda _show: made.beat()
    made.go_on(1300.0)
    assert [show.rung for show in made.shows[-3:]] == ["safe", "good", "deck"]
    assert made.supervisor.status.healthy
    assert made.supervisor.status.last_crash is not None, "it stays to be read"


@pytest.mark.parametrize("has_good", [True, False])
def test_a_deck_that_has_changed_is_tried_at_once(has_good: bool) -> None:
    made = Made(has_good=has_good)
    bad_deck(made)
    made.go_on(60.0)
    lower = made.show
    made.acts = lambda _show: made.beat()
    made.go_on(30.0)
    assert made.show is lower
    made.files.are_others = True
    changed_at = made.time
    made.go_on(1.0)
    assert made.show.rung == "deck"
    assert made.show.at_s - changed_at <= 0.5
    assert made.supervisor.status.healthy
    made.go_on(3600.0)
    assert made.show.at_s - changed_at <= 0.5, "and stays"


def test_a_change_in_vain_leads_down_again_and_the_next_one_waits_longer() -> None:
    made = Made(has_good=False)
    bad_deck(made)
    made.go_on(60.0)
    waits = []
    for _ in range(8):
        stood_since = made.show.at_s
        made.files.are_others = True
        while made.show.rung == "safe":
            made.go_on(0.25)
        waits.append(made.show.at_s - stood_since)
        while made.show.rung == "deck":
            made.go_on(0.25)
    assert waits[1:] == pytest.approx([15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 600.0], abs=1.0)


def test_an_unchanged_deck_is_tried_as_late_after_a_change_in_vain_as_before() -> None:
    made = Made(has_good=False)
    bad_deck(made)
    made.go_on(60.0)
    made.files.are_others = True
    made.go_on(60.0)
    assert made.show.rung == "safe"
    since = made.show.at_s
    while made.show.rung == "safe":
        made.go_on(0.25)
    assert made.show.at_s - since == pytest.approx(600.0, abs=1.0)


def test_a_visitor_is_not_interrupted_by_a_change() -> None:
    made = Made()
    bad_deck(made)
    made.go_on(20.0)
    made.acts = lambda _show: made.beat(calm=False)
    made.go_on(20.0)
    lower = made.show
    made.files.are_others = True
    made.go_on(60.0)
    assert made.show is lower
    made.acts = lambda _show: made.beat(calm=True)
    made.go_on(2.0)
    assert made.show.rung == "deck"


def test_slides_of_a_deck_that_was_changed_get_another_chance() -> None:
    made = Made(left={"a/bad": DAY_S})
    bad_deck(made)
    made.go_on(60.0)
    assert made.show.rung == "safe"
    made.acts = lambda _show: made.beat()
    made.files.are_others = True
    made.go_on(2.0)
    assert (made.show.rung, made.show.aside) == ("deck", [])


def test_what_a_deck_is_compared_with_is_what_it_was_as_it_was_tried_last() -> None:
    made = Made()
    bad_deck(made)
    made.go_on(60.0)
    assert made.files.tries == sum(show.rung == "deck" for show in made.shows) == 5


def test_what_the_plain_page_says_is_no_place_to_go_back_to() -> None:
    made = Made()
    bad_deck(made)
    made.go_on(60.0)
    assert made.show.rung == "safe"
    made.acts = lambda _show: made.beat("never")
    made.go_on(700.0)
    assert made.shows[-1].rung == "good"
    assert made.shows[-1].place == ""


def test_a_display_that_is_away_for_a_while_costs_the_deck_nothing_but_a_minute() -> None:
    made = Made()

    def act(show: Show) -> None:
        if made.time < 1200.0:
            show.code = 1
        else:
            made.beat()

    made.acts = act
    made.go_on(320.0)
    assert made.show.rung == "deck"
    assert made.supervisor.status.healthy


def test_a_place_with_which_the_show_cannot_even_begin_is_given_up() -> None:
    made = Made()
    showing(made, "a/b")
    made.acts = lambda _show: None
    assert made.crash().place != ""
    assert made.crash(2).place == ""


def test_a_program_that_cannot_be_started_is_tried_for_ever() -> None:
    made = Made()
    made.refusing = OSError(11, "no processes")
    made.go_on(300.0)
    made.refusing = None
    made.started()
    assert made.supervisor.status.restarts > 8
    fallen = made.supervisor.status.last_crash
    assert fallen is not None
    assert fallen.how == "start"


def test_a_process_that_does_not_even_end_when_killed_is_left_behind() -> None:
    made = Made()
    showing(made)
    made.acts = lambda _show: None
    made.show.immortal = True
    stuck = made.show
    made.go_on(7.0)
    assert made.show is not stuck
    assert made.supervisor._lingering == [stuck]
    stuck.code = -9
    made.supervisor.look()
    assert made.supervisor._lingering == []


def test_asked_to_end_it_ends_the_show_and_itself() -> None:
    made = Made()
    showing(made)
    made.supervisor.stop(signal.SIGTERM, None)
    assert made.woken == 1
    made.supervisor.look()
    assert (made.supervisor.ended, made.shows[0].ended, len(made.shows)) == (True, 1, 1)
    assert 0.5 < made.shows[0].grace_s < 1.5, "it can write down what it has to, and all is over within two seconds"


def test_asked_to_end_while_it_waits_it_ends_too() -> None:
    made = Made()
    showing(made)
    made.acts = lambda _show: None
    made.show.code = -11
    made.supervisor.look()
    made.supervisor.stop()
    made.supervisor.run(lambda: None)
    assert made.supervisor.ended
    assert len(made.shows) == 1


def test_its_status_says_what_there_is_to_know() -> None:
    made = Made(left={"a/old": 500.0})
    showing(made, "a/b", 10.0)
    made.good("0123")
    made.go_on(1.0)
    status = made.supervisor.status
    assert status.healthy
    assert (status.deck, status.version, status.child, status.slide, status.good) == (DECK, "1.0", 100, "a/b", "0123")
    assert status.aside[0][0] == "a/old"
    assert status.restarts == 0
    assert status.beat_age_s == 0.0
    made.crash()
    status = made.supervisor.status
    assert not status.healthy
    assert status.restarts == 1
    fallen = status.last_crash
    assert fallen is not None
    assert (fallen.how, fallen.signal, fallen.code, fallen.slide) == ("signal", "SIGSEGV", None, "a/b")
    assert fallen.at_s == pytest.approx(made.clock_on_wall, abs=2.0)


def test_what_is_wrong_with_the_deck_is_said_as_long_as_that_show_runs() -> None:
    made = Made()
    showing(made)
    made.content(Content(3, "a/b.yaml:1: no title", copy=True))
    made.go_on(1.0)
    assert made.supervisor.status.content.errors == 3
    assert not made.supervisor.status.healthy
    made.crash()
    assert made.supervisor.status.content == Content()


def test_why_a_slide_is_set_aside_or_another_deck_shown_is_said_until_that_is_over() -> None:
    made = Made()
    for _ in range(3):
        showing(made, "a/bad")
        made.crash()
    ((slide, fallen),) = made.supervisor.status.why.slides
    assert (slide, fallen.slide, fallen.signal) == ("a/bad", "a/bad", "SIGSEGV")
    made.acts = lambda _show: None
    made.content(Content(1, "briefing.yaml:3:1: 缺标题 / no title"))
    for _ in range(4):
        made.content(Content(1, "briefing.yaml:3:1: 缺标题 / no title"))
        made.crash(2)
    assert made.show.rung == "good"
    ((rung, fallen),) = made.supervisor.status.why.rungs
    assert (rung, fallen.code, fallen.first) == (0, 2, "briefing.yaml:3:1: 缺标题 / no title")
    showing(made)
    made.bye("deck")
    made.show.code = 0
    made.started()
    assert made.supervisor.status.why == Why()


def test_a_hall_that_is_closed_is_said_so_and_is_well() -> None:
    made = Made()
    showing(made, closed=True)
    assert (made.supervisor.status.closed, made.supervisor.status.healthy) == (True, True)
    made.acts = lambda _show: made.beat("a/b")
    made.go_on(1.0)
    assert made.supervisor.status.closed is False


def test_a_window_that_is_not_seen_is_said_so() -> None:
    made = Made()
    showing(made, seen=False)
    assert made.supervisor.status.seen is False


HAPPENS = st.lists(
    st.tuples(
        st.sampled_from(["beat", "go", "still", "crash", "exit", "good", "refuse", "sleep", "clock", "immortal"]),
        st.sampled_from([0.3, 2.0, 7.0, 20.0, 61.0]),
        st.sampled_from(["", "a/1", "a/2", "b/3"]),
    ),
    max_size=20,
)


@settings(max_examples=60)
@given(HAPPENS, st.booleans())
def test_whatever_happens_a_show_runs_or_is_about_to(happens: list[tuple[str, float, str]], has_good: bool) -> None:
    made = Made(has_good=has_good)
    for what, seconds, slide in happens:
        made.refusing = OSError(11, "no processes") if what == "refuse" else None
        made.acts = {
            "beat": lambda _show, slide=slide: made.beat(slide),
            "go": lambda _show, slide=slide: made.going(slide),
            "good": lambda _show: made.good("x"),
        }.get(what, lambda _show: None)
        if made.shows and made.show.code is None and not made.show.ended:
            made.show.immortal = what == "immortal"
            if what in ("crash", "exit"):
                made.show.code = -11 if what == "crash" else 0
        if what == "sleep":
            made.pass_by(100.0 * seconds)
        if what == "clock":
            made.clock_on_wall -= 1e5 * seconds
        made.go_on(seconds)
        assert not made.supervisor.ended
        running = [show for show in made.shows if show.code is None and not show.immortal]
        assert len(running) <= 1
        assert running or made.supervisor._due - made.supervisor._now <= 30.0
    made.refusing = None
    made.acts = lambda _show: made.beat()
    made.go_on(31.0)
    assert made.supervisor.status.showing_s is not None


def test_weeks_of_crashes_at_any_time_never_end_it() -> None:
    """A month in which the show crashes after every minute and a half, with a hang now and then."""
    made = Made()
    made.started()

    def act(show: Show) -> None:
        age = made.time - show.at_s
        if age < 90.0:
            made.beat(f"a/{len(made.shows) % 40}")
        elif len(made.shows) % 7:
            show.code = -6

    made.acts = act
    made.go_on(6 * 3600.0)
    assert not made.supervisor.ended
    assert len(made.shows) > 150
    assert RUNGS[made.supervisor.status.rung] == "deck"
    assert made.supervisor.left == {}
