"""The recipes of packaging/ are whole, agree with the program, and name nothing that is not there."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jn_presenter.arguments import parse
from jn_presenter.load.kiosk_settings import read_settings
from jn_presenter.model.options import KioskOptions

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
UNITS = sorted((PACKAGING / "linux").glob("*.service"))
COMMENTED = re.compile(r"# ((?:  )*[a-z-]+:.*)")
PROGRAM = re.compile(r"(?:bin/jn-presenter|-m jn_presenter) (kiosk [^<\"\n]*)")


def unit(path: Path) -> configparser.ConfigParser:
    found = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    found.optionxform = str  # type: ignore[assignment,method-assign]  # as configparser's manual says
    found.read(path, encoding="utf-8")
    return found


def test_every_file_is_in_the_list() -> None:
    told = (PACKAGING / "README.md").read_text(encoding="utf-8")
    for file in PACKAGING.rglob("*.*"):
        if file.is_file() and "__pycache__" not in file.parts and file.parent.name != "words":
            assert file.name == "README.md" or str(file.relative_to(PACKAGING)) in told


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_keeps_running_what_it_starts(path: Path) -> None:
    service = unit(path)["Service"]
    assert service["Restart"] in ("always", "on-failure")
    assert service["User"] == "kiosk"
    if "jn-presenter kiosk" in service["ExecStart"]:
        assert service["Type"] == "notify"
        assert int(service["WatchdogSec"]) >= 20, "a show that starts slowly on a slow machine is no hang"


@pytest.mark.parametrize("path", [*UNITS, PACKAGING / "windows/kiosk-task.xml", PACKAGING / "windows/lock-down.ps1"])
def test_the_program_knows_the_options_it_is_started_with(path: Path, tmp_path: Path) -> None:
    for arguments in PROGRAM.findall(path.read_text(encoding="utf-8")):
        words = arguments.split()
        deck = next(k for k, word in enumerate(words) if k and word.endswith("deck"))
        assert isinstance(parse([*words[:deck], str(ROOT / "slides"), *words[deck + 1 :]]), KioskOptions)


def test_the_sample_settings_are_as_they_are_read_and_so_are_its_examples(tmp_path: Path) -> None:
    sample = (PACKAGING / "kiosk.yaml").read_text(encoding="utf-8")
    assert read_settings(PACKAGING / "kiosk.yaml", wanted=True).problems == ()
    lines = [match[1] for line in sample.splitlines() if (match := COMMENTED.fullmatch(line)) and "…" not in line]
    whole = tmp_path / "kiosk.yaml"
    whole.write_text("\n".join(lines), encoding="utf-8")
    read = read_settings(whole)
    assert {problem.code for problem in read.problems} == {"missing-key"}, "the key of packs is the owner's to write"
    assert read.settings.hours
    assert read.settings.display.power == "dpms"
    assert read.settings.health is not None


@pytest.mark.parametrize("name", ["linux/openbox.xml", "windows/kiosk-task.xml"])
def test_markup_is_well_formed(name: str) -> None:
    ElementTree.fromstring((PACKAGING / name).read_bytes())


def test_openbox_has_no_key_no_button_and_no_menu() -> None:
    text = (PACKAGING / "linux/openbox.xml").read_text(encoding="utf-8")
    for part in ("keybind", "mousebind", "<file>", "action"):
        assert part not in text


def test_the_installer_is_a_script_that_a_shell_can_read_and_copies_what_is_there() -> None:
    script = PACKAGING / "linux/install.sh"
    shell = shutil.which("sh")
    assert shell is not None
    subprocess.run([shell, "-n", str(script)], check=True)
    for name in re.findall(r'"\$here/([\w./-]+)"', script.read_text(encoding="utf-8")):
        assert (script.parent / name).exists(), name
