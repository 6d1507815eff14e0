"""Sample content for a new slide: made for each slot of each layout, and saying of itself that it is a sample."""

import re

from msgspec import Struct, structs

from jn_presenter.layouts import LAYOUTS
from jn_presenter.load import Loaded, slide_file, with_slides
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.layout import Slot
from jn_presenter.model.text import Message
from jn_presenter.moving_in.form import Off, Value, document

LIVE = frozenset({"text", "points"})
"""Elements that a new slide has even where its layout could do without; the others stand there to be turned on."""
MOST_FACTS_NAMED = 6
LINK = "https://example.org/"
ICON = "leaf"
ALIKE: dict[str, Value] = {"icon": ICON, "logo": "pictures/logo.png", "sources": {"type": "sources"}}
"""What is the same in every language."""
EXPLAINED = {
    "points": Message("两到五条；每条一行 “- ”", "two to five, '- ' before each"),
    "bar": Message(
        "换成真数据：写 facts: [代号, …]，或 data: data/表格.csv，并删去 items 和 sample",
        "with real figures: facts: [id, …], or data: data/table.csv; then remove items and sample",
    ),
    "kpi": Message(
        "换成真数据：每项写 “- fact: 代号”，代替 value、label 和 sample",
        "with real figures: '- fact: id' for each, instead of value, label and sample",
    ),
    "card": Message("两到八张；也可写 fact: 代号，用数字代替图标", "two to eight; fact: id puts a figure for the icon"),
    "process": Message("三到六个阶段；type: chain 则画成链条", "three to six stages; type: chain draws a chain"),
    "network": Message("centre 是中心，items 是两到八个伙伴", "centre is the middle, items are two to eight partners"),
    "table": Message("columns 是表头，rows 每行一个 “- -”", "columns are the heads, each of rows begins with '- -'"),
    "sources": Message("资料来源由 facts.yaml 自动列出", "the sources are listed from facts.yaml"),
    "text": Message("", ""),
    "icon": Message("resources/icons 里的名称", "a name from resources/icons"),
    "qr": Message("扫码打开的网址", "the address that a scan opens"),
    "guests": Message("团长和最多十二位来宾；职务可省", "a leader and up to a dozen guests; positions are optional"),
    "logo": Message("PNG、JPEG 或 SVG，放在汇报文件夹里", "PNG, JPEG or SVG, in the deck's folder"),
}

DEPTHS = (
    "core：各版本都有；standard：较长的版本；extra：只在完整版\n"
    "core: in every version; standard: in longer ones; extra: in the full one"
)


class Author(Struct, frozen=True):
    """What a new slide is written for: the languages of its deck, and the facts it could refer to."""

    languages: tuple[str, ...]
    facts: tuple[str, ...] = ()

    def says(self, zh: str, en: str) -> Value:
        """Words in each of the deck's languages: in one that is neither, the English ones."""
        words = {tag: zh if tag.partition("-")[0] in ("zh", "yue") else en for tag in self.languages}
        return next(iter(words.values())) if len(words) == 1 else words

    def titled(self, title: str) -> Value:
        """A title that was given: in Latin letters it will do in every language, a Chinese one in Chinese alone."""
        if len(self.languages) == 1:
            return title
        chinese = any("\u3400" <= character <= "\u9fff" for character in title)
        return self.says(title, "Sample title") if chinese else self.says(title, title)


def author_of(deck: Deck) -> Author:
    """Whom a new slide of the deck is for."""
    valued = (name for name, fact in deck.facts.facts.items() if fact.value is not None)
    return Author(deck.briefing.languages, tuple(valued)[:MOST_FACTS_NAMED])


def as_slide(loaded: Loaded, layout: str, like: str) -> Slide | None:
    """A new slide of that layout as it would look where the slide `like` is; None where there is no such slide."""
    content = document(sample_slide(layout, author_of(loaded.deck)))
    instead = structs.replace(loaded, unsaved={**loaded.unsaved, slide_file(like): content})
    found = with_slides(instead, (like,)).deck.slides.get(like)
    return found if found is not None and found.layout == layout else None


def sample_slide(layout: str, author: Author, title: str = "") -> dict[str, Value]:
    """A slide of that layout with every slot filled or ready to be filled. Raises KeyError for no such layout."""
    shape = LAYOUTS[layout]
    page: dict[str, Value] = {
        "#1": f"{shape.doc.zh} · {shape.doc.en}",
        "layout": layout,
        "#2": "标题就是这一页要说的话 · the title says what the slide says",
        "title": author.titled(title) if title else author.says("示例标题", "Sample title"),
    }
    for slot in shape.slots:
        if slot.name != "title":
            page |= _slot(slot, author)
    page["#3"] = DEPTHS
    page |= {"depth": "standard"}
    page["#4"] = "讲多少分钟 · minutes it takes"
    page |= {"minutes": 1}
    if author.facts:
        page["#5"] = "文字里可引用数据 · words may refer to facts: " + ", ".join(f"<{name}>" for name in author.facts)
    page["#6"] = "讲稿，只有演讲者看得到 · notes, for the presenter alone"
    page["notes"] = author.says("示例讲稿", "Sample notes")
    return page


def _slot(slot: Slot, author: Author) -> dict[str, Value]:
    explained = EXPLAINED.get(slot.type, Message("", ""))
    about = [f"{slot.doc.zh} · {slot.doc.en}"]
    if explained.zh:
        about += (explained.zh, explained.en)
    value = sample(slot.type, author, slot)
    filled: Value = [value, sample(slot.type, author, slot, another=True)] if slot.many else value
    live = slot.required or (slot.type in LIVE and slot.grows and slot.role != "numeral")
    if not live:
        about.append("要用就删去下面各行开头的“# ” · to use it, remove the '# ' before these lines")
    return {f"#{slot.name}": "\n".join(about), slot.name: filled if live else Off(filled)}


def sample(kind: str, author: Author, slot: Slot, *, another: bool = False) -> Value:
    """The content of a slot for one element of that type, in its shortest form. Raises KeyError for no such type."""
    say = author.says
    number = 2 if another else 1
    match kind:
        case "text":
            return say("一", "I") if slot.role == "numeral" else _words(slot.doc, author)
        case "points":
            return [
                say("示例要点", "A sample point"),
                say("另一条示例要点", "Another sample point"),
            ]
        case "kpi":
            return {"value": number, "label": say("示例数字", "A sample figure"), "sample": True}
        case "bar":
            items = [{"label": say(f"示例{zh}", f"Sample {en}"), "value": k} for k, (zh, en) in enumerate(NAMES, 1)]
            return {"type": "bar", "items": items, "sample": True}
        case "card":
            return {"icon": ICON, "title": say("示例卡片", "Sample card"), "text": say("一句话说明", "A few words")}
        case "process":
            stages = [{"label": say(f"示例步骤{zh}", f"Sample stage {en}")} for zh, en in NAMES]
            return {"items": stages}
        case "network":
            return {
                "centre": say("示例中心", "Sample centre"),
                "items": [say(f"示例{zh}", f"Sample {en}") for zh, en in NAMES],
            }
        case "table":
            heads = [say("示例列", "Sample column"), say("另一列", "Another column")]
            rows = [[say(f"示例行{zh}", f"Sample row {en}"), say("示例内容", "Sample cell")] for zh, en in NAMES]
            return {"columns": heads, "rows": rows}
        case "qr":
            return {"data": LINK, "label": say("示例网址", "Sample address")}
        case "guests":
            leader, *others = [
                {"name": say(f"示例{zh}", f"Sample {en}"), "position": say("职务", "Position")} for zh, en in NAMES
            ]
            return {"leader": leader, "items": others}
    return ALIKE[kind]


NAMES = (("甲", "A"), ("乙", "B"), ("丙", "C"))


def _words(about: Message, author: Author) -> Value:
    """What the slot is for, and that this is a sample."""
    zh, en = (re.split(r"[，,：:]", words)[0] for words in (about.zh, about.en))
    return author.says(f"{zh}（示例）", f"{en[:1].upper()}{en[1:]} (sample)")
