"""What every chart gives to native charts of other programs: of a table the rows that it shows, as they are now."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.elements import ELEMENTS
from jn_presenter.elements.dual_axis import Side
from jn_presenter.feeds.csv import Csv
from jn_presenter.model.element import Table
from jn_presenter.model.fields import DataFile
from jn_presenter.model.text import plain
from tests.any_fields import FEEDS, WITH_DATA, elements
from tests.decks import text
from tests.look import LANGUAGES, env
from tests.tables import env_of, table

HALLS = table(("馆", "Hall", "今年", "去年"), ("陶瓷馆", "Ceramics", "1,200", 9), ("儿童馆", "Children", None, "7.50"))
NAMED: dict[str, Any] = {"label": (("zh", "馆"), ("en", "Hall"))}
BOTH = {**NAMED, "values": (Values(column="今年", label=text("今年", "This year")), Values(column="去年"))}
CATEGORIES = (("Ceramics", "1200", "9"), ("Children", "", "7.50"))
MONTHS = table(("月", "低", "均", "高"), ("2024-01", 1, 2, 3), ("2024-02", None, 5, "x"), ("2024-03", 4, 6, 8))
SUMS = table(("项", "人次"), ("年初", 10), ("新展", 5), ("退票", -2), ("年末", None))
RACE = table(("年", "馆", "n"), (2023, "甲", 3), (2023, "乙", 4), (2024, "甲", 5))
WIDE = (("", "This year", "去年"), CATEGORIES)

SHOWN: dict[str, tuple[Any, dict[str, Any], tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]] = {
    "area": (
        MONTHS,
        {},
        (("月", "低", "均", "高"), (("2024-01", "1", "2", "3"), ("2024-02", "", "5", ""), ("2024-03", "4", "6", "8"))),
    ),
    "band": (
        MONTHS,
        {"line": "均", "lower": "低", "upper": "高", "name": text("均值", "Mean")},
        (
            ("月", "Mean", "低", "高"),
            (("2024-01", "2", "1", "3"), ("2024-02", "5", "", ""), ("2024-03", "6", "4", "8")),
        ),
    ),
    "bar": (HALLS, BOTH, WIDE),
    "bullet": (HALLS, BOTH, WIDE),
    "column": (HALLS, BOTH, WIDE),
    "diverging": (HALLS, BOTH, WIDE),
    "donut": (
        HALLS,
        NAMED | {"values": (Values(column="今年"),)},
        (("", "今年"), (("Ceramics", "1200"), ("Children", ""))),
    ),
    "dual-axis": (
        MONTHS,
        {"left": Side(column="高"), "right": Side(column="低", label=plain("low"))},
        (("月", "高", "low"), (("2024-01", "3", "1"), ("2024-02", "", ""), ("2024-03", "8", "4"))),
    ),
    "funnel": (HALLS, BOTH, WIDE),
    "gauge": (MONTHS, {"label": text("高峰", "Peak"), "column": "高"}, (("", ""), (("Peak", "8"),))),
    "heatmap": (HALLS, BOTH, WIDE),
    "histogram": (
        table(("分钟",), (5,), (31,), (32,), (38,), (44,)),
        {"bins": 4},
        (
            ("≥", "<", "count"),
            (("0", "10", "1"), ("10", "20", "0"), ("20", "30", "0"), ("30", "40", "3"), ("40", "50", "1")),
        ),
    ),
    "kpi": (MONTHS, {"column": "均"}, (("", ""), (("均", "6"),))),
    "line": (
        MONTHS,
        {"values": (Values(column="高"),)},
        (("月", "高"), (("2024-01", "3"), ("2024-02", ""), ("2024-03", "8"))),
    ),
    "race": (RACE, {"time": "年"}, (("", "2023", "2024"), (("甲", "3", "5"), ("乙", "4", "")))),
    "radar": (HALLS, BOTH, WIDE),
    "ring": (HALLS, BOTH, WIDE),
    "rose": (HALLS, BOTH, WIDE),
    "sankey": (
        RACE,
        {"source": "年", "target": "馆"},
        (("", "", ""), (("2023", "甲", "3"), ("2023", "乙", "4"), ("2024", "甲", "5"))),
    ),
    "scatter": (
        HALLS,
        {"label": "今年", "y": "去年", "name": (("en", "Hall"),), "y_label": text("去年", "Last year")},
        (("Hall", "今年", "Last year"), (("Ceramics", "1,200", "9"), ("Children", "", "7.50"))),
    ),
    "stacked-area": (
        MONTHS,
        {},
        (("月", "低", "均", "高"), (("2024-01", "1", "2", "3"), ("2024-02", "", "5", ""), ("2024-03", "4", "6", "8"))),
    ),
    "strip": (table(("t", "a"), (0, 3), (1, 4)), {}, (("t", "a"), (("0", "3"), ("1", "4")))),
    "table": (HALLS, BOTH, (("Hall", "This year", "去年"), (("Ceramics", "1200", "9"), ("Children", "—", "7.50")))),
    "targets": (HALLS, BOTH, WIDE),
    "treemap": (
        HALLS,
        NAMED | {"group": "今年", "values": (Values(column="去年"),)},
        (("", "", "去年"), (("Ceramics", "1,200", "9"), ("Children", "", "7.50"))),
    ),
    "waterfall": (
        SUMS,
        {"totals": ("年末",)},
        (("", ""), (("年初", "10"), ("新展", "5"), ("退票", "-2"), ("年末", "13"))),
    ),
}


def test_every_chart_that_takes_data_is_looked_at() -> None:
    assert SHOWN.keys() == set(WITH_DATA)


@pytest.mark.parametrize("name", SHOWN)
def test_of_a_table_it_is_what_is_shown_of_it(name: str) -> None:
    data, fields, (columns, rows) = SHOWN[name]
    assert ELEMENTS[name](data=data, **fields).as_table(env_of(data, languages=("en",))) == Table(
        columns=columns, rows=rows
    )


@pytest.mark.parametrize("name", SHOWN)
def test_it_follows_new_data_and_is_empty_before_there_is_any(name: str) -> None:
    data, fields, _ = SHOWN[name]
    feed = Csv(file=DataFile("a.csv"))
    element = ELEMENTS[name](data=feed, **fields)
    here = env_of(data, languages=("en",))
    (snapshot,) = here.snapshots.values()
    assert element.as_table(env(("en",), snapshots={feed: snapshot})) == ELEMENTS[name](data=data, **fields).as_table(
        here
    )
    empty = element.as_table(env(("en",)))
    assert empty is not None
    assert empty.rows == ()


@pytest.mark.parametrize("name", WITH_DATA)
@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_whatever_its_fields_say_the_rows_are_as_long_as_the_heads(
    name: str, data: st.DataObject, languages: tuple[str, ...]
) -> None:
    element = data.draw(elements(name))
    (feed,) = element.feeds()
    found = element.as_table(env_of(*([feed] if feed != FEEDS[-1] else ()), languages=languages))
    assert found is not None
    assert all(len(row) == len(found.columns) for row in found.rows)
