"""Tags and badges: their size, their place, and what they say."""

import pytest

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.figures import target_words
from jn_presenter.draw.tags import aligned, flow, note_tag, sample_tag, target_tag, under_badge
from jn_presenter.model.feed import Badge
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark
from tests.decks import NIGHT, text
from tests.look import LANGUAGES, by_key, collisions, env, facts, outside, text_boxes, words_of

PLACE = Rect(100.0, 200.0, 800.0, 400.0)


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_target_tag_is_its_own_legend(languages: tuple[str, ...]) -> None:
    tag = target_tag("target", target_words("2025", facts(), languages), env(languages), 800.0)
    marks = by_key(tag.at(100.0, 200.0))
    swatch = marks["target.swatch"]
    assert isinstance(swatch, ShapeMark)
    assert swatch.hatch
    assert swatch.stroke
    assert not swatch.fill
    assert not outside(text_boxes(marks.values()), Rect(100.0, 200.0, tag.width, tag.height))


@pytest.mark.parametrize(
    ("badge", "zh", "en"), [("sample", "示例数据", "Sample data"), ("simulated", "模拟数据", "Simulated data")]
)
@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_badge_says_what_the_data_is_in_every_language_on_a_plate(
    badge: Badge, zh: str, en: str, languages: tuple[str, ...]
) -> None:
    marks = by_key(sample_tag(env(languages), badge).at(0.0, 0.0))
    said = words_of(marks.values())
    assert (zh in said, en in said) == ("zh" in languages, "en" in languages)
    plate = marks["sample"]
    assert isinstance(plate, ShapeMark)
    assert plate.fill == NIGHT.ink
    assert not outside(text_boxes(marks.values()), Rect(0.0, 0.0, plate.shape.w, plate.shape.h))


def test_a_badge_takes_its_room_from_the_element() -> None:
    place, marks = under_badge(PLACE, env(), "sample")
    assert place.y > max(box.bottom for _, box in text_boxes(marks))
    assert place.bottom == PLACE.bottom
    assert under_badge(PLACE, env(), "") == (PLACE, ())


def test_tags_stand_side_by_side_where_they_fit_and_else_one_beneath_the_other() -> None:
    tags = [note_tag("note", text("2020年", "2020"), env(), 800.0), sample_tag(env(), "sample")]
    wide, low = flow(tags, 0.0, 0.0, 800.0, "left")
    narrow, high = flow(tags, 0.0, 0.0, 150.0, "left")
    assert high > low
    for marks in (wide, narrow):
        assert not collisions(text_boxes(marks))
    assert flow([], 0.0, 0.0, 100.0, "left") == ((), 0.0)


def test_alignment_is_by_the_spare_width() -> None:
    assert [aligned(20.0, 100.0, align) for align in ("left", "centre", "right")] == [0.0, 40.0, 80.0]


def test_two_languages_stand_on_one_line_where_all_texts_fit() -> None:
    texts = [text("智能电网", "Smart grid"), text("汽车", "Vehicles")]
    settings = set_compact(texts, env(("zh", "en")), 600.0, "caption")
    for setting in settings:
        assert len({line.y for line in setting.block.lines}) == 1
        assert setting.block.lines[0].x + setting.block.lines[0].width < setting.block.lines[1].x


def test_where_one_text_does_not_fit_all_are_stacked() -> None:
    texts = [text("智能电网", "A very long name in English"), text("汽车", "Vehicles")]
    for setting in set_compact(texts, env(("zh", "en")), 300.0, "caption"):
        assert len({line.y for line in setting.block.lines}) > 1


def test_words_with_a_line_break_are_never_set_on_one_line() -> None:
    (setting,) = set_compact([text("2000亿级\n目标", "")], env(), 800.0, "caption")
    assert [line.text for line in setting.block.lines] == ["2000亿级", "目标"]


def test_a_badge_too_wide_for_its_place_has_its_languages_one_beneath_the_other() -> None:
    narrow = Rect(100.0, 200.0, 240.0, 400.0)
    rest, marks = under_badge(narrow, env(("zh", "en")), "sample")
    boxes = text_boxes(marks)
    assert len(boxes) == 2
    assert not collisions(boxes)
    assert not outside(boxes, narrow)
    assert rest.y > max(box.bottom for _, box in boxes)
