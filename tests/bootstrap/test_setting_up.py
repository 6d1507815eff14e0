"""A set-up on made-up machines: what it asks for, in which order, and what an interruption leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.bootstrap import Checkout
from scripts.machine import Facts
from scripts.setting_up import set_up
from tests.bootstrap.world import DEBIAN, World

START = ["libraries-offscreen", "run"]


def test_a_set_up_makes_the_environment_and_installs_the_locked_list(checkout: Checkout, world: World) -> None:
    set_up(checkout, START, world.outside)
    venv, install, compileall = world.commands
    assert venv == [sys.executable, "-m", "venv", "--without-pip", checkout.venv]
    assert install[:5] == [sys.executable, "-m", "pip", "--python", checkout.python]
    assert "--require-hashes" in install
    assert install[-2:] == ["-r", checkout.list_of("run")]
    assert "compileall" in compileall
    assert all(checkout.done(part) for part in START)


def test_what_is_done_is_not_done_again(checkout: Checkout, world: World) -> None:
    set_up(checkout, START, world.outside)
    world.commands.clear()
    set_up(checkout, START, world.outside)
    assert world.commands == []


def test_without_a_pip_of_its_own_the_python_makes_one_in_the_environment(checkout: Checkout, world: World) -> None:
    world.facts = DEBIAN._replace(pip=None, ensurepip=True)
    set_up(checkout, START, world.outside)
    assert world.ran("--without-pip") == 0
    assert world.commands[1][:3] == [checkout.python, "-m", "pip"]


@pytest.mark.parametrize("stage", ["venv", "install", "compileall"])
def test_an_interrupted_set_up_is_redone(checkout: Checkout, world: World, stage: str) -> None:
    def interrupt(command: list[str]) -> int:
        if stage in command:
            raise KeyboardInterrupt
        return 0

    world.meets = interrupt
    with pytest.raises(SystemExit) as left:
        set_up(checkout, START, world.outside)
    assert left.value.code == 130
    assert not checkout.done("run")
    half_made = Path(checkout.venv, "half-made")
    half_made.touch()

    again = World()
    set_up(checkout, START, again.outside)
    assert (again.ran("venv"), again.ran("install"), again.ran("compileall")) == (1, 1, 1)
    assert not half_made.exists()
    assert all(checkout.done(part) for part in START)


def test_a_failed_download_ends_with_a_sentence_and_is_redone(
    checkout: Checkout, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.meets = lambda command: int("install" in command)
    with pytest.raises(SystemExit) as left:
        set_up(checkout, START, world.outside)
    assert left.value.code == 2
    assert "下次启动会重新准备" in capsys.readouterr().err
    assert not checkout.done("run")


def test_another_list_begins_anew(checkout: Checkout, world: World) -> None:
    set_up(checkout, [*START, "dev"], world.outside)
    Path(checkout.list_of("run")).write_text("# another list\n")
    assert not checkout.done("run")
    set_up(checkout, START, world.outside)
    assert world.ran("venv") == 2
    assert checkout.done("run")
    assert not checkout.done("dev")


def test_another_python_begins_anew(checkout: Checkout, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(checkout, START, world.outside)
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert not any(checkout.done(part) for part in START)


def test_a_python_that_was_removed_begins_anew(checkout: Checkout, world: World) -> None:
    set_up(checkout, START, world.outside)
    Path(checkout.python).unlink()
    assert not checkout.done("run")


@pytest.mark.parametrize("more", ["dev", "video", "pack"])
def test_what_the_tests_or_films_need_is_added(checkout: Checkout, world: World, more: str) -> None:
    set_up(checkout, START, world.outside)
    world.commands.clear()
    set_up(checkout, [*START, more], world.outside)
    assert [command[-1] for command in world.commands if "install" in command] == [checkout.list_of(more)]
    assert world.ran("venv") == 0


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(DEBIAN._replace(release=(2, 31)), id="old-glibc"),
        pytest.param(DEBIAN._replace(machine="aarch64"), id="old-glibc-on-arm"),
        pytest.param(DEBIAN._replace(implementation="pypy"), id="pypy"),
        pytest.param(DEBIAN._replace(pip=None, root=False), id="no-pip-and-no-rights"),
        pytest.param(DEBIAN._replace(pip=None, apt=False), id="no-pip-and-no-apt"),
    ],
)
def test_where_it_cannot_run_nothing_is_downloaded(checkout: Checkout, facts: Facts) -> None:
    world = World(facts)
    with pytest.raises(SystemExit) as left:
        set_up(checkout, START, world.outside)
    assert left.value.code == 2
    assert world.commands == []
    assert not Path(checkout.venv).exists()


@pytest.mark.parametrize("facts", [DEBIAN._replace(root=False), DEBIAN._replace(apt=False)], ids=["user", "no-apt"])
def test_missing_libraries_are_named_with_the_line_to_type(
    checkout: Checkout, facts: Facts, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(facts, missing=["libEGL.so.1", "libxcb-cursor.so.0"])
    with pytest.raises(SystemExit) as left:
        set_up(checkout, START, world.outside)
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert world.commands == []
    assert "libEGL.so.1, libxcb-cursor.so.0" in said
    assert said.count("sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0\n") == 2


def test_missing_libraries_are_installed_by_root_on_debian(
    checkout: Checkout, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.missing = ["libEGL.so.1"]
    set_up(checkout, START, world.outside)
    install = ["apt-get", "install", "-y", "--no-install-recommends", "libegl1"]
    assert world.commands[0] == install
    assert " ".join(install) in capsys.readouterr().err
    assert checkout.done("libraries-offscreen")


def test_package_lists_are_fetched_where_they_are_missing(checkout: Checkout, world: World) -> None:
    world.missing = ["libEGL.so.1"]
    world.meets = lambda command: 100 if command[0] == "apt-get" and not world.ran("update") else 0
    set_up(checkout, START, world.outside)
    assert [command[1] for command in world.commands[:3]] == ["install", "update", "install"]


def test_a_pip_is_installed_by_root_on_debian(checkout: Checkout, world: World) -> None:
    def install(command: list[str]) -> int:
        if "python3-pip" in command:
            world.facts = DEBIAN
        return 0

    world.facts = DEBIAN._replace(pip=None)
    world.meets = install
    set_up(checkout, START, world.outside)
    assert world.commands[0][-2:] == ["python3-pip", "python3-venv"]
    assert checkout.done("run")


def test_a_display_that_comes_later_has_its_libraries_looked_for(checkout: Checkout, world: World) -> None:
    set_up(checkout, START, world.outside)
    world.missing = ["libxcb-cursor.so.0"]
    world.commands.clear()
    set_up(checkout, ["libraries-offscreen", "libraries-xcb", "run"], world.outside)
    assert [command[-1] for command in world.commands] == ["libxcb-cursor0"]


def test_a_second_set_up_is_kept_out_while_one_runs(checkout: Checkout, world: World) -> None:
    fcntl = pytest.importorskip("fcntl")

    def try_to_come_in(command: list[str]) -> int:
        with Path(checkout.venv + ".lock").open("w") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return 0

    world.meets = try_to_come_in
    set_up(checkout, START, world.outside)
    assert len(world.commands) == 3


def test_a_second_set_up_finds_nothing_left_to_do(checkout: Checkout, world: World) -> None:
    """It saw that there was something to do, and then waited for the first one."""

    def meanwhile_the_first_one_works(command: list[str]) -> int:
        if command[0] == "apt-get":
            set_up(checkout, START, World().outside)
            world.facts = DEBIAN
        return 0

    world.facts = DEBIAN._replace(pip=None)
    world.meets = meanwhile_the_first_one_works
    set_up(checkout, START, world.outside)
    assert [command[0] for command in world.commands] == ["apt-get"]


SET_UP = """\
import sys
from scripts.setting_up import alone, call

INSTALL = "import os, sys; print('installing', flush=True); os.read(int(sys.argv[1]), 1)"
with alone(sys.argv[1]):
    call([sys.executable, "-c", INSTALL, sys.argv[2]])
"""


def test_an_installer_that_outlives_its_set_up_keeps_the_next_one_out(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    lock = tmp_path / "lock"
    until_closed, opened = os.pipe()
    command = [sys.executable, "-c", SET_UP, str(lock), str(until_closed)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, pass_fds=[until_closed], stderr=subprocess.PIPE) as set_up_process:
        assert set_up_process.stderr is not None
        assert set_up_process.stderr.readline() == b"installing\n"
        set_up_process.kill()
        set_up_process.wait()
        with lock.open("w") as file:
            with pytest.raises(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.close(until_closed)
            os.close(opened)
            fcntl.flock(file, fcntl.LOCK_EX)  # comes to an end: the lock went with the installer


def test_a_folder_that_cannot_be_written_is_a_sentence(
    checkout: Checkout, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(checkout.venv + ".lock").mkdir()
    with pytest.raises(SystemExit) as left:
        set_up(checkout, START, world.outside)
    assert left.value.code == 2
    assert checkout.root in capsys.readouterr().err


def test_the_environment_finds_the_checkout_wherever_both_are_moved(checkout: Checkout, world: World) -> None:
    set_up(checkout, START, world.outside)
    (pth,) = Path(checkout.venv).rglob("jn-presenter.pth")
    line = pth.read_text().strip()
    assert not Path(line).is_absolute()
    assert pth.parent.joinpath(line).resolve() == Path(checkout.root).resolve()
