"""Key figures: sizes by the rectangle, targets as targets, counters exact."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.alike import agreed
from jn_presenter.draw.animate import Morph
from jn_presenter.draw.hit import box_of
from jn_presenter.draw.key_figure import Delta
from jn_presenter.draw.numeral import CAPITALS
from jn_presenter.draw.typography import ASCENT
from jn_presenter.elements.kpi import Kpi
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.feed import Snapshot
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark, TextMark
from jn_presenter.model.text import Text, plain
from tests.decks import feed, rows, text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    by_key,
    collisions,
    env,
    fact,
    facts,
    labels,
    outside,
    text_boxes,
    words_of,
)

PLACE = Rect(112.0, 304.0, 832.0, 304.0)
KNOWN = facts(
    fact("rank", text("综合排名", "Rank overall"), value="6", unit="rank", as_of="2019"),
    fact("streak", value="5", unit="years"),
    fact(
        "zones",
        text("经开区", "Zones"),
        value="210",
        unit="zones",
        op="over",
        word="余",
        scope=text("全国", "nationwide"),
    ),
    fact("grid", value="1000", unit="yi-yuan", op="over", word="突破", as_of="2020"),
    fact("software", value="2000", unit="yi-yuan", op="class", kind="target", due="2025"),
    fact("green", value="47", unit="percent"),
    fact("claim", kind="claim"),
)


def fit(name: str, languages: tuple[str, ...] = ("zh",), place: Rect = PLACE, **more: object) -> Fitted:
    return Kpi(fact=FactId(name), **more).fit(place, env(languages, KNOWN))  # type: ignore[arg-type]


def number(fitted: Fitted, phase: Phase) -> TextMark:
    mark = by_key(fitted.marks(phase))["figure.number"]
    assert isinstance(mark, TextMark)
    return mark


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", [PLACE, Rect(0, 0, 544, 848), Rect(96, 300, 888, 288), Rect(976, 304, 832, 656)])
@pytest.mark.parametrize("name", ["rank", "streak", "zones", "grid", "software", "green"])
def test_a_figure_stands_inside_its_place_and_nothing_overlaps(
    name: str, place: Rect, languages: tuple[str, ...]
) -> None:
    fitted = fit(name, languages, place, sample=True)
    boxes = [(key, ink(key, box)) for key, box in text_boxes(at_rest(fitted))]
    assert fitted.overflow or not outside(boxes, place)
    assert not collisions(boxes)


def ink(key: str, box: Rect) -> Rect:
    """Figures are not as tall as their em box."""
    above = (ASCENT - CAPITALS) * box.h if key.startswith("figure") else 0.0
    return Rect(box.x, box.y + above, box.w, box.h - above)


ALL = ("rank", "streak", "zones", "grid", "software", "green")
COLUMN = Rect(0.0, 0.0, 520.0, 640.0)


def together(*names: str, languages: tuple[str, ...] = ("zh",), place: Rect = PLACE) -> list[Fitted]:
    """The figures as they stand together on a slide."""
    here = env(languages, KNOWN)
    figures = [Kpi(fact=FactId(name)) for name in names]
    shared = agreed([(figure, place, here) for figure in figures])
    return [figure.fit(place, structs.replace(here, shared=shared)) for figure in figures]


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", [PLACE, COLUMN, Rect(96.0, 300.0, 888.0, 288.0)])
def test_figures_of_a_slide_are_of_one_size_and_stand_on_one_baseline(place: Rect, languages: tuple[str, ...]) -> None:
    figures = together(*ALL, languages=languages, place=place)
    lines = [number(fitted, Phase(step=0)).lines[0] for fitted in figures]
    assert len({line.y for line in lines}) == 1
    assert len({line.runs[0].font for line in lines if line.runs[0].text[0].isdigit()}) == 1
    labels = [by_key(at_rest(fitted))["label"] for fitted in figures]
    assert len({label.lines[0].runs[0].font.size for label in labels}) == 1


@pytest.mark.parametrize("languages", [("zh",), ("en",)])
def test_three_short_figures_side_by_side_are_as_large_as_numerals_are(languages: tuple[str, ...]) -> None:
    sizes = {number(fitted, Phase(step=0)).lines[0].runs[0].font.size for fitted in together("streak", "green")}
    sizes |= {
        number(fitted, Phase(step=0)).lines[0].runs[0].font.size
        for fitted in together("streak", "green", "rank", languages=languages, place=COLUMN)
    }
    assert max(sizes) == env().style.size("numeral")


def test_a_long_figure_makes_all_smaller() -> None:
    short, long = (together("green", *more, place=COLUMN)[0] for more in ((), ("software",)))
    sizes = [number(fitted, Phase(step=0)).lines[0].runs[0].font.size for fitted in (long, short)]
    assert sizes[0] < sizes[1]


def test_the_label_is_much_smaller_than_the_number_and_has_few_lines() -> None:
    for name in ALL:
        found = by_key(at_rest(fit(name, ("en",), COLUMN, label=text("长", "a label of a few more words than usual"))))
        label, figure = (found[key].lines for key in ("label", "figure.number"))
        assert label[0].runs[0].font.size <= 0.3 * figure[0].runs[0].font.size or label[0].runs[0].font.size == 28.0
        assert len(label) <= 2


def test_the_words_around_the_number_are_smaller() -> None:
    found = by_key(at_rest(fit("grid")))
    sizes = [found[f"figure.{part}"].lines[0].runs[0].font.size for part in ("before", "number", "after")]
    assert sizes[0] == sizes[2] < sizes[1] / 2


def test_label_date_and_scope_stand_beneath() -> None:
    assert words_of(at_rest(fit("rank"))).split("\n")[-2:] == ["综合排名", "2019年"]
    assert "nationwide" in words_of(at_rest(fit("zones", ("en",))))


def test_a_label_of_its_own_takes_the_facts_place() -> None:
    words = words_of(at_rest(fit("rank", label=text("我们的位次", "Our place"))))
    assert "我们的位次" in words
    assert "综合排名" not in words


def test_a_figure_that_reads_the_same_in_both_languages_stands_once() -> None:
    assert words_of(at_rest(fit("green", ("zh", "en")))).count("47") == 1


def test_stacked_the_second_language_is_smaller_and_quiet() -> None:
    found = by_key(at_rest(fit("grid", ("zh", "en"))))
    first, second = (found[f"{key}.number"].lines[0].runs[0] for key in ("figure", "figure.1"))
    assert second.font.size == pytest.approx(first.font.size * 0.6)
    assert second.colour == env().style.quiet


def test_a_target_is_tagged_outlined_and_hatched_and_not_in_the_accent() -> None:
    marks = by_key(at_rest(fit("software")))
    assert "目标（至2025年）" in words_of(marks.values())
    for key in ("target.rule", "target.swatch"):
        mark = marks[key]
        assert isinstance(mark, ShapeMark)
        assert mark.hatch
        assert mark.stroke
        assert mark.fill is None
    assert marks["figure.number"].lines[0].runs[0].colour != env().style.accent
    assert marks["figure.number"].datum.state == "target"


def test_what_is_reached_carries_no_sign_of_a_target() -> None:
    assert not any(key.startswith("target") for key in by_key(at_rest(fit("grid"))))


@given(st.integers(0, 99_999_999), MOMENTS)
def test_a_counter_changes_digits_only_and_keeps_its_right_edge(value: int, t: float) -> None:
    kpi = Kpi(value=Decimal(value), unit=plain("visitors"), label=text("参观人次", "Visitors"))
    fitted = kpi.fit(PLACE, env(("en",), KNOWN))
    final, now = number(fitted, Phase(step=0)).lines[0], number(fitted, Phase(step=0, t=t)).lines[0]
    assert now.x + now.width == pytest.approx(final.x + final.width)
    assert set(now.text) <= set("0123456789,")
    assert int(now.text.replace(",", "")) <= value
    rest = [m for m in fitted.marks(Phase(step=0, t=t)) if m.key != "figure.number"]
    assert rest == [m for m in at_rest(fitted) if m.key != "figure.number"]


def test_a_counter_ends_exactly_at_its_figure() -> None:
    assert number(fit("grid"), Phase(step=0, t=1.0)).lines[0].text == "1000"
    assert number(fit("grid"), Phase(step=0, t=0.0)).lines[0].text == "0"


@pytest.mark.parametrize(("name", "words"), [("rank", "6"), ("streak", "5")])
def test_ranks_and_years_do_not_count(name: str, words: str) -> None:
    assert number(fit(name), Phase(step=0, t=0.0)).lines[0].text == words


def test_a_figure_of_a_later_step_is_absent_before_it() -> None:
    assert fit("grid").marks(Phase(step=0, reveals=(1,))) == ()
    assert 0.0 < fit("grid").marks(Phase(step=1, t=0.5, reveals=(1,)))[0].opacity < 1.0


def test_sample_data_says_so_in_every_language() -> None:
    words = words_of(at_rest(fit("grid", ("zh", "en"), sample=True)))
    assert "示例数据" in words
    assert "Sample data" in words
    assert number(fit("grid", sample=True), Phase(step=0)).datum.state == "sample"


def test_a_figure_too_long_for_its_place_is_set_smaller_and_the_slide_is_not() -> None:
    kpi = Kpi(value=Decimal(123456789012345), unit=plain("visitors"), label=plain("x"))
    assert not kpi.fit(PLACE, env(known=KNOWN)).overflow


def test_figures_stand_as_their_slot_is_aligned() -> None:
    def left(align: str) -> float:
        return (
            by_key(at_rest(Kpi(fact=FactId("green")).fit(PLACE, env(known=KNOWN, align=align))))["figure.number"]
            .lines[0]
            .x
        )

    assert left("left") == PLACE.x
    assert left("left") < left("centre") < left("right")


@pytest.mark.parametrize(("kpi", "code"), [(Kpi(fact=FactId("claim")), "fact-without-value"), (Kpi(), "kpi-empty")])
def test_a_figure_without_number_is_a_finding(kpi: Kpi, code: str) -> None:
    assert [finding.code for finding in kpi.fit(PLACE, env(known=KNOWN)).findings] == [code]


def test_its_data_is_one_row() -> None:
    assert Kpi(fact=FactId("grid")).as_table(env()).rows == (("<grid.label>", "<grid>"),)
    assert Kpi(value=Decimal(64), label=text("回访", "Back")).as_table(env()).rows == (("回访", "64"),)


FEED = feed("a")


def of_table(
    found: Snapshot | None, languages: tuple[str, ...] = ("zh",), place: Rect = PLACE, **more: object
) -> Fitted:
    snapshots = {} if found is None else {FEED: found}
    return Kpi(data=FEED, **more).fit(place, env(languages, KNOWN, snapshots=snapshots))  # type: ignore[arg-type]


MONTHS = {"2024-01": 80, "2024-02": None, "2024-03": 120, "2024-04": 100}


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", [PLACE, Rect(0, 0, 544, 848), Rect(96, 300, 888, 328), Rect(976, 304, 832, 656)])
@pytest.mark.parametrize("row", ["", "2024-03"])
def test_figure_change_and_course_of_a_table_stay_inside_and_apart(
    row: str, place: Rect, languages: tuple[str, ...]
) -> None:
    unit, delta = plain("visitors"), Delta(row="2024-01")
    fitted = of_table(rows(**MONTHS), languages, place, row=row, unit=unit, delta=delta, sparkline=True)
    boxes = [(key, ink(key, box)) for key, box in text_boxes(at_rest(fitted))]
    line = by_key(at_rest(fitted))["spark"]
    assert isinstance(line, ShapeMark)
    drawn = box_of(line)
    assert not fitted.overflow
    assert not outside([*boxes, ("spark", drawn)], place)
    assert not collisions([*boxes, ("spark", drawn)])


def test_the_figure_of_a_table_is_its_last_and_says_of_when() -> None:
    found = words_of(at_rest(of_table(rows(**MONTHS), unit=plain("visitors"))))
    assert "100" in found.split("\n")
    assert "2024年4月" in found
    assert "示例数据" in found


def test_its_change_is_against_the_row_before_or_one_by_name() -> None:
    assert "−20人次" in words_of(at_rest(of_table(rows(**MONTHS), unit=plain("visitors"), delta=Delta())))
    named = of_table(rows(**MONTHS), unit=plain("visitors"), delta=Delta(row="2024-01"))
    assert "+20人次（较2024年1月）" in words_of(at_rest(named)).replace("\n", "")
    assert {"delta.arrow", "delta.words"} <= by_key(at_rest(named)).keys()


def test_without_an_earlier_figure_there_is_no_change() -> None:
    fitted = of_table(rows(**MONTHS), delta=Delta(row="2024-02"))
    assert [finding.code for finding in fitted.findings] == ["delta-row"]
    assert not any(mark.key.startswith("delta") for mark in at_rest(fitted))


def test_a_cell_without_a_figure_says_so() -> None:
    found = by_key(at_rest(of_table(rows(**MONTHS), row="2024-02", sparkline=True, delta=Delta(row="2024-01"))))
    assert "缺数" in words_of(found.values())
    assert "figure.number" not in found
    assert "spark.last" not in found


def test_what_is_awaited_has_no_figure_but_its_badge() -> None:
    fitted = of_table(None, label=text("观众", "Visitors"))
    assert words_of(at_rest(fitted)).split("\n") == ["观众", "示例数据"]


def test_new_data_counts_from_the_old_figure_to_the_new() -> None:
    old, new = (at_rest(of_table(rows(a=value), unit=plain("visitors"))) for value in (100, 200))
    halfway = by_key(Morph(old, new).at(0.5))["figure.number"]
    assert isinstance(halfway, TextMark)
    assert halfway.lines[0].text == "150"
    years = [at_rest(of_table(rows(a=value), unit=plain("years"))) for value in (3, 9)]
    still = by_key(Morph(*years).at(0.5))["figure.number"]
    assert isinstance(still, TextMark)
    assert still.lines[0].text == "9"


def test_a_fact_may_have_an_earlier_fact_or_none_where_the_source_has_no_date() -> None:
    known = facts(
        fact("new", value="75", unit="percent", as_of="2020"),
        fact("old", value="70", unit="percent", as_of="2018"),
        fact("undated", value="70", unit="percent"),
    )
    said = Kpi(fact=FactId("new"), delta=Delta(fact=FactId("old"))).fit(PLACE, env(("en",), known))
    assert "+5 percentage points since\u00a02018" in words_of(at_rest(said))
    none = Kpi(fact=FactId("new"), delta=Delta(fact=FactId("undated"))).fit(PLACE, env(("en",), known))
    assert [finding.code for finding in none.findings] == ["delta-date"]
    assert "points" not in words_of(at_rest(none))


@pytest.mark.parametrize(
    ("kpi", "codes"),
    [
        (Kpi(value=Decimal(3), delta=Delta(value=Decimal(2))), ["delta-date"]),
        (Kpi(value=Decimal(3), delta=Delta()), ["one-of-two"]),
        (Kpi(value=Decimal(3), delta=Delta(row="2023")), ["one-of-two"]),
        (Kpi(fact=FactId("streak"), delta=Delta(fact=FactId("green"))), ["delta-figures"]),
        (Kpi(value=Decimal(3), sparkline=True), ["kpi-line"]),
        (Kpi(fact=FactId("green"), data=FEED), ["one-of-two"]),
        (Kpi(fact=FactId("green"), value=Decimal(3)), ["one-of-two"]),
        (Kpi(fact=FactId("green"), data=FEED, sparkline=True), []),
        (Kpi(data=FEED, column="gone"), ["no-column"]),
        (Kpi(data=FEED, row="gone"), ["no-row"]),
    ],
)
def test_what_does_not_go_together_is_a_finding(kpi: Kpi, codes: list[str]) -> None:
    fitted = kpi.fit(PLACE, env(known=KNOWN, snapshots={FEED: rows(**MONTHS)}))
    assert [finding.code for finding in fitted.findings] == codes
    at_rest(fitted)


@given(MOMENTS)
def test_the_course_is_drawn_with_the_moment(t: float) -> None:
    fitted = of_table(rows(**MONTHS), sparkline=True)
    assert fitted.marks(Phase(step=0, t=t)) == fitted.marks(Phase(step=0, t=t))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
    line = by_key(fitted.marks(Phase(step=0, t=t)))["spark"]
    assert (line.clip is None) == (t >= 1.0)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.none() | st.decimals(-(10**9), 10**9, places=1), min_size=1, max_size=30),
    labels(),
    st.sampled_from(LANGUAGES),
    st.integers(280, 1700),
    st.integers(240, 900),
)
def test_any_figure_of_a_table_keeps_to_its_place_or_overflows(
    values: list[Decimal | None], label: Text, languages: tuple[str, ...], width: int, height: int
) -> None:
    place = Rect(64.0, 72.0, float(width), float(height))
    found = rows(**{f"{1990 + k}": value for k, value in enumerate(values)})
    fitted = of_table(found, languages, place, label=label, unit=plain("visitors"), delta=Delta(), sparkline=True)
    marks = at_rest(fitted)
    boxes = [(key, ink(key, box)) for key, box in text_boxes(marks)]
    boxes += [(mark.key, box_of(mark)) for mark in marks if mark.key.startswith("spark")]
    assert fitted.overflow or not outside(boxes, place)
    assert fitted.overflow or not [pair for pair in collisions(boxes) if set(pair) != {"spark", "spark.last"}]
    known = [value for value in values if value is not None]
    shown = [mark.lines[0].text for mark in marks if isinstance(mark, TextMark) and mark.key == "figure.number"]
    assert bool(shown) == bool(known)
    assert not known or Decimal(shown[0].replace(",", "")) == abs(known[-1])
