import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.daytime import Daytime
from jn_presenter.model.fields import Date
from jn_presenter.model.text import plain
from jn_presenter.model.visit import Visit
from jn_presenter.show.visits import Listed, arranged, when

TODAY = "2026-11-23"


def listed(name, date="", until=None):
    return Listed(id=name, visit=Visit(id=name, delegation=plain(name), date=Date(date), until=until))


def ids(*visits):
    return [one.id for one in arranged(visits, TODAY)]


def test_todays_visits_come_first_then_the_coming_then_the_past():
    past, older = listed("past", "2026-11-22"), listed("older", "2025-01-01")
    soon, later, now, none = listed("soon", "2026-11-24"), listed("later", "2027"), listed("now", TODAY), listed("none")
    assert ids(older, none, later, past, soon, now) == ["now", "soon", "later", "none", "past", "older"]


def test_of_several_on_one_day_the_one_that_is_over_first_comes_first():
    third, first = listed("a", TODAY), listed("c", TODAY, Daytime(9, 30))
    assert ids(third, listed("b", TODAY, Daytime(15, 0)), first) == ["c", "b", "a"]


def test_a_broken_file_is_listed_by_the_day_that_its_name_begins_with():
    assert ids(listed("x", "2026-11-24"), Listed(id="2026-11-23-acme"), Listed(id="bad")) == [
        "2026-11-23-acme",
        "x",
        "bad",
    ]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("", "undated"),
        (TODAY, "today"),
        ("2026-11", "coming"),
        ("2026", "coming"),
        ("2026-10", "past"),
        ("2025", "past"),
    ],
)
def test_a_month_that_has_not_gone_by_is_to_come(date, said):
    assert when(date, TODAY) == said


@given(st.lists(st.sampled_from(["", "2025", "2026-11", TODAY, "2026-11-24", "2020-02-02"]), max_size=8))
def test_every_visit_is_listed_once_and_kinds_stand_together(dates):
    visits = tuple(listed(str(k), date) for k, date in enumerate(dates))
    found = arranged(visits, TODAY)
    assert sorted(one.id for one in found) == sorted(one.id for one in visits)
    kinds = [when(one.date, TODAY) for one in found]
    assert len(list(dict.fromkeys(kinds))) == sum(a != b for a, b in zip([None, *kinds], kinds, strict=False))
