"""Makes the folder for a USB stick: wheels, scripts that install them without a network, and a page that says how.

Usage: python3 packaging/stick.py -o FOLDER

It needs a network and pip; what is in FOLDER already is not downloaded again, so that one that was interrupted goes on.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from scripts.bootstrap import CANNOT_RUN
from scripts.delivery import lists, own_wheel, pythons, sums, wheels
from scripts.delivery.lists import Entry
from scripts.delivery.targets import PYTHONS, SYSTEMS, Target
from scripts.machine import Sentence
from scripts.setting_up import say

PARTS = ("run", "pack", "pip")
"""The lists that every stick has: a kiosk takes packs, and installs by a pip of the stick's own."""
CODE = (
    "__init__.py",
    "bootstrap.py",
    "machine.py",
    "setting_up.py",
    "delivery/__init__.py",
    "delivery/install.py",
    "delivery/entries.py",
    "delivery/sums.py",
)
"""The part of scripts/ that runs from the stick."""
CRLF = (".bat", ".txt")
PAGES = ("stick", "beside")
"""Folders of recipes whose pages people open; cmd and the installer show the others."""


class Stick(NamedTuple):
    """What is to be made, and where."""

    root: Path
    folder: Path
    targets: tuple[Target, ...]
    parts: tuple[str, ...] = PARTS
    installer: Path | None = None
    application: Path | None = None

    @property
    def wheels(self) -> Path:
        """The folder of wheels."""
        return self.folder / "files" / "wheels"

    @property
    def recipes(self) -> Path:
        """Where the scripts and pages of a stick are kept."""
        return self.root / "packaging" / "stick"


def main(root: Path, arguments: Sequence[str]) -> int:
    """Make the stick that the arguments ask for; the exit code."""
    parser = argparse.ArgumentParser(prog="stick", description="制作离线安装 U 盘 / make a stick that installs offline")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="做到这个文件夹 / where to")
    parser.add_argument("--platform", choices=[*SYSTEMS, "both"], default="both", help="系统，默认两种 / default: both")
    parser.add_argument(
        "--python",
        metavar="3.12,…",
        help=f"Python 版本；Linux 默认全部，Windows 默认 {pythons.INSTALLER.python} / default: all on Linux",
    )
    parser.add_argument(
        "--python-installer", type=Path, metavar="FILE", help="Python 安装程序 / python.org's installer"
    )
    parser.add_argument(
        "--application", type=Path, metavar="FOLDER", help="run.py application 做的文件夹 / what it made"
    )
    parser.add_argument("--video", action="store_true", help="连同播放影片的组件 / with what plays films")
    options = parser.parse_args(arguments)
    targets = chosen(options.platform, options.python)
    if unknown := sorted({target.python for target in targets} - set(PYTHONS)):
        has = ", ".join(PYTHONS)
        parser.error(f"没有 Python {', '.join(unknown)}，可用 {has} / no Python {', '.join(unknown)}; there are {has}")
    parts = (*PARTS, *(["video"] if options.video else []))
    folder = options.output.expanduser().absolute()
    stick = Stick(root, folder, targets, parts, options.python_installer, options.application)
    try:
        return make(stick)
    except pythons.RefusedError as error:
        say(error.sentence)
    except OSError as error:
        say(Sentence(f"没有做成：{error}", f"Not made: {error}"))
    except KeyboardInterrupt:
        say(Sentence("已中断；再运行一次会接着做。", "Interrupted; run it again, and it goes on."))
        return 130
    return CANNOT_RUN


def chosen(platform: str, versions: str | None) -> tuple[Target, ...]:
    """The targets that the options name."""
    names = SYSTEMS if platform == "both" else (platform,)
    asked = tuple(dict.fromkeys(word.strip() for word in versions.split(","))) if versions else None
    return tuple(Target(name, python) for name in names for python in asked or SYSTEMS[name].pythons)


def make(stick: Stick, run: wheels.Run = wheels.call) -> int:
    """Make it, or go on with it; the exit code. Raises OSError, RefusedError.

    The list of hashes goes first and comes last, so that no folder looks whole that is not.
    """
    if _others(stick.folder):
        say(
            Sentence(
                f"{stick.folder} 里有别的文件，请换一个空文件夹。",
                f"{stick.folder} holds other things; take an empty folder.",
            )
        )
        return CANNOT_RUN
    if stick.installer is not None:
        pythons.check(stick.installer)  # before all the downloads
    (stick.folder / sums.NAME).unlink(missing_ok=True)
    stick.wheels.mkdir(parents=True, exist_ok=True)
    listed = lists.read(*(stick.root / "requirements" / f"{part}.txt" for part in stick.parts))
    shelf = wheels.Shelf(stick.wheels)
    for number, target in enumerate(stick.targets, 1):
        if not _fetch(shelf, lists.needed(listed, target), target, f"[{number}/{len(stick.targets)}]", run):
            return CANNOT_RUN
    for own in stick.wheels.glob("jn_presenter-*.whl"):
        own.unlink()
    for name in shelf.clear(listed, stick.targets):
        say(Sentence(f"删除旧的 {name}", f"Removed: {name}, of an earlier release"))
    _write_files(stick, listed, own_wheel.write(stick.root, stick.wheels))
    _place_installer(stick)
    if stick.application is not None:
        shutil.rmtree(stick.folder / "application", ignore_errors=True)
        shutil.copytree(stick.application, stick.folder / "application")
    say(Sentence("计算校验值……", "Hashing all files …"))
    sums.write(stick.folder)
    size = sum(path.stat().st_size for path in stick.folder.rglob("*") if path.is_file())
    say(
        Sentence(
            f"完成：{size / 1e6:.0f} MB。把 {stick.folder} 整个复制到 U 盘，先看“开始.txt”。",
            f"Done: {size / 1e6:.0f} MB. Copy the whole of {stick.folder} to a stick; START.txt says how to go on.",
        )
    )
    return 0


def _others(folder: Path) -> bool:
    """Whether the folder holds what no stick of ours has."""
    ours = any((folder / "files" / name).exists() for name in ("wheels", "stick.json"))
    return folder.is_dir() and any(folder.iterdir()) and not ours


def _fetch(shelf: wheels.Shelf, needed: list[Entry], target: Target, step: str, run: wheels.Run) -> bool:
    lacking = shelf.lacking(needed, target)
    say(
        Sentence(
            f"{step} {target}：{len(needed)} 个软件包，需下载 {len(lacking)} 个",
            f"{step} {target}: {len(needed)} packages, {len(lacking)} to download",
        )
    )
    if not lacking:
        return True
    done = wheels.download(lacking, target, shelf.folder, run)
    if done and not (left := shelf.lacking(needed, target)):
        return True
    names = ", ".join(entry.wanted for entry in left) if done else target
    say(
        Sentence(
            f"下载没有完成：{names}。再运行一次会接着下载。", f"Not downloaded: {names}. Run it again, and it goes on."
        )
    )
    return False


def _write_files(stick: Stick, listed: tuple[Entry, ...], own: Path) -> None:
    """Everything but wheels and Python's installer."""
    files = stick.folder / "files"
    for name in ("scripts", "words", "icons"):  # of an earlier release
        shutil.rmtree(files / name, ignore_errors=True)
    version = own_wheel.project(stick.root)["project"]["version"]
    line = f"jn-presenter=={version} --hash=sha256:{sums.sha256(own)}"
    wanted = [*(entry.line() for entry in listed if entry.name != "pip"), line]
    (files / "install.txt").write_text("\n".join(wanted) + "\n", encoding="utf-8", newline="\n")
    platforms: dict[str, list[str]] = {}
    for target in stick.targets:
        platforms.setdefault(target.platform, []).append(target.python)
    said = {"version": version, "platforms": platforms, "python": pythons.INSTALLER._asdict()}
    (files / "stick.json").write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8", newline="\n")
    for name in CODE:
        target_file = files / "scripts" / name
        target_file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stick.root / "scripts" / name, target_file)
    shutil.copytree(stick.root / "packaging" / "icons", files / "icons", dirs_exist_ok=True)
    words = filled_in(platforms)
    for path in sorted(stick.recipes.rglob("*")):
        if path.is_file() and _for_these(path.name, platforms) and "__pycache__" not in path.parts:
            place = stick.folder / path.relative_to(stick.recipes)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(rendered(path, words))


def _for_these(name: str, platforms: Iterable[str]) -> bool:
    """Whether a file of the recipes belongs on a stick for these platforms."""
    ours = {".sh": "linux", ".bat": "windows"}.get(Path(name).suffix, "")
    return any(platform.startswith(ours) for platform in platforms)


def filled_in(platforms: dict[str, list[str]]) -> dict[str, str]:
    """What stands for the @NAMES@ in scripts and pages."""
    installer = pythons.INSTALLER
    return {
        "LINUX": " ".join(platforms.get("linux-x86_64", ["-"])),
        "WINDOWS": " ".join(platforms.get("windows-x86_64", ["-"])),
        "PYTHON": installer.python,
        "PYTHON_FOLDER": "Python" + installer.python.replace(".", ""),
        "INSTALLER": installer.file,
        "SIZE": f"{installer.size:,}",
        "SHA256": installer.sha256,
        "ADDRESS": installer.address,
    }


def rendered(path: Path, words: dict[str, str]) -> bytes:
    """A script or page as it stands on the stick: filled in, and with the ends of lines that its reader wants.

    Pages for people have a byte order mark, by which Notepad knows them on every Windows; those that cmd types do not.
    """
    text = path.read_text(encoding="utf-8")
    for name, value in words.items():
        text = text.replace(f"@{name}@", value)
    if path.suffix in CRLF:
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8-sig" if path.suffix == ".txt" and path.parent.name in PAGES else "utf-8")


def _place_installer(stick: Stick) -> None:
    folder, wanted = stick.folder / "files" / "python", pythons.INSTALLER
    if not any(target.platform.startswith("windows") for target in stick.targets):
        return
    there = folder / wanted.file
    if stick.installer is not None:
        pythons.take(stick.installer, folder)
    elif there.is_file():
        pythons.take(there, folder)
    else:
        say(
            Sentence(
                f"没有 Python 安装程序：Windows 电脑若没有 Python，还需要 {wanted.file}（{wanted.size:,} 字节），"
                f"\n    从 {wanted.address} 下载，\n    再运行一次，加上 --python-installer 文件",
                f"Python's installer is not on the stick. A Windows machine without Python needs {wanted.file} "
                f"({wanted.size:,} bytes):\n    from {wanted.address},\n"
                "    then run this again with --python-installer FILE",
            )
        )
