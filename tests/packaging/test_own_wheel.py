"""The program's own wheel: what installers read of it, and that it is what hatchling's table says."""

import csv
import io
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from packaging.utils import parse_wheel_filename

from scripts.delivery import own_wheel
from tests.packaging.world import ROOT, digest, sha256

PROJECT = own_wheel.project(ROOT)["project"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_wheel.write(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def found(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def test_it_has_the_program_its_slides_and_its_fonts_and_nothing_else(found: dict[str, bytes]) -> None:
    for name in ("jn_presenter/cli.py", "jn_presenter/_shipped/slides/briefing.yaml"):
        assert name in found
    assert "jn_presenter/_shipped/resources/fonts/JNSansSC-Regular.otf" in found
    top = {name.split("/")[0] for name in found}
    assert top == {"jn_presenter", f"jn_presenter-{PROJECT['version']}.dist-info"}


def test_every_file_is_in_its_record(found: dict[str, bytes]) -> None:
    (record,) = (name for name in found if name.endswith("/RECORD"))
    rows = list(csv.reader(io.StringIO(found[record].decode())))
    assert [row[0] for row in rows] == list(found)
    assert all(row[1:] == [digest(found[row[0]]), str(len(found[row[0]]))] for row in rows[:-1])
    assert rows[-1] == [record, "", ""]


def test_installers_are_told_what_pyproject_says(found: dict[str, bytes]) -> None:
    info = f"jn_presenter-{PROJECT['version']}.dist-info"
    told = Parser().parsestr(found[f"{info}/METADATA"].decode())
    assert (told["Name"], told["Version"]) == (PROJECT["name"], PROJECT["version"])
    assert told["Requires-Python"] == PROJECT["requires-python"]
    wanted = told.get_all("Requires-Dist") or []
    assert wanted[: len(PROJECT["dependencies"])] == PROJECT["dependencies"]
    assert "xcffib>=1.7; (sys_platform == 'linux') and extra == 'dev'" in wanted
    assert told.get_all("Provides-Extra") == list(PROJECT["optional-dependencies"])
    assert found[f"{info}/entry_points.txt"] == b"[console_scripts]\njn-presenter = jn_presenter.cli:main\n"
    assert found[f"{info}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()


def test_its_name_is_one_and_the_same_files_give_the_same_wheel(path: Path, checkout: Path, tmp_path: Path) -> None:
    assert str(parse_wheel_filename(path.name)[1]) == PROJECT["version"]
    before = sha256(own_wheel.write(checkout, tmp_path / "index"))
    again = own_wheel.write(checkout, tmp_path / "index")
    assert sha256(again) == before
    assert again.name == path.name
    assert not list((tmp_path / "index").glob("*.part"))


def test_what_running_it_or_an_editor_left_behind_stays_out(checkout: Path, tmp_path: Path) -> None:
    for name in ("jn_presenter/__pycache__/cli.cpython-312.pyc", "slides/.briefing.yaml.swp", "slides/.git/config"):
        path = checkout / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    with zipfile.ZipFile(own_wheel.write(checkout, tmp_path)) as wheel:
        names = [name for name in wheel.namelist() if ".dist-info" not in name]
    assert names == [
        "jn_presenter/__init__.py",
        "jn_presenter/__main__.py",
        "jn_presenter/_shipped/slides/briefing.yaml",
    ]
