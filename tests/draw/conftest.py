"""The facts of the shipped briefing, read without the loader, and its units written out by hand."""

from decimal import Decimal
from typing import Any

import pytest
import yaml

from jn_presenter.model.fact import Fact, Facts, Source, Unit, UnitForms
from jn_presenter.model.text import Text
from jn_presenter.paths import shipped_slides


def unit(name: str, zh: dict[str, str], en: dict[str, str], scale: str = "1") -> Unit:
    languages = (("zh", UnitForms(tuple(zh.items()))), ("en", UnitForms(tuple(en.items()))))
    return Unit(id=name, scale=Decimal(scale), languages=languages)


UNITS = (
    unit("rank", {"exact": "第{v}位"}, {"exact": "No. {v}"}),
    unit("years", {"exact": "{v}年"}, {"exact": "{v} years", "one": "{v} year"}),
    unit(
        "zones",
        {"exact": "{v}家", "over": "{v}{word}家"},
        {"exact": "{v} zones", "over": "more than {v} zones", "one": "{v} zone"},
    ),
    unit("companies", {"exact": "{v}家"}, {"exact": "{v} companies", "one": "{v} company"}),
    unit("clusters", {"exact": "{v}个"}, {"exact": "{v} clusters", "one": "{v} cluster"}),
    unit(
        "nodes",
        {"exact": "{v}个", "over": "{v}{word}个"},
        {"exact": "{v} nodes", "over": "more than {v} nodes", "one": "{v} node"},
    ),
    unit("percent", {"exact": "{v}%"}, {"exact": "{v}%"}),
    unit(
        "yi-yuan",
        {
            "exact": "{v}亿元",
            "over": "{word}{v}亿元",
            "class": "{v}亿级",
            "near-class": "准{v}亿级",
            "bare": "{v}亿元",
        },
        {
            "exact": "RMB {v}",
            "over": "over RMB {v}",
            "class": "the RMB {v} class",
            "near-class": "just short of the RMB {v} class",
            "bare": "RMB {v}",
        },
        scale="100000000",
    ),
)


def fact(fields: dict[str, Any]) -> Fact:
    texts = {name: Text(tuple(fields[name].items())) for name in ("label", "scope") if name in fields}
    value = {"value": Decimal(fields["value"])} if "value" in fields else {}
    return Fact(**{**fields, **texts, **value})


@pytest.fixture(scope="session")
def briefing() -> Facts:
    """All 79 facts of the shipped briefing."""
    written = yaml.load((shipped_slides() / "facts.yaml").read_text("utf-8"), yaml.BaseLoader)
    source = written["sources"]["article"]
    texts = {name: Text(tuple(source[name].items())) for name in ("publisher", "short")}
    return Facts(
        {fields["id"]: fact(fields) for fields in written["facts"]},
        {unit.id: unit for unit in UNITS},
        {"article": Source(id="article", **texts)},
        {due: Text(tuple(name.items())) for due, name in written["dues"].items()},
    )
