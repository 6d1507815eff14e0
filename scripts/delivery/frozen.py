"""Makes the application that needs no Python, one folder for the system that this runs on, and tries it there.

Usage: python3 run.py application -o FOLDER
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from scripts.bootstrap import CANNOT_RUN, WINDOWS
from scripts.delivery import own_wheel
from scripts.delivery.stick import rendered
from scripts.machine import Sentence
from scripts.setting_up import say

NAME = "jn-presenter"
ALIKE = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
"""Where a person's own files are: all lead to an empty folder while the application is tried."""

SHOWS_WITHIN_S = 60


def main(root: Path, arguments: Sequence[str]) -> int:
    """Make it and try it; the exit code."""
    parser = argparse.ArgumentParser(prog="application", description="制作免 Python 的程序 / make an application")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="做到这个文件夹 / where to")
    options = parser.parse_args(arguments)
    output = options.output.expanduser().absolute()
    if output.exists():
        say(Sentence(f"{output} 已经存在，请换一个名字。", f"{output} is there already; take another name."))
        return CANNOT_RUN
    try:
        return make(root, output)
    except OSError as error:
        say(Sentence(f"没有做成：{error}", f"Not made: {error}"))
    except KeyboardInterrupt:
        say(Sentence("已中断，什么也没有留下。", "Interrupted; nothing is left."))
        return 130
    return CANNOT_RUN


def make(root: Path, output: Path) -> int:
    """Make it in a folder beside `output`, and give it that name once it has shown that it works. Raises OSError."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=output.parent, prefix=f".{output.name}-", ignore_cleanup_errors=True
    ) as folder:
        work = Path(folder)
        say(Sentence("[1/2] 打包，约需两分钟……", "[1/2] Packing; it takes about two minutes …"))
        if _build(root, work) != 0:
            say(Sentence("打包没有完成，原因见上。", "It could not be packed, see above."))
            return CANNOT_RUN
        made = work / "dist" / NAME
        _without_links(made)
        say(
            Sentence(
                "[2/2] 试运行：没有网络，空的用户文件夹……",
                "[2/2] Trying it, without a network and with an empty home …",
            )
        )
        if (failed := tried(made, work)) is not None:
            say(Sentence(f"试运行没有通过：{failed}，原因见上。", f"It does not work: {failed}, see above."))
            return CANNOT_RUN
        for name in (f"{NAME}.png", f"{NAME}.ico"):
            shutil.copyfile(root / "packaging" / "icons" / name, made / name)
        for path in sorted((root / "packaging" / "application" / "beside").iterdir()):
            (made / path.name).write_bytes(rendered(path, {}))
        made.rename(output)
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    say(Sentence(f"完成：{output}，{size / 1e6:.0f} MB。", f"Done: {output}, {size / 1e6:.0f} MB."))
    return 0


def _without_links(folder: Path) -> None:
    """Take PyInstaller's links away, which file systems of sticks do not know: libraries of wheels find each other."""
    if sys.platform == "linux":
        for path in [path for path in folder.rglob("*") if path.is_symlink()]:
            path.unlink()


def tried(made: Path, work: Path) -> str | None:
    """What of the program in the folder `made` does not work, as its command; None where all does."""
    program = made / (f"{NAME}.exe" if WINDOWS else NAME)
    home = work / "home"
    home.mkdir(exist_ok=True)
    environ = {**os.environ, **dict.fromkeys(ALIKE, str(home)), "QT_QPA_PLATFORM": "offscreen"}
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DISPLAY", "WAYLAND_DISPLAY"):
        environ.pop(name, None)
    command = [*_alone(), str(program)]
    files = (["export", "-o", str(home / f"briefing.{kind}"), "--to", kind] for kind in ("pdf", "pptx"))
    for arguments in (["check"], *files):
        if subprocess.call([*command, *arguments], env=environ, cwd=home, stdin=DEVNULL, stdout=sys.stderr) != 0:
            return " ".join(arguments)
    return None if _shows(command, environ, home) else "kiosk"


def _shows(command: list[str], environ: dict[str, str], home: Path) -> bool:
    """Whether a kiosk comes up: supervisor, show and a first picture. It is ended again."""
    quiet: dict[str, Any] = {"env": environ, "cwd": home, "stdin": DEVNULL, "stdout": DEVNULL, "stderr": DEVNULL}
    with subprocess.Popen([*command, "kiosk"], **quiet) as kiosk:
        try:
            for _ in range(SHOWS_WITHIN_S):
                if subprocess.call([*command, "kiosk", "--status"], **quiet) == 0:
                    return True
                with suppress(subprocess.TimeoutExpired):
                    kiosk.wait(timeout=1)
                    return False
            return False
        finally:
            kiosk.terminate()
            try:
                kiosk.wait(timeout=30)
            except subprocess.TimeoutExpired:
                kiosk.kill()


def _alone() -> list[str]:
    """What runs a command without a network, where the system lets a person do that."""
    tool = shutil.which("unshare") if sys.platform == "linux" else None
    if tool is None or subprocess.run([tool, "-rn", "true"], capture_output=True, check=False).returncode != 0:
        say(Sentence("（这里不能断开网络，照常试运行。）", "(The network cannot be taken away here; tried with it.)"))
        return []
    return [tool, "-rn"]


def _build(root: Path, work: Path) -> int:
    environ = dict(os.environ)
    if WINDOWS:
        project = own_wheel.project(root)["project"]
        facts = work / "version.txt"
        facts.write_text(version_facts(project["version"], project["description"]), encoding="utf-8")
        environ["JN_VERSION_FILE"] = str(facts)
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "build")]
    recipe = root / "packaging" / "application" / f"{NAME}.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(recipe)]
    return subprocess.call(command, env=environ, cwd=work, stdin=DEVNULL, stdout=sys.stderr)


def version_facts(version: str, description: str) -> str:
    """What Windows shows of the program as its properties, in the form that PyInstaller reads."""
    numbers = tuple(int(part) for part in [*version.split("."), "0"])[:4]
    strings = {
        "CompanyName": "JN Presenter",
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": NAME,
        "LegalCopyright": "MIT",
        "ProductName": "JN Presenter",
        "ProductVersion": version,
    }
    told = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    language = "VarFileInfo([VarStruct('Translation', [0x0804, 1200])])"  # Chinese (China), Unicode
    head = f"FixedFileInfo(filevers={numbers}, prodvers={numbers})"
    return f"VSVersionInfo(ffi={head}, kids=[StringFileInfo([StringTable('080404B0', [{told}])]), {language}])\n"
