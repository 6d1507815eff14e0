"""A checkout so small that a stick of it is made and installed at once, and an index that is a folder."""

import shutil
from pathlib import Path

import pytest

from scripts.delivery.stick import Stick
from scripts.delivery.targets import Target
from tests.packaging.world import HERE, PIP, PROGRAM, ROOT, Index, listed, wheel


@pytest.fixture
def index(tmp_path: Path) -> Index:
    folder = tmp_path / "index"
    wheel(folder, "pip", {"pip/__init__.py": "", "pip/__main__.py": PIP})
    wheel(folder, "tiny", {"tiny.py": ""})
    for tag in ("cp312-abi3-manylinux_2_28_x86_64", "cp312-abi3-win_amd64"):
        wheel(folder, "native", {"native.py": ""}, tag)
    return Index(folder)


@pytest.fixture
def checkout(tmp_path: Path, index: Index) -> Path:
    """Its program needs tiny everywhere, and native where the marker says so."""
    root = tmp_path / "checkout"
    for name in ("scripts", "packaging"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, root)
    (root / "jn_presenter").mkdir()
    (root / "jn_presenter" / "__init__.py").touch()
    (root / "jn_presenter" / "__main__.py").write_text(PROGRAM)
    (root / "resources").mkdir()
    (root / "slides").mkdir()
    (root / "slides" / "briefing.yaml").write_text("title: x\n")
    lists = root / "requirements"
    lists.mkdir()
    native = sorted(index.folder.glob("native-*"))
    (lists / "run.txt").write_text(
        "# made\n"
        + listed(index.folder / "tiny-1.0-py3-none-any.whl")
        + listed(*native, marker=" ; python_full_version >= '3.12' and sys_platform != 'darwin'")
    )
    (lists / "pack.txt").write_text((lists / "run.txt").read_text())
    (lists / "pip.txt").write_text(listed(index.folder / "pip-1.0-py3-none-any.whl"))
    return root


@pytest.fixture
def stick(tmp_path: Path, checkout: Path) -> Stick:
    """Not made yet; for this machine alone, in a folder whose name has a space and Chinese."""
    return Stick(checkout, tmp_path / "U 盘", (Target("linux-x86_64", HERE),))
