"""Facts counted by kind: each once, nothing invented, in words that count."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.ledger import CATEGORIES, breakdown, ledger, total, total_words
from jn_presenter.model.fact import Facts, Source
from tests.decks import text
from tests.look import fact, facts

MIXED = facts(
    fact("founded", as_of="1992-06"),
    fact("dated", value="75", as_of="2020"),
    fact("green", value="47"),
    fact("goal", value="60", kind="target", due="2025"),
    fact("open", kind="target"),
    fact("plan", kind="program"),
    fact("lead", kind="claim"),
)


def of_sources(known: Facts, *names: str) -> Facts:
    sources = {name: Source(id=name, publisher=text(name, name), short=text(name, name)) for name in names}
    return structs.replace(known, sources=sources)


def numbers(known: Facts, source: str = "a") -> dict[str, int]:
    return {count.category.key: count.number for count in ledger(known, source)}


def test_facts_are_counted_by_what_they_are() -> None:
    known = of_sources(MIXED, "a")
    assert numbers(known) == {"dated": 2, "undated": 1, "targets": 2, "programs": 1, "claims": 1}


def test_kinds_that_there_are_none_of_are_left_out() -> None:
    assert numbers(of_sources(facts(fact("goal", kind="target")), "a")) == {"targets": 1}
    assert numbers(of_sources(facts(), "a")) == {}


def test_facts_that_name_no_source_are_the_first_ones() -> None:
    known = of_sources(facts(fact("one"), fact("two", source="b"), fact("three", source="a")), "a", "b")
    assert numbers(known, "a") == {"undated": 2}
    assert numbers(known, "b") == {"undated": 1}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["achieved", "target", "program", "claim"]),
            st.sampled_from(["", "2020"]),
            st.sampled_from(["a", "b"]),
        )
    )
)
def test_every_fact_is_counted_once(kinds: list[tuple[str, str, str]]) -> None:
    made = [
        fact(f"f{k}", kind=kind, as_of=date if kind != "target" else "", source=source)
        for k, (kind, date, source) in enumerate(kinds)
    ]
    known = of_sources(facts(*made), "a", "b")
    assert sum(total(ledger(known, source)) for source in ("a", "b")) == len(kinds)
    for one in made:
        assert sum(category.holds(one) for category in CATEGORIES) == 1


def test_the_total_is_said_in_each_language() -> None:
    counts = ledger(of_sources(MIXED, "a"), "a")
    assert total_words(counts, ("zh", "en", "sv")).variants == (
        ("zh", "共7条"),
        ("en", "7 facts in all"),
        ("sv", "7 facts in all"),
    )
    one = ledger(of_sources(facts(fact("one")), "a"), "a")
    assert total_words(one, ("en",)).variants == (("en", "One fact in all"),)


def test_the_breakdown_names_each_kind_with_its_number() -> None:
    counts = ledger(of_sources(facts(fact("one", as_of="2020"), fact("goal", kind="target")), "a"), "a")
    assert breakdown(counts, ("en", "ja")).variants == (
        ("en", "dated 1 · targets 1"),
        ("ja", "日付あり 1 · 目標 1"),
    )


def test_a_count_stands_for_its_number_and_a_target_stays_one() -> None:
    targets = next(count for count in ledger(of_sources(MIXED, "a"), "a") if count.category.key == "targets")
    assert (targets.datum.value, targets.datum.state) == (2, "target")
