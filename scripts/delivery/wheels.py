"""The wheels of a stick: downloaded for machines other than this one, each held against the hashes of the lists."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from scripts.delivery import sums
from scripts.delivery.lists import Entry
from scripts.delivery.targets import Target

Run = Callable[[Sequence[str]], int]


class Shelf:
    """The wheels in a folder by their hashes. A file that no list knows, as half a download, counts for nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[tuple[str, int, int], str] = {}

    def hashes(self) -> dict[Path, str]:
        """Each wheel and its hash; read once, and again where the file has changed."""
        found = {}
        for path in sorted(self.folder.glob("*.whl")):
            stat = path.stat()
            key = (path.name, stat.st_size, stat.st_mtime_ns)
            if key not in self._known:
                self._known[key] = sums.sha256(path)
            found[path] = self._known[key]
        return found

    def lacking(self, entries: Iterable[Entry], target: Target) -> list[Entry]:
        """Those of the entries that have no wheel here that is whole and runs on the target."""
        here = {value for path, value in self.hashes().items() if runs_on(path.name, target)}
        return [entry for entry in entries if not here & entry.hashes]

    def clear(self, entries: Iterable[Entry], targets: Iterable[Target]) -> list[str]:
        """Remove what belongs to no entry and no target, as of an earlier release; the names."""
        known = {value for entry in entries for value in entry.hashes}
        machines = list(targets)
        gone = []
        for path, value in self.hashes().items():
            if value not in known or not any(runs_on(path.name, target) for target in machines):
                path.unlink()
                gone.append(path.name)
        return gone


def runs_on(name: str, target: Target) -> bool:
    """Whether a wheel of this name is for that machine."""
    try:
        return not target.tags.isdisjoint(parse_wheel_filename(name)[3])
    except InvalidWheelFilename:
        return False


def download(entries: Sequence[Entry], target: Target, folder: Path, run: Run) -> bool:
    """Have pip download these for the target; whether it could. It moves a wheel here only when its hash is right."""
    lines = "\n".join(entry.line(marked=False) for entry in entries)
    with tempfile.TemporaryDirectory() as temporary:
        listed = Path(temporary, "list.txt")
        listed.write_text(lines + "\n", encoding="utf-8")
        whole = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--disable-pip-version-check"]
        command = ["pip", "download", *whole, *target.options]
        return run([*command, "--dest", str(folder), "--requirement", str(listed)]) == 0


def call(command: Sequence[str]) -> int:
    """Run pip, with its words on stderr; its exit code. Raises FileNotFoundError where no Python here has it."""
    environ = {**os.environ, "PIP_REQUIRE_VIRTUALENV": "0"}
    # The private environment has no pip of its own where the Python that it was made from has one.
    for python in (getattr(sys, "_base_executable", sys.executable), sys.executable):
        if subprocess.run([python, "-m", *command[:1], "--version"], capture_output=True, check=False).returncode == 0:
            words = [python, "-m", *command]
            return subprocess.call(words, env=environ, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    raise FileNotFoundError("没有 pip / there is no pip")
