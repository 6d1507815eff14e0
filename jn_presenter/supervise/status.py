"""How the kiosk is, as one value: for its file, for `--status`, and without anything of the machine for the network."""

import json
from typing import Any, NamedTuple

from jn_presenter.supervise.ladder import RUNGS
from jn_presenter.supervise.protocol import Content

PRIVATE = ("deck", "pid", "child")
"""What the network is not told."""
PRIVATE_WORDS = ("first", "held")
"""Nor this: it names files."""
MOST_SLIDES = 200


class Fallen(NamedTuple):
    """How the show ended last. `how`: exit (`code`), signal (its name), hang, or start (it could not be started)."""

    at_s: float
    """Since 1970."""
    slide: str
    how: str
    code: int | None = None
    signal: str = ""
    first: str = ""
    """The deck's first error, with its place, where the show ended because the deck cannot be shown."""


class Why(NamedTuple):
    """What led to what is shown: the last crash on each rung that was left downward, and for each slide set aside."""

    rungs: tuple[tuple[int, Fallen], ...] = ()
    slides: tuple[tuple[str, Fallen], ...] = ()

    def after(self, crash: Fallen, *, before: int, rung: int, aside: str) -> "Why":
        """With a crash on the rung `before` that led to `rung` and set that slide aside, if any."""
        rungs = tuple(one for one in self.rungs if one[0] < min(before, rung))
        slides = tuple(one for one in self.slides if one[0] != aside)
        return Why(
            (*rungs, (before, crash)) if rung > before else rungs,
            (*slides, (aside, crash))[-MOST_SLIDES:] if aside else slides,
        )


class Status(NamedTuple):
    """Seconds; points in time since 1970."""

    version: str
    deck: str
    pid: int
    since_s: float
    rung: int
    restarts: int = 0
    showing_s: float | None = None
    """How long the show is on the screen without a break; None while it is not."""
    beat_age_s: float | None = None
    """How long ago it said last that it is; None before it has."""
    seen: bool = True
    """Whether the system shows its window."""
    closed: bool = False
    """Whether the screen is black since it is not open."""
    slide: str = ""
    child: int | None = None
    memory: int | None = None
    """Bytes that the show has in memory; None where that is not known."""
    aside: tuple[tuple[str, float], ...] = ()
    """Slides set aside, and for how many seconds yet."""
    good: str = ""
    """The digest of the deck that showed well last."""
    content: Content = Content()
    """What is wrong with the deck's files."""
    last_crash: Fallen | None = None
    why: Why = Why()

    @property
    def healthy(self) -> bool:
        """Whether the deck that was asked for is on the screen, or it is black because it is to be."""
        there = self.showing_s is not None and (self.seen or self.closed)
        return there and RUNGS[self.rung] == "deck" and not self.content.copy


def as_json(status: Status, at_s: float, *, public: bool = False) -> bytes:
    """As JSON, written at this time."""
    found: dict[str, Any] = {"healthy": status.healthy, "at_s": round(at_s), **status._asdict()}
    found["rung"] = RUNGS[status.rung]
    blame = dict(status.why.slides)
    found["aside"] = [
        {"slide": slide, "left_s": round(left), "crash": _fallen(blame.get(slide), public=public)}
        for slide, left in status.aside
    ]
    found["content"] = status.content._asdict()
    found["last_crash"] = _fallen(status.last_crash, public=public)
    found["why"] = [
        {"rung": RUNGS[rung], "crash": _fallen(crash, public=public)}
        for rung, crash in status.why.rungs
        if rung < status.rung
    ]
    for name in ("since_s", "showing_s"):
        found[name] = None if found[name] is None else round(found[name])
    if public:
        for name in PRIVATE:
            del found[name]
        for name in PRIVATE_WORDS:
            del found["content"][name]
    return json.dumps(found, ensure_ascii=False, indent=None if public else 1).encode("utf-8", "replace")


def _fallen(crash: Fallen | None, *, public: bool) -> dict[str, Any] | None:
    if crash is None:
        return None
    return {name: value for name, value in crash._asdict().items() if not public or name not in PRIVATE_WORDS}


def changed(old: Status | None, new: Status) -> bool:
    """Whether somebody who looks at the file would want to know."""
    return old is None or _lasting(old) != _lasting(new)


def memory_of(pid: int) -> int | None:
    """Bytes of a process in memory, where the system tells."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as stream:  # noqa: PTH123  # no Path each second
            return int(stream.read(200).split()[1]) * PAGE
    except (OSError, ValueError, IndexError):
        return None


def _lasting(status: Status) -> tuple[object, ...]:
    return (
        status.healthy,
        status.showing_s is None,
        status.seen,
        status.closed,
        status.rung,
        status.restarts,
        status.child,
        status.good,
        status.content,
        status.last_crash,
        status.why,
        tuple(slide for slide, _ in status.aside),
    )


def _page() -> int:
    import os

    return os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


PAGE = _page()
