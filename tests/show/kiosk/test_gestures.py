"""Fingers as numbers: what each way over the glass means, and that nothing anybody does there is taken for another."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.geometry import Rect
from jn_presenter.show.kiosk.gestures import (
    FAR_PX,
    HAND_PX,
    HOLD_MS,
    LONG_MS,
    LOST_MS,
    MOST,
    REST,
    SLACK_PX,
    SWIPE_PX,
    Drag,
    Field,
    Gesture,
    Ground,
    Hands,
    Hold,
    Kind,
    Swipe,
    Tap,
    Touch,
    due_ms,
    feel,
    look,
    only,
)

FIELD = Field(1920.0, 1080.0, Rect(0.0, 0.0, 160.0, 160.0))
Way = tuple[tuple[float, float], ...]


def touch(kind: Kind, at: tuple[float, float], ms: float, who: int = 1, on: Ground = "plain", key: str = "") -> Touch:
    return Touch(id=who, kind=kind, x=at[0], y=at[1], ms=ms, on=on, key=key)


def path(
    way: Way, ms: float = 200.0, start: float = 0.0, who: int = 1, on: Ground = "plain", key: str = ""
) -> list[Touch]:
    """A finger that goes that way evenly and is lifted at its end."""
    times = [start + ms * k / max(1, len(way) - 1) for k in range(len(way))]
    moves = [touch("move", at, time, who) for at, time in zip(way[1:], times[1:], strict=True)]
    return [touch("down", way[0], start, who, on, key), *moves, touch("up", way[-1], start + ms, who)]


def line(start: tuple[float, float], end: tuple[float, float], count: int = 8) -> Way:
    return tuple(
        (start[0] + (end[0] - start[0]) * k / count, start[1] + (end[1] - start[1]) * k / count)
        for k in range(count + 1)
    )


def meant(*touches: Touch, hands: Hands = REST) -> tuple[Hands, list[Gesture]]:
    """What is left of the hands after these, and all that they meant; they come in the order of their times."""
    gestures: list[Gesture] = []
    for one in sorted(touches, key=lambda one: one.ms):
        hands, found = feel(hands, one, FIELD)
        gestures += found
    return hands, gestures


def test_a_short_touch_is_a_tap_where_it_began() -> None:
    assert meant(*path(((900.0, 500.0), (930.0, 510.0)), on="button", key="next")) == (
        REST,
        [Tap(900.0, 500.0, "button", "next")],
    )


@pytest.mark.parametrize(("end", "way"), [((600.0, 500.0), 1), ((1200.0, 500.0), -1), ((620.0, 630.0), 1)])
def test_a_stroke_along_the_slide_turns_it(end: tuple[float, float], way: int) -> None:
    assert meant(*path(line((900.0, 500.0), end))) == (REST, [Swipe(way)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("way", "ms"),
    [
        (line((900.0, 500.0), (900.0 - SWIPE_PX + 1.0, 500.0)), 200.0),  # too short
        (line((900.0, 500.0), (600.0, 660.0)), 200.0),  # too steep
        (line((900.0, 300.0), (900.0, 800.0)), 200.0),  # down
        (line((900.0, 500.0), (600.0, 500.0)), 1300.0),  # too slow
        ((*line((900.0, 500.0), (500.0, 500.0)), (700.0, 500.0)), 300.0),  # thought better of it
        (line((900.0, 500.0), (850.0, 500.0)), 200.0),  # neither a tap nor a stroke
        (((900.0, 500.0), (900.0, 500.0)), LONG_MS),  # a long press
        (line((1910.0, 500.0), (1500.0, 500.0)), 200.0),  # the system's edges
        (line((10.0, 500.0), (500.0, 500.0)), 200.0),
        (line((900.0, 10.0), (500.0, 12.0)), 200.0),
        (line((900.0, 1070.0), (500.0, 1070.0)), 200.0),
    ],
)
def test_what_is_none_of_these_means_nothing(way: Way, ms: float) -> None:
    assert meant(*path(way, ms)) == (REST, [])


def test_a_button_does_not_answer_a_long_press() -> None:
    at = ((900.0, 500.0), (900.0, 500.0))
    assert meant(*path(at, LONG_MS - 1.0, on="button", key="home"))[1] == [Tap(900.0, 500.0, "button", "home")]
    assert meant(*path(at, LONG_MS, on="button", key="home"))[1] == []


def test_a_chart_with_a_time_is_dragged_through_it_and_not_swiped() -> None:
    hands, gestures = meant(*path(line((400.0, 500.0), (800.0, 520.0), 4), on="time", key="chart"))
    assert hands == REST
    assert gestures == [
        Drag("chart", 100.0, begins=True),
        Drag("chart", 200.0, begins=False),
        Drag("chart", 300.0, begins=False),
        Drag("chart", 400.0, begins=False),
        Drag("chart", 400.0, begins=False),
    ]
    assert meant(*path(line((400.0, 300.0), (420.0, 800.0)), on="time", key="chart"))[1] == []
    assert meant(*path(line((400.0, 500.0), (410.0, 500.0)), on="time", key="chart"))[1] == [
        Tap(400.0, 500.0, "time", "chart")
    ]


def test_a_finger_that_looked_first_may_still_drag() -> None:
    down = touch("down", (400.0, 500.0), 0.0, on="time", key="chart")
    hands, _ = look(meant(down)[0], LONG_MS + 500.0)
    assert meant(touch("move", (500.0, 500.0), LONG_MS + 600.0), hands=hands)[1] == [Drag("chart", 100.0, begins=True)]


def test_the_corner_is_held_by_a_finger_that_stays_there() -> None:
    hands, _ = meant(touch("down", (80.0, 80.0), 1000.0))
    assert due_ms(hands) == 1000.0 + HOLD_MS
    assert look(hands, 999.0 + HOLD_MS)[1] == ()
    held, gestures = look(hands, 1000.0 + HOLD_MS)
    assert gestures == (Hold(),)
    assert due_ms(held) is None
    assert look(held, 2000.0 + HOLD_MS)[1] == ()
    assert meant(touch("up", (80.0, 80.0), 2000.0 + HOLD_MS), hands=held) == (REST, [])


@pytest.mark.parametrize(
    "touches",
    [
        (touch("down", (161.0, 80.0), 0.0),),
        (touch("down", (80.0, 80.0), 0.0), touch("move", (80.0, 81.0 + SLACK_PX), 100.0)),
        (touch("down", (80.0, 80.0), 0.0), touch("move", (400.0, 80.0), 100.0), touch("move", (80.0, 80.0), 200.0)),
        (touch("down", (80.0, 80.0), 0.0), touch("up", (80.0, 80.0), HOLD_MS - 1.0)),
        (touch("down", (80.0, 80.0), 0.0), touch("cancel", (80.0, 80.0), 100.0)),
        (touch("down", (80.0, 80.0), 0.0), touch("down", (900.0, 500.0), 100.0)),
    ],
)
def test_less_than_that_holds_nothing(touches: tuple[Touch, ...]) -> None:
    hands, gestures = meant(*touches)
    assert due_ms(hands) is None
    assert (*gestures, *look(hands, HOLD_MS * 2)[1]) == ()


def test_the_corner_can_be_held_over_a_button_and_while_it_wakes() -> None:
    for on in ("button", "dead", "time"):
        hands, _ = meant(touch("down", (80.0, 80.0), 0.0, on=on, key="k"))
        assert look(hands, HOLD_MS)[1] == (Hold(),)


def test_the_touch_that_wakes_the_kiosk_presses_nothing_that_then_appears() -> None:
    first = touch("down", (900.0, 500.0), 0.0, on="dead")
    second = path(((950.0, 600.0), (950.0, 600.0)), 100.0, start=30.0, who=2, on="button", key="tile")
    assert meant(first, *second, touch("up", (900.0, 500.0), 120.0)) == (REST, [])
    assert meant(*path(line((900.0, 500.0), (400.0, 500.0)), on="dead"))[1] == []
    assert len(meant(*path(((9e2, 5e2), (9e2, 5e2)), start=500.0, on="button", key="tile"))[1]) == 1


def test_one_finger_swipes_while_another_person_presses_buttons_elsewhere() -> None:
    stroke = path(line((1500.0, 500.0), (1000.0, 500.0)), 300.0)
    press = path(((200.0, 900.0), (205.0, 905.0)), 120.0, start=50.0, who=2, on="button", key="home")
    assert meant(*stroke, *press)[1] == [Tap(200.0, 900.0, "button", "home"), Swipe(1)]


def test_a_finger_that_is_not_the_first_swipes_and_asks_nothing() -> None:
    rests = touch("down", (300.0, 500.0), 0.0)
    assert meant(rests, *path(line((1500.0, 500.0), (1000.0, 500.0)), who=2, start=50.0))[1] == []
    assert meant(rests, *path(((1500.0, 500.0), (1500.0, 500.0)), who=2, start=50.0))[1] == []


def test_a_palm_or_dirt_that_only_rests_hinders_nobody_for_long() -> None:
    rests = touch("down", (300.0, 500.0), 0.0)
    stroke = path(line((700.0, 500.0), (300.0, 500.0)), who=2, start=LONG_MS)
    assert meant(rests, *stroke)[1] == [Swipe(1)]


def test_two_fingers_on_one_button_press_it_once() -> None:
    one = path(((900.0, 500.0), (900.0, 500.0)), 200.0, who=1, on="button", key="next")
    other = path(((930.0, 500.0), (930.0, 500.0)), 200.0, start=20.0, who=2, on="button", key="next")
    assert meant(*one, *other)[1] == [Tap(900.0, 500.0, "button", "next")]


def test_two_people_press_two_buttons_at_once() -> None:
    one = path(((100.0, 1000.0), (100.0, 1000.0)), 200.0, who=1, on="button", key="previous")
    other = path(((300.0, 1000.0), (300.0, 1000.0)), 200.0, start=20.0, who=2, on="button", key="home")
    assert [tap.key for tap in meant(*one, *other)[1] if isinstance(tap, Tap)] == ["previous", "home"]


def test_a_pinch_that_began_on_a_dragged_chart_stops_it() -> None:
    one = path(line((1200.0, 500.0), (1400.0, 500.0), 4), 400.0, on="time", key="chart")
    other = path(line((700.0, 500.0), (400.0, 500.0), 4), 300.0, start=50.0, who=2, on="time", key="chart")
    assert [gesture.dx for gesture in meant(*one, *other)[1] if isinstance(gesture, Drag)] == [50.0]


angles = st.floats(0.0, math.tau)
middles = st.tuples(st.floats(500.0, 1400.0), st.floats(350.0, 750.0))
grounds = st.sampled_from(("plain", "button", "time"))


def far_apart(
    middle: tuple[float, float], angle: float, apart: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    dx, dy = math.cos(angle) * apart / 2, math.sin(angle) * apart / 2
    return (middle[0] - dx, middle[1] - dy), (middle[0] + dx, middle[1] + dy)


@given(middles, angles, st.floats(0.0, 300.0), st.floats(100.0, 640.0), st.floats(0.0, 120.0), grounds, st.booleans())
def test_a_pinch_means_nothing(
    middle: tuple[float, float], angle: float, near: float, wider: float, late: float, on: Ground, zooms_in: bool
) -> None:
    """Both fingers go as far, apart or together, and the second one comes a little later."""
    inner, outer = far_apart(middle, angle, near), far_apart(middle, angle, near + wider)
    ends = (inner, outer) if zooms_in else (outer, inner)
    fingers = [
        path(line(start, end), 300.0, start=late * k, who=k, on=on, key=str(k))
        for k, (start, end) in enumerate(zip(*ends, strict=True))
    ]
    hands, gestures = meant(*fingers[0], *fingers[1])
    assert hands == REST
    assert not any(isinstance(gesture, Swipe) for gesture in gestures)
    if math.dist(ends[0][0], ends[0][1]) < HAND_PX and on != "button":
        alone = meant(*(one for one in fingers[0] if one.ms < fingers[1][0].ms))[1]
        assert gestures == alone, "nothing once both are down"


@given(middles, st.sampled_from([-400.0, 400.0]), st.integers(3, 5), st.floats(0.0, 60.0), st.booleans())
def test_three_fingers_and_more_mean_nothing(
    middle: tuple[float, float], way: float, count: int, late: float, moves: bool
) -> None:
    touches: list[Touch] = []
    for k in range(count):
        start = (middle[0] + 60.0 * k - 120.0, middle[1])
        end = (start[0] + way, start[1]) if moves else start
        touches += path(line(start, end), 250.0, start=late * k, who=k)
    assert meant(*touches) == (REST, [])


strange = st.one_of(
    st.floats(-100.0, 2000.0), st.floats(), st.sampled_from([math.nan, math.inf, -math.inf, 1e308, -1e308, 0.0])
)
events = st.builds(
    Touch,
    id=st.one_of(st.integers(0, 4), st.integers()),
    kind=st.sampled_from(("down", "down", "move", "move", "up", "cancel")),
    x=strange,
    y=strange,
    ms=st.one_of(st.floats(0.0, 10_000.0), strange),
    on=st.sampled_from(("plain", "button", "time", "dead")),
    key=st.sampled_from(("", "a", "b")),
)


@given(st.lists(events, max_size=60))
def test_whatever_comes_is_bounded_and_all_fingers_lifted_is_rest(touches: list[Touch]) -> None:
    """Any numbers, lost downs and ups, a clock that goes to and fro."""
    hands = REST
    for one in touches:
        hands, gestures = feel(hands, one, FIELD)
        assert len(hands.tracks) <= MOST
        assert len({track.id for track in hands.tracks}) == len(hands.tracks)
        assert len(gestures) <= 2
        for gesture in gestures:
            assert not isinstance(gesture, Drag) or math.isfinite(gesture.dx)
    for pointer in {one.id for one in touches}:
        hands, _ = feel(hands, touch("up", (0.0, 0.0), 0.0, pointer), FIELD)
    assert hands == REST


@given(st.lists(events, max_size=40), st.floats(-1e6, 1e6), st.floats(0.3, 3.0))
def test_one_person_is_understood_after_anything_that_was_lifted(
    touches: list[Touch], later: float, slower: float
) -> None:
    hands = REST
    for one in touches:
        hands, _ = feel(hands, one, FIELD)
    hands = only(hands, ())
    assert hands == REST
    assert meant(*path(line((1200.0, 500.0), (500.0, 500.0)), 300.0 * slower, start=later), hands=hands) == (
        REST,
        [Swipe(1)],
    )


@given(
    st.lists(st.tuples(strange, strange), min_size=2, max_size=12), st.lists(st.floats(0, 5000), max_size=12), grounds
)
def test_one_touch_is_one_thing_at_most(way: list[tuple[float, float]], steps: list[float], on: Ground) -> None:
    times = [sum(steps[: k + 1]) for k in range(len(way))]
    touches = path(tuple(way), on=on, key="k")
    timed = [
        Touch(**{**{f: getattr(one, f) for f in one.__struct_fields__}, "ms": times[min(k, len(times) - 1)]})
        for k, one in enumerate(touches)
    ]
    hands, gestures = REST, list[Gesture]()
    for one in timed:
        hands, found = feel(hands, one, FIELD)
        gestures += found
    assert hands == REST
    kinds = {type(gesture) for gesture in gestures}
    assert len(kinds) <= 1
    assert kinds <= {Drag} or len(gestures) == 1
    assert all(not later.begins for _, later in pairwise(gestures) if isinstance(later, Drag))


@given(st.lists(st.tuples(st.floats(500.0, 1800.0), st.floats(0.0, 250.0)), max_size=6))
def test_presses_of_others_change_no_swipe_and_are_all_heard(presses: list[tuple[float, float]]) -> None:
    stroke = path(line((1700.0, 300.0), (900.0, 320.0)), 300.0)
    others = [
        path(((x, 1000.0), (x, 1000.0)), 40.0, start=start, who=k + 2, on="button", key=str(k))
        for k, (x, start) in enumerate(presses)
    ]
    hands, gestures = meant(*stroke, *(one for press in others for one in press))
    assert hands == REST
    assert [gesture for gesture in gestures if not isinstance(gesture, Tap)] == [Swipe(1)]
    assert {gesture.key for gesture in gestures if isinstance(gesture, Tap)} == {str(k) for k in range(len(presses))}


@pytest.mark.parametrize("strange", [math.nan, math.inf, -math.inf])
def test_an_event_without_a_place_or_a_time_takes_its_pointer_away(strange: float) -> None:
    hands, _ = meant(touch("down", (900.0, 500.0), 0.0))
    for one in (
        touch("move", (strange, 500.0), 10.0),
        touch("up", (900.0, strange), 10.0),
        touch("move", (900.0, 500.0), strange),
    ):
        assert feel(hands, one, FIELD) == (REST, ())


def test_coordinates_end_somewhere() -> None:
    hands, _ = meant(touch("down", (900.0, 500.0), 0.0, on="time", key="chart"))
    assert feel(hands, touch("move", (1e308, 500.0), 10.0), FIELD)[1] == (Drag("chart", FAR_PX - 900.0, begins=True),)


def test_a_lost_lifting_is_made_up_for() -> None:
    hands, _ = meant(*(touch("down", (900.0, 500.0), 0.0, k) for k in range(3)))
    assert [track.id for track in only(hands, (1,)).tracks] == [1]
    assert look(hands, LOST_MS)[0].tracks
    assert look(hands, LOST_MS + 1.0) == (REST, ())
    assert look(hands, -LOST_MS) == (hands, ())


def test_fingers_beyond_any_number_are_not_followed() -> None:
    hands, _ = meant(*(touch("down", (900.0, 500.0), 0.0, k) for k in range(MOST + 50)))
    assert len(hands.tracks) == MOST


def test_what_comes_down_beside_the_screen_is_not_there() -> None:
    for at in ((-1.0, 500.0), (1921.0, 500.0), (900.0, -0.5), (900.0, 1081.0)):
        assert meant(touch("down", at, 0.0))[0] == REST
