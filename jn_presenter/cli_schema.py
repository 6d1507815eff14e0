"""The command `schema`: JSON Schemas of the files of a deck, for editors that complete and check."""

from pathlib import Path

from jn_presenter.durable import replace
from jn_presenter.load.index import BRIEFING
from jn_presenter.model.options import OptionError, SchemaOptions
from jn_presenter.model.text import Message
from jn_presenter.schema import KINDS, document, modeline
from jn_presenter.terminal import say

DONE = 0
SUFFIX = ".json"
SLIDE = "slide"


def run(options: SchemaOptions) -> int:
    """Print or write them; the exit code. Raises OptionError, also where they cannot be written."""
    if not options.output:
        print(document(SLIDE), end="")
        return DONE
    output = Path(options.output)
    try:
        if output.suffix == SUFFIX and not output.is_dir():
            _write(output, _kind(output))
        else:
            output.mkdir(parents=True, exist_ok=True)
            for name in KINDS:
                _write(output / f"{name}{SUFFIX}", name)
            _say_line(output)
    except OSError as error:
        place, reason = error.filename or output, error.strerror
        raise OptionError(
            Message(
                f"无法写入 {place}：{reason}。可用 -o 换个位置",
                f"cannot write {place}: {reason}; -o names another place",
            )
        ) from error
    return DONE


def _kind(file: Path) -> str:
    """The kind that the file's name says."""
    if file.stem in KINDS:
        return file.stem
    names = tuple(name + SUFFIX for name in KINDS)
    raise OptionError(
        Message(
            f"-o {file.name}：文件名说明写哪一个，可用 {'、'.join(names)}；或写一个文件夹",
            f"-o {file.name}: the name says which one it is: {', '.join(names)}; or name a folder",
        )
    )


def _write(file: Path, name: str) -> None:
    replace(file, document(name).encode())
    print(file)


def _say_line(folder: Path) -> None:
    """The line for a slide of the deck that the folder is in: editors go by it."""
    deck = next((above for above in (folder, *folder.parents) if (above / BRIEFING).is_file()), None)
    if deck is not None:
        line = modeline(deck / "theme" / "slide.yaml", folder / f"{SLIDE}{SUFFIX}")
        say(Message(f"每页的第一行写：{line}", f"the first line of each slide is to be: {line}"))
