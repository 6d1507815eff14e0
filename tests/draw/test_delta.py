"""Changes: exact, signed, in points for percentages, and none where the source does not give both figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.delta import Before, DeltaTag, before_fact, change_words, delta_tag
from jn_presenter.model.marks import Path, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import LANGUAGES, env, fact, facts, text_boxes

SINCE = text("2023年", "2023")
KNOWN = facts(
    fact("now", value="120000", unit="visitors", as_of="2024"),
    fact("before", value="100000", unit="visitors", as_of="2023"),
    fact("later", value="100000", unit="visitors", as_of="2025"),
    fact("undated", value="100000", unit="visitors"),
    fact("about", value="100000", unit="visitors", op="over", as_of="2023"),
    fact("goal", value="100000", unit="visitors", kind="target", due="2025"),
    fact("other", value="47", unit="percent", as_of="2023"),
    fact("claim", kind="claim"),
)


def said(value: object, before: object, unit: str = "visitors", form: str = "amount") -> Text:
    earlier = Before(Decimal(str(before)), SINCE)
    return change_words(Decimal(str(value)), earlier, plain(unit), form, env(("zh", "en"), KNOWN))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (said(120, 100), "==+20人次==（较2023年）", "==+20 visitors== since\u00a02023"),
        (said(100, 120), "==−20人次==（较2023年）", "==−20 visitors== since\u00a02023"),
        (said(47, 44, "percent"), "==+3个百分点==（较2023年）", "==+3 percentage points== since\u00a02023"),
        (said(44, 45, "percent"), "==−1个百分点==（较2023年）", "==−1 percentage point== since\u00a02023"),
        (
            said("47.5", "44.25", "percent"),
            "==+3.25个百分点==（较2023年）",
            "==+3.25 percentage points== since\u00a02023",
        ),
        (said(44, 45, "%", "percent"), "==−1个百分点==（较2023年）", "==−1 percentage point== since\u00a02023"),
        (said(7, 7), "与2023年持平", "unchanged since\u00a02023"),
        (said(120, 100, form="percent"), "==+20%==（较2023年）", "==+20%== since\u00a02023"),
        (said(1, 3, form="percent"), "==−66.7%==（较2023年）", "==−66.7%== since\u00a02023"),
        (said(100001, 100000, form="percent"), "==+1人次==（较2023年）", "==+1 visitors== since\u00a02023"),
        (said(5, 0, form="percent"), "==+5人次==（较2023年）", "==+5 visitors== since\u00a02023"),
    ],
)
def test_a_change_in_words(found: Text, zh: str, en: str) -> None:
    assert found == text(zh, en)


@given(st.decimals(-1000, 1000, places=1), st.decimals(-1000, 1000, places=1))
def test_the_arrow_has_the_direction_of_the_sign(value: Decimal, before: Decimal) -> None:
    tag = delta_tag(value, Before(before, SINCE), plain("visitors"), "amount", env(known=KNOWN), 800.0)
    assert isinstance(tag, DeltaTag)
    ys = [y for _, y in tag.arrow]
    if value == before:
        assert len(tag.arrow) == 4
        return
    (apex,) = (y for y in ys if ys.count(y) == 1)
    assert (apex == min(ys)) == (value > before)
    assert ("+" in tag.lines[0].text) == (value > before)


@pytest.mark.parametrize("languages", LANGUAGES)
def test_the_arrow_stands_before_the_words_and_within_the_tag(languages: tuple[str, ...]) -> None:
    tag = delta_tag(Decimal(2), Before(Decimal(1), SINCE), None, "amount", env(languages), 300.0)
    arrow, *words = tag.at(50.0, 80.0)
    assert isinstance(arrow, ShapeMark)
    assert isinstance(arrow.shape, Path)
    corners = [numbers for _, numbers in arrow.shape.segments if numbers]
    boxes = [box for _, box in text_boxes(words)]
    assert max(x for x, _ in corners) < min(box.x for box in boxes)
    assert min(y for _, y in corners) >= 80.0
    assert max(y for _, y in corners) <= 80.0 + tag.height
    assert max(box.right for box in boxes) <= 50.0 + tag.width + 0.5


def test_an_earlier_fact_of_the_same_unit_is_what_a_change_is_against() -> None:
    here = env(("zh", "en"), KNOWN)
    assert before_fact(KNOWN.get("now"), "before", "visitors", here) == Before(Decimal(100000), SINCE)
    assert before_fact(None, "before", "visitors", here) == Before(Decimal(100000), SINCE)


@pytest.mark.parametrize(
    ("now", "before", "code"),
    [
        ("now", "later", "delta-date"),
        ("now", "now", "delta-date"),
        ("now", "undated", "delta-date"),
        ("undated", "before", "delta-date"),
        ("now", "about", "delta-figures"),
        ("about", "before", "delta-figures"),
        ("goal", "before", "delta-figures"),
        ("now", "goal", "delta-figures"),
        ("now", "other", "delta-figures"),
        ("now", "claim", "delta-figures"),
    ],
)
def test_no_change_is_said_where_the_source_does_not_give_both(now: str, before: str, code: str) -> None:
    fact_now = KNOWN.get(now)
    assert fact_now
    found = before_fact(fact_now, before, fact_now.unit, env(known=KNOWN))
    assert isinstance(found, Finding)
    assert (found.code, found.path) == (code, "delta")
