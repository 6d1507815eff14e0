"""What is wrong with the visits of a deck: every file in visits/, and for guests still to come what they will see."""

from collections.abc import Iterable

from msgspec import Struct, structs

from jn_presenter.load import Loaded, Sources
from jn_presenter.load.errors import VisitError
from jn_presenter.load.visits import read_visit, visit_file, visits_of
from jn_presenter.model.deck import Deck
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message
from jn_presenter.model.visit import Visit
from jn_presenter.show.visiting.findings import findings, is_over
from jn_presenter.visiting import made_out

KEYS = {"guests": "guests", "contact": "host", "host": "host", "date": "date", "logo": "logo"}
"""What of a visit stands in a slot, where it is not the delegation's name."""


class Coming(Struct, frozen=True, kw_only=True):
    """A visit that is not over: the slides that are about its guests, in the languages that these read."""

    deck: Deck
    sources: Sources
    """With the places of the visit's file."""
    file: str

    def problem(self, file: str, path: str, finding: Finding, *, slide: str = "") -> Problem:
        """What was found on a slide, told at the line of the visit that put it there; anything else at its place."""
        if not slide:
            return self.sources.problem(file, path, finding)
        message = Message(f"{slide}：{finding.message.zh}", f"{slide}: {finding.message.en}")
        at = _key(".".join(filter(None, (path, finding.path))))
        return self.sources.problem(self.file, at, structs.replace(finding, message=message, path="", file=""))

    def own(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those of the visit; the others are the deck's, whoever comes."""
        return tuple(one for one in problems if one.file == self.file)


class Checked(Struct, frozen=True):
    """The problems of all files, and the visits to be laid out."""

    problems: tuple[Problem, ...]
    coming: tuple[Coming, ...]


def check_visits(loaded: Loaded, today: str) -> Checked:
    """All visits of the deck; `loaded` has all slides read. today: YYYY-MM-DD.

    What is wrong with visits that are over hinders nobody any more, and is said as warnings.
    """
    problems: list[Problem] = []
    coming: list[Coming] = []
    for name in visits_of(loaded.deck.folder):
        file = visit_file(loaded.deck.folder, name)
        if file.removesuffix(".yaml") in loaded.deck.order:
            continue
        try:
            visit, sources, found = _read(loaded, file)
        except VisitError as error:
            problems += error.problems
            continue
        over = is_over(visit, today)
        problems += (structs.replace(one, severity="warning") if over else one for one in found)
        problems += (sources.problem(file, *one) for one in findings(loaded.deck, visit, today))
        if not over:
            coming.append(Coming(deck=_about(visit, loaded.deck), sources=sources, file=file))
    return Checked(tuple(problems), tuple(coming))


def _read(loaded: Loaded, file: str) -> tuple[Visit, Sources, tuple[Problem, ...]]:
    themes = tuple(theme.id for theme in loaded.deck.themes)
    found = read_visit(file, loaded.context, themes, loaded.deck.order, unsaved=loaded.unsaved)
    sources = structs.replace(loaded.sources, files={**loaded.sources.files, **found.places})
    return found.visit, sources, found.problems


def _about(visit: Visit, deck: Deck) -> Deck:
    """The deck with the slides alone that are made out for the visit; no kiosk shows them."""
    made = made_out(deck, visit)
    touched = {name: slide for name, slide in made.slides.items() if deck.slides.get(name) is not slide}
    slides = {name: structs.replace(slide, notes=None) for name, slide in touched.items()}
    languages = visit.languages or deck.briefing.languages
    kiosk = structs.replace(deck.briefing.kiosk, touch=False)
    briefing = structs.replace(deck.briefing, languages=languages, kiosk=kiosk)
    order = tuple(name for name in made.order if name in slides)
    return structs.replace(made, briefing=briefing, order=order, slides=slides, pending=frozenset())


def _key(path: str) -> str:
    """The part of the visit's file that stands at a path of a slide made out for it."""
    slot, *rest = path.split(".")
    tag = f".{rest[-1]}" if rest else ""  # a language, or nothing that the file has
    if slot == "guests" and rest[:1] == ["leader"]:
        return f"leader.name{tag}"
    if slot == "guests" and rest[:1] == ["items"] and len(rest) > 1:
        return f"guests.{rest[1]}.name{tag}"
    return KEYS.get(slot, f"delegation{tag}")
