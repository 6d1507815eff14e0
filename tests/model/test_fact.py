"""What is known of a fact."""

from jn_presenter.model.fact import Fact, Facts, Unit, UnitForms
from jn_presenter.model.text import plain


def test_only_what_is_stated_as_achieved_is_reached() -> None:
    kinds = ("achieved", "target", "program", "claim")
    assert [Fact(id="a", kind=kind, label=plain("a")).reached for kind in kinds] == [True, False, False, False]


def test_the_date_of_a_fact_is_its_record_or_its_due() -> None:
    assert Fact(id="a", kind="achieved", label=plain("a"), as_of="2020").date == "2020"
    assert Fact(id="a", kind="target", label=plain("a"), due="2025").date == "2025"
    assert Fact(id="a", kind="claim", label=plain("a")).date == ""


def test_forms_are_of_the_tag_its_base_or_the_first_language() -> None:
    zh, en = UnitForms((("exact", "{v}家"),)), UnitForms((("exact", "{v} zones"),))
    unit = Unit(id="zones", languages=(("zh", zh), ("en", en)))
    assert [unit.forms(tag) for tag in ("zh", "en-GB", "fr")] == [zh, en, zh]
    assert Unit(id="none").forms("zh") is None
    assert zh.get("over") is None


def test_facts_are_found_by_id_and_units_by_fact() -> None:
    fact, unit = Fact(id="a", kind="achieved", label=plain("a"), unit="zones"), Unit(id="zones")
    facts = Facts({"a": fact}, {"zones": unit})
    assert (facts.get("a"), facts.get("b"), facts.unit(fact)) == (fact, None, unit)
