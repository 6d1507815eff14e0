"""Pictures, drawings and paths: within bounds, and inside the deck."""

from bench.guards.guard import guards

REFUSED_SVG = "test_what_reaches_outside_or_takes_long_is_refused"

MEDIA = (
    *guards(
        "load/svg.py",
        "load/test_svg.py",
        (
            "an entity bomb",
            '        raise _RefusedError(_not_allowed("DOCTYPE"))\n',
            "        pass\n",
            "test_entities_are_refused_before_they_are_read",
        ),
        ("scripts and pictures in drawings", "if name in REFUSED:", "if False:", REFUSED_SVG),
        (
            "elements without number",
            "if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:",
            "if len(self.open) >= DEEPEST:",
            "test_elements_without_number_are_refused_by_themselves",
        ),
        (
            "groups of any depth",
            "if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:",
            "if self.count > MOST_ELEMENTS:",
            REFUSED_SVG,
        ),
        ("handlers of events", 'if key.startswith("on"):', "if False:", REFUSED_SVG),
        (
            "links to the outside",
            'if key in ("href", "src") and not value.lstrip().startswith("#"):',
            "if False:",
            REFUSED_SVG,
        ),
        ("urls in attributes", "if OUTSIDE.search(value):", "if False:", REFUSED_SVG),
        ("urls in style sheets", "if OUTSIDE.search(words):", "if False:", REFUSED_SVG),
        (
            "rules without number",
            "if self.rules > MOST_RULES:",
            "if False:",
            "test_style_sheets_of_thousands_of_rules_are_refused_since_each_is_compared_with_each",
        ),
        ("use of use of use", "if any(target in self.using for target in self.targets):", "if False:", REFUSED_SVG),
        (
            "many uses of much",
            "if self.count + sum(self.sizes.get(target, 0) for target in self.targets) > MOST_ELEMENTS:",
            "if False:",
            REFUSED_SVG,
        ),
    ),
    *guards(
        "load/pictures.py",
        "load/test_pictures.py",
        (
            "picture files of any size",
            "if size > MOST_BYTES:",
            "if False:",
            "test_a_file_of_more_bytes_than_allowed_is_not_opened",
        ),
        (
            "drawings of any size",
            "if size > MOST_SVG_BYTES:",
            "if False:",
            "test_a_drawing_of_more_bytes_than_allowed_is_not_read",
        ),
        (
            "pictures of any number of pixels",
            "if 0 < width <= WIDEST and 0 < height <= WIDEST and width * height <= MOST_PIXELS:",
            "if True:",
            "test_what_is_no_picture_or_too_large_is_refused",
        ),
        (
            "a small file of very many pixels",
            " and width * height <= MOST_PIXELS:",
            ":",
            "test_what_is_no_picture_or_too_large_is_refused",
        ),
    ),
    *guards(
        "load/headers.py",
        "load/test_pictures.py",
        (
            "a picture that is decoded for minutes",
            "return rest.count(SCAN) > MOST_SCANS",
            "return False",
            "bench/test_fuzz.py::test_a_jpeg_of_a_thousand_empty_scans_is_refused_since_each_goes_over_all_pixels",
        ),
    ),
    *guards(
        "load/media.py",
        "load/test_pictures.py",
        (
            "a link leads to pictures of the machine's",
            "    if not inside:\n",
            "    if False:\n",
            "test_a_path_that_leaves_the_deck_or_leads_nowhere_is_refused",
        ),
        (
            "pipes and folders are pictures",
            "if not stat.S_ISREG(info.st_mode):",
            "if False:",
            "test_a_path_that_leaves_the_deck_or_leads_nowhere_is_refused",
        ),
    ),
    *guards(
        "load/paths.py",
        "load/test_paths.py",
        (
            "paths from the root, and up",
            'if path.startswith(("/", "~")) or ".." in path.split("/"):',
            "if False:",
            "test_a_path_stays_in_the_deck_and_is_made_of_what_can_be_seen",
        ),
        (
            "files from the network",
            'if ("://" in path and not path.startswith("file:")) or path.startswith("data:"):',
            "if False:",
            "test_a_path_stays_in_the_deck_and_is_made_of_what_can_be_seen",
        ),
        (
            "paths that cannot be seen",
            "if not path.isprintable():",
            "if False:",
            "test_a_path_stays_in_the_deck_and_is_made_of_what_can_be_seen",
        ),
    ),
    *guards(
        "load/files.py",
        "load/test_files.py",
        (
            "a link leads to texts of the machine's",
            "if not _inside(path, folder):",
            "if False:",
            "test_a_link_may_not_lead_out_of_the_deck",
        ),
        (
            "pipes and folders are texts",
            "if not stat.S_ISREG(info.st_mode):",
            "if False:",
            "test_a_folder_and_a_pipe_are_never_opened",
        ),
        (
            "texts of any size are read into memory",
            "return stream.read(MOST_BYTES + 1)",
            "return stream.read()",
            "test_a_large_file_is_read_no_further_than_needed",
        ),
    ),
)
