"""A stick as it is made: what is on it, how it goes on where it stopped, and when it says that it is whole."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.delivery import pythons, sums
from scripts.delivery import stick as making
from scripts.delivery.stick import Stick, chosen, make
from scripts.delivery.targets import PYTHONS, Target
from tests.packaging.world import ROOT, Index, sha256

LINUX, WINDOWS = Target("linux-x86_64", "3.12"), Target("windows-x86_64", "3.12")


@pytest.fixture
def both(stick: Stick) -> Stick:
    return stick._replace(targets=(LINUX, WINDOWS))


def wheels(stick: Stick) -> list[str]:
    return sorted(path.name for path in stick.wheels.iterdir())


def test_each_machine_gets_its_wheels_and_all_files_are_in_the_list(both: Stick, index: Index) -> None:
    assert make(both, index) == 0
    assert wheels(both) == [
        "jn_presenter-0.1.0-py3-none-any.whl",
        "native-1.0-cp312-abi3-manylinux_2_28_x86_64.whl",
        "native-1.0-cp312-abi3-win_amd64.whl",
        "pip-1.0-py3-none-any.whl",
        "tiny-1.0-py3-none-any.whl",
    ]
    there = {path.relative_to(both.folder).as_posix() for path in both.folder.rglob("*") if path.is_file()}
    assert there - {sums.NAME} == set(sums.read(both.folder))
    assert not sums.verify(both.folder)


def test_pip_is_told_the_machine_and_to_check_every_hash(both: Stick, index: Index) -> None:
    make(both, index)
    linux, windows = index.calls
    for call, platform in ((linux, "manylinux_2_34_x86_64"), (windows, "win_amd64")):
        assert {"--require-hashes", "--no-deps", "--only-binary", ":all:"} <= set(call)
        assert call[call.index("--platform") + 1] == platform
        assert call[call.index("--python-version") + 1] == "3.12"
    assert "win_amd64" not in linux


def test_a_stick_that_was_made_is_made_again_without_a_download(both: Stick, index: Index) -> None:
    make(both, index)
    before = (both.folder / sums.NAME).read_bytes()
    index.calls.clear()
    assert make(both, index) == 0
    assert index.calls == []
    assert (both.folder / sums.NAME).read_bytes() == before


def test_an_interrupted_stick_does_not_look_whole_and_goes_on(both: Stick, index: Index) -> None:
    make(both, index)
    shutil.rmtree(both.wheels)
    index.fails_after = 1
    assert make(both, index) == making.CANNOT_RUN
    with pytest.raises(sums.UnfinishedError):
        sums.read(both.folder)
    had = wheels(both)
    assert len(had) == 1
    index.fails_after, index.calls[:] = None, []
    assert make(both, index) == 0
    assert not sums.verify(both.folder)


def test_half_a_wheel_is_downloaded_again(both: Stick, index: Index) -> None:
    make(both, index)
    tiny = both.wheels / "tiny-1.0-py3-none-any.whl"
    tiny.write_bytes(tiny.read_bytes()[:-30])
    assert make(both, index) == 0
    assert sha256(tiny) == sha256(index.folder / tiny.name)


def test_a_wheel_with_another_hash_than_the_lists_is_never_put_on_a_stick(
    both: Stick, index: Index, capsys: pytest.CaptureFixture[str]
) -> None:
    forged = (index.folder / "tiny-1.0-py3-none-any.whl").read_bytes() + b"\0"

    def careless(command: list[str] | tuple[str, ...]) -> int:
        index(command)
        (both.wheels / "tiny-1.0-py3-none-any.whl").write_bytes(forged)
        return 0

    assert make(both, careless) == making.CANNOT_RUN  # type: ignore[arg-type]
    assert "tiny==1.0" in capsys.readouterr().err
    assert not (both.folder / sums.NAME).exists()


def test_wheels_of_an_earlier_release_go(both: Stick, index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    make(both, index)
    (both.wheels / "tiny-0.9-py3-none-any.whl").write_bytes(b"old")
    make(both._replace(targets=(LINUX,)), index)
    assert [name for name in wheels(both) if "0.9" in name or "win" in name] == []
    assert "tiny-0.9" in capsys.readouterr().err


def test_no_file_of_an_earlier_release_stays(both: Stick, index: Index, tmp_path: Path) -> None:
    app = tmp_path / "app"
    app.mkdir()
    (app / "old.so").touch()
    with_app = both._replace(application=app)
    make(with_app, index)
    (app / "old.so").rename(app / "new.so")
    (both.folder / "files" / "scripts" / "old.py").touch()
    (both.folder / "files" / "words" / "old.txt").touch()
    make(with_app, index)
    assert [name for name in sums.read(both.folder) if "old" in name] == []
    assert "application/new.so" in sums.read(both.folder)


def test_any_file_system_of_a_stick_can_hold_it(both: Stick, index: Index) -> None:
    make(both, index)
    paths = list(both.folder.rglob("*"))
    assert not [path for path in paths if path.is_symlink()]
    assert not [path.name for path in paths if re.search(r'[<>:"|?*\\\x00-\x1f]|[. ]$', path.name)]
    names = [path.relative_to(both.folder).as_posix().lower() for path in paths]
    assert len(set(names)) == len(names)


def test_a_folder_with_other_things_in_it_is_left_alone(both: Stick, index: Index) -> None:
    theirs = both.folder / "files" / "scripts" / "holiday.jpg"
    theirs.parent.mkdir(parents=True)
    theirs.touch()
    assert make(both, index) == making.CANNOT_RUN
    assert [path for path in both.folder.rglob("*") if path.is_file()] == [theirs]


def test_what_the_stick_is_for_is_written_on_it(both: Stick, index: Index) -> None:
    make(both, index)
    said = json.loads((both.folder / "files" / "stick.json").read_text("utf-8"))
    assert said["platforms"] == {"linux-x86_64": ["3.12"], "windows-x86_64": ["3.12"]}
    assert said["python"]["sha256"] == pythons.INSTALLER.sha256
    lines = (both.folder / "files" / "install.txt").read_text("utf-8").splitlines()
    own = sha256(both.wheels / "jn_presenter-0.1.0-py3-none-any.whl")
    assert lines[-1] == f"jn-presenter==0.1.0 --hash=sha256:{own}"
    assert not [line for line in lines if line.startswith("pip==")]
    assert any("; python_full_version" in line for line in lines), (
        "the hall's own pip holds conditions against the hall"
    )


def test_scripts_for_the_other_system_are_left_out(stick: Stick, index: Index) -> None:
    make(stick._replace(targets=(LINUX,)), index)
    assert (stick.folder / "install.sh").exists()
    assert not (stick.folder / "安装.bat").exists()


def test_the_batch_file_is_read_right_in_any_code_page(both: Stick, index: Index) -> None:
    make(both, index)
    data = (both.folder / "安装.bat").read_bytes()
    assert data.isascii()
    assert data.startswith(b"@echo off\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    text = data.decode()
    assert text.index("chcp 65001") < text.index("type ")
    assert "DisableDelayedExpansion" in text, "a ! in a path stays"
    labels = re.findall(r"^:(\w+)", text, re.MULTILINE)
    assert set(re.findall(r"(?:goto|call) :(\w+)", text)) == set(labels)
    assert pythons.INSTALLER.sha256 in text


def test_every_page_that_the_batch_file_shows_is_there_for_cmd_to_show(both: Stick, index: Index) -> None:
    make(both, index)
    shown = re.findall(r'type "%JN_FILES%\\words\\([\w-]+\.txt)"', (both.folder / "安装.bat").read_text("ascii"))
    assert len(set(shown)) == 6
    for name in shown:
        data = (both.folder / "files" / "words" / name).read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf"), "cmd would show the mark"
        zh, en = re.search(r"[一-鿿]", data.decode()), re.search(r"[A-Za-z]{4}", data.decode())
        assert zh, name
        assert en, name
        assert b"\n" not in data.replace(b"\r\n", b"")


def test_pages_for_people_are_known_by_notepad(both: Stick, index: Index) -> None:
    make(both, index)
    for name in ("开始.txt", "START.txt"):
        data = (both.folder / name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert "sh install.sh" in data.decode("utf-8-sig")


def test_nothing_is_left_to_be_filled_in_and_shells_can_read_it(both: Stick, index: Index) -> None:
    make(both, index)
    for path in both.folder.rglob("*"):
        if path.suffix in (".bat", ".txt", ".sh"):
            assert re.findall(r"@[A-Z_0-9]+@", path.read_text("utf-8")) == [], path.name
    script = (both.folder / "install.sh").read_bytes()
    assert b"\r" not in script
    shell = shutil.which("sh")
    assert shell is not None
    subprocess.run([shell, "-n", str(both.folder / "install.sh")], check=True)


def test_the_installer_of_python_is_taken_to_the_last_byte_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "download.exe"
    file.write_bytes(b"right")
    wanted = pythons.Installer("3.12.10", "python.exe", 5, sha256(file), "https://www.python.org/there")
    assert pythons.take(file, tmp_path / "python", wanted).read_bytes() == b"right"
    for wrong in (b"wrong", b"righ"):
        file.write_bytes(wrong)
        with pytest.raises(pythons.RefusedError) as refused:
            pythons.take(file, tmp_path / "other", wanted)
        assert wanted.address in refused.value.sentence.zh
        assert wanted.address in refused.value.sentence.en
    assert not (tmp_path / "other").exists()


def test_where_it_is_lacking_its_address_is_said(both: Stick, index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    make(both, index)
    told = capsys.readouterr().err
    assert told.count(pythons.INSTALLER.address) == 2
    assert f"{pythons.INSTALLER.size:,}" in told


def test_a_wrong_installer_stops_before_anything_is_downloaded(both: Stick, index: Index, tmp_path: Path) -> None:
    (tmp_path / "setup.exe").write_bytes(b"a virus")
    with pytest.raises(pythons.RefusedError):
        make(both._replace(installer=tmp_path / "setup.exe"), index)
    assert index.calls == []
    assert not both.folder.exists()


def test_an_application_goes_along_and_is_held_against_its_hashes_too(
    both: Stick, index: Index, tmp_path: Path
) -> None:
    (tmp_path / "app" / "_internal").mkdir(parents=True)
    (tmp_path / "app" / "_internal" / "库.so").write_bytes(b"x")
    assert make(both._replace(application=tmp_path / "app"), index) == 0
    assert "application/_internal/库.so" in sums.read(both.folder)


def test_the_installer_is_of_a_python_that_windows_sticks_have_wheels_for() -> None:
    assert chosen("windows-x86_64", None) == (Target("windows-x86_64", pythons.INSTALLER.python),)
    assert [target.python for target in chosen("linux-x86_64", None)] == list(PYTHONS)
    assert chosen("both", "3.12, 3.13") == tuple(
        Target(platform, python) for platform in ("linux-x86_64", "windows-x86_64") for python in ("3.12", "3.13")
    )


def test_a_python_that_does_not_exist_is_refused_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        making.main(ROOT, ["-o", str(tmp_path / "x"), "--python", "3.9"])
    assert "3.9" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_nothing_on_a_stick_names_the_machine_it_was_made_on(both: Stick, index: Index, tmp_path: Path) -> None:
    make(both, index)
    for path in both.folder.rglob("*"):
        if path.is_file():
            assert os.fsencode(tmp_path) not in path.read_bytes(), path.name
