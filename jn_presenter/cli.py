"""The commands of jn-presenter. Each imports what it needs when it runs, since a show is to be on the screen at once.

Exit codes: 0 done, 1 problems found (check), 2 could not run; 130 interrupted; 141 nobody reads what is printed.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jn_presenter import __version__
from jn_presenter.argument_parser import PROGRAM
from jn_presenter.arguments import HELP, overview, parse
from jn_presenter.model.options import (
    CheckOptions,
    EditOptions,
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
from jn_presenter.terminal import say, speak_plainly, while_read

if TYPE_CHECKING:
    from jn_presenter.qt.souvenir import Shown

DONE, PROBLEMS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130


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

        if isinstance(options, CheckOptions):
            return cli_check.run(options)
        from jn_presenter import cli_export

        return cli_export.run(options)
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
    return editor_app.run(options) if isinstance(options, EditOptions) else app.run(options, say, _souvenir)


def _souvenir(shown: "Shown") -> Message:
    """What there is to take home of a show that is over."""
    from jn_presenter import cli_souvenir  # nothing of it is wanted before

    return cli_souvenir.made(shown)


def _pack(options: PackOptions) -> int:
    from jn_presenter import cli_check, cli_pack

    def errors() -> int:
        problems = cli_check.examined(options.deck).problems
        cli_check.print_problems(problems, options.deck, sys.stderr)
        return sum(problem.severity == "error" for problem in problems)

    return cli_pack.run(options, errors)
