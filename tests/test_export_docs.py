"""docs/export.md says what there is, and its commands can be typed."""

import re
import shlex

import pytest

from jn_presenter.arguments import parse
from jn_presenter.export.reasons import REASONS
from jn_presenter.model.options import ExportOptions
from scripts.make_export import PAGE, page

WORDS = PAGE.read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    jn-presenter (export .*?)(?:  #.*)?$", WORDS, re.MULTILINE)


def test_its_tables_are_made_by_make_export() -> None:
    assert page(WORDS) == WORDS


def test_it_has_commands() -> None:
    assert len(COMMANDS) > 3


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_on_it_is_understood(command: str) -> None:
    assert isinstance(parse(shlex.split(command)), ExportOptions)


def test_what_can_be_in_the_way_most_often_is_on_it() -> None:
    told = {one.why.zh.partition("，")[0] for one in REASONS.values()}
    for words in ("别的程序正打开着它", "没有写权限", "磁盘已满", "名称太长"):
        assert words in told
        assert words in WORDS
