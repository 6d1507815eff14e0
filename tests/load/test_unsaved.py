"""What is typed and not saved is read instead of what the disk has, in slides and in what they depend on."""

import shutil
from pathlib import Path

import pytest

from jn_presenter.load import Loaded, load_deck, reload, with_unsaved
from jn_presenter.paths import shipped_slides

SLIDE = "overview/standing"
FILE = f"{SLIDE}.yaml"


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    path = tmp_path / "deck"
    shutil.copytree(shipped_slides(), path)
    return load_deck(path)


def said(loaded: Loaded, file: str) -> str:
    return Path(loaded.deck.folder, file).read_text("utf-8")


def title(loaded: Loaded) -> str:
    return loaded.deck.slides[SLIDE].title.pick("zh")[1]


def test_a_slide_is_as_it_is_typed(loaded: Loaded) -> None:
    text = said(loaded, FILE)
    typed = with_unsaved(loaded, {FILE: text.replace("  zh: ", "  zh: 新的", 1).encode()})
    assert title(typed).startswith("新的")
    assert said(loaded, FILE) == text
    again = reload(typed, [str(Path(loaded.deck.folder, FILE))])
    assert title(again) == title(typed)
    assert title(with_unsaved(again, {})) == title(loaded)


def test_what_is_typed_and_broken_leaves_the_last_good_state(loaded: Loaded) -> None:
    typed = with_unsaved(loaded, {FILE: b"title: ["})
    assert typed.deck.slides[SLIDE] is loaded.deck.slides[SLIDE]
    assert [problem.file for problem in typed.problems] == [FILE]


def test_facts_and_lists_are_as_they_are_typed(loaded: Loaded) -> None:
    theme, facts = "overview/theme.yaml", "facts.yaml"
    moved = said(loaded, theme).replace("section, milestones", "milestones, section").encode()
    typed = with_unsaved(loaded, {theme: moved})
    assert typed.deck.order.index("overview/milestones") < typed.deck.order.index("overview/section")
    assert "江宁" in said(loaded, facts)
    typed = with_unsaved(typed, {theme: moved, facts: said(loaded, facts).replace("江宁", "某某", 1).encode()})
    assert typed.deck.facts is not loaded.deck.facts
    assert typed.deck.order.index("overview/milestones") < typed.deck.order.index("overview/section")
    assert with_unsaved(typed, typed.unsaved) is typed


def test_a_slide_that_is_to_be_deleted_is_gone_and_a_new_one_there(loaded: Loaded) -> None:
    theme = "overview/theme.yaml"
    listed = said(loaded, theme).replace("standing", "new").encode()
    new = said(loaded, FILE).encode()
    typed = with_unsaved(loaded, {theme: listed, FILE: None, "overview/new.yaml": new})
    assert SLIDE not in typed.deck.order
    assert "overview/new" in typed.deck.slides
    assert "unlisted-slide" not in {problem.code for problem in typed.problems}
    assert "missing-slide" in {one.code for one in with_unsaved(loaded, {theme: listed}).problems}
