"""What is told and written: logs with a cap, disks that are full, one page on the network, the settings."""

from bench.guards.guard import guards

RECORDS = (
    *guards(
        "supervise/logs.py",
        "supervise/test_logs.py",
        (
            "the log fills the disk",
            "if self._size + len(stamped) > self._most:",
            "if False:",
            "test_it_never_grows_beyond_its_files",
        ),
        (
            "one line fills the disk",
            '"replace")[: self._most]',
            '"replace")',
            "test_a_line_longer_than_a_file_is_cut",
        ),
        (
            "a flood of words wears the disk out",
            "if flooded:",
            "if False:",
            "test_a_flood_is_cut_and_counted",
        ),
    ),
    *guards(
        "supervise/scribe.py",
        "supervise/test_scribe.py",
        (
            "a full disk ends the log for ever",
            "        except OSError:\n            self._lost += 1\n            self._retry_s",
            "        except KeyError:\n            self._lost += 1\n            self._retry_s",
            "test_on_a_full_disk_lines_are_lost_and_counted",
        ),
        (
            "a read-only disk ends the writing for ever",
            "        except OSError as error:\n            if path not in self._failed:",
            "        except KeyError as error:\n            if path not in self._failed:",
            "test_a_file_that_cannot_be_written_costs_one_line_until_it_can",
        ),
        (
            "a line of complaint for each file that is not written",
            "if path not in self._failed:",
            "if True:",
            "test_a_file_that_cannot_be_written_costs_one_line_until_it_can",
        ),
        (
            "words that wait for a slow disk fill the memory",
            "if len(self._lines) >= MOST_WAITING:",
            "if False:",
            "test_while_the_disk_stands_still_nobody_waits_and_no_memory_fills",
        ),
        (
            "a terminal that is closed ends the log",
            "except (OSError, ValueError):\n                self._echo = None",
            "except KeyError:\n                self._echo = None",
            "test_a_terminal_that_was_closed_is_not_spoken_to_again",
        ),
        (
            "a file is seen half written",
            "    part.replace(path)",
            "    path.write_bytes(content)",
            "test_a_file_takes_its_place_whole_or_not_at_all",
        ),
    ),
    *guards(
        "supervise/watchdog.py",
        "supervise/test_watchdog.py",
        (
            "a watchdog of another process is fed",
            "return int(micros) / 1e6 if ours and micros",
            "return int(micros) / 1e6 if micros",
            "test_a_watchdog_that_is_not_ours_hears_nothing",
        ),
        (
            "a full socket holds the supervisor up",
            "            out.setblocking(False)\n",
            "",
            "test_without_systemd_or_with_a_full_socket_nothing_happens",
        ),
    ),
    *guards(
        "supervise/health.py",
        "supervise/test_health.py",
        ("any page is asked for", 'if target != b"/health":', "if False:", "test_all_else_is_refused"),
        ("any method is taken", 'if method != b"GET":', "if False:", "test_all_else_is_refused"),
        (
            "connections without number",
            "if len(self._open) >= MOST_OPEN:",
            "if False:",
            "test_a_thousand_connections_that_say_nothing_do_not_keep_one_from_its_answer",
        ),
        (
            "who says nothing is waited for",
            "if self._now() >= visit.until_s]",
            "if False]",
            "test_who_is_too_slow_is_sent_away",
        ),
        (
            "a request without an end fills the memory",
            " and len(visit.asked) < MOST_ASKED:",
            ":",
            "test_a_request_without_an_end_is_refused",
        ),
        (
            "an address that is taken ends the supervisor",
            "except (OSError, OverflowError) as error:",
            "except KeyError as error:",
            "test_an_address_that_is_taken_is_told_once_and_tried_again",
        ),
        (
            "a kiosk that is not well says it is",
            "_response(200 if found.healthy else 503, found.content)",
            "_response(200, found.content)",
            "test_it_says_how_the_kiosk_is",
        ),
    ),
    *guards(
        "supervise/status.py",
        "supervise/test_status.py",
        (
            "the network is told of paths and processes",
            "    if public:\n",
            "    if False:\n",
            "test_the_network_is_told_nothing_of_the_machine",
        ),
    ),
    *guards(
        "model/kiosk.py",
        "load/test_kiosk_settings.py",
        (
            "the network is answered by a kiosk whose owner said nothing of it",
            '"where the kiosk answers how it is")] = None',
            '"where the kiosk answers how it is")] = Health(port=8000)',
            "test_a_file_with_nothing_in_it_opens_no_port_takes_no_pack_and_no_pin",
        ),
        (
            "a port is open to everybody unless it is said to be closed",
            '        "127.0.0.1"\n',
            '        "0.0.0.0"\n',
            "test_a_port_alone_is_for_this_machine",
        ),
    ),
    *guards(
        "load/kiosk_settings.py",
        "load/test_kiosk_settings.py",
        (
            "names of hosts are asked of strangers",
            "        ipaddress.ip_address(health.address)\n",
            "        pass\n",
            "test_a_slip_is_a_problem_and_as_if_it_were_not_there",
        ),
        (
            "folders of packs without a key",
            "if bool(packs.folders) != bool(packs.key):",
            "if False:",
            "test_a_slip_is_a_problem_and_as_if_it_were_not_there",
        ),
        (
            "a PIN in plain digits stands in the settings",
            "if not pin or parse(pin) is not None:",
            "if True:",
            "test_a_slip_is_a_problem_and_as_if_it_were_not_there",
        ),
    ),
)
