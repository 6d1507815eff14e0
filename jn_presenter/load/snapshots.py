"""The data of a deck read once, for check and export; a show has it read again and again, off its GUI thread."""

from collections.abc import Iterable

from msgspec import structs

from jn_presenter.draw.feeding import deck_feeds
from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Feed, FeedError, Request, Snapshot, Snapshots


def read_snapshots(deck: Deck, slides: Iterable[str] | None = None) -> Snapshots:
    """What every feed of the slides, by default of all, says now."""
    request = Request(folder=deck.folder)
    return {feed: read_feed(feed, request) for feed in deck_feeds(deck, slides)}


def read_feed(feed: Feed, request: Request) -> Snapshot:
    """The feed's rows; where it cannot be read its last good ones, stale, or none, failed, with what is wrong."""
    try:
        return feed.read(request)
    except FeedError as error:
        if request.before is None or not request.before.columns:
            return Snapshot(state="failed", finding=error.finding)
        return structs.replace(request.before, state="stale", finding=error.finding)
