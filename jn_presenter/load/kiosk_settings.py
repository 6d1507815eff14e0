"""kiosk.yaml: the settings of the machine's owner. A part that is wrong is reported and stays as usual."""

import ipaddress
import os
from pathlib import Path

from msgspec import Struct, structs

from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.hours import hours
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading
from jn_presenter.model.kiosk import PACK_KEY, Display, Health, Packs, Settings
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message
from jn_presenter.show.kiosk.pin import WHAT_LINE, parse

SETTINGS = "kiosk.yaml"
EMPTY = "empty-file"


class SettingsRead(Struct, frozen=True):
    """The settings to go by, and what was wrong with the file; a problem's file is its absolute path."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def owner_settings() -> Path:
    """Where the owner's settings are kept, whether there are any or not."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("jn-presenter", appauthor=False), SETTINGS)


def read_settings(path: Path, *, wanted: bool = False) -> SettingsRead:
    """The settings in the file, the usual ones for what it does not say or says wrongly.

    wanted: whether it is a problem that there is no such file.
    """
    there = os.path.realpath(path)  # owners keep such files as links to elsewhere
    reading = Reading(str(path), Context(folder=os.path.dirname(there)))  # noqa: PTH120
    data = read_file(there, reading.context.folder)
    if isinstance(data, Missing):
        if wanted:
            reading.report(0, "missing-file", Message(f"没有文件 {path}", f"there is no file {path}"), MAKE)
        return SettingsRead(Settings(), tuple(reading.problems))
    if isinstance(data, Finding):
        reading.report(0, data.code, data.message, data.hint)
        return SettingsRead(Settings(), tuple(reading.problems))
    root = read(data, reading)
    if [problem.code for problem in reading.problems] == [EMPTY]:
        return SettingsRead(Settings())
    found = _settings(root, reading) if root is not None else Settings()
    return SettingsRead(found, tuple(reading.problems))


def _settings(root: Node, reading: Reading) -> Settings:
    if not isinstance(root, Mapping):
        not_a_mapping(root, reading)
        return Settings()
    values, _ = mapping(root, reading, fields(Settings, frozenset({"hours"})), ("hours",))
    if (node := root.get("hours")) is not None:
        values["hours"] = hours(node, reading)
    made = Settings(**values)
    return structs.replace(
        made,
        pin=_pin(root, made.pin, reading),
        display=_display(root, made.display, reading),
        health=_health(root, made.health, reading),
        packs=_packs(root, made.packs, reading),
    )


def _pin(root: Mapping, pin: str, reading: Reading) -> str:
    """Empty where it is no line of ours: who types the PIN itself here would have it read by everybody."""
    if not pin or parse(pin) is not None:
        return pin
    reading.report(
        root.get("pin") or root,
        "bad-pin",
        WHAT_LINE,
        Message(
            "运行 jn-presenter kiosk --set-pin，把得到的一行写在这里",
            "run jn-presenter kiosk --set-pin and write here what it says",
        ),
    )
    return ""


def _display(root: Mapping, display: Display, reading: Reading) -> Display:
    """Commands where they are to be called, and nowhere else."""
    commands = display.power == "command"
    if commands == bool(display.on) == bool(display.off):
        return display
    node = root.get("display") or root
    if commands:
        reading.report(
            node,
            "missing-key",
            Message("power: command 要写 on 和 off 两个命令", "power: command has two commands, on and off"),
            Message("如 on: [vcgencmd, display_power, '1']", "as in on: [vcgencmd, display_power, '1']"),
        )
    else:
        reading.report(
            node,
            "unused-command",
            Message("写了 on 或 off，但 power 不是 command", "there are on or off, but power is not command"),
            Message("加上 power: command，或删去命令", "add power: command, or remove the commands"),
        )
    return Display()


def _health(root: Mapping, health: Health | None, reading: Reading) -> Health | None:
    """An address of a machine, not its name: to look one up may take long, and ask strangers."""
    if health is None:
        return None
    try:
        ipaddress.ip_address(health.address)
    except ValueError:
        node = root.get("health")
        reading.report(
            (node.get("address") if isinstance(node, Mapping) else None) or root,
            "bad-address",
            Message(f"“{health.address[:60]}” 不是 IP 地址", f"{health.address[:60]!r} is no IP address"),
            Message(
                "只在本机写 127.0.0.1；局域网写本机的地址，如 192.168.1.20",
                "write 127.0.0.1 for this machine alone; on the local network its own address, such as 192.168.1.20",
            ),
        )
        return None
    return health


def _packs(root: Mapping, packs: Packs, reading: Reading) -> Packs:
    """Folders and key go together: without a key anybody's stick would be taken."""
    node = root.get("packs") or root
    if bool(packs.folders) != bool(packs.key):
        reading.report(
            node,
            "missing-key",
            Message("packs 要同时写 folders 和 key", "packs has both folders and key"),
            Message("key 是签发内容包的公钥", "key is the public key that packs are signed with"),
        )
        return Packs()
    if packs.key and not PACK_KEY.fullmatch(packs.key):
        reading.report(
            (node.get("key") if isinstance(node, Mapping) else None) or node,
            "bad-key",
            Message(f"“{packs.key[:40]}” 不是公钥", f"{packs.key[:40]!r} is no public key"),
            Message(
                "jn-presenter pack --new-key 会写出这一行：ed25519-…",
                "jn-presenter pack --new-key prints the line: ed25519-…",
            ),
        )
        return Packs()
    wrong = [folder for folder in packs.folders if not Path(folder).is_absolute()]
    if wrong:
        reading.report(
            node,
            "relative-path",
            Message(f"“{wrong[0][:60]}” 不是完整路径", f"{wrong[0][:60]!r} is no absolute path"),
            Message("写出完整路径，如 /media/usb", "write all of it, such as /media/usb"),
        )
        return Packs()
    return packs


MAKE = Message("新建这个文件，或不写 --settings", "make it, or leave --settings out")
