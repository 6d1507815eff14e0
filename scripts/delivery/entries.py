"""How an installed program is found again: a command, an entry in the menu with its icon, one on the desktop."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "jn-presenter"
TITLE = "JN Presenter"

_LAUNCHER = """\
#!/bin/sh
exec {python} {script} "$@"
"""
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=JN Presenter
Name[zh_CN]=JN Presenter 简报放映
Comment=Shows briefings, also without a network
Comment[zh_CN]=放映简报，不需要网络
Exec={launcher}
Icon={icon}
Terminal=false
Categories=Office;Presentation;
Actions=kiosk;edit;

[Desktop Action kiosk]
Name=Kiosk
Name[zh_CN]=展厅一体机
Exec={launcher} kiosk

[Desktop Action edit]
Name=Edit
Name[zh_CN]=编辑
Exec={launcher} edit
"""
# The paths come as arguments of the environment: no quoting can go wrong with them.
_SHORTCUTS = """\
$shell = New-Object -ComObject WScript.Shell
foreach ($place in 'Programs', 'Desktop') {
    $link = $shell.CreateShortcut((Join-Path ([Environment]::GetFolderPath($place)) 'JN Presenter.lnk'))
    $link.TargetPath = $env:JN_PYTHONW
    $link.Arguments = '-m jn_presenter.application'
    $link.IconLocation = $env:JN_ICON
    $link.WorkingDirectory = [Environment]::GetFolderPath('MyDocuments')
    $link.Save()
}
"""


def make(home: Path, program: Path, icons: Path) -> str:
    """Make them for the program installed in the folder `program` of `home`; the command to type. Raises OSError."""
    return on_windows(home, program, icons) if sys.platform == "win32" else on_linux(home, program, icons, os.environ)


def on_linux(home: Path, program: Path, icons: Path, environ: Mapping[str, str]) -> str:
    """A script beside the program, a link to it where commands are looked for, and the entries."""
    launcher = home / NAME
    # By pip's script: `-m` would look into the folder that somebody happens to be in first.
    inside = program / "bin"
    _write(launcher, _LAUNCHER.format(python=_shell(str(inside / "python")), script=_shell(str(inside / NAME))))
    launcher.chmod(0o755)
    command = Path.home() / ".local" / "bin" / NAME
    command.parent.mkdir(parents=True, exist_ok=True)
    command.unlink(missing_ok=True)
    command.symlink_to(launcher)
    icon = home / f"{NAME}.png"
    shutil.copyfile(icons / icon.name, icon)
    data = Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "applications")
    data.mkdir(parents=True, exist_ok=True)
    entry = _ENTRY.format(launcher=_quoted(str(launcher)), icon=_escaped(str(icon)))
    desktop = _desktop()
    for place in (data, *([desktop] if desktop is not None else [])):
        _write(place / f"{NAME}.desktop", entry)
        (place / f"{NAME}.desktop").chmod(0o755)
    return str(launcher)


def on_windows(home: Path, program: Path, icons: Path) -> str:
    """Shortcuts in the Start menu and on the desktop, without a console window, and a batch file for a terminal."""
    icon, batch = home / f"{NAME}.ico", home / f"{NAME}.cmd"
    shutil.copyfile(icons / icon.name, icon)
    # Relative to itself: cmd reads it in a code page that may not know the folder's name.
    batch.write_text(
        f'@"%~dp0{program.name}\\Scripts\\python.exe" -m jn_presenter %*\n', encoding="ascii", newline="\r\n"
    )
    environ = {**os.environ, "JN_PYTHONW": str(program / "Scripts" / "pythonw.exe"), "JN_ICON": str(icon)}
    script = base64.b64encode(_SHORTCUTS.encode("utf-16-le")).decode()
    command = [
        "powershell.exe",
        "-NoProfile",
        "-NonInteractive",
        "-ExecutionPolicy",
        "Bypass",
        "-EncodedCommand",
        script,
    ]
    if subprocess.call(command, env=environ, stdin=subprocess.DEVNULL) != 0:
        raise OSError("无法建立快捷方式 / the shortcuts could not be made")
    return str(batch)


def _desktop() -> Path | None:
    """The folder of the desktop, whatever it is called there; None where there is none."""
    asked = shutil.which("xdg-user-dir")
    if asked is None:
        folder = Path.home() / "Desktop"
    else:
        told = subprocess.run([asked, "DESKTOP"], capture_output=True, text=True, check=False).stdout.strip()
        folder = Path(told or Path.home())
    return folder if folder.is_dir() and folder != Path.home() else None


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _shell(path: str) -> str:
    return "'" + path.replace("'", "'\\''") + "'"


def _escaped(path: str) -> str:
    """A value of a desktop entry."""
    return path.replace("\\", "\\\\")


def _quoted(path: str) -> str:
    """A program in the Exec line of a desktop entry, whose quoting is escaped once more as a value."""
    inside = path.replace("%", "%%")
    for character in '\\"`$':
        inside = inside.replace(character, "\\" + character)
    return _escaped(f'"{inside}"')
