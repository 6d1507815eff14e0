"""Small decks by hand, for tests that need no files."""

from decimal import Decimal
from typing import Any

from msgspec import structs

from jn_presenter.draw.chart import Item
from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds import FEEDS
from jn_presenter.model.deck import Briefing, Deck, Slide, Target, Theme
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Column, Feed, Snapshot
from jn_presenter.model.style import Style
from jn_presenter.model.text import Text, plain

NIGHT = Style(
    name="night",
    ground=("#0d1b2e", "#081220"),
    motif="ridge",
    motif_ink="#5b7ba6",
    ink="#f3f6fa",
    quiet="#b4c2d6",
    faint="#33465f",
    accent="#6fc3ff",
    accents=(("azure", "#6fc3ff"), ("amber", "#ffc14d")),
    series=("#6fc3ff", "#ffc14d", "#63dfb2"),
)
DAY = structs.replace(NIGHT, name="day", ground=("#fbf8f2", "#f4eee3"), ink="#1b2430", quiet="#4a5361", faint="#d8cfbf")


def text(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


def element(kind: str, **fields: Any) -> Element:
    return ELEMENTS[kind](**fields)


def points_slide(name: str, words: int = 3, **more: Any) -> Slide:
    """A slide of points whose words name the slide; by default each point is a step."""
    items = tuple(text(f"{name} 的第{k}条要点", f"Point {k} of {name}") for k in range(1, words + 1))
    steps = tuple((Target("points", k),) for k in range(1, words + 1))
    fields = {"steps": steps, "notes": text("讲稿", f"Notes of {name}")} | more
    return Slide(
        id=name,
        theme=name.partition("/")[0],
        layout="points",
        title=text(f"标题 {name}", f"Title of {name}"),
        slots=(("points", (element("points", items=items),)),),
        digest=name,
        **fields,
    )


def bars_slide(name: str, values: tuple[int, ...] = (3, 5, 8), **more: Any) -> Slide:
    """A slide with made-up bars that grow when it is entered."""
    items = tuple(Item(label=plain(f"类别{k}"), value=Decimal(value)) for k, value in enumerate(values))
    return Slide(
        id=name,
        theme=name.partition("/")[0],
        layout="chart-full",
        title=text(f"柱图 {name}", f"Bars of {name}"),
        slots=(("chart", (element("bar", items=items, sample=True),)),),
        digest=name,
        **more,
    )


def feed(name: str, **more: Any) -> Feed:
    """A feed of that file."""
    return FEEDS["csv"](file=f"data/{name}.csv", sample=True, **more)


def rows(**values: Any) -> Snapshot:
    """A table of one series: a row a category."""
    cells = tuple(None if value is None else Decimal(value) for value in values.values())
    return Snapshot(columns=(Column(name="name", cells=tuple(values)), Column(name="value", cells=cells)))


def table_slide(name: str, *feeds: Feed, **more: Any) -> Slide:
    """A slide of bars bound to data: one feed fills the slide, two stand side by side."""
    charts = tuple(element("bar", data=one) for one in feeds)
    slots = ("chart",) if len(charts) == 1 else ("left", "right")
    return Slide(
        id=name,
        theme=name.partition("/")[0],
        layout="chart-full" if len(charts) == 1 else "two-columns",
        title=text(f"数据 {name}", f"Data of {name}"),
        slots=tuple((slot, (chart,)) for slot, chart in zip(slots, charts, strict=True)),
        digest=name,
        **more,
    )


def deck(*slides: Slide, transition: Any = "none", **more: Any) -> Deck:
    """A deck of these slides in this order, in two languages and two styles."""
    names = tuple(dict.fromkeys(slide.theme for slide in slides))
    themes = tuple(
        Theme(id=name, title=plain(name), accent="azure", slides=tuple(s.id for s in slides if s.theme == name))
        for name in names
    )
    briefing = Briefing(title=text("简报", "Briefing"), languages=("zh", "en"), transition=transition, themes=names)
    return Deck(
        folder="",
        briefing=briefing,
        themes=themes,
        order=tuple(slide.id for slide in slides),
        slides={slide.id: slide for slide in slides},
        styles={"night": NIGHT, "day": DAY},
        **more,
    )
