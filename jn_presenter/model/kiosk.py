"""A kiosk, in two trusts: what a deck says of itself as one, and what only the owner of the machine may say."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from jn_presenter.model.fields import doc

Seconds = Annotated[Decimal, Meta(gt=0, le=3600)]
Switching = Literal["none", "dpms", "command"]
SWITCHINGS = {
    "none": ("不开关", "not at all"),
    "dpms": ("由系统关屏", "by the system"),
    "command": ("用 on 和 off 的命令", "by the commands on and off"),
}
Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
CORNERS = {
    "top-left": ("左上", "top left"),
    "top-right": ("右上", "top right"),
    "bottom-left": ("左下", "bottom left"),
    "bottom-right": ("右下", "bottom right"),
}
PACK_KEY = re.compile(r"ed25519-([0-9a-f]{64})")
"""The public key of packs: 32 bytes, hexadecimal."""
CONTRAST = "contrast"
"""The bundled style of high contrast, which a kiosk always has."""


class Dwell(Struct, frozen=True, kw_only=True):
    """How long a slide of the loop stays at least and at most, in seconds; between them its content decides."""

    least: Annotated[Seconds, doc("最少几秒", "the least, in seconds")] = Decimal(6)
    most: Annotated[Seconds, doc("最多几秒", "the most, in seconds")] = Decimal(40)


class Kiosk(Struct, frozen=True, kw_only=True):
    """`kiosk:` of briefing.yaml. It travels with the deck, so that nothing here may be of weight for the machine."""

    loop: Annotated[
        tuple[str, ...],
        doc(
            "轮播的专题和页面；不写则各内容专题的核心页",
            "themes and slides of the loop, in order; by default the core slides of all content themes",
        ),
    ] = ()
    dwell: Annotated[Dwell, doc("每页停留多久，按内容多少定", "how long a slide stays; its content decides")] = Dwell()
    idle: Annotated[Seconds, doc("多少秒没人碰就倒计时", "seconds without a touch until the countdown")] = Decimal(45)
    countdown: Annotated[Seconds, doc("倒计时几秒后回到轮播", "seconds of the countdown")] = Decimal(10)
    touch: Annotated[bool, doc("是否可触摸；false 则只轮播", "whether it can be touched; else it only loops")] = True
    languages: Annotated[
        tuple[str, ...], doc("回到轮播时的语言", "what it returns to; by default the briefing's first")
    ] = ()


class Span(Struct, frozen=True):
    """Hours on some days of the week. Minutes of the day, 0..1440; with `end` not behind `start`, into the next day."""

    days: tuple[int, ...]
    """0 for Monday .. 6 for Sunday, ascending."""
    start: int
    end: int


class Display(Struct, frozen=True, kw_only=True):
    """How the display's power is switched. `on` and `off` are commands as lists of words, never read by a shell."""

    power: Annotated[Switching, doc("怎样开关屏幕", "how the display is switched", choices=SWITCHINGS)] = "none"
    on: Annotated[tuple[str, ...], doc("开屏的命令，一词一项", "the command that switches it on, word by word")] = ()
    off: Annotated[tuple[str, ...], doc("关屏的命令，一词一项", "the command that switches it off, word by word")] = ()


class Health(Struct, frozen=True, kw_only=True):
    """Where the kiosk answers how it is."""

    address: Annotated[str, doc("IP 地址；只在本机是 127.0.0.1", "an IP address; 127.0.0.1 for this machine alone")] = (
        "127.0.0.1"
    )
    port: Annotated[int, doc("端口", "the port", ge=1, le=65535)]


class Packs(Struct, frozen=True, kw_only=True):
    """Where content packs may come from, and the public key that they have to be signed with.

    A folder may have `*` for a part of its path: /media/*/* is whatever stick is plugged in.
    """

    folders: Annotated[
        tuple[str, ...], doc("放内容包的文件夹，完整路径，* 代表任意", "absolute folders; `*` for any part of a path")
    ] = ()
    key: Annotated[str, doc("签名的公钥，ed25519-…", "the public key, ed25519-…")] = ""


class Settings(Struct, frozen=True, kw_only=True):
    """The owner's settings file. Never read from a deck."""

    pin: Annotated[
        str,
        doc(
            "jn-presenter kiosk --set-pin 给出的一行；不写则不能从屏幕退出",
            "what jn-presenter kiosk --set-pin says; without it staff cannot leave by the screen",
        ),
    ] = ""
    corner: Annotated[
        Corner,
        doc("工作人员按住哪个角来输入 PIN", "the corner that staff hold to be asked for the PIN", choices=CORNERS),
    ] = "top-left"
    hours: Annotated[
        tuple[Span, ...], doc("开放时间；不写则始终开放", "opening hours by the clock; always open where absent")
    ] = ()
    display: Annotated[Display, doc("屏幕的开关", "the display's power")] = Display()
    health: Annotated[Health | None, doc("在哪里回答运行状况", "where the kiosk answers how it is")] = None
    packs: Annotated[Packs, doc("内容包从哪里来", "where packs of content come from")] = Packs()
    screen: Annotated[str, doc("用哪个显示器", "the screen to use")] = ""
