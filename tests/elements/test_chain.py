"""Chains: links in order, their words in them, beneath or beside, and one link after the other on the way in."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.chain import FittedChain, Links
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect
from jn_presenter.model.marks import AnyMark, Path, ShapeMark
from jn_presenter.model.text import Text
from tests.decks import text
from tests.look import LANGUAGES, MOMENTS, at_rest, by_key, chinese, collisions, english, env, outside, text_boxes

CANVASES = [TALL, CLASSIC, WIDE, WALL]
PLACE = Rect(112.0, 336.0, 1696.0, 576.0)
HANGING = Rect(96.0, 500.0, 888.0, 1160.0)
SHORT = (text("强链", "Strengthen"), text("补链", "Complete"), text("延链", "Extend"), text("拓链", "Broaden"))
LONG = tuple(
    text(f"{words.pick('zh')[1]}，让每一条产业链都更长、更稳、更宽阔", f"{words.pick('en')[1]} all the chains")
    for words in SHORT
)


def fit(
    items: tuple[Text, ...] = SHORT, place: Rect = PLACE, languages: tuple[str, ...] = ("zh",), scale: float = 1.0
) -> FittedChain:
    return Links(items=items).fit(place, env(languages, scale=scale))


def body(canvas: Canvas, languages: tuple[str, ...]) -> Rect:
    """The place of a chart over the whole slide."""
    counts = {"title": len(languages), "provenance": len(languages), "lead": 0, "chart": 1}
    return LAYOUTS["chart-full"].arrange(canvas, counts)["chart"][0]


def drawn(mark: AnyMark) -> Rect:
    """What a stroked path takes, by its control points and half its stroke."""
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Path)
    xs = [n for _, numbers in mark.shape.segments for n in numbers[::2]]
    ys = [n for _, numbers in mark.shape.segments for n in numbers[1::2]]
    box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return box.inset(-mark.width / 2, -mark.width / 2)


def links(marks: tuple[AnyMark, ...]) -> list[Rect]:
    return [drawn(mark) for mark in marks if mark.key.startswith("link")]


@settings(deadline=None)
@given(st.data(), st.integers(1, 8), st.sampled_from(CANVASES), st.sampled_from(LANGUAGES))
def test_words_keep_apart_and_inside_unless_it_overflows(
    data: st.DataObject, count: int, canvas: Canvas, languages: tuple[str, ...]
) -> None:
    most = data.draw(st.sampled_from([2, 6, 14]))
    words = st.builds(text, chinese(1, most), english(1, most // 3 + 1))
    items = tuple(data.draw(st.lists(words, min_size=count, max_size=count)))
    place = body(canvas, languages)
    fitted = fit(items, place, languages)
    marks = at_rest(fitted)
    boxes = text_boxes(marks)
    by_key(marks)
    assert fitted.overflow or not collisions(boxes)
    assert fitted.overflow or not outside([*boxes, *(("link", link) for link in links(marks))], place)
    assert len({line.runs[0].font for mark in fitted.labels for line in mark.lines[:1]}) <= 1


@settings(deadline=None)
@given(st.data(), st.integers(2, 8), st.sampled_from([PLACE, HANGING]), st.sampled_from(LANGUAGES))
def test_words_do_not_stand_on_the_bands(
    data: st.DataObject, count: int, place: Rect, languages: tuple[str, ...]
) -> None:
    """Words are either within the part of a link that its neighbours leave free, or outside the whole chain."""
    words = st.builds(text, chinese(1, 6), english(1, 2))
    fitted = fit(tuple(data.draw(st.lists(words, min_size=count, max_size=count))), place, languages)
    if fitted.overflow:
        return
    chain = fitted.chain
    assert chain
    middles = chain.centres()
    for key, box in text_boxes(at_rest(fitted)):
        x, y = middles[int(key.partition(".")[2])]
        free = chain.length / 2 - chain.reach
        inside = not chain.upright and abs(box.y - y) < chain.width / 2
        if inside:
            assert x - free <= box.x
            assert box.right <= x + free
            assert y - chain.width / 2 + chain.stroke <= box.y
            assert box.bottom <= y + chain.width / 2 - chain.stroke
        elif chain.upright:
            assert box.x >= x + chain.width / 2
        else:
            assert box.bottom <= y - chain.width / 2 or box.y >= y + chain.width / 2


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
def test_four_short_labels_fit_every_canvas_at_full_size(canvas: Canvas, languages: tuple[str, ...]) -> None:
    assert not fit(SHORT, body(canvas, languages), languages).overflow


def test_links_reach_into_their_neighbours_only_and_lie_in_order() -> None:
    found = links(at_rest(fit()))
    assert len(found) == 4
    assert all(a.x < b.x < a.right < b.right for a, b in pairwise(found))
    assert all(a.right < c.x for a, c in zip(found, found[2:], strict=False))


def test_a_chain_of_few_is_no_longer_than_links_look_like_links() -> None:
    (first, second) = links(at_rest(fit(SHORT[:2])))
    assert first.w / first.h < 3.3
    assert second.right < PLACE.right


def test_short_words_stand_in_the_links_long_ones_beneath_and_in_a_tall_place_beside() -> None:
    within, beneath, beside = fit(), fit(LONG), fit(place=HANGING)
    assert all(link.contains(box) for link, (_, box) in zip(links(at_rest(within)), words(within), strict=True))
    lowest = max(link.bottom for link in links(at_rest(beneath)))
    assert all(box.y > lowest for _, box in words(beneath))
    rightmost = max(link.right for link in links(at_rest(beside)))
    assert all(box.x > rightmost for _, box in words(beside))


def words(fitted: FittedChain) -> list[tuple[str, Rect]]:
    return text_boxes(fitted.labels)


def test_words_too_long_for_a_row_stand_by_turns_above_and_beneath() -> None:
    many = tuple(text("环节", f"Commercialisation {k}") for k in range(8))
    fitted = fit(many, languages=("en",))
    assert not fitted.overflow
    middle = links(at_rest(fitted))[0].y
    above = {key for key, box in words(fitted) if box.y < middle}
    assert above == {"label.1", "label.3", "label.5", "label.7"}


def test_in_a_tall_place_each_label_is_beside_its_link() -> None:
    fitted = fit(place=HANGING)
    for (_, box), link in zip(words(fitted), links(at_rest(fitted)), strict=True):
        assert box.y + box.h / 2 == pytest.approx(link.y + link.h / 2, abs=2.0)


def test_keys_are_the_same_in_every_language() -> None:
    keys = {tuple(mark.key for mark in at_rest(fit(languages=languages))) for languages in LANGUAGES}
    assert len(keys) == 1


@given(MOMENTS)
def test_on_entry_one_link_joins_after_the_other_and_words_stand_at_once(t: float) -> None:
    fitted = fit()
    shown = fitted.marks(Phase(step=0, t=t))
    seen = [mark.key for mark in shown if mark.key.startswith("link")]
    assert seen == [f"link.{k}" for k in range(len(seen))]
    rest = by_key(at_rest(fitted))
    last = len(seen) - 1
    for k in range(last - 1):
        assert by_key(shown)[f"link.{k}"] == rest[f"link.{k}"], "all but the one that the last joins are whole"
    assert [mark for mark in shown if mark.key.startswith("label")] == list(fitted.labels)
    assert shown == fit().marks(Phase(step=0, t=t)), "the same moment is the same picture, forward and backward"


def test_the_beginning_is_empty_and_the_end_is_the_rest() -> None:
    fitted = fit()
    assert not links(fitted.marks(Phase(step=0, t=0.0)))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


def test_each_link_can_come_with_its_words_by_a_step() -> None:
    fitted = fit()
    reveals = (1, 2, 3, 4)
    assert fitted.marks(Phase(step=0, reveals=reveals)) == ()
    keys = {mark.key for mark in fitted.marks(Phase(step=2, reveals=reveals))}
    assert keys == {"link.0", "link.1", "label.0", "label.1"}
    early = {mark.key for mark in fitted.marks(Phase(step=2, t=0.1, reveals=reveals))}
    assert early == {"link.0", "link.1", "label.0"}
    assert Links(items=SHORT).parts() == 4


def test_a_link_is_whole_until_the_next_one_joins() -> None:
    fitted = fit()
    alone = by_key(fitted.marks(Phase(step=1, reveals=(1, 2, 3, 4))))["link.0"]
    joined = by_key(at_rest(fitted))["link.0"]
    assert isinstance(alone, ShapeMark)
    assert isinstance(joined, ShapeMark)
    assert isinstance(alone.shape, Path)
    assert alone.shape.segments[-1] == ("Z", ())
    assert alone.shape != joined.shape


@pytest.mark.parametrize(("count", "codes"), [(1, ["chain-count"]), (2, []), (8, []), (9, ["chain-count"])])
def test_two_to_eight_links_read_best(count: int, codes: list[str]) -> None:
    assert [finding.code for finding in fit(SHORT[:1] * count).findings] == codes


def test_one_link_is_no_plural() -> None:
    assert [finding.message.en for finding in fit(SHORT[:1]).findings] == ["there is 1 link in this chain"]


def test_without_items_nothing_is_drawn() -> None:
    assert at_rest(fit(())) == ()
