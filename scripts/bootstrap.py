"""Starts in the private .venv of this checkout what was asked for, after setting up what is missing.

With everything in place it reads a few stamps and hands over. Other modules are imported where they are needed, and
paths are plain strings: pathlib or typing, imported here, would cost every start some milliseconds.
"""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WINDOWS = sys.platform == "win32"
CANNOT_RUN = 2

# Raised when what a set-up does has changed, so that older ones are redone.
RECIPE = 1

LISTS = ("run", "dev", "video", "pack", "build")

# What packaging/ makes: command -> the parts that it needs beside those of a start.
DELIVERIES: dict[str, list[str]] = {"stick": [], "application": ["build", "pack"]}


class Checkout:
    """The places of one checkout and its private environment, and which parts of its set-up were finished."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.venv = os.path.join(root, ".venv")
        self.bin = os.path.join(self.venv, "Scripts" if WINDOWS else "bin")
        self.python = os.path.join(self.bin, "python.exe" if WINDOWS else "python")
        self.launcher = os.path.join(self.bin, "jn-presenter.py" if WINDOWS else "jn-presenter")

    def list_of(self, part: str) -> str:
        """The hash-locked list of packages that a part of LISTS installs."""
        return os.path.join(self.root, "requirements", part + ".txt")

    def done(self, part: str) -> bool:
        """Whether the part was finished, by this recipe, for this Python, and with its list as it is now."""
        return os.path.exists(self.python) and _read(self._stamp(part)) == self._wanted(part)

    def finish(self, part: str) -> None:
        """Stamps the part: the last thing that is done for it, so that an interrupted set-up is redone."""
        with open(self._stamp(part), "w", encoding="utf-8") as file:
            file.write(self._wanted(part))

    def _stamp(self, part: str) -> str:
        return os.path.join(self.venv, "done-" + part)

    def _wanted(self, part: str) -> str:
        head = f"recipe {RECIPE}, {sys.platform}, {sys.implementation.cache_tag}\n"
        return head + (_read(self.list_of(part)) if part in LISTS else "")


def main(arguments: list[str]) -> int:
    """Runs what the arguments ask for; returns its exit code, or never where the program takes this process over."""
    checkout = Checkout(ROOT)
    if arguments[:1] in (["test"], ["bench"], ["soak"]):
        provide(checkout, [*parts({"DISPLAY": ":"}), "dev"])
        from scripts import checks

        commands = {"test": checks.test, "bench": checks.bench, "soak": checks.soak}
        return commands[arguments[0]](checkout, arguments[1:])
    environ = dict(os.environ)
    if arguments == ["video"]:
        provide(checkout, [*parts(environ), "video"])
        return 0
    if arguments and arguments[0] in DELIVERIES:
        provide(checkout, [*parts(environ), *DELIVERIES[arguments[0]]])
        return hand_over([checkout.python, os.path.join(ROOT, "packaging", arguments[0] + ".py"), *arguments[1:]])
    provide(checkout, [*parts(environ), "pack"] if arguments[:1] == ["pack"] else parts(environ))
    if not arguments and not has_screen(environ):
        from scripts import without_screen

        return without_screen.export(checkout)
    return hand_over([checkout.python, checkout.launcher, *arguments])


def parts(environ: dict[str, str], platform: str = sys.platform) -> list[str]:
    """What a start needs to have been set up: Qt's libraries for the displays there are, and the packages."""
    if platform != "linux":
        return ["run"]
    displays = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return ["libraries-offscreen", *(f"libraries-{qt}" for qt, name in displays.items() if environ.get(name)), "run"]


def has_screen(environ: dict[str, str], platform: str = sys.platform) -> bool:
    """Whether a window could be seen: not on a Linux without X and Wayland, unless a framebuffer is asked for."""
    bare = environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"eglfs", "linuxfb", "vkkhrdisplay", "vnc"}
    return platform != "linux" or bare or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def provide(checkout: Checkout, needed: list[str]) -> None:
    """Sets up what is not done yet; ends the program with a sentence where that cannot be."""
    if not all(checkout.done(part) for part in needed):
        from scripts import setting_up

        setting_up.set_up(checkout, needed)


def clean_environ() -> dict[str, str]:
    """The environment for a program in the .venv: with byte code kept, and no other Python's modules."""
    return {k: v for k, v in os.environ.items() if k not in {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH"}}


def hand_over(command: list[str]) -> int:
    """Becomes the command; on Windows, whose exec frees the shell at once, waits for it and returns its exit code."""
    if WINDOWS:
        import subprocess

        return subprocess.call(command, env=clean_environ())
    os.execve(command[0], command, clean_environ())


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""
