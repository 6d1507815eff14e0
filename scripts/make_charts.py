"""Write docs/charts.md, the reference of charts and feeds: fields from the classes, pictures and YAML from the gallery.

Usage: python -m scripts.make_charts [FOLDER]

FOLDER is docs by default; the pictures go into charts/ in it.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct, structs

from jn_presenter.compose import fit_slide
from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds import FEEDS
from jn_presenter.load import Loaded, load_deck, slide_file
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.element import Element
from jn_presenter.model.geometry import canvas_for
from jn_presenter.qt.offscreen import application
from jn_presenter.qt.scene.stills import Stills
from scripts.make_screenshots import small

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "docs"
GALLERY = ROOT / "examples" / "gallery"
DIAGRAMS = ("timeline", "table", "process", "chain", "network")
LANGUAGE, STYLE = "en", "day"
WIDTH, HEIGHT = 960, 540
HEAD = """\
# Charts

Made from the program itself by `python -m scripts.make_charts`. Every chart is in the gallery,
`python3 run.py examples/gallery`; its figures are made up, and its charts say so. 中文说明在每个表的右列。

A chart takes its figures from `facts` (ids of `facts.yaml`), from `items` in the slide, or from `data`: a table, as
`data: data/visitors.csv`, that the show reads again whenever it is saved; [Feeds](#feeds) has all sources. The first
column of a table has the names, every other column is a series, unless `label` and `values` say otherwise.
"""
FEEDS_HEAD = """\
# Feeds

Where the rows of `data` come from. Files are read again when they are saved, addresses and simulated figures `every` so
often. A path alone is short for a feed: `data: data/a.csv`, `data: data/a.xlsx`. `sample: true` puts the badge “Sample
data” on every chart of a feed; those of `simulated` say “Simulated data”, and nothing turns that off.
"""
EXAMPLES = {
    "csv": "file: data/visitors.csv",
    "http": "url: http://192.168.1.5/visitors.json\n  every: 10",
    "inline": "columns: [year, visitors]\n  rows: [[2023, 97000], [2024, null]]\n  sample: true",
    "json": "file: data/visitors.json\n  at: data.items",
    "simulated": "kind: wave\n  series: [visitors]\n  categories: [A, B, C]\n  low: 20\n  high: 90\n  every: 2500",
    "sqlite": "file: data/museum.db\n  query: SELECT name, visitors FROM halls",
    "xlsx": "file: data/museum.xlsx\n  sheet: 2024\n  range: B2:D8",
}


def main(folder: Path) -> None:
    """Write charts.md and its pictures."""
    loaded = load_deck(GALLERY)
    pictures = folder / "charts"
    pictures.mkdir(parents=True, exist_ok=True)
    for name, picture in draw(loaded):
        (pictures / f"{name}.png").write_bytes(small(picture))
    (folder / "charts.md").write_text(reference(loaded), encoding="utf-8")
    print(f"{folder / 'charts.md'}: {len(list(charts()))} charts, {len(FEEDS.names())} feeds")


def charts() -> Iterator[tuple[str, type[Element]]]:
    """The elements with figures, which are those that can say that these are made up, and the diagrams."""
    for name, cls in ELEMENTS.all().items():
        if name in DIAGRAMS or any(field.name in ("sample", "data") for field in structs.fields(cls)):
            yield name, cls


def reference(loaded: Loaded) -> str:
    """The text of charts.md."""
    parts = [HEAD]
    parts += (_section(name, cls, loaded) for name, cls in charts())
    parts.append(FEEDS_HEAD)
    parts += (
        f"## {name}\n\n{_whole(cls)}\n\n```yaml\ndata:\n  type: {name}\n  {EXAMPLES[name]}\n```\n\n{_fields(cls)}"
        for name, cls in FEEDS.all().items()
    )
    return "\n".join(parts)


def draw(loaded: Loaded) -> Iterator[tuple[str, bytes]]:
    """The name and the picture of each chart, as a PNG file."""
    deck, measure, stills = loaded.deck, application(), Stills()
    snapshots = read_snapshots(deck)
    for name, cls in charts():
        slide, _ = _shown(cls, loaded)
        canvas = canvas_for(WIDTH, HEIGHT)
        fitted = fit_slide(deck, deck.slides[slide], canvas, (LANGUAGE,), deck.styles[STYLE], measure, snapshots)
        yield name, stills.png(fitted, fitted.last_step, WIDTH, HEIGHT)


def _section(name: str, cls: type[Element], loaded: Loaded) -> str:
    slide, slot = _shown(cls, loaded)
    yaml = f"```yaml\n{_yaml(slide, slot, loaded)}\n```\n"
    return f"## {name}\n\n{_first(cls)}\n\n![{name}](charts/{name}.png)\n\n{yaml}\n{_fields(cls)}"


def _shown(cls: type[Element], loaded: Loaded) -> tuple[str, str]:
    """The gallery's slide and its slot with such an element. Raises LookupError where the gallery has none."""
    for name in loaded.deck.order:
        for slot, elements in loaded.deck.slides[name].slots:
            if type(elements[0]) is cls:
                return name, slot
    raise LookupError(f"the gallery shows no {cls.__name__}")


def _yaml(slide: str, slot: str, loaded: Loaded) -> str:
    """The slot as the gallery's file has it."""
    span = loaded.sources.span(slide_file(slide), slot)
    assert span is not None
    text = (GALLERY / slide_file(slide)).read_text(encoding="utf-8")
    start = text.rindex(f"{slot}:", 0, span.start)
    return text[start : span.end].rstrip()


def _first(cls: type[Struct]) -> str:
    """The first paragraph of the class's docstring, on one line."""
    return " ".join((cls.__doc__ or "").partition("\n\n")[0].split())


def _whole(cls: type[Struct]) -> str:
    """The class's docstring, a paragraph a line."""
    return "\n\n".join(" ".join(part.split()) for part in (cls.__doc__ or "").split("\n\n"))


def _fields(cls: type[Struct]) -> str:
    """The class's fields as a table, below it those of the items it has."""
    rows = ["| field | value | by default | what for | 说明 |", "|---|---|---|---|---|"]
    below: list[str] = []
    for field in structs.fields(cls):
        english, chinese = _help(field.type)
        default = "required" if field.required else _default(field)
        rows.append(f"| `{field.encode_name}` | {_kind(field.type)} | {default} | {english} | {chinese} |")
        below += (f"Each of `{field.encode_name}`:\n\n{_fields(item)}" for item in _items(field.type))
    return "\n".join(rows) + "\n" + "".join(f"\n{part}" for part in below)


def _help(hint: Any) -> tuple[str, str]:
    for note in get_args(hint)[1:] if get_origin(hint) is Annotated else ():
        if isinstance(note, Meta) and note.description:
            return note.description, (note.extra or {}).get("zh", "")
    return "", ""


def _default(field: structs.FieldInfo) -> str:
    value = field.default
    if value is NODEFAULT or value is None or value in ((), ""):
        return ""
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    if isinstance(value, float):
        return f"`{value:g}`"
    return f"`{str(value).lower()}`" if isinstance(value, bool) else f"`{value}`"


NAMES = {
    "Text": "text",
    "Decimal": "number",
    "int": "whole number",
    "float": "number",
    "bool": "true, false",
    "str": "words",
    "FactId": "id of a fact",
    "DataFile": "path of a file",
    "Date": "date",
    "Feed": "feed",
    "Colour": "colour",
}


def _kind(hint: Any) -> str:
    """The type in words."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _kind(inner[0])
    if origin is tuple:
        if inner[-1] is Ellipsis and get_origin(inner[0]) is tuple and get_args(inner[0])[0] is str:
            return f"{_kind(get_args(inner[0])[1])} by language"
        several = len(inner) == 2 and inner[1] is Ellipsis
        return f"list of {_several(_kind(inner[0]))}" if several else f"[{', '.join(map(_kind, inner))}]"
    if str(origin) == "typing.Literal":
        return ", ".join(f"`{word}`" for word in inner)
    if inner:
        return " or ".join(_kind(one) for one in inner if one is not type(None))
    name = getattr(hint, "__name__", str(hint))
    return NAMES.get(name, "item" if _is_item(hint) else name.lower())


def _several(kind: str) -> str:
    """The plural of a type's words."""
    plurals = {"id of a fact": "ids of facts", "text": "texts", "list of words": "lists of words"}
    return plurals.get(kind, f"{kind}s" if kind.isalpha() and not kind.endswith("s") else kind)


def _items(hint: Any) -> Iterable[type[Struct]]:
    """The structs of our own in a type, whose fields are to be told as well."""
    inner = get_args(hint)
    if inner:
        for one in inner:
            yield from _items(one)
    elif _is_item(hint):
        yield hint


def _is_item(hint: Any) -> bool:
    named = isinstance(hint, type) and issubclass(hint, Struct) and hint.__name__ not in NAMES
    return named and any(_help(field.type)[0] for field in structs.fields(hint)) and not issubclass(hint, Element)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT)
