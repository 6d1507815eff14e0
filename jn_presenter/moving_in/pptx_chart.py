"""A chart of PowerPoint: which of our charts it is, and its figures, as they are kept in the slide itself."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import Figures, clean

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KINDS = {
    "barChart": "bar",
    "bar3DChart": "bar",
    "lineChart": "line",
    "line3DChart": "line",
    "areaChart": "area",
    "area3DChart": "area",
    "pieChart": "donut",
    "pie3DChart": "donut",
    "ofPieChart": "donut",
    "doughnutChart": "donut",
    "radarChart": "radar",
    "scatterChart": "scatter",
    "bubbleChart": "scatter",
}
SIMPLER = frozenset({"bar3DChart", "line3DChart", "area3DChart", "pie3DChart", "ofPieChart"})
MODES = {"stacked": "stacked", "percentStacked": "share"}
MOST_ROWS, MOST_SERIES = 5000, 12
EPOCH = date(1899, 12, 30)
"""Day 0 of Excel, by which its day 60 is the last of February 1900 as it is in the calendar."""
YEAR_ZH = re.compile(r"(\d{4})年")
MONTH_ZH = re.compile(r"(\d{4})年(\d{1,2})月")
ALONG = re.compile(r"-?\d+(\.\d+)?|\d{4}-\d{2}(-\d{2})?")
FORMULA = re.compile(r"^[=+@\t\r]+")
"""What a table program would take for a formula at the beginning of a cell."""
LEFT = Message("图表里没有数字", "a chart without figures")
OTHER = Message("这种图表（股价图、曲面图等）", "a chart of that kind (stock, surface and others)")


def figures(space: Any, name_column: str) -> tuple[Figures | None, tuple[Message, ...]]:
    """The chart of a `c:chartSpace`, and what of it is left out. name_column: the head of the column of names."""
    area = space.find(f"{C}chart/{C}plotArea")
    plots = [one for one in area if one.tag.removeprefix(C) in KINDS] if area is not None else []
    if not plots:
        return None, (OTHER,)
    plot = plots[0]
    tag = plot.tag.removeprefix(C)
    left = [Message("图表的颜色和格式", "the colours and the look of a chart")]
    if len(plots) > 1:
        left.append(Message("组合图里的第二种图", "the second kind of a combined chart"))
    if tag in SIMPLER:
        left.append(Message("图表的立体效果", "the depth of a chart"))
    series = plot.findall(f"{C}ser")
    if len(series) > MOST_SERIES:
        left.append(Message(f"第 {MOST_SERIES} 个以后的系列", f"series beyond {MOST_SERIES}"))
    title, unit = _title(space.find(f"{C}chart")), _unit(area)
    if tag in ("scatterChart", "bubbleChart"):
        if len(series) > 1:
            left.append(Message("散点图的其余系列", "the other series of a scatter chart"))
        made = _points(series[0] if series else None)
    else:
        made = _table(plot, tag, series[:MOST_SERIES], name_column)
    if made is None:
        return None, (LEFT,)
    title = "" if title in made.columns else title
    return Figures(made.kind, made.columns, made.rows, made.mode, title, made.unit or unit), tuple(left)


def _table(plot: Any, tag: str, series: Sequence[Any], name_column: str) -> Figures | None:
    kind, grouping = KINDS[tag], _value(plot, "grouping")
    mode = MODES.get(grouping, "")
    if kind == "bar" and _value(plot, "barDir") != "bar":
        kind = "column"
    if kind == "donut":
        series = series[:1]
    names = _categories(series)
    columns: list[str] = []
    cells: list[dict[int, str]] = []
    percent = bool(series)
    for k, one in enumerate(series):
        known = dict(_points_of(one.find(f"{C}val")))
        percent = percent and "%" in _format(one)
        columns.append(_unlike(clean(_text(one.find(f"{C}tx"))) or f"#{k + 1}", [name_column, *columns]))
        cells.append(known)
    count = min(max((max(known, default=-1) + 1 for known in cells), default=0), MOST_ROWS)
    if not count or not any(cells):
        return None
    percent = percent or (kind == "donut" and _is_whole(cells[0].values()))
    labels = [names.get(k) or str(k + 1) for k in range(count)]
    rows = tuple((labels[k], *(_number(known.get(k, ""), percent) for known in cells)) for k in range(count))
    if kind in ("line", "area") and not all(ALONG.fullmatch(label) for label in labels):
        kind, mode = "column", mode if kind == "area" or mode else ""
    if kind == "area" and mode:
        kind, mode = "stacked-area", "share" if mode == "share" else ""
    return Figures(
        kind,
        (name_column, *columns),
        rows,
        mode if kind in ("bar", "column", "stacked-area") else "",
        unit="%" if percent else "",
    )


def _is_whole(values: Iterable[str]) -> bool:
    """Whether the parts are shares of one: a program may have lost that they were shown in percent."""
    known = [Decimal(number) for number in map(_number, values) if number]
    return len(known) > 1 and all(0 <= one <= 1 for one in known) and abs(sum(known, Decimal(-1))) < Decimal("0.005")


def _points(series: Any) -> Figures | None:
    """The points of one series: two figures each, of bubbles three."""
    if series is None:
        return None
    found = [dict(_points_of(series.find(f"{C}{name}"))) for name in ("xVal", "yVal", "bubbleSize")]
    found = [known for known in found if known]
    if len(found) < 2:
        return None
    indexes = sorted(set(found[0]) & set(found[1]))[:MOST_ROWS]
    rows = tuple(tuple(_number(known.get(k, "")) for known in found) for k in indexes)
    name = clean(_text(series.find(f"{C}tx"))) or "y"
    columns = ("x", _unlike(name, ["x", "size"]), "size")[: len(found)]
    return Figures("scatter", columns, rows)


def _categories(series: Sequence[Any]) -> dict[int, str]:
    """The names of the categories, of several levels the innermost; dates of Excel written as dates."""
    for one in series:
        cat = one.find(f"{C}cat")
        if cat is None:
            continue
        code = next((node.text or "" for node in cat.iter(f"{C}formatCode")), "")
        dated = cat.find(f"{C}numRef") is not None and re.search(r"[ymdg年月日]", code, re.IGNORECASE)
        level = next(cat.iter(f"{C}lvl"), cat)
        found = {k: _dated(words) if dated else _label(words) for k, words in _points_of(level)}
        if found:
            return found
    return {}


def _label(words: str) -> str:
    found = FORMULA.sub("", clean(words))
    if year := YEAR_ZH.fullmatch(found):
        return year[1]
    month = MONTH_ZH.fullmatch(found)
    return f"{month[1]}-{int(month[2]):02d}" if month else found


def _dated(words: str) -> str:
    try:
        return (EPOCH + timedelta(days=int(float(words)))).isoformat()
    except (ValueError, OverflowError):
        return _label(words)


def _points_of(node: Any) -> Iterator[tuple[int, str]]:
    """(index, what is cached for it) of each point beneath a reference or a level."""
    if node is None:
        return
    for point in node.iter(f"{C}pt"):
        index, value = point.get("idx", ""), point.find(f"{C}v")
        if index.isdecimal() and len(index) < 6 and value is not None and value.text:
            yield int(index), value.text


def _number(words: str, percent: bool = False) -> str:
    """A figure in digits alone, empty where there is none."""
    try:
        value = Decimal(words.strip())
    except (InvalidOperation, ValueError):
        return ""
    if not value.is_finite() or abs(value.adjusted()) > 20:
        return "0" if value == 0 else ""
    rounded = Decimal(repr(float(f"{float(value * 100 if percent else value):.12g}")))
    return f"{rounded.normalize():f}" if math.isfinite(float(rounded)) else ""


def _format(series: Any) -> str:
    val = series.find(f"{C}val")
    return next((node.text or "" for node in val.iter(f"{C}formatCode")), "") if val is not None else ""


def _title(chart: Any) -> str:
    return clean(_text(chart.find(f"{C}title"))) if chart is not None else ""


def _unit(area: Any) -> str:
    """What stands beside the axis of values, where that is as short as a unit."""
    for axis in area.findall(f"{C}valAx"):
        words = clean(_text(axis.find(f"{C}title")))
        if words and len(words) <= 24:
            return re.sub(r"^单位[：:]\s*", "", words)
    return ""


def _text(node: Any) -> str:
    if node is None:
        return ""
    words = [one.text or "" for one in node.iter(f"{A}t")] or [one.text or "" for one in node.iter(f"{C}v")][:1]
    return "".join(words)


def _value(plot: Any, name: str) -> str:
    node = plot.find(f"{C}{name}")
    return node.get("val", "") if node is not None else ""


def _unlike(name: str, taken: Sequence[str]) -> str:
    name = FORMULA.sub("", name)[:60].replace('"', "'") or "#"
    k, found = 1, name
    while found in taken:
        k += 1
        found = f"{name} {k}"
    return found
