"""All kinds of bars with one category and sixty, huge numbers and tiny, nothing but zeros, names of many characters."""

from decimal import Decimal

import pytest

from jn_presenter.draw.animate import Morph
from jn_presenter.elements.bar import BarChart
from jn_presenter.elements.bullet import Band, Bullet
from jn_presenter.elements.column import ColumnChart
from jn_presenter.elements.diverging import Diverging
from jn_presenter.elements.race import Race
from jn_presenter.elements.targets import Targets
from jn_presenter.elements.waterfall import Waterfall
from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Element, Fitted, Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import plain
from tests.look import LANGUAGES, at_rest, bar_boxes, by_key, collisions, outside, text_boxes
from tests.tables import PLACES, env_of, table

UNIT = plain("人次")


def kinds(feed: Inline) -> dict[str, Element]:
    return {
        "bar": BarChart(data=feed, unit=UNIT),
        "bar-stacked": BarChart(data=feed, unit=UNIT, mode="stacked"),
        "bar-share": BarChart(data=feed, unit=UNIT, mode="share"),
        "column": ColumnChart(data=feed, unit=UNIT),
        "column-stacked": ColumnChart(data=feed, unit=UNIT, mode="stacked"),
        "column-share": ColumnChart(data=feed, unit=UNIT, mode="share"),
        "targets": Targets(data=feed, unit=UNIT),
        "bullet": Bullet(data=feed, unit=UNIT, bands=(Band(to=Decimal(50)), Band(to=Decimal(100)))),
        "diverging": Diverging(data=feed, unit=UNIT, left=("甲",)),
        "waterfall": Waterfall(data=feed, unit=UNIT),
        "race": Race(data=feed, unit=UNIT),
    }


KINDS = tuple(kinds(table(["名称", "甲", "乙"])))
ROWS: dict[str, list[list[object]]] = {
    "one": [["一", 5, 7]],
    "sixty": [[f"第{k}项", k + 1, 2 * k + 3] for k in range(60)],
    "huge": [["一", "999999999999999999999999", "1"], ["二", "3", "888888888888888888888888"]],
    "tiny": [["一", "0.000000001", "0.000000002"], ["二", "0.000000003", "0.000000001"]],
    "zeros": [["一", 0, 0], ["二", 0, 0]],
    "long": [
        ["江宁经济技术开发区新一代信息技术与智能制造产业集群", 5, 7],
        ["绿色智能汽车与智能电网产业融合示范区", 3, 9],
    ],
    "nothing": [],
    "gaps": [["一", None, None], ["二", None, 3]],
}


def fit(kind: str, rows: list[list[object]], place: Rect, languages: tuple[str, ...]) -> Fitted:
    feed = table(["名称", "甲", "乙"], *rows)
    return kinds(feed)[kind].fit(place, env_of(feed, languages=languages))


@pytest.mark.parametrize("languages", LANGUAGES[::2])
@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_stands_inside_and_no_words_overlap(kind: str, rows: str, languages: tuple[str, ...]) -> None:
    for place in PLACES:
        found = fit(kind, ROWS[rows], place, languages)
        assert not found.overflow or rows == "huge"
        for phase in (Phase(step=9), Phase(step=0, t=0.3)):
            marks = found.marks(phase)
            by_key(marks)
            assert not outside(bar_boxes(marks, "bar."), place)
        if not found.overflow:
            assert not collisions(text_boxes(at_rest(found)))
            assert not outside(text_boxes(at_rest(found)), place)


@pytest.mark.parametrize("kind", KINDS)
def test_sixty_categories_are_all_shown_or_it_is_said_how_many_are_not(kind: str) -> None:
    found = fit(kind, ROWS["sixty"], PLACES[0], ("zh",))
    keys = {key.rpartition(".")[2] for key, _ in bar_boxes(at_rest(found), "bar.")}
    if kind == "race":
        assert len(keys) == 10, "a race shows the first ten"
        return
    assert len(keys) == 60 or "too-many" in [finding.code for finding in found.findings]


@pytest.mark.parametrize("kind", KINDS)
def test_new_data_moves_the_marks_of_the_same_category_wherever_its_row_goes(kind: str) -> None:
    rows: list[list[object]] = [["一", 5, 7], ["二", 9, 3], ["三", 2, 8]]
    before = fit(kind, rows, PLACES[0], ("zh",))
    after = fit(kind, [["三", 4, 6], ["一", 6, 1], ["二", 1, 2]], PLACES[0], ("zh",))
    old, new = at_rest(before), at_rest(after)
    assert {key for key in by_key(old) if key.startswith("bar.")} == {
        key for key in by_key(new) if key.startswith("bar.")
    }
    for t in (0.25, 0.75):
        between = Morph(old, new).at(t)
        by_key(between)
        assert not outside(bar_boxes(between, "bar."), PLACES[0])
