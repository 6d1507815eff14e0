"""What the show says to its supervisor, a line of JSON each time; anything else is nothing."""

import json
from typing import Any, NamedTuple

MOST_LINE = 4096
MOST_NAME = 600
MOST_DIGEST = 200
STAFF, NEW_DECK = "staff", "deck"


class Beat(NamedTuple):
    """Something was painted, and what. `place` is JSON that only the show understands; it comes back to it as it is."""

    slide: str = ""
    place: str = ""
    calm: bool = True
    """Whether nobody would miss the show for a moment."""
    seen: bool = True
    """Whether the system shows the window at all."""
    closed: bool = False
    """Whether the screen is black since it is not open."""


class Going(NamedTuple):
    """The show is about to paint that slide; where it crashes, this one is to blame, and not the one seen before."""

    slide: str


class Good(NamedTuple):
    """The deck of that digest has shown well for a while."""

    digest: str


class Content(NamedTuple):
    """What is wrong with the deck's files."""

    errors: int = 0
    first: str = ""
    """The first one, with its place."""
    held: str = ""
    """Why what was saved is not shown; empty where all is."""
    copy: bool = False
    """Whether the show has taken the last good copy, since the deck cannot be read."""


class Bye(NamedTuple):
    """The show is about to end: because staff want it to, or to be started again with a new deck."""

    why: str


Said = Beat | Going | Good | Content | Bye


def understood(line: bytes) -> Said | None:
    """What the line says; None for what is no line of this protocol."""
    if not line.startswith(b"{") or len(line) > MOST_LINE:
        return None
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    if type(said.get("beat")) is int:
        return _beat(said)
    match said:
        case {"to": str(slide)} if len(slide) <= MOST_NAME:
            return Going(slide)
        case {"good": str(digest)} if len(digest) <= MOST_DIGEST:
            return Good(digest)
        case {"content": dict(content)}:
            return _content(content)
        case {"bye": str(why)} if len(why) <= MOST_NAME:
            return Bye(why)
    return None


def _beat(said: dict[str, Any]) -> Beat:
    slide, place = said.get("slide"), said.get("place")
    return Beat(
        slide if isinstance(slide, str) and len(slide) <= MOST_NAME else "",
        json.dumps(place, separators=(",", ":")) if isinstance(place, dict) else "",
        said.get("calm") is not False,
        said.get("seen") is not False,
        said.get("closed") is True,
    )


def _content(said: dict[str, Any]) -> Content:
    errors = said.get("errors")
    count = errors if isinstance(errors, int) and not isinstance(errors, bool) else 0
    return Content(max(0, count), _words(said, "first"), _words(said, "held"), said.get("copy") is True)


def _words(said: dict[str, Any], name: str) -> str:
    text = said.get(name)
    return text[:MOST_NAME] if isinstance(text, str) else ""
