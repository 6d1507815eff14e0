"""Taking packs: newer ones alone, whole or not at all, on the disk before they count; and small files likewise."""

from bench.guards.guard import guards

TAKING = (
    *guards(
        "packs/taking.py",
        "packs/test_taking.py",
        (
            "an older pack takes the place of a newer one: rollback",
            "    _check_newer(opened, now)\n",
            "",
            "test_an_older_or_equal_one_is_refused",
        ),
        (
            "the disk is filled to its last byte",
            "        _check_room(folder, manifest)\n",
            "",
            "test_a_disk_with_too_little_room_is_not_filled",
        ),
        (
            "names of what is staged are not on the disk when it is renamed",
            "        _settle(stage)\n",
            "",
            "packs/test_settled.py::test_all_of_a_deck_is_on_the_disk_before_it_has_its_place_and_the_pointer_comes_last",
        ),
        (
            "content of what is staged is not on the disk when it is renamed",
            "            os.fsync(out.fileno())\n",
            "",
            "packs/test_settled.py::test_all_of_a_deck_is_on_the_disk_before_it_has_its_place_and_the_pointer_comes_last",
        ),
        (
            "the pointer is on the disk before the deck's place is",
            "        settle_names(place.parent)\n",
            "",
            "packs/test_settled.py::test_all_of_a_deck_is_on_the_disk_before_it_has_its_place_and_the_pointer_comes_last",
        ),
        (
            "what a worn card made of it is shown",
            "        _check_staged(stage, manifest)\n",
            "",
            "test_a_card_that_gives_back_other_bytes_is_noticed",
        ),
        (
            "a deck of which nothing can be shown is taken",
            "if not shown(str(stage)):",
            "if False:",
            "test_a_deck_that_cannot_be_shown_is_refused",
        ),
        (
            "what was staged in vain stays",
            "        _remove(stage)\n        if pointed",
            "        if pointed",
            "test_where_the_disk_fails_in_the_middle_nothing_is_left",
        ),
        (
            "a deck that was renamed in vain stays",
            "        if pointed(folder) == before:\n",
            "        if False:\n",
            "test_where_the_disk_fails_in_the_middle_nothing_is_left",
        ),
        (
            "decks pile up",
            "    prune(folder)\n    return Taken(",
            "    return Taken(",
            "test_of_the_decks_before_one_is_kept",
        ),
        (
            "a folder or a device is read as a pack",
            "if not stat.S_ISREG(os.fstat(handle).st_mode):",
            "if False:",
            "test_what_is_no_file_is_not_waited_for",
        ),
        (
            "a link on a stick leads anywhere",
            ' | getattr(os, "O_NOFOLLOW", 0)',
            "",
            "test_what_is_no_file_is_not_waited_for",
        ),
        (
            "two packs are taken at once",
            "if not lock.take():",
            "if not lock.take() and False:",
            "test_two_at_once_do_not_meet",
        ),
    ),
    *guards(
        "packs/standing.py",
        "packs/test_taking.py",
        (
            "the pointer leads anywhere",
            "return found if is_version(found.version) and _is_whole(folder, found.version) else None",
            "return found",
            "test_a_pointer_that_says_nothing_is_no_loss",
        ),
        (
            "the same version again",
            "order(version) > order(than)",
            "order(version) >= order(than)",
            "test_an_older_or_equal_one_is_refused",
        ),
    ),
    *guards(
        "packs/looking.py",
        "packs/test_looking.py",
        (
            "a pack is tried while it is copied",
            "if one in self._last and one not in self._tried",
            "if one not in self._tried",
            "test_a_pack_is_tried_once_it_has_stood_still",
        ),
        (
            "a refused pack is tried for ever",
            "if one in self._last and one not in self._tried",
            "if one in self._last",
            "test_a_pack_is_tried_once_it_has_stood_still",
        ),
        (
            "a stick of a million files holds up the look",
            "for entry in islice(entries, MOST_FILES) if",
            "for entry in entries if",
            "test_a_look_ends_whatever_is_plugged_in",
        ),
        (
            "names that move the cursor",
            "if not path.isprintable():",
            "if False:",
            "test_only_packs_are_seen_and_only_at_the_top",
        ),
        (
            "pipes and folders are tried",
            "if not stat.S_ISREG(found.st_mode):",
            "if False:",
            "test_only_packs_are_seen_and_only_at_the_top",
        ),
    ),
    *guards(
        "pack_taker.py",
        "test_pack_taker.py",
        (
            "a taking that hangs is waited for",
            "            timeout=limit_s,\n",
            "",
            "test_a_process_that_fails_is_an_outcome",
        ),
    ),
    *guards(
        "durable.py",
        "test_durable.py",
        (
            "a small file has its place before its content is on the disk",
            "os.fsync(stream.fileno())\n        if before",
            "pass\n        if before",
            "test_a_full_disk_leaves_what_was_there_and_nothing_beside_it",
        ),
        (
            "what could not be written whole stays beside",
            "        part.unlink(missing_ok=True)\n        raise",
            "        raise",
            "test_a_full_disk_leaves_what_was_there_and_nothing_beside_it",
        ),
        (
            "small files of any size are read",
            "if len(content) > most:",
            "if False:",
            "test_what_is_read_is_whole_and_bounded",
        ),
        (
            "pipes are read as files",
            "if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):",
            "if False:",
            "test_what_is_read_is_whole_and_bounded",
        ),
    ),
)
