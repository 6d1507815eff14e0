"""A kiosk, in two trusts: what a deck says of itself as one, and what only the owner of the machine may say."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

Seconds = Annotated[Decimal, Meta(gt=0, le=3600)]
Switching = Literal["none", "dpms", "command"]
Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
PACK_KEY = re.compile(r"ed25519-([0-9a-f]{64})")
"""The public key of packs: 32 bytes, hexadecimal."""
CONTRAST = "contrast"
"""The bundled style of high contrast, which a kiosk always has."""


class Dwell(Struct, frozen=True, kw_only=True):
    """How long a slide of the loop stays at least and at most, in seconds; between them its content decides."""

    least: Seconds = Decimal(6)
    most: Seconds = Decimal(40)


class Kiosk(Struct, frozen=True, kw_only=True):
    """`kiosk:` of briefing.yaml. It travels with the deck, so that nothing here may be of weight for the machine."""

    loop: tuple[str, ...] = ()
    """Ids of themes and of slides, in the order of the loop; where empty, the core slides of all content themes."""
    dwell: Dwell = Dwell()
    idle: Seconds = Decimal(45)
    """Seconds without a touch until the countdown is seen."""
    countdown: Seconds = Decimal(10)
    touch: bool = True
    """Without it the wall only loops."""
    languages: tuple[str, ...] = ()
    """What the kiosk returns to; the briefing's first where empty."""


class Span(Struct, frozen=True):
    """Hours on some days of the week. Minutes of the day, 0..1440; with `end` not behind `start`, into the next day."""

    days: tuple[int, ...]
    """0 for Monday .. 6 for Sunday, ascending."""
    start: int
    end: int


class Display(Struct, frozen=True, kw_only=True):
    """How the display's power is switched. `on` and `off` are commands as lists of words, never read by a shell."""

    power: Switching = "none"
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()


class Health(Struct, frozen=True, kw_only=True):
    """Where the kiosk answers how it is."""

    address: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65535)]


class Packs(Struct, frozen=True, kw_only=True):
    """Where content packs may come from, and the public key that they have to be signed with.

    A folder may have `*` for a part of its path: /media/*/* is whatever stick is plugged in.
    """

    folders: tuple[str, ...] = ()
    key: str = ""


class Settings(Struct, frozen=True, kw_only=True):
    """The owner's settings file. Never read from a deck."""

    pin: str = ""
    """What `jn-presenter kiosk --set-pin` made of the PIN; empty: staff cannot leave by the screen."""
    corner: Corner = "top-left"
    """Of the screen, which staff hold to be asked for the PIN."""
    hours: tuple[Span, ...] = ()
    """Opening hours by the clock on the wall; always open where empty."""
    display: Display = Display()
    health: Health | None = None
    packs: Packs = Packs()
    screen: str = ""
