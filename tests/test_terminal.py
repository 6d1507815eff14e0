"""What a terminal gets to read: one line in both languages, problems in colour, progress that comes late and goes."""

import io
import re

import pytest

from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.terminal import BAR, COLUMNS, Progress, has_colour, language, problem_text, width, worded

PROBLEM = Problem(
    file="industry/smart-grid.yaml",
    line=7,
    column=3,
    severity="warning",
    code="unknown-key",
    message=Message("没有 titel 这个键", "there is no key titel"),
    hint=Message("是否想写 title？", "did you mean title?"),
    excerpt="  titel: 智能电网\n  ^",
)
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_reader_s_language_is_that_of_the_shell(environ: dict[str, str], expected: str) -> None:
    assert language(environ, "linux") == expected


def test_where_the_shell_has_no_language_the_system_s_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert language({}, "win32") == "zh"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert language({}, "win32") == "en"


def test_a_short_message_is_said_in_both_languages_and_a_long_one_in_the_reader_s() -> None:
    assert worded(Message("没有显示器", "no display"), "en") == "没有显示器 / no display"
    long = Message("长" * 40, "l" * 40)
    assert worded(long, "zh") == long.zh
    assert worded(long, "en") == long.en


def test_what_is_said_in_both_languages_fits_on_a_line() -> None:
    zh = "长" * 20
    exact = Message(zh, "x" * (COLUMNS - width(zh) - 3))
    assert worded(exact, "en") == f"{exact.zh} / {exact.en}"
    assert worded(Message(zh, exact.en + "x"), "en") == exact.en + "x"


def test_a_problem_without_colour_is_as_it_renders() -> None:
    assert problem_text(PROBLEM, "zh", colour=False) == PROBLEM.render("zh")


def test_colours_change_no_character_of_a_problem() -> None:
    coloured = problem_text(PROBLEM, "en", colour=True)
    assert ESCAPE.sub("", coloured) == PROBLEM.render("en")
    assert "\x1b[1mindustry/smart-grid.yaml:7:3:\x1b[0m \x1b[1;33mwarning[unknown-key]\x1b[0m" in coloured
    assert "\n  \x1b[1;33m^\x1b[0m\n" in coloured


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"TERM": "xterm"}, "linux", True),
        ({"TERM": "dumb"}, "linux", False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "linux", False),
        ({}, "win32", False),
        ({"WT_SESSION": "x"}, "win32", True),
    ],
)
def test_colours_are_for_terminals_that_want_them(environ: dict[str, str], platform: str, expected: bool) -> None:
    assert has_colour(Terminal(), environ, platform) is expected
    assert has_colour(io.StringIO(), environ, platform) is False


def test_a_bar_appears_after_a_second_and_leaves_no_trace() -> None:
    stream, clock = Terminal(), Clock()
    with Progress(Message("导出", "exporting"), stream=stream, now=clock) as progress:
        progress.reach(1, 4)
        clock.now += 0.99
        progress.reach(2, 4)
        assert stream.getvalue() == ""
        clock.now += 0.01
        progress.reach(3, 4)
        drawn = stream.getvalue()
        assert drawn == f"\r导出 / exporting [{'#' * 18}{'-' * 6}] 3/4"
        progress.reach(4, 4)
        assert stream.getvalue() == drawn, "drawn again at once"
        clock.now += 0.1
        progress.reach(4, 4)
        assert f"[{'#' * BAR}] 4/4" in stream.getvalue()
    assert stream.getvalue().endswith(f"\r{' ' * width(drawn[1:])}\r")


def test_a_log_gets_a_line_every_few_seconds() -> None:
    stream, clock = io.StringIO(), Clock()
    with Progress(Message("导出", "exporting"), stream=stream, now=clock) as progress:
        for done in range(1, 13):
            clock.now += 1.0
            progress.reach(done, 12)
    assert stream.getvalue() == "导出 / exporting: 5/12\n导出 / exporting: 10/12\n"


def test_progress_over_items_counts_each_when_it_is_done() -> None:
    stream, clock = Terminal(), Clock()
    with Progress(Message("a", "b"), stream=stream, now=clock) as progress:
        clock.now += 2.0
        seen = []
        for item in progress.over("xy", 2):
            seen.append((item, stream.getvalue()[-3:]))
            clock.now += 1.0
    assert seen == [("x", ""), ("y", "1/2")]
