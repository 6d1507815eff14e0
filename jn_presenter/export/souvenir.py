"""A show to take home: a PDF of just the slides that were seen, in that order, naming nobody but the delegation."""

from msgspec import structs

from jn_presenter.export import pdf
from jn_presenter.export.progress import Progress
from jn_presenter.export.request import Request
from jn_presenter.model.deck import Deck
from jn_presenter.visiting import made_out


def write(request: Request, progress: Progress) -> bytes:
    """The file. `request.slides` are those that were seen. Raises what `progress` raises."""
    return pdf.write(request, progress)


def without_people(deck: Deck, written: Deck | None) -> Deck:
    """The deck made out for its delegation alone: no leader, no guest, no host.

    written: the same deck as its files say it, where it is made out for a visit.
    """
    if deck.visit is None or written is None:
        return deck
    return made_out(written, structs.replace(deck.visit, leader=None, guests=(), host=None, questions=()))
