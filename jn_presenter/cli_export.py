"""The command `export`: the chosen slides of a briefing as files of a kind, with a word about what is not in them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jn_presenter.export.kinds import KINDS
from jn_presenter.interrupting import uninterrupted
from jn_presenter.model.counting import counted
from jn_presenter.model.options import ExportOptions, OptionError
from jn_presenter.model.text import Message
from jn_presenter.surroundings import without_qt
from jn_presenter.terminal import Progress, say

if TYPE_CHECKING:
    from jn_presenter.export.request import Request
    from jn_presenter.load import Loaded
    from jn_presenter.model.deck import Deck

DONE = 0
MOST_LISTED = 10
NO_PAGES = Message("没有可导出的页面；请运行 check", "there is no slide to export; run check")


def run(options: ExportOptions) -> int:
    """Export and tell; the exit code. Raises DeckError, OptionError."""
    from jn_presenter.cli_check import read
    from jn_presenter.export.reasons import unwritable

    kind, output = KINDS[options.kind], Path(options.output)
    loaded = read(options.deck, options.visit)
    deck = loaded.deck
    request = requested(options, loaded)
    from jn_presenter.export.briefing import export

    try:
        with Progress(Message("导出", "exporting")) as progress:
            files = export(kind, request, output, progress.reach)
    except OSError as error:
        raise OptionError(unwritable(error, output)) from error
    if not options.log:
        _say_left_out(tuple(slide for slide in deck.order if slide not in deck.slides))
    if not kind.suffix:
        _say_left_over(output, files)
    _say_size(len(request.slides), files)
    print(output)
    return DONE


def requested(options: ExportOptions, loaded: "Loaded") -> "Request":
    """What the options ask for of this deck. Raises OptionError."""
    from jn_presenter.choices import chosen_languages, chosen_style
    from jn_presenter.export.ink import read_ink
    from jn_presenter.load.snapshots import read_snapshots

    deck, visit = loaded.deck, loaded.visit
    languages = chosen_languages(options.languages or (visit.languages if visit else ()), deck.briefing)
    suits = KINDS[options.kind].style
    style = chosen_style(options.style or (suits if suits in deck.styles else ""), deck)
    slides = _of_log(options.log, deck) if options.log else chosen_slides(options, loaded)
    if not slides:
        raise OptionError(NO_PAGES)
    ink = read_ink(options.ink, slides)
    try:
        with uninterrupted():
            from jn_presenter.export.request import Request
            from jn_presenter.qt.offscreen import application

            measure = application()
    except ImportError as error:
        raise without_qt(error) from error
    if options.log:
        from jn_presenter.export.souvenir import without_people

        deck = without_people(deck, loaded.written)
    return Request(
        deck=deck,
        slides=slides,
        languages=languages,
        style=style,
        measure=measure,
        size=options.size,
        snapshots=read_snapshots(deck, slides),
        ink=ink,
        handout=options.handout,
    )


def chosen_slides(options: ExportOptions, loaded: "Loaded") -> tuple[str, ...]:
    """The slides of a version, as the visit asks for them where the options say nothing."""
    from jn_presenter.show.select import select

    deck, visit = loaded.deck, loaded.visit
    if visit is None:
        return select(deck, options.minutes)
    from jn_presenter.show.visiting.options import invitation

    asked = invitation(deck, visit)
    return select(
        deck,
        options.minutes or asked.minutes,
        asked.themes,
        asked.hidden,
        order=asked.order,
        stressed=asked.stressed,
        factor=deck.briefing.interpreting.factor(asked.interpreting),
    )


def _of_log(file: str, deck: "Deck") -> tuple[str, ...]:
    """The slides that were shown, and a word about those that are there no more. Raises OptionError."""
    from jn_presenter.export.log import read_log

    shown = read_log(file)
    gone = tuple(slide for slide in shown if slide not in deck.slides)
    if gone:
        say(
            Message(
                f"记录里有 {len(gone)} 页，汇报里已没有或读不出：",
                f"{counted(len(gone), 'slide')} of the log cannot be read in the briefing any more:",
            )
        )
        _list(gone)
    return tuple(slide for slide in shown if slide in deck.slides)


def _say_size(slides: int, files: tuple[Path, ...]) -> None:
    """How many slides, and how large all of it is: whoever wants to send it by mail asks that next."""
    size = sum(file.stat().st_size for file in files) / 1e6
    told = f"{size:.1f} MB" if size >= 1.0 else f"{size * 1000:.0f} kB"
    say(Message(f"{slides} 页，{told}", f"{counted(slides, 'slide')}, {told}"))


def _say_left_out(slides: tuple[str, ...]) -> None:
    """Broken slides do not stop an export, but nobody shall miss that they are missing."""
    if slides:
        say(
            Message(
                f"有错而略过 {len(slides)} 页，请运行 check",
                f"{counted(len(slides), 'broken slide')} left out; run check",
            )
        )
        _list(slides)


def _say_left_over(folder: Path, files: tuple[Path, ...]) -> None:
    """Pictures of another export beside ours would be taken for ours."""
    others = sorted({file.name for file in folder.glob("*.png")} - {file.name for file in files})
    if others:
        say(Message("文件夹里还有别的图片：", "the folder has other pictures too:"))
        _list(tuple(others))


def _list(names: tuple[str, ...]) -> None:
    listed = ", ".join(names[:MOST_LISTED]) + (" …" if len(names) > MOST_LISTED else "")
    print(f"  {listed}", file=sys.stderr)
