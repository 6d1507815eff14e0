"""What a machine needs of the lists, and which wheels run there: for machines other than this one."""

from pathlib import Path

import pytest

from scripts.delivery import lists
from scripts.delivery.targets import PYTHONS, SYSTEMS, Target
from scripts.delivery.wheels import runs_on

ROOT = Path(__file__).parents[2]
LINUX, WINDOWS = Target("linux-x86_64", "3.12"), Target("windows-x86_64", "3.12")
RUN = lists.read(ROOT / "requirements" / "run.txt")


@pytest.mark.parametrize(
    ("name", "linux", "windows"),
    [
        ("a-1.0-py3-none-any.whl", True, True),
        ("a-1.0-py2.py3-none-any.whl", True, True),
        ("a-1.0-cp312-cp312-manylinux_2_28_x86_64.whl", True, False),
        ("a-1.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl", True, False),
        ("a-1.0-cp310-abi3-manylinux_2_34_x86_64.whl", True, False),
        ("a-1.0-cp310-abi3-manylinux_2_35_x86_64.whl", False, False),
        ("a-1.0-cp310-abi3-win_amd64.whl", False, True),
        ("a-1.0-cp312-cp312-win_amd64.whl", False, True),
        ("a-1.0-cp312-cp312-win32.whl", False, False),
        ("a-1.0-cp312-cp312-win_arm64.whl", False, False),
        ("a-1.0-cp311-cp311-manylinux_2_28_x86_64.whl", False, False),
        ("a-1.0-cp313-abi3-win_amd64.whl", False, False),
        ("a-1.0-cp312-cp312-musllinux_1_2_x86_64.whl", False, False),
        ("a-1.0-cp312-cp312-manylinux_2_28_aarch64.whl", False, False),
        ("a-1.0-cp312-cp312t-manylinux_2_28_x86_64.whl", False, False),
        ("a-1.0-cp312-cp312-macosx_11_0_arm64.whl", False, False),
        ("no wheel.whl", False, False),
    ],
)
def test_a_wheel_runs_where_its_tags_say(name: str, linux: bool, windows: bool) -> None:
    assert (runs_on(name, LINUX), runs_on(name, WINDOWS)) == (linux, windows)


def names(target: Target) -> set[str]:
    return {entry.name for entry in lists.needed(RUN, target)}


def test_a_condition_is_held_against_the_machine_of_the_stick_and_not_this_one() -> None:
    assert "jeepney" in names(LINUX)
    assert "jeepney" not in names(WINDOWS)


@pytest.mark.parametrize("platform", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_machine_gets_each_package_once_and_all_that_pip_reads_is_left_unconditional(
    platform: str, python: str
) -> None:
    entries = lists.needed(RUN, Target(platform, python))
    found = [entry.name for entry in entries]
    assert len(set(found)) == len(found) > 15
    assert {"pyside6-essentials", "numpy", "pyyaml"} <= set(found)
    for entry in entries:
        line = entry.line(marked=False)
        assert ";" not in line
        assert line.count("--hash=sha256:") == len(entry.hashes) > 0


def test_lists_that_have_the_same_give_it_once() -> None:
    both = lists.read(ROOT / "requirements" / "run.txt", ROOT / "requirements" / "pack.txt")
    assert set(RUN) < set(both)
    assert len(both) == len(set(both))


@pytest.mark.parametrize("part", ["pip", "pack", "video"])
def test_lists_of_one_stick_agree(part: str) -> None:
    merged = lists.needed(lists.read(ROOT / "requirements" / "run.txt", ROOT / "requirements" / f"{part}.txt"), LINUX)
    assert len({entry.name for entry in merged}) == len(merged)
