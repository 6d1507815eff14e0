"""From `python3 run.py …` to the program: which Python, which parts, which display, and a real start."""

from __future__ import annotations

import ast
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bootstrap

ROOT = Path(__file__).parents[2]
CLI = """\
import sys


def main():
    print(*sys.argv[1:], sep="|")
    return 7
"""


@pytest.mark.parametrize("version", [(3, 6), (3, 9), (3, 15)])
def test_an_unsupported_python_gets_a_sentence(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 1, "final", 0))
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(ROOT / "run.py"))
    assert left.value.code == 2
    zh, en = capsys.readouterr().err.splitlines()
    assert "{}.{}".format(*version) in zh
    assert "{}.{}".format(*version) in en


def test_an_old_python_can_read_the_sentence() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


def test_qt_is_looked_after_for_the_displays_there_are() -> None:
    def parts(**environ: str) -> list[str]:
        return bootstrap.parts(environ, "linux")

    assert parts() == ["libraries-offscreen", "run"]
    assert parts(DISPLAY=":0") == ["libraries-offscreen", "libraries-xcb", "run"]
    assert parts(WAYLAND_DISPLAY="wayland-0", DISPLAY="") == ["libraries-offscreen", "libraries-wayland", "run"]
    assert bootstrap.parts({"DISPLAY": ":0"}, "darwin") == ["run"]


@pytest.mark.parametrize(
    ("environ", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "eglfs:/dev/dri/card0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_where_a_window_could_be_seen(environ: dict[str, str], platform: str, seen: bool) -> None:
    assert bootstrap.has_screen(environ, platform) is seen


def test_the_program_keeps_byte_code_and_sees_no_modules_of_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    environ = bootstrap.clean_environ()
    assert environ["LANG"] == "zh_CN.UTF-8"
    assert not {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME"} & set(environ)


def test_what_plays_films_is_set_up_beside_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bootstrap, "provide", lambda _checkout, needed: asked.extend(needed))
    monkeypatch.setattr(bootstrap, "hand_over", None)
    assert bootstrap.main(["video"]) == 0
    assert asked[-2:] == ["run", "video"]


def test_what_signs_packs_is_set_up_before_one_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    handed: list[str] = []
    monkeypatch.setattr(bootstrap, "provide", lambda _checkout, needed: asked.extend(needed))
    monkeypatch.setattr(bootstrap, "hand_over", lambda command: handed.extend(command) or 0)
    assert bootstrap.main(["pack", "slides", "-o", "x.jnpack"]) == 0
    assert asked[-2:] == ["run", "pack"]
    assert handed[-4:] == ["pack", "slides", "-o", "x.jnpack"]


def test_a_fresh_checkout_starts_and_the_second_start_only_hands_over(tmp_path: Path) -> None:
    """For real, by venv and pip, in a folder with spaces and Chinese; the list is empty, so nothing is downloaded."""
    checkout = tmp_path / "江宁 汇报 (1)"
    (checkout / "jn_presenter").mkdir(parents=True)
    (checkout / "requirements").mkdir()
    (checkout / "requirements/run.txt").write_text("# none\n")
    (checkout / "jn_presenter/__init__.py").touch()
    (checkout / "jn_presenter/cli.py").write_text(CLI)
    shutil.copy(ROOT / "run.py", checkout)
    shutil.copytree(ROOT / "scripts", checkout / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    # The Python of a .venv that run.py made has no pip of its own; the one it was made from has.
    python = getattr(sys, "_base_executable", sys.executable)

    def start(*options: str, folder: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        command = [python, *options, str(checkout / "run.py"), "check", "--lang", "a b", "甲"]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)

    first = start()
    assert (first.stdout, first.returncode) == ("check|--lang|a b|甲\n", 7), first.stderr
    second = start("-X", "importtime")
    assert (second.stdout, second.returncode) == ("check|--lang|a b|甲\n", 7), second.stderr
    assert re.findall(r"scripts\.\w+", second.stderr) == ["scripts.bootstrap"]

    moved = checkout.rename(tmp_path / "moved")
    launcher = bootstrap.Checkout(str(moved)).launcher
    done = subprocess.run([launcher, "screens"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("screens\n", 7), done.stderr
