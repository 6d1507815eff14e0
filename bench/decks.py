"""Writes the decks that are measured: briefings in YAML whose slides tell their number by a marker."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

from bench import content, marker

THEME_OF = 50
"""Slides in one theme."""
PARTS = 5
"""Steps of a slide in the deck of steps: its points, one by one."""
STRIP = 4
"""The slide of the stream in its deck."""
POINTS, RATE = 10_000, 30
"""Of each curve of the stream, and how often it changes in a second."""
TABLE = f"categories: [{', '.join(content.LABELS)}]\n"
GROUPS = f"{TABLE}series: [甲组, 乙组, 丙组]\n"
FLOOD = (
    ("bar", TABLE, ""),
    ("column", GROUPS, "mode: stacked\n"),
    ("donut", TABLE, ""),
    ("bar", GROUPS, "mode: share\n"),
    ("column", TABLE, ""),
    ("strip", f"series: [甲组]\npoints: 1000\nevery: {1000 / RATE:.3f}\n", "low: 0\nhigh: 100\n"),
)
"""Type, data and further keys of six charts."""
FADE, PUSH = "fade", "push"


def plain_deck(folder: Path, slides: int, transitions: tuple[str, ...] = ("none",)) -> Path:
    """A deck of `slides` slides without steps, markers 1 to `slides`; each slide has the next of the transitions."""
    texts = [
        _slide(n, head=f"transition: {transitions[n % len(transitions)]}", free=_marker(n))
        for n in range(1, slides + 1)
    ]
    return _write(folder, texts)


def step_deck(folder: Path, slides: int) -> Path:
    """A deck whose slides reveal their points one by one: markers go up by one a step, step 0 included."""
    texts = []
    for slide in range(1, slides + 1):
        first = (slide - 1) * (PARTS + 1) + 1
        boxes = "".join(_marker(first + step, step) for step in range(PARTS + 1))
        texts.append(_slide(slide, head="steps: [points.each]", free=boxes))
    return _write(folder, texts)


def chart_deck(folder: Path) -> Path:
    """One slide a kind of chart, markers from 1 on; the last one is drawn by pyqtgraph."""
    charts = (_bars(1), _donut(2), _line())
    texts = [_slide(n, chart=chart, free=_marker(n)) for n, chart in enumerate(charts, 1)]
    return _write(folder, texts)


def data_deck(folder: Path, files: Sequence[str]) -> Path:
    """One slide with bars from each of these files of data, markers from 1 on; the files are written by others."""
    texts = [_slide(n, chart=_fed(file), free=_marker(n)) for n, file in enumerate(files, 1)]
    return _write(folder, texts)


def curve_deck(folder: Path, file: str) -> Path:
    """One slide with marker 1 and curves from a file of data, whose first column is x."""
    return _write(folder, [_slide(1, chart=_curves(file), free=_marker(1))])


def strip_deck(folder: Path) -> Path:
    """A stream on the last slide, whose marker is STRIP, and as many slides before it as let it sleep on the first."""
    return _write(folder, [*(_slide(n, free=_marker(n)) for n in range(1, STRIP)), _strip(STRIP)])


def flood_deck(folder: Path) -> Path:
    """One slide with six charts of invented figures that change, each from a feed of its own: bars to a stream."""
    charts = "".join(
        f"  - type: {kind}\n    data:\n      type: simulated\n      seed: {k}\n"
        f"{indent(data, 6 * ' ')}{indent(more, 4 * ' ')}"
        for k, (kind, data, more) in enumerate(FLOOD)
    )
    head = f"layout: cards\ntitle: {content.title(1)}\nplain: 编号与虚构的数字\n"
    return _write(folder, [f"{head}cards:\n{charts}free:\n{_marker(1)}"])


def slide_file(folder: Path, n: int) -> Path:
    """Where slide n of a deck in `folder` is written."""
    return folder / _theme(n) / f"s{n:04}.yaml"


def recoloured(text: str, old: int, new: int) -> str:
    """A slide's file with the marker `old` changed to `new`. Raises ValueError where it has no such marker."""
    if marker.hex_colour(old) not in text:
        raise ValueError(f"no marker {old} in the slide")
    return text.replace(marker.hex_colour(old), marker.hex_colour(new))


def _write(folder: Path, texts: list[str]) -> Path:
    themes: dict[str, list[str]] = {}
    for n, text in enumerate(texts, 1):
        path = slide_file(folder, n)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        themes.setdefault(_theme(n), []).append(path.stem)
    for theme, names in themes.items():
        head = f"title: 测量用的一组\naccent: azure\nslides: [{', '.join(names)}]\n"
        (folder / theme / "theme.yaml").write_text(head, encoding="utf-8")
    briefing = f"title: 测量\nlanguages: [zh]\nstyles: [night]\ntransition: none\nthemes: [{', '.join(themes)}]\n"
    (folder / "briefing.yaml").write_text(briefing, encoding="utf-8")
    return folder


def _theme(n: int) -> str:
    return f"part-{(n - 1) // THEME_OF + 1:02}"


def _slide(n: int, *, free: str, head: str = "", chart: str = "") -> str:
    points = "".join(f"  - {point}\n" for point in content.points(n))
    return (
        f"layout: chart-right\ntitle: {content.title(n)}\n{head}{head and chr(10)}plain: 编号与虚构的数字\n"
        f"points:\n{points}chart:\n{chart or _bars(n)}free:\n{free}"
    )


def _marker(n: int, step: int = 0) -> str:
    """The marker of a slide, or of a step, which then covers those of the steps before."""
    revealed = f"    step: {step}\n" if step else ""
    return f'  - type: box\n    at: [0, 0.981481, 0.010417, 0.018519]\n    fill: "{marker.hex_colour(n)}"\n{revealed}'


def _bars(n: int) -> str:
    return f"  type: bar\n  sample: true\n  unit: 件\n  items:\n{_items(n, len(content.LABELS))}"


def _fed(file: str) -> str:
    return f"  type: bar\n  sample: true\n  unit: 件\n  data: {file}\n"


def _curves(file: str) -> str:
    return f"  type: line\n  sample: true\n  x: number\n  unit: 件\n  data: {file}\n"


def _strip(n: int) -> str:
    return (
        f"layout: chart-full\ntitle: {content.title(n)}\nplain: 编号与虚构的数字\nchart:\n  type: strip\n"
        "  data:\n    type: simulated\n    series: [甲组, 乙组, 丙组]\n"
        f"    points: {POINTS}\n    fresh: 10\n    every: {1000 / RATE:.3f}\n"
        f"  low: 0\n  high: 100\nfree:\n{_marker(n)}"
    )


def _donut(n: int) -> str:
    return f"  type: donut\n  sample: true\n  unit: 件\n  items:\n{_items(n, 3)}"


def _items(n: int, count: int) -> str:
    rows = zip(content.LABELS[:count], content.values(n), strict=False)
    return "".join(f"    - label: {label}\n      value: {value}\n" for label, value in rows)


def _line() -> str:
    curves = ""
    for k, label in enumerate(("甲组", "乙组"), 1):
        pairs = (f"        - [{2000 + year}, {content.values(k * year)[k]}]\n" for year in range(1, 25))
        curves += f"    - label: {label}\n      points:\n{''.join(pairs)}"
    return f"  type: line\n  sample: true\n  x: year\n  unit: 件\n  series:\n{curves}"
