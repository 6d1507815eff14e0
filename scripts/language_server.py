"""The language server for YAML that editors use, for the tests that look at the schemas through its eyes.

It is installed by npm into build/lsp, in the versions and with the hashes of tests/lsp/package-lock.json.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NAME = "yaml-language-server"
"""By which tests say that they need it."""
LISTS = ("package.json", "package-lock.json")
OLDEST_NODE = 18
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")
DONE = "done"


def folder(root: Path) -> Path:
    """Where it is installed in a checkout."""
    return root / "build" / "lsp"


def command(root: Path) -> list[str]:
    """What starts it, speaking over stdin and stdout."""
    return ["node", str(folder(root) / "node_modules" / NAME / "bin" / NAME), "--stdio"]


def provide(root: Path) -> bool:
    """Installs it where it is not there as its list wants it; whether it is there then."""
    npm = shutil.which("npm")
    if npm is None or _node() < OLDEST_NODE:
        return False
    here, wanted = folder(root), [root / "tests" / "lsp" / name for name in LISTS]
    stamp = b"".join(path.read_bytes() for path in wanted)
    done = here / DONE
    if done.is_file() and done.read_bytes() == stamp:
        return True
    here.mkdir(parents=True, exist_ok=True)
    done.unlink(missing_ok=True)
    for path in wanted:
        shutil.copyfile(path, here / path.name)
    print("==", "npm", *INSTALL, file=sys.stderr, flush=True)
    if subprocess.call([npm, *INSTALL], cwd=here, stdin=subprocess.DEVNULL, stdout=sys.stderr) != 0:
        return False
    done.write_bytes(stamp)
    return True


def _node() -> int:
    """The major version of node, 0 where there is none."""
    node = shutil.which("node")
    if node is None:
        return 0
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdigit() else 0
