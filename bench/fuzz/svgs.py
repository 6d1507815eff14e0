"""Drawings in SVG that are broken, or mean to take all memory or time; looked at and painted as a show does."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from bench.fuzz.noise import Noise
from bench.fuzz.worker import Files
from jn_presenter.load.pictures import picture_at
from jn_presenter.model.fields import Picture
from jn_presenter.model.marks import ImageMark
from jn_presenter.qt.scene.images import read

ROOT = Path(__file__).parents[2]
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">'
SHAPES = (
    '<rect width="50" height="50" rx="5" fill="red" stroke="blue" stroke-dasharray="1 2"/>',
    '<circle cx="50" cy="50" r="20" transform="rotate(30 50 50) scale(2)"/>',
    '<path d="M0 0 C10 10 20 20 30 0 S 3 4 5 6 Q1 2 3 4 A 10 10 0 1 0 30 30 Z" stroke-width="3"/>',
    '<g id="a" opacity=".5"><line x1="0" y1="0" x2="99" y2="99" stroke="#123"/></g><use xlink:href="#a" x="9"/>',
    '<defs><linearGradient id="g" spreadMethod="repeat"><stop offset="0" stop-color="red"/></linearGradient></defs>',
    '<rect width="9" height="9" fill="url(#g)"/><polygon points="1,2 3,4 5,6"/>',
    '<style>.a { fill: red; } rect { stroke: blue }</style><text x="5" y="50" font-size="12">江宁 abc</text>',
    '<text><tspan x="1" y="9">a</tspan></text><polyline points="0 0 9 9"/><ellipse rx="9" ry="4"/>',
)
TOKENS = tuple(
    token.encode()
    for token in (
        *(
            "<g>",
            "</g>",
            "<!DOCTYPE svg>",
            "<!ENTITY a 'b'>",
            "&a;",
            "&#0;",
            "&#x10FFFF;",
            "<![CDATA[",
            "]]>",
            "<?xml?>",
        ),
        *('id="a"', 'href="#a"', 'fill="url(#a)"', 'fill="url(http://a)"', "<use", "<image", "<script>", "<filter>"),
        *('transform="scale(1e30)"', 'transform="matrix(0 0 0 0 0 0)"', 'stroke-dasharray="0.0001"', "1e308", "-1e308"),
        *('stroke-width="1e9"', 'font-size="1e6"', 'width="1e99"', 'viewBox="0 0 0 0"', "NaN", "M", "A0 0 0 0 0", "z"),
        *('stroke-miterlimit="-1"', "<style>", "a{", "<animate", "<symbol", "<clipPath", "<pattern", "<mask", "\0"),
    )
)


class Target:
    """One drawing a case; half of those that are refused are painted all the same, as files that changed meanwhile."""

    memory_mb = 1024

    def __init__(self, home: Path) -> None:
        self._home = home
        self._application = QGuiApplication.instance() or QGuiApplication([])
        shipped = [file.read_bytes() for file in sorted(ROOT.glob("tests/decks/good/pictures/*.svg"))]
        self._good = [*shipped, *(f"{HEAD}{shape}</svg>".encode() for shape in (*SHAPES, "".join(SHAPES)))]

    def make(self, random: Random) -> Files:
        """The drawing."""
        if random.random() < 0.06:
            return {"a.svg": _bomb(random)}
        if random.random() < 0.3:
            shapes = "".join(random.choice(SHAPES) for _ in range(random.randrange(40)))
            return {"a.svg": Noise(random, TOKENS, self._good).broken(f"{HEAD}{shapes}</svg>".encode())}
        return {"a.svg": Noise(random, TOKENS, self._good).broken(random.choice(self._good))}

    def take(self, files: Files, random: Random) -> None:
        """Look at it, then paint it."""
        ((name, content),) = files.items()
        path = self._home / name
        path.write_bytes(content)
        found = picture_at(name, str(self._home))
        if isinstance(found, Picture) or random.random() < 0.5:
            stamp = str(random.random())
            mark = ImageMark(key="a", file=str(path), stamp=stamp, x=0.0, y=0.0, w=1.0, h=1.0)
            read(mark, random.choice((QSize(1, 1), QSize(320, 180), QSize(1920, 1080))))


def _bomb(random: Random) -> bytes:
    n = random.choice((20, 2000, 40_000))
    many = min(n, 4900)
    dashes = random.choice(("0.00001", "1e-9 1e-9", "0.01", "0"))
    made: tuple[Callable[[], str], ...] = (
        lambda: "<g>" * n,
        lambda: "<g>" * n + "</g>" * n,
        lambda: f'<path stroke="red" stroke-dasharray="{dashes}" d="M0 0 H100000 V1000000 H-999999"/>',
        lambda: f'<path stroke="red" stroke-dasharray="{dashes}" d="M0 0{" L99 99 0 0" * n}"/>',
        lambda: f'<path fill="red" d="M0 0{" L99 99 50 3" * n}"/>',
        lambda: f'<path stroke="red" stroke-width="30" stroke-linejoin="round" d="M0 0{" C9 9 80 70 33 33" * n}"/>',
        lambda: '<rect width="1e30" height="1e30" transform="scale(1e30)" stroke="red" stroke-dasharray="1"/>',
        lambda: f'<circle r="50" cx="50" cy="50" stroke="red" stroke-dasharray="{dashes}"/>' * min(many, 400),
        lambda: '<g id="a">' + '<rect width="99" height="99" opacity=".5"/>' * 200 + "</g>" + '<use href="#a"/>' * many,
        lambda: '<g opacity=".5">' * 30 + '<rect width="99" height="99"/>' * many + "</g>" * 30,
        lambda: '<g opacity=".5"><rect width="99" height="99"/></g>' * (many // 2),
        lambda: f'<text font-size="{random.choice((1, 500, 1e5))}" y="50">{"字a" * n}</text>',
        lambda: f'<text font-size="9" y="9">{"字"}</text>' * many,
        lambda: f"<rect {''.join(f'a{k}=' + chr(34) * 2 + ' ' for k in range(min(n, 20_000)))}/>",
        lambda: f"<style>{'a ' * n}{{fill:red}}</style><rect/>",
        lambda: f"<style>{'.a{fill:red}' * n}</style>" + '<rect class="a" width="9" height="9"/>' * many,
        lambda: "<!-- " + "-" * n,
        lambda: "<defs><radialGradient id='g'>" + "<stop offset='.5'/>" * many + "</radialGradient></defs>",
        lambda: '<polygon fill="url(#g)" points="' + "0,0 99,99 " * n + '"/>',
        lambda: f'<g transform="{"scale(9) " * min(n, 9_000)}"><rect width="9" height="9" stroke="red"/></g>',
    )
    return f"{HEAD}{random.choice(made)()}</svg>".encode()
