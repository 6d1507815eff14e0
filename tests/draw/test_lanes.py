"""Where categories stand: rows and columns with their names, thinned out where columns are too many."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.dataset import Category
from jn_presenter.draw.lanes import fitting, in_columns, in_rows
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import Text, plain
from tests.look import LANGUAGES, collisions, env, labels, outside, text_boxes

PLACE = Rect(112.0, 304.0, 1696.0, 656.0)
TALL = Rect(112.0, 400.0, 856.0, 1300.0)


def categories(*names: str) -> list[Category]:
    return [Category(str(k), plain(name)) for k, name in enumerate(names)]


@settings(max_examples=60, deadline=None)
@given(st.lists(labels(), min_size=1, max_size=40), st.sampled_from(LANGUAGES), st.sampled_from([PLACE, TALL]))
def test_names_of_columns_never_touch_and_stay_inside(
    names: list[Text], languages: tuple[str, ...], place: Rect
) -> None:
    lanes = in_columns([Category(str(k), name) for k, name in enumerate(names)], place, env(languages))
    boxes = text_boxes([lane.name for lane in lanes.lanes if lane.name])
    if not lanes.overflow:
        assert not collisions(boxes)
        assert not outside(boxes, place)
    assert all(b.middle > a.middle for a, b in pairwise(lanes.lanes))


def test_of_many_columns_every_so_many_is_named_and_that_is_said_unless_names_count_on() -> None:
    months = [f"{2020 + k // 12}-{k % 12 + 1:02d}" for k in range(60)]
    counted = in_columns(categories(*months), PLACE, env())
    named = [k for k, lane in enumerate(counted.lanes) if lane.name]
    assert named[:3] == [0, named[1], 2 * named[1]]
    assert not counted.findings
    others = in_columns(categories(*(f"第{'一二三四五六七八九十'[k % 10]}展厅陈列" for k in range(60))), PLACE, env())
    assert [finding.code for finding in others.findings] == ["too-many"]


def test_names_stand_beside_rows_where_it_is_wide_and_above_them_where_it_is_tall() -> None:
    wide = in_rows(categories("智能电网", "软件"), PLACE, env(), least=34.0, most=100.0)
    tall = in_rows(categories("智能电网", "软件"), TALL, env(), least=34.0, most=100.0)
    assert wide.plot.x > PLACE.x
    assert tall.plot.x == TALL.x
    for lane in tall.lanes:
        assert lane.name is not None
        assert lane.name.lines[-1].y < lane.middle - tall.room / 2 + 1.0


def test_as_many_rows_fit_as_leave_each_its_least_height() -> None:
    rows = categories(*(f"第{k}项" for k in range(60)))
    count = fitting(rows, PLACE, env(), least=34.0, most=100.0)
    assert 1 < count < 60
    assert in_rows(rows[:count], PLACE, env(), least=34.0, most=100.0).room >= 34.0
    assert in_rows(rows[: count + 1], PLACE, env(), least=34.0, most=100.0).room < 34.0
    long = categories("智能电网", "信" * 400)
    assert fitting(long, PLACE, env(), least=34.0, most=100.0) == 2, "a name that is too long is no matter of number"
