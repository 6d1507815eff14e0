"""One slide of every layout with every slot filled, by hand: about a museum that does not exist."""

from decimal import Decimal

from jn_presenter.draw.chart import Item
from jn_presenter.elements.guests import Guest
from jn_presenter.elements.process import Stage
from jn_presenter.elements.table import Row
from jn_presenter.load.icons import icon_named
from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Element
from jn_presenter.model.fact import Fact, Facts, Source
from jn_presenter.model.text import Text, plain
from tests.decks import element, text

Filled = tuple[Element, ...]


def words(zh: str, en: str) -> Filled:
    return (element("text", text=text(zh, en)),)


def points(*items: tuple[str, str]) -> Filled:
    return (element("points", items=tuple(text(*item) for item in items)),)


def icon(name: str) -> Filled:
    return (element("icon", name=icon_named(name)),)


TITLE = text("老物件讲出新故事", "Old things with new stories to tell")
LEAD = words("云溪馆与全部数据均为虚构", "The museum and all its figures are invented")
POINTS = points(
    ("居民带来==老物件==，讲出背后的故事", "People bring ==old things== and tell the stories behind them"),
    ("登记、拍照，修好能修的", "Each is listed, photographed and mended where it can be"),
    ("同一个主题的摆在一起", "What belongs together stands together"),
)
TWO = points(("每周一场讲座", "A talk every week"), ("开放书库", "Open stacks"))
VISITORS = (
    element(
        "bar",
        items=tuple(
            Item(label=text(zh, en), value=Decimal(value))
            for zh, en, value in (
                ("陶瓷馆", "Ceramics", 48000),
                ("书画馆", "Painting", 36500),
                ("自然馆", "Nature and geology", 22000),
                ("儿童馆", "Children's wing", 13500),
            )
        ),
        sample=True,
    ),
)
FIGURES = tuple(
    element("kpi", value=Decimal(value), label=text(zh, en), sample=True)
    for value, zh, en in (
        (12, "展厅", "Halls"),
        (64, "回访观众占比（%）", "Visitors who come again (%)"),
        (120000, "年参观人次", "Visitors a year"),
        (380, "志愿者", "Volunteers"),
    )
)
STAGES = tuple(
    Stage(label=text(zh, en), text=text(*more))
    for zh, en, more in (
        ("征集", "Collecting", ("居民带来老物件", "People bring old things")),
        ("修复", "Mending", ("修好能修的", "What can be mended is mended")),
        ("布展", "Setting up", ("摆在一起", "What belongs together stands together")),
        ("开放", "Opening", ("请捐赠者先看", "Those who gave are the first to walk in")),
    )
)
CARDS = tuple(
    element("card", title=text(zh, en), text=text(*more), icon=icon_named(name))
    for zh, en, more, name in (
        ("看", "Look", ("十二个展厅", "Twelve halls"), "landmark"),
        ("听", "Listen", ("每周一场讲座", "A talk every week"), "headphones"),
        ("做", "Make", ("陶艺工坊", "A workshop for clay"), "amphora"),
        ("读", "Read", ("开放的书库", "Open stacks"), "book-open"),
    )
)
HALLS = (
    element(
        "table",
        columns=(text("展馆", "Wing"), text("展品", "Objects"), text("开放年份", "Opened")),
        rows=tuple(
            Row(cells=(text(zh, en), plain(objects), plain(year)))
            for zh, en, objects, year in (
                ("陶瓷馆", "Ceramics", "480", "2001"),
                ("书画馆", "Painting and calligraphy", "365", "2001"),
                ("自然馆", "Nature and geology", "1220", "2016"),
                ("儿童馆", "Children's wing", "35", "2024"),
            )
        ),
        sample=True,
    ),
)
PARTNERS = tuple(
    text(zh, en)
    for zh, en in (
        ("大学", "University"),
        ("剧院", "Theatre"),
        ("图书馆", "Library"),
        ("学校", "Schools"),
        ("邻里", "Neighbours"),
        ("手艺人", "Craftspeople"),
    )
)
GUESTS = tuple(
    Guest(name=text(zh, en), position=text(*position))
    for zh, en, position in (
        ("示例甲", "Example One", ("团长", "Head of the delegation")),
        ("示例乙", "Example Two", ("馆长", "Director of a museum")),
        ("示例丙", "Example Three", ("策展人", "Curator")),
        ("示例丁", "Example Four", ("修复师", "Conservator")),
    )
)
YUNXI = Source(
    id="yunxi",
    publisher=text("云溪馆（虚构）年报", "Annual report of the Yunxi Museum (invented)"),
    short=text("云溪馆", "Yunxi Museum"),
)
FACTS = Facts(
    {
        fact.id: fact
        for fact in (
            Fact(id="opened", kind="achieved", label=text("开馆", "Opening"), as_of="2001", source="yunxi"),
            Fact(id="wing", kind="achieved", label=text("新馆", "New wing"), as_of="2016", source="yunxi"),
            Fact(id="halls", kind="achieved", label=text("展厅", "Halls"), value=Decimal(12), source="yunxi"),
            Fact(id="garden", kind="target", label=text("园林", "A garden"), due="2030", source="yunxi"),
        )
    },
    sources={"yunxi": YUNXI},
)
SLOTS: dict[str, dict[str, Filled]] = {
    "cards": {"cards": CARDS},
    "chart-full": {"lead": LEAD, "chart": VISITORS},
    "chart-left": {"lead": LEAD, "chart": VISITORS, "points": POINTS},
    "chart-right": {"points": POINTS, "chart": FIGURES[2:3]},
    "closing": {
        "subtitle": words("周二至周日开放", "Open Tuesday to Sunday"),
        "contact": words("云溪路一号\n预约请扫码", "1 Yunxi Road\nScan the code to book"),
        "qr": (element("qr", content="https://example.org/museum", label=text("预约", "Book a visit")),),
        "note": words("内容均为虚构", "All of this is invented"),
    },
    "cover": {
        "kicker": words("云溪馆（虚构）", "Yunxi Museum (invented)"),
        "subtitle": words("一座人人带来一件东西的博物馆", "A museum to which everybody brings something"),
        "note": words("内容均为虚构", "All of this is invented"),
    },
    "kpi-grid": {"kpis": FIGURES},
    "network": {"points": POINTS, "network": (element("network", centre=text("云溪馆", "Yunxi"), items=PARTNERS),)},
    "points": {"lead": LEAD, "points": POINTS, "icon": icon("amphora")},
    "process": {"process": (element("process", items=STAGES),), "points": TWO},
    "quote": {
        "quote": words("“一只碗记得每一双手。”", "“A bowl remembers every hand.”"),
        "by": words("一位捐赠者（虚构）", "One who gave (invented)"),
    },
    "section": {
        "number": words("二", "2"),
        "subtitle": words("从征集到开放", "From collecting to opening"),
        "icon": icon("amphora"),
    },
    "sources": {"body": (element("sources"),)},
    "statement": {
        "statement": words("先让人==看见==，再让人记住", "First be ==seen==, then be remembered"),
        "note": words("内容均为虚构", "All of this is invented"),
    },
    "table": {"lead": LEAD, "table": HALLS},
    "two-columns": {
        "left-title": words("已经做到", "Done"),
        "left": POINTS,
        "right-title": words("正在做", "Being done"),
        "right": TWO,
    },
    "welcome": {
        "kicker": words("热烈欢迎", "A warm welcome to"),
        "guests": (element("guests", leader=GUESTS[0], items=GUESTS[1:]),),
        "date": words("2026年11月23日", "23 November 2026"),
        "host": words("云溪馆馆长接待", "Received by the director of the museum"),
        "note": words("名单为虚构", "The names are invented"),
    },
}


def slide_of(layout: str, title: Text = TITLE, *, without: tuple[str, ...] = ()) -> Slide:
    """The slide of a layout, its title and some of its slots as told."""
    slots = tuple((name, elements) for name, elements in SLOTS[layout].items() if name not in without)
    return Slide(id=f"museum/{layout}", theme="museum", layout=layout, title=title, slots=slots, digest=layout)
