"""What a terminal gets to read: one line in both languages, colours it knows, progress that comes late and goes."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.text import Message
from jn_presenter.terminal import BAR, COLUMNS, Progress, harmless, has_colour, language, say, width, worded


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


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"TERM": "xterm"}, "linux", True),
        ({"TERM": "dumb"}, "linux", False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "linux", False),
        ({"TERM": "xterm", "NO_COLOR": ""}, "linux", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "linux", False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, "linux", True),
        ({"WT_SESSION": "x"}, "win32", True),
        ({}, "win32", True),
    ],
)
def test_colours_are_for_terminals_that_want_them(environ: dict[str, str], platform: str, expected: bool) -> None:
    assert has_colour(Terminal(), environ, platform, lambda _: True) is expected


def test_a_console_of_windows_is_asked_whether_it_understands() -> None:
    assert has_colour(Terminal(), {}, "win32", lambda _: False) is False
    assert has_colour(Terminal(), {}, "win32") is False, "here is no Windows"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False), ({"WT_SESSION": "x"}, False)],
)
def test_a_pipe_gets_no_colours_unless_they_are_forced(environ: dict[str, str], expected: bool) -> None:
    assert has_colour(io.StringIO(), environ, "linux") is expected


@given(st.text())
def test_nothing_that_is_shown_can_move_the_cursor(text: str) -> None:
    shown = harmless(text)
    assert all(sign.isprintable() or sign in "\u3000\u00a0" for sign in shown)
    assert harmless(shown) == shown
    assert len(shown) == len(text)


def test_words_without_such_signs_are_shown_as_they_are() -> None:
    assert harmless("江宁\u3000开发区 ￥1") == "江宁\u3000开发区 ￥1"
    assert harmless("\x1b[31mred\u202e\a\tx\n") == "\ufffd[31mred\ufffd\ufffd x "
    assert harmless("a\nb", newline=True) == "a\nb"


def test_what_is_said_moves_no_cursor_either(capsys: pytest.CaptureFixture[str]) -> None:
    say(Message("没有\x1b[2J", "no \x1b[2J"))
    assert "\x1b" not in capsys.readouterr().err


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
