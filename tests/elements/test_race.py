"""A ranking over time: exact at its moments, a function of the scrub between them, still when it has played."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.moments import Moments, Runner
from jn_presenter.draw.ranking import between, ranked
from jn_presenter.elements.race import FittedRace, Race
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, ShapeMark, TextMark
from jn_presenter.model.text import plain
from tests.look import (
    LANGUAGES,
    MOMENTS,
    bar_boxes,
    by_key,
    chinese,
    collisions,
    outside,
    smallest_font,
    text_boxes,
    words_of,
)
from tests.tables import PLACES, env_of, table

WIDE = PLACES[0]
LONG = table(
    ["年", "馆", "人次"],
    [2021, "书画馆", 250],
    [2019, "陶瓷馆", 300],
    [2019, "书画馆", 100],
    [2020, "陶瓷馆", 200],
    [2020, "书画馆", 210],
    [2021, "陶瓷馆", 180],
    [2021, "儿童馆", 190],
)


def race(**more: object) -> FittedRace:
    more.setdefault("data", LONG)
    more.setdefault("time", "年")
    made = Race(unit=plain("人次"), **more)  # type: ignore[arg-type]
    return made.fit(WIDE, env_of(made.data))  # type: ignore[arg-type]


def order(fitted: FittedRace, scrub: float) -> list[str]:
    """Who is seen, from the top down."""
    boxes = bar_boxes(fitted.marks(Phase(step=9, scrub=scrub)), "bar.")
    return [key.removeprefix("bar.") for key, _ in sorted(boxes, key=lambda one: one[1].y)]


def test_rows_change_with_time_which_goes_by_its_numbers_whatever_their_order_in_the_table() -> None:
    fitted = race()
    assert order(fitted, 0.0) == ["陶瓷馆", "书画馆"]
    assert order(fitted, 0.5) == ["书画馆", "陶瓷馆"]
    assert order(fitted, 1.0) == ["书画馆", "儿童馆", "陶瓷馆"]


def test_each_moment_has_its_own_figures_and_name() -> None:
    fitted = race()
    for scrub, year, figure in ((0.0, "2019", "300人次"), (0.5, "2020", "210人次"), (1.0, "2021", "250人次")):
        words = words_of(fitted.marks(Phase(step=9, scrub=scrub)))
        assert year in words
        assert figure in words


def test_a_column_a_moment_says_the_same_as_rows() -> None:
    body = (["陶瓷馆", 300, 200, 180], ["书画馆", 100, 210, 250], ["儿童馆", None, None, 190])
    wide = table(["馆", "2019", "2020", "2021"], *body)
    fitted = race(data=wide, time="", label="馆")
    for scrub in (0.0, 0.3, 0.5, 1.0):
        assert order(fitted, scrub) == order(race(), scrub)


def test_without_a_scrub_it_plays_to_the_last_moment_and_stays_there() -> None:
    fitted = race()
    played, stood = (fitted.marks(Phase(step=step, t=1.0, reveals=(1,))) for step in (1, 2))
    assert played == stood == fitted.marks(Phase(step=1, scrub=1.0, reveals=(1,)))
    assert fitted.marks(Phase(step=1, t=0.0, reveals=(1,))) == fitted.marks(Phase(step=0, reveals=(1,))) == ()
    assert "2019" in words_of(fitted.marks(Phase(step=0, t=0.0))), "on entry the first moment stands at once"


@given(MOMENTS)
def test_a_scrub_shows_the_same_whichever_way_it_is_reached(scrub: float) -> None:
    phase = Phase(step=9, scrub=scrub)
    one = race()
    one.marks(Phase(step=9, scrub=1.0 - scrub))
    assert one.marks(phase) == race().marks(phase)


@given(MOMENTS)
def test_lengths_follow_the_values_on_one_scale_and_figures_stand_behind_their_bars(scrub: float) -> None:
    marks = by_key(race().marks(Phase(step=9, scrub=scrub)))
    first = by_key(race().marks(Phase(step=9, scrub=0.0)))["bar.陶瓷馆"]
    assert isinstance(first, ShapeMark)
    assert isinstance(first.shape, Box)
    for key, mark in marks.items():
        if not key.startswith("bar."):
            continue
        assert isinstance(mark, ShapeMark)
        assert isinstance(mark.shape, Box)
        assert mark.datum is not None
        assert mark.shape.w == pytest.approx(float(mark.datum.value or 0) * first.shape.w / 300)
        words = marks[key.replace("bar.", "value.")]
        assert isinstance(words, TextMark)
        assert words.lines[0].x == pytest.approx(mark.shape.x + mark.shape.w + 12.0)


def test_rows_slide_and_never_jump() -> None:
    fitted = race()
    places = [by_key(fitted.marks(Phase(step=9, scrub=k / 200))) for k in range(201)]
    for before, after in pairwise(places):
        a, b = before["bar.书画馆"], after["bar.书画馆"]
        assert isinstance(a, ShapeMark)
        assert isinstance(b, ShapeMark)
        assert isinstance(a.shape, Box)
        assert isinstance(b.shape, Box)
        assert abs(a.shape.y - b.shape.y) < 6.0


def test_only_the_first_are_shown_and_who_comes_in_fades_in_at_the_bottom() -> None:
    fitted = race(most=2)
    assert order(fitted, 1.0) == ["书画馆", "儿童馆"]
    coming = by_key(fitted.marks(Phase(step=9, scrub=0.76)))["bar.儿童馆"]
    assert 0.0 < coming.opacity < 1.0
    assert coming.clip is not None


def test_the_first_can_be_as_long_at_all_moments() -> None:
    fitted = race(rescale=True)
    longest = [
        max(box.w for _, box in bar_boxes(fitted.marks(Phase(step=9, scrub=s)), "bar.")) for s in (0.0, 0.5, 1.0)
    ]
    assert longest == pytest.approx([longest[0]] * 3)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 14).flatmap(
        lambda count: st.lists(
            st.lists(st.none() | st.integers(0, 10**7), min_size=3, max_size=3), min_size=count, max_size=count
        )
    ),
    st.lists(chinese(2, 16), min_size=14, max_size=14, unique=True),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
    st.sampled_from([0.0, 0.5, 1.0]),
)
def test_at_each_moment_no_words_overlap_and_nothing_leaves_the_chart(
    rows: list[list[int | None]], names: list[str], languages: tuple[str, ...], place: Rect, scrub: float
) -> None:
    feed = table(["名称", "2019", "2020", "2021"], *([name, *row] for name, row in zip(names, rows, strict=False)))
    found = Race(data=feed, unit=plain("visitors"), sample=True).fit(place, env_of(feed, languages=languages))
    marks = found.marks(Phase(step=9, scrub=scrub))
    by_key(marks)
    assert not outside(bar_boxes(marks, "bar."), place)
    assert smallest_font(marks) >= 24
    if not found.overflow:
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)


@given(
    MOMENTS,
    st.lists(st.lists(st.none() | st.integers(0, 50), min_size=4, max_size=4), min_size=1, max_size=12),
    st.integers(1, 12),
)
def test_at_most_so_many_rows_and_at_a_moment_each_has_its_own(
    place: float, values: list[list[int | None]], most: int
) -> None:
    runners = tuple(
        Runner(str(k), plain(str(k)), tuple(None if value is None else Decimal(value) for value in row))
        for k, row in enumerate(values)
    )
    ranking = ranked(Moments(names=("1", "2", "3", "4"), places=(0.0, 0.2, 0.7, 1.0), runners=runners), most)
    assert all(0.0 <= one.row < most and 0.0 < one.there <= 1.0 for one in ranking.at(place)[1])
    for moment in ranking.moments.places:
        rows = sorted(one.row for one in ranking.at(moment)[1])
        assert rows == list(range(len(rows)))


def test_figures_on_their_way_have_the_decimals_of_the_table() -> None:
    assert str(between(Decimal("1.50"), Decimal(3), 0.5)) == "2.25"
    assert str(between(Decimal(1), Decimal(4), 0.5)) == "2"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"time": "月"}, "no-column"),
        ({"label": "城市"}, "no-column"),
        ({"values": (Values(column="利润"),)}, "no-column"),
        ({"data": table(["年", "馆", "人次"], [2019, "甲", -3])}, "negative"),
        ({"data": table(["年", "馆", "人次"], [2019, "甲", "很多"])}, "not-a-number"),
    ],
)
def test_what_cannot_be_followed_is_a_finding(more: dict[str, object], code: str) -> None:
    assert code in [finding.code for finding in race(**more).findings]


def test_one_moment_none_and_nothing_yet_are_no_error() -> None:
    assert order(race(data=table(["年", "馆", "人次"], [2019, "甲", 3])), 0.4) == ["甲"]
    waiting = Race(data=LONG, time="年").fit(WIDE, env_of())
    assert not bar_boxes(waiting.marks(Phase(step=9)), "bar.")
    assert [finding.code for finding in Race().fit(WIDE, env_of()).findings] == ["one-of-two"]
