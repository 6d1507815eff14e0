"""Ink of a slide: any change can be taken back and done again, and it never grows without bounds."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.ink import NO_INK, Ink, Point, Stroke
from jn_presenter.show import ink as inks

STROKES = tuple(Stroke("pen", "coral", 6.0, (Point(k / 10, 0.5),)) for k in range(6))
CHANGES = st.lists(st.tuples(st.sampled_from(("draw", "erase", "clear")), st.sampled_from(STROKES)), max_size=20)


def change(ink: Ink, what: str, stroke: Stroke) -> Ink:
    if what == "draw":
        return inks.drawn(ink, stroke)
    return inks.erased(ink, (stroke,)) if what == "erase" else inks.cleared(ink)


@given(CHANGES)
def test_taking_back_all_changes_is_where_it_began_and_doing_them_again_is_where_it_ended(
    changes: list[tuple[str, Stroke]],
) -> None:
    seen = [NO_INK]
    for what, stroke in changes:
        after = change(seen[-1], what, stroke)
        if after is not seen[-1]:
            seen.append(after)
    ink = seen[-1]
    for before in reversed(seen[:-1]):
        ink = inks.undone(ink)
        assert ink.strokes == before.strokes
    assert inks.undone(ink) is ink
    for after in seen[1:]:
        ink = inks.redone(ink)
        assert ink.strokes == after.strokes
    assert ink == seen[-1]
    assert inks.redone(ink) is ink


def test_a_change_after_taking_back_is_the_only_way_on() -> None:
    ink = inks.undone(inks.drawn(inks.drawn(NO_INK, STROKES[0]), STROKES[1]))
    ink = inks.drawn(ink, STROKES[2])
    assert ink.strokes == (STROKES[0], STROKES[2])
    assert inks.redone(ink) is ink


def test_what_changes_nothing_is_no_change() -> None:
    ink = inks.drawn(NO_INK, STROKES[0])
    assert inks.erased(ink, (STROKES[1],)) is ink
    assert inks.cleared(NO_INK) is NO_INK
    assert inks.undone(NO_INK) is NO_INK


def test_the_oldest_stroke_and_the_oldest_change_give_way() -> None:
    ink = NO_INK
    for k in range(inks.MOST_STROKES + 5):
        ink = inks.drawn(ink, Stroke("pen", "coral", 6.0, (Point(k, 0),)))
    assert len(ink.strokes) == inks.MOST_STROKES
    assert ink.strokes[0].points[0].x == 5
    assert ink.strokes[-1].points[0].x == inks.MOST_STROKES + 4
    assert len(ink.past) == inks.MOST_CHANGES


def test_slides_without_ink_and_history_are_not_kept() -> None:
    ink = inks.drawn(NO_INK, STROKES[0])
    slides = inks.with_ink({}, "a/one", ink)
    assert inks.strokes_on(slides, "a/one") == (STROKES[0],)
    assert inks.strokes_on(slides, "a/two") == ()
    assert inks.with_ink(slides, "a/one", NO_INK) == {}


def test_what_is_kept_comes_again_without_its_history() -> None:
    ink = inks.undone(inks.drawn(inks.drawn(NO_INK, STROKES[0]), STROKES[1]))
    slides = {"a/one": ink, "a/two": inks.cleared(inks.drawn(NO_INK, STROKES[2]))}
    assert inks.again(inks.kept(slides)) == {"a/one": Ink((STROKES[0],))}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 9)), max_size=30), st.integers(0, 60))
def test_of_too_much_ink_what_was_drawn_last_is_kept(drawn: list[tuple[str, int]], most: int) -> None:
    slides: dict[str, Ink] = {}
    for k, (slide, points) in enumerate(drawn):
        stroke = Stroke("pen", "coral", float(k), (Point(0, 0),) * points)
        slides = dict(inks.with_ink(slides, slide, inks.drawn(slides.get(slide, NO_INK), stroke)))
    with patch.object(inks, "MOST_KEPT", most):
        found = inks.kept(slides)
    assert sum(len(stroke.points) for strokes in found.values() for stroke in strokes) <= most
    for slide, strokes in found.items():
        assert slides[slide].strokes[-len(strokes) :] == strokes
    if drawn and drawn[-1][1] <= most:
        assert found[drawn[-1][0]][-1].width == len(drawn) - 1


def test_colours_come_round() -> None:
    seen, colour = [], inks.COLOURS[0]
    for _ in inks.COLOURS:
        seen.append(colour)
        colour = inks.next_colour(colour)
    assert tuple(seen) == inks.COLOURS
    assert colour == inks.COLOURS[0] == inks.next_colour("unknown")
