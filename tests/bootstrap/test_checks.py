"""`run.py test`: every check runs, one that fails fails all, and what was not run is named."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts import checks, language_server, machine
from scripts.bootstrap import Checkout
from tests.bootstrap.world import DEBIAN

ROOT = Path(__file__).parents[2]
README = """\
    python3 run.py --not-this

<!-- run in CI -->

    python3 run.py check
    python3 run.py export -o "a b.pdf"  # a remark

    python3 run.py nor-this
"""
EVERY = ["ruff", "mypy", "pytest", "check", "export -o a b.pdf"]


class Calls:
    """Stands in for subprocess.call: records, and fails what it is told to."""

    def __init__(self) -> None:
        self.checks: list[str] = []
        self.environ: dict[str, str] = {}
        self.commands: list[list[str]] = []
        self.failing = ""

    def __call__(self, command: list[str], *, env: dict[str, str], **kwargs: Any) -> int:
        self.commands.append(command)
        self.checks.append(command[2] if command[1] == "-m" else " ".join(command[2:]))
        self.environ = env if command[1] == "-m" else self.environ
        return int(self.checks[-1] == self.failing)


@pytest.fixture
def calls(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> Calls:
    calls = Calls()
    monkeypatch.setattr(subprocess, "call", calls)
    monkeypatch.setattr(checks, "provide_commands", list)
    monkeypatch.setattr(language_server, "provide", lambda root: True)
    Path(checkout.root, "README.md").write_text(README)
    return calls


def test_every_check_passes(calls: Calls, checkout: Checkout) -> None:
    assert checks.test(checkout, ["-k", "show"]) == 0
    assert calls.checks == EVERY
    assert calls.commands[2][-6:] == ["-n", "auto", "--dist", "loadgroup", "-k", "show"]
    assert "JN_TESTS_WITHOUT" not in calls.environ


@pytest.mark.parametrize("failing", ["ruff", "mypy", "pytest", "check"])
def test_one_failure_fails_all_and_hides_none(
    calls: Calls, checkout: Checkout, failing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    calls.failing = failing
    assert checks.test(checkout, []) == 1
    assert calls.checks == EVERY
    (last,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("FAILED: ")]
    assert last.endswith(failing)


class OnceMore(Calls):
    """Tests fail side by side; so many of them, and what those do alone."""

    def __init__(self, checkout: Checkout, suspects: int, alone: int) -> None:
        super().__init__()
        self.kept = Path(checkout.root, ".pytest_cache/v/cache/lastfailed")
        self.suspects, self.alone = suspects, alone

    def __call__(self, command: list[str], *, env: dict[str, str], **kwargs: Any) -> int:
        super().__call__(command, env=env, **kwargs)
        if "--last-failed" in command:
            return self.alone
        if "pytest" in command:
            self.kept.parent.mkdir(parents=True)
            self.kept.write_text(json.dumps({f"tests/test_a.py::test_{n}": True for n in range(self.suspects)}))
            return 1
        return 0


@pytest.mark.parametrize(
    ("suspects", "alone", "code", "runs"),
    [(1, 0, 0, 2), (checks.MOST_AGAIN, 0, 0, 2), (2, 1, 1, 2), (checks.MOST_AGAIN + 1, 0, 1, 1), (0, 0, 1, 1)],
    ids=["one passes alone", "some do", "fails alone too", "too many", "none ran"],
)
def test_a_few_that_failed_are_asked_again_alone(
    calls: Calls, checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    suspects: int, alone: int, code: int, runs: int,
) -> None:  # fmt: skip
    again = OnceMore(checkout, suspects, alone)
    monkeypatch.setattr(subprocess, "call", again)
    assert checks.test(checkout, ["-k", "show"]) == code
    tests = [command for command in again.commands if "pytest" in command]
    assert len(tests) == runs
    assert all(command[-2:] == ["-k", "show"] for command in tests)
    said = capsys.readouterr().err
    assert ("PASSED ONLY WHEN RUN ALONE" in said) == (code == 0)
    assert ("tests/test_a.py::test_0" in said) == (code == 0)
    assert ("FAILED: pytest" in said) == (code == 1)


def test_tests_that_are_not_run_are_named(
    calls: Calls, checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "provide_commands", lambda: ["Xvfb", "openbox"])
    checks.test(checkout, [])
    assert calls.environ["JN_TESTS_WITHOUT"] == "Xvfb,openbox"
    assert "NOT RUN: the tests that need Xvfb, openbox." in capsys.readouterr().err


def test_tests_without_their_language_server_are_named_too(
    calls: Calls, checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(language_server, "provide", lambda root: False)
    assert checks.test(checkout, []) == 0
    assert calls.environ["JN_TESTS_WITHOUT"] == "yaml-language-server"
    assert "NOT RUN: the tests that need yaml-language-server." in capsys.readouterr().err


def test_what_is_large_and_cannot_be_had_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def install(packages: list[str], *_: object) -> None:
        asked.append(packages)
        if packages == ["libreoffice-impress"]:
            raise SystemExit(2)
        monkeypatch.setattr(shutil, "which", lambda name: None if name in checks.LARGE else name)

    monkeypatch.setattr(machine, "probe", lambda: DEBIAN)
    monkeypatch.setattr(shutil, "which", lambda name: None if name in ("soffice", "pdfinfo") else name)
    monkeypatch.setattr(checks, "install_packages", install)
    assert checks.provide_commands() == ["soffice"]
    assert asked == [["poppler-utils"], ["libreoffice-impress"]]


def test_the_readme_has_commands_to_run() -> None:
    commands = checks.documented_commands((ROOT / "README.md").read_text("utf-8"))
    assert ["check"] in commands


@pytest.mark.parametrize("readme", ["no mark", f"{checks.RUN_MARK}\n\n    rm -r build"])
def test_a_readme_whose_commands_cannot_be_run_is_an_error(readme: str) -> None:
    with pytest.raises(ValueError, match=r"README|command"):
        checks.documented_commands(readme)


@pytest.mark.parametrize("code", [0, 3])
def test_the_gate_tells_whether_the_tests_passed(tmp_path: Path, code: int) -> None:
    (tmp_path / ".ci").mkdir()
    gate = shutil.copy(ROOT / ".ci/run", tmp_path / ".ci/run")
    python = tmp_path / "python3"
    python.write_text(f'#!/bin/sh\necho "$PWD $*"\nexit {code}\n')
    python.chmod(0o755)
    environ = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run([gate], env=environ, cwd="/", capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == (f"{tmp_path} run.py test\n", code)
