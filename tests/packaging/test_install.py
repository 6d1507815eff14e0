"""The stick's own script, really run: from a path with a space and Chinese, by a person with an empty home."""

import base64
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.delivery import entries, sums
from scripts.delivery.install import PLATFORMS, STAMP, Place, default_home
from scripts.delivery.stick import Stick, make
from scripts.setting_up import alone
from tests.packaging.world import Index


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "家 home's"
    folder.mkdir()
    return folder


@pytest.fixture
def made(stick: Stick, index: Index) -> Path:
    assert make(stick, index) == 0
    return stick.folder


def path_of(folder: Path) -> str:
    """A PATH whose python3 is the one of these tests, for which the stick is made."""
    commands = folder / "commands"
    if not commands.exists():
        commands.mkdir()
        base = getattr(sys, "_base_executable", sys.executable)
        (commands / "python3").write_text(f'#!/bin/sh\nexec "{base}" "$@"\n')
        (commands / "python3").chmod(0o755)
    return f"{commands}{os.pathsep}{os.environ['PATH']}"


def install(stick: Path, home: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    shell = shutil.which("sh")
    assert shell is not None
    clean = {"HOME": str(home), "PATH": path_of(home.parent), "LANG": "C.UTF-8", **environ}
    command = [shell, str(stick / "install.sh"), *arguments]
    return subprocess.run(command, env=clean, cwd="/", capture_output=True, text=True, check=False, timeout=120)


def program(home: Path) -> Path:
    return home / ".local/share/jn-presenter-program"


def test_it_installs_tries_and_can_be_started_from_menu_and_terminal(made: Path, home: Path) -> None:
    done = install(made, home)
    assert done.returncode == 0, done.stderr
    command = program(home) / "jn-presenter"
    assert str(command) in done.stdout
    assert (home / "log").read_text() == "check\nexport -o\n"
    subprocess.run([str(home / ".local/bin/jn-presenter"), "kiosk"], env={"HOME": str(home)}, check=True, timeout=60)
    assert (home / "log").read_text().endswith("kiosk\n")
    entry = (home / ".local/share/applications/jn-presenter.desktop").read_text("utf-8")
    assert f'Exec="{command}"\n' in entry
    icon = Path(next(line for line in entry.splitlines() if line.startswith("Icon="))[5:])
    assert icon.read_bytes().startswith(b"\x89PNG")


def test_the_stick_stays_as_it_was(made: Path, home: Path) -> None:
    install(made, home)
    there = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert there - {sums.NAME} == set(sums.read(made))
    assert not sums.verify(made)


def test_a_changed_byte_is_said_by_name_and_nothing_is_installed(made: Path, home: Path) -> None:
    wheel = made / "files/wheels/tiny-1.0-py3-none-any.whl"
    data = bytearray(wheel.read_bytes())
    data[10] ^= 1
    wheel.write_bytes(data)
    done = install(made, home)
    assert done.returncode == 2
    assert "files/wheels/tiny-1.0-py3-none-any.whl" in done.stderr
    assert list(home.iterdir()) == []


def test_it_can_only_look(made: Path, home: Path) -> None:
    assert install(made, home, "--verify").returncode == 0
    (made / "START.txt").unlink()
    done = install(made, home, "--verify")
    assert (done.returncode, list(home.iterdir())) == (2, [])
    assert "START.txt" in done.stderr


def test_a_stick_that_was_not_copied_to_its_end_says_so(made: Path, home: Path) -> None:
    (made / sums.NAME).unlink()
    done = install(made, home)
    assert (done.returncode, list(home.iterdir())) == (2, [])
    assert "没有复制完" in done.stderr
    assert "Copy the whole folder again" in done.stderr


def test_what_does_not_work_gets_no_command_and_leaves_nothing(made: Path, home: Path) -> None:
    assert install(made, home, JN_FAILS="1").returncode == 2
    assert [path.name for path in program(home).iterdir()] == ["installing.lock"]
    assert not (home / ".local/share/applications").exists()
    assert not (home / ".local/bin").exists()


def test_what_was_cut_off_by_the_power_is_begun_anew(made: Path, home: Path) -> None:
    install(made, home)
    (half,) = (path for path in program(home).iterdir() if path.is_dir())
    (half / STAMP).unlink()
    (half / "half.txt").touch()
    assert install(made, home).returncode == 0
    assert not (half / "half.txt").exists()
    assert (half / STAMP).exists()


def test_what_is_installed_already_is_tried_again_and_not_installed_again(made: Path, home: Path) -> None:
    install(made, home)
    (there,) = (path for path in program(home).iterdir() if path.is_dir())
    (there / "kept.txt").touch()
    assert install(made, home).returncode == 0
    assert (there / "kept.txt").exists()
    assert (home / "log").read_text().count("check") == 2


def test_another_release_takes_the_place_of_the_one_before(made: Path, home: Path, stick: Stick, index: Index) -> None:
    install(made, home)
    (stick.root / "slides" / "briefing.yaml").write_text("title: y\n")
    make(stick, index)
    assert install(made, home).returncode == 0
    (there,) = (path for path in program(home).iterdir() if path.is_dir())
    assert there.name in (program(home) / "jn-presenter").read_text("utf-8")


def test_two_at_a_time_wait_for_each_other(made: Path, home: Path) -> None:
    program(home).mkdir(parents=True)
    with alone(str(program(home) / "installing.lock")):
        shell = shutil.which("sh")
        assert shell is not None
        environ = {"HOME": str(home), "PATH": path_of(home.parent), "LANG": "C.UTF-8"}
        command = [shell, str(made / "install.sh")]
        second = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        try:
            assert second.stderr is not None
            assert any("waiting for it" in line for line in second.stderr), "it was not killed, it ended"
            assert second.poll() is None
        finally:
            second.kill()
            second.communicate(timeout=60)
    assert [path.name for path in program(home).iterdir()] == ["installing.lock"]


def test_a_stick_for_other_pythons_says_which(made: Path, home: Path, stick: Stick, index: Index) -> None:
    script = made / "install.sh"
    script.write_text(script.read_text("utf-8").replace(stick.targets[0].python, "3.99"), "utf-8")
    done = install(made, home)
    assert (done.returncode, list(home.iterdir())) == (2, [])
    assert "3.99" in done.stderr
    assert "python3-venv" in done.stderr


def test_it_goes_where_it_is_told(made: Path, home: Path, tmp_path: Path) -> None:
    assert install(made, home, "--to", str(tmp_path / "elsewhere")).returncode == 0
    assert (tmp_path / "elsewhere" / "jn-presenter").exists()
    assert not program(home).exists()


def test_each_system_has_its_own_place_for_programs(tmp_path: Path) -> None:
    assert default_home({"XDG_DATA_HOME": "/data"}, windows=False) == Path("/data/jn-presenter-program")
    assert default_home({"LOCALAPPDATA": "/local"}, windows=True) == Path("/local/Programs/JN Presenter")
    assert set(PLATFORMS.values()) == {"linux-x86_64", "windows-x86_64"}
    assert not Place(tmp_path, "0.1.0-12345678").done


def test_windows_gets_shortcuts_that_open_no_console_and_a_command_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    icons, home = tmp_path / "icons", tmp_path / "程序"
    for folder in (icons, home):
        folder.mkdir()
    (icons / "jn-presenter.ico").touch()
    called: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(entries.subprocess, "call", lambda command, env, stdin: called.append((command, env)) or 0)
    batch = Path(entries.on_windows(home, home / "0.1.0-12345678", icons))
    assert batch.read_bytes() == b'@"%~dp00.1.0-12345678\\Scripts\\python.exe" -m jn_presenter %*\r\n'
    ((command, environ),) = called
    script = base64.b64decode(command[command.index("-EncodedCommand") + 1]).decode("utf-16-le")
    module = re.search(r"-m ([\w.]+)", script)
    assert module is not None
    assert importlib.util.find_spec(module[1]) is not None
    assert set(re.findall(r"\$env:(\w+)", script)) <= set(environ)
    assert environ["JN_PYTHONW"].endswith("pythonw.exe")


def test_shortcuts_that_cannot_be_made_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jn-presenter.ico").touch()
    (tmp_path / "home").mkdir()
    monkeypatch.setattr(entries.subprocess, "call", lambda command, env, stdin: 1)
    with pytest.raises(OSError, match="快捷方式"):
        entries.on_windows(tmp_path / "home", tmp_path / "home" / "x", tmp_path)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/home/a/jn", '"/home/a/jn"'),
        ("/home/a b/江宁", '"/home/a b/江宁"'),
        ("/home/100%/jn", '"/home/100%%/jn"'),
        ('/home/"$x`/jn', '"/home/\\\\"\\\\$x\\\\`/jn"'),
        ("/home/a\\b", '"/home/a\\\\\\\\b"'),
    ],
)
def test_a_menu_entry_quotes_its_program_twice_as_its_standard_asks(path: str, written: str) -> None:
    assert entries._quoted(path) == written
