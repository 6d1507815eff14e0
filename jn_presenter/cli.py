"""The commands of jn-presenter. Each imports what it needs when it runs, since a show is to be on the screen at once.

Exit codes: 0 done, 1 problems found (check), 2 could not run; 130 interrupted; 141 nobody reads what is printed.
"""

import errno
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import structs

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
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.surroundings import NO_DISPLAY, has_display, without_qt
from jn_presenter.terminal import Progress, has_colour, language, problem_text, say, speak_plainly, while_read, worded

if TYPE_CHECKING:
    from jn_presenter.check import Report
    from jn_presenter.load import Loaded
    from jn_presenter.model.element import Measure

DONE, PROBLEMS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130
MOST_LISTED = 10
BATCH = 200
"""Slides read between two looks at the clock."""

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
        return _check(options) if isinstance(options, CheckOptions) else _export(options)
    except DeckError as error:
        say(error.message)
        _print_problems(error.problems, options.deck, sys.stderr)
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


def _read(folder: str) -> "Loaded":
    """All of a deck. Raises DeckError."""
    from jn_presenter.load import load_index, with_slides

    loaded = load_index(folder)
    slides = loaded.deck.order
    with Progress(Message("读取", "reading")) as progress:
        for start in range(0, len(slides), BATCH):
            loaded = with_slides(loaded, slides[start : start + BATCH])
            progress.reach(start, len(slides))
    return loaded


def _pack(options: PackOptions) -> int:
    from jn_presenter import cli_pack

    def errors() -> int:
        problems = _examined(options.deck).problems
        _print_problems(problems, options.deck, sys.stderr)
        return sum(problem.severity == "error" for problem in problems)

    return cli_pack.run(options, errors)


def _check(options: CheckOptions) -> int:
    result = _examined(options.deck)
    if options.json:
        print(result.json())
    else:
        _print_problems(result.problems, options.deck, sys.stdout)
        print(worded(_summary(result)))
    faults = ("error", "warning") if options.strict else ("error",)
    return PROBLEMS if any(problem.severity in faults for problem in result.problems) else DONE


def _examined(folder: str) -> "Report":
    """All that is wrong with a deck. Raises DeckError."""
    from jn_presenter.check import check_deck, report
    from jn_presenter.check_fit import check_fit
    from jn_presenter.load.snapshots import read_snapshots

    loaded = _read(folder)
    deck, places = loaded.deck, loaded.sources
    problems = (*loaded.problems, *check_deck(deck, places))
    if measure := _measure_if_possible():
        with Progress(Message("检查排版", "checking how texts fit")) as progress:
            problems += check_fit(
                deck, measure, places, snapshots=read_snapshots(deck), known=problems, progress=progress.reach
            )
    return report(deck, problems)


def _measure_if_possible() -> "Measure | None":
    """The real font's measure; None, and a word about it, where Qt cannot be loaded."""
    try:
        from jn_presenter.qt.offscreen import application

        return application()
    except ImportError as error:
        say(without_qt(error).message)
        say(Message("未检查文字是否放得下", "how texts fit was not checked"))
        return None


def _summary(result: "Report") -> Message:
    severities = [problem.severity for problem in result.problems]
    errors, warnings = severities.count("error"), severities.count("warning")
    facts = f"{result.facts.shown}/{result.facts.total}"
    return Message(
        f"{result.slides} 页，{result.themes} 个主题，数据 {facts}；{errors} 个错误，{warnings} 个警告",
        f"{counted(result.slides, 'slide')}, {counted(result.themes, 'theme')}, {facts} facts shown; "
        f"{counted(errors, 'error')}, {counted(warnings, 'warning')}",
    )


def _export(options: ExportOptions) -> int:
    from jn_presenter.choices import chosen_languages, chosen_style
    from jn_presenter.export.ink import read_ink
    from jn_presenter.load.snapshots import read_snapshots
    from jn_presenter.show.select import select

    deck = _read(options.deck).deck
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


def _print_problems(problems: tuple[Problem, ...], folder: str, stream: TextIO) -> None:
    reader, colour = language(), has_colour(stream)
    for problem in problems:
        here = structs.replace(problem, file=_seen_from_here(Path(folder, problem.file)) or problem.file)
        print(problem_text(here, reader, colour=colour), end="\n\n", file=stream)


def _seen_from_here(file: Path) -> str:
    """The file as a terminal or an editor finds it: from the current folder, or absolute. Empty if it is not there."""
    if not file.exists():
        return ""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _unwritable(error: OSError, output: Path) -> OptionError:
    reason = REASONS.get(error.errno or 0, Message(str(error), str(error)))
    place = error.filename or output
    return OptionError(
        Message(
            f"无法写入 {place}：{reason.zh}。可用 -o 换个位置",
            f"cannot write {place}: {reason.en}; -o names another place",
        )
    )
