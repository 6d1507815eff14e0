"""Whether a show is ready to begin: checks as frozen values, from what is known of deck, data, screens and time."""

from jn_presenter.show.preflight.checks import Given, checks
from jn_presenter.show.preflight.values import GROUPS, Check, Item, State, verdict

__all__ = ["GROUPS", "Check", "Given", "Item", "State", "checks", "verdict"]
