"""Which screen is whose, decided from what the system says of the screens there are: their identities and the plan."""

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct, structs

from jn_presenter.model.geometry import canvas_for
from jn_presenter.show.state import Seating


class ScreenInfo(Struct, frozen=True, kw_only=True):
    """A screen as the system names it: position and size in device-independent px, and whether it is the primary."""

    name: str
    x: int
    y: int
    width: int
    height: int
    primary: bool = False
    ratio: float = 1.0
    """Device px to one device-independent px."""
    maker: str = ""
    model: str = ""
    serial: str = ""
    """What it says of itself; empty where it says nothing."""
    id: str = ""
    """By which it is known again; given by `identified`, as the number is."""
    number: int = 0
    """Counted from left to right, from 1."""

    @property
    def shape(self) -> str:
        return canvas_for(self.width, self.height).shape


class Wish(Struct, frozen=True):
    """Screens asked for by identity, name, model or number (from left to right, 1 is the first); empty for any."""

    audience: str = ""
    console: str = ""
    interpreter: str = ""


class Lost(Struct, frozen=True):
    """The audience's screen, which was pulled out, and those that were left."""

    audience: str
    left: frozenset[str]


class Plan(Struct, frozen=True):
    """The identities of the screens of each. With one screen there is none but the audience's.

    An audience of None has lost its screen, and gets no other until somebody says so.
    """

    audience: str | None
    console: str | None
    interpreter: str | None = None


class Spot(Struct, frozen=True):
    """Where a window is to be."""

    screen: str
    fullscreen: bool


def identified(screens: Sequence[ScreenInfo]) -> tuple[ScreenInfo, ...]:
    """The screens from left to right, each with an identity of its own; one that has an identity keeps it.

    That is maker, model and serial number; without a serial number the connector's name too, since there may be two of
    a kind; where a screen says nothing of itself, the connector and its size.
    """
    in_order = sorted(screens, key=lambda one: (one.x, one.y, one.name, one.maker, one.model, one.serial))
    taken = {screen.id for screen in screens}
    found = []
    for number, screen in enumerate(in_order, 1):
        whole = _identity(screen)
        own = screen.id or next(name for name in _numbered(whole) if name not in taken)
        taken.add(own)
        found.append(structs.replace(screen, id=own, number=number))
    return tuple(found)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} #{k}" for k in count(2))


def _identity(screen: ScreenInfo) -> str:
    said = [screen.maker, screen.model, screen.serial]
    size = f"{round(screen.width * screen.ratio)}x{round(screen.height * screen.ratio)}"
    if not any(said):
        said = [screen.name, size]
    elif not screen.serial:
        said.append(screen.name)
    return " ".join(filter(None, said))


def apart(screens: Sequence[ScreenInfo]) -> tuple[ScreenInfo, ...]:
    """The identified screens that show something of their own: of those that overlap, as mirrored ones do, the first.

    The primary counts as the first. What is put on a mirrored screen would be seen on the other one too.
    """
    kept: list[ScreenInfo] = []
    for screen in sorted(identified(screens), key=lambda one: not one.primary):
        if not any(_overlap(screen, other) for other in kept):
            kept.append(screen)
    return tuple(sorted(kept, key=lambda one: one.number))


def _overlap(one: ScreenInfo, other: ScreenInfo) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def named(screens: Sequence[ScreenInfo], word: str) -> str | None:
    """The identity of that one of the identified screens that the word means, None for none of them."""
    wanted = word.casefold()
    for means in ("id", "name", "model", "number"):
        for screen in screens:
            if wanted and str(getattr(screen, means)).casefold() == wanted:
                return screen.id
    return None


def plan(screens: Sequence[ScreenInfo], *wishes: Wish, with_console: bool = True, lost: Lost | None = None) -> Plan:
    """The audience gets the external screen where there is one, the console the primary (the laptop's own).

    wishes: of two that cannot both be met the earlier counts; what is not there is as if not wished for. The
    interpreter's view gets what the other two leave over. Raises ValueError where there is no screen at all.
    """
    there = apart(screens)
    if not there:
        raise ValueError("no screen")
    if len(there) == 1:
        return Plan(there[0].id, None)
    seats: dict[str, str] = {}
    audience = lost is None
    everybody = {"audience": audience, "console": with_console, "interpreter": len(there) > audience + with_console}
    for wish in wishes:
        for who, comes in everybody.items():
            found = named(there, getattr(wish, who))
            if comes and found and who not in seats and found not in seats.values():
                seats[who] = found
    for who, comes in everybody.items():
        if comes and who not in seats:
            free = [one for one in there if one.id not in seats.values()]
            seats[who] = min(free, key=lambda one: one.primary == (who == "audience")).id
    return Plan(seats.get("audience"), seats.get("console"), seats.get("interpreter"))


def lost_by(before: Plan | None, lost: Lost | None, there: frozenset[str]) -> Lost | None:
    """Whether the audience has no screen, now that those `there` are left of the ones that `before` was made for.

    Its screen is lost where the console's is still there: the show goes on on that alone. It is found again with its
    own screen, or with one that was not there before.
    """
    if lost is not None:
        return lost if lost.audience not in there and there <= lost.left else None
    if before is None or before.audience is None or before.audience in there or before.console not in there:
        return None
    return Lost(before.audience, there)


def spots(
    plan: Plan, seating: Seating, *, console: bool, interpreter: bool, with_console: bool = True
) -> dict[str, Spot | None]:
    """Where each window is to be, None for one that is not to be seen.

    console: whether it lies over the audience's picture where there is one screen for both, the only way for notes to
    be where that is; an audience whose screen is gone has no picture beneath it. interpreter: whether its view is up.
    with_console: whether there is a console at all.
    """
    full = not seating.windowed
    over = with_console and console and plan.console is None
    covered = over and full and seating.unplugged
    found: dict[str, Spot | None] = {
        "audience": Spot(plan.audience, full) if plan.audience is not None and not covered else None,
        "console": None,
        "interpreter": None,
    }
    if with_console and plan.console is not None:
        found["console"] = Spot(plan.console, full)
    elif over and plan.audience is not None:
        found["console"] = Spot(plan.audience, full)
    if interpreter and plan.interpreter is not None:
        found["interpreter"] = Spot(plan.interpreter, full)
    elif interpreter and (beside := found["console"] or (found["audience"] if seating.windowed else None)):
        found["interpreter"] = Spot(beside.screen, fullscreen=False)
    return found
