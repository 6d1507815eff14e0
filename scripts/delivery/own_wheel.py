"""The program's own wheel, made of the checkout by the standard library alone: hatchling, which would make the same,
comes from a network.
"""

from __future__ import annotations

import base64
import hashlib
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

# The same files give the same wheel, so that one made twice can be told to be the same.
_DATE = (2020, 1, 1, 0, 0, 0)


def project(root: Path) -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def write(root: Path, folder: Path) -> Path:
    """Write the wheel of the checkout at `root` into `folder`, whole or not at all; its path."""
    said = project(root)
    name, version = said["project"]["name"].replace("-", "_"), said["project"]["version"]
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    content = {**dict(_packaged(root, said["tool"]["hatch"]["build"]["targets"]["wheel"])), **_told(root, said, info)}
    record = "".join(f"{inside},{_digest(data)},{len(data)}\n" for inside, data in content.items())
    content[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    part = path.with_suffix(".part")
    with zipfile.ZipFile(part, "w") as wheel:
        for inside, data in content.items():
            entry = zipfile.ZipInfo(inside, _DATE)
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, data)
    part.replace(path)
    return path


def _packaged(root: Path, wanted: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """What hatchling's table names: path in the wheel, content."""
    for top in wanted["only-include"]:
        for path in sorted((root / top).rglob("*")):
            inside = path.relative_to(root / top)
            hidden = any(part.startswith(".") or part == "__pycache__" for part in inside.parts)
            if path.is_file() and not hidden:
                yield f"{wanted['sources'].get(top, top)}/{inside.as_posix()}", path.read_bytes()


def _told(root: Path, said: dict[str, Any], info: str) -> dict[str, bytes]:
    """What installers read."""
    project = said["project"]
    extras = project["optional-dependencies"]
    heads = [
        ("Metadata-Version", "2.4"),
        ("Name", project["name"]),
        ("Version", project["version"]),
        ("Summary", project["description"]),
        ("License-Expression", project["license"]),
        *(("License-File", name) for name in project["license-files"]),
        ("Requires-Python", project["requires-python"]),
        *(("Requires-Dist", line) for line in project["dependencies"]),
        *(("Provides-Extra", extra) for extra in extras),
        *(("Requires-Dist", _of_extra(line, extra)) for extra, lines in extras.items() for line in lines),
        ("Description-Content-Type", "text/markdown"),
    ]
    readme = (root / project["readme"]).read_text(encoding="utf-8")
    scripts = "".join(f"{command} = {place}\n" for command, place in project["scripts"].items())
    files = {
        "METADATA": "".join(f"{key}: {value}\n" for key, value in heads) + f"\n{readme}",
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: {project['name']}\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "entry_points.txt": f"[console_scripts]\n{scripts}",
        **{f"licenses/{name}": (root / name).read_text(encoding="utf-8") for name in project["license-files"]},
    }
    return {f"{info}/{name}": text.encode() for name, text in files.items()}


def _of_extra(line: str, extra: str) -> str:
    wanted, _, marker = (part.strip() for part in line.partition(";"))
    return f"{wanted}; ({marker}) and extra == '{extra}'" if marker else f"{wanted}; extra == '{extra}'"


def _digest(data: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
