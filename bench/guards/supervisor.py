"""The supervisor: a show that hangs or crashes is started again, for ever, and the slide to blame is left out."""

from bench.guards.guard import guards

SUPERVISOR = (
    *guards(
        "supervise/supervisor.py",
        "supervise/test_supervisor.py",
        (
            "a show that hangs is left hanging",
            "elif self._silent_s() > self._limit_s():",
            "elif False:",
            "test_three_and_a_half_seconds_without_a_beat_are_a_hang",
        ),
        (
            "a start that hangs is waited for longer and longer without end",
            "return min(patience.most_start_s, patience.start_s * 2.0**self._slow_starts)",
            "return patience.start_s * 2.0**self._slow_starts",
            "test_the_first_beat_may_take_fifteen_seconds_and_each_time_in_a_row_longer",
        ),
        (
            "a hang is given a chance to do harm",
            "self._put_away(running, kindly=False)",
            "self._put_away(running)",
            "test_three_and_a_half_seconds_without_a_beat_are_a_hang",
        ),
        (
            "a good-bye followed by a crash ends the kiosk",
            "if code == 0 and self._leaving:",
            "if self._leaving:",
            "test_a_good_bye_followed_by_a_crash_is_a_crash",
        ),
        (
            "any exit ends the kiosk",
            "if code == 0 and self._leaving:",
            "if code == 0:",
            "test_an_exit_without_a_good_bye_is_a_crash",
        ),
        (
            "the slide before is blamed",
            "self._slide, self._silent = heard.going.slide, False",
            "self._silent = False",
            "test_the_slide_that_was_about_to_be_painted_is_to_blame",
        ),
        (
            "the show goes back to the slide that was set aside",
            'self._place = ""  # it may be',
            "pass  # it may be",
            "test_three_crashes_within_a_minute_on_a_slide_set_it_aside_and_it_is_not_gone_back_to",
        ),
        (
            "what the plain page says is gone back to",
            "if self._launch.rung != ladder.SAFE:",
            "if True:",
            "test_what_the_plain_page_says_is_no_place_to_go_back_to",
        ),
        (
            "a program that cannot be started ends the supervisor",
            'except OSError as error:\n            self._log(f"the show cannot be started',
            'except KeyError as error:\n            self._log(f"the show cannot be started',
            "test_a_program_that_cannot_be_started_is_tried_for_ever",
        ),
        (
            "a machine that slept has its show killed",
            "self._now = self._attention.look(raw)",
            "self._now = raw",
            "test_a_machine_that_slept_or_a_supervisor_that_was_stopped_has_seen_no_hang",
        ),
        (
            "slides that are back after their day interrupt a visitor",
            "elif calm and set(self._launch.aside) - self.left.keys():",
            "elif set(self._launch.aside) - self.left.keys():",
            "test_slides_set_aside_are_back_after_a_day_as_soon_as_nobody_is_there",
        ),
        (
            "slides set aside never come back",
            "self.left = aside.aged(self.left, max(0.0, raw - self._aged_s))",
            "pass",
            "test_slides_set_aside_are_back_after_a_day_as_soon_as_nobody_is_there",
        ),
        (
            "what was wrong with the old deck counts for a new one",
            "= ladder.Standing(), {}, Why()",
            "= self._standing, self.left, self._why",
            "test_a_new_deck_is_no_crash_and_what_was_wrong_with_the_old_one_counts_no_more",
        ),
    ),
    *guards(
        "supervise/attention.py",
        "supervise/test_attention.py",
        (
            "a night asleep counts as a hang",
            "min(max(0.0, now_s - self._last_s), MOST_GAP_S)",
            "max(0.0, now_s - self._last_s)",
            "test_a_night_asleep_counts_as_a_moment",
        ),
    ),
    *guards(
        "supervise/backoff.py",
        "supervise/test_backoff.py",
        (
            "restarts as fast as the machine can",
            "FIRST_S * float(2 ** min(max(crashes, 1) - 1, MOST_DOUBLINGS))",
            "FIRST_S",
            "test_delays_double_from_half_a_second_to_half_a_minute",
        ),
        (
            "a delay without a cap",
            "return min(MOST_S, FIRST_S * float(2 ** min(max(crashes, 1) - 1, MOST_DOUBLINGS)))",
            "return FIRST_S * float(2 ** min(max(crashes, 1) - 1, MOST_DOUBLINGS))",
            "test_delays_double_from_half_a_second_to_half_a_minute",
        ),
        (
            "after a long night the delay overflows, and it gives up",
            "min(max(crashes, 1) - 1, MOST_DOUBLINGS)",
            "(max(crashes, 1) - 1)",
            "test_it_never_gives_up",
        ),
    ),
    *guards(
        "supervise/ladder.py",
        "supervise/test_ladder.py",
        (
            "a slide that crashes at once is shown again and again",
            "return len(ages) >= OFTEN or sum(age <= WITHIN_S for age in ages) >= ON_ONE_SLIDE",
            "return len(ages) >= OFTEN",
            "test_the_third_crash_within_a_minute_on_a_slide_sets_it_aside",
        ),
        (
            "one that crashes when it is left too",
            "return len(ages) >= OFTEN or sum",
            "return sum",
            "test_five_crashes_within_an_hour_on_a_slide_that_stands_long_set_it_aside",
        ),
        (
            "crashes of last week count",
            "if 0.0 <= crash.at_s - one.at_s <= OFTEN_WITHIN_S)",
            ")",
            "test_crashes_longer_ago_than_an_hour_are_forgotten",
        ),
        (
            "slide after slide is set aside",
            " and standing.aside < MOST_ASIDE:",
            ":",
            "test_when_a_fourth_slide_in_a_row_is_to_blame_it_is_not_the_slides",
        ),
        (
            "crashes here and there never lead to the good copy",
            "if standing.row >= enough or _is_to_blame(standing.crashes, crash):",
            "if False:",
            "test_crashes_here_and_there_lead_down_as_well",
        ),
        (
            "without a good copy there is no rung below",
            "rung = GOOD if standing.rung == DECK and has_good else SAFE",
            "rung = GOOD",
            "test_whatever_happens_there_is_a_decision_within_bounds",
        ),
        (
            "the plain page for ever",
            "    return calm or showing_s >= 2.0 * standing.climb_s",
            "    return False",
            "test_ten_stable_minutes_lead_one_rung_up",
        ),
        (
            "a visitor is interrupted by the way up",
            "    return calm or showing_s >= 2.0 * standing.climb_s",
            "    return True",
            "test_a_visitor_is_not_interrupted_by_that_but_does_not_hold_it_up_for_ever",
        ),
        (
            "a climb in vain again every ten minutes",
            "min(MOST_CLIMB_S, 2.0 * standing.climb_s) if standing.climbed else standing.climb_s",
            "standing.climb_s",
            "test_a_climb_in_vain_is_tried_again_later_and_later",
        ),
        (
            "a display that is away for a night costs the deck a day",
            "if crash.silent and (standing.blind or standing.rung == SAFE):",
            "if False:",
            "test_where_not_even_the_plain_page_can_begin_the_deck_is_not_to_blame",
        ),
        (
            "nothing is forgiven",
            "standing = standing._replace(row=0, aside=0, blind=False)",
            "pass",
            "test_after_a_stable_minute_the_delay_is_short_again",
        ),
    ),
    *guards(
        "supervise/aside.py",
        "supervise/test_aside.py",
        (
            "set aside for ever",
            "if rest > by_s}",
            "}",
            "test_a_slide_is_aside_for_a_day_and_then_back",
        ),
        (
            "a file sets slides aside for a year",
            "min(rest, DAY_S)",
            "rest",
            "test_no_file_sets_a_slide_aside_for_longer_than_a_day",
        ),
        (
            "a clock put back makes a day longer",
            "max(0.0, wall_s - at_s)",
            "wall_s - at_s",
            "test_a_clock_put_back_makes_no_day_longer",
        ),
        (
            "slides set aside without number",
            "if len(kept) >= MOST_SLIDES:",
            "if False:",
            "test_of_too_many_the_one_that_has_waited_longest_is_back",
        ),
        (
            "a number that is none makes a day of its own",
            "if not all(map(math.isfinite, (at_s, *left.values()))):",
            "if False:",
            "test_a_file_that_is_none_says_nothing",
        ),
    ),
)
