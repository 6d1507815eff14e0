"""The one gate, `run.py test`, the measurements, `run.py bench`, and the long runs, `run.py soak`: what they need
installed, and what they run.
"""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from scripts import language_server, machine
from scripts.bootstrap import Checkout, clean_environ
from scripts.machine import Sentence
from scripts.setting_up import call, install_packages, say

# Command -> Debian package: what end-to-end tests start. tests/conftest.py leaves out those that need a missing one.
COMMANDS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "openbox": "openbox",
    "pdffonts": "poppler-utils",
    "pdfimages": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "unshare": "util-linux",
    "xrandr": "x11-xserver-utils",
}

LARGE = {"soffice": "libreoffice-impress"}
"""The same, of hundreds of MB: where they cannot be had, the other tests go on without them."""

NEEDABLE = frozenset({*COMMANDS, *LARGE, language_server.NAME})
"""All that a test may say it needs."""

MOST_AGAIN = 5
"""So many tests that fail may owe it to a busy machine; more of them do not."""

RUN_MARK = "<!-- run in CI -->"


def test(checkout: Checkout, arguments: list[str]) -> int:
    """Runs every check, the tests with pytest's further arguments; returns 1 if one of them failed."""
    environ = clean_environ()
    missing = provide_commands()
    if not language_server.provide(Path(checkout.root)):
        missing.append(language_server.NAME)
    if missing:
        names = ", ".join(missing)
        say(Sentence(f"未安装 {names}：需要它们的测试不运行。", f"NOT RUN: the tests that need {names}."))
        environ["JN_TESTS_WITHOUT"] = ",".join(missing)
    readme = documented_commands(Path(checkout.root, "README.md").read_text(encoding="utf-8"))
    offscreen = environ | {"QT_QPA_PLATFORM": "offscreen"}
    failed = [check[0] for check in (["ruff", "check"], ["mypy"]) if _fails(checkout, ["-m", *check], environ)]
    failed += ["pytest"] * _tests_fail(checkout, arguments, environ)
    failed += [shlex.join(["run.py", *c]) for c in readme if _fails(checkout, [checkout.launcher, *c], offscreen)]
    if failed:
        say(Sentence(f"未通过：{'、'.join(failed)}", f"FAILED: {', '.join(failed)}"))
    return 1 if failed else 0


def _tests_fail(checkout: Checkout, arguments: list[str], environ: dict[str, str]) -> bool:
    """Runs the tests side by side, and a few that failed once more alone, so that only what a test saw counts.

    Tests of whole programs share a machine with others; those that pass by themselves are named, and want a look.
    """
    if not _fails(checkout, ["-m", "pytest", "-n", "auto", "--dist", "loadgroup", *arguments], environ):
        return False
    suspects = last_failed(Path(checkout.root))
    if not 0 < len(suspects) <= MOST_AGAIN:
        return True
    alone = ["-m", "pytest", "--last-failed", "--last-failed-no-failures", "none", *arguments]
    if _fails(checkout, alone, environ):
        return True
    names = "\n".join(suspects)
    say(Sentence(f"与别的测试同时运行时未通过，单独运行时通过：\n{names}", f"PASSED ONLY WHEN RUN ALONE:\n{names}"))
    return False


def last_failed(root: Path) -> list[str]:
    """The tests that failed when they last ran, as pytest keeps them."""
    kept = root / ".pytest_cache" / "v" / "cache" / "lastfailed"
    return sorted(json.loads(kept.read_text(encoding="utf-8"))) if kept.is_file() else []


def documented_commands(readme: str) -> list[list[str]]:
    """The arguments of each `python3 run.py …` in the indented block below RUN_MARK."""
    if RUN_MARK not in readme:
        raise ValueError(f"README.md has no {RUN_MARK}")
    commands = []
    for line in readme.split(RUN_MARK, 1)[1].lstrip("\n").splitlines():
        if not line.startswith("    "):
            break
        python, script, *arguments = shlex.split(line, comments=True)
        if (python, script) != ("python3", "run.py"):
            raise ValueError(f"not a command of run.py: {line.strip()}")
        commands.append(arguments)
    return commands


def _fails(checkout: Checkout, command: list[str], environ: dict[str, str]) -> bool:
    print("==", *command[1:], file=sys.stderr, flush=True)
    return subprocess.call([checkout.python, *command], cwd=checkout.root, env=environ) != 0


def bench(checkout: Checkout, arguments: list[str]) -> int:
    """Runs the measurements and returns their exit code."""
    return _measure(checkout, ["bench", *arguments])


def soak(checkout: Checkout, arguments: list[str]) -> int:
    """Runs the long runs and returns their exit code."""
    return _measure(checkout, ["bench.soak", *arguments])


def _measure(checkout: Checkout, command: list[str]) -> int:
    provide_commands()
    return subprocess.call([checkout.python, "-m", *command], cwd=checkout.root, env=clean_environ())


def provide_commands() -> list[str]:
    """Installs, as root on Debian, the commands that tests start; returns those that are still missing."""
    facts = machine.probe()
    if facts.root and facts.apt:
        if missing := missing_commands(COMMANDS):
            install_packages(sorted({COMMANDS[name] for name in missing}), _why(missing), facts, call)
        if missing := missing_commands(LARGE):
            with suppress(SystemExit):  # said already, and once more by name
                install_packages(sorted({LARGE[name] for name in missing}), _why(missing), facts, call)
    return missing_commands({**COMMANDS, **LARGE})


def missing_commands(commands: Iterable[str]) -> list[str]:
    """Those of the commands that PATH does not lead to."""
    return [name for name in commands if shutil.which(name) is None]


def _why(missing: list[str]) -> Sentence:
    return Sentence(f"测试需要 {', '.join(missing)}。", f"The tests need {', '.join(missing)}.")
