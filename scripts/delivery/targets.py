"""For which machines a stick is made: which lines of a lock list hold there, and which wheels run there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from packaging.tags import Tag, compatible_tags, cpython_tags

PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
"""All that the program runs on."""

# Oldest and newest glibc in the names of wheels; PySide6 asks for the newest anyway.
_GLIBC = range(34, 4, -1)
_LEGACY = {17: "manylinux2014_x86_64", 12: "manylinux2010_x86_64", 5: "manylinux1_x86_64"}


class Target(NamedTuple):
    """A kind of machine, a key of SYSTEMS, with one version of Python."""

    platform: str
    python: str

    @property
    def tags(self) -> frozenset[Tag]:
        """All tags of wheels that run there."""
        version = tuple(int(part) for part in self.python.split("."))
        interpreter = "cp" + "".join(self.python.split("."))
        names = SYSTEMS[self.platform].tags
        found = [*cpython_tags(version, platforms=names), *compatible_tags(version, interpreter, platforms=names)]
        return frozenset(found)

    @property
    def environment(self) -> dict[str, str]:
        """What the markers of a list are held against, as if it were read there."""
        return {
            **SYSTEMS[self.platform].environment,
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "python_full_version": f"{self.python}.99",
            "python_version": self.python,
        }

    @property
    def options(self) -> list[str]:
        """How pip is told to download for it."""
        platforms = (word for tag in SYSTEMS[self.platform].tags for word in ("--platform", tag))
        return ["--implementation", "cp", "--python-version", self.python, *platforms]

    def __str__(self) -> str:
        return f"{self.platform}, Python {self.python}"


class System(NamedTuple):
    """The names that a system goes by in wheels and in markers; pythons: for which a stick is made if none is named."""

    tags: list[str]
    environment: dict[str, str]
    pythons: tuple[str, ...]


def _manylinux() -> Iterator[str]:
    for minor in _GLIBC:
        yield f"manylinux_2_{minor}_x86_64"
        if minor in _LEGACY:
            yield _LEGACY[minor]


SYSTEMS = {
    # A hall's Linux has the Python it came with; for Windows the stick brings its own.
    "linux-x86_64": System(
        list(_manylinux()),
        {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
        PYTHONS,
    ),
    "windows-x86_64": System(
        ["win_amd64"],
        {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
        ("3.12",),
    ),
}
