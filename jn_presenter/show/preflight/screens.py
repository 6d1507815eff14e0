"""Checks of the screens: whose each is, whether two show the same, and whether the audience's is fast enough."""

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.show.preflight.values import Check, Item, State

Role = Literal["", "audience", "presenter", "interpreter"]
ROLES: dict[Role, Message] = {
    "": Message("不用", "not used"),
    "audience": Message("观众", "audience"),
    "presenter": Message("演讲者", "presenter"),
    "interpreter": Message("译员", "interpreter"),
}
SMOOTH_HZ = 50.0
"""With fewer pictures a second motion is jerky; a cable or port too slow for the resolution is the usual cause."""
KNOWN_HZ = 1.0
"""What is told below it is no rate."""

TITLE = Message("谁看哪个显示器", "Which screen is whose")
MIRRORED = Message("是否复制画面", "Mirroring")
REFRESH = Message("观众显示器的刷新率", "Refresh rate for the audience")
EXTEND: dict[str, Message] = {
    "win32": Message("按 Win+P，选“扩展”", "Press Win+P and choose Extend"),
    "darwin": Message(
        "系统设置 → 显示器：把投影的“用作”改为“扩展显示器”",
        "System Settings → Displays: set “Use as” of the projector to “Extended display”",
    ),
    "": Message(
        "设置 → 显示器：选“拼接显示器”（GNOME），或按 Win+P 选“拼接”",
        "Settings → Displays: choose Join Displays (GNOME), or press Win+P and choose Join",
    ),
}
"""How to extend mirrored displays, by sys.platform; the last for all other systems."""


class Screen(Struct, frozen=True, kw_only=True):
    """A screen: `number` as it is shown on it, position and size in device-independent px, `scale` 1.0 for 100 %.

    hertz: pictures a second, 0 where the system does not tell. roles: what is shown there.
    """

    number: int
    name: str
    x: int = 0
    y: int = 0
    width: int = 1920
    height: int = 1080
    scale: float = 1.0
    hertz: float = 0.0
    roles: tuple[Role, ...] = ()


def screen_checks(screens: tuple[Screen, ...], system: str) -> Iterator[Check]:
    """system: sys.platform, for what to do."""
    yield _whose(screens, system)
    if len(screens) > 1:
        yield _mirrored(screens, system)
    yield from _refresh(screens)


def roles(screen: Screen) -> Message:
    """What is shown there, in words."""
    named = [ROLES[role] for role in screen.roles or ("",)]
    return Message("、".join(role.zh for role in named), ", ".join(role.en for role in named))


def _whose(screens: tuple[Screen, ...], system: str) -> Check:
    state: State = "green"
    todo = None
    audience, presenter = (_first(screens, role) for role in ("audience", "presenter"))
    if len(screens) == 1:
        state, said = "look", Message("只有一个显示器", "There is one screen only")
        extend = _extend(system)
        todo = Message(
            f"若已接上投影，则是在复制画面：{extend.zh}", f"With a projector connected it is mirrored: {extend.en}"
        )
    elif audience is None:
        state, said = "wrong", Message("没有给观众的显示器", "There is no screen for the audience")
        todo = Message("接好投影的线缆", "See to the projector’s cable")
    elif presenter is None or presenter == audience:
        state = "look"
        said = Message(
            f"观众看 {audience.number} 号；没有另一个显示器给演讲者",
            f"{audience.number} is the audience’s; no other is the presenter’s",
        )
        todo = Message("演讲者窗口应在另一个显示器上", "The presenter’s console belongs on another screen")
    else:
        said = Message(
            f"观众看 {audience.number} 号，演讲者看 {presenter.number} 号",
            f"{audience.number} is the audience’s, {presenter.number} the presenter’s",
        )
    return Check(
        key="screens",
        group="screens",
        title=TITLE,
        state=state,
        said=said,
        todo=todo,
        items=tuple(Item(_told(screen)) for screen in screens),
    )


def _told(screen: Screen) -> Message:
    """2 号：观众，HDMI-1，3840 × 2160，200 %，60 Hz"""
    pixels = f"{round(screen.width * screen.scale)} × {round(screen.height * screen.scale)}"
    rest = [screen.name, pixels, f"{screen.scale * 100:.0f} %"]
    if screen.hertz >= KNOWN_HZ:
        rest.append(f"{screen.hertz:.0f} Hz")
    role = roles(screen)
    zh, en = ([said, *(part for part in rest if part)] for said in (role.zh, role.en))
    return Message(f"{screen.number} 号：{'，'.join(zh)}", f"{screen.number}: {', '.join(en)}")


def _mirrored(screens: tuple[Screen, ...], system: str) -> Check:
    twins = [(one, other) for one, other in combinations(screens, 2) if _place(one) == _place(other)]
    said = Message("没有互相复制的显示器", "No screen mirrors another")
    if twins:
        one, other = twins[0]
        said = Message(
            f"{one.number} 号和 {other.number} 号显示同样的画面：观众会看到备注",
            f"{one.number} and {other.number} show the same: the audience would see the notes",
        )
    return Check(
        key="mirrored",
        group="screens",
        title=MIRRORED,
        state="wrong" if twins else "green",
        said=said,
        todo=_extend(system) if twins else None,
    )


def _refresh(screens: tuple[Screen, ...]) -> Iterator[Check]:
    audience = _first(screens, "audience")
    if audience is None or audience.hertz < KNOWN_HZ:
        return
    slow = audience.hertz < SMOOTH_HZ
    rate = f"{audience.hertz:.0f} Hz"
    yield Check(
        key="refresh",
        group="screens",
        title=REFRESH,
        state="look" if slow else "green",
        said=Message(f"{rate}，动画会卡顿" if slow else rate, f"{rate}: motion will be jerky" if slow else rate),
        todo=Message("换线缆或接口，或降低分辨率", "Use another cable or port, or a lower resolution")
        if slow
        else None,
    )


def _first(screens: tuple[Screen, ...], role: Role) -> Screen | None:
    return next((screen for screen in screens if role in screen.roles), None)


def _place(screen: Screen) -> tuple[int, int]:
    """Screens side by side have places of their own; mirrored ones begin at one, whatever their resolutions."""
    return screen.x, screen.y


def _extend(system: str) -> Message:
    return EXTEND.get(system, EXTEND[""])
