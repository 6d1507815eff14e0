"""Changed content: staged, tried, and kept where it showed well; and YAML within bounds."""

from bench.guards.guard import guards

REFUSED_YAML = "test_what_yaml_offers_beyond_values_is_refused"

CONTENT = (
    *guards(
        "qt/kiosk/staging.py",
        "qt/kiosk/test_staging.py",
        (
            "a slide in sight is lost by a bad change",
            "            self._refuse(gone[0])\n            return\n",
            "            pass\n",
            "test_a_change_that_loses_the_slide_in_sight_stays_out",
        ),
        (
            "a slide that cannot be laid out comes in",
            "        if gaps is None:\n            return False",
            "        if gaps is None:\n            return True",
            "test_a_slide_that_cannot_be_laid_out_keeps_the_whole_change_away",
        ),
        (
            "facts that are gone leave gaps on the wall",
            "return not gaps or gaps <= (self._gaps(name, now) or frozenset())",
            "return True",
            "test_facts_that_are_gone_leave_no_gaps",
        ),
        (
            "half a copied folder comes in",
            "return is_between(old, new) and self._store.now() - self._taken_ms >= REST_MS",
            "return is_between(old, new)",
            "test_files_that_have_just_changed_are_waited_for",
        ),
        (
            "a slide changes under the eyes of who reads it",
            "return is_between(old, new) and self._store",
            "return self._store",
            "test_a_changed_slide_comes_with_the_next_one_and_not_before test_who_reads_a_slide_reads_it_to_the_end",
        ),
        (
            "a slide that crashes as it is laid out ends the show",
            "except Exception:  # whatever it is",
            "except KeyError:  # whatever it is",
            "test_a_slide_that_cannot_be_laid_out_keeps_the_whole_change_away",
        ),
    ),
    *guards(
        "load/vetting.py",
        "qt/kiosk/test_staging.py",
        (
            "a picture that is half copied is shown",
            "    if not cut:\n        return read",
            "    if True:\n        return read",
            "test_a_picture_that_is_half_copied_leaves_the_slide_as_it_was",
        ),
    ),
    *guards(
        "qt/kiosk/lastgood.py",
        "qt/kiosk/test_staging.py",
        (
            "a deck with errors becomes the last good one",
            'if any(one.severity == "error" for one in self._staging.problems) or self._staging.refused:',
            "if False:",
            "test_a_deck_with_an_error_or_one_that_waits_is_not_kept",
        ),
    ),
    *guards(
        "load/lastgood.py",
        "load/test_lastgood.py",
        (
            "a deck that does not read is kept",
            "        _prove(part, loaded)\n",
            "",
            "test_a_deck_with_errors_or_changed_meanwhile_is_not_kept",
        ),
        (
            "a damaged copy is shown",
            "return all(_hash(deck / name, stopped) == known for name, known in manifest.files.items())",
            "return True",
            "test_a_copy_that_was_damaged_is_not_used_and_made_again",
        ),
        (
            "a copy of any size",
            "if len(names) > MOST_FILES or size > MOST_BYTES:",
            "if False:",
            "test_what_is_too_large_is_not_kept",
        ),
        (
            "the copy fills the disk",
            "if shutil.disk_usage(to.parent).free < path.stat().st_size + SPARE_BYTES:",
            "if False:",
            "test_a_disk_that_is_nearly_full_is_left_alone",
        ),
        (
            "files from outside the deck are copied",
            " and Path(path).resolve().is_relative_to(folder):",
            ":",
            "test_data_and_pictures_go_with_it_and_what_leads_out_of_the_folder_does_not",
        ),
        (
            "a power cut while two copies change places leaves none",
            "    if not (into / DECK).exists():\n        for",
            "    if False:\n        for",
            "test_wherever_writing_fails_or_the_power_is_cut_there_is_a_whole_copy",
        ),
        (
            "after a power cut a copy is taken that is not whole",
            "            if manifest_of(into / name) is not None:",
            "            if True:",
            "test_of_what_a_power_cut_left_the_new_copy_is_taken_only_where_it_is_whole",
        ),
        (
            "who ends the kiosk waits for a copy",
            "if stopped() or left < 0:",
            "if left < 0:",
            "test_who_ends_the_kiosk_does_not_wait_for_a_copy",
        ),
    ),
    *guards(
        "load/reader.py",
        "load/test_reader.py",
        ("YAML of any size", "if len(data) > MOST_BYTES:", "if False:", "test_the_size_is_bounded"),
        ("nesting of any depth", "if len(outer) >= DEEPEST:", "if False:", "test_nesting_is_bounded"),
        ("values without number", "if count > MOST_NODES:", "if False:", "test_the_number_of_values_is_bounded"),
        ("an alias bomb", "            _refuse_alias(event, reading)\n", "", "test_an_alias_bomb_is_not_expanded"),
        ("a merge bomb", 'elif key.plain and key.value == "<<":', "elif False:", REFUSED_YAML),
        ("types that make anything", "if event.anchor is None and event.tag is None:", "if True:", REFUSED_YAML),
        (
            "directives",
            "if found := DIRECTIVE.search(text):",
            "if (found := DIRECTIVE.search(text)) and False:",
            REFUSED_YAML,
        ),
        ("the second of two keys, in silence", "if key.value in seen:", "if False:", REFUSED_YAML),
        ("a second document", "if documents > 1:", "if False:", REFUSED_YAML),
    ),
)
