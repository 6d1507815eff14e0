"""Pinyin is read by another process, and by this one where there is none to be had."""

import sys
from collections.abc import Sequence

import pytest

from jn_presenter.qt.sounding import Sounding
from jn_presenter.show import pinyin

WORDS = ("江宁开发区", "智能电网 47%", "", "Smart grid")
HEARD = [("jiang", "ning", "kai", "fa", "qu"), ("zhi", "neng", "dian", "wang", *[""] * 4), (), ("",) * 10]


def refuse(_words: str) -> tuple[str, ...]:
    raise AssertionError("read by the process of the show")


def test_another_process_reads_and_this_one_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pinyin, "syllables", refuse)
    with Sounding() as hear:
        assert list(hear(WORDS)) == HEARD
        assert list(hear(WORDS[:1])) == HEARD[:1]


def test_the_process_is_gone_afterwards() -> None:
    with Sounding() as hear:
        hear(WORDS)
        process = hear._process
    assert process is not None
    assert process.poll() is not None


@pytest.mark.parametrize(
    "command",
    [
        ("/nowhere/python",),
        (sys.executable, "-c", "raise SystemExit(3)"),
        (sys.executable, "-c", "input(); print('no list')"),
        (sys.executable, "-c", "input(); print('[[\"jiang\"]]')"),
        (sys.executable, "-c", "import os; os.close(0); os.close(1)"),
    ],
    ids=["not there", "ends", "nonsense", "too few", "hangs up"],
)
def test_without_a_process_that_answers_this_one_reads(command: Sequence[str]) -> None:
    with Sounding(command) as hear:
        assert list(hear(WORDS)) == HEARD


def test_a_process_that_never_answers_is_not_waited_for() -> None:
    with Sounding((sys.executable, "-c", "import sys; sys.stdin.read()"), longest_s=0.1) as hear:
        assert list(hear(WORDS)) == HEARD
