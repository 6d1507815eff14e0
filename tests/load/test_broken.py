"""Every broken file of tests/decks/broken: what is said, and at which line and column; and the rest goes on."""

import os
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from jn_presenter.load import Loaded, load_deck, with_unsaved
from tests.load.world import DECKS, briefs

SLIDES = DECKS / "broken" / "slides"
INDEX = DECKS / "broken" / "index"
WORDS = Path(__file__).with_name("broken.txt")
HOPELESS = ("gbk", "utf16", "utf16be", "utf16le-bom", "damaged", "xlsx")
"""Files whose lines nobody can read."""
UNANSWERED = {
    "habits/conflict",
    "habits/duplicate-deep",
    "habits/html",
    "habits/markdown",
    "habits/number-range",
    "habits/utf16be",
    "habits/utf16le-bom",
    "habits/xlsx",
}
"""Traps where only the author can know what was meant."""

EXPECTED = {
    "habits/apostrophe": ["quote:7:19"],
    "habits/at-percent": ["not-a-number:8:10"],
    "habits/at-pixels": ["bad-place:8:9"],
    "habits/at-text": ["wrong-type:8:9"],
    "habits/backslashes": ["windows-path:9:11"],
    "habits/backslashes-quoted": ["windows-path:9:11"],
    "habits/bang-alone": ["tag:6:9"],
    "habits/bold-star": ["asterisks:6:10"],
    "habits/bom-inside": ["invisible-character:5:1"],
    "habits/brace-var": ["braces:6:10"],
    "habits/chinese-colour": ["unknown-colour:9:11"],
    "habits/chinese-key": ["unknown-key:2:1"],
    "habits/chinese-keys": ["full-width-colon:2:3"],
    "habits/chinese-type": ["unknown-element:7:11"],
    "habits/chinese-value": ["not-a-choice:6:8"],
    "habits/colon-in-chinese": ["colon-in-text:6:11"],
    "habits/colon-in-plain": ["colon-in-text:6:12"],
    "habits/comment-slashes": ["comment-sign:1:1"],
    "habits/conflict": ["merge-conflict:3:1"],
    "habits/curly-bracket-list": ["full-width-bracket:5:9"],
    "habits/curly-number": ["not-a-number:5:10"],
    "habits/curly-quotes-value": ["curly-quotes:5:8"],
    "habits/cyrillic-key": ["look-alike:2:1"],
    "habits/cyrillic-value": ["look-alike:1:9"],
    "habits/deeper": ["indentation:4:5"],
    "habits/direction-mark": ["invisible-character:5:1"],
    "habits/drive": ["windows-path:9:11"],
    "habits/drive-quoted": ["windows-path:9:11"],
    "habits/drive-quoted-b": ["windows-path:9:11"],
    "habits/drive-slashes": ["windows-path:9:11"],
    "habits/duplicate-deep": ["duplicate-key:4:3"],
    "habits/ellipsis-text": ["wrong-type:5:9"],
    "habits/equals": ["other-colon:1:8"],
    "habits/file-url": ["outside-deck:9:11"],
    "habits/hash-colour": ["lost-comment:9:11"],
    "habits/html": ["not-yaml:1:1"],
    "habits/ideographic-after-colon": ["wide-space:1:8"],
    "habits/ideographic-after-dash": ["wide-space:6:4"],
    "habits/ideographic-comma": ["full-width-comma:6:9"],
    "habits/key-space": ["unknown-key:6:1"],
    "habits/language-chinese": ["unknown-language:3:3", "unknown-language:4:3"],
    "habits/language-cn": ["unknown-language:3:3"],
    "habits/layout-chinese": ["unknown-layout:1:9"],
    "habits/list-bullet": ["list-sign:6:3"],
    "habits/list-chinese": ["list-sign:6:3"],
    "habits/list-dot": ["list-sign:6:3"],
    "habits/list-em-dash": ["list-sign:6:3"],
    "habits/list-first": ["missing-space:6:3"],
    "habits/list-mixed": ["missing-space:7:3"],
    "habits/list-no-dash": ["missing-dash:7:3"],
    "habits/list-numbers": ["list-sign:6:3"],
    "habits/list-wide-dash": ["list-sign:6:3"],
    "habits/markdown": ["wrong-type:3:1"],
    "habits/missing-close": ["quote:6:9"],
    "habits/mixed-quote": ["curly-quotes:6:11"],
    "habits/mixed-quote2": ["curly-quotes:6:11"],
    "habits/named-css-colour": ["unknown-colour:9:11"],
    "habits/nbsp-after-colon": ["wide-space:1:8"],
    "habits/nbsp-after-value": ["wide-space:1:9"],
    "habits/nbsp-indent": ["empty:2:7", "wide-space:3:1", "wide-space:4:1"],
    "habits/nbsp-indent-half": ["wide-space:4:1"],
    "habits/no-in-chinese": ["not-a-boolean:10:11"],
    "habits/not-indented": ["empty:2:7", "indentation:3:1", "indentation:4:1"],
    "habits/null-byte": ["control-character:2:1"],
    "habits/number-approx": ["not-a-number:5:10"],
    "habits/number-chinese-number": ["not-a-number:5:10"],
    "habits/number-clock": ["not-a-number:5:10"],
    "habits/number-en-dash": ["not-a-number:5:10"],
    "habits/number-fraction": ["not-a-number:5:10"],
    "habits/number-letter-o": ["not-a-number:5:10"],
    "habits/number-percent": ["not-a-number:5:10"],
    "habits/number-percent-wide": ["not-a-number:5:10"],
    "habits/number-plus": ["not-a-number:5:10"],
    "habits/number-range": ["not-a-number:5:10"],
    "habits/number-thousands": ["not-a-number:5:10"],
    "habits/number-unit-minutes": ["not-a-number:5:10"],
    "habits/number-wan": ["not-a-number:5:10"],
    "habits/number-wide-minus": ["not-a-number:5:10"],
    "habits/number-wide-point": ["not-a-number:5:10"],
    "habits/number-wide-point2": ["not-a-number:5:10"],
    "habits/one-for-true": ["not-a-boolean:10:11"],
    "habits/one-space": ["indentation:1:1"],
    "habits/picture-type": ["missing-picture:9:11"],
    "habits/pipe-alone": ["block-sign:6:9"],
    "habits/quote-colon": ["curly-quotes:5:1"],
    "habits/quote-in-quote": ["quote:6:13"],
    "habits/rgb-colour": ["unknown-colour:9:11"],
    "habits/semicolon": ["other-colon:1:7"],
    "habits/shallower": ["indentation:4:2"],
    "habits/soft-hyphen-key": ["invisible-character:2:1"],
    "habits/starts-amp": ["reserved-sign:6:9"],
    "habits/starts-at": ["reserved-sign:6:9"],
    "habits/starts-backtick": ["reserved-sign:6:9"],
    "habits/starts-bang": ["reserved-sign:6:9"],
    "habits/starts-brace": ["bracket:6:13"],
    "habits/starts-bracket": ["bracket:6:13"],
    "habits/starts-close": ["bracket:6:9"],
    "habits/starts-comma": ["comma:6:9"],
    "habits/starts-dash": ["dash:6:9"],
    "habits/starts-greater": ["block-sign:6:9"],
    "habits/starts-hash": ["lost-comment:6:9"],
    "habits/starts-percent": ["reserved-sign:6:9"],
    "habits/starts-pipe": ["block-sign:6:9"],
    "habits/starts-question": ["reserved-sign:6:9"],
    "habits/starts-quote": ["quote:6:13"],
    "habits/starts-single": ["quote:6:13"],
    "habits/starts-star": ["reserved-sign:6:9"],
    "habits/tab-after": ["tab:4:1"],
    "habits/tab-in-list": ["tab:6:4"],
    "habits/unc": ["windows-path:9:11"],
    "habits/upper-key": ["unknown-key:1:1", "unknown-key:2:1"],
    "habits/upper-true": ["not-a-boolean:10:11"],
    "habits/utf16be": ["encoding:1:1"],
    "habits/utf16le-bom": ["encoding:1:1"],
    "habits/wide-brackets": ["full-width-bracket:5:9"],
    "habits/wide-comma": ["full-width-comma:6:9"],
    "habits/wide-key": ["full-width:1:1"],
    "habits/wide-reference": ["full-width-reference:6:10"],
    "habits/wide-semicolon": ["other-colon:1:7"],
    "habits/wide-slash": ["full-width-slash:9:11"],
    "habits/xlsx": ["not-yaml:1:1"],
    "habits/yes-in-chinese": ["not-a-boolean:10:11"],
    "habits/zero-width-key": ["invisible-character:2:1"],
    "habits/zero-width-number": ["not-a-number:5:10"],
    "habits/zero-width-value": ["invisible-character:1:9"],
    "values/absolute": ["outside-deck:12:9"],
    "values/angled-fact": ["unknown-fact:5:9"],
    "values/bad-boolean": ["not-a-boolean:11:9"],
    "values/bad-choice": ["not-a-choice:5:8"],
    "values/bad-number": ["not-a-number:5:10"],
    "values/comma-in-text": ["comma-in-text:6:22"],
    "values/empty-value": ["empty:5:9"],
    "values/endless-number": ["not-a-number:5:10"],
    "values/everything": [
        "unknown-key:2:1",
        "not-a-number:3:10",
        "not-a-choice:4:8",
        "unknown-fact:5:9",
        "unknown-language:8:5",
        "unknown-slot:9:9",
        "wrong-type:10:7",
    ],
    "values/exponent": ["not-a-number:5:10"],
    "values/free-late": ["out-of-bounds:14:11"],
    "values/free-nowhere": ["bad-place:11:5"],
    "values/free-outside": ["bad-place:13:9"],
    "values/full-width-number": ["not-a-number:5:10"],
    "values/han-in-plain-text": ["han-in-plain-text:2:8"],
    "values/infinite": ["not-a-number:5:10"],
    "values/list-for-text": ["wrong-type:2:8"],
    "values/lost-block": ["lost-block:6:9"],
    "values/lost-comment": ["lost-comment:13:11"],
    "values/lost-text": ["lost-text:6:14"],
    "values/missing-picture": ["missing-picture:12:9"],
    "values/missing-slot": ["missing-key:1:1"],
    "values/missing-title": ["missing-key:1:1"],
    "values/network-picture": ["outside-deck:12:9"],
    "values/no-minutes": ["out-of-bounds:5:10"],
    "values/not-a-mapping": ["wrong-type:1:1"],
    "values/not-a-picture": ["bad-picture:12:9"],
    "values/nowhere": ["missing-slide:50:5"],
    "values/null-layout": ["null:1:9"],
    "values/null-text": ["null:2:8"],
    "values/outside": ["outside-deck:12:9"],
    "values/png-bomb": ["bad-picture:12:9"],
    "values/short-colour": ["unknown-colour:13:11"],
    "values/step-of-nothing": ["unknown-slot:5:9"],
    "values/step-too-far": ["bad-step:5:19"],
    "values/step-twice": ["repeated-step:5:17"],
    "values/svg-entities": ["bad-picture:12:9"],
    "values/svg-uses": ["bad-picture:12:9"],
    "values/text-for-list": ["wrong-type:5:9"],
    "values/too-many-facts": ["duplicate-fact:5:33", "too-many-facts:5:57"],
    "values/unknown-colour": ["unknown-colour:13:11"],
    "values/unknown-element": ["unknown-element:11:9"],
    "values/unknown-fact": ["unknown-fact:5:9"],
    "values/unknown-icon": ["unknown-icon:10:7"],
    "values/unknown-key": ["unknown-key:5:1"],
    "values/unknown-language": ["unknown-language:4:3"],
    "values/unknown-layout": ["unknown-layout:1:9"],
    "values/windows-path": ["windows-path:12:9"],
    "yaml/ampersand": ["anchor:6:5"],
    "yaml/asterisk": ["alias:6:5"],
    "yaml/asterisks": ["reserved-sign:6:9"],
    "yaml/backslash": ["windows-path:6:5"],
    "yaml/block-sign": ["block-sign:6:9"],
    "yaml/colon-in-text": ["colon-in-text:7:16"],
    "yaml/complex-key": ["complex-key:5:3"],
    "yaml/control": ["control-character:6:10"],
    "yaml/damaged": ["encoding:3:7"],
    "yaml/dash": ["dash:5:9"],
    "yaml/deep": ["too-deep:5:40"],
    "yaml/directive": ["directive:1:1"],
    "yaml/duplicate-key": ["duplicate-key:5:1"],
    "yaml/empty": ["empty-file:1:1"],
    "yaml/exclamation": ["tag:6:5"],
    "yaml/extra-bracket": ["bracket:5:15"],
    "yaml/full-width-colon": ["full-width-colon:2:6"],
    "yaml/full-width-colon-below": ["full-width-colon:3:5"],
    "yaml/full-width-colons": ["full-width-colon:3:5"],
    "yaml/full-width-space": ["empty:2:7", "wide-space:3:1"],
    "yaml/gbk": ["encoding:3:7"],
    "yaml/indentation": ["indentation:7:3"],
    "yaml/many": ["too-many-values:19995:5"],
    "yaml/merge": ["merge:5:1"],
    "yaml/no-colon": ["missing-colon:2:1"],
    "yaml/no-space": ["missing-space:1:7"],
    "yaml/no-space-above": ["missing-space:3:5"],
    "yaml/no-space-dash-key": ["missing-space:6:3"],
    "yaml/no-space-dash-first": ["missing-space:4:3"],
    "yaml/open-bracket": ["bracket:5:9"],
    "yaml/open-quote": ["quote:6:5"],
    "yaml/percent": ["reserved-sign:6:5"],
    "yaml/second-document": ["second-document:10:1"],
    "yaml/tab": ["tab:6:1"],
    "yaml/text-after-quote": ["quote:6:9"],
    "yaml/utf16": ["encoding:1:1"],
}
BOMB = "yaml/alias-bomb"
STILL_SHOWN = {
    "good/whole",
    "habits/bold-star",
    "habits/brace-var",
    "habits/wide-reference",
    "values/han-in-plain-text",
}

EXPECTED_INDEX = {
    "briefing.yaml": [
        "unknown-style:4:17",
        "not-a-choice:5:13",
        "unlisted-theme:6:9",
        "duplicate-name:6:15",
        "bad-name:6:25",
        "unknown-theme:6:35",
        "out-of-bounds:7:16",
        "unknown-key:8:1",
    ],
    "facts.yaml": [
        "bad-form:16:14",
        "target-with-as-of:20:12",
        "achieved-with-due:24:10",
        "bad-date:28:12",
        "missing-form:33:9",
        "missing-form:40:9",
        "misplaced-word:41:11",
        "unknown-unit:52:11",
        "missing-value:56:9",
        "duplicate-fact:58:5",
        "bad-id:61:9",
        "unknown-source:66:13",
        "bad-date:74:12",
        "bad-date:79:12",
        "bad-date:84:12",
        "bad-date:89:12",
        "bad-date:94:12",
        "not-a-number:99:12",
        "not-a-number:104:12",
    ],
    "styles/own.yaml": ["wrong-count:1:9", "unknown-colour:2:12", "out-of-bounds:8:9"],
    "one/theme.yaml": ["unknown-icon:2:7", "unknown-accent:3:9", "bad-name:5:13", "duplicate-name:5:24"],
    "two/theme.yaml": ["bracket:2:9"],
    "one/a.yaml": ["broken-fact:4:9"],
}


@cache
def loaded() -> Loaded:
    return load_deck(SLIDES)


@pytest.mark.parametrize("slide", EXPECTED)
def test_a_broken_slide_says_what_is_wrong_and_where(slide: str) -> None:
    problems = [problem for problem in loaded().problems if problem.slide == slide]
    assert briefs(problems) == EXPECTED[slide]


def test_every_broken_slide_is_in_the_table() -> None:
    assert set(loaded().deck.order) == {*EXPECTED, BOMB, "good/whole"}


def test_a_broken_slide_takes_no_other_down() -> None:
    assert set(loaded().deck.slides) == STILL_SHOWN
    assert not loaded().deck.pending


def test_an_alias_bomb_is_refused_where_it_begins() -> None:
    problems = [problem for problem in loaded().problems if problem.slide == BOMB]
    assert {"anchor:1:4", "alias:2:8", "anchor:3:4"} <= set(briefs(problems))


def test_every_problem_is_told_in_both_languages_with_a_hint_and_a_caret() -> None:
    for problem in (*loaded().problems, *load_deck(INDEX).problems):
        assert all((problem.message.zh, problem.message.en, problem.hint.zh, problem.hint.en)), problem
        assert problem.message.zh != problem.message.en, problem
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem
        assert set(problem.excerpt.split("\n")[-1].strip()) == {"^"}, problem


def test_the_caret_of_a_problem_is_under_its_character_after_full_width_text() -> None:
    problem = next(it for it in loaded().problems if it.slide == "values/lost-text")
    assert problem.excerpt == "  - zh: 全市排名 #1\n                 ^^"


def test_a_slide_on_the_disk_that_nobody_lists_is_a_warning() -> None:
    found = [problem for problem in loaded().problems if problem.severity != "error" and not problem.slide]
    assert briefs(found) == ["unlisted-slide:3:3"]
    assert "draft.yaml" in found[0].message.en


def test_a_broken_index_says_all_that_is_wrong_and_goes_on_with_the_rest() -> None:
    index = load_deck(INDEX)
    found = defaultdict(list)
    for problem in index.problems:
        found[problem.file].append(problem)
    assert {file: briefs(problems) for file, problems in found.items()} == EXPECTED_INDEX
    assert list(index.deck.slides) == ["one/b"]
    assert list(index.deck.facts.facts) == ["fine"]
    assert list(index.deck.styles) == ["night"]
    assert index.deck.briefing.transition == "fade"
    assert index.deck.themes[0].role == "frame"


def test_a_problem_is_rendered_for_a_terminal() -> None:
    problem = next(it for it in loaded().problems if it.slide == "yaml/full-width-colon")
    assert problem.render("zh").split("\n") == [
        "yaml/full-width-colon.yaml:2:6: error[full-width-colon] 这里是全角冒号 “：”",
        "title：题目",
        "     ^",
        "  = 改成半角冒号加一个空格：“title: ”",
        "  改成： title: 题目",
    ]


def test_what_is_said_of_every_trap_is_as_it_was_read_and_found_good() -> None:
    """All words, positions and corrected lines of all broken files, in both languages: tests/load/broken.txt."""
    said = "\n\n".join(
        problem.render(language)
        for problem in (*loaded().problems, *load_deck(INDEX).problems)
        if problem.slide != BOMB
        for language in ("zh", "en")
    )
    said = "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in said)
    if os.environ.get("JN_GOLDEN") == "update":
        WORDS.write_text(said + "\n", encoding="utf-8")
    assert said + "\n" == WORDS.read_text(encoding="utf-8")


def test_more_than_eighty_traps_have_words_of_their_own() -> None:
    """Files alike in the code are told apart by what they say."""
    told = {(problem.code, problem.message.zh) for problem in loaded().problems if problem.slide in EXPECTED}
    assert len(told) >= 80
    assert len(EXPECTED) >= 200


@pytest.mark.parametrize("slide", [slide for slide in EXPECTED if not slide.endswith(HOPELESS)])
def test_who_types_what_is_proposed_is_rid_of_the_problem(slide: str) -> None:
    """The corrected lines in place of the wrong ones, and nothing is said of those places any more."""
    file = slide + ".yaml"
    problems = {one.line: one for one in loaded().problems if one.slide == slide and one.write and one.file == file}
    if problems:
        lines = (SLIDES / file).read_text(encoding="utf-8").split("\n")
        for line, problem in problems.items():
            lines[line - 1] = problem.write
        fresh = with_unsaved(loaded(), {file: "\n".join(lines).encode()})
        left = {(one.code, one.line) for one in fresh.problems if one.slide == slide}
        assert left.isdisjoint((one.code, one.line) for one in problems.values())


def test_most_traps_are_answered_by_the_line_to_type() -> None:
    answered = {problem.slide for problem in loaded().problems if problem.write}
    habits = {slide for slide in EXPECTED if slide.startswith("habits/")}
    assert habits - answered == UNANSWERED
