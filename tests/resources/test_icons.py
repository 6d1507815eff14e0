"""The icons are what a painter may rely on: one stroked path on a 24 × 24 grid."""

import re
from pathlib import Path

import pytest

from scripts.make_icons import icon_names, normalise

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"

NUMBER = r"-?\d+(?:\.\d{1,3})?"
POINT = rf"{NUMBER} {NUMBER}"
SUBPATH = rf"M {POINT}(?: L {POINT}| C {POINT} {POINT} {POINT})+(?: Z)?"
FILE = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none"'
    r' stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
    rf'<path d="({SUBPATH}(?: {SUBPATH})*)"/></svg>\n'
)
WRAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none">{}</svg>'


def path_data(svg: str) -> str:
    match = FILE.fullmatch(svg)
    assert match is not None, svg
    return match[1]


def test_the_folder_has_the_listed_icons_and_their_licence() -> None:
    names = icon_names()
    assert len(names) == len(set(names)) >= 90
    assert {path.stem for path in ICONS.glob("*.svg")} == set(names)
    assert "ISC License" in (ICONS / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_one_path_of_absolute_commands_inside_the_grid(name: str) -> None:
    data = path_data((ICONS / f"{name}.svg").read_text(encoding="utf-8"))
    numbers = [float(number) for number in re.findall(NUMBER, data)]
    assert all(-1 <= number <= 25 for number in numbers)


def test_shapes_and_relative_commands_become_one_absolute_path() -> None:
    svg = normalise(WRAP.format('<path d="M1 2h3v4z"/><line x1="5" y1="6" x2="7" y2="8"/>'))
    assert path_data(svg) == "M 1 2 L 4 2 L 4 6 L 1 2 Z M 5 6 L 7 8"


def test_a_quadratic_curve_becomes_the_same_cubic_one() -> None:
    assert path_data(normalise(WRAP.format('<path d="M0 0Q3 6 6 0"/>'))) == "M 0 0 C 2 4 4 4 6 0"


def test_a_circle_becomes_four_cubic_arcs_through_its_extremes() -> None:
    data = path_data(normalise(WRAP.format('<circle cx="12" cy="12" r="10"/>')))
    ends = {(float(x), float(y)) for x, y in re.findall(rf"({NUMBER}) ({NUMBER})(?= C| M|$)", data)}
    assert data.count("C") == 4
    assert {(2, 12), (12, 2), (22, 12), (12, 22)} <= ends


def test_a_filled_part_is_refused() -> None:
    with pytest.raises(ValueError, match="filled"):
        normalise(WRAP.format('<circle cx="12" cy="12" r="1" fill="currentColor"/>'))
