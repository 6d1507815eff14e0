"""The deck whose files are torn: each slide has a box of its own colour, and a mistake anywhere in a file is one.

The title, which every slide must have, stands last: a file that is cut anywhere lacks it.
"""

import struct
import zlib
from pathlib import Path

from bench import marker

SLIDES = 6
NAMES = tuple(f"s{n}" for n in range(1, SLIDES + 1))
BRIEFING = """\
title: 撕裂
languages: [zh]
styles: [night]
transition: none
kiosk:
  dwell: {least: 1, most: 2}
themes: [one, two]
"""
THEME = """\
accent: azure
slides: [{slides}]
title: 主题
"""
FACTS = """\
sources:
  us:
    publisher: 虚构
    short: 虚构
units:
  firms:
    zh: {exact: "{v}家"}
facts:
  - id: firms
    label: 企业
    kind: achieved
    value: VALUE
    unit: firms
    source: us
    as_of: 2020
"""
BOX = """\
free:
  - type: box
    at: [0, 0.3, 0.05, 0.4]
    fill: "{colour}"
"""
POINTS = """\
layout: points
depth: core
plain: 虚构
points: [{points}, 共<firms>]
"""
CHART = """\
layout: chart-full
depth: core
plain: 虚构
chart:
  type: bar
  data: {type: csv, file: data/rows.csv, sample: true}
"""
PICTURE = """\
  - type: image
    file: pictures/p.png
    at: [0.6, 0.5, 0.2, 0.2]
"""


def number_of(slide: str) -> int:
    """The number that the colour of the slide's box stands for."""
    return NAMES.index(slide.partition("/")[2]) + 1


def contents(version: int) -> dict[str, bytes]:
    """All files by their paths from the deck's folder; versions differ in every file but in no colour."""
    found = {
        "briefing.yaml": BRIEFING.replace("撕裂", f"撕裂 {version}"),
        "facts.yaml": FACTS.replace("VALUE", str(100 + version)),
        "data/rows.csv": f"name,value\nA,{10 + version}\nB,20\nC,{30 - version}\n",
    }
    for k, theme in enumerate(("one", "two")):
        names = NAMES[3 * k : 3 * k + 3]
        found[f"{theme}/theme.yaml"] = THEME.format(slides=", ".join(names)).replace("主题", f"主题{version}")
        for name in names:
            number = NAMES.index(name) + 1
            body = CHART if number % 3 == 0 else POINTS.format(points="一二三四五六"[version % 6])
            box = BOX.format(colour=marker.hex_colour(number)) + (PICTURE if number % 3 == 1 else "")
            found[f"{theme}/{name}.yaml"] = f"{body}{box}title: 第{number}页 {version}\n"
    return {name: text.encode() for name, text in found.items()} | {"pictures/p.png": png(40 * version % 256)}


def png(level: int) -> bytes:
    """64 x 48 px of one colour."""
    rows = b"".join(b"\0" + bytes((level, 128, 255 - level)) * 64 for _ in range(48))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def write(folder: Path) -> Path:
    """The deck as it is at first."""
    for name, content in contents(0).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
