"""Problems in the manner of a compiler, and as annotations of GitHub; nothing of a file reaches the terminal raw."""

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.load.excerpt import excerpt
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.problem_text import github, problem_text

PROBLEM = Problem(
    file="industry/smart-grid.yaml",
    line=17,
    column=5,
    severity="warning",
    code="unknown-key",
    message=Message("没有 “智能” 这一项", "there is no key 智能"),
    hint=Message("是否想写 title？", "did you mean title?"),
    excerpt=excerpt("  一二智能: 电网", 4, 6),
    width=2,
    write="  一二title: 电网",
)
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def test_a_problem_has_its_line_with_number_and_carets_as_wide_as_what_is_wrong() -> None:
    assert problem_text(PROBLEM, "zh", colour=False).split("\n") == [
        "industry/smart-grid.yaml:17:5: warning[unknown-key] 没有 “智能” 这一项",
        " 17 |   一二智能: 电网",
        "    |       ^^^^",
        "    = 是否想写 title？",
        "    = 改成：",
        " 17 +   一二title: 电网",
    ]


def test_without_a_line_or_a_correction_nothing_stands_in_their_place() -> None:
    bare = structs.replace(PROBLEM, excerpt="", write="", hint=Message("", ""))
    assert problem_text(bare, "en", colour=False) == (
        "industry/smart-grid.yaml:17:5: warning[unknown-key] there is no key 智能"
    )


def test_colours_change_no_character_of_a_problem() -> None:
    coloured = problem_text(PROBLEM, "en", colour=True)
    assert ESCAPE.sub("", coloured) == problem_text(PROBLEM, "en", colour=False)
    assert "\x1b[1mindustry/smart-grid.yaml:17:5:\x1b[0m \x1b[1;33mwarning[unknown-key]\x1b[0m" in coloured
    assert "\x1b[1;33m^^^^\x1b[0m" in coloured
    assert "\x1b[32m  一二title: 电网\x1b[0m" in coloured


@given(words=st.text(), line=st.text(st.characters(exclude_characters="\n\r"), min_size=1), name=st.text())
def test_no_sign_of_a_deck_reaches_a_terminal_or_a_log_raw(words: str, line: str, name: str) -> None:
    told = Message(words, words)
    problem = structs.replace(
        PROBLEM, file=name, message=told, hint=told, write=line, excerpt=excerpt(line, 0, len(line))
    )
    for text in (problem_text(problem, "zh", colour=False), github(problem)):
        assert all(sign.isprintable() or sign in "\n\u3000\u00a0" for sign in text)
    assert github(problem).count("\n") == 0


def test_an_annotation_of_github_has_place_and_words_in_both_languages() -> None:
    problem = structs.replace(PROBLEM, file="a,b:c.yaml", message=Message("缺 50%", "50% is missing"))
    assert github(problem) == (
        "::warning file=a%2Cb%3Ac.yaml,line=17,col=5,endColumn=7,title=unknown-key::"
        "缺 50%25%0A50%25 is missing%0A是否想写 title？%0Adid you mean title?%0A  一二title: 电网"
    )


def test_what_is_a_note_to_us_is_a_notice_to_github() -> None:
    assert github(structs.replace(PROBLEM, severity="note")).startswith("::notice ")
