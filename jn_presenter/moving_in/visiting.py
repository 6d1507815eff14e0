"""A new visit in a deck that is there: a file that says what is to be filled in, decided before it is written."""

from pathlib import Path

from jn_presenter.draw.names import cleaned
from jn_presenter.edit.changes import Change, Edit, Read
from jn_presenter.load.visits import FOLDER, visits_of
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.moving_in.form import Off, Value, document
from jn_presenter.moving_in.naming import improper, unlike
from jn_presenter.moving_in.samples import author_of
from jn_presenter.moving_in.schemas import headed, schemas_of
from jn_presenter.moving_in.starting import StartError
from jn_presenter.show.visits import day_in

WHAT = Message("新建来访团组", "a new visit")
MINUTES = 20
"""Where the briefing has no versions."""


def new_visit(deck: Deck, read: Read, name: str, title: str = "", *, today: str) -> Edit:
    """The visit of that name, on the day that it begins with, else today, YYYY-MM-DD. Raises StartError.

    title: the delegation, or a sample.
    """
    if wrong := improper(name):
        raise StartError(wrong)
    file, there = f"{FOLDER}/{name}.yaml", frozenset(one.lower() for one in visits_of(deck.folder))
    if name in there or read(file) is not None:
        free = unlike(name, there)
        raise StartError(
            Message(
                f"{file} 已经有了，没有改动；可用 {free}",
                f"{file} is there already, nothing was changed; {free} is free",
            )
        )
    shown = cleaned(title).words.strip()
    if title and not shown:
        raise StartError(
            Message(
                "名称里没有能显示的字，没有新建", "there is no sign in that name that can be shown; nothing was begun"
            )
        )
    folder = Path(deck.folder)
    content = headed(document(_content(deck, shown, day_in(name) or today)), file, folder, schemas_of(folder))
    return Edit(WHAT, (Change(file, None, content),))


def _content(deck: Deck, title: str, day: str) -> dict[str, Value]:
    author = author_of(deck)
    themes = [theme.id for theme in deck.themes if theme.role != "frame"]
    first = next((slide for slide in deck.order if slide.partition("/")[0] in themes), deck.order[0])
    return {
        "#1": "团组名称：每种语言一行，照对方的写法写；哪一种没有，就用别的一种\n"
        "the delegation's name, exactly as they write it, a line a language",
        "delegation": _named(title, deck) if title else author.says("示例代表团", "Sample delegation"),
        "#2": "标志：图片放进汇报文件夹 · the logo: a picture in the briefing's folder",
        "logo": Off("pictures/logo.png"),
        "#3": "团长和其他来宾，去掉行首的 # 就会显示 · who comes; remove # for it to be shown",
        "leader": Off({"name": author.says("姓名", "Name"), "position": author.says("职务", "Position")}),
        "guests": Off([author.says("姓名", "Name")]),
        "#4": "接待人，写在结束页和讲义上 · the host, for the closing and the handout",
        "host": Off({"name": author.says("姓名", "Name"), "contact": "025-0000-0000"}),
        "#5": "来访日期 · the day",
        "date": day,
        "#6": "汇报多少分钟；或写几点结束，如 until: 15:30，两项只写一项\n"
        "how many minutes there are; or until: 15:30, when it has to be over, but not both",
        "minutes": _minutes(deck),
        "#7": "翻译：none 没有，consecutive 交替传译，simultaneous 同声传译 · how it is interpreted",
        "interpreting": "none",
        "#8": "观众看的语言，两种则上下对照；讲稿的语言 · what the audience reads; what you read",
        "languages": list(deck.briefing.languages[:1]),
        "notes_languages": list(deck.briefing.languages[:1]),
        "#9": "讲哪些专题，按这个顺序；不讲的删去 · the themes, in this order; remove what is not to be shown",
        "themes": themes,
        "#10": "一定要讲的页，和不讲的页 · slides that are shown in any case, and those that are left out",
        "stress": Off([first]),
        "hide": Off([first]),
        "#11": "对方可能问的问题，只有演讲者看到 · what they may ask; seen by the presenter alone",
        "questions": Off([{"ask": author.says("问题", "Question"), "answer": author.says("回答", "Answer")}]),
    }


def _named(title: str, deck: Deck) -> Value:
    """The name that was given, and no other: what stands in for a language that has none is said by `check`."""
    chinese = next((tag for tag in deck.briefing.languages if tag.partition("-")[0] == "zh"), "")
    return {chinese: title} if chinese and any("\u3400" <= character <= "\u9fff" for character in title) else title


def _minutes(deck: Deck) -> int:
    """The middle one of the briefing's versions."""
    versions = sorted(deck.briefing.versions)
    return max(1, int(versions[len(versions) // 2])) if versions else MINUTES
