"""Histograms: bars from zero that count every value, whole ticks, captions of both axes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.histogram import Histogram
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import plain
from tests.decks import text
from tests.look import LANGUAGES, MOMENTS, at_rest, by_key, collisions, env, outside, text_boxes, words_of
from tests.tables import PLACES, env_of, plot_of, table

DATA = table(("minutes",), (3,), (14,), (15,), (None,), (22,), (23,), (24,), (31,), sample=True)


@settings(deadline=None)
@given(
    st.lists(st.none() | st.integers(-1000, 100_000), min_size=1, max_size=120),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
)
def test_bars_count_every_value_and_words_keep_apart(
    values: list[int | None], languages: tuple[str, ...], place: Rect
) -> None:
    data = table(("v",), *((value,) for value in values), sample=True)
    fitted = Histogram(data=data, unit=text("分钟", "minutes")).fit(place, env_of(data, languages=languages))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert not collisions(boxes)
    assert not outside(boxes, place)
    known = [value for value in values if value is not None]
    if not known:
        assert fitted.plot is None
        return
    mark = plot_of(fitted)
    assert sum(mark.series[0].ys[1::4]) == len(known)
    assert mark.left.low == 0.0
    assert max(mark.series[0].ys) <= mark.left.high


def test_ticks_count_in_whole_numbers() -> None:
    ticks = plot_of(Histogram(data=DATA).fit(PLACES[0], env_of(DATA))).left.ticks
    assert all(value == int(value) and words == str(int(value)) for value, words in ticks)


def test_both_axes_say_what_they_are_of() -> None:
    fitted = Histogram(data=DATA, unit=plain("min"), counted=text("人数", "people")).fit(PLACES[0], env_of(DATA))
    assert "人数" in words_of(at_rest(fitted))
    assert "min" in words_of(at_rest(fitted))


def test_the_number_of_bins_can_be_given() -> None:
    few, many = (plot_of(Histogram(data=DATA, bins=bins).fit(PLACES[0], env_of(DATA))).series[0] for bins in (2, 30))
    assert len(few.xs) < len(many.xs)


@given(MOMENTS)
def test_bars_grow_from_zero(t: float) -> None:
    fitted = Histogram(data=DATA).fit(PLACES[0], env_of(DATA))
    final = plot_of(fitted).series[0]
    for now in plot_of(fitted, Phase(step=0, t=t)).series:
        assert all(0.0 <= y <= end for y, end in zip(now.ys, final.ys, strict=True))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


def test_a_column_that_is_gone_is_a_finding() -> None:
    fitted = Histogram(data=DATA, column="hours").fit(PLACES[0], env_of(DATA))
    assert [finding.code for finding in fitted.findings] == ["no-column"]
    at_rest(fitted)


def test_nothing_to_count_is_a_finding_and_nothing_read_is_none() -> None:
    none = table(("v",), (None,))
    assert [one.code for one in Histogram(data=none).fit(PLACES[0], env_of(none)).findings] == ["no-points"]
    assert not Histogram(data=none).fit(PLACES[0], env()).findings
