"""Every broken file of tests/decks/broken: what is said, and at which line and column; and the rest goes on."""

from collections import defaultdict
from functools import cache

import pytest

from jn_presenter.load import Loaded, load_deck
from tests.load.world import DECKS, briefs

SLIDES = DECKS / "broken" / "slides"
INDEX = DECKS / "broken" / "index"

EXPECTED = {
    "values/absolute": ["outside-deck:12:9"],
    "values/angled-fact": ["unknown-fact:5:9"],
    "values/bad-boolean": ["not-a-boolean:11:9"],
    "values/bad-choice": ["not-a-choice:5:8"],
    "values/bad-number": ["not-a-number:5:10"],
    "values/comma-in-text": ["comma-in-text:6:22"],
    "values/empty-value": ["empty:5:9"],
    "values/endless-number": ["not-a-number:5:10"],
    "values/everything": [
        "missing-key:1:1",
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
    "values/nowhere": ["missing-slide:50:5"],
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
    "yaml/backslash": ["backslash:6:8"],
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
    "yaml/open-bracket": ["bracket:5:9"],
    "yaml/open-quote": ["quote:6:5"],
    "yaml/percent": ["reserved-sign:6:5"],
    "yaml/second-document": ["second-document:10:1"],
    "yaml/tab": ["tab:6:1"],
    "yaml/text-after-quote": ["quote:6:9"],
    "yaml/utf16": ["encoding:1:1"],
}
BOMB = "yaml/alias-bomb"
STILL_SHOWN = {"good/whole", "values/han-in-plain-text"}

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
        assert problem.excerpt.split("\n")[-1].strip() == "^", problem


def test_the_caret_of_a_problem_is_under_its_character_after_full_width_text() -> None:
    problem = next(it for it in loaded().problems if it.slide == "values/lost-text")
    assert problem.excerpt == "  - zh: 全市排名 #1\n                 ^"


def test_a_slide_on_the_disk_that_nobody_lists_is_a_warning() -> None:
    found = [problem for problem in loaded().problems if problem.severity != "error"]
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
    ]
