"""Content packs: nothing but what was signed with the pinned key, and stays in its folder."""

from bench.guards.guard import guards

PACKS = (
    *guards(
        "packs/reading.py",
        "packs/test_taking.py",
        (
            "a pack of any key is taken",
            "if not is_signed(raw, signature, key):",
            "if False:",
            "test_one_of_another_key_is_refused",
        ),
        (
            "a manifest of any size is read into memory",
            "if size > MOST_MANIFEST:",
            "if False:",
            "test_a_manifest_that_would_fill_the_memory_is_not_read",
        ),
        (
            "what stands before a file may be anything",
            "if _exactly(stream, len(expected)) != expected:",
            "if not _exactly(stream, len(expected)):",
            "packs/test_damage.py::test_every_byte_of_the_frame_counts",
        ),
        (
            "more is unpacked than was said",
            "if size > file.size:",
            "if False:",
            "test_no_more_is_unpacked_than_was_said",
        ),
        (
            "any content is taken for the signed one",
            "if (size, packed_digest.hexdigest(), digest.hexdigest()) != (file.size, file.packed_sha256, file.sha256):",
            "if False:",
            "test_a_look_at_a_pack_sees_wrong_content_without_staging_it",
        ),
        (
            "files that nobody signed may follow",
            "if _exactly(stream, len(end)) != end:",
            "if not _exactly(stream, len(end)):",
            "packs/test_damage.py::test_every_byte_of_the_frame_counts",
        ),
        (
            "anything may stand behind the end",
            "if _read(stream, 1):",
            "if False:",
            "test_one_that_is_cut_is_said_to_be_still_copied",
        ),
        (
            "a copy that is cut is taken for damaged, or waited for",
            "if not part:\n            raise cut()",
            "if not part:\n            break",
            "test_one_that_is_cut_is_said_to_be_still_copied",
        ),
        (
            "a small pack fills the memory at once",
            "content = inflate.decompress(chunk, CHUNK)",
            "content = inflate.decompress(chunk)",
            "packs/test_damage.py::test_of_what_is_packed_tight_no_more_than_a_piece_is_in_memory",
        ),
        (
            "bytes behind the packed ones are nobody's",
            "if not inflate.eof or inflate.unused_data:",
            "if False:",
            "packs/test_damage.py::test_packed_bytes_end_where_their_content_does",
        ),
        (
            "the header of the manifest may be anything",
            "if first != header(_about(raw)):",
            "if False:",
            "packs/test_damage.py::test_every_byte_of_the_frame_counts",
        ),
        (
            "the header of the signature may be anything",
            "if signature_header != header(signed):",
            "if False:",
            "packs/test_damage.py::test_every_byte_of_the_frame_counts",
        ),
    ),
    *guards(
        "packs/keys.py",
        "packs/test_taking.py",
        (
            "a wrong signature counts as right",
            "except (InvalidSignature, ValueError):\n        return False",
            "except (InvalidSignature, ValueError):\n        return True",
            "test_one_that_only_names_the_key_is_refused",
        ),
        (
            "without a pinned key any pack is taken",
            "if found is None:\n        raise RefusedError(",
            "if found is None:\n        return True\n    if found is None:\n        raise RefusedError(",
            "test_without_a_right_key_in_the_settings_none_is_taken",
        ),
        (
            "a signature for something else is one of a pack",
            'CONTEXT = b"jn-presenter pack 1\\n"',
            'CONTEXT = b""',
            "packs/test_damage.py::test_a_signature_of_the_key_for_anything_else_is_none_of_a_pack",
        ),
    ),
    *guards(
        "packs/manifest.py",
        "packs/test_taking.py",
        ("a version is any path", "if not is_version(manifest.version):", "if False:", "test_a_version_is_a_number"),
        (
            "a name in the log moves the cursor",
            "if not manifest.deck.isprintable():",
            "if False:",
            "test_what_it_says_of_itself_can_be_printed",
        ),
        (
            "files go anywhere: zip slip",
            "    check_names(file.name for file in manifest.files)\n",
            "",
            "test_files_that_would_lie_elsewhere_are_refused_even_with_the_right_key",
        ),
        (
            "files without end",
            "if len(files) > MOST_FILES:",
            "if False:",
            "test_a_bomb_is_refused_before_anything_is_unpacked",
        ),
        (
            "a pack of any size",
            "if sum(file.packed for file in files) > MOST_PACK:",
            "if False:",
            "test_a_bomb_is_refused_before_anything_is_unpacked",
        ),
        (
            "a file of any size",
            "if file.size > MOST_FILE:",
            "if False:",
            "test_a_bomb_is_refused_before_anything_is_unpacked",
        ),
        (
            "a bomb: packed a thousand times",
            "if file.size > max(SMALL, MOST_RATIO * file.packed):",
            "if False:",
            "test_a_bomb_is_refused_before_anything_is_unpacked",
        ),
        (
            "any size of all files together",
            "if total > MOST_TOTAL:",
            "if False:",
            "test_a_bomb_is_refused_before_anything_is_unpacked",
        ),
        (
            "a pack of a later form is taken for one of ours",
            "if found.edition != EDITION:",
            "if False:",
            "test_a_pack_of_a_later_edition_asks_for_another_program",
        ),
        (
            "a pack without a deck",
            "if BRIEFING not in {file.name for file in manifest.files}:",
            "if False:",
            "test_a_deck_that_cannot_be_shown_is_refused",
        ),
    ),
    *guards(
        "packs/names.py",
        "packs/test_names.py",
        *(
            (name, was, "if False:", "test_a_name_that_some_system_takes_for_something_else_is_refused")
            for name, was in (
                ("names longer than a disk can keep", "if len(name) > MOST_NAME:"),
                (
                    "names with signs that cannot be seen",
                    "if any(unicodedata.category(sign) in UNSEEN for sign in name):",
                ),
                ("drives, streams and backslashes in names", "if SIGNS.intersection(name):"),
                ("two forms of one name", 'if unicodedata.normalize("NFC", name) != name:'),
                ("folders without end", "if len(parts) > MOST_DEPTH:"),
                ("absolute paths", "if not part:"),
                ("ways up, and hidden files", 'if part.startswith("."):'),
                ("names that Windows cuts", 'if part.endswith((".", " ")) or part.startswith(" "):'),
                ("parts longer than a disk can keep", 'if len(part.encode("utf-8", "surrogatepass")) > MOST_PART:'),
                ("devices of Windows", "if DEVICES.fullmatch(part):"),
            )
        ),
        (
            "files of one name, the second over the first",
            "if folded(name) in files or folded(name) in folders:",
            "if False:",
            "test_names_that_some_system_takes_for_one_are_refused",
        ),
        (
            "folders of one name but for its case",
            "if folders.setdefault(folded(folder), folder) != folder or folded(folder) in files:",
            "if False:",
            "test_names_that_some_system_takes_for_one_are_refused",
        ),
    ),
)
