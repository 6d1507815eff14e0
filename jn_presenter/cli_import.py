"""The command `import`: a PowerPoint or Markdown file made a deck, and what could not be carried over."""

import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from jn_presenter.model.counting import counted
from jn_presenter.model.options import ImportOptions, OptionError
from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import Found, ImportFileError
from jn_presenter.moving_in.landing import Examine, land
from jn_presenter.moving_in.telling import FILE, told
from jn_presenter.surroundings import without_qt
from jn_presenter.terminal import Progress, language, say, worded

if TYPE_CHECKING:
    from jn_presenter.model.element import Measure

DONE, REFUSED = 0, 1
MARKDOWN = (".md", ".markdown")


def run(options: ImportOptions) -> int:
    """Do it; the exit code: 0 done, 1 the file cannot be used. Raises OptionError; nothing is half-written then."""
    file, folder = Path(options.file), Path(options.output)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise OptionError(
            Message(
                f"{folder} 已经有了，没有改动；请用 -o 写一个新文件夹",
                f"{folder} is there already and was left alone; name a new folder with -o",
            )
        )
    try:
        found = _found(file)
    except ImportFileError as error:
        say(Message(f"{file.name}：{error.message.zh}", f"{file.name}: {error.message.en}"))
        say(error.hint)
        return REFUSED
    except OSError as error:
        raise _failed(file, error) from None
    try:
        with Progress(Message("排版", "laying out")) as progress:
            decked = land(found, file.name, folder, _examine(progress))
    except OSError as error:
        raise _failed(folder, error) from None
    print(folder)
    reader = language()
    for paragraph in told(decked, reader):
        print(f"\n{paragraph}")
    shown = f'"{folder}"' if " " in str(folder) else str(folder)
    notes = folder / FILE
    count = len(decked.origin)
    say(Message(f"已导入 {count} 页，清单在 {notes}", f"{counted(count, 'slide')} imported; the list is in {notes}"))
    print(f"\n{worded(Message(f'下一步：jn-presenter {shown}', f'next: jn-presenter {shown}'))}")
    return DONE


def _found(file: Path) -> Found:
    with Progress(Message("读取", "reading")) as progress:
        if file.suffix.lower() in MARKDOWN:
            from jn_presenter.moving_in.markdown import read_markdown

            return read_markdown(file)
        from jn_presenter.moving_in.pptx_file import read_pptx

        return read_pptx(file, progress.reach)


def _examine(progress: Progress) -> Examine:
    """`check`, of the slides that are asked for; how texts fit by the real fonts, where Qt can be loaded."""
    from jn_presenter.check import check_deck
    from jn_presenter.check_fit import check_fit
    from jn_presenter.load import load_index, with_slides
    from jn_presenter.load.snapshots import read_snapshots

    measure = _measure()

    def examine(folder: str, slides: Collection[str]) -> Collection[str]:
        loaded = with_slides(load_index(folder), slides)
        chosen = {name: slide for name, slide in loaded.deck.slides.items() if name in set(slides)}
        deck = structs.replace(loaded.deck, slides=chosen)
        problems = (*loaded.problems, *check_deck(deck, loaded.sources))
        snapshots = read_snapshots(deck, tuple(chosen))
        problems += check_fit(deck, measure, loaded.sources, snapshots=snapshots, progress=progress.reach)
        return {problem.slide for problem in problems if problem.severity == "error"}

    return examine


def _measure() -> "Measure":
    """The real font's measure, else one of fixed advances, which is close enough to divide long texts by."""
    try:
        from jn_presenter.qt.offscreen import application

        return application()
    except ImportError as error:
        print(worded(without_qt(error).message), file=sys.stderr)
        from jn_presenter.draw.fixed import FixedMeasure

        return FixedMeasure()


def _failed(path: Path, error: OSError) -> OptionError:
    words, place = error.strerror or type(error).__name__, error.filename or path
    return OptionError(Message(f"{place}：{words}；没有导入", f"{place}: {words}; nothing was imported"))
