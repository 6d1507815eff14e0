"""What a machine lacks, answered from made-up facts."""

from __future__ import annotations

from typing import Any

import pytest

from scripts import machine
from tests.bootstrap.world import DEBIAN


@pytest.mark.parametrize(
    "found",
    [
        pytest.param({}, id="debian-12"),
        pytest.param({"release": (2, 34)}, id="oldest-glibc"),
        pytest.param({"machine": "aarch64", "release": (2, 39)}, id="oldest-glibc-on-arm"),
        pytest.param({"system": "Windows", "machine": "amd64", "release": None}, id="windows"),
        pytest.param({"system": "Darwin", "machine": "arm64", "release": (14, 2)}, id="mac"),
    ],
)
def test_a_machine_with_wheels_is_taken(found: dict[str, Any]) -> None:
    assert machine.refusal(DEBIAN._replace(**found)) is None


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param({"release": (2, 31)}, ["glibc", "2.31", "2.34"], id="old-glibc"),
        pytest.param({"machine": "aarch64", "release": (2, 36)}, ["2.36", "2.39", "aarch64"], id="old-glibc-on-arm"),
        pytest.param({"release": None}, ["glibc", "2.34"], id="musl"),
        pytest.param({"machine": "riscv64"}, ["riscv64"], id="no-wheels-for-the-machine"),
        pytest.param({"system": "FreeBSD", "machine": "amd64"}, ["FreeBSD"], id="no-wheels-for-the-system"),
        pytest.param(
            {"system": "Darwin", "machine": "x86_64", "release": (12, 7)}, ["macOS", "12.7", "13.0"], id="mac"
        ),
        pytest.param({"bits": 32}, ["64"], id="32-bit-python"),
        pytest.param({"implementation": "pypy"}, ["CPython"], id="pypy"),
        pytest.param({"free_threaded": True}, ["CPython"], id="free-threaded"),
    ],
)
def test_a_machine_without_wheels_is_refused_in_one_sentence_a_language(
    found: dict[str, Any], words: list[str]
) -> None:
    sentence = machine.refusal(DEBIAN._replace(**found))
    assert sentence is not None
    for text, end in ((sentence.zh, "。"), (sentence.en, ".")):
        assert text.endswith(end)
        assert "\n" not in text
        assert all(word in text for word in words)


@pytest.mark.parametrize(
    ("pip", "ensurepip", "expected"),
    [
        ((23, 0), False, "pip"),
        ((22, 3), True, "pip"),
        ((22, 0), True, "ensurepip"),  # Ubuntu 22.04, whose pip knows no --python
        ((22, 0), False, None),
        (None, True, "ensurepip"),
        (None, False, None),  # a Debian with python3 alone
    ],
)
def test_an_installer_is_found_where_there_is_one(
    pip: tuple[int, int] | None, ensurepip: bool, expected: str | None
) -> None:
    assert machine.installer(DEBIAN._replace(pip=pip, ensurepip=ensurepip)) == expected


def test_each_package_is_named_once() -> None:
    assert machine.packages_of(["libgthread-2.0.so.0", "libglib-2.0.so.0", "libxcb-cursor.so.0"]) == [
        "libglib2.0-0",
        "libxcb-cursor0",
    ]


def test_the_facts_of_this_machine_let_it_run_what_it_runs() -> None:
    assert machine.refusal(machine.probe()) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [("22.0.2", (22, 0)), ("23.0.1+dfsg", (23, 0)), ("26.1rc1", (26, 1)), ("13", (13, 0)), ("2.36\n", (2, 36))],
)
def test_a_version_is_its_first_two_numbers(said: str, expected: tuple[int, int]) -> None:
    assert machine.version(said) == expected
