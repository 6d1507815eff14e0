"""The command `new`: a slide, a theme or a visit from a template, and what to do with it next."""

import time
from contextlib import suppress
from pathlib import Path

from jn_presenter.edit.changes import Edit
from jn_presenter.edit.saving import Folder, save
from jn_presenter.load import load_index
from jn_presenter.model.deck import Deck
from jn_presenter.model.options import NewOptions, OptionError
from jn_presenter.model.text import Message
from jn_presenter.moving_in.starting import StartError, new_slide, new_theme, refused
from jn_presenter.moving_in.visiting import new_visit
from jn_presenter.paths import checkout, shipped_slides
from jn_presenter.terminal import say, worded

DONE = 0


def run(options: NewOptions) -> int:
    """Begin it; the exit code. Raises OptionError, with nothing written, and DeckError."""
    folder = Path(options.deck)
    if checkout() is None and folder == shipped_slides():
        raise OptionError(
            Message(
                "自带的汇报装在程序里，不宜改动；请用 --deck 写明您的汇报文件夹",
                "the shipped briefing is a part of the installed program; name your own with --deck",
            )
        )
    files = Folder(options.deck)
    try:
        edit = _begun(load_index(options.deck).deck, files, options)
        if refusal := save(files, edit):
            _sweep(folder, edit)
            raise refused(refusal)
    except StartError as error:
        raise OptionError(error.message) from None
    new = [change.file for change in edit.changes if change.before is None]
    for file in new:
        print(folder / file)
    if lists := ", ".join(str(folder / file) for file in edit.files if file not in new):
        say(Message(f"已列入 {lists}", f"listed in {lists}"))
    print(worded(_next(f"--visit {options.name}" if options.what == "visit" else f"--start {edit.slide}", options)))
    return DONE


def _begun(deck: Deck, files: Folder, options: NewOptions) -> Edit:
    """What is to be written. Raises StartError."""
    if options.what == "visit":
        return new_visit(deck, files.read, options.name, options.title, today=time.strftime("%Y-%m-%d"))
    begin = new_slide if options.what == "slide" else new_theme
    return begin(deck, files.read, options.name, options.layout, options.title)


def _sweep(folder: Path, edit: Edit) -> None:
    """Away with a folder in which nothing could be written."""
    for file in edit.files:
        with suppress(OSError):  # one that has files stays
            (folder / file).parent.rmdir()


def _next(shown: str, options: NewOptions) -> Message:
    """What an author does with the new file. shown: the option that shows it."""
    deck = "" if Path(options.deck) == shipped_slides() else f"{options.deck} "
    quoted = f'"{deck.strip()}" ' if " " in deck.strip() else deck
    return Message(
        f"下一步：用记事本打开，把示例文字换成您的；再看效果：jn-presenter {quoted}{shown}",
        f"next: open it in an editor and put your words for the sample ones; to see it: jn-presenter {quoted}{shown}",
    )
