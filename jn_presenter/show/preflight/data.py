"""Checks of the data: feeds that are stale or failed, figures without a date, figures that are made up."""

from collections.abc import Iterator

from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Feed, Snapshot, Snapshots
from jn_presenter.model.text import Message
from jn_presenter.show.ages import age
from jn_presenter.show.preflight.deck import on_slide
from jn_presenter.show.preflight.seen import AllSeen, Seen
from jn_presenter.show.preflight.values import Check, Item, foremost, some

FEEDS = Message("数据源", "Data files and services")
UNDATED = Message("数据的日期", "Dates of figures")
MADE_UP = Message("示例数据", "Made-up figures")
WAITING = Message("正在检查", "Looking")


def data_checks(
    deck: Deck, seen: AllSeen, slides: tuple[str, ...], snapshots: Snapshots, now_s: float
) -> Iterator[Check]:
    """now_s: seconds since 1970. All slides have to be looked at before anything is said to be well."""
    there = {slide: seen[slide] for slide in slides if slide in seen}
    ready = not deck.pending and len(there) == sum(slide in deck.slides for slide in slides)
    yield _feeds(deck, there, snapshots, now_s, ready)
    yield _undated(there, ready)
    yield _made_up(deck, there, ready)


def _feeds(deck: Deck, there: dict[str, Seen], snapshots: Snapshots, now_s: float, ready: bool) -> Check:
    first: dict[Feed, str] = {}
    for slide, one in there.items():
        for feed in one.feeds:
            first.setdefault(feed, slide)
    unread = sum(feed not in snapshots for feed in first)
    broken = [(slide, feed, snapshots[feed]) for feed, slide in first.items() if _broken(snapshots.get(feed))]
    failed = any(not snapshot.columns for _, _, snapshot in broken)
    said = Message("没有外部数据", "No data from outside")
    if broken:
        said = some(len(broken), "{n} 个读不出", "{n} cannot be read", "{n} cannot be read")
    elif unread or not ready:
        said = some(len(first) - unread, "正在读取：{n} 个已读", "Reading: {n} so far", "Reading: {n} so far")
    elif first:
        said = some(len(first), "{n} 个都读得出", "{n} read", "All {n} read")
    return Check(
        key="feeds",
        group="data",
        title=FEEDS,
        state="wrong" if failed else "look" if broken else "waiting" if unread or not ready else "green",
        said=said,
        todo=_todo(broken[0][2]) if broken else None,
        items=foremost(tuple(_item(deck, *one, now_s) for one in broken)),
    )


def _broken(snapshot: Snapshot | None) -> bool:
    return snapshot is not None and snapshot.state != "fresh"


def _todo(snapshot: Snapshot) -> Message | None:
    return snapshot.finding.hint if snapshot.finding else None


def _item(deck: Deck, slide: str, feed: Feed, snapshot: Snapshot, now_s: float) -> Item:
    name = next(iter(feed.files()), type(feed).__module__.rpartition(".")[2])
    why = snapshot.finding.message if snapshot.finding else Message("", "")
    old = age(now_s - snapshot.time_s) if snapshot.columns else Message("没有数据", "no figures")
    what = Message(f"{name}（{old.zh}）：{why.zh}", f"{name} ({old.en}): {why.en}")
    return Item(what, slide if slide in deck.slides else "")


def _undated(there: dict[str, Seen], ready: bool) -> Check:
    """That the source gives no date is no fault: the slides say so, and whoever is asked should know."""
    facts = dict.fromkeys(fact for one in there.values() for fact in one.undated)
    said = Message("每个数据都有日期", "Every figure has one")
    if facts:
        said = some(
            len(facts),
            "{n} 个数据原文未注日期，页脚已写明",
            "{n} figure is undated in its source; its slides say so",
            "{n} figures are undated in their source; their slides say so",
        )
    return Check(
        key="undated",
        group="data",
        title=UNDATED,
        state="green" if ready else "waiting",
        said=said if ready or facts else WAITING,
    )


def _made_up(deck: Deck, there: dict[str, Seen], ready: bool) -> Check:
    slides = tuple(slide for slide, one in there.items() if one.made_up)
    said = Message("没有", "None") if ready else WAITING
    if slides:
        said = some(
            len(slides),
            "{n} 页有示例或模拟数据，画面上已写明",
            "{n} slide has sample or simulated data, and says so",
            "{n} slides have sample or simulated data, and say so",
        )
    return Check(
        key="made-up",
        group="data",
        title=MADE_UP,
        state="look" if slides else "green" if ready else "waiting",
        said=said,
        todo=Message("正式场合请把这些页设为今天不放", "For a real audience hide these slides today")
        if slides
        else None,
        items=foremost(tuple(on_slide(deck, slide) for slide in slides)),
    )
