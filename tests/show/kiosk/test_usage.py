"""What a kiosk was used for: seconds that add up, what visitors chose, and the table of it."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.kiosk.usage import (
    COLUMNS,
    Count,
    Meter,
    Row,
    Seen,
    added,
    as_csv,
    begun,
    counted,
    is_over,
    run,
    seen_in,
)
from jn_presenter.show.kiosk.visit import fresh

ACTS = st.sampled_from(
    [
        ("kiosk-tick", {}),
        ("kiosk-touch", {}),
        ("kiosk-home", {}),
        ("kiosk-theme", {"theme": "a"}),
        ("kiosk-theme", {"theme": "b"}),
        ("kiosk-language", {"language": "en"}),
        ("kiosk-large", {}),
        ("kiosk-contrast", {}),
        ("kiosk-staff", {}),
        ("kiosk-digit", {"digit": "7"}),
        ("kiosk-pin", {"right": False}),
        ("kiosk-close", {}),
        ("kiosk-open", {}),
        ("next", {}),
        ("previous", {}),
    ]
)
LOOP_ONE = Seen("loop", "a", "a/one", "zh")
HOME = Seen("home", "", "", "zh")


class Kiosk:
    """A kiosk with a meter, and a clock that is moved."""

    def __init__(self, deck):
        self.deck, self.now = deck, 1000.0
        self.state = fresh(deck, self.now)
        self.meter = begun(self.state, self.now)
        self.over = 0

    def do(self, name, ms=0.0, **args):
        self.now += ms
        old, self.state = self.state, COMMANDS[name](self.state, self.deck, self.now, **args)
        self.meter = counted(self.meter, old, self.state, self.now)
        self.over += is_over(old, self.state)

    @property
    def tally(self):
        return run(self.meter, self.state, self.now).tally


@given(st.lists(st.tuples(st.floats(0.0, 90_000.0), ACTS), max_size=40))
def test_the_seconds_add_up_to_the_time_that_it_was_open(three, acts):
    kiosk = Kiosk(three)
    opened = 0.0
    for ms, (name, args) in acts:
        opened += ms if kiosk.state.kiosk.phase != "closed" else 0.0
        kiosk.do(name, ms, **args)
    total = sum(count.ms for count in kiosk.tally.values())
    assert abs(total - opened) < 1e-3
    assert all(seen.slide == "" or seen.slide in three.slides for seen in kiosk.tally)


@given(st.lists(st.tuples(st.floats(0.0, 90_000.0), ACTS, st.booleans()), max_size=30))
def test_written_every_now_and_then_it_is_the_same(three, acts):
    whole, parts = Kiosk(three), Kiosk(three)
    written = {}
    for ms, (name, args), write in acts:
        whole.do(name, ms, **args)
        parts.do(name, ms, **args)
        if write:
            written = added(written, parts.tally)
            parts.meter = Meter(parts.now)
    total, apart = whole.tally, added(written, parts.tally)
    for seen in total.keys() | apart.keys():
        one, other = total.get(seen, Count()), apart.get(seen, Count())
        assert one[1:] == other[1:]
        assert abs(one.ms - other.ms) < 1e-3


@given(st.lists(ACTS, max_size=30))
def test_each_visit_that_begins_is_counted_once_and_ends_once(three, acts):
    kiosk = Kiosk(three)
    begun_, before = 0, "loop"
    for name, args in acts:
        kiosk.do(name, 1000.0, **args)
        phase = kiosk.state.kiosk.phase
        begun_ += before == "loop" and phase in ("home", "slides")
        before = phase
    assert sum(count.visits for count in kiosk.tally.values()) == begun_
    assert kiosk.over == begun_ - (before in ("home", "slides"))


def test_a_visit_from_the_loop_and_back(three):
    kiosk = Kiosk(three)
    kiosk.do("kiosk-touch", 5000.0)
    kiosk.do("kiosk-theme", 2000.0, theme="b")
    kiosk.do("kiosk-language", 3000.0, language="en")
    kiosk.do("kiosk-large", 1000.0)
    kiosk.do("kiosk-large", 1000.0)
    kiosk.do("kiosk-large", 1000.0)
    kiosk.do("next", 1000.0)
    assert kiosk.over == 0
    kiosk.do("kiosk-tick", 60_000.0)
    assert kiosk.over == 1
    assert kiosk.tally == {
        LOOP_ONE: Count(5000.0, times=2),
        HOME: Count(2000.0, times=1, visits=1),
        Seen("slides", "b", "b/two", "zh"): Count(3000.0, times=1),
        Seen("slides", "b", "b/two", "en"): Count(4000.0, large=2),
        Seen("slides", "b", "b/three", "en"): Count(60_000.0, times=1),
    }


def test_behind_the_staff_s_pad_no_slide_is_seen_and_closed_nothing_is(three):
    kiosk = Kiosk(three)
    kiosk.do("kiosk-staff", 1000.0)
    kiosk.do("kiosk-digit", 2000.0, digit="7")
    kiosk.do("kiosk-staff", 2000.0)
    kiosk.do("kiosk-close", 500.0)
    kiosk.do("kiosk-staff", 9000.0)
    kiosk.do("kiosk-staff", 9000.0)
    kiosk.do("kiosk-open", 9000.0)
    assert kiosk.tally == {LOOP_ONE: Count(1500.0, times=2), Seen("staff", "", "", "zh"): Count(4000.0)}


def test_stacked_languages_are_one(three):
    assert seen_in(fresh(three, 0.0, languages=("zh", "en"))).language == "zh+en"


def table(rows):
    content = as_csv(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_says_what_each_figure_is_in_both_languages():
    rows = [
        Row("2026-11-23", HOME, Count(12_345.0, 2, 1, 0, 3)),
        Row("2026-11-23", Seen("slides", "a", "a/one", "zh"), Count(500.0, 1)),
    ]
    assert table(rows) == [
        list(COLUMNS),
        ["2026-11-23", "首页 home", "", "", "zh", "12", "2", "1", "0", "3"],
        ["2026-11-23", "观众 visitor", "a", "a/one", "zh", "1", "1", "0", "0", "0"],
    ]


@given(st.lists(st.floats(0.0, 1e7), min_size=1, max_size=20), st.lists(st.floats(0.0, 1e7), min_size=1, max_size=20))
def test_whole_seconds_add_up_to_those_of_the_day(first, second):
    rows = [Row("1", Seen("loop"), Count(ms)) for ms in first] + [Row("2", Seen("loop"), Count(ms)) for ms in second]
    lines = table(rows)[1:]
    for day, spent in (("1", first), ("2", second)):
        seconds = [int(line[5]) for line in lines if line[0] == day]
        assert sum(seconds) == round(sum(spent) / 1000.0)
        assert all(abs(whole - ms / 1000.0) <= 1.0 for whole, ms in zip(seconds, spent, strict=True))
