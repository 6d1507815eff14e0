"""Checks of the visit: every place where one of its names stands, in the very words, for a wrong name to be caught."""

from collections.abc import Iterator
from functools import lru_cache

from jn_presenter.model.deck import Deck
from jn_presenter.model.same import Same
from jn_presenter.model.text import Message
from jn_presenter.show.preflight.deck import slide_name
from jn_presenter.show.preflight.values import Check, Item, some
from jn_presenter.show.visiting.named import Named, named

TITLE = Message("来访团组", "Visit")
WELCOME = "welcome"
"""The layout of slides that are titled by a name."""
NONE = Message("没有指定：按汇报原样放映", "None: the briefing is shown as it was written")
LACKING = Message("没有译名：{languages}，观众看到的是另一种语言", "not given in: {languages}; another one stands in")
TODO = Message("按 T 打开来访团组，再按 E 补上", "Press T for the visits, then E, and add it")
ELSEWHERE = Message("没有页面用到", "on no slide")
WHO = {
    "delegation": Message("团组名称", "The delegation"),
    "leader": Message("团长", "The leader"),
    "guests": Message("来宾", "Guest"),
    "host": Message("接待人", "The host"),
}
WHAT = {
    "name": Message("", ""),
    "position": Message("的职务", ", position"),
    "contact": Message("的联系方式", ", contact"),
}


def visit_checks(deck: Deck) -> Iterator[Check]:
    """One for each name, by the order of the visit's file; one in all where no visit is chosen."""
    if deck.visit is None:
        yield Check(key="visit", group="visit", title=TITLE, state="green", said=NONE)
        return
    places: dict[str, list[Named]] = {}
    for one in _named(Same(deck)):
        places.setdefault(one.path, []).append(one)
    for path, several in places.items():
        yield _check(deck, path, several)


def name_of(path: str) -> Message:
    """What a path in the visit's file is called: `guests.2.position` is 来宾 2 的职务."""
    who, _, rest = path.partition(".")
    number, _, what = rest.partition(".") if who == "guests" else ("", "", rest)
    whose, thing = WHO.get(who, Message(path, path)), WHAT.get(what, WHAT["name"])
    zh = f"{whose.zh} {number}" if number else whose.zh
    en = f"{whose.en} {number}" if number else whose.en
    return Message(zh + thing.zh, en + thing.en)


@lru_cache(maxsize=2)
def _named(same: Same[Deck]) -> tuple[Named, ...]:
    """To go through all texts of a deck takes longer than to look at the time."""
    deck = same.value
    return named(deck, deck.visit) if deck.visit is not None else ()


def _check(deck: Deck, path: str, several: list[Named]) -> Check:
    lacking = dict.fromkeys(tag for one in several for tag in one.lacking)
    slides = sum(bool(one.slide) for one in several)
    said = some(slides, "用在 {n} 处", "In {n} place", "In {n} places") if slides else ELSEWHERE
    if lacking:
        told = ", ".join(lacking)
        said = Message(LACKING.zh.format(languages=told), LACKING.en.format(languages=told))
    return Check(
        key=f"visit.{path}",
        group="visit",
        title=name_of(path),
        state="look" if lacking else "green",
        said=said,
        todo=TODO if lacking else None,
        words=tuple(dict.fromkeys(pair for one in several for pair in one.words)),
        items=tuple(_item(deck, one) for one in several),
    )


def _item(deck: Deck, one: Named) -> Item:
    if not one.slide:
        return Item(one.place)
    name = _titled(deck, one.slide)
    what = Message(f"{name.zh}：{one.place.zh}", f"{name.en}: {one.place.en}")
    return Item(what, one.slide if one.slide in deck.slides else "")


def _titled(deck: Deck, slide: str) -> Message:
    """A slide whose title is the delegation's name goes by its theme: the name itself is told large enough."""
    found, theme = deck.slides.get(slide), deck.theme_of(slide)
    if found is None or theme is None or found.layout != WELCOME:
        return slide_name(deck, slide)
    zh, en = (theme.title.pick(tag, deck.briefing.languages)[1] for tag in ("zh", "en"))
    return Message(zh, en)
