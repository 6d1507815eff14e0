"""Processes: stages in order that keep apart, one size of labels, a line that grows to the next stage."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.elements.process import GAPS, Process, Stage
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.fields import Icon
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Path, ShapeMark, TextMark
from jn_presenter.model.text import Text, plain
from tests.decks import NIGHT, text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    by_key,
    collisions,
    env,
    labels,
    outside,
    text_boxes,
    words_of,
)

WIDE = Rect(112.0, 304.0, 1696.0, 656.0)
TALL = Rect(96.0, 448.0, 888.0, 1320.0)
CLASSIC = Rect(64.0, 304.0, 1312.0, 656.0)
WALL = Rect(1368.0, 112.0, 2272.0, 848.0)
PLACES = [WIDE, TALL, CLASSIC, WALL]
LEAF = Icon("leaf", (("M", (2.0, 2.0)), ("L", (22.0, 22.0)), ("C", (2.0, 12.0, 12.0, 22.0, 22.0, 12.0)), ("Z", ())))
NAMES = [
    ("注册落地", "Registration"),
    ("项目建设", "Construction"),
    ("企业运营", "Operation"),
    ("发展壮大", "Growth"),
    ("上市", "Listing"),
    ("反哺", "Giving back"),
]


def process(count: int = 4, *, texts: bool = False, icons: bool = False) -> Process:
    said = text("专人陪同办理", "With a guide") if texts else None
    return Process(
        items=tuple(Stage(label=text(*name), text=said, icon=LEAF if icons else None) for name in NAMES[:count])
    )


def stages() -> st.SearchStrategy[Stage]:
    return st.builds(Stage, label=labels(), text=st.none() | labels(), icon=st.none() | st.just(LEAF))


def places() -> st.SearchStrategy[Rect]:
    """The bodies of the four canvases, and less high ones."""
    return st.builds(
        lambda place, share: structs.replace(place, h=share * place.h), st.sampled_from(PLACES), st.floats(0.2, 1.0)
    )


def points(mark: AnyMark) -> list[tuple[float, float]]:
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Path)
    return [pair for _, numbers in mark.shape.segments for pair in zip(numbers[::2], numbers[1::2], strict=True)]


def extent(mark: AnyMark) -> Rect:
    """What a shape takes without the width of its stroke."""
    xs, ys = zip(*points(mark), strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def boxes(marks: tuple[AnyMark, ...]) -> list[tuple[str, Rect]]:
    return text_boxes(marks) + [(mark.key, extent(mark)) for mark in marks if isinstance(mark, ShapeMark)]


def sizes(marks: tuple[AnyMark, ...], prefix: str) -> set[float]:
    """Of the first language of each of these texts."""
    found = (mark for mark in marks if isinstance(mark, TextMark) and mark.key.startswith(prefix))
    return {mark.lines[0].runs[0].font.size for mark in found}


@settings(deadline=None)
@given(st.lists(stages(), min_size=3, max_size=6), st.sampled_from(LANGUAGES), places())
def test_nothing_overlaps_or_leaves_its_place_unless_it_says_so(
    items: list[Stage], languages: tuple[str, ...], place: Rect
) -> None:
    fitted = Process(items=tuple(items)).fit(place, env(languages))
    found = boxes(at_rest(fitted))
    assert fitted.overflow or not collisions(found)
    assert fitted.overflow or not outside(found, place)


@settings(deadline=None)
@given(st.lists(stages(), min_size=3, max_size=6), st.sampled_from(PLACES))
def test_all_labels_share_one_size_and_all_texts_another(items: list[Stage], place: Rect) -> None:
    marks = at_rest(Process(items=tuple(items)).fit(place, env()))
    assert len(sizes(marks, "label.")) == 1
    assert len(sizes(marks, "text.")) <= 1


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_usual_stages_fit_every_canvas(count: int, place: Rect, languages: tuple[str, ...]) -> None:
    for chart in (process(count), process(count, texts=True, icons=True)):
        fitted = chart.fit(place, env(languages))
        found = boxes(at_rest(fitted))
        assert not fitted.overflow
        assert not collisions(found)
        assert not outside(found, place)


@pytest.mark.parametrize("place", [WIDE, CLASSIC, WALL])
def test_stages_stand_side_by_side_where_it_is_wide(place: Rect) -> None:
    found = dict(text_boxes(at_rest(process(texts=True).fit(place, env()))))
    for part in ("head", "label", "text"):
        assert len({found[f"{part}.{k}"].y for k in range(4)}) == 1
        assert len({round(found[f"{part}.{k + 1}"].x - found[f"{part}.{k}"].x, 3) for k in range(3)}) == 1
    assert found["head.0"].x == found["label.0"].x == found["text.0"].x == place.x
    assert found["head.0"].bottom < found["label.0"].y < found["text.0"].y


def test_texts_side_by_side_begin_at_one_height_however_many_lines_the_labels_take() -> None:
    names = ("短", "长" * 20, "短")
    chart = Process(items=tuple(Stage(label=plain(name), text=plain("说明")) for name in names))
    found = text_boxes(at_rest(chart.fit(WIDE, env())))
    assert len([key for key, _ in found if key == "label.1"]) > 1
    assert len({box.y for key, box in found if key.startswith("text")}) == 1


def test_stages_fit_down_to_the_height_that_they_need() -> None:
    heights = [h for h in range(60, 400) if not process(texts=True).fit(structs.replace(WIDE, h=h), env()).overflow]
    least = structs.replace(WIDE, h=heights[0])
    found = boxes(at_rest(process(texts=True).fit(least, env())))
    assert heights == list(range(heights[0], 400))
    assert not outside(found, least)
    assert max(box.bottom for _, box in found) > least.bottom - 16.0


def test_stages_beneath_each_other_keep_their_distance_where_it_is_crowded() -> None:
    tried = (process(6, texts=True).fit(structs.replace(TALL, h=h), env(("zh", "en"))) for h in range(820, 1320, 4))
    found = text_boxes(at_rest(next(fitted for fitted in tried if not fitted.overflow)))
    feet = [max(box.bottom for key, box in found if key.endswith(f".{k}")) for k in range(6)]
    heads = [min(box.y for key, box in found if key.endswith(f".{k}")) for k in range(6)]
    assert all(below - above >= GAPS[0] for above, below in zip(feet, heads[1:], strict=False))


def test_few_stages_do_not_spread_over_all_of_a_tall_canvas() -> None:
    found = text_boxes(at_rest(process(3).fit(TALL, env())))
    assert max(box.bottom for _, box in found) < TALL.y + TALL.h / 2


def test_a_column_of_stages_stands_as_its_slot_is_anchored() -> None:
    def top(anchor: str) -> float:
        return min(box.y for _, box in text_boxes(at_rest(process(3).fit(TALL, env(anchor=anchor)))))

    assert TALL.y == top("top") < top("middle") < top("bottom")


def test_words_beside_the_heads_break_before_the_edge() -> None:
    long = Process(items=(Stage(label=plain("阶段" * 12), text=plain("说明" * 20)),) * 3)
    fitted = long.fit(TALL, env())
    assert not fitted.overflow
    assert not outside(boxes(at_rest(fitted)), TALL)


def test_stages_stand_one_beneath_the_other_where_it_is_tall() -> None:
    found = dict(text_boxes(at_rest(process().fit(TALL, env()))))
    assert len({found[f"label.{k}"].x for k in range(4)}) == 1
    assert len({round(found[f"head.{k + 1}"].y - found[f"head.{k}"].y, 3) for k in range(3)}) == 1
    assert all(found[f"head.{k}"].right < found[f"label.{k}"].x for k in range(4))


def test_the_line_runs_from_one_head_to_the_next() -> None:
    for place in (WIDE, TALL):
        for icons in (False, True):
            marks = by_key(at_rest(process(icons=icons).fit(place, env())))
            heads = dict(boxes(tuple(mark for key, mark in marks.items() if key.startswith("head"))))
            for k in range(1, 4):
                start, end = points(marks[f"way.{k}"])[:2]
                before, after = heads[f"head.{k - 1}"], heads[f"head.{k}"]
                if place is WIDE:
                    assert before.right < start[0] < end[0] < after.x
                    assert start[1] == end[1]
                    assert after.y < end[1] < after.bottom
                else:
                    assert before.bottom - 2.0 < start[1] < end[1] < after.y + 2.0
                    assert start[0] == end[0] == pytest.approx(after.x + after.w / 2)


def test_a_stage_has_its_number_or_its_icon() -> None:
    mixed = Process(items=(Stage(label=plain("A")), Stage(label=plain("B"), icon=LEAF), Stage(label=plain("C"))))
    marks = by_key(at_rest(mixed.fit(WIDE, env())))
    assert words_of([marks["head.0"], marks["head.2"]]) == "1\n3"
    assert {key: box.x for key, box in boxes(tuple(marks.values()))}["head.0"] == WIDE.x
    assert isinstance(marks["head.1"], ShapeMark)
    assert marks["head.1"].stroke == NIGHT.accent


def test_a_number_stands_beside_the_first_line_of_its_label_where_it_is_tall() -> None:
    marks = by_key(at_rest(process(texts=True).fit(TALL, env())))
    head, label = marks["head.1"], marks["label.1"]
    assert isinstance(head, TextMark)
    assert isinstance(label, TextMark)
    middles = [
        line.y - share * line.runs[0].font.size for line, share in ((head.lines[0], 0.37), (label.lines[0], 0.38))
    ]
    assert middles[0] == pytest.approx(middles[1])


def test_labels_are_set_smaller_before_one_of_them_folds() -> None:
    three = [text("短", "Gather"), text("短", "Raise"), text("短", "Build the ecosystem")]
    fitted = Process(items=tuple(Stage(label=label) for label in three)).fit(CLASSIC, env(("en",)))
    marks = at_rest(fitted)
    assert sizes(marks, "label") == {36.0}
    assert all(len(mark.lines) == 1 for key, mark in by_key(marks).items() if key.startswith("label"))


def test_words_are_set_smaller_before_they_break() -> None:
    def size(label: Text) -> float:
        (found,) = sizes(at_rest(Process(items=(Stage(label=label),) * 6).fit(CLASSIC, env(("en",)))), "label.")
        return found

    assert [size(text("", word)) for word in ("Growth", "Operation", "Construction")] == [48.0, 36.0, 28.0]


class Breaking(FixedMeasure):
    """Breaks words too, as measures with real fonts do: no line is wider than the column."""

    def wrap(self, runs, width, **more):  # type: ignore[no-untyped-def]
        block = super().wrap(runs, width, **more)
        return type(block)(block.lines, min(block.width, width), block.height)


def test_a_word_wider_than_its_column_overflows_even_where_the_measure_breaks_it() -> None:
    chart = Process(items=(Stage(label=text("注册", "Internationalisation")),) * 6)
    for language, broken in (("en", True), ("zh", False)):
        breaking = structs.replace(env((language,)), measure=Breaking())
        assert chart.fit(CLASSIC, breaking).overflow is broken


def test_what_does_not_fit_overflows() -> None:
    assert Process(items=(Stage(label=text("信息" * 200, "")),) * 3).fit(CLASSIC, env()).overflow
    assert Process(items=(Stage(label=text("信息", ""), text=text("服务" * 200, "")),) * 6).fit(TALL, env()).overflow


def test_a_smaller_scale_makes_everything_smaller() -> None:
    full, small = (at_rest(process(texts=True).fit(WIDE, env(scale=scale))) for scale in (1.0, 0.7))
    for prefix in ("head.", "label.", "text."):
        (large,), (less,) = sizes(full, prefix), sizes(small, prefix)
        assert less == pytest.approx(0.7 * large)


def keys(fitted: Fitted, **phase: object) -> list[str]:
    return [mark.key for mark in fitted.marks(Phase(**phase))]  # type: ignore[arg-type]


def test_each_stage_is_a_part_and_the_line_comes_with_it() -> None:
    fitted = process().fit(WIDE, env())
    reveals = (1, 2, 3, 4)
    assert process().parts() == 4
    assert keys(fitted, step=0, reveals=reveals) == []
    assert keys(fitted, step=1, reveals=reveals) == ["head.0", "label.0"]
    assert keys(fitted, step=2, reveals=reveals) == ["head.0", "label.0", "way.1", "head.1", "label.1"]
    assert len(keys(fitted, step=4, reveals=reveals)) == 4 * 2 + 3


def test_the_line_comes_to_a_stage_before_the_stage_appears() -> None:
    fitted = process().fit(WIDE, env())
    early = fitted.marks(Phase(step=2, t=0.1, reveals=(1, 2, 3, 4)))
    assert [mark.key for mark in early] == ["head.0", "label.0", "way.1"]
    late = by_key(fitted.marks(Phase(step=2, t=0.4, reveals=(1, 2, 3, 4))))
    assert 0.0 < late["label.1"].opacity < 1.0


def test_stages_of_one_step_are_reached_one_by_one() -> None:
    fitted = process().fit(WIDE, env())
    halfway = keys(fitted, step=1, t=0.3, reveals=(1,))
    assert "label.1" in halfway
    assert "label.3" not in halfway


@given(MOMENTS)
def test_entry_draws_the_line_past_stages_that_stand_already(t: float) -> None:
    fitted = process().fit(WIDE, env())
    marks = by_key(fitted.marks(Phase(step=0, t=t)))
    assert [key for key in marks if key.startswith("label")] == [f"label.{k}" for k in range(4)]
    assert all(mark.opacity == 1.0 for mark in marks.values())
    ways = [points(marks[f"way.{k}"])[1][0] if f"way.{k}" in marks else None for k in range(1, 4)]
    assert all(later is None or earlier is not None for earlier, later in pairwise(ways))


def test_the_line_is_there_from_the_first_moment_and_whole_at_the_last() -> None:
    fitted = process().fit(WIDE, env())
    assert not any(key.startswith("way") for key in keys(fitted, step=0, t=0.0))
    assert "way.1" in keys(fitted, step=0, t=0.01)
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


@given(MOMENTS.filter(bool), st.sampled_from([WIDE, TALL]))
@example(0.005, WIDE)
@example(0.005, TALL)
def test_the_tip_travels_along_the_line_and_never_reaches_back_past_its_start(t: float, place: Rect) -> None:
    fitted = process().fit(place, env())
    marks = by_key(fitted.marks(Phase(step=2, t=t, reveals=(1, 2, 3, 4))))
    start, tip, left, middle, right = points(marks["way.1"])
    whole = points(by_key(at_rest(fitted))["way.1"])
    along = 0 if place is WIDE else 1
    assert start == whole[0]
    travelled = (tip[along] - start[along]) / (whole[1][along] - start[along])
    assert travelled == pytest.approx(1.0 - (1.0 - t) ** 3)
    assert middle == tip
    assert start[along] - 1e-6 <= left[along] == right[along] < tip[along]
    assert left[1 - along] + right[1 - along] == pytest.approx(2 * tip[1 - along])


@given(MOMENTS, st.integers(1, 4))
def test_a_step_begins_where_the_one_before_ended(t: float, step: int) -> None:
    fitted = process(texts=True).fit(TALL, env())
    reveals = (1, 2, 3, 4)
    assert fitted.marks(Phase(step=step, t=0.0, reveals=reveals)) == fitted.marks(Phase(step=step - 1, reveals=reveals))
    assert fitted.marks(Phase(step=step, t=t, reveals=reveals)) == fitted.marks(Phase(step=step, t=t, reveals=reveals))


def test_keys_do_not_depend_on_language_place_or_size() -> None:
    found = {
        tuple(by_key(at_rest(process(texts=True).fit(place, env(languages, scale=scale)))))
        for place in PLACES
        for languages in LANGUAGES
        for scale in (1.0, 0.7)
    }
    assert len(found) == 1


def test_the_second_language_stands_beneath_the_first_in_quiet_ink() -> None:
    marks = by_key(at_rest(process(texts=True).fit(WIDE, env(("zh", "en")))))
    label, said = marks["label.0"], marks["text.0"]
    assert isinstance(label, TextMark)
    assert isinstance(said, TextMark)
    assert [line.text for line in label.lines] == ["注册落地", "Registration"]
    assert [line.runs[0].font.bold for line in label.lines] == [True, False]
    assert [line.runs[0].colour for line in label.lines] == [NIGHT.ink, NIGHT.quiet]
    assert [line.runs[0].colour for line in said.lines] == [NIGHT.quiet, NIGHT.quiet]


@pytest.mark.parametrize("count", [2, 7])
def test_too_few_or_too_many_stages_are_said(count: int) -> None:
    fitted = Process(items=(Stage(label=text("阶段", "Stage")),) * count).fit(WIDE, env())
    assert [finding.code for finding in fitted.findings] == ["process-count"]


def test_one_stage_is_no_plural() -> None:
    fitted = Process(items=(Stage(label=text("阶段", "Stage")),)).fit(WIDE, env())
    assert [finding.message.en for finding in fitted.findings] == ["there is 1 stage here"]


def test_no_stage_at_all_is_said_and_shows_nothing() -> None:
    fitted = Process(items=()).fit(WIDE, env())
    assert at_rest(fitted) == ()
    assert [finding.code for finding in fitted.findings] == ["process-count"]


def test_an_unknown_fact_in_any_words_is_found_once() -> None:
    chart = Process(items=(Stage(label=plain("<nowhere>"), text=plain("<nowhere>")),) * 3)
    assert [finding.code for finding in chart.fit(WIDE, env()).findings] == ["unknown-fact"]
