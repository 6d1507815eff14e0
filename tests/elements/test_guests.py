"""A delegation's people: every name whole and on the slide, the leader first, as large as the place allows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.typography import LEADING, baseline
from jn_presenter.elements.guests import BOUND, MOST, Guest, Guests
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import TextMark
from jn_presenter.model.text import Text, plain
from tests.decks import NIGHT, text
from tests.look import LANGUAGES, at_rest, by_key, chinese, collisions, english, env, outside, text_boxes, words_of

PLACES = [
    Rect(112.0, 600.0, 1696.0, 280.0),
    Rect(1120.0, 72.0, 688.0, 888.0),
    Rect(88.0, 800.0, 904.0, 720.0),
    Rect(1900.0, 176.0, 1740.0, 760.0),
]
WIDE, BESIDE, TALL, WALL = PLACES
LEADER = Guest(name=text("赵示例", "Alexandra Example"), position=text("示例市副市长", "Deputy Mayor"))


def guest(k: int) -> Guest:
    return Guest(name=text(f"示例{'甲乙丙丁戊己庚辛壬癸子丑'[k % 12]}", f"Example {k}"), position=text("处长", "Chief"))


def people(count: int, leader: Guest | None = LEADER) -> Guests:
    return Guests(leader=leader, items=tuple(guest(k) for k in range(count)))


def names(element: Guests, place: Rect, languages: tuple[str, ...] = ("zh",)) -> list[TextMark]:
    marks = at_rest(element.fit(place, env(languages)))
    return [mark for mark in marks if isinstance(mark, TextMark) and mark.key.startswith("name.")]


def size(mark: TextMark) -> float:
    return mark.lines[0].runs[0].font.size


@given(
    place=st.sampled_from(PLACES),
    languages=st.sampled_from(LANGUAGES),
    found=st.lists(
        st.builds(
            Guest,
            name=st.builds(text, chinese(), english()),
            position=st.none() | st.builds(text, chinese(), english()),
        ),
        max_size=14,
    ),
    leads=st.booleans(),
)
def test_what_fits_stands_in_its_place_and_apart_and_every_name_is_whole(
    place: Rect, languages: tuple[str, ...], found: list[Guest], leads: bool
) -> None:
    element = Guests(leader=found[0] if leads and found else None, items=tuple(found[1:] if leads else found))
    fitted = element.fit(place, env(languages))
    marks = at_rest(fitted)
    by_key(marks)
    for k, one in enumerate(found):
        (said,) = (words_of([mark]) for mark in marks if mark.key == f"name.{k}")
        for language in languages:
            assert "".join(one.name.pick(language)[1].split()) in "".join(said.split())
    if not fitted.overflow:
        boxes = text_boxes(marks)
        assert not outside(boxes, place)
        assert not collisions(boxes)


@pytest.mark.parametrize("place", [BESIDE, TALL, WALL])
@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")], ids="+".join)
def test_a_leader_and_a_dozen_have_room(place: Rect, languages: tuple[str, ...]) -> None:
    fitted = people(12).fit(place, env(languages))
    assert not fitted.overflow
    assert fitted.findings == ()


def test_the_leader_comes_first_in_the_accent_and_the_others_in_ink() -> None:
    first, *others = names(people(5), BESIDE)
    assert first.lines[0].text == "赵示例"
    assert first.lines[0].runs[0].colour == NIGHT.accent
    assert {mark.lines[0].runs[0].colour for mark in others} == {NIGHT.ink}
    assert all(first.lines[0].y < mark.lines[0].y for mark in others)
    assert {mark.lines[0].runs[0].colour for mark in names(people(3, None), WIDE)} == {NIGHT.ink}


def test_a_few_stand_in_one_row_and_a_dozen_in_even_rows_under_their_leader() -> None:
    assert len({mark.lines[0].y for mark in names(people(3), WIDE)}) == 1
    rows = [mark.lines[0].y for mark in names(people(12), BESIDE)]
    counts = [rows.count(y) for y in sorted(set(rows))]
    assert counts[0] == 1
    assert len(set(counts[1:])) == 1


def test_the_fewer_they_are_the_larger_they_are() -> None:
    sizes = [size(names(people(count), BESIDE)[0]) for count in (1, 12, 30)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    assert len({size(mark) for mark in names(people(12), BESIDE)}) == 1


def test_a_name_is_rather_set_smaller_than_broken() -> None:
    long = Guest(name=plain("Maximilian Examplesson-Sampleton"))
    (usual,), (smaller,) = (names(Guests(items=(one,)), Rect(0.0, 0.0, 560.0, 600.0)) for one in (guest(0), long))
    assert size(smaller) < size(usual)
    assert len(smaller.lines) == 1


def test_names_are_not_taken_for_references_or_emphasis() -> None:
    (name,) = names(Guests(items=(Guest(name=plain("<green> ==A==")),)), WIDE)
    assert "".join(words_of([name]).split()).replace("\u2060", "") == "<green>==A=="


@pytest.mark.parametrize("count", [0, 12, 22])
def test_the_first_name_stands_on_the_line_of_a_lead_beside_it(count: int) -> None:
    look = env()
    line = baseline(BESIDE.y, look.font("lead"), LEADING["lead"])
    assert names(people(count), BESIDE)[0].lines[0].y == pytest.approx(line)


def test_more_than_a_dozen_is_a_warning_and_nobody_is_left_out() -> None:
    fitted = people(MOST).fit(WALL, env())
    (finding,) = fitted.findings
    assert (finding.code, finding.severity, finding.path) == ("guests-count", "warning", "items")
    assert str(MOST + 1) in finding.message.zh
    assert len(names(people(BOUND - 1), WALL)) == BOUND


def test_a_list_without_anybody_is_a_warning() -> None:
    fitted = Guests().fit(WIDE, env())
    assert [finding.code for finding in fitted.findings] == ["guests-count"]
    assert at_rest(fitted) == ()
    assert Guests().parts() == 1


def test_what_has_no_room_overflows_and_is_not_cut() -> None:
    low = Rect(0.0, 0.0, 400.0, 120.0)
    fitted = people(12).fit(low, env())
    assert fitted.overflow
    assert len(names(people(12), low)) == 13


def test_each_appears_with_its_own_step_and_all_at_once_without_steps() -> None:
    fitted = people(2).fit(WIDE, env())
    assert len(fitted.marks(Phase(step=0, t=0.0))) == 6
    steps = (1, 2, 3)
    shown = [len(fitted.marks(Phase(step=step, reveals=steps))) for step in range(4)]
    assert shown == [0, 2, 4, 6]
    assert fitted.marks(Phase(step=2, t=0.0, reveals=steps)) == fitted.marks(Phase(step=1, reveals=steps))


def test_positions_are_optional() -> None:
    marks = at_rest(Guests(items=(Guest(name=plain("A")), guest(1))).fit(WIDE, env()))
    assert [mark.key for mark in marks] == ["name.0", "name.1", "position.1"]
    first, second = (mark for mark in marks if isinstance(mark, TextMark) and mark.key.startswith("name"))
    assert first.lines[0].y == second.lines[0].y


@given(st.integers(1, 13))
def test_rows_follow_each_other_downward_in_the_order_of_the_list(count: int) -> None:
    marks = names(people(count, None), WALL)
    places = [(mark.lines[0].y, mark.lines[0].x) for mark in marks]
    assert places == sorted(places)
    assert [mark.key for mark in marks] == [f"name.{k}" for k in range(count)]
    assert all(a != b for a, b in pairwise(places))


def test_a_smaller_scale_is_asked_for_where_it_is_needed() -> None:
    look = structs.replace(env(("zh", "en")), scale=0.7)
    assert not Guests(items=(Guest(name=Text((("zh", "示例"), ("en", "Example")))),)).fit(WIDE, look).overflow
