"""The hash-locked lists of requirements/, read line by line: what a machine needs of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

from scripts.delivery.targets import Target

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Entry(NamedTuple):
    """One package of a list in one version; wanted: its line without hashes, hashes: SHA-256 of each of its files."""

    wanted: str
    hashes: frozenset[str]

    @property
    def name(self) -> str:
        """The package, as the list spells it."""
        return Requirement(self.wanted).name

    def holds(self, target: Target) -> bool:
        """Whether it is needed there."""
        marker = Requirement(self.wanted).marker
        return marker is None or marker.evaluate(target.environment)

    def line(self, *, marked: bool = True) -> str:
        """The line for pip; marked: with its condition, which pip would hold against the machine that it runs on."""
        wanted = self.wanted if marked else self.wanted.partition(";")[0].strip()
        return " ".join([wanted, *(f"--hash=sha256:{value}" for value in sorted(self.hashes))])


def read(*paths: Path) -> tuple[Entry, ...]:
    """The entries of these lists, each once: they are compiled to agree with each other."""
    return tuple(dict.fromkeys(entry for path in paths for entry in entries(path.read_text(encoding="utf-8"))))


def entries(text: str) -> list[Entry]:
    """The entries of a list's text."""
    lines = (line.strip() for line in text.replace("\\\n", " ").splitlines())
    return [
        Entry(line.partition(" --hash")[0].strip(), frozenset(_HASH.findall(line)))
        for line in lines
        if line and not line.startswith("#")
    ]


def needed(listed: Iterable[Entry], target: Target) -> list[Entry]:
    """Those that are needed there."""
    return [entry for entry in listed if entry.holds(target)]
