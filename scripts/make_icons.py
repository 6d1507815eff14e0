"""Make resources/icons/*.svg from Lucide: each icon one path of absolute M, L, C and Z, so that a painter needs no SVG.

Usage: python scripts/make_icons.py FOLDER

FOLDER is an unpacked release of Lucide's static icons (the package lucide-static; it has LICENSE and icons/). The icons
taken are those named in scripts/data/icons.txt.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib import SVGPath

ROOT = Path(__file__).resolve().parent.parent
NAMES = ROOT / "scripts" / "data" / "icons.txt"
OUTPUT = ROOT / "resources" / "icons"

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none"'
    ' stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="{}"/></svg>\n'
)


Point = tuple[float, float]
COMMANDS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z"}


def icon_names() -> list[str]:
    """The names in scripts/data/icons.txt, in its order."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def normalise(source: str) -> str:
    """The drawing of an SVG `source` of 24 × 24 units, in any shapes, as an SVG of one path.

    ValueError if a part of it is filled: one stroked path cannot say so.
    """
    if source.count("fill=") > 1:
        raise ValueError(f"只能用线条图标，此图标有填充：\nonly line icons can be used, this one is filled:\n{source}")
    pen = RecordingPen()
    SVGPath.fromstring(source.encode()).draw(pen)
    parts: list[str] = []
    here: Point = (0, 0)
    for operator, points in pen.value:
        if operator == "qCurveTo":
            operator, points = "curveTo", _cubic(here, *points)
        if operator != "endPath":  # an open line needs no command for its end
            parts += [COMMANDS[operator], *(_number(value) for point in points for value in point)]
        here = points[-1] if points else here
    return SVG.format(" ".join(parts))


def _cubic(start: Point, control: Point, end: Point) -> tuple[Point, Point, Point]:
    """What follows `start` in a quadratic curve made cubic: each control two thirds of the way to `control`."""

    def toward_control(point: Point) -> Point:
        return point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3

    return toward_control(start), toward_control(end), end


def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def main() -> None:
    """Write all icons and the licence; the folder then has no other icons."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder: Path = parser.parse_args().folder
    names = icon_names()
    sources = {name: folder / "icons" / f"{name}.svg" for name in names}
    if missing := [name for name, path in sources.items() if not path.exists()]:
        listed = ", ".join(missing)
        sys.exit(
            f"{folder} 里没有这些图标：{listed}。请在 {NAMES.name} 中改名或删除。\n"
            f"{folder} has no icons of these names: {listed}. Rename or delete them in {NAMES.name}."
        )
    icons = {name: normalise(path.read_text(encoding="utf-8")) for name, path in sources.items()}
    for old in OUTPUT.glob("*.svg"):
        old.unlink()
    for name, content in icons.items():
        (OUTPUT / f"{name}.svg").write_text(content, encoding="utf-8", newline="\n")
    shutil.copyfile(folder / "LICENSE", OUTPUT / "LICENSE")
    print(f"{len(names)} icons in {OUTPUT}")


if __name__ == "__main__":
    main()
