"""What of a feed the slides ask for by name."""

from msgspec import structs

from jn_presenter.draw.bound import Values
from jn_presenter.draw.feeding import wants_of
from jn_presenter.feeds.simulated import Simulated
from jn_presenter.model.element import Element
from jn_presenter.model.text import plain
from tests.decks import element, table_slide


def test_names_of_columns_are_found_in_whatever_field_and_words_for_an_audience_are_not() -> None:
    feed, other = Simulated(series=("x",), points=2), Simulated(series=("y",), points=2)
    labels = (("zh", "馆"), ("en", "hall"))
    bar = element("bar", data=feed, label=labels, values=(Values(column="票", label=plain("Tickets")),))
    slide = structs.replace(table_slide("a/one", feed), slots=(("chart", (bar,)),))
    found = wants_of((slide, table_slide("a/two", other)), feed).named
    assert {"馆", "hall", "票"} <= found
    assert found.isdisjoint({"Tickets", "x", "y"})
    assert "馆" not in wants_of((slide, table_slide("a/two", other)), other).named


def test_columns_of_figures_and_of_moments_are_told_from_those_of_names() -> None:
    feed = Simulated(series=("x",), points=2)
    values = (Values(column="票"),)

    def measured(*elements: Element) -> set[str]:
        slides = (structs.replace(table_slide("a/one", feed), slots=(("chart", elements),)),)
        return set(wants_of(slides, feed).measured)

    assert measured(element("bar", data=feed, label="馆", values=values)) == {"票"}
    assert measured(element("line", data=feed, values=values)) == {"", "票"}
    assert measured(element("line", data=feed, label="年")) == {"年"}
    assert measured(element("table", data=feed, label="馆", values=values)) == set()
    assert measured(element("strip", data=feed), element("kpi", data=feed, column="人")) == {"", "人"}
