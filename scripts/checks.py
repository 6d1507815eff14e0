"""The one gate, `run.py test`, and the measurements, `run.py bench`: what they need installed, and what they run."""

from __future__ import annotations

import shutil
import subprocess
import sys

from scripts import machine
from scripts.bootstrap import Checkout, clean_environ
from scripts.machine import Sentence
from scripts.setting_up import call, install_packages, say

# Command -> Debian package: what end-to-end tests start. tests/conftest.py leaves out those that need a missing one.
COMMANDS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "openbox": "openbox",
    "pdffonts": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "unshare": "util-linux",
    "xrandr": "x11-xserver-utils",
}


def test(checkout: Checkout, arguments: list[str]) -> int:
    """Runs every check, the tests with pytest's further arguments; returns 1 if one of them failed."""
    environ = clean_environ()
    missing = provide_commands()
    if missing:
        names = ", ".join(missing)
        say(Sentence(f"未安装 {names}：需要它们的测试不运行。", f"NOT RUN: the tests that need {names}."))
        environ["JN_TESTS_WITHOUT"] = ",".join(missing)
    failed = []
    for check in (["ruff", "check"], ["mypy"], ["pytest", "-n", "auto", "--dist", "loadgroup", *arguments]):
        print("==", *check, file=sys.stderr, flush=True)
        if subprocess.call([checkout.python, "-m", *check], cwd=checkout.root, env=environ) != 0:
            failed.append(check[0])
    if failed:
        say(Sentence(f"未通过：{'、'.join(failed)}", f"FAILED: {', '.join(failed)}"))
    return 1 if failed else 0


def bench(checkout: Checkout, arguments: list[str]) -> int:
    """Runs the measurements and returns their exit code."""
    provide_commands()
    return subprocess.call([checkout.python, "-m", "bench", *arguments], cwd=checkout.root, env=clean_environ())


def provide_commands() -> list[str]:
    """Installs, as root on Debian, the commands that tests start; returns those that are still missing."""
    missing = missing_commands()
    facts = machine.probe()
    if missing and facts.root and facts.apt:
        why = Sentence(f"测试需要 {', '.join(missing)}。", f"The tests need {', '.join(missing)}.")
        install_packages(sorted({COMMANDS[name] for name in missing}), why, facts, call)
    return missing_commands()


def missing_commands() -> list[str]:
    """The commands that tests start and PATH does not lead to."""
    return [name for name in COMMANDS if shutil.which(name) is None]
