"""Gauges: a share of half a ring, its figure under the arch, targets outlined, words that keep apart."""

import math
from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.animate import Morph
from jn_presenter.elements.gauge import Gauge
from jn_presenter.feeds import FEEDS
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, ShapeMark, TextMark
from jn_presenter.model.text import Text, plain
from tests.decks import rows, text
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
    smallest_font,
    text_boxes,
    words_of,
)

PLACE = Rect(976.0, 304.0, 832.0, 656.0)
PLACES = [PLACE, Rect(88.0, 400.0, 904.0, 736.0), Rect(0.0, 0.0, 528.0, 568.0), Rect(0.0, 0.0, 2000.0, 480.0)]
KNOWN = facts(
    fact("green", text("建成区绿化覆盖率", "Green coverage"), value="47", unit="percent"),
    fact("goal", value="60", unit="percent", kind="target", due="2025"),
    fact("open", value="60", unit="percent", kind="target"),
    fact("dated", value="75", unit="percent", as_of="2020"),
    fact("years", value="3", unit="years"),
    fact("output", value="470", unit="yi-yuan", op="over"),
    fact("claim", kind="claim"),
)


def of(name: str, **more: object) -> Gauge:
    return Gauge(fact=FactId(name), **more)  # type: ignore[arg-type]


def own(value: object, most: object = None, unit: str = "visitors", label: Text | None = None, **more: object) -> Gauge:
    whole = None if most is None else Decimal(str(most))
    words = label or text("参观人次", "Visitors")
    return Gauge(value=Decimal(str(value)), max=whole, unit=plain(unit), label=words, **more)  # type: ignore[arg-type]


def arcs(marks: Iterable[AnyMark]) -> dict[str, Arc]:
    return {m.key: m.shape for m in marks if isinstance(m, ShapeMark) and isinstance(m.shape, Arc)}


def boxes_of(fitted: Fitted) -> list[tuple[str, Rect]]:
    """The boxes of all words; number, words before and words after are one figure."""
    return [("figure" if key.startswith("figure.") else key, box) for key, box in text_boxes(at_rest(fitted))]


def ring(fitted: Fitted) -> Arc:
    return next(iter(arcs(at_rest(fitted)).values()))


GAUGES = [of("green"), of("goal"), of("dated", sample=True), own(1200, 300000), of("output", max=Decimal(1000))]


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("gauge", GAUGES)
def test_words_stay_inside_and_apart(gauge: Gauge, place: Rect, languages: tuple[str, ...]) -> None:
    fitted = gauge.fit(place, env(languages, KNOWN))
    boxes = boxes_of(fitted)
    assert not fitted.overflow
    assert not fitted.findings
    assert not outside(boxes, place)
    assert not collisions(boxes)


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("gauge", GAUGES)
def test_the_figure_is_clear_of_the_ring_and_stands_on_its_base(
    gauge: Gauge, place: Rect, languages: tuple[str, ...]
) -> None:
    fitted = gauge.fit(place, env(languages, KNOWN))
    arc = ring(fitted)
    lines = [
        line
        for mark in at_rest(fitted)
        if isinstance(mark, TextMark) and mark.key.startswith("figure")
        for line in mark.lines
    ]
    for line in lines:
        top = arc.cy - line.y + 0.74 * line.runs[0].font.size
        for x in (line.x, line.x + line.width):
            assert math.hypot(x - arc.cx, top) < arc.inner
    assert max(line.y for line in lines) == arc.cy


@pytest.mark.parametrize(
    ("gauge", "share"),
    [(of("green"), 0.47), (own(75000, 300000), 0.25), (own(0, 10), 0.0), (own(10, 10), 1.0), (own(3, 12, "%"), 0.25)],
)
def test_the_accent_takes_its_share_of_half_a_ring_from_the_left(gauge: Gauge, share: float) -> None:
    found = arcs(at_rest(gauge.fit(PLACE, env(known=KNOWN))))
    sector, track = found.get("sector"), found.get("track")
    assert (sector.sweep if sector else 0.0) == pytest.approx(180 * share)
    assert (track.sweep if track else 0.0) == pytest.approx(180 * (1 - share))
    assert (sector or track).start == -90.0  # type: ignore[union-attr]
    if sector and track:
        assert track.start == sector.start + sector.sweep


def test_the_scale_says_what_it_goes_from_and_to() -> None:
    def ends(gauge: Gauge, *languages: str) -> list[str]:
        mark = by_key(at_rest(gauge.fit(PLACE, env(languages, KNOWN))))["scale"]
        assert isinstance(mark, TextMark)
        return [line.text for line in mark.lines]

    assert ends(of("green"), "zh") == ["0", "100%"]
    assert ends(own(3, 12, "%"), "zh") == ["0", "12%"]
    assert ends(own(1, 300000), "zh") == ["0", "30万"]
    assert ends(own(1, 300000), "en") == ["0", "300,000"]
    assert ends(own(1, 300000), "zh", "en") == ["0", "300,000"]


def test_wide_words_of_the_scale_go_outward() -> None:
    fitted = own(1, 10**9).fit(Rect(0.0, 0.0, 528.0, 568.0), env(("zh", "en")))
    high = [box for key, box in boxes_of(fitted) if key == "scale"][-1]
    arc = ring(fitted)
    assert high.w > arc.outer - arc.inner
    assert high.x >= arc.cx + arc.inner
    assert high.right <= 528.0


def test_a_target_is_outlined_hatched_and_tagged_and_has_no_fill_beneath() -> None:
    marks = by_key(at_rest(of("goal").fit(PLACE, env(known=KNOWN))))
    sector, track = marks["sector"], marks["track"]
    assert isinstance(sector, ShapeMark)
    assert isinstance(track, ShapeMark)
    assert sector.hatch
    assert sector.stroke
    assert sector.fill is None
    assert isinstance(sector.shape, Arc)
    assert isinstance(track.shape, Arc)
    assert track.shape.start >= sector.shape.start + sector.shape.sweep
    assert sector.datum
    assert sector.datum.state == "target"
    assert "目标（至2025年）" in words_of(marks.values()) or "目标（到2025年）" in words_of(marks.values())


def test_no_date_is_given_to_what_has_none() -> None:
    for name in ("green", "open"):
        words = words_of(at_rest(of(name).fit(PLACE, env(("zh", "en"), KNOWN))))
        assert "20" not in words
    assert "2020" in words_of(at_rest(of("dated").fit(PLACE, env(("en",), KNOWN))))


def test_what_is_reached_is_filled_and_carries_its_fact() -> None:
    sector = by_key(at_rest(of("green").fit(PLACE, env(known=KNOWN))))["sector"]
    assert isinstance(sector, ShapeMark)
    assert sector.fill
    assert sector.hatch is None
    assert sector.datum
    assert (sector.datum.fact, sector.datum.value, sector.datum.state) == ("green", Decimal(47), "achieved")


def test_its_label_is_that_of_the_fact_unless_it_has_one() -> None:
    assert "Green coverage" in words_of(at_rest(of("green").fit(PLACE, env(("en",), KNOWN))))
    words = words_of(at_rest(of("green", label=text("绿", "Trees")).fit(PLACE, env(("en",), KNOWN))))
    assert "Trees" in words
    assert "Green coverage" not in words


@settings(deadline=None, max_examples=80)
@given(
    st.integers(0, 10**9),
    st.integers(1, 10**9),
    labels(),
    st.sampled_from(LANGUAGES),
    st.integers(200, 1700),
    st.integers(200, 900),
)
def test_any_figure_keeps_to_its_place_or_overflows(
    value: int, most: int, label: Text, languages: tuple[str, ...], width: int, height: int
) -> None:
    place = Rect(64.0, 72.0, float(width), float(height))
    fitted = own(min(value, most), most, label=label, sample=True).fit(place, env(languages))
    boxes = boxes_of(fitted)
    assert fitted.overflow or not outside(boxes, place)
    assert fitted.overflow or not collisions(boxes)
    assert smallest_font(at_rest(fitted)) >= 24.0
    arc = ring(fitted)
    assert fitted.overflow or place.contains(Rect(arc.cx - arc.outer, arc.cy - arc.outer, 2 * arc.outer, arc.outer))


@given(MOMENTS)
def test_the_arch_fills_with_the_moment_and_reverses_exactly(t: float) -> None:
    fitted = of("green").fit(PLACE, env(known=KNOWN))
    marks = fitted.marks(Phase(step=0, t=t))
    assert marks == of("green").fit(PLACE, env(known=KNOWN)).marks(Phase(step=0, t=t))
    found = arcs(marks)
    assert sum(arc.sweep for arc in found.values()) == pytest.approx(180.0)
    assert found["sector"].sweep <= 0.47 * 180 + 1e-9 if "sector" in found else t == 0.0


def test_the_end_of_the_motion_is_the_rest_and_before_its_step_there_is_nothing() -> None:
    fitted = of("green").fit(PLACE, env(known=KNOWN))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
    assert fitted.marks(Phase(step=0, reveals=(1,))) == ()
    assert fitted.marks(Phase(step=2, t=0.0, reveals=(1,))) == at_rest(fitted)


def test_a_figure_counts_with_the_arch_but_years_do_not() -> None:
    def first(gauge: Gauge) -> str:
        return words_of(gauge.fit(PLACE, env(known=KNOWN)).marks(Phase(step=0, t=0.0)))

    assert "47" not in first(of("green"))
    assert "3" in first(of("years", max=Decimal(5))).split("\n")
    assert "3" in first(own(3, 5, "years")).split("\n")
    assert "3" not in first(own(3, 5, "visitors")).split("\n")


def test_sample_data_says_so() -> None:
    fitted = own(3, 5, sample=True).fit(PLACE, env(("en",)))
    assert "Sample data" in words_of(at_rest(fitted))
    sector = by_key(at_rest(fitted))["sector"]
    assert sector.datum
    assert sector.datum.state == "sample"


@pytest.mark.parametrize(
    ("gauge", "code", "path"),
    [
        (of("claim"), "fact-without-value", "fact"),
        (Gauge(), "one-of-two", ""),
        (Gauge(fact=FactId("green"), value=Decimal(3)), "one-of-two", ""),
        (own(3), "gauge-max", ""),
        (own(6, 5), "gauge-range", ""),
        (own(-1, 5), "gauge-range", ""),
        (own(3, 0), "gauge-range", ""),
        (own(0, 0), "gauge-range", ""),
        (own(130, unit="percent"), "gauge-range", ""),
    ],
)
def test_what_is_no_share_of_a_whole_is_a_finding(gauge: Gauge, code: str, path: str) -> None:
    fitted = gauge.fit(PLACE, env(known=KNOWN))
    assert [(found.code, found.path) for found in fitted.findings] == [(code, path)]
    at_rest(fitted)


def test_its_data_is_one_row() -> None:
    assert of("green").as_table(env()).rows == (("<green.label>", "<green>"),)
    assert own(3, 5).as_table(env()).rows == (("参观人次", "3"),)


FEED: Feed = FEEDS["csv"](file="data/a.csv")


def of_table(**more: object) -> Gauge:
    return Gauge(data=FEED, unit=plain("percent"), **more)  # type: ignore[arg-type]


def fit_table(gauge: Gauge, languages: tuple[str, ...] = ("zh",), **values: object) -> Fitted:
    return gauge.fit(PLACE, env(languages, KNOWN, snapshots={FEED: rows(**values)} if values else {}))


def test_the_figure_of_a_table_is_its_last_rows_and_says_which() -> None:
    marks = at_rest(fit_table(of_table(), **{"2023": 20, "2024": 50}))
    sector = by_key(marks)["sector"]
    assert isinstance(sector.shape, Arc)
    assert sector.shape.sweep == pytest.approx(90.0)
    assert "2024年" in words_of(marks)


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_table_without_the_figure_says_so_and_draws_none(languages: tuple[str, ...]) -> None:
    fitted = fit_table(of_table(row="2024"), languages, **{"2023": 20, "2024": None})
    boxes = boxes_of(fitted)
    assert not arcs(at_rest(fitted))
    assert not outside(boxes, PLACE)
    assert not collisions(boxes)
    assert ("缺数" in words_of(at_rest(fitted))) == ("zh" in languages)


def test_before_anything_is_known_there_is_no_figure_but_the_badge() -> None:
    fitted = fit_table(Gauge(data=FEEDS["csv"](file="data/a.csv", sample=True)))
    assert words_of(at_rest(fitted)) == "示例数据"


def test_new_data_moves_the_same_sector() -> None:
    old, new = (at_rest(fit_table(of_table(), **{"2024": value})) for value in (20, 60))
    half = by_key(Morph(old, new).at(0.5))["sector"]
    assert isinstance(half.shape, Arc)
    assert half.shape.sweep == pytest.approx(180 * 0.4)
