"""The program where it is no interpreter and may have no console: its other processes, and its words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jn_presenter import application, cli, fit_helpers, fit_memory
from jn_presenter.qt import sounding


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", application.__name__, *arguments]


@pytest.mark.parametrize("words", [fit_helpers.COMMAND, sounding.COMMAND, (sys.executable, "-m", "jn_presenter")])
def test_it_runs_every_module_that_the_program_starts(words: tuple[str, ...]) -> None:
    assert words[1] == "-m"
    assert words[2] in application.MODULES


def test_such_a_module_reads_and_answers_as_if_python_had_started_it() -> None:
    asked = command("-m", "jn_presenter.show.pinyin")
    done = subprocess.run(asked, input='["江宁"]\n', capture_output=True, encoding="utf-8", check=True, timeout=60)
    assert done.stdout == '[["jiang","ning"]]\n'


def test_its_arguments_are_its_own() -> None:
    asked = command("-m", "jn_presenter", "--version")
    done = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith("jn-presenter ")


def test_no_other_module_can_be_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert application.main(["-m", "os"]) == cli.CANNOT_RUN
    assert "-m" in capsys.readouterr().err


def test_everything_else_is_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert application.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("jn-presenter ")


def test_without_a_console_what_went_wrong_is_shown_in_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(application, "show", shown.append)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    code = application.main(["check", "/there is no such folder"])
    monkeypatch.undo()
    assert code == cli.CANNOT_RUN
    assert len(shown) == 1
    assert "/there is no such folder" in shown[0]


def test_without_a_console_what_went_well_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(application, "show", shown.append)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    code = application.main(["--version"])
    monkeypatch.undo()
    assert (code, shown) == (0, [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/app", "LD_LIBRARY_PATH_ORIG": "/theirs"}, {"LD_LIBRARY_PATH": "/theirs"}),
        ({"LD_LIBRARY_PATH": "/app"}, {}),
        ({}, {}),
    ],
)
def test_programs_that_it_starts_get_their_own_libraries(
    before: dict[str, str], after: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    application.lead_others_to_their_own_libraries(before)
    assert before == after


def test_where_a_python_runs_it_the_libraries_that_were_asked_for_stay() -> None:
    environ = {"LD_LIBRARY_PATH": "/asked"}
    application.lead_others_to_their_own_libraries(environ)
    assert environ == {"LD_LIBRARY_PATH": "/asked"}


def test_what_was_laid_out_is_forgotten_when_the_application_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "jn-presenter"
    program.write_bytes(b"one")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", os.fspath(program))
    before = fit_memory.memory_of(str(tmp_path))._program
    assert fit_memory.memory_of(str(tmp_path))._program == before
    program.write_bytes(b"other")
    assert fit_memory.memory_of(str(tmp_path))._program != before
