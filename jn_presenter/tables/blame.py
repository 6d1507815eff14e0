"""Which cells of a table a problem comes from, once what they say has been put into the files."""

from jn_presenter.edit.document import opened
from jn_presenter.load.index import FACTS
from jn_presenter.model.problem import Problem
from jn_presenter.tables.fact_values import facts_in
from jn_presenter.tables.taking import Taken

MOST = 6


def blamed(problem: Problem, taken: Taken) -> tuple[str, ...]:
    """The cells with changes of the fact that the problem stands in, or of its file; a few of very many."""
    about = [one for one in taken.told if one.place.rpartition(":")[0] == problem.file]
    if problem.file == FACTS:
        name = _fact_at(problem.line, taken)
        about = [one for one in about if one.key == name]
    return tuple(one.cell for one in about)[:MOST]


def _fact_at(line: int, taken: Taken) -> str:
    """The id of the fact that the edited file has there."""
    after = next((change.after for change in taken.edit.changes if change.file == FACTS), None)
    document = opened(FACTS, after) if after is not None else None
    if document is None:
        return ""
    found = ((name, fact.line) for name, (_, fact) in facts_in(document).items())
    return max((one for one in found if one[1] <= line), key=lambda one: one[1], default=("", 0))[0]
