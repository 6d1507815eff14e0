"""The command `check`: all that is wrong with a deck, for people, for programs and for GitHub."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import structs

from jn_presenter.model.counting import counted
from jn_presenter.model.options import CheckOptions
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.problem_text import github, problem_text
from jn_presenter.surroundings import without_qt
from jn_presenter.terminal import GREEN, PLAIN, RED, YELLOW, Progress, harmless, has_colour, language, say, worded

if TYPE_CHECKING:
    from jn_presenter.check import Report
    from jn_presenter.check_glyphs import Fonts
    from jn_presenter.load import Loaded
    from jn_presenter.model.element import Measure

DONE, PROBLEMS = 0, 1
BATCH = 200
"""Slides read between two looks at the clock."""
BRIEFING = "briefing.yaml"


def run(options: CheckOptions) -> int:
    """Check and tell; the exit code. Raises DeckError."""
    deck = deck_of(options.deck)
    if options.languages:
        return _languages(deck, options)
    result = examined(deck, cached=options.cached)
    if options.form == "json":
        print(result.json())
    elif options.form == "github":
        for problem in result.problems:
            print(github(seen_from_here(problem, deck)))
        print(harmless(worded(summary(result))))
    else:
        print_problems(result.problems, deck, sys.stdout)
        colour = has_colour(sys.stdout)
        print(_tinted(harmless(worded(summary(result))), result) if colour else harmless(worded(summary(result))))
    faults = ("error", "warning") if options.strict else ("error",)
    return PROBLEMS if any(problem.severity in faults for problem in result.problems) else DONE


def _languages(folder: str, options: CheckOptions) -> int:
    """Tell how complete the deck is in each language; nothing is laid out for it. Raises DeckError."""
    from jn_presenter.check_languages import completeness, json, lines

    loaded = read(folder)
    found = completeness(loaded.deck, loaded.sources)
    if options.form == "json":
        print(json(found))
    else:
        for line in lines(found, language()):
            print(harmless(line))
    return PROBLEMS if options.strict and any(one.missing for one in found) else DONE


def deck_of(place: str) -> str:
    """The folder of a deck, of which `place` may be any file or folder: the nearest above it with a briefing.yaml."""
    path = Path(place)
    if not path.exists() or (path / BRIEFING).is_file():
        return place
    found = next((folder for folder in path.parents if (folder / BRIEFING).is_file()), None)
    return str(found or (path.parent if path.is_file() else path))


def read(folder: str, visit: str = "") -> "Loaded":
    """All of a deck, made out for a visit where one is named. Raises DeckError."""
    from jn_presenter.load import load_index, with_slides

    loaded = load_index(folder, visit=visit)
    slides = loaded.deck.order
    with Progress(Message("读取", "reading")) as progress:
        for start in range(0, len(slides), BATCH):
            loaded = with_slides(loaded, slides[start : start + BATCH])
            progress.reach(start, len(slides))
    return loaded


def examined(folder: str, *, cached: bool = True) -> "Report":
    """All that is wrong with a deck. cached: how slides fit that have not changed is remembered. Raises DeckError."""
    from jn_presenter.check import check_deck, report
    from jn_presenter.check_fit import check_fit, fit_keys
    from jn_presenter.check_glyphs import check_glyphs, needs_machine
    from jn_presenter.check_visits import check_visits
    from jn_presenter.fit_helpers import Helpers
    from jn_presenter.fit_memory import memory_of
    from jn_presenter.load.behind import looked_behind
    from jn_presenter.load.snapshots import read_snapshots

    loaded = looked_behind(read(folder))
    deck, places = loaded.deck, loaded.sources
    snapshots = read_snapshots(deck)
    # What was found with the fonts of this machine as they were then may not hold any more.
    cached = cached and not needs_machine(deck.briefing.languages)
    memory = memory_of(folder, fresh=not cached)
    keys = fit_keys(deck, memory, snapshots)
    unknown = [name for name in deck.order if name in keys and memory.recall(keys[name]) is None]
    what = Message("检查排版", "checking how texts fit")
    try:
        with Helpers(os.fspath(folder), unknown) as helpers, Progress(what) as progress:
            visits = check_visits(loaded, time.strftime("%Y-%m-%d"))
            problems = (*loaded.problems, *check_deck(deck, places), *visits.problems)
            problems += check_fit(
                deck,
                _measure,
                places,
                snapshots=snapshots,
                known=problems,
                progress=progress.reach,
                memory=memory,
                helpers=helpers,
            )
            problems += check_glyphs(deck, places, _fonts)
            for guests in visits.coming:
                problems += check_fit(guests.deck, _measure, guests, snapshots=snapshots, known=problems, memory=memory)
                problems += guests.own(check_glyphs(guests.deck, guests, _fonts))
    except _WithoutQtError as error:
        say(without_qt(error.cause).message)
        say(Message("未检查文字是否放得下", "how texts fit was not checked"))
    if cached:
        memory.save()
    return report(deck, problems)


def _fonts() -> "Fonts":
    """The fonts that slides are set in. Raises _WithoutQtError."""
    _measure()
    from jn_presenter.qt.glyphs import Glyphs

    return Glyphs()


class _WithoutQtError(Exception):
    """Qt cannot be loaded."""

    def __init__(self, cause: ImportError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def _measure() -> "Measure":
    """The real font's measure. Raises _WithoutQtError."""
    try:
        from jn_presenter.qt.offscreen import application

        return application()
    except ImportError as error:
        raise _WithoutQtError(error) from error


def summary(result: "Report") -> Message:
    """The last line: how much there is, and how much is wrong with it."""
    errors, warnings = _counts(result)
    facts = f"{result.facts.shown}/{result.facts.total}"
    files = len({problem.file for problem in result.problems})
    size = Message(
        f"{result.slides} 页，{result.themes} 个主题，数据 {facts}",
        f"{counted(result.slides, 'slide')}, {counted(result.themes, 'theme')}, {facts} facts shown",
    )
    if not result.problems:
        return Message(f"没有发现问题：{size.zh}", f"nothing is wrong: {size.en}")
    return Message(
        f"{size.zh}；{files} 个文件里有 {errors} 个错误，{warnings} 个警告",
        f"{size.en}; {counted(errors, 'error')}, {counted(warnings, 'warning')} in {counted(files, 'file')}",
    )


def _counts(result: "Report") -> tuple[int, int]:
    severities = [problem.severity for problem in result.problems]
    return severities.count("error"), severities.count("warning")


def _tinted(line: str, result: "Report") -> str:
    errors, warnings = _counts(result)
    return f"{RED if errors else YELLOW if warnings else GREEN}{line}{PLAIN}"


def print_problems(problems: tuple[Problem, ...], folder: str, stream: TextIO) -> None:
    """All of them, as a person reads them. folder: the deck's, from which their files are named."""
    reader, colour = language(), has_colour(stream)
    for problem in problems:
        print(problem_text(seen_from_here(problem, folder), reader, colour=colour), end="\n\n", file=stream)


def seen_from_here(problem: Problem, folder: str) -> Problem:
    """The problem with its file as a terminal or an editor finds it: from the current folder, or absolute."""
    file = Path(folder, problem.file)
    if not file.exists():
        return problem
    here = Path.cwd()
    there = str(file.relative_to(here) if file.is_relative_to(here) else file)
    return structs.replace(problem, file=there)
