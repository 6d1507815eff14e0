"""The visit: nothing is left of it, outside the hours nothing is seen, and nobody is in the record."""

from bench.guards.guard import guards

VISIT = (
    *guards(
        "show/kiosk/ticking.py",
        "show/kiosk/test_ticking.py",
        (
            "who has gone is never forgotten",
            "        return reset(state, deck, now_ms)\n",
            "        return state\n",
            "test_whoever_has_gone_is_forgotten",
        ),
        (
            "the pad stays until somebody comes",
            "    if stand.staff:\n        return _gone_ms(stand, deck)\n",
            "",
            "test_a_pad_that_nobody_types_on_goes_away_and_the_loop_waits_behind_it",
        ),
    ),
    *guards(
        "show/kiosk/visit.py",
        "show/commands/test_kiosk.py",
        *(
            (name, was, off, "test_nothing_that_a_visitor_chose_is_left_in_the_loop")
            for name, was, off in (
                (
                    "a visitor's language stays",
                    "languages=stand.home_languages,\n        style",
                    "languages=state.languages,\n        style",
                ),
                (
                    "a visitor's contrast stays",
                    "style=stand.home_style,\n        aside",
                    "style=state.style,\n        aside",
                ),
                (
                    "all that a visitor did stays",
                    "return structs.replace(new, seating=state.seating,",
                    "return structs.replace(state, kiosk=new.kiosk, seating=state.seating,",
                ),
            )
        ),
        (
            "what was asked stays on the themes",
            'left = structs.replace(settled(state), scrub={}, focus="", asked=None',
            "left = structs.replace(settled(state)",
            "test_home_nothing_is_left_of_what_was_read",
        ),
    ),
    *guards(
        "show/kiosk/loop.py",
        "show/kiosk/test_loop.py",
        (
            "slides that crash the show are in the loop",
            "if slide not in aside) or there",
            ") or there",
            "test_what_is_broken_or_set_aside_is_not_in_the_loop",
        ),
        (
            "with everything set aside nothing is shown",
            "if slide not in aside) or there",
            "if slide not in aside)",
            "test_with_everything_set_aside_everything_is_shown_after_all",
        ),
    ),
    *guards(
        "show/kiosk/resume.py",
        "show/kiosk/test_resume.py",
        (
            "after a crash a slide set aside is gone back to",
            "if place.slide in loop_of(deck, standing(state)) else state",
            "if place.slide in deck.slides else state",
            "test_a_slide_set_aside_is_not_gone_back_to",
        ),
        (
            "a place of any size is read",
            "if not text or len(text) > MOST:",
            "if not text:",
            "test_nonsense_is_no_place",
        ),
        (
            "a place that is none ends the show",
            "except (msgspec.DecodeError, UnicodeError, RecursionError):",
            "except KeyError:",
            "test_nonsense_is_no_place",
        ),
    ),
    *guards(
        "show/kiosk/hours.py",
        "show/kiosk/test_hours.py",
        (
            "it never closes",
            "return not hours or _within(hours, _minute(at))",
            "return True",
            "test_it_is_open_from_the_first_minute_to_before_the_last_on_the_days_that_are_named",
        ),
        (
            "a visitor keeps it open for ever",
            "if over_ms >= GRACE_MS or not _busy(stand) else None",
            "if not _busy(stand) else None",
            "test_whoever_is_there_at_closing_time_has_five_minutes",
        ),
        (
            "a visitor is sent away at the minute",
            "if over_ms >= GRACE_MS or not _busy(stand) else None",
            "if True else None",
            "test_whoever_is_there_at_closing_time_has_five_minutes",
        ),
    ),
    *guards(
        "qt/kiosk/opening.py",
        "qt/kiosk/test_opening.py",
        (
            "a clock that is set is never followed",
            "return LOOK_MS if left is None else min(LOOK_MS, left)",
            "return LOOK_MS if left is None else left",
            "test_the_clock_is_looked_at_again_at_the_hour_and_in_any_case_before_long",
        ),
        (
            "a clock beyond all calendars ends the show",
            "except (OSError, OverflowError, ValueError):",
            "except KeyError:",
            "test_a_clock_beyond_all_calendars_shows_nothing",
        ),
        (
            "the screen stays lit when it is closed",
            'return stand is None or stand.phase != "closed" or stand.staff',
            "return True",
            "test_the_screen_is_to_be_dark_when_it_is_closed_and_said_so_with_each_look",
        ),
    ),
    *guards(
        "qt/kiosk/commands.py",
        "qt/kiosk/test_commands.py",
        (
            "an owner's command that hangs is waited for",
            "if ended or time.monotonic() >= until:",
            "if ended:",
            "test_a_command_that_does_not_end_is_ended_with_all_that_it_has_started",
        ),
        (
            "words of a command without number",
            "return os.read(fd, CHUNK)[:most]",
            "return os.read(fd, CHUNK)",
            "test_one_that_never_stops_talking_neither_blocks_nor_fills_anything",
        ),
    ),
    *guards(
        "usage_file.py",
        "test_usage_file.py",
        (
            "what cannot be written fills the memory",
            "while self.waiting > MOST_ROWS:",
            "while False:",
            "test_where_nothing_can_be_written_it_waits_within_bounds_and_comes_later",
        ),
        (
            "days without number",
            "book.execute(FORGET, (MOST_DAYS,))",
            "pass",
            "test_the_last_800_days_are_kept_by_the_days_there_are",
        ),
        (
            "a record of any size",
            'book.execute(f"PRAGMA max_page_count = {MOST_BYTES // size}").fetchall()',
            "pass",
            "test_the_file_has_a_most_and_forgets_old_days_to_keep_it",
        ),
        (
            "what is broken ends the counting",
            "return self._set_aside(error) and self._write_anew()",
            "return self._fail(error)",
            "test_what_is_no_record_is_set_aside_once_and_nothing_is_lost",
        ),
        (
            "a broken page is found by nobody",
            'if check and (found := book.execute("PRAGMA quick_check(1)").fetchall()) != [("ok",)]:',
            "if check and (found := []):",
            "test_pages_that_would_be_read_twice_are_found_though_nothing_else_would_complain",
        ),
        (
            "triggers of a stranger are run",
            "if version or there or not create:",
            "if not there or not create:",
            "test_a_trigger_that_somebody_put_there_is_never_run",
        ),
        (
            "the journal of a broken file is rolled back into the new one",
            "                _journal(self._path).replace(_journal(aside))",
            "                pass",
            "test_a_journal_goes_along_with_the_file_that_it_is_of",
        ),
        (
            "broken files pile up",
            "                _broken(self._path, number).unlink()\n",
            "                pass\n",
            "test_of_what_was_set_aside_the_last_few_are_kept",
        ),
    ),
    *guards(
        "qt/kiosk/usage.py",
        "qt/kiosk/test_usage.py",
        (
            "the time of day is written",
            "at.date().isoformat()",
            "at.isoformat()",
            "test_each_minute_is_written_under_its_day",
        ),
        (
            "a disk that does not answer fills the memory",
            "if self._tallies.qsize() >= MOST_QUEUED:",
            "if False:",
            "test_a_disk_that_does_not_answer_keeps_nobody_and_loses_nothing",
        ),
    ),
    *guards(
        "show/kiosk/usage.py",
        "show/kiosk/test_usage.py",
        (
            "the hours in which it is closed are counted",
            'if stand is None or stand.phase == "closed":\n        return None',
            "if stand is None:\n        return None",
            "test_behind_the_staff_s_pad_no_slide_is_seen_and_closed_nothing_is",
        ),
    ),
)
