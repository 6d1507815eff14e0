"""The schemas are sound, say in both languages what everything is for, and know every type that the loader knows."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from jsonschema import Draft7Validator

from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds import FEEDS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.convert import SIMPLE as CONVERTED
from jn_presenter.load.hours import DAYS
from jn_presenter.model.element import Element
from jn_presenter.schema import KINDS, document
from jn_presenter.schema.types import SIMPLE, Definitions, of
from jn_presenter.schema.words import summary
from tests.schema.validated import schema

HAN = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[a-z]{2}")


def parts(found: Any, but: frozenset[str] = frozenset()) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema, without what stands under the keys of `but`."""
    if isinstance(found, dict):
        yield found
        found = [value for key, value in found.items() if key not in but]
    for below in found if isinstance(found, list) else ():
        yield from parts(below, but)


def in_both_languages(words: str) -> bool:
    zh, _, en = words.partition("\n\n")
    return bool(HAN.search(zh)) and bool(LATIN.search(en)) and not HAN.search(re.sub("“.*?”", "", en))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_draft_7(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))
    assert schema(kind)["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_to_a_part_and_every_part_is_referred_to(kind: str) -> None:
    found = {part["$ref"].removeprefix("#/definitions/") for part in parts(schema(kind)) if "$ref" in part}
    assert found == schema(kind).get("definitions", {}).keys()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_in_chinese_and_then_in_english(kind: str) -> None:
    told_elsewhere = frozenset({"if", "then", "else"})
    unexplained = {
        name
        for part in parts(schema(kind), told_elsewhere)
        for name, key in part.get("properties", {}).items()
        if isinstance(key, dict) and key.keys() != {"$ref"} and not in_both_languages(key.get("description", ""))
    }
    assert unexplained <= {"daily", "mon-fri", *DAYS}


def test_every_word_of_a_choice_has_its_explanation_or_none_has() -> None:
    for kind in KINDS:
        for part in parts(schema(kind)):
            if told := part.get("enumDescriptions"):
                assert len(told) == len(part["enum"]), part["enum"]
                assert all(map(in_both_languages, told)), part["enum"]


@pytest.mark.parametrize("name", [*ELEMENTS.names(), *(f"{name} feed" for name in FEEDS.names())])
def test_every_element_and_feed_says_in_its_own_file_what_it_is(name: str) -> None:
    cls = FEEDS[name.removesuffix(" feed")] if name.endswith(" feed") else ELEMENTS[name]
    assert "about" in vars(cls)
    said = summary(cls)
    assert HAN.search(said.zh)
    assert LATIN.search(said.en)


def test_layouts_types_and_feeds_are_those_of_the_registries() -> None:
    slide = schema("slide")
    types, feeds = slide["definitions"]["type"], slide["definitions"]["feed"]["anyOf"][1]["properties"]["type"]
    assert slide["properties"]["layout"]["enum"] == list(LAYOUTS.names())
    assert types["enum"] == list(ELEMENTS.names())
    assert feeds["enum"] == list(FEEDS.names())


def test_there_is_a_schema_for_every_type_that_the_loader_converts() -> None:
    assert SIMPLE.keys() == CONVERTED.keys()


def test_a_type_that_no_field_may_have_is_refused() -> None:
    with pytest.raises(TypeError, match="no field can be of type"):
        of(bytes, Definitions())


def test_a_new_element_is_in_the_schema_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stamp(Element, frozen=True, kw_only=True):
        """A stamp on the slide."""

        about: ClassVar[str] = "印章：盖在页面上"
        ink: str = ""

    monkeypatch.setitem(ELEMENTS._parts, "stamp", Stamp)
    names = (*ELEMENTS.names(), "stamp")
    monkeypatch.setattr(ELEMENTS, "names", lambda: names)
    made = document("slide")
    assert '"stamp"' in made
    assert "印章：盖在页面上\\n\\nA stamp on the slide." in made
