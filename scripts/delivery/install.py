"""Installs the program from a stick, without a network: the stick runs this by the Python that it has found.

Everything goes into one folder of the person who runs it; what is half made there has no stamp and is begun anew. The
command and the entries in menus appear last, when the program has shown that it works.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts import machine
from scripts.bootstrap import WINDOWS, parts
from scripts.delivery import entries, sums
from scripts.machine import Sentence
from scripts.setting_up import LIBRARIES, alone, say, stop

STAMP = "installed"
STEPS = 5
PLATFORMS = {("Linux", "x86_64"): "linux-x86_64", ("Windows", "amd64"): "windows-x86_64"}


class Place:
    """Where one release from one stick is installed. name: tells it from every other."""

    def __init__(self, home: Path, name: str) -> None:
        self.home = home
        self.folder = home / name
        inside = ("Scripts", "python.exe") if WINDOWS else ("bin", "python")
        self.python = self.folder.joinpath(*inside)

    @property
    def done(self) -> bool:
        """Whether it was installed to the end."""
        return (self.folder / STAMP).is_file() and self.python.exists()


def main(stick: Path, arguments: Sequence[str]) -> int:
    """Install, or with --verify only see whether the stick is whole; the exit code."""
    parser = argparse.ArgumentParser(prog="install", description="安装 JN Presenter / install JN Presenter")
    parser.add_argument("--verify", action="store_true", help="只检查 U 盘 / only see whether the stick is whole")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="装到这个文件夹 / the folder to install to")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        _verify(stick)
        if not options.verify:
            home = (options.to or default_home(os.environ)).expanduser().absolute()
            said = _fitting(stick)
            home.mkdir(parents=True, exist_ok=True)
            with alone(str(home / "installing.lock")):
                _install(stick, home, said)
    except KeyboardInterrupt:
        say(Sentence("已中断，再运行一次即可。", "Interrupted; just run it again."))
        return 130
    except OSError as error:
        stop(Sentence(f"安装没有完成：{error}", f"Not installed: {error}"))
    return 0


def default_home(environ: Mapping[str, str], windows: bool = WINDOWS) -> Path:
    """Where programs of one person belong."""
    if windows:
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "Programs", "JN Presenter")
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "jn-presenter-program")


def _verify(stick: Path) -> None:
    _step(1, Sentence("检查 U 盘上的文件……", "Looking at the files of the stick …"))
    told = -1

    def progress(done: int, of: int) -> None:
        nonlocal told
        tenth = 10 * done // max(of, 1)
        if tenth > told:
            told = tenth
            print(f"    {10 * tenth} %", file=sys.stderr, flush=True)

    try:
        damage = sums.verify(stick, progress)
    except sums.UnfinishedError:
        stop(
            Sentence(
                f"{stick} 里的 {sums.NAME} 不完整：U 盘没有做完，或者没有复制完。请重新复制整个文件夹。",
                f"{sums.NAME} in {stick} is not whole: the stick was not finished, or not copied to its end. "
                "Copy the whole folder again.",
            )
        )
    if damage:
        for name in damage.changed:
            say(Sentence(f"  已损坏：{name}", f"  damaged: {name}"))
        for name in damage.missing:
            say(Sentence(f"  缺少：{name}", f"  missing: {name}"))
        stop(
            Sentence(
                "U 盘上的文件不对，没有安装。请重新复制。",
                "The stick is damaged; nothing was installed. Copy it again.",
            )
        )


def _install(stick: Path, home: Path, said: dict[str, Any]) -> None:
    files = stick / "files"
    place = Place(home, f"{said['version']}-{sums.sha256(stick / sums.NAME)[:8]}")
    try:
        if place.done:
            say(Sentence(f"已经装在 {place.folder}。", f"It is in {place.folder} already."))
        else:
            _fill(place, files)
        _step(5, Sentence("试运行：检查简报，导出 PDF……", "Trying it: a check of the briefing, and an export …"))
        _try(place)
        (place.folder / STAMP).write_text(said["version"] + "\n", encoding="utf-8")
    finally:
        if not place.done:
            shutil.rmtree(place.folder, ignore_errors=True)
    command = entries.make(place.home, place.folder, files / "icons")
    for old in home.iterdir():
        if old != place.folder and (old / "pyvenv.cfg").is_file():
            shutil.rmtree(old, ignore_errors=True)
    for name in ("zh", "en"):
        print((files / "words" / f"installed.{name}.txt").read_text(encoding="utf-8").format(command=command))


def _fitting(stick: Path) -> dict[str, Any]:
    """What the stick says of itself, once it is clear that the program runs here and all that it needs is there."""
    said: dict[str, Any] = json.loads((stick / "files" / "stick.json").read_text(encoding="utf-8"))
    _step(2, Sentence("查看这台电脑……", "Looking at this machine …"))
    facts = machine.probe()
    if sentence := machine.refusal(facts):
        stop(sentence)
    platform = PLATFORMS.get((facts.system, facts.machine), f"{facts.system} {facts.machine}")
    python = "{}.{}".format(*sys.version_info)
    there = said["platforms"].get(platform)
    if there is None:
        stop(Sentence(f"U 盘上没有 {platform} 的文件。", f"The stick has nothing for {platform}."))
    if python not in there:
        has = ", ".join(there)
        stop(
            Sentence(
                f"这是 Python {python}，U 盘上有 Python {has} 的文件。",
                f"This is Python {python}; the stick is for {has}.",
            )
        )
    platforms = [part.removeprefix(LIBRARIES) for part in parts(dict(os.environ)) if part.startswith(LIBRARIES)]
    if missing := machine.missing_libraries(platforms):
        line = "sudo apt install " + " ".join(machine.packages_of(missing))
        stop(
            Sentence(
                f"缺少 Qt 需要的系统库：{', '.join(missing)}。请管理员装上（Debian、Ubuntu）：\n    {line}",
                f"Qt needs libraries that this system lacks: {', '.join(missing)}. On Debian or Ubuntu:\n    {line}",
            )
        )
    return said


def _fill(place: Place, files: Path) -> None:
    _step(3, Sentence(f"安装到 {place.folder}……", f"Installing to {place.folder} …"))
    if place.folder.exists():
        shutil.rmtree(place.folder)
    _run([sys.executable, "-m", "venv", "--without-pip", str(place.folder)])
    # Debian's Python may have no pip; pip runs out of its own wheel, as it does when Python itself installs it.
    pip = next((files / "wheels").glob("pip-*.whl")) / "pip"
    offline = ["--isolated", "--no-cache-dir", "--disable-pip-version-check", "--no-color", "--no-input"]
    exact = ["--no-index", "--find-links", str(files / "wheels"), "--no-deps", "--require-hashes", "--no-compile"]
    wanted = ["--quiet", "--requirement", str(files / "install.txt")]
    _run([str(place.python), str(pip), *offline, "install", *exact, *wanted])
    _step(4, Sentence("编译……", "Compiling …"))
    library = place.folder / "Lib" if WINDOWS else place.folder / "lib"
    # Its exit code tells of modules for other Pythons, which some packages carry along.
    _call([str(place.python), "-m", "compileall", "-qq", "-j", "0", str(library)], quiet=True)


def _try(place: Place) -> None:
    """See that the program works: a briefing that is installed and does not show is found out here, not in the hall."""
    program = [str(place.python), "-m", "jn_presenter"]
    _run([*program, "check"])
    with tempfile.TemporaryDirectory() as folder:
        _run([*program, "export", "-o", str(Path(folder, "briefing.pdf")), "--to", "pdf"])


def _step(number: int, sentence: Sentence) -> None:
    say(Sentence(f"[{number}/{STEPS}] {sentence.zh}", f"[{number}/{STEPS}] {sentence.en}"))


def _run(command: Sequence[str]) -> None:
    if _call(command) != 0:
        stop(
            Sentence(
                "安装没有完成，原因见上。再运行一次会重新安装。",
                "Not installed, see above. Running it again begins anew.",
            )
        )


def _call(command: Sequence[str], *, quiet: bool = False) -> int:
    """Run it in an environment that leads to no other Python's modules; what it prints goes to stderr."""
    environ = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET")}
    told = subprocess.DEVNULL if quiet else sys.stderr
    cwd = tempfile.gettempdir()  # so that no folder of the stick is taken for a package
    # What outlives this process keeps the lock: nobody may clear away what it still writes to.
    settings: dict[str, Any] = {"env": environ, "cwd": cwd, "close_fds": False}
    return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=told, stderr=told, **settings)
