"""Why a deck cannot be opened at all. Everything less is a Problem, and the show goes on without the broken part.

- DeckError
  - FolderError: the deck is not a folder that can be read, or it has no briefing.yaml
  - BriefingError: briefing.yaml does not say which languages and themes there are
  - StyleError: no style could be read
  - NoSlidesError: no theme lists a slide
  - VisitError: there is no such visit, or nobody knows from it who comes
"""

from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message


class DeckError(Exception):
    """A deck that cannot be opened; `problems` are those found on the way to that conclusion."""

    def __init__(self, message: Message, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message.en)
        self.message = message
        self.problems = problems


class FolderError(DeckError):
    """The deck is not a folder that can be read, or it has no briefing.yaml."""


class BriefingError(DeckError):
    """briefing.yaml does not say which languages and themes there are."""


class StyleError(DeckError):
    """No style could be read."""


class NoSlidesError(DeckError):
    """No theme lists a slide."""


class VisitError(DeckError):
    """There is no such visit, or its file does not say who comes: a wrong name would be worse than no show."""
