"""The gallery's charts of categories with twelve figures each: whoever adds a kind to the gallery has it measured."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import cycle, islice
from typing import Any

from msgspec import Struct, structs

from bench import content
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.feeds.inline import Inline
from jn_presenter.load import Loaded
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Cell, Feed, Request, Snapshot, Snapshots
from jn_presenter.model.text import plain

FIGURES = 12
NEW = tuple(map(Decimal, ("0.6", "1.1", "0.8", "1.3", "0.9")))
"""What the figures of new data are of those before, by turns."""

BARS = frozenset(("bar", "bullet", "column", "diverging", "race", "table", "targets", "waterfall"))
"""The elements whose figures are bars, standing or lying; a table's are in its cells."""

Row = tuple[str | None, ...]


class Chart(Struct, frozen=True):
    """A chart to be measured: the slide it is on, which is named for what it shows, and its data before and after.

    There is no such data where its figures are written in the slide and cannot stand in a table of two columns.
    """

    slide: str
    bars: bool = False
    before: Snapshots = {}
    after: Snapshots = {}


def charts_of(loaded: Loaded) -> tuple[Loaded, tuple[Chart, ...]]:
    """The deck with just the slides of such charts, which move as soon as they are entered; and those charts."""
    deck = loaded.deck
    snapshots = read_snapshots(deck)
    slides: dict[str, Slide] = {}
    charts: list[Chart] = []
    for name in filter(deck.slides.__contains__, deck.order):
        found = next(_charts(deck.slides[name]), None)
        if found is None:
            continue
        slot, element = found
        made, feed = _twelve(element, snapshots)
        slides[name] = _with(deck.slides[name], slot, made)
        bars = type(element).__module__.rpartition(".")[2] in BARS
        if feed is None:
            charts.append(Chart(name, bars))
        else:
            before = feed.read(Request(folder=deck.folder))
            charts.append(Chart(name, bars, {feed: before}, {feed: changed(before)}))
    themes = tuple(
        structs.replace(one, slides=tuple(name for name in one.slides if name in slides)) for one in deck.themes
    )
    briefing = structs.replace(deck.briefing, transition="none", versions=())
    only = structs.replace(deck, briefing=briefing, themes=themes, order=tuple(slides), slides=slides)
    return structs.replace(loaded, deck=only), tuple(charts)


def _charts(slide: Slide) -> Iterator[tuple[str, Element]]:
    """The slide's charts of categories, with their slots: what takes a table and is not drawn by pyqtgraph."""
    for slot, elements in slide.slots:
        for element in elements:
            if "data" in element.__struct_fields__ and not element.uses_plot:
                yield slot, element


def _twelve(element: Element, snapshots: Snapshots) -> tuple[Element, Feed | None]:
    """The element with twelve figures, those of the gallery again and again, renamed; from a table if that can be."""
    items = getattr(element, "items", ())
    if items and "value" not in items[0].__struct_fields__:
        return structs.replace(element, items=tuple(_item(items, n) for n in range(FIGURES))), None
    names, rows = _own(element, snapshots)
    feed = Inline(columns=names, rows=_rows(element, names, rows), sample=True)
    empty = {name: () for name in ("facts", "items", "goals") if name in element.__struct_fields__}
    return structs.replace(element, data=feed, **empty), feed


def _item(items: Sequence[Any], n: int) -> Any:
    again, k = divmod(n, len(items))
    item = items[k]
    return structs.replace(item, label=plain(f"{item.label.pick('')[1]} {again + 1}")) if again else item


def _rows(element: Element, names: Sequence[str], rows: Sequence[Row]) -> tuple[Row, ...]:
    """As many rows as have twelve figures."""
    shown = [values.column for values in getattr(element, "values", ())]
    labels = _labels(element, names)
    numbers = [name for k, name in enumerate(names) if (name in shown if shown else _numeric(row[k] for row in rows))]
    count = max(2, FIGURES // max(1, len(set(numbers) - labels)))
    renamed = [k for k, name in enumerate(names) if name in labels]
    return tuple(_row(rows, n, renamed) for n in range(count))


def changed(snapshot: Snapshot) -> Snapshot:
    """The same rows with other figures."""
    columns = (structs.replace(one, cells=_other(one.cells, k)) for k, one in enumerate(snapshot.columns))
    return structs.replace(snapshot, columns=tuple(columns))


def _own(element: Element, snapshots: Snapshots) -> tuple[tuple[str, ...], list[Row]]:
    """The names of the columns and the rows that the element has in the gallery; made up where facts are its source."""
    feed: Feed | None = getattr(element, "data", None)
    if feed is not None:
        found = snapshots[feed]
        return found.names, [tuple(map(_word, row)) for row in found.rows]
    items = getattr(element, "items", ())
    rows: list[Row] = [(item.label.pick("")[1], _word(item.value)) for item in items]
    return ("name", "value"), rows or [(label, str(40 + k)) for k, label in enumerate(content.LABELS)]


def _labels(element: Element, names: Sequence[str]) -> frozenset[str]:
    label: str | tuple[tuple[str, str], ...] = getattr(element, "label", "")
    if isinstance(label, tuple):
        return frozenset(name for _, name in label)
    return frozenset({label or names[0]})


def _row(rows: Sequence[Row], n: int, renamed: Iterable[int]) -> Row:
    again, k = divmod(n, len(rows))
    row = rows[k]
    return tuple(f"{cell} {again + 1}" if again and k in renamed else cell for k, cell in enumerate(row))


def _with(slide: Slide, slot: str, element: Element) -> Slide:
    """The slide with that element in the slot, and all of it there from its first step on."""
    slots = tuple((name, (element,) if name == slot else elements) for name, elements in slide.slots)
    return structs.replace(slide, slots=slots, steps=(), transition=None)


def _other(cells: Sequence[Cell] | memoryview, first: int) -> Sequence[Cell] | memoryview:
    """Other figures of as many places; texts as they are."""
    if isinstance(cells, memoryview) or not _numeric(cells):
        return cells
    numbers = (number_in(cell) for cell in cells)
    shares = islice(cycle(NEW), first, None)
    return tuple(
        None if old is None else (old * share).quantize(old) for old, share in zip(numbers, shares, strict=False)
    )


def _numeric(cells: Iterable[Cell | float]) -> bool:
    try:
        numbers = [number_in(cell) for cell in cells]
    except NotANumberError:
        return False
    return any(number is not None for number in numbers)


def _word(cell: Cell | float) -> str | None:
    return None if cell is None else str(cell)
