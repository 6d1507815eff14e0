"""The way out: a PIN that cannot be guessed, however often the machine is restarted."""

from bench.guards.guard import guards

PIN = (
    *guards(
        "show/kiosk/pin.py",
        "show/kiosk/test_pin.py",
        (
            "any digits are right",
            "return hmac.compare_digest(_hash(secret, digits), secret.hash)",
            "return True",
            "test_the_pin_and_no_other_is_right",
        ),
        (
            "a hash that costs nothing",
            "N, R, P = 1 << 14, 8, 1",
            "N, R, P = 2, 8, 1",
            "test_what_is_kept_is_the_scrypt_of_the_standard_library_with_a_salt",
        ),
        (
            "settings that stall the kiosk",
            " and n * r * p <= MOST_COST",
            "",
            "test_other_lines_are_refused",
        ),
        ("salts of nothing", "if takes and len(salt) >= SALT and", "if takes and", "test_other_lines_are_refused"),
        (
            "tries without number",
            "if wrong < FREE:",
            "if True:",
            "test_three_wrong_tries_lock_for_half_a_minute_and_each_further_one_twice_as_long",
        ),
        (
            "a lock that does not grow",
            "STEP_MS * 2.0 ** min(wrong - FREE, 32)",
            "STEP_MS",
            "test_three_wrong_tries_lock_for_half_a_minute_and_each_further_one_twice_as_long",
        ),
        (
            "a lock for a hundred years",
            "return min(STEP_MS * 2.0 ** min(wrong - FREE, 32), MOST_LOCK_MS)",
            "return STEP_MS * 2.0 ** min(wrong - FREE, 32)",
            "test_a_lock_grows_and_ends_at_a_day",
        ),
        (
            "a restart of the machine shortens the lock",
            "now_ms - then_ms if now_ms >= then_ms else now_ms",
            "now_ms",
            "test_never_more_time_has_passed_than_really_has",
        ),
        (
            "damaging the record is a way around the lock",
            "DAMAGED = Tries(FREE, STEP_MS)",
            "DAMAGED = NONE",
            "test_a_damaged_record_stands_for_one_lock",
        ),
    ),
    *guards(
        "qt/kiosk/gate.py",
        "qt/kiosk/test_gate.py",
        (
            "a locked pad compares",
            " or self.busy or self.wait_ms() > 0.0:",
            " or self.busy:",
            "test_three_wrong_ones_lock_the_pad_for_the_right_one_too",
        ),
        (
            "who pulls the plug has had no try",
            "    file.write(wrong)\n    if not",
            "    if not",
            "test_a_try_is_on_the_disk_before_anybody_knows_what_comes_of_it",
        ),
        (
            "a restart of the program forgets the tries",
            "file.read() if secret is not None else NONE",
            "NONE",
            "test_the_lock_and_its_growth_survive_a_restart",
        ),
        (
            "what is left of a lock is not kept",
            "        self._errand.run(partial(_write, self._file, Tries(self._tries.wrong, left)))\n",
            "",
            "test_what_is_left_of_a_lock_is_kept_for_a_restart_of_the_machine",
        ),
        (
            "right tries leave the wrong ones counted",
            "    file.write(NONE)\n    return True, NONE",
            "    return True, wrong",
            "test_the_right_pin_leads_out_and_wrong_ones_are_forgotten",
        ),
        (
            "without a PIN anybody gets out",
            "if self._secret is not None else math.inf",
            "if self._secret is not None else 0.0",
            "test_without_a_pin_nobody_gets_out",
        ),
    ),
    *guards(
        "qt/kiosk/pin_file.py",
        "qt/kiosk/test_pin_file.py",
        (
            "the lock is gone with the program",
            "return Tries(record.wrong, max(0.0, left))",
            "return Tries(record.wrong, 0.0)",
            "test_after_a_restart_of_the_machine_the_rest_of_the_lock_is_still_to_come",
        ),
        (
            "the clock on the wall shortens the lock",
            "    return time.monotonic() * 1000.0",
            "    return time.time() * 1000.0",
            "test_the_clock_of_the_lock_is_none_that_anybody_sets",
        ),
        (
            "a record that cannot be understood is none",
            "        except msgspec.MsgspecError as error:\n            return self._damaged(error)",
            "        except msgspec.MsgspecError:\n            return NONE",
            "test_what_is_no_small_file_is_damage test_whatever_is_in_the_file_a_damaged_one_locks_once",
        ),
        (
            "numbers that nobody writes are believed",
            "if not (0 <= record.wrong <= MOST_WRONG",
            "if False and not (0 <= record.wrong <= MOST_WRONG",
            "test_numbers_that_nobody_writes_are_damage",
        ),
        (
            "everybody reads the record",
            "OWNER_ONLY = 0o600",
            "OWNER_ONLY = 0o666",
            "test_it_is_its_owners_alone",
        ),
        (
            "a disk that takes nothing ends the show",
            '        except OSError as error:\n            log.info("%s: %s", self._path, error)',
            '        except KeyError as error:\n            log.info("%s: %s", self._path, error)',
            "test_where_nothing_can_be_written_it_says_so_and_goes_on",
        ),
    ),
    *guards(
        "show/commands/kiosk.py",
        "show/commands/test_kiosk.py",
        (
            "the PIN counts without the pad",
            "    if state.kiosk is None or not state.kiosk.staff:\n        return state\n    checked",
            "    if state.kiosk is None:\n        return state\n    checked",
            "test_no_pin_counts_without_the_pad",
        ),
        (
            "a wrong PIN leads out",
            "leaving=True) if right else checked",
            "leaving=True)",
            "test_staff_type_digits_that_no_visitor_sees_taken",
        ),
        (
            "visitors act behind the pad",
            "and not stand.staff and deck.briefing",
            "and deck.briefing",
            "test_behind_the_pad_nothing_of_a_visitor_counts",
        ),
        (
            "a touch wakes a closed kiosk",
            'stand is not None and stand.phase != "closed" and not',
            "stand is not None and not",
            "test_closed_it_is_black_and_no_touch_counts",
        ),
        (
            "a wall without touch is touched",
            " and deck.briefing.kiosk.touch",
            "",
            "test_a_wall_without_touch_just_loops",
        ),
    ),
)
