"""The commands of jn-presenter. Each imports what it needs when it runs, since a show is to be on the screen at once.

Exit codes: 0 done, 1 problems found (check), 2 could not run; 130 interrupted; 141 nobody reads what is printed.
"""

import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from jn_presenter import __version__
from jn_presenter.argument_parser import PROGRAM
from jn_presenter.arguments import HELP, overview, parse
from jn_presenter.model.counting import counted
from jn_presenter.model.options import (
    CheckOptions,
    EditOptions,
    ExportOptions,
    ImportOptions,
    KioskOptions,
    NewOptions,
    OptionError,
    Options,
    PackOptions,
    PresentOptions,
    SchemaOptions,
    ScreensOptions,
    TableOptions,
)
from jn_presenter.model.text import Message
from jn_presenter.surroundings import NO_DISPLAY, has_display, without_qt
from jn_presenter.terminal import Progress, say, speak_plainly, while_read

DONE, PROBLEMS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130
MOST_LISTED = 10

NO_PAGES = Message("没有可导出的页面；请运行 check", "there is no slide to export; run check")
REASONS = {
    errno.EACCES: Message("没有写权限", "no permission to write"),
    errno.EPERM: Message("没有写权限", "no permission to write"),
    errno.EROFS: Message("没有写权限，此处只读", "no permission to write, the place is read-only"),
    errno.ENOSPC: Message("磁盘已满", "the disk is full"),
    errno.EISDIR: Message("这是一个文件夹", "it is a folder"),
    errno.ENOTDIR: Message("路径中有一段不是文件夹", "a part of the path is no folder"),
    errno.EEXIST: Message("同名的不是文件夹或普通文件", "what has that name already is no folder or file"),
    errno.ENAMETOOLONG: Message("名称太长", "the name is too long"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments ask for; returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    speak_plainly()
    return while_read(lambda: _done(arguments))


def _done(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in HELP:
        print(overview())
        return DONE
    if arguments and arguments[0] == "--version":
        print(f"{PROGRAM} {__version__}")
        return DONE
    try:
        return run(parse(arguments))
    except OptionError as error:
        say(error.message)
    except KeyboardInterrupt:
        return INTERRUPTED
    return CANNOT_RUN


def run(options: Options) -> int:
    """Run a command; returns the exit code. Raises OptionError where an option cannot be followed."""
    if isinstance(options, ScreensOptions):
        from jn_presenter.cli_screens import list_screens

        return list_screens(options)
    if isinstance(options, SchemaOptions):
        from jn_presenter import cli_schema

        return cli_schema.run(options)
    if isinstance(options, KioskOptions):
        from jn_presenter import cli_kiosk

        return cli_kiosk.run(options)
    if isinstance(options, ImportOptions):
        from jn_presenter import cli_import

        return cli_import.run(options)
    from jn_presenter.load import DeckError

    try:
        if isinstance(options, PackOptions):
            return _pack(options)
        if isinstance(options, NewOptions | TableOptions):
            from jn_presenter import cli_new, cli_tables

            return cli_new.run(options) if isinstance(options, NewOptions) else cli_tables.run(options)
        if isinstance(options, PresentOptions | EditOptions):
            return _windows(options)
        from jn_presenter import cli_check

        return cli_check.run(options) if isinstance(options, CheckOptions) else _export(options)
    except DeckError as error:
        from jn_presenter import cli_check

        say(error.message)
        cli_check.print_problems(error.problems, cli_check.deck_of(options.deck), sys.stderr)
        return CANNOT_RUN


def _windows(options: PresentOptions | EditOptions) -> int:
    """Present or edit."""
    if not has_display():
        raise OptionError(NO_DISPLAY)
    try:
        if isinstance(options, EditOptions):
            from jn_presenter.qt import editor_app
        else:
            from jn_presenter.qt import app
    except ImportError as error:
        raise without_qt(error) from error
    return editor_app.run(options) if isinstance(options, EditOptions) else app.run(options, say)


def _pack(options: PackOptions) -> int:
    from jn_presenter import cli_check, cli_pack

    def errors() -> int:
        problems = cli_check.examined(options.deck).problems
        cli_check.print_problems(problems, options.deck, sys.stderr)
        return sum(problem.severity == "error" for problem in problems)

    return cli_pack.run(options, errors)


def _export(options: ExportOptions) -> int:
    from jn_presenter.choices import chosen_languages, chosen_style
    from jn_presenter.cli_check import read
    from jn_presenter.export.ink import read_ink
    from jn_presenter.load.snapshots import read_snapshots
    from jn_presenter.show.select import select

    deck = read(options.deck).deck
    languages, style = chosen_languages(options.languages, deck.briefing), chosen_style(options.style, deck)
    slides = select(deck, options.minutes)
    if not slides:
        raise OptionError(NO_PAGES)
    try:
        from jn_presenter.export.briefing import export
        from jn_presenter.qt.offscreen import application

        measure = application()
    except ImportError as error:
        raise without_qt(error) from error
    output = Path(options.output)
    try:
        with Progress(Message("导出", "exporting")) as progress:
            files = export(
                deck,
                slides,
                options.kind,
                output,
                languages=languages,
                style=style,
                size=options.size,
                measure=measure,
                snapshots=read_snapshots(deck, slides),
                ink=read_ink(options.ink, slides),
                over=lambda pages: progress.over(pages, len(slides)),
            )
    except OSError as error:
        raise _unwritable(error, output) from error
    _say_left_out(tuple(slide for slide in deck.order if slide not in deck.slides))
    if options.kind == "png":
        _say_left_over(output, files)
    print(output)
    return DONE


def _say_left_out(slides: tuple[str, ...]) -> None:
    """Broken slides do not stop an export, but nobody shall miss that they are missing."""
    if slides:
        listed = ", ".join(slides[:MOST_LISTED]) + (" …" if len(slides) > MOST_LISTED else "")
        say(
            Message(
                f"有错而略过 {len(slides)} 页，请运行 check",
                f"{counted(len(slides), 'broken slide')} left out; run check",
            )
        )
        print(f"  {listed}", file=sys.stderr)


def _say_left_over(folder: Path, files: tuple[Path, ...]) -> None:
    """Pictures of another export beside ours would be taken for ours."""
    others = sorted({file.name for file in folder.glob("*.png")} - {file.name for file in files})
    if others:
        listed = ", ".join(others[:MOST_LISTED]) + (" …" if len(others) > MOST_LISTED else "")
        say(Message("文件夹里还有别的图片：", "the folder has other pictures too:"))
        print(f"  {listed}", file=sys.stderr)


def _unwritable(error: OSError, output: Path) -> OptionError:
    reason = REASONS.get(error.errno or 0, Message(str(error), str(error)))
    place = error.filename or output
    return OptionError(
        Message(
            f"无法写入 {place}：{reason.zh}。可用 -o 换个位置",
            f"cannot write {place}: {reason.en}; -o names another place",
        )
    )
