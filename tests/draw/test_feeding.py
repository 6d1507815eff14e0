"""What of a feed the slides ask for by name."""

from msgspec import structs

from jn_presenter.draw.bound import Values
from jn_presenter.draw.feeding import named_columns
from jn_presenter.feeds.simulated import Simulated
from jn_presenter.model.text import plain
from tests.decks import element, table_slide


def test_names_of_columns_are_found_in_whatever_field_and_words_for_an_audience_are_not() -> None:
    feed, other = Simulated(series=("x",), points=2), Simulated(series=("y",), points=2)
    labels = (("zh", "馆"), ("en", "hall"))
    bar = element("bar", data=feed, label=labels, values=(Values(column="票", label=plain("Tickets")),))
    slide = structs.replace(table_slide("a/one", feed), slots=(("chart", (bar,)),))
    found = named_columns((slide, table_slide("a/two", other)), feed)
    assert {"馆", "hall", "票"} <= found
    assert found.isdisjoint({"Tickets", "x", "y"})
    assert "馆" not in named_columns((slide, table_slide("a/two", other)), other)
