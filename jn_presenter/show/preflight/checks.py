"""All checks of the pre-flight, in the order in which they are told."""

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.problem import Problem
from jn_presenter.show.preflight.clicker import Clicker, clicker_check
from jn_presenter.show.preflight.data import data_checks
from jn_presenter.show.preflight.deck import problem_checks, seen_checks
from jn_presenter.show.preflight.screens import Screen, screen_checks
from jn_presenter.show.preflight.scripts import Script, script_check
from jn_presenter.show.preflight.seen import AllSeen
from jn_presenter.show.preflight.time import time_check
from jn_presenter.show.preflight.values import Check
from jn_presenter.show.preflight.visit import visit_checks
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice


class Given(Struct, frozen=True, kw_only=True):
    """All that the checks look at. now_ms: of the show's clock; now_s: seconds since 1970; system: sys.platform."""

    state: ShowState
    deck: Deck
    problems: tuple[Problem, ...] = ()
    snapshots: Snapshots = {}
    screens: tuple[Screen, ...] = ()
    scripts: tuple[Script, ...] = ()
    seen: AllSeen = {}
    clicker: Clicker = Clicker()
    now_ms: float = 0.0
    now_s: float = 0.0
    system: str = ""


def checks(given: Given) -> tuple[Check, ...]:
    """Every check as it stands now."""
    deck, slides = given.deck, choice(given.state, given.deck).slides
    return (
        *screen_checks(given.screens, given.system),
        *visit_checks(deck),
        *problem_checks(deck, given.problems),
        *seen_checks(deck, given.seen, slides, given.snapshots),
        *((script_check(given.scripts),) if given.scripts else ()),
        *data_checks(deck, given.seen, slides, given.snapshots, given.now_s),
        time_check(given.state, deck, given.now_ms),
        clicker_check(given.clicker),
    )
