"""A made-up machine for a set-up to run on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from scripts.machine import Facts
from scripts.setting_up import Outside

DEBIAN = Facts(
    system="Linux",
    machine="x86_64",
    bits=64,
    implementation="cpython",
    free_threaded=False,
    release=(2, 36),
    pip=(23, 0),
    ensurepip=False,
    root=True,
    apt=True,
)


class World:
    """Records the commands of a set-up: `venv` leaves what the real one leaves, `meets` gives exit codes or raises."""

    def __init__(self, facts: Facts = DEBIAN, missing: Sequence[str] = ()) -> None:
        self.facts = facts
        self.missing = list(missing)
        self.commands: list[list[str]] = []
        self.meets: Callable[[list[str]], int] = lambda command: 0

    @property
    def outside(self) -> Outside:
        return Outside(lambda: self.facts, self.missing_libraries, self.run)

    def missing_libraries(self, platforms: Iterable[str]) -> list[str]:
        return self.missing if list(platforms) else []

    def run(self, command: Sequence[str]) -> int:
        self.commands.append(list(command))
        if "venv" in command:
            self._make_environment(Path(command[-1]))
        return self.meets(list(command))

    def ran(self, word: str) -> int:
        """How many of the commands have this word."""
        return sum(word in command for command in self.commands)

    def _make_environment(self, venv: Path) -> None:
        for folder in (venv / "bin", venv / "Scripts", venv / "Lib/site-packages"):
            folder.mkdir(parents=True)
        venv.joinpath("lib/python{}.{}/site-packages".format(*sys.version_info)).mkdir(parents=True)
        for python in (venv / "bin/python", venv / "Scripts/python.exe"):
            python.touch()
