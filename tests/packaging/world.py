"""Wheels, lists and an index for sticks so small that they are made and installed at once."""

import base64
import hashlib
import shutil
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = "{}.{}".format(*sys.version_info)

# Stands for pip: holds what it installs against the hashes, as the real one does.
PIP = """
import hashlib, pathlib, sys, sysconfig, zipfile
words = sys.argv[1:]
assert {"--no-index", "--require-hashes", "--isolated", "--no-deps"} <= set(words), words
listed = pathlib.Path(words[words.index("--requirement") + 1]).read_text()
wheels = {}
for wheel in pathlib.Path(words[words.index("--find-links") + 1]).glob("*.whl"):
    wheels["sha256:" + hashlib.sha256(wheel.read_bytes()).hexdigest()] = wheel
for line in listed.splitlines():
    found = [wheels[word[7:]] for word in line.split() if word[:7] == "--hash=" and word[7:] in wheels]
    assert found or " ; " in line, line  # a condition that does not hold here
    for wheel in found:
        zipfile.ZipFile(wheel).extractall(sysconfig.get_path("purelib"))
script = "import runpy; runpy.run_module('jn_presenter', run_name='__main__')"
pathlib.Path(sysconfig.get_path("scripts"), "jn-presenter").write_text(script)
"""
# Stands for the program: leaves behind how it was called, and needs the package that it depends on.
PROGRAM = """
import os, pathlib, sys
import tiny
log = pathlib.Path(os.environ["HOME"], "log")
log.write_text((log.read_text() if log.exists() else "") + " ".join(sys.argv[1:3]) + "\\n")
sys.exit(int(os.environ.get("JN_FAILS", "0")))
"""


def wheel(folder: Path, name: str, files: dict[str, str], tag: str = "py3-none-any") -> Path:
    """A wheel of one version, 1.0."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-1.0-{tag}.whl"
    info = f"{name}-1.0.dist-info"
    content = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    with zipfile.ZipFile(path, "w") as made:
        for inside, text in content.items():
            made.writestr(zipfile.ZipInfo(inside), text)
    return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def listed(*wheels: Path, marker: str = "") -> str:
    """The lines of a list for these wheels of one package."""
    name = wheels[0].name.split("-")[0]
    hashes = " ".join(f"\\\n    --hash=sha256:{sha256(path)}" for path in wheels)
    return f"{name}==1.0{marker} {hashes}\n    # via somebody\n"


class Index:
    """Stands for pip and its index. It gives what a list's hashes ask for; `calls` are the options of each time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls: list[list[str]] = []
        self.fails_after: int | None = None

    def __call__(self, command: Sequence[str]) -> int:
        words = list(command)
        self.calls.append(words)
        wanted = Path(words[words.index("--requirement") + 1]).read_text()
        platforms = [words[k + 1] for k, word in enumerate(words) if word == "--platform"]
        given = 0
        for path in sorted(self.folder.glob("*.whl")):
            if sha256(path) in wanted and any(name in path.name for name in ("any", *platforms)):
                if given == self.fails_after:
                    return 1
                shutil.copy(path, words[words.index("--dest") + 1])
                given += 1
        return 0


def digest(data: bytes) -> str:
    """As a RECORD has it."""
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
