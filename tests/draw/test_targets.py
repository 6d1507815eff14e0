"""The signs at a figure: a target is never without its own, and what stands has its date."""

import pytest

from jn_presenter.draw.entries import without_value
from jn_presenter.draw.numeral import set_numeral
from jn_presenter.draw.targets import fact_tags, target_rule
from jn_presenter.model.marks import Box
from tests.decks import text
from tests.look import LANGUAGES, env, fact, words_of


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_target_is_tagged_with_its_due_date_whatever_else_is_known_of_it(languages: tuple[str, ...]) -> None:
    goal = fact("goal", kind="target", value="2000", due="2025", scope=text("全市", "the city"))
    (tag,) = fact_tags(goal, env(languages), 600.0)
    said = words_of(tag.at(0.0, 0.0))
    assert tag.box
    assert tag.box.hatch
    assert ("目标（至2025年）" in said, "Target (to 2025)" in said) == ("zh" in languages, "en" in languages)


def test_what_stands_has_its_date_and_scope_and_no_sign_of_a_target() -> None:
    (tag,) = fact_tags(fact("rank", as_of="2019", scope=text("全国", "nationwide")), env(), 600.0)
    assert tag.box is None
    assert words_of(tag.at(0.0, 0.0)) == "2019年 · 全国"


def test_an_undated_figure_gets_no_date() -> None:
    assert fact_tags(fact("listed", value="32"), env(), 600.0) == []


def test_the_rule_of_a_target_is_open_and_as_wide_as_its_number() -> None:
    numeral = set_numeral("2000亿级", "zh", env(), 100.0, 800.0, "#ffffff", "#888888")
    rule = target_rule(numeral, 50.0, 300.0, env())
    assert isinstance(rule.shape, Box)
    assert (rule.shape.x - 1.0, rule.shape.x + rule.shape.w + 1.0) == (50.0, 50.0 + numeral.width)
    assert rule.shape.y > 300.0
    assert rule.hatch
    assert rule.stroke
    assert rule.fill is None


def test_a_fact_without_figure_is_a_finding_at_its_field() -> None:
    finding = without_value(fact("claim", kind="claim"), "fact")
    assert (finding.code, finding.path) == ("fact-without-value", "fact")
