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
    """The feed's rows; its last good ones, stale, where it cannot be read or its figures are broken since, with what is
    wrong; none, failed, where there never were any.

    Whether new rows replace those shown is decided here alone: feeds know no rows but their own, and charts of one feed
    must not differ in which rows they show.
    """
    before = request.before if request.before is not None and request.before.columns else None
    try:
        found = feed.read(request)
    except FeedError as error:
        if before is None:
            return Snapshot(state="failed", finding=error.finding)
        return structs.replace(before, state="stale", finding=error.finding)
    if found.columns and not len(found) and found.finding is None:
        from jn_presenter.draw.lacking import without_rows

        found = structs.replace(found, finding=without_rows(found))
    wrong = None
    if before is not None:
        from jn_presenter.draw.breakage import breakage  # what charts need would make the first slide wait

        wrong = breakage(before, found, request.wants)
    return found if wrong is None or before is None else structs.replace(before, state="stale", finding=wrong)
