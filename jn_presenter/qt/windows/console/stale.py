"""What the console says of data that could not be read: which, how old what is shown of it is, and why."""

from collections.abc import Iterable, Iterator

from jn_presenter.draw.feeding import deck_feeds
from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Feed, Snapshot, Snapshots
from jn_presenter.model.problem import Finding
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console.report import Said, ahead
from jn_presenter.qt.windows.console.trouble import Row
from jn_presenter.show.ages import age
from jn_presenter.show.state import ShowState


def broken_feeds(feeds: Iterable[Feed], snapshots: Snapshots) -> Iterator[tuple[Feed, Snapshot]]:
    """Those that did not say anything when they were asked last, each once."""
    for feed in dict.fromkeys(feeds):
        snapshot = snapshots.get(feed)
        if snapshot is not None and snapshot.state != "fresh":
            yield feed, snapshot


def broken_near(state: ShowState, deck: Deck, snapshots: Snapshots) -> tuple[tuple[Feed, Snapshot], ...]:
    """The feeds of what is shown, present and next that cannot be read, with what is left of them."""
    place = ahead(state, deck)
    near = dict.fromkeys((state.shown.slide, state.at.slide, place.slide if place else state.at.slide))
    return tuple(broken_feeds(deck_feeds(deck, near), snapshots))


def rows(found: Iterable[tuple[Feed, Snapshot]], now_s: float, language: str) -> tuple[Row, ...]:
    """A row each; now_s: seconds since 1970."""
    return tuple(_row(feed, snapshot, now_s, language) for feed, snapshot in found)


def others(
    findings: tuple[tuple[str, Finding], ...], found: Iterable[tuple[Feed, Snapshot]]
) -> tuple[tuple[str, Finding], ...]:
    """The findings of a slide's elements that are not of this data."""
    said = [snapshot.finding for _, snapshot in found]
    return tuple((path, finding) for path, finding in findings if finding not in said)


def _row(feed: Feed, snapshot: Snapshot, now_s: float, language: str) -> Row:
    files = feed.files()
    name = files[0] if files else type(feed).__module__.rpartition(".")[2]
    old = age(max(0.0, now_s - snapshot.time_s)) if snapshot.columns else words.NO_DATA
    finding = snapshot.finding
    why = words.WHY.in_language(language).format(old=old.in_language(language), why=_why(finding, language))
    where = words.DATA.in_language(language).format(name=name)
    return Row(where, Said(why, "amber"), finding.hint.in_language(language) if finding else "")


def _why(finding: Finding | None, language: str) -> str:
    return finding.message.in_language(language) if finding else ""
