"""The user's own editor: which programs there are, and the command that opens a file in one of them at a place.

Commands are lists of arguments and never lines for a shell, so that no file's name can be taken for anything else.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from glob import escape
from pathlib import PurePath, PureWindowsPath

from msgspec import Struct

from jn_presenter.edit.changes import Refusal
from jn_presenter.load.lines import NEWLINE
from jn_presenter.model.text import Message

VARIABLE = "JN_EDITOR"
"""A command of the user's own, as `"C:\\My Editor\\ed.exe" --at {line}:{column} {file}`; it goes before any choice."""
FILE, LINE, COLUMN = "{file}", "{line}", "{column}"
COLUMN_FROM_0, BYTE = "{column0}", "{byte}"
WORD = re.compile(r'(?:[^\s"]|"[^"]*")+')
BATCHES = (".bat", ".cmd")
"""Windows hands these to its shell, whatever the arguments are."""

Which = Callable[[str], str | None]
Files = Callable[[str], Sequence[str]]
"""The files that there are of a path in which `*` stands for any part of one name, sorted."""


class Spot(Struct, frozen=True):
    """A place in a file. file: absolute; line, column: from 1, in characters; byte: the same column in UTF-8."""

    file: str
    line: int = 1
    column: int = 1
    byte: int = 1


class Kind(Struct, frozen=True):
    """A kind of editor: how it is called, where it may be, and how it is told the place."""

    name: str
    words: tuple[str, ...]
    """What may be found on the path, the best first."""
    arguments: tuple[str, ...]
    windows: tuple[str, ...] = ()
    """Where Windows has it, behind a variable of the environment."""
    mac: tuple[str, ...] = ()


class Program(Struct, frozen=True):
    """A program that is there: its name, and the command with `{file}` and the like in its arguments."""

    name: str
    command: tuple[str, ...]

    @property
    def says_line(self) -> bool:
        """Whether it can be told the line."""
        return any("{" in argument.replace(FILE, "") for argument in self.command[1:])


JETBRAINS = ("--line", LINE, "--column", COLUMN_FROM_0, FILE)
AT_END = (f"{FILE}:{LINE}:{COLUMN}",)
VIM = (f"+call cursor({LINE},{BYTE})", FILE)
KINDS = (
    Kind(
        "VS Code",
        ("code", "codium", "code-insiders"),
        ("-g", *AT_END),
        (r"%LOCALAPPDATA%\Programs\Microsoft VS Code\Code.exe", r"%ProgramFiles%\Microsoft VS Code\Code.exe"),
        ("/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code",),
    ),
    Kind(
        "Notepad++",
        ("notepad++",),
        (f"-n{LINE}", f"-c{COLUMN}", FILE),
        (r"%ProgramFiles%\Notepad++\notepad++.exe", r"%ProgramFiles(x86)%\Notepad++\notepad++.exe"),
    ),
    Kind(
        "Sublime Text",
        ("subl", "sublime_text"),
        AT_END,
        (r"%ProgramFiles%\Sublime Text\subl.exe", r"%ProgramFiles%\Sublime Text 3\subl.exe"),
        ("/Applications/Sublime Text.app/Contents/SharedSupport/bin/subl",),
    ),
    Kind("gVim", ("gvim", "mvim"), VIM, (r"%ProgramFiles%\Vim\vim*\gvim.exe",)),
    Kind(
        "PyCharm",
        ("pycharm64", "pycharm", "charm"),
        JETBRAINS,
        (r"%ProgramFiles%\JetBrains\PyCharm*\bin\pycharm64.exe", r"%LOCALAPPDATA%\Programs\PyCharm*\bin\pycharm64.exe"),
    ),
    Kind(
        "IntelliJ IDEA",
        ("idea64", "idea"),
        JETBRAINS,
        (r"%ProgramFiles%\JetBrains\IntelliJ*\bin\idea64.exe", r"%LOCALAPPDATA%\Programs\IntelliJ*\bin\idea64.exe"),
    ),
    Kind("WebStorm", ("webstorm64", "webstorm"), JETBRAINS),
    Kind("Kate", ("kate",), ("-l", LINE, "-c", COLUMN, FILE)),
    Kind("gedit", ("gedit",), (f"+{LINE}:{COLUMN}", FILE)),
)
TERMINAL = "x-terminal-emulator"
NOTEPAD = Program("记事本 Notepad", (r"%SystemRoot%\System32\notepad.exe", FILE))
TEXT_EDIT = Program("TextEdit", ("/usr/bin/open", "-t", FILE))
ANY = Program("xdg-open", ("xdg-open", FILE))


def spot(file: str, text: str, offset: int) -> Spot:
    """The place of a character of the text; a line ends with any of the three line ends."""
    line = NEWLINE.split(text[:offset])
    return Spot(file, len(line), len(line[-1]) + 1, len(line[-1].encode()) + 1)


def found(environment: Mapping[str, str], system: str, which: Which, files: Files) -> tuple[Program, ...]:
    """The programs that there are, the best first; the last is what the system has anyway.

    system: as sys.platform has it. which: the absolute path of a word on the path, None for none.
    """
    programs = [Program(kind.name, (path, *kind.arguments)) for kind, path in _known(environment, system, which, files)]
    vim, terminal = which("vim") or which("nvim"), which(TERMINAL)
    if vim and terminal and system == "linux":
        programs.append(Program("Vim", (terminal, "-e", vim, *VIM)))
    return (*programs, _own(environment, system))


def chosen(programs: Iterable[Program], remembered: "Program | None", environment: Mapping[str, str]) -> Program:
    """What the environment says, else what the user chose before, else the first there is; there is always one."""
    if own := environment.get(VARIABLE, "").strip():
        return own_command(own)
    there = tuple(programs)
    if remembered is None:
        return there[0]
    return next((one for one in there if one.name == remembered.name), remembered)


def own_command(line: str) -> Program:
    """A line of the user's as a program. Words with blanks stand in double quotes; without `{file}` it comes last."""
    words = tuple(word.replace('"', "") for word in WORD.findall(line)) or ("",)
    if not any(FILE in word for word in words):
        words = (*words, FILE)
    return Program(PurePath(words[0]).stem or words[0], words)


def command(program: Program, at: Spot) -> tuple[str, ...] | Refusal:
    """The arguments that open the file there. A batch file is refused: its shell would read the file's name."""
    if program.command[0].lower().endswith(BATCHES):
        return Refusal(
            Message(f"{program.command[0]} 是批处理文件", f"{program.command[0]} is a batch file"),
            Message("请选 .exe 程序", "choose an .exe program"),
        )
    said = {FILE: at.file, LINE: at.line, COLUMN: at.column, COLUMN_FROM_0: at.column - 1, BYTE: at.byte}
    pattern = re.compile("|".join(map(re.escape, said)))
    first, *others = program.command
    return (first, *(pattern.sub(lambda match: str(said[match[0]]), argument) for argument in others))


def program_at(path: str) -> Program:
    """The program in that file, told the place as its kind is."""
    stem = PureWindowsPath(path).stem if "\\" in path else PurePath(path).stem
    kind = next((kind for kind in KINDS if stem.lower() in kind.words), None)
    return Program(kind.name, (path, *kind.arguments)) if kind is not None else Program(stem, (path, FILE))


def _own(environment: Mapping[str, str], system: str) -> Program:
    """What every such system has. By its whole path: Windows looks for a bare name in the current folder as well."""
    if system == "win32":
        path, *arguments = NOTEPAD.command
        return Program(NOTEPAD.name, (_expanded(path, environment) or path.rpartition("\\")[2], *arguments))
    return TEXT_EDIT if system == "darwin" else ANY


def _known(environment: Mapping[str, str], system: str, which: Which, files: Files) -> Iterable[tuple[Kind, str]]:
    for kind in KINDS:
        places = [path for word in kind.words if (path := which(word))]
        if system == "win32":
            places = [real for path in places if (real := _behind_batch(path, files))]
            patterns = (_expanded(path, environment, literal=True) for path in kind.windows)
            places += [newest for pattern in patterns if pattern for newest in files(pattern)[-1:]]
        elif system == "darwin":
            places += [path for pattern in kind.mac for path in files(pattern)]
        if places:
            yield kind, places[0]


def _behind_batch(path: str, files: Files) -> str:
    """The program itself where the path has a batch file for it, as VS Code's `bin\\code.cmd`; empty for none."""
    if not path.lower().endswith(BATCHES):
        return path
    batch = PureWindowsPath(path)
    return next(iter(files(escape(str(batch.parent.parent / f"{batch.stem}.exe")))), "")


def _expanded(path: str, environment: Mapping[str, str], *, literal: bool = False) -> str:
    """With the variable's value in front, its `*` no pattern if `literal`; empty where there is no such variable."""
    name, _, rest = path.removeprefix("%").partition("%")
    value = next((value for key, value in environment.items() if key.upper() == name.upper()), "")
    return (escape(value) if literal else value) + rest if value else ""
