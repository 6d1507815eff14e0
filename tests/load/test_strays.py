"""Files that stand in a deck and are not shown: each is named, with what to do about it."""

from pathlib import Path

import pytest

from jn_presenter.load import DeckError, load_deck, load_index
from jn_presenter.load.strays import meant_by, strays
from tests.load.world import DECK, write


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.yml", "wrong-ending"),
        ("a.yaml.txt", "wrong-ending"),
        ("a.yml.txt", "wrong-ending"),
        ("a.YAML", "wrong-ending"),
        ("a.yaml.yaml", "wrong-ending"),
        ("a.ymal", "wrong-ending"),
        ("a (1).yaml", "conflict-copy"),
        ("a（1）.yaml", "conflict-copy"),
        ("a - 副本.yaml", "conflict-copy"),
        ("a - Copy.yaml", "conflict-copy"),
        ("a-DESKTOP-7Q2K1.yaml", "conflict-copy"),
        ("a (冲突的副本 2024-05-01).yaml", "conflict-copy"),
        ("a_冲突_王.yaml", "conflict-copy"),
        ("a (conflicted copy 2024-05-01).yaml", "conflict-copy"),
        ("a.sync-conflict-20240501-101500.yaml", "conflict-copy"),
        ("draft.yaml", "unlisted-slide"),
    ],
)
def test_a_file_beside_the_slides_is_told_by_what_made_it(name: str, code: str) -> None:
    (found,) = strays([name, "a.yaml"], frozenset({"a"}))
    assert (found.code, found.severity) == (code, "warning")
    assert name in found.message.zh
    assert name in found.message.en


@pytest.mark.parametrize("name", ["notes.txt", "picture.png", "data.csv", "~$figures.xlsx", "README.md"])
def test_files_of_other_kinds_are_nobody_s_slides(name: str) -> None:
    assert list(strays([name], frozenset())) == []


def test_a_listed_slide_may_be_called_like_a_copy() -> None:
    assert list(strays(["a (1).yaml"], frozenset({"a (1)"}))) == []


def test_a_listed_slide_that_notepad_saved_as_text_is_found_by_its_ending(tmp_path: Path) -> None:
    files = {name: text for name, text in DECK.items() if name != "one/b.yaml"} | {"one/b.yaml.txt": DECK["one/b.yaml"]}
    missing = next(one for one in load_deck(write(tmp_path, files)).problems if one.code == "missing-slide")
    assert "b.yaml.txt" in missing.message.zh
    assert "文件扩展名" in missing.hint.zh
    assert "All files" in missing.hint.en


def test_a_briefing_that_notepad_saved_as_text_is_named_where_none_is_found(tmp_path: Path) -> None:
    files = {name: text for name, text in DECK.items() if name != "briefing.yaml"}
    write(tmp_path, files | {"briefing.yaml.txt": DECK["briefing.yaml"]})
    with pytest.raises(DeckError) as raised:
        load_index(tmp_path)
    assert "briefing.yaml.txt" in raised.value.message.zh
    assert "briefing.yaml.txt" in raised.value.message.en


def test_facts_under_another_ending_are_not_left_out_without_a_word(tmp_path: Path) -> None:
    problems = load_index(write(tmp_path, DECK | {"facts.yml": "facts: []\n"})).problems
    assert [(one.file, one.code) for one in problems] == [("briefing.yaml", "wrong-ending")]


def test_what_a_name_was_meant_as_is_told_by_its_stem() -> None:
    assert meant_by("a.yaml", ["b.yml", "a.yml"]) == "a.yml"
    assert meant_by("a.yaml", ["ab.yml", "a.txt"]) == ""
