"""Where elements meet layouts: what is placed where, at which step, at which size. With fixed advances, no fonts."""

from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.compose import FittedSlide, counts, fit_slide, frame, logo, moves, refit
from jn_presenter.draw.anchors import free_rect
from jn_presenter.draw.animate import Change, Way
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.deck import Free, Slide, Target
from jn_presenter.model.element import Phase
from jn_presenter.model.fact import Fact, Facts, Source, Unit, UnitForms
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect
from jn_presenter.model.marks import TextMark
from jn_presenter.model.style import ROLES, SMALL
from jn_presenter.model.text import plain
from tests.decks import DAY, NIGHT, bars_slide, deck, element, feed, points_slide, rows, table_slide, text

CANVASES = [WIDE, TALL, CLASSIC, WALL]


def fit(slide: Slide, canvas: Canvas = WIDE, languages: tuple[str, ...] = ("zh",), **more: object) -> FittedSlide:
    return fit_slide(deck(slide, **more), slide, canvas, languages, NIGHT, FixedMeasure())


def words(fitted: FittedSlide, step: int, t: float = 1.0) -> str:
    marks = (mark for part in frame(fitted, step, t) for mark in part.marks)
    return "\n".join(line.text for mark in marks if isinstance(mark, TextMark) for line in mark.lines)


def test_the_title_is_always_there_and_in_the_slots_role() -> None:
    placed = {item.path: item for item in fit(points_slide("a/one")).placed}
    (title,) = placed["title"].fitted.marks(_settled())
    assert isinstance(title, TextMark)
    assert title.lines[0].runs[0].font.size == 72
    assert title.lines[0].runs[0].font.bold


def _settled() -> Phase:

    return Phase(step=0)


def test_a_part_appears_with_the_step_that_lists_it() -> None:
    fitted = fit(points_slide("a/one", 3))
    for step in range(4):
        shown = words(fitted, step)
        for part in range(1, 4):
            assert (f"第{part}条" in shown) == (part <= step)


def test_parts_that_no_step_lists_are_there_from_the_beginning() -> None:
    fitted = fit(points_slide("a/one", 3, steps=((Target("points", 2),),)))
    assert "第1条" in words(fitted, 0)
    assert "第2条" not in words(fitted, 0)
    assert "第3条" in words(fitted, 0)
    assert "第2条" in words(fitted, 1)


def test_one_entry_can_reveal_several_parts_at_once() -> None:
    fitted = fit(points_slide("a/one", 3, steps=((Target("points", 1), Target("points", 3)), (Target("points", 2),))))
    assert [line for line in words(fitted, 1).splitlines() if "条" in line] == [
        "a/one 的第1条要点",
        "a/one 的第3条要点",
    ]


def test_a_whole_slot_appears_at_its_step() -> None:
    fitted = fit(points_slide("a/one", 2, steps=((Target("points"),),)))
    assert "第1条" not in words(fitted, 0)
    assert "第2条" in words(fitted, 1)


def test_a_step_at_t_0_is_the_step_before() -> None:
    fitted = fit(points_slide("a/one", 3))
    for step in (1, 2, 3):
        assert words(fitted, step, 0.0) == words(fitted, step - 1, 1.0)


def test_elements_of_a_slot_for_many_are_revealed_one_by_one() -> None:
    kpis = tuple(element("kpi", value=Decimal(k), label=plain(f"数{k}")) for k in (1, 2, 3))
    slide = Slide(
        id="a/k",
        theme="a",
        layout="kpi-grid",
        title=text("标题", "Title"),
        steps=((Target("kpis", 1),), (Target("kpis", 2), Target("kpis", 3))),
        slots=(("kpis", kpis),),
    )
    fitted = fit(slide)
    reveals = {item.path: item.reveals for item in fitted.placed}
    assert (reveals["kpis.1"], reveals["kpis.2"], reveals["kpis.3"]) == ((1,), (2,), (2,))
    assert fitted.last_step == 2


def test_charts_play_when_the_slide_is_entered_and_texts_stand() -> None:
    placed = {item.path: item for item in fit(bars_slide("a/bars")).placed}
    assert moves(placed["chart"], 0)
    assert not moves(placed["title"], 0)


def test_what_overflows_is_fitted_again_smaller_and_all_of_a_role_alike() -> None:
    long = "很长的一条要点，" * 14
    items = tuple(text(f"{k}{long}", "long") for k in range(5))
    slide = structs.replace(points_slide("a/long"), slots=(("points", (element("points", items=items),)),), steps=())
    fitted = fit(slide)
    marks = [mark for part in frame(fitted, 0) if part.path == "points" for mark in part.marks]
    sizes = {run.font.size for mark in marks if isinstance(mark, TextMark) for line in mark.lines for run in line.runs}
    assert len(sizes) == 1
    assert 24 <= sizes.pop() < 36


def test_what_still_overflows_is_found_and_no_text_is_under_24_px() -> None:
    items = tuple(text("太多的字。" * 60, "long") for _ in range(6))
    slide = structs.replace(points_slide("a/long"), slots=(("points", (element("points", items=items),)),), steps=())
    fitted = fit(slide)
    assert ("points", "overflow") in [(path, finding.code) for path, finding in fitted.findings]
    for part in frame(fitted, 0):
        for mark in part.marks:
            if isinstance(mark, TextMark):
                assert all(run.font.size >= 24 for line in mark.lines for run in line.runs)


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")], ids="+".join)
def test_every_shape_and_language_fits_an_ordinary_slide(canvas: Canvas, languages: tuple[str, ...]) -> None:
    for slide in (points_slide("a/one", 4), bars_slide("a/bars")):
        fitted = fit(slide, canvas, languages)
        codes = [finding.code for _, finding in fitted.findings if finding.code != "fallback-language"]
        assert codes == []
        for item in fitted.placed:
            assert canvas.rect.contains(item.rect)


def facts() -> Facts:
    unit = Unit(
        id="percent", languages=(("zh", UnitForms((("exact", "{v}%"),))), ("en", UnitForms((("exact", "{v}%"),))))
    )
    green = Fact(
        id="green", kind="achieved", label=text("绿化", "Green"), value=Decimal(47), unit="percent", source="s"
    )
    source = Source(id="s", publisher=text("管委会", "Committee"), short=text("管委会", "Committee"))
    return Facts({"green": green}, {"percent": unit}, {"s": source})


def test_a_slide_with_facts_has_one_provenance_line_a_language_at_its_foot() -> None:
    slide = structs.replace(points_slide("a/one"), title=text("覆盖<green>", "Covers <green>"))
    for languages in (("zh",), ("zh", "en")):
        fitted = fit(slide, WIDE, languages, facts=facts())
        (note,) = [item for item in fitted.placed if item.path == "provenance"]
        (mark,) = note.fitted.marks(_settled())
        assert isinstance(mark, TextMark)
        assert len(mark.lines) == len(languages)
        assert mark.lines[0].text == "来源：管委会（原文未注日期）"
        assert all(line.y < WIDE.height - 40 for line in mark.lines)


def test_a_slide_without_facts_has_none() -> None:
    assert not [item for item in fit(points_slide("a/one")).placed if item.path == "provenance"]


def test_free_elements_lie_above_all_and_only_on_their_shapes() -> None:
    box = Free(element=element("box", fill="#881818"), at=(0.0, 0.9815, 0.0104, 0.0185), shapes=("wide",), step=1)
    slide = points_slide("a/one", free=(box,))
    fitted = fit(slide)
    assert fitted.placed[-1].path == "free.1"
    assert fitted.placed[-1].reveals == (1,)
    assert not [item for item in fit(slide, TALL).placed if item.path.startswith("free")]


def test_a_free_element_is_placed_by_fractions_or_by_an_anchor() -> None:
    box = element("box", fill="#881818")
    assert free_rect(Free(element=box, at=(0.5, 0.25, 0.1, 0.1)), WIDE) == Rect(960, 270, 192, 108)
    assert free_rect(Free(element=box, anchor="bottom-right", size=(200, 100)), WIDE) == Rect(1720, 980, 200, 100)
    assert free_rect(Free(element=box, anchor="centre", size=(200, 100)), WALL) == Rect(1820, 490, 200, 100)


def test_the_theme_gives_the_accent() -> None:
    slide = points_slide("a/one")
    here = deck(slide)
    amber = structs.replace(here, themes=(structs.replace(here.themes[0], accent="amber"),))
    azure_slide = fit_slide(here, slide, WIDE, ("zh",), NIGHT, FixedMeasure())
    amber_slide = fit_slide(amber, slide, WIDE, ("zh",), NIGHT, FixedMeasure())
    assert "#6fc3ff" in str(frame(azure_slide, 3))
    assert "#ffc14d" in str(frame(amber_slide, 3))
    assert "#6fc3ff" not in str(frame(amber_slide, 3))


def test_new_content_of_the_same_slide_is_reached_by_motion() -> None:
    old, new = fit(bars_slide("a/bars", (3, 5, 8))), fit(bars_slide("a/bars", (6, 5, 8)))
    before = {part.path: part.marks for part in frame(old, 0)}
    start, halfway, end = (
        frame(new, 0, changes={path: Change(Way(marks), t) for path, marks in before.items()}) for t in (0.0, 0.5, 1.0)
    )
    assert start == frame(old, 0)
    assert end == frame(new, 0)
    assert halfway not in (start, end)


def sizes_of(fitted: FittedSlide, path: str) -> set[float]:
    marks = [mark for part in frame(fitted, 9) if part.path == path for mark in part.marks]
    return {run.font.size for mark in marks if isinstance(mark, TextMark) for line in mark.lines for run in line.runs}


def listed(*slots: tuple[str, int], layout: str, words: str = "要点") -> Slide:
    """A slide with lists of so many points."""
    filled = tuple((name, (element("points", items=(text(words, words),) * count),)) for name, count in slots)
    return structs.replace(points_slide("a/list"), layout=layout, slots=filled, steps=())


def test_figures_of_a_slide_are_as_large_as_the_longest_of_them_allows() -> None:
    def sizes(*values: int) -> list[float]:
        kpis = tuple(element("kpi", value=Decimal(value), label=plain("数")) for value in values)
        slide = structs.replace(points_slide("a/k"), layout="kpi-grid", slots=(("kpis", kpis),), steps=())
        return [max(sizes_of(fit(slide), f"kpis.{k}")) for k, _ in enumerate(values, 1)]

    assert sizes(1, 2, 3) == [200.0] * 3
    (size,) = set(sizes(1, 2, 1234567))
    assert size < 200.0


def test_two_lists_beside_each_other_keep_one_size() -> None:
    few = fit(listed(("left", 2), ("right", 3), layout="two-columns"))
    assert sizes_of(few, "left") == sizes_of(few, "right") == {48.0}
    slide = listed(("left", 2), layout="two-columns")
    long = element("points", items=(text("很长的一条要点，" * 5, ""),) * 3)
    many = fit(structs.replace(slide, slots=(*slide.slots, ("right", (long,)))))
    assert sizes_of(many, "left") == sizes_of(many, "right") == {36.0}


def test_points_are_not_as_large_as_a_lead_above_them() -> None:
    slide = listed(("points", 2), layout="points")
    led = structs.replace(slide, slots=(("lead", (element("text", text=text("一句话", "")),)), *slide.slots))
    assert sizes_of(fit(slide), "points") == {48.0}
    assert sizes_of(fit(led), "points") == {36.0}
    assert sizes_of(fit(led, WALL), "points") == {48.0}


def test_points_beside_what_the_slide_is_about_stay_body_text() -> None:
    slide = listed(("points", 2), layout="process")
    assert sizes_of(fit(slide, TALL), "points") == {36.0}
    assert sizes_of(fit(structs.replace(slide, layout="points"), TALL), "points") == {48.0}


def test_a_slot_says_the_colour_weight_and_place_of_its_text() -> None:
    words = tuple((name, (element("text", text=text("字", "")),)) for name in ("kicker", "note"))
    cover = structs.replace(points_slide("a/cover"), layout="cover", slots=words, steps=())
    placed = {item.path: item for item in fit(cover).placed}
    (kicker,), (note,) = (placed[name].fitted.marks(_settled()) for name in ("kicker", "note"))
    assert isinstance(kicker, TextMark)
    assert isinstance(note, TextMark)
    assert kicker.lines[0].runs[0].colour == NIGHT.quiet
    assert note.lines[0].y > placed["note"].rect.bottom - 28.0
    heading = structs.replace(cover, layout="two-columns", slots=(("left-title", words[0][1]),))
    (words_of_it,) = [item for item in fit(heading).placed if item.path == "left-title"]
    (mark,) = words_of_it.fitted.marks(_settled())
    assert isinstance(mark, TextMark)
    assert mark.lines[0].runs[0].font.bold
    assert mark.lines[0].runs[0].colour == NIGHT.ink


def test_what_hangs_from_the_title_elsewhere_hangs_in_the_middle_on_a_wall() -> None:
    def first_line(canvas: Canvas) -> float:
        fitted = fit(points_slide("a/one", 2, steps=()), canvas)
        (item,) = [item for item in fitted.placed if item.path == "points"]
        (line, *_), *_ = [mark.lines for mark in item.fitted.marks(_settled()) if isinstance(mark, TextMark)]
        return (line.y - item.rect.y) / item.rect.h

    assert first_line(WIDE) < 0.1
    assert 0.25 < first_line(WALL) < 0.45


@pytest.mark.parametrize("canvas", [WIDE, CLASSIC, WALL], ids=lambda canvas: canvas.shape)
def test_the_numeral_of_a_section_stands_on_the_last_line_of_its_title(canvas: Canvas) -> None:
    number = ("number", (element("text", text=text("一", "1")),))
    slide = structs.replace(points_slide("a/section"), layout="section", slots=(number,), steps=())
    for title in (text("短", "Short"), text("很长的标题，" * 3, "A long title indeed")):
        shown = {item.path: item for item in fit(structs.replace(slide, title=title), canvas).placed}
        baselines = []
        for path in ("number", "title"):
            (mark,) = shown[path].fitted.marks(_settled())
            assert isinstance(mark, TextMark)
            baselines.append(mark.lines[-1].y)
        assert abs(baselines[0] - baselines[1]) <= 1.0


def test_the_motif_is_the_picture_of_covers_and_sections_alone() -> None:
    def ridge(layout: str) -> float:
        marks = fit(structs.replace(points_slide("a/one"), layout=layout, slots=(), steps=())).ground
        (near,) = [mark for mark in marks if mark.key == "ridge.0"]
        return min(numbers[-1] for _, numbers in near.shape.segments if numbers)

    assert ridge("cover") == ridge("section") == ridge("closing") < ridge("points") == ridge("statement")


def test_counts_are_parts_of_slots_and_stacked_languages() -> None:
    found = counts(points_slide("a/one", 4), LAYOUTS["points"], ("zh", "en"))
    assert (found["points"], found["lead"], found["title"], found["provenance"]) == (4, 0, 2, 2)


def test_the_logo_screen_shows_the_briefings_title() -> None:
    here = deck(points_slide("a/one"))
    for canvas in CANVASES:
        marks = logo(here, canvas, ("zh", "en"), DAY, FixedMeasure())
        (title,) = [mark for mark in marks if isinstance(mark, TextMark)]
        assert [line.text for line in title.lines] == ["简报", "Briefing"]
        for line in title.lines:
            assert line.x + line.width / 2 == pytest.approx(canvas.width / 2)


@pytest.mark.parametrize("canvas", CANVASES, ids=[canvas.shape for canvas in CANVASES])
@pytest.mark.parametrize("count", [1, 3, 6, 12])
def test_enlarged_no_text_is_smaller_and_nothing_overflows_that_did_not(canvas: Canvas, count: int) -> None:
    slide = points_slide("a/one", count)
    usual = fit_slide(deck(slide), slide, canvas, ("zh", "en"), NIGHT, FixedMeasure())
    large = fit_slide(deck(slide), slide, canvas, ("zh", "en"), NIGHT, FixedMeasure(), enlarge=True)
    assert usual.plan is not None
    assert large.plan is not None
    for role in ROLES:
        assert large.plan.env.font(role).size >= usual.plan.env.font(role).size
    assert large.plan.env.font("title") == usual.plan.env.font("title") or large.plan.env.scale == 1.0
    assert large.findings == usual.findings or not large.findings
    assert large.ground is usual.ground


def test_enlarged_small_text_is_half_as_large_again_where_there_is_room() -> None:
    slide = points_slide("a/one", 2)
    large = fit_slide(deck(slide), slide, WIDE, ("zh",), NIGHT, FixedMeasure(), enlarge=True)
    assert large.plan is not None
    sizes = {role: large.plan.env.font(role).size / NIGHT.size(role) for role in ROLES}
    assert sizes == {role: 1.5 if role in SMALL else 1.0 for role in ROLES}


def test_new_data_leaves_an_enlarged_slide_at_its_size() -> None:
    one = feed("one")
    slide = table_slide("a/table", one)
    large = fit_slide(deck(slide), slide, WIDE, ("zh",), NIGHT, FixedMeasure(), {one: rows(a=1)}, enlarge=True)
    again = refit(large, {one: rows(a=2)})
    assert again is not None
    assert large.plan is not None
    assert again.plan is not None
    assert again.plan.env.style == large.plan.env.style != NIGHT


@pytest.mark.parametrize("signs", [60, 70, 80])
def test_enlarged_the_foot_stays_on_the_slide(signs: int) -> None:
    slide = structs.replace(points_slide("a/one", 2), title=text("覆盖<green>", "Covers <green>"))
    told = facts()
    long = structs.replace(told.sources["s"], publisher=plain("管" * signs), short=plain("管" * signs))
    told = structs.replace(told, sources={"s": long})
    made = deck(slide, facts=told)
    large = fit_slide(made, slide, WIDE, ("zh",), NIGHT, FixedMeasure(), enlarge=True)
    (note,) = [item for item in large.placed if item.path == "provenance"]
    assert not note.fitted.overflow
