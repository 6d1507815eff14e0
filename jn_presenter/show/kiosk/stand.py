"""Where a kiosk stands: the part of a show's state that only a kiosk has."""

from typing import Literal

from msgspec import Struct

Phase = Literal["loop", "home", "slides", "closed"]
"""The attract loop; the themes as tiles; a visitor reads; outside the opening hours, black."""

MOST_DIGITS = 12
"""The longest PIN."""


class Stand(Struct, frozen=True, kw_only=True):
    """Times are ms of the store's clock; nothing here counts by the clock on the wall."""

    phase: Phase = "loop"
    since_ms: float = 0.0
    """Since when the phase lasts or, where slides are shown, the present step of the slide."""
    touched_ms: float = 0.0
    """When the kiosk was touched last."""
    film_ms: float | None = None
    """Since when a film plays that the visitor watches; None while none does."""
    theme: str = ""
    """The theme that the visitor is in; empty but in the phase `slides`."""
    large: bool = False
    contrast: bool = False
    staff: bool = False
    """Whether the pad for the PIN is up. Behind it nothing goes on."""
    digits: str = ""
    """What was typed of the PIN so far; it is written nowhere."""
    refused: bool = False
    """Whether what was typed last was not the PIN; until somebody types again."""
    left: int = 0
    """After a wrong one: how many more there may be until the pad is locked."""
    aside: frozenset[str] = frozenset()
    """Slides that crashed the show and are left out of it for now."""
    home_languages: tuple[str, ...] = ()
    home_style: str = ""
    """What a reset returns to."""
