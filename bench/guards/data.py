"""Figures from files and services: within bounds, inside the deck, and from the local network alone."""

from bench.guards.guard import guards

DATA = (
    *guards(
        "confined.py",
        "feeds/test_csv.py",
        (
            "data from outside the deck",
            "if there != home:",
            "if False:",
            "test_a_file_outside_the_deck_a_pipe_and_a_missing_one_are_refused",
        ),
        (
            "pipes and folders are data",
            "if not stat.S_ISREG(before.st_mode):",
            "if False:",
            "test_a_file_outside_the_deck_a_pipe_and_a_missing_one_are_refused",
        ),
        (
            "data of any size",
            "if before.st_size > most:",
            "if False:",
            "test_confined.py::test_a_file_of_any_size_is_not_read_to_see_that_it_is_too_large",
        ),
        (
            "a file that grows while it is read is taken whole",
            "    if len(data) > most:\n",
            "    if False:\n",
            "test_confined.py::test_a_file_that_is_written_while_it_is_read_is_half_written_or_too_large",
        ),
        (
            "half a file is shown",
            " or len(data) != after.st_size:",
            " and len(data) == 0:",
            "test_confined.py::test_a_file_that_is_written_while_it_is_read_is_half_written_or_too_large",
        ),
    ),
    *guards(
        "draw/delimited.py",
        "feeds/test_csv.py",
        (
            "lines without number",
            "if len(rows) > MOST_LINES:",
            "if False:",
            "draw/test_delimited.py::test_of_lines_without_number_no_more_are_read_than_a_chart_could_have",
        ),
    ),
    *guards(
        "draw/tabular.py",
        "feeds/test_csv.py",
        (
            "tables of any size",
            "if len(kept) > MOST_COLUMNS or len(body) > MOST_ROWS:",
            "if False:",
            "test_what_is_no_table_is_refused_with_its_line",
        ),
        (
            "words of any length in a cell",
            "if len(cell) > LONGEST_CELL:",
            "if False:",
            "test_what_is_no_table_is_refused_with_its_line",
        ),
    ),
    *guards(
        "draw/tabular.py",
        "feeds/test_xlsx.py",
        (
            "numbers that nobody can draw",
            "if not (number.is_finite() and -MOST_DIGITS <= number.adjusted() <= MOST_DIGITS):",
            "if False:",
            "test_a_number_that_none_can_show_is_refused_with_its_cell",
        ),
    ),
    *guards(
        "draw/workbook.py",
        "feeds/test_xlsx.py",
        (
            "a bomb of a workbook",
            "if whole > MOST_UNPACKED or (whole > SMALL and whole > MOST_RATIO * packed):",
            "if False:",
            "test_a_bomb_is_not_unpacked",
        ),
        (
            "entities in a workbook",
            'if b"<!DOCTYPE" in data or ',
            "if ",
            "test_what_is_no_whole_workbook_is_refused_in_words",
        ),
        (
            "a list of sheets of any size",
            " or len(data) > MOST_TREE",
            "",
            "test_parts_have_their_most",
        ),
        (
            "a part of any size",
            "if info.file_size > MOST_PART:",
            "if False:",
            "test_parts_have_their_most",
        ),
        (
            "cells a million columns apart",
            "if cell := too_far(content):",
            "if (cell := too_far(content)) and False:",
            "test_cells_too_far_apart_to_be_laid_out_are_refused_before_they_are",
        ),
    ),
    *guards(
        "feeds/sqlite.py",
        "feeds/test_sqlite.py",
        (
            "a query that never ends",
            "    database.set_progress_handler(lambda: time.monotonic() > until, INSTRUCTIONS)\n",
            "    del until\n",
            "test_a_query_that_takes_too_long_is_ended",
        ),
        (
            "a query may do anything",
            "                database.set_authorizer(_authorized)\n",
            "",
            "test_whatever_does_more_is_refused_and_nothing_is_changed",
        ),
        (
            "anything is a query",
            "if not BEGINNING.match(self.query):",
            "if False:",
            "test_whatever_does_more_is_refused_and_nothing_is_changed",
        ),
        ("rows without number", "if number > MOST_ROWS:", "if False:", "test_what_no_chart_can_show_is_refused"),
        (
            "pipes and folders are databases",
            "if not stat.S_ISREG(info.st_mode):",
            "if False:",
            "test_a_file_that_is_missing_elsewhere_or_a_pipe_is_refused",
        ),
    ),
    *guards(
        "feeds/http.py",
        "feeds/test_http.py",
        (
            "anybody on the internet is asked",
            "if _is_local(place[0])]",
            "]",
            "test_only_the_local_network_is_asked",
        ),
        (
            "a name is looked up twice, and answers otherwise the second time",
            "wire.connect(place)",
            "wire.connect((host, port))",
            "test_the_address_that_was_looked_at_is_the_one_that_is_asked",
        ),
        (
            "an endless answer fills the memory",
            "and len(pieces) <= MOST_BYTES and (piece",
            "and (piece",
            "test_an_endless_answer_is_ended_at_its_size",
        ),
        (
            "an answer that says it is large is read",
            "if (answer.length or 0) > MOST_BYTES or len(pieces) > MOST_BYTES:",
            "if False:",
            "test_what_is_no_table_is_refused test_an_endless_answer_is_ended_at_its_size",
        ),
        (
            "an answer that drips holds the thread for ever",
            "        self.wire.settimeout(_left(self.until))\n        return self.wire.recv_into(buffer)",
            "        return self.wire.recv_into(buffer)",
            "test_an_answer_that_drips_is_ended_at_its_time",
        ),
        (
            "a redirection leads to another host",
            'if (urlsplit(found).hostname or "") != (urlsplit(self.url).hostname or ""):',
            "if False:",
            "test_a_redirection_is_followed_on_the_host_alone",
        ),
        (
            "redirections without end",
            "for _ in range(MOST_HOPS + 1):",
            "while True:",
            "test_a_redirection_is_followed_on_the_host_alone",
        ),
        (
            "packed answers",
            'if answer.getheader("Content-Encoding", "identity").lower() != "identity":',
            "if False:",
            "test_what_is_no_table_is_refused",
        ),
        (
            "half an answer is shown",
            "        if answer.length:\n",
            "        if False:\n",
            "test_what_is_no_table_is_refused",
        ),
        (
            "any certificate is trusted",
            "ssl.create_default_context()",
            "ssl._create_unverified_context()",
            "feeds/test_https.py::test_a_certificate_that_anybody_could_make_is_not_trusted",
        ),
        (
            "passwords in addresses, and other schemes",
            'if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:',
            "if not host:",
            "test_an_address_that_is_none_is_refused",
        ),
    ),
)
