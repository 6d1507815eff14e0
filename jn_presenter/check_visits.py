"""What is wrong with the visits of a deck: every file in visits/, by its own lines; nothing is laid out for it."""

from collections.abc import Iterator

from msgspec import structs

from jn_presenter.load import Loaded
from jn_presenter.load.errors import VisitError
from jn_presenter.load.visits import read_visit, visit_file, visits_of
from jn_presenter.model.problem import Problem
from jn_presenter.show.visiting.findings import findings, is_over


def check_visits(loaded: Loaded, today: str) -> tuple[Problem, ...]:
    """The problems of all visits; `loaded` has all slides read. today: YYYY-MM-DD.

    What is wrong with visits that are over hinders nobody any more, and is said as warnings.
    """
    return tuple(problem for name in visits_of(loaded.deck.folder) for problem in _problems(loaded, name, today))


def _problems(loaded: Loaded, name: str, today: str) -> Iterator[Problem]:
    deck, file = loaded.deck, visit_file(loaded.deck.folder, name)
    if file.removesuffix(".yaml") in deck.order:
        return
    themes = tuple(theme.id for theme in deck.themes)
    try:
        found = read_visit(file, loaded.context, themes, deck.order, unsaved=loaded.unsaved)
    except VisitError as error:
        yield from error.problems
        return
    over = is_over(found.visit, today)
    for problem in found.problems:
        yield structs.replace(problem, severity="warning") if over else problem
    sources = structs.replace(loaded.sources, files={**loaded.sources.files, **found.places})
    for path, finding in findings(deck, found.visit, today):
        yield sources.problem(file, path, finding)
