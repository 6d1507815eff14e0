"""What tests of elements share: an environment with fixed advances, facts by hand, and the boxes that marks take."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.typography import ASCENT, DESCENT
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.fact import Fact, Facts, Unit, UnitForms
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Line, ShapeMark, TextMark
from jn_presenter.model.style import SMALLEST_PX
from jn_presenter.model.text import Text
from tests.decks import NIGHT, text

LANGUAGES = [("zh",), ("en",), ("zh", "en"), ("en", "zh")]


def unit(name: str, zh: dict[str, str], en: dict[str, str], scale: str = "1") -> Unit:
    forms = (("zh", UnitForms(tuple(zh.items()))), ("en", UnitForms(tuple(en.items()))))
    return Unit(id=name, scale=Decimal(scale), languages=forms)


UNITS = {
    "rank": unit("rank", {"exact": "第{v}位"}, {"exact": "No. {v}"}),
    "years": unit("years", {"exact": "{v}年"}, {"exact": "{v} years"}),
    "percent": unit("percent", {"exact": "{v}%"}, {"exact": "{v}%"}),
    "visitors": unit("visitors", {"exact": "{v}人次"}, {"exact": "{v} visitors"}),
    "zones": unit(
        "zones", {"over": "{v}{word}家", "exact": "{v}家"}, {"over": "more than {v} zones", "exact": "{v} zones"}
    ),
    "yi-yuan": unit(
        "yi-yuan",
        {"exact": "{v}亿元", "over": "{word}{v}亿元", "class": "{v}亿级", "near-class": "准{v}亿级", "bare": "{v}亿元"},
        {
            "exact": "RMB {v}",
            "over": "over RMB {v}",
            "class": "the RMB {v} class",
            "near-class": "just short of the RMB {v} class",
            "bare": "RMB {v}",
        },
        "100000000",
    ),
}
DUES = {"2025": text("“十四五”期间（至2025年）", "14th Five-Year Plan (to 2025)")}


def fact(name: str, label: Text | None = None, **fields: Any) -> Fact:
    fields.setdefault("kind", "achieved")
    if "value" in fields:
        fields["value"] = Decimal(fields["value"])
    return Fact(id=name, label=label or text(f"{name}的名称", f"The name of {name}"), **fields)


def facts(*known: Fact) -> Facts:
    return Facts({one.id: one for one in known}, UNITS, dues=DUES)


def env(languages: tuple[str, ...] = ("zh",), known: Facts | None = None, **fields: Any) -> Env:
    return Env(
        languages=languages,
        fallbacks=("zh", "en"),
        style=NIGHT,
        facts=known or facts(),
        measure=FixedMeasure(),
        **fields,
    )


def at_rest(fitted: Fitted, step: int = 99) -> tuple[AnyMark, ...]:
    return fitted.marks(Phase(step=step))


def by_key(marks: Iterable[AnyMark]) -> dict[str, AnyMark]:
    found = {mark.key: mark for mark in marks}
    assert len(found) == len(tuple(marks)), "keys are unique within an element"
    return found


def line_box(line: Line, mark: TextMark) -> Rect:
    """The em box of a line as painted."""
    size = max(run.font.size for run in line.runs)
    return Rect(line.x + mark.dx, line.y + mark.dy - ASCENT * size, line.width, (ASCENT + DESCENT) * size)


def text_boxes(marks: Iterable[AnyMark]) -> list[tuple[str, Rect]]:
    """Key and em box of every line of text."""
    texts = [mark for mark in marks if isinstance(mark, TextMark)]
    return [(mark.key, line_box(line, mark)) for mark in texts for line in mark.lines if line.runs]


def bar_boxes(marks: Iterable[AnyMark], prefix: str) -> list[tuple[str, Rect]]:
    """Key and rectangle of every box whose key begins so."""
    return [
        (mark.key, Rect(mark.shape.x, mark.shape.y, mark.shape.w, mark.shape.h))
        for mark in marks
        if isinstance(mark, ShapeMark) and isinstance(mark.shape, Box) and mark.key.startswith(prefix)
    ]


def overlap(a: Rect, b: Rect, slack: float = 0.6) -> bool:
    across = min(a.right, b.right) - max(a.x, b.x)
    return across > slack and min(a.bottom, b.bottom) - max(a.y, b.y) > slack


def collisions(boxes: list[tuple[str, Rect]]) -> list[tuple[str, str]]:
    """The pairs of marks that stand on each other; lines of one mark may touch."""
    return [(p, q) for (p, a), (q, b) in combinations(boxes, 2) if p != q and overlap(a, b)]


def outside(boxes: list[tuple[str, Rect]], rect: Rect) -> list[tuple[str, Rect]]:
    return [(key, box) for key, box in boxes if not rect.contains(box, slack=1.0)]


def words_of(marks: Iterable[AnyMark]) -> str:
    return "\n".join(line.text for mark in marks if isinstance(mark, TextMark) for line in mark.lines)


def smallest_font(marks: Iterable[AnyMark]) -> float:
    sizes = (run.font.size for mark in marks if isinstance(mark, TextMark) for line in mark.lines for run in line.runs)
    return min(sizes, default=SMALLEST_PX)


def chinese(least: int = 1, most: int = 16) -> st.SearchStrategy[str]:
    return st.text("产业信息软件服务智能制造集成电路绿色汽车新一代技术", min_size=least, max_size=most)


def english(least: int = 1, most: int = 6) -> st.SearchStrategy[str]:
    word = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=11)
    return st.lists(word, min_size=least, max_size=most).map(" ".join)


def labels() -> st.SearchStrategy[Text]:
    return st.builds(text, chinese(), english())


MOMENTS = st.floats(0.0, 1.0).map(lambda t: round(t, 3))
