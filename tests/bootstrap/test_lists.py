"""The hash-locked lists against pyproject.toml: compile them anew with the command at their top where these fail."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[2]
PYTHONS = ["3.10", "3.11", "3.12", "3.13", "3.14"]
SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def wanted(name: str) -> list[Requirement]:
    extra = project()["optional-dependencies"].get(name, [])
    return [Requirement(line) for line in [*project()["dependencies"], *extra]]


def entries(name: str) -> list[str]:
    """The list's entries, each with its hashes in one line."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    lines = text.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def locked(name: str) -> list[Requirement]:
    return [Requirement(entry.split("--hash")[0]) for entry in entries(name)]


def environment(python: str, platform: str) -> dict[str, str]:
    return {
        "implementation_name": "cpython",
        "os_name": "nt" if platform == "win32" else "posix",
        "platform_python_implementation": "CPython",
        "platform_system": SYSTEMS[platform],
        "python_full_version": f"{python}.1",
        "python_version": python,
        "sys_platform": platform,
    }


@pytest.mark.parametrize("platform", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", ["run", "dev", "video", "pack", "build"])
def test_every_dependency_has_one_version_that_pyproject_allows(name: str, python: str, platform: str) -> None:
    here = environment(python, platform)
    versions: dict[str, str] = {}
    for entry in locked(name):
        if entry.marker is None or entry.marker.evaluate(here):
            key = canonicalize_name(entry.name)
            assert key not in versions
            versions[key] = next(iter(entry.specifier)).version
    for requirement in wanted(name):
        if requirement.marker is None or requirement.marker.evaluate(here):
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), str(requirement)


@pytest.mark.parametrize("name", ["run", "dev", "video", "pack", "build", "pip"])
def test_every_entry_is_exact_and_has_hashes(name: str) -> None:
    for entry in entries(name):
        assert [specifier.operator for specifier in Requirement(entry.split("--hash")[0]).specifier] == ["=="]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)


@pytest.mark.parametrize("name", ["dev", "video", "pack"])
def test_what_is_added_leaves_what_the_program_runs_on(name: str) -> None:
    assert set(entries("run")) <= set(entries(name))


def test_films_are_played_by_the_very_qt_that_shows_the_slides() -> None:
    versions = {canonicalize_name(entry.name): str(entry.specifier) for entry in locked("video")}
    assert versions["pyside6-addons"] == versions["pyside6-essentials"]


@pytest.mark.parametrize("name", ["run", "dev", "video", "pack", "build"])
def test_no_address_is_recorded(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert not re.search(r"://|--index-url |--extra-index-url |--find-links |--trusted-host ", text)


def test_run_py_asks_for_the_python_that_pyproject_asks_for() -> None:
    lowest, beyond = re.search(r"\((3, \d+)\) <= .* < \((3, \d+)\)", (ROOT / "run.py").read_text("utf-8")).groups()
    expected = SpecifierSet(f">={lowest.replace(', ', '.')},<{beyond.replace(', ', '.')}")
    assert SpecifierSet(project()["requires-python"]) == expected
    assert all(Version(python) in expected for python in PYTHONS)
