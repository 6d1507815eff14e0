"""What is proposed at a place of a file, by its schema and the deck's facts."""

import subprocess
import sys

import pytest

from jn_presenter.edit.complete import proposals
from jn_presenter.edit.cursor import cursor_at
from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load import load_index
from jn_presenter.model.fact import Facts
from jn_presenter.paths import shipped_slides


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_index(shipped_slides()).deck.facts


def words(text: str, facts: Facts, file: str = "a/one.yaml") -> list[str]:
    """Of the text at its `|`."""
    at = text.index("|")
    return [one.word for one in proposals(file, text.replace("|", "", 1), at, facts)]


def test_layouts_and_types_are_those_of_the_registries(facts: Facts) -> None:
    assert sorted(words("layout: |", facts)) == sorted(LAYOUTS.names())
    found = words("layout: chart-right\nchart:\n  type: |", facts)
    assert set(found) <= set(ELEMENTS.names())
    assert {"bar", "column", "donut"} <= set(found)


def test_keys_are_those_that_are_not_there_yet(facts: Facts) -> None:
    found = words("layout: chart-right\ntitle: x\n|\nminutes: 2\n", facts)
    assert {"chart", "points", "depth", "notes", "steps"} <= set(found)
    assert not {"layout", "title", "minutes"} & set(found)
    assert "cards" not in found
    assert "chart" not in words("layout: points\n|", facts)


def test_the_fields_of_an_element_go_by_its_type(facts: Facts) -> None:
    bar = words("layout: chart-right\nchart:\n  type: bar\n  |", facts)
    assert "facts" in bar
    assert "type" not in bar
    donut = words("layout: chart-right\nchart:\n  |\n  type: donut\n", facts)
    assert set(bar) != set(donut)


def test_languages_are_proposed_within_a_text(facts: Facts) -> None:
    assert {"zh", "en"} <= set(words("layout: points\ntitle:\n  |", facts))
    assert words("layout: points\ntitle:\n  zh: 一\n  |", facts) == ["en"]
    assert "en" in words("layout: points\npoints:\n  - zh: 一\n    |", facts)


def test_what_begins_so_comes_first_and_chinese_words_find_it(facts: Facts) -> None:
    assert words("layout: cha|", facts)[:3] == ["chart-full", "chart-left", "chart-right"]
    assert "depth" in words("layout: points\nde|", facts)
    assert "quote" in words("layout: 引语|", facts)


def test_facts_are_proposed_in_texts_and_lists(facts: Facts) -> None:
    found = proposals(
        "a/one.yaml", "layout: points\ntitle: 冲刺<target-s", len("layout: points\ntitle: 冲刺<target-s"), facts
    )
    assert found[0].word == "target-software"
    assert found[0].insert == "target-software>"
    assert found[0].replaces == len("target-s")
    assert found[0].about.zh
    assert "target-software" in words(
        "layout: chart-right\nchart:\n  type: bar\n  facts: [target-ic, target-s|]", facts
    )
    assert "target-software" in words("layout: chart-right\nchart:\n  type: bar\n  facts:\n    - target-s|", facts)


def test_other_files_have_their_own_words(facts: Facts) -> None:
    assert {"languages", "themes", "versions"} <= set(words("title: x\n|", facts, "briefing.yaml"))
    assert {"fade", "none", "push"} <= set(words("transition: |", facts, "briefing.yaml"))
    assert "icon" in words("title: x\n|", facts, "overview/theme.yaml")


def test_nothing_is_proposed_in_a_comment_or_where_all_is_free(facts: Facts) -> None:
    assert words("layout: points # |", facts) == []
    assert words("layout: points\ntitle: 自由的|", facts) == []


@pytest.mark.parametrize(
    ("text", "keys", "key", "prefix"),
    [
        ("|", [""], None, ""),
        ("a:\n  b:\n    |", ["", "a", "b"], None, ""),
        ("a:\n  - b: 1\n    c|", ["", "a", "[]"], None, "c"),
        ("a:\n- b: 1\n- |", ["", "a", "[]"], None, ""),
        ("a:\n- b: 1\nc: x|", [""], "c", "x"),
        ("a:\n  - - b: 1\n      c: |", ["", "a", "[]", "[]"], "c", ""),
        ("a: |-\n  free: text\nb: [x, y|", [""], "b", "y"),
    ],
)
def test_where_the_cursor_stands(text: str, keys: list[str], key: str | None, prefix: str) -> None:
    at = text.rindex("|")
    found = cursor_at(text[:at] + text[at + 1 :], at)
    assert [level.key for level in found.levels] == keys
    assert (found.key, found.prefix) == (key, prefix)


def test_the_first_word_does_not_wait_for_the_schema_to_be_made() -> None:
    code = (
        "import sys; from jn_presenter.edit.complete import proposals; from jn_presenter.model.fact import Facts;"
        "print(bool(proposals('a/b.yaml', 'lay', 3, Facts())), 'jn_presenter.elements.radar' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.split() == ["True", "False"]
