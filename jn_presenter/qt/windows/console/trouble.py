"""The problems of the deck as the console lists them: those of the present slide first, broken slides by their name."""

from msgspec import Struct

from jn_presenter.draw.resolve import FALLBACK
from jn_presenter.model.deck import Deck
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console.report import Said, broken
from jn_presenter.show.state import ShowState

MOST = 50
"""Listed at most: the console is for a glance, `check` for all of them."""
RANK = {"error": 0, "warning": 1, "note": 2}


class Row(Struct, frozen=True):
    """A problem: where, what is wrong, and what to write instead."""

    where: str
    what: Said
    hint: str = ""


class Trouble(Struct, frozen=True, kw_only=True):
    """How many problems there are, in words, empty for none; and the foremost of them."""

    count: str
    rows: tuple[Row, ...]


def trouble(
    state: ShowState,
    deck: Deck,
    problems: tuple[Problem, ...],
    findings: tuple[tuple[str, Finding], ...],
    language: str,
    data: tuple[Row, ...] = (),
) -> Trouble:
    """What is wrong, errors before warnings. `findings` are what the layout of the slide shown came upon, by element.

    Of those a missing language is left out: it is a hint beside the slide, see report.py. `data` is what is wrong with
    it right now, which comes before all else.
    """
    rows = [
        *data,
        *(
            _row(f"{state.shown.slide}: {path}", finding, language)
            for path, finding in findings
            if finding.code != FALLBACK
        ),
    ]
    total = len(rows) + len(problems)
    lost = broken(deck)
    named: set[str] = set()
    for problem in sorted(problems, key=lambda problem: _order(problem, state, lost))[:MOST]:
        if problem.slide in lost and problem.slide not in named:
            named.add(problem.slide)
            rows.append(_placeholder(problem.slide, language))
        rows.append(_row(f"{problem.file}:{problem.line}", problem, language))
    # what hinders a slide may be a problem of another file, which names no slide
    unnamed = [slide for slide in deck.order if slide in lost and slide not in named]
    rows.extend(_placeholder(slide, language) for slide in unnamed[:MOST])
    if len(problems) > MOST:
        rows.append(Row("", Said(words.MORE.in_language(language).format(n=len(problems) - MOST), "quiet")))
    return Trouble(count=_count(total, language), rows=tuple(rows))


def _placeholder(slide: str, language: str) -> Row:
    return Row("", Said(words.BROKEN.in_language(language).format(slide=slide), "red"))


def _order(problem: Problem, state: ShowState, lost: frozenset[str]) -> tuple[bool, bool, str, int, int]:
    present = problem.slide == state.at.slide
    slide = problem.slide if problem.slide in lost else ""
    return not present, problem.slide not in lost, slide, RANK[problem.severity], problem.line


def _row(where: str, wrong: Finding | Problem, language: str) -> Row:
    what = Said(wrong.message.in_language(language), "ink" if wrong.severity == "error" else "quiet")
    return Row(where, what, wrong.hint.in_language(language))


def _count(total: int, language: str) -> str:
    if not total:
        return ""
    message = words.ONE_PROBLEM if total == 1 else words.PROBLEMS
    return message.in_language(language).format(n=total)
