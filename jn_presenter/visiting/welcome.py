"""The slide that welcomes the guests of a visit, by their names as they were typed."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zlib import crc32

from jn_presenter.draw.names import exactly
from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Element
from jn_presenter.model.visit import Visit
from jn_presenter.visiting import words

LAYOUT = "welcome"
MINUTES = Decimal("0.5")


@lru_cache(maxsize=64)
def welcome(name: str, visit: Visit, languages: tuple[str, ...]) -> Slide:
    """The slide of that id. Its slots are those of the layout `welcome` that the visit has anything for."""
    title = exactly(visit.delegation)
    given: dict[str, Callable[[], dict[str, Any] | None]] = {
        "kicker": lambda: {"text": words.ours(words.WELCOME, languages)},
        "title": lambda: {"text": title},
        "logo": lambda: {"file": visit.logo} if visit.logo else None,
        "guests": lambda: {"leader": visit.leader, "items": visit.guests} if words.guests(visit) else None,
        "date": lambda: {"text": words.date(visit, languages)} if visit.date else None,
        "host": lambda: {"text": words.host(visit.host, languages)} if visit.host else None,
    }
    slots: list[tuple[str, tuple[Element, ...]]] = []
    for slot in LAYOUTS[LAYOUT].slots:
        values = given[slot.name]() if slot.name in given else None
        kind = ELEMENTS.get(slot.type)
        if values is not None and kind is not None and slot.name != "title":
            slots.append((slot.name, (kind(**values),)))
    return Slide(
        id=name,
        theme=name.partition("/")[0],
        layout=LAYOUT,
        title=title,
        depth="core",
        minutes=MINUTES,
        notes=words.notes(visit, languages),
        slots=tuple(slots),
        digest=f"{crc32(repr(visit).encode('utf-8', 'replace')):08x}",
    )
