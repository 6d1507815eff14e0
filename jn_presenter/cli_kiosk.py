"""The command `kiosk`: the supervisor and, started by it once more, the show; or a word about a kiosk that runs."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jn_presenter import __version__
from jn_presenter.model.options import KioskOptions, OptionError
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.problem_text import problem_text
from jn_presenter.surroundings import NO_DISPLAY, has_display, without_qt
from jn_presenter.terminal import has_colour, language, say

if TYPE_CHECKING:
    from jn_presenter.packs.errand import Job, Outcome

DONE, CANNOT_RUN = 0, 2
MOST_PROBLEMS = 20
"""Listed in the log of a kiosk, which starts the show again and again."""
RUNS = Message("这份汇报的一体机已在运行", "a kiosk of this deck is running already")


def run(options: KioskOptions) -> int:
    """Run the kiosk until staff leave it, or say how it is; the exit code. Raises OptionError."""
    if options.status:
        from jn_presenter.kiosk_report import report

        return report(options)
    if options.set_pin:
        from jn_presenter.set_pin import set_pin

        return set_pin(options.settings)
    if options.usage:
        from jn_presenter.kiosk_usage import write_usage

        return write_usage(options)
    if not has_display():
        raise OptionError(NO_DISPLAY)
    return _show(options) if options.child else _keep(options)


def _show(options: KioskOptions) -> int:
    """The show itself, on its supervisor's leash."""
    try:
        from jn_presenter.qt.kiosk import leash

        leash.hold()
        leash.watch_start()
        from jn_presenter.qt.kiosk import child
    except ImportError as error:
        raise without_qt(error) from error
    from jn_presenter.load import DeckError

    tell = leash.speech().say
    try:
        return child.run_child(options, tell, _take)
    except DeckError as error:
        from jn_presenter.qt.kiosk.lastgood import refusal_line  # not for the plain page, which imports nothing of it

        tell(refusal_line(error, copy=False))
        say(error.message)
        _list(error.problems)
        return CANNOT_RUN


def _take(job: "Job") -> "list[Outcome]":
    from jn_presenter.pack_taker import take_packs  # where no pack comes, no start waits for it

    return take_packs(job)


def _keep(options: KioskOptions) -> int:
    """The supervisor."""
    from jn_presenter.kiosk_folder import kiosk_folder, leave, lock, make_spare
    from jn_presenter.load.kiosk_settings import owner_settings, read_settings
    from jn_presenter.packs.standing import current
    from jn_presenter.supervise.keeping import Kiosk, keep_running, on_terminal

    path = Path(options.settings) if options.settings else owner_settings()
    found = read_settings(path, wanted=bool(options.settings))
    _list(found.problems)
    folder = Path(options.folder) if options.folder else kiosk_folder(options.deck)
    spare = make_spare(folder)
    try:
        held = lock(folder, spare)
    except BlockingIOError as error:
        raise OptionError(RUNS) from error
    health = found.settings.health
    kiosk = Kiosk(
        __version__,
        options.deck,
        folder,
        own_options(options),
        spare=spare,
        taken=partial(current, folder),
        health=(health.address, health.port) if health is not None else None,
    )
    keep_running(kiosk, on_terminal())
    if held is not None:
        held.release()
    leave(spare)
    return DONE


def own_options(options: KioskOptions) -> tuple[str, ...]:
    """The owner's options as they are to be given to the show."""
    named = {
        "--settings": options.settings,
        "--lang": ",".join(options.languages),
        "--style": options.style,
        "--screen": options.screen,
    }
    flags = {"--windowed": options.windowed, "--no-animation": not options.animate}
    given = (f"{name}={value}" for name, value in named.items() if value)
    return (*given, *(name for name, on in flags.items() if on))


def _list(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:MOST_PROBLEMS]:
        print(problem_text(problem, language(), colour=has_colour(sys.stderr)), end="\n\n", file=sys.stderr)
