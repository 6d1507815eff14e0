"""The Python that a stick brings for Windows machines that have none: python.org's installer, known by its hash."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from scripts.delivery import sums
from scripts.machine import Sentence


class Installer(NamedTuple):
    """An installer of python.org; size in bytes."""

    version: str
    file: str
    size: int
    sha256: str
    address: str

    @property
    def python(self) -> str:
        """The version as wheels have it: 3.12."""
        return ".".join(self.version.split(".")[:2])


# The last 3.12 that python.org has an installer of: later ones are source alone. By its SBOM, …-amd64.exe.spdx.json.
INSTALLER = Installer(
    version="3.12.10",
    file="python-3.12.10-amd64.exe",
    size=26_964_224,
    sha256="67b5635e80ea51072b87941312d00ec8927c4db9ba18938f7ad2d27b328b95fb",
    address="https://www.python.org/ftp/python/3.12.10/python-3.12.10-amd64.exe",
)


class RefusedError(Exception):
    """A file that is not what a stick may bring; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


def check(file: Path, wanted: Installer = INSTALLER) -> None:
    """See that it is the wanted installer to the last byte. Raises RefusedError, OSError."""
    if file.stat().st_size != wanted.size or sums.sha256(file) != wanted.sha256:
        raise RefusedError(
            Sentence(
                f"{file} 不是 {wanted.file}（{wanted.size:,} 字节，SHA-256 {wanted.sha256}）。"
                f"请从 {wanted.address} 下载。",
                f"{file} is not {wanted.file} ({wanted.size:,} bytes, SHA-256 {wanted.sha256}). "
                f"It is found at {wanted.address}",
            )
        )


def take(file: Path, folder: Path, wanted: Installer = INSTALLER) -> Path:
    """Copy the installer into `folder` if it is the wanted one. Raises RefusedError, OSError."""
    check(file, wanted)
    folder.mkdir(parents=True, exist_ok=True)
    part, whole = folder / (wanted.file + ".part"), folder / wanted.file
    shutil.copyfile(file, part)
    part.replace(whole)
    return whole
