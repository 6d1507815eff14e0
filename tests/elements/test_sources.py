"""The page of sources: who published the facts, and how many of each kind there are, by numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.elements.sources import SourceList
from jn_presenter.model.element import Phase
from jn_presenter.model.fact import Facts, Source
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, ShapeMark, TextMark
from jn_presenter.model.text import Text
from tests.decks import text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    bar_boxes,
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

WIDE = Rect(112.0, 320.0, 1696.0, 640.0)
PLACES = [WIDE, Rect(96.0, 496.0, 888.0, 1328.0), Rect(64.0, 312.0, 1312.0, 552.0), Rect(1360.0, 112.0, 2272.0, 816.0)]
PUBLISHER = text("江宁经济技术开发区管理委员会", "Administrative Committee of the Development Zone")


def source(name: str, publisher: Text = PUBLISHER) -> Source:
    return Source(id=name, publisher=publisher, short=publisher)


def known(*sources: Source, numbers: tuple[int, int, int, int, int] = (6, 20, 22, 18, 13)) -> Facts:
    """So many facts of each category, of the sources by turns."""
    dated, undated, targets, programs, claims = numbers
    kinds = [("achieved", "2020")] * dated + [("achieved", "")] * undated + [("target", "")] * targets
    kinds += [("program", "")] * programs + [("claim", "")] * claims
    names = [one.id for one in sources]
    made = [
        fact(f"f{k}", kind=kind, as_of=date, source=names[k % len(names)] if names else "")
        for k, (kind, date) in enumerate(kinds)
    ]
    return structs.replace(facts(*made), sources={one.id: one for one in sources})


ONE = known(source("a"))
THREE = known(source("a"), source("b", text("统计局", "Statistics Bureau")), source("c", text("年鉴", "Yearbook")))


def bars(facts: Facts, place: Rect = WIDE) -> dict[str, ShapeMark]:
    marks = at_rest(SourceList().fit(place, env(known=facts)))
    return {mark.key: mark for mark in marks if isinstance(mark, ShapeMark) and mark.key.startswith("bar.")}


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("facts", [ONE, THREE, known(source("a"), numbers=(3, 1, 1, 0, 0))])
def test_words_stay_inside_and_apart(facts: Facts, place: Rect, languages: tuple[str, ...]) -> None:
    fitted = SourceList().fit(place, env(languages, facts))
    marks = at_rest(fitted)
    boxes = text_boxes(marks)
    assert not fitted.overflow
    assert not fitted.findings
    assert not outside([*boxes, *bar_boxes(marks, "bar.")], place)
    assert not collisions(boxes)
    assert smallest_font(marks) >= 24.0


def test_the_publisher_is_named_in_full_with_how_many_facts_there_are() -> None:
    words = words_of(at_rest(SourceList().fit(WIDE, env(("en",), ONE))))
    assert "Administrative Committee of the Development Zone" in words.replace("\n", " ")
    assert "79 facts in all" in words


def test_bars_are_as_long_as_there_are_facts() -> None:
    found = bars(ONE)
    lengths = {key: mark.shape.w for key, mark in found.items() if isinstance(mark.shape, Box)}
    assert list(lengths) == ["bar.dated", "bar.undated", "bar.targets", "bar.programs", "bar.claims"]
    for key, number in (("dated", 6), ("programs", 18), ("claims", 13)):
        assert lengths[f"bar.{key}"] / lengths["bar.undated"] == pytest.approx(number / 20)
    values = [mark.datum.value for mark in found.values() if mark.datum]
    assert values == [6, 20, 22, 18, 13]


def test_targets_are_outlined_and_only_what_is_reached_has_the_accent() -> None:
    found = bars(ONE)
    assert found["bar.targets"].fill is None
    assert found["bar.targets"].hatch
    assert found["bar.dated"].fill == found["bar.undated"].fill == found["bar.targets"].hatch
    assert found["bar.programs"].fill not in (found["bar.dated"].fill, None)
    assert [mark.datum.state for mark in found.values() if mark.datum] == [
        "achieved",
        "achieved",
        "target",
        "program",
        "claim",
    ]


def test_several_sources_have_a_row_each_with_their_facts_by_kind() -> None:
    marks = by_key(at_rest(SourceList().fit(WIDE, env(("en",), THREE))))
    assert {f"publisher.{name}" for name in "abc"} <= marks.keys()
    totals = [marks[f"total.{name}"].datum for name in "abc"]
    assert [datum.value for datum in totals if datum] == [27, 26, 26]
    assert "dated 2 · undated 7" in words_of([marks["tag.publisher.a.words"]])
    assert words_of([marks["total.a"]]) == "27"


@given(MOMENTS)
def test_bars_grow_with_the_moment_and_reverse_exactly(t: float) -> None:
    fitted = SourceList().fit(WIDE, env(known=ONE))
    marks = fitted.marks(Phase(step=0, t=t))
    assert marks == SourceList().fit(WIDE, env(known=ONE)).marks(Phase(step=0, t=t))
    full = {key: mark.shape.w for key, mark in bars(ONE).items() if isinstance(mark.shape, Box)}
    for mark in marks:
        if mark.key in full:
            assert isinstance(mark, ShapeMark)
            assert isinstance(mark.shape, Box)
            assert mark.shape.w <= full[mark.key] + 1e-9


def test_words_stand_at_once_and_the_end_is_the_rest() -> None:
    for base in (ONE, THREE):
        fitted = SourceList().fit(WIDE, env(known=base))
        first = fitted.marks(Phase(step=0, t=0.0))
        assert "江宁经济技术开发区管理委员会" in words_of(first)
        assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
        assert fitted.marks(Phase(step=0, reveals=(1,))) == ()
    assert not [
        mark for mark in SourceList().fit(WIDE, env(known=ONE)).marks(Phase(step=0, t=0.0)) if "bar." in mark.key
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(labels(), min_size=1, max_size=5),
    st.tuples(*[st.integers(0, 40)] * 5),
    st.sampled_from(LANGUAGES),
    st.integers(300, 2200),
    st.integers(200, 1300),
)
def test_any_sources_keep_to_their_place_or_overflow(
    publishers: list[Text],
    numbers: tuple[int, int, int, int, int],
    languages: tuple[str, ...],
    width: int,
    height: int,
) -> None:
    place = Rect(64.0, 72.0, float(width), float(height))
    sources = [source(f"s{k}", publisher) for k, publisher in enumerate(publishers)]
    fitted = SourceList().fit(place, env(languages, known(*sources, numbers=numbers)))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert fitted.overflow or not outside([*boxes, *bar_boxes(marks, "bar.")], place)
    assert fitted.overflow or not collisions(boxes)


def test_a_publisher_whose_name_has_no_room_overflows() -> None:
    long = known(source("a", text("统计局", "Statistics" * 9)))
    assert SourceList().fit(Rect(0.0, 0.0, 800.0, 1300.0), env(("en",), long)).overflow
    assert not SourceList().fit(Rect(0.0, 0.0, 800.0, 1300.0), env(("zh",), long)).overflow


def test_no_source_is_a_finding() -> None:
    fitted = SourceList().fit(WIDE, env(known=known()))
    assert [finding.code for finding in fitted.findings] == ["no-sources"]
    assert at_rest(fitted) == ()


def test_on_a_wall_it_hangs_in_the_middle() -> None:
    def top(anchor: str) -> float:
        marks = at_rest(SourceList().fit(PLACES[3], env(known=ONE, anchor=anchor)))
        return next(mark for mark in marks if isinstance(mark, TextMark)).lines[0].y

    assert top("middle") > top("top")
