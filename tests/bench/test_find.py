"""What the private jump is measured with, and what is said of it."""

from bench.rows.find import MOST_MS, NOWHERE, many, queries, rows_of
from jn_presenter.load import load_deck
from jn_presenter.paths import shipped_slides
from jn_presenter.show.find import find
from jn_presenter.show.index import index_of

DECK = many(load_deck(shipped_slides()).deck, 80)


def test_the_deck_is_the_shipped_one_over_and_over_with_titles_of_their_own() -> None:
    assert len(DECK.slides) == len(DECK.order) == len({slide.title for slide in DECK.slides.values()}) == 80
    assert all(slide.id == name for name, slide in DECK.slides.items())


def test_the_queries_are_the_same_each_time_and_most_of_them_find_something() -> None:
    asked = queries(DECK, 40)
    assert asked == queries(DECK, 40)
    index = index_of(DECK)
    assert not any(find(index, query) for query in NOWHERE)
    assert sum(bool(find(index, query)) for query in asked) > 25


def test_the_slowest_key_is_what_is_limited() -> None:
    (row,) = rows_of([1.0, 2.0, MOST_MS + 1], 1.5)
    assert (row.ours, row.within, row.n) == (MOST_MS + 1, False, 3)
    assert row.spread == "p50 2.00 · p95 17.00 · p99 17.00; index 1.5 s"
