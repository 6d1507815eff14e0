"""`JN Presenter.bat`, read but not run: there is no Windows here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def batch() -> str:
    return (ROOT / "JN Presenter.bat").read_bytes().decode("utf-8")


def test_its_lines_end_as_cmd_wants_them(batch: str) -> None:
    assert re.findall(r"[^\r]\n", batch) == []
    assert "*.bat text eol=crlf" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


def test_it_has_no_byte_order_mark(batch: str) -> None:
    assert batch.startswith("@echo off\r\n")


def test_chinese_comes_only_after_the_code_page(batch: str) -> None:
    before, after = batch.split("chcp 65001 >nul")
    assert before.isascii()
    assert not after.isascii()


def test_run_py_is_found_beside_it_whatever_the_path_holds(batch: str) -> None:
    assert '\r\n%JN_PYTHON% "%~dp0run.py" %*\r\n' in batch
    assert "DisableDelayedExpansion" in batch  # a ! in a path stays


def test_both_names_of_python_are_tried(batch: str) -> None:
    assert batch.index("py -3 -c") < batch.index("python -c") < batch.index("goto :no_python")


def test_an_error_stays_readable_and_its_code_is_passed_on(batch: str) -> None:
    assert ':end\r\nif not "%JN_EXIT%"=="0" pause\r\nexit /b %JN_EXIT%\r\n' in batch
    assert batch.endswith("pause\r\nexit /b 2\r\n")


def test_every_label_exists(batch: str) -> None:
    assert set(re.findall(r"goto :(\w+)", batch)) == set(re.findall(r"^:(\w+)", batch, re.MULTILINE))


def block(batch: str, label: str) -> list[str]:
    """The lines below a label, to the next one."""
    return batch.split(f"\r\n:{label}\r\n")[1].split("\r\n\r\n")[0].split("\r\n")


def test_a_dropped_folder_is_checked_and_shown_only_where_nothing_is_wrong(batch: str) -> None:
    assert block(batch, "dropped_folder") == [
        '%JN_PYTHON% "%~dp0run.py" check "%~1"',
        'set "JN_EXIT=%ERRORLEVEL%"',
        'if not "%JN_EXIT%"=="0" goto :end',
    ]
    assert batch.index(":dropped_folder\r\n") < batch.index("\r\n:show\r\n") < batch.index("\r\n:end\r\n")
    assert block(batch, "end")[0].endswith("pause"), "what is wrong stays to be read"


def test_a_dropped_file_has_its_deck_checked_and_the_window_waits(batch: str) -> None:
    found = block(batch, "dropped_file")
    assert found[0] == '%JN_PYTHON% "%~dp0run.py" check "%~1"'
    assert found[2:] == ["pause", "exit /b %JN_EXIT%"]


def test_only_one_thing_that_was_dropped_is_checked_and_options_go_on_as_they_are(batch: str) -> None:
    """Tried in this order: nothing, options, a folder, a file of a deck; anything else is the program's to judge."""
    tried = re.findall(r"^if (.+) goto :(show|dropped_\w+)\r$", batch, re.MULTILINE)
    assert tried == [
        ('"%~1"==""', "show"),
        ('not "%~2"==""', "show"),
        ('exist "%~1\\"', "dropped_folder"),
        ('/i "%~x1"==".yaml"', "dropped_file"),
        ('/i "%~x1"==".yml"', "dropped_file"),
    ]
