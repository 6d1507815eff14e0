"""Which editors are found, and the arguments that open a file there: never anything that a shell would read."""

import subprocess
import sys
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.changes import Refusal
from jn_presenter.edit.own_editor import (
    KINDS,
    NOTEPAD,
    Program,
    Spot,
    chosen,
    command,
    found,
    own_command,
    program_at,
    spot,
)

AWKWARD = """/srv/开发区 汇报/it's "5%" $HOME;&|`x`/第一页.yaml"""
AT = Spot(AWKWARD, 12, 7, 15)


def disk(*there: str) -> Callable[[str], list[str]]:
    return lambda pattern: sorted(file for file in there if fnmatchcase(file, pattern))


def of(name: str, path: str = "/bin/it") -> Program:
    kind = next(kind for kind in KINDS if kind.name == name)
    return Program(name, (path, *kind.arguments))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("VS Code", ["-g", f"{AWKWARD}:12:7"]),
        ("Notepad++", ["-n12", "-c7", AWKWARD]),
        ("Sublime Text", [f"{AWKWARD}:12:7"]),
        ("gVim", ["+call cursor(12,15)", AWKWARD]),
        ("PyCharm", ["--line", "12", "--column", "6", AWKWARD]),
        ("IntelliJ IDEA", ["--line", "12", "--column", "6", AWKWARD]),
        ("Kate", ["-l", "12", "-c", "7", AWKWARD]),
    ],
)
def test_each_editor_is_told_the_place_in_its_own_way(name: str, arguments: list[str]) -> None:
    assert command(of(name), AT) == ("/bin/it", *arguments)
    assert of(name).says_line


def test_notepad_is_told_the_file_alone() -> None:
    assert command(NOTEPAD, AT) == (NOTEPAD.command[0], AWKWARD)
    assert not NOTEPAD.says_line


def test_a_name_that_looks_like_a_place_is_one_argument_as_it_is() -> None:
    assert command(of("Kate"), Spot("/x/{line}{file}.yaml", 3)) == (
        "/bin/it",
        "-l",
        "3",
        "-c",
        "1",
        "/x/{line}{file}.yaml",
    )


def test_a_program_gets_the_name_letter_by_letter(tmp_path: Path) -> None:
    file = tmp_path / """it's "5%" $HOME;&`x` 第一页.yaml"""
    tell = Program(
        "tell", (sys.executable, "-c", "import sys; sys.stdout.buffer.write(sys.argv[1].encode())", "{file}")
    )
    told = command(tell, Spot(str(file)))
    assert isinstance(told, tuple)
    said = subprocess.run(told, capture_output=True, check=True, timeout=60)
    assert said.stdout.decode() == str(file)


def test_programs_on_the_path_are_found_and_the_systems_own_comes_last() -> None:
    there = {
        "code": "/usr/bin/code",
        "gvim": "/usr/bin/gvim",
        "vim": "/usr/bin/vim",
        "x-terminal-emulator": "/usr/bin/xt",
    }
    programs = found({}, "linux", there.get, disk())
    assert [program.name for program in programs] == ["VS Code", "gVim", "Vim", "xdg-open"]
    assert programs[2].command[:3] == ("/usr/bin/xt", "-e", "/usr/bin/vim")


def test_windows_has_them_in_its_own_folders_the_newest_of_several() -> None:
    files = (
        r"C:\Users\王 [芳]\AppData\Local\Programs\Microsoft VS Code\Code.exe",
        r"C:\Program Files (x86)\Notepad++\notepad++.exe",
        r"C:\Program Files\Vim\vim91\gvim.exe",
        r"C:\Program Files\JetBrains\PyCharm 2024.3\bin\pycharm64.exe",
    )
    more = (r"C:\Program Files\Vim\vim90\gvim.exe", r"C:\Program Files\JetBrains\PyCharm 2023.1\bin\pycharm64.exe")
    environment = {
        "LocalAppData": r"C:\Users\王 [芳]\AppData\Local",
        "PROGRAMFILES": r"C:\Program Files",
        "ProgramFiles(x86)": r"C:\Program Files (x86)",
        "SystemRoot": r"C:\WINDOWS",
    }
    programs = found(environment, "win32", lambda _word: None, disk(*files, *more))
    assert [program.command[0] for program in programs] == [*files, r"C:\WINDOWS\System32\notepad.exe"]
    assert found({}, "win32", lambda _word: None, disk(*files))[0].command == ("notepad.exe", "{file}")


def test_a_batch_file_is_never_started_but_the_program_behind_it() -> None:
    batch, program = r"D:\VS Code\bin\code.cmd", r"D:\VS Code\code.exe"
    paths = {"code": batch}
    assert found({}, "win32", paths.get, disk(batch, program))[0].command[0] == program
    assert found({}, "win32", paths.get, disk(batch))[0].name == NOTEPAD.name
    refused = command(Program("x", (r"C:\x.BAT", "{file}")), AT)
    assert isinstance(refused, Refusal)
    assert "批处理" in refused.why.zh
    assert "batch" in refused.why.en


@pytest.mark.parametrize(
    ("path", "name", "last"),
    [
        (r"D:\tools\Notepad++\notepad++.exe", "Notepad++", "{file}"),
        (r"D:\tools\Code.exe", "VS Code", "{file}:{line}:{column}"),
        ("/opt/my editor/ed", "ed", "{file}"),
    ],
)
def test_a_program_that_was_looked_for_is_told_the_place_as_its_kind_is(path: str, name: str, last: str) -> None:
    program = program_at(path)
    assert (program.name, program.command[0], program.command[-1]) == (name, path, last)


def test_the_environment_goes_before_the_choice_and_the_choice_before_the_best() -> None:
    programs = (of("VS Code"), of("gVim"), NOTEPAD)
    assert chosen(programs, None, {}) == programs[0]
    assert chosen(programs, Program("gVim", ("/old/place", "{file}")), {}) == programs[1]
    own = Program("mine", ("/opt/mine", "{file}"))
    assert chosen(programs, own, {}) == own
    assert chosen(programs, own, {"JN_EDITOR": "ed {file}"}).command == ("ed", "{file}")
    assert chosen(programs, None, {"JN_EDITOR": "  "}) == programs[0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ed", ("ed", "{file}")),
        ("ed --at {line}:{column} {file}", ("ed", "--at", "{line}:{column}", "{file}")),
        (r'"C:\My Editor\ed.exe" -n {line} "{file}"', (r"C:\My Editor\ed.exe", "-n", "{line}", "{file}")),
        (r'C:\ed.exe --goto="{file}:{line}"', (r"C:\ed.exe", "--goto={file}:{line}")),
    ],
)
def test_a_line_of_ones_own_is_taken_apart_at_blanks_outside_of_quotes(line: str, words: tuple[str, ...]) -> None:
    assert own_command(line).command == words


@given(st.text(max_size=40))
def test_any_line_makes_a_program_and_never_more_arguments_for_an_awkward_file(line: str) -> None:
    program = own_command(line)
    made = command(program, AT)
    assert isinstance(made, Refusal) or len(made) == len(program.command)


@given(st.lists(st.sampled_from(["a", "中", "𠮷", "é", "\n", "\r\n"]), max_size=12), st.integers(0, 12))
def test_a_place_counts_lines_characters_and_bytes_from_one(parts: list[str], k: int) -> None:
    text, before = "".join(parts), "".join(parts[:k])
    at = spot("/x", text, len(before))
    lines = before.replace("\r\n", "\n").split("\n")
    assert (at.line, at.column, at.byte) == (len(lines), len(lines[-1]) + 1, len(lines[-1].encode()) + 1)
