"""The files beside the code are found in a checkout and in an installed wheel."""

from __future__ import annotations

import runpy
import shutil
import sys
from pathlib import Path

import pytest

from jn_presenter import paths

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]


def test_a_checkout_has_them_at_its_top() -> None:
    assert paths.shipped_slides() == ROOT / "slides"
    assert paths.resources() == ROOT / "resources"


def test_a_wheel_has_them_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages/jn_presenter"
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    for place in wheel["sources"].values():
        (tmp_path / "site-packages" / place).mkdir(parents=True)
    installed = runpy.run_path(shutil.copy(ROOT / "jn_presenter/paths.py", package))
    assert installed["shipped_slides"]() == tmp_path / "site-packages" / wheel["sources"]["slides"]
    assert installed["resources"]() == tmp_path / "site-packages" / wheel["sources"]["resources"]


@pytest.mark.parametrize("folder", ["slides", "resources"])
def test_they_exist(folder: str) -> None:
    assert (ROOT / folder).is_dir()
