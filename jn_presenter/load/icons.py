"""The bundled line icons: resources/icons/<name>.svg, each one path of absolute M, L, C and Z on a 24 x 24 grid."""

import re
from functools import lru_cache

from jn_presenter.model.fields import Icon
from jn_presenter.paths import resources

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PATH = re.compile(r'<path d="([^"]*)"')
SEGMENT = re.compile(r"([MLCZ])([^MLCZ]*)")
NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}


@lru_cache(maxsize=512)
def icon_named(name: str) -> Icon | None:
    """The icon of that name, or None where there is none.

    Raises ValueError for a bundled file that does not keep to the form above, which is a mistake of ours.
    """
    if not NAME.fullmatch(name):
        return None
    try:
        svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except OSError:
        return None
    paths = PATH.findall(svg)
    if len(paths) != 1:
        raise ValueError(f"icon {name} has {len(paths)} paths instead of one")
    return Icon(name, tuple(_segment(name, *found) for found in SEGMENT.findall(paths[0])))


def icon_names() -> tuple[str, ...]:
    """The names of all icons, sorted."""
    return tuple(sorted(file.stem for file in (resources() / "icons").glob("*.svg")))


def _segment(name: str, op: str, words: str) -> tuple[str, tuple[float, ...]]:
    numbers = tuple(float(word) for word in words.replace(",", " ").split())
    if len(numbers) != NUMBERS[op]:
        raise ValueError(f"icon {name}: {op} with {len(numbers)} numbers")
    return op, numbers
