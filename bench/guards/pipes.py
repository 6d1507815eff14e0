"""Between supervisor and show: nothing that the show has started lives on, and none fills the memory of the other."""

from bench.guards.guard import guards

PIPES = (
    *guards(
        "supervise/child.py",
        "supervise/test_child.py",
        (
            "what a hung show has started lives on",
            "            start_new_session=POSIX,\n",
            "",
            "test_a_show_that_hangs_is_killed_with_all_that_it_has_started",
        ),
        (
            "what a crashed show has started lives on",
            "self._kill_group()  # before its number can become another's",
            "pass",
            "test_what_a_crashed_show_has_started_is_ended_too",
        ),
        (
            "who does not listen is never killed",
            "            self._kill_group()\n            self._gone_within(KILLED_S)",
            "            pass",
            "test_without_a_grace_it_is_killed_at_once",
        ),
        (
            "the show tells systemd that the supervisor is well",
            " if name not in KEPT_BACK}",
            "}",
            "test_its_own_words_to_systemd_are_kept_from_it",
        ),
        (
            "memory is taken from the supervisor first",
            "        _first_to_go(self.pid)\n",
            "",
            "test_memory_is_taken_from_the_show_first",
        ),
        (
            "threads wait for pipes that nobody closes",
            "        self._unwanted = True\n",
            "",
            "test_what_lives_on_elsewhere_and_holds_the_pipes_keeps_no_thread",
        ),
    ),
    *guards(
        "supervise/lines.py",
        "supervise/test_lines.py",
        (
            "a line without an end fills the memory",
            "self._begun += piece[:room]",
            "self._begun += piece",
            "test_a_line_without_an_end_keeps_no_more_than_its_bound",
        ),
    ),
    *guards(
        "supervise/protocol.py",
        "supervise/test_protocol.py",
        (
            "brackets without end crash the supervisor",
            "except (ValueError, RecursionError):",
            "except KeyError:",
            "test_anything_else_is_nothing",
        ),
        (
            "any word is a number of beats",
            'if type(said.get("beat")) is int:',
            'if "beat" in said:',
            "test_anything_else_is_nothing",
        ),
    ),
    *guards(
        "supervise/world.py",
        "supervise/test_world.py",
        (
            "the words of the last show are taken for those of the next",
            "self._inbox = Inbox(self._bell)  # what a reader",
            "pass  # what a reader",
            "test_what_a_show_has_said_is_not_taken_for_the_words_of_the_next",
        ),
    ),
    *guards(
        "supervise/keeping.py",
        "supervise/test_keeping.py",
        (
            "asked to end, it leaves the show running",
            "        signal.signal(number, supervisor.stop)",
            "        pass",
            "test_asked_to_end_it_ends_the_show_and_itself",
        ),
        (
            "what was set aside is forgotten with the power",
            "scribe.line, _set_aside(kiosk.folder, machine.wall())",
            "scribe.line, {}",
            "test_what_was_set_aside_before_a_restart_of_the_machine_still_is",
        ),
        (
            "the network is answered though nobody wanted it",
            "scribe.line) if kiosk.health else None",
            'scribe.line) if kiosk.health else Health("127.0.0.1", 0, lambda: records.page, scribe.line)',
            "test_without_an_address_nothing_listens",
        ),
    ),
    *guards(
        "qt/kiosk/leash.py",
        "qt/kiosk/test_leash.py",
        (
            "a show outlives its supervisor",
            "        end(ORPHANED)\n",
            "",
            "test_the_show_ends_with_its_supervisor_at_once",
        ),
        (
            "a library's words are taken for the show's",
            "    os.dup2(STDERR, STDOUT)\n",
            "",
            "test_nothing_but_lines_for_the_supervisor_is_on_stdout",
        ),
        (
            "half a line is said",
            "if len(line) > self.MOST:",
            "if False:",
            "test_a_line_that_a_pipe_could_take_in_part_is_not_said",
        ),
        (
            "a show waits for a supervisor that does not listen",
            "        os.set_blocking(fd, False)\n",
            "        pass\n",
            "test_nobody_who_does_not_listen_is_waited_for",
        ),
        (
            "a supervisor that is gone is an error of the show's",
            "except OSError:\n            return False  # full",
            "except KeyError:\n            return False  # full",
            "test_a_supervisor_that_is_gone_is_no_error",
        ),
    ),
    *guards(
        "qt/kiosk/beat.py",
        "qt/kiosk/test_beat.py",
        (
            "a show that paints nothing is taken for alive",
            "        self._asked = True\n        self._stage.update(PIXEL)",
            "        self._beat(seen=True)",
            "test_what_cannot_be_painted_has_no_beat",
        ),
        (
            "the slide that crashes the show is not told before",
            "            self._say(going_line(self._slide))\n        if new.leaving:",
            "        if new.leaving:",
            "test_a_slide_is_told_before_it_is_painted",
        ),
    ),
)
