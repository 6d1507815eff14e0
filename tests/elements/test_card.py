"""Cards: alike in equal rectangles whatever they say, targets as targets, nothing beside its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.alike import agreed
from jn_presenter.draw.numeral import CAPITALS
from jn_presenter.draw.typography import ASCENT
from jn_presenter.elements.card import Card
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.fields import FactId, Icon
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect
from jn_presenter.model.marks import AnyMark, Box, Path, ShapeMark, TextMark
from jn_presenter.model.text import Text
from tests.decks import text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    by_key,
    chinese,
    collisions,
    english,
    env,
    fact,
    facts,
    outside,
    text_boxes,
    words_of,
)

CANVASES = [TALL, CLASSIC, WIDE, WALL]
PLACE = Rect(112.0, 312.0, 376.0, 560.0)
LOW = Rect(96.0, 400.0, 888.0, 296.0)
LEAF = Icon("leaf", (("M", (4.0, 2.0)), ("C", (4.0, 12.0, 12.0, 22.0, 20.0, 22.0)), ("L", (20.0, 2.0)), ("Z", ())))
KNOWN = facts(
    fact("zones", text("经开区", "Zones"), value="210", unit="zones", op="over", word="余"),
    fact("grid", value="1000", unit="yi-yuan", op="over", word="突破", as_of="2020"),
    fact("software", value="2000", unit="yi-yuan", op="class", kind="target", due="2025"),
    fact("chips", value="1000", unit="yi-yuan", op="near-class", kind="target", due="2025"),
    fact("green", value="47", unit="percent"),
    fact("rank", value="6", unit="rank"),
    fact("claim", kind="claim"),
    fact("long", value="123456789012"),
)
NAMED = ("zones", "grid", "software", "chips", "green", "rank")
TITLE = text("智能电网", "Smart grid")
WORDS = text("特高压与柔性直流，走在前面", "Ahead in ultra-high voltage")


def fit(
    languages: tuple[str, ...] = ("zh",),
    place: Rect = PLACE,
    *,
    scale: float = 1.0,
    title: Text = TITLE,
    **more: object,
) -> Fitted:
    return Card(title=title, **more).fit(place, env(languages, KNOWN, scale=scale))  # type: ignore[arg-type]


def places(canvas: Canvas, count: int, languages: tuple[str, ...], lead: int = 0) -> tuple[Rect, ...]:
    counts = {"title": len(languages), "provenance": len(languages), "lead": lead, "cards": count}
    return LAYOUTS["cards"].arrange(canvas, counts)["cards"]


def row(*cards: Card, languages: tuple[str, ...] = ("zh",), place: Rect = PLACE) -> list[Fitted]:
    """The cards as they stand together on a slide."""
    here = env(languages, KNOWN)
    shared = agreed([(card, place, here) for card in cards])
    return [card.fit(place, structs.replace(here, shared=shared)) for card in cards]


def left(fitted: Fitted, key: str) -> float:
    mark = by_key(at_rest(fitted))[key]
    assert isinstance(mark, TextMark)
    return min(line.x for line in mark.lines)


def line(fitted: Fitted, key: str) -> tuple[float, float]:
    """Baseline and size of the first line of a text."""
    mark = by_key(at_rest(fitted))[key]
    assert isinstance(mark, TextMark)
    return mark.lines[0].y, mark.lines[0].runs[0].font.size


def ink(key: str, box: Rect) -> Rect:
    """Figures are not as tall as their em box."""
    above = (ASCENT - CAPITALS) * box.h if key.startswith("figure") else 0.0
    return Rect(box.x, box.y + above, box.w, box.h - above)


def drawn(mark: AnyMark) -> Rect:
    """What a stroked path takes, by its control points and half its stroke."""
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Path)
    xs = [n for _, numbers in mark.shape.segments for n in numbers[::2]]
    ys = [n for _, numbers in mark.shape.segments for n in numbers[1::2]]
    box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return box.inset(-mark.width / 2, -mark.width / 2)


HEADS = st.sampled_from([{}, {"icon": LEAF}, *({"fact": FactId(name)} for name in NAMED)])


@settings(deadline=None)
@given(st.data(), st.sampled_from(CANVASES), st.integers(2, 8), st.sampled_from(LANGUAGES), HEADS)
def test_a_card_stands_inside_its_place_and_nothing_overlaps(
    data: st.DataObject, canvas: Canvas, count: int, languages: tuple[str, ...], head: dict[str, object]
) -> None:
    place = places(canvas, count, languages)[-1]
    title = data.draw(st.builds(text, chinese(1, 14), english(1, 4)))
    words = data.draw(st.none() | st.builds(text, chinese(1, 30), english(1, 12)))
    scale = data.draw(st.sampled_from([1.0, 0.9, 0.8, 0.7]))
    fitted = fit(languages, place, scale=scale, title=title, text=words, **head)
    marks = at_rest(fitted)
    boxes = [(key, ink(key, box)) for key, box in text_boxes(marks)]
    by_key(marks)
    assert fitted.overflow or not outside(boxes, place)
    assert fitted.overflow or not collisions(boxes)
    words_top = next(box.y for key, box in boxes if key == "title")
    for mark in marks:
        if isinstance(mark, ShapeMark) and mark.key == "icon":
            assert place.contains(drawn(mark))
        if isinstance(mark, ShapeMark) and mark.key == "target.rule" and isinstance(mark.shape, Box):
            assert place.w >= place.h * 2 or mark.shape.y + mark.shape.h <= words_top


@pytest.mark.parametrize("count", range(2, 9))
@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("head", [{"icon": LEAF}, {"fact": FactId("green")}], ids=["icon", "figure"])
def test_usual_words_need_no_smaller_slide(canvas: Canvas, count: int, head: dict[str, object]) -> None:
    for place in places(canvas, count, ("zh",)):
        assert not fit(("zh",), place, text=WORDS, **head).overflow


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", [PLACE, LOW, Rect(64.0, 300.0, 624.0, 256.0)])
def test_cards_of_a_slide_agree_whatever_they_say(place: Rect, languages: tuple[str, ...]) -> None:
    heads: list[dict[str, object]] = [{"icon": LEAF}, *({"fact": FactId(name)} for name in ("green", "rank", "zones"))]
    cards = row(*(Card(title=TITLE, text=WORDS, **head) for head in heads), languages=languages, place=place)  # type: ignore[arg-type]
    assert len({line(card, "title")[1] for card in cards}) == 1
    assert len({line(card, "text")[1] for card in cards}) == 1
    assert len({line(card, "figure.number")[1] for card in cards[1:]}) == 1
    assert len({left(card, "title") for card in cards}) == 1
    if place != LOW:
        assert len({line(card, "title") for card in cards}) == 1
        assert len({line(card, "figure.number") for card in cards[1:]}) == 1


def test_the_longest_words_decide_for_all() -> None:
    short, long = Card(title=TITLE, icon=LEAF), Card(title=TITLE, icon=LEAF, text=text("长" * 60, "long " * 30))
    place = Rect(64.0, 300.0, 392.0, 248.0)
    (alone,) = row(short, place=place)
    beside_it, other = row(short, long, place=place)
    assert line(beside_it, "title")[1] == line(other, "title")[1] < line(alone, "title")[1]
    assert drawn(by_key(at_rest(beside_it))["icon"]).h < drawn(by_key(at_rest(alone))["icon"]).h


def test_a_title_alone_has_the_largest_icon() -> None:
    alone, with_words = (drawn(by_key(at_rest(fit(icon=LEAF, text=words)))["icon"]).h for words in (None, WORDS))
    assert alone > with_words


def test_a_chinese_name_is_rather_set_smaller_than_broken_but_never_as_small_as_a_caption() -> None:
    place = Rect(0.0, 0.0, 336.0, 600.0)
    sizes = [line(fit(place=place, title=text("字" * count, "x")), "title")[1] for count in (7, 8, 14)]
    assert sizes == [48.0, 36.0, 48.0]


def test_an_icon_ends_on_the_baseline_of_figures_and_begins_at_the_left_edge() -> None:
    with_icon, with_figure = row(Card(title=TITLE, icon=LEAF), Card(title=TITLE, fact=FactId("green")))
    icon = drawn(by_key(at_rest(with_icon))["icon"])
    baseline, size = line(with_figure, "figure.number")
    assert icon.x == pytest.approx(PLACE.x)
    assert icon.bottom == pytest.approx(baseline, abs=4.0)
    assert icon.h >= CAPITALS * size


def test_a_figure_with_words_above_it_stands_on_the_same_baseline() -> None:
    figures = [Card(title=TITLE, fact=FactId(name)) for name in ("green", "chips")]
    short, long = row(*figures, languages=("en",))
    marks = by_key(at_rest(long))
    before, number = marks["figure.before"], marks["figure.number"]
    assert isinstance(before, TextMark)
    assert isinstance(number, TextMark)
    assert before.lines[0].y < number.lines[0].y
    assert line(short, "figure.number") == line(long, "figure.number")


def test_in_a_low_place_the_words_stand_close_to_the_icon_and_level_with_it() -> None:
    marks = by_key(at_rest(fit(place=LOW, icon=LEAF, text=WORDS)))
    icon = drawn(marks["icon"])
    boxes = [box for key, box in text_boxes(marks.values()) if key in ("title", "text")]
    assert 0.0 < min(box.x for box in boxes) - icon.right < icon.h
    middle = (min(box.y for box in boxes) + max(box.bottom for box in boxes)) / 2
    assert middle == pytest.approx(icon.y + icon.h / 2, abs=12.0)


def test_the_head_stands_above_the_words_or_beside_them_where_the_place_is_low_and_wide() -> None:
    above, beside = (drawn(by_key(at_rest(fit(place=place, icon=LEAF)))["icon"]) for place in (PLACE, LOW))
    assert above.bottom < text_boxes(at_rest(fit(place=PLACE, icon=LEAF)))[0][1].y
    title = next(box for key, box in text_boxes(at_rest(fit(place=LOW, icon=LEAF))) if key == "title")
    assert beside.right < title.x
    assert beside.y < title.bottom


def test_without_a_head_the_words_begin_at_the_top() -> None:
    assert line(fit(), "title")[0] < line(fit(icon=LEAF), "title")[0]
    assert line(fit(), "title")[0] < PLACE.y + 60.0


def test_stacked_the_second_language_is_smaller_and_beneath() -> None:
    mark = by_key(at_rest(fit(("zh", "en"), icon=LEAF)))["title"]
    assert isinstance(mark, TextMark)
    first, second = mark.lines
    assert second.y > first.y
    assert second.runs[0].font.size == pytest.approx(max(24.0, 0.6 * first.runs[0].font.size))
    assert second.runs[0].colour == env().style.quiet


def test_a_target_is_tagged_outlined_and_hatched_and_not_in_the_accent() -> None:
    marks = by_key(at_rest(fit(fact=FactId("software"))))
    assert "目标（至2025年）" in words_of(marks.values())
    for key in ("target.rule", "target.swatch"):
        mark = marks[key]
        assert isinstance(mark, ShapeMark)
        assert mark.hatch
        assert mark.stroke
        assert mark.fill is None
    number = marks["figure.number"]
    assert isinstance(number, TextMark)
    assert number.lines[0].runs[0].colour != env().style.accent
    assert number.datum
    assert number.datum.state == "target"


def test_what_is_reached_is_in_the_accent_dated_and_without_sign_of_a_target() -> None:
    marks = by_key(at_rest(fit(fact=FactId("grid"))))
    number = marks["figure.number"]
    assert isinstance(number, TextMark)
    assert number.lines[0].runs[0].colour == env().style.accent
    assert "2020年" in words_of(marks.values())
    assert not any(key.startswith("target") for key in marks)


def test_an_undated_figure_gets_no_date() -> None:
    assert "年" not in words_of(at_rest(fit(fact=FactId("green"))))


@given(MOMENTS)
def test_a_figure_counts_up_and_ends_exactly(t: float) -> None:
    fitted = fit(fact=FactId("zones"))
    number = by_key(fitted.marks(Phase(step=0, t=t)))["figure.number"]
    assert isinstance(number, TextMark)
    assert 0 <= int(number.lines[0].text) <= 210
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
    assert fitted.marks(Phase(step=0, t=t)) == fit(fact=FactId("zones")).marks(Phase(step=0, t=t))


def test_a_rank_does_not_count() -> None:
    number = by_key(fit(fact=FactId("rank")).marks(Phase(step=0, t=0.0)))["figure.number"]
    assert isinstance(number, TextMark)
    assert number.lines[0].text == "6"


def test_words_stand_at_once_on_entry_and_rise_when_their_step_comes() -> None:
    fitted = fit(icon=LEAF, text=WORDS)
    assert fitted.marks(Phase(step=0, t=0.0)) == at_rest(fitted)
    assert fitted.marks(Phase(step=0, reveals=(1,))) == ()
    half = by_key(fitted.marks(Phase(step=1, t=0.5, reveals=(1,))))
    title = half["title"]
    assert isinstance(title, TextMark)
    assert 0.0 < title.opacity < 1.0
    assert title.dy > 0.0


def test_a_long_figure_is_set_smaller_and_the_slide_is_not() -> None:
    fitted = fit(("en",), fact=FactId("long"))
    assert not fitted.overflow
    assert line(fitted, "figure.number")[1] < line(fit(("en",), fact=FactId("green")), "figure.number")[1]


def test_icon_and_figure_at_once_is_a_finding_and_the_figure_stands() -> None:
    fitted = fit(icon=LEAF, fact=FactId("green"))
    assert [finding.code for finding in fitted.findings] == ["one-of-two"]
    assert "icon" not in by_key(at_rest(fitted))


def test_a_fact_without_value_is_a_finding() -> None:
    assert [finding.code for finding in fit(fact=FactId("claim")).findings] == ["fact-without-value"]


def test_its_data_is_the_facts_row_or_none() -> None:
    assert Card(title=TITLE).as_table(env()) is None
    data = Card(title=TITLE, fact=FactId("green")).as_table(env())
    assert data
    assert data.rows == (("<green.label>", "<green>"),)


def test_it_is_one_part() -> None:
    assert Card(title=TITLE).parts() == 1
