"""Without a display the briefing is left as files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts import without_screen
from scripts.bootstrap import Checkout


def test_the_briefing_is_left_in_both_languages_as_pictures_and_on_one_sheet(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, env: commands.append(command) or 0)
    assert without_screen.export(checkout) == 0
    build = Path(checkout.root, "build")
    assert [" ".join(command[5:]) for command in commands] == [
        "--to pdf --lang zh",
        "--to pdf --lang en",
        "--to png --lang zh",
        "--to contact --lang zh",
    ]
    assert all(command[:4] == [checkout.python, checkout.launcher, "export", "-o"] for command in commands)
    names = ["briefing-zh.pdf", "briefing-en.pdf", "pictures", "contact.png"]
    assert [command[4] for command in commands] == [str(build / name) for name in names]
    assert "DISPLAY" in capsys.readouterr().err


def test_an_export_that_fails_ends_it(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, env: commands.append(command) or 2)
    assert without_screen.export(checkout) == 2
    assert len(commands) == 1
